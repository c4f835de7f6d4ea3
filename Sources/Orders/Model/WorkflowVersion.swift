package import FoundationEssentials

/// That new orders of a workflow have run on one definition since some instant.
package struct WorkflowVersion: Sendable, Equatable {
    package var id: Workflow.ID
    package var since: Date
    /// Who had the definitions read again; nil when the service found it at its start.
    package var by: Operator?
    /// How many of the workflow's orders on the definition have not ended; of each status the `StoreSummary.maximumCount`
    /// newest orders are counted.
    package var unended: Int

    /// How many of one name are kept.
    package static let maximumCount = 1_000

    package init(_ id: Workflow.ID, since: Date, by operator: Operator?, unended: Int = 0) {
        self.id = id
        self.since = since
        by = `operator`
        self.unended = unended
    }
}
