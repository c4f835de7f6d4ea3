package import FoundationEssentials

/// Where it is kept which definition of a workflow new orders ran on since when.
package protocol VersionStore: AnyObject, Sendable {
    /// Notes for each name on which definition new orders run from that instant on; one that is the last noted already
    /// changes nothing.
    ///
    /// The definitions are registered before.
    func adopt(_ workflows: [Workflow], by operator: Operator?, at now: Date) async throws

    /// The definitions that new orders of a workflow ran on, newest first, each with how many of its orders at that place
    /// have not ended.
    ///
    /// Of a name the newest `WorkflowVersion.maximumCount` are kept.
    func versions(
        of name: String,
        at place: OrderFilter.Place,
        limit: Int
    ) async throws -> [WorkflowVersion]
}
