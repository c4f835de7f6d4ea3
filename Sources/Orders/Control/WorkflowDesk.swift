import FoundationEssentials

/// Where the definitions of a running service are looked at and replaced.
package struct WorkflowDesk: Sendable {
    private let workflows: WorkflowCatalog
    private let store: any OrderStore
    private let read: Read

    /// Reads the definitions from where they lie, each checked as at the start.
    ///
    /// Throws `InvalidWorkflows` with all that is wrong.
    package typealias Read = @Sendable () async throws -> (current: Workflow, others: [Workflow])

    package init(
        workflows: WorkflowCatalog,
        store: any OrderStore,
        read: @escaping Read
    ) {
        self.workflows = workflows
        self.store = store
        self.read = read
    }

    /// The default workflow's.
    package var defaultName: String { workflows.current.name }

    /// Those that new orders run on, the default one first.
    package var all: [Workflow] { workflows.all }

    /// Has new orders run on the definitions as they are read; when one of them is not valid all stays as it is.
    package func reload() async throws -> [WorkflowChange] {
        let (current, others) = try await read()
        return try await workflows.replace(current: current, others: others)
    }

    /// A definition that orders run on or have run on.
    package struct Found: Sendable {
        package var name: String
        package var id: Workflow.ID
        /// The definition's text.
        package var definition: [UInt8]
        /// Whether new orders run on it.
        package var isCurrent: Bool
    }

    /// The workflow of that name as new orders run on it, or the definition of that SHA-256, however old; nil without one.
    package func find(_ text: String) async throws -> Found? {
        let current =
            workflows.all.first { $0.name == text } ?? workflows.all.first { $0.id == text }
        if let current {
            return Found(
                name: current.name,
                id: current.id,
                definition: current.definition,
                isCurrent: true
            )
        }
        return try await store.workflow(text)
            .map { Found(name: $0.name, id: text, definition: $0.definition, isCurrent: false) }
    }
}

/// Definitions that cannot take the place of those that there are, and why.
package struct InvalidWorkflows: Error, CustomStringConvertible {
    /// Each names its place.
    package var faults: [String]

    package init(faults: [String]) { self.faults = faults }

    package var description: String { faults.joined(separator: "; ") }
}
