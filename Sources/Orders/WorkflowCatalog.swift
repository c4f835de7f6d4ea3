import StatesLanguage
import Synchronization

/// The definitions that orders run on: the current one, and older ones that unfinished orders began with.
public final class WorkflowCatalog: Sendable {
    /// The definition that new orders run on.
    public let current: Workflow
    private let store: any OrderStore
    private let known: Mutex<[Workflow.ID: Workflow]>

    /// A catalog whose current definition is registered with the store already.
    public init(current: Workflow, store: any OrderStore) {
        self.current = current
        self.store = store
        known = Mutex([current.id: current])
    }

    /// The workflow of that id; older ones are read from the store and kept.
    public func workflow(_ id: Workflow.ID) async throws -> Workflow {
        if let workflow = known.withLock({ $0[id] }) { return workflow }
        guard let text = try await store.workflow(id) else { throw WorkflowFault.unknown(id) }
        let workflow = Workflow(
            id: id,
            name: text.name,
            definition: text.definition,
            machine: try StateMachine(parsing: text.definition)
        )
        known.withLock { $0[id] = workflow }
        return workflow
    }
}

/// Why an order's workflow cannot run.
public enum WorkflowFault: Error, CustomStringConvertible {
    /// The store does not hold the definition.
    case unknown(Workflow.ID)

    /// What happened, for people.
    public var description: String {
        switch self {
        case .unknown(let id): "the store holds no workflow definition \(id)"
        }
    }
}
