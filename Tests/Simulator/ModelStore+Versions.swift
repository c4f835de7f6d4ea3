import FoundationEssentials
import Orders

extension ModelStore: VersionStore {
    func adopt(_ workflows: [Workflow], by operator: Operator?, at now: Date) async throws {
        try await change { state in
            for workflow in workflows
            where state.versions.last(where: { $0.name == workflow.name })?.version.id
                != workflow.id
            {
                let version = WorkflowVersion(workflow.id, since: now, by: `operator`)
                state.versions.append((workflow.name, version))
            }
        }
    }

    func versions(
        of name: String,
        at place: OrderFilter.Place,
        limit: Int
    ) async throws -> [WorkflowVersion] {
        try await change { state in
            state.versions.reversed().filter { $0.name == name }.prefix(limit).map { kept in
                var version = kept.version
                version.unended = state.orders.count {
                    !$0.order.status.isFinal && $0.order.workflow == version.id
                        && place.holds($0.order.id)
                }
                return version
            }
        }
    }
}
