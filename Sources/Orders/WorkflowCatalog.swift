public import StatesLanguage
import Synchronization

/// The definitions that orders run on: the current one, and older ones that unfinished orders began with.
public final class WorkflowCatalog: Sendable {
    /// The definition that new orders run on.
    public let current: Workflow
    private let store: any OrderStore
    private let machines: Mutex<[Workflow.ID: StateMachine]>

    /// A catalog whose current definition is registered with the store already.
    public init(current: Workflow, store: any OrderStore) {
        self.current = current
        self.store = store
        machines = Mutex([current.id: current.machine])
    }

    /// The machine of a definition; older ones are read from the store and kept.
    public func machine(_ id: Workflow.ID) async throws -> StateMachine {
        if let machine = machines.withLock({ $0[id] }) { return machine }
        guard let definition = try await store.definition(id) else {
            throw WorkflowFault.unknown(id)
        }
        let machine = try StateMachine(parsing: definition)
        machines.withLock { $0[id] = machine }
        return machine
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
