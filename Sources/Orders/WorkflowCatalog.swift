import StatesLanguage
import Synchronization

/// The definitions that orders run on: the current one, and older ones that unfinished orders began with.
package final class WorkflowCatalog: Sendable {
    /// The default workflow, by the definition that new orders run on.
    package let current: Workflow
    /// The other workflows, by their names: orders of these have them in their ids.
    private let others: [String: Workflow]
    private let ownTerms: Terms
    private let store: any OrderStore
    private let known: Mutex<[Workflow.ID: Workflow]>

    /// A catalog whose definitions are registered with the store already; the names of `others` are such as an order's id
    /// can hold.
    package init(current: Workflow, others: [Workflow] = [], store: any OrderStore) {
        self.current = current
        ownTerms = Terms(current)
        self.others = Dictionary(others.map { ($0.name, $0) }) { first, _ in first }
        self.store = store
        let all = [current] + others
        known = Mutex(Dictionary(all.map { ($0.id, $0) }) { first, _ in first })
    }

    /// The workflow of that name, by the definition that new orders run on; nil without one.
    ///
    /// No name is the default one's.
    package func current(named name: String?) -> Workflow? {
        guard let name, name != current.name else { return current }
        return others[name]
    }

    /// The workflow that a new order of that id would run on; nil when its own is there no more.
    func current(of order: OrderID) -> Workflow? { current(named: order.workflow) }

    /// What a workflow of that name asks of a new order; nil without one.
    func terms(named name: String?) -> Terms? {
        guard let name, name != current.name else { return ownTerms }
        return others[name].map(Terms.init)
    }

    /// What is demanded of orders like that.
    func rules(of order: OrderID) -> OrderRules {
        terms(named: order.workflow)?.rules ?? OrderRules()
    }

    /// What the intake has to know of a workflow: a definition is large, and copied for every order would cost.
    struct Terms: Sendable {
        let definition: Workflow.ID
        let rules: OrderRules

        init(_ workflow: Workflow) { (definition, rules) = (workflow.id, workflow.rules) }
    }

    /// The id of that number in the workflow of that name; nil when no order can be in that workflow.
    func id(of number: OrderNumber, in name: String?) -> OrderID? {
        guard let name, name != current.name else { return OrderID(number) }
        return OrderID(number, in: name)
    }

    /// The id that a full id's text means: under its own name, too, the default workflow has its orders by number alone.
    package func id(_ text: String) -> OrderID? {
        OrderID(text).flatMap { id(of: $0.number, in: $0.workflow) }
    }

    /// The workflow of that id; older ones are read from the store and kept.
    package func workflow(_ id: Workflow.ID) async throws -> Workflow {
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

/// Why there is no workflow that an order can run on.
package enum WorkflowFault: Error, CustomStringConvertible {
    /// The store does not hold the definition.
    case unknown(Workflow.ID)
    case noSuchName(String)

    package var description: String {
        switch self {
        case .unknown(let id): "the store holds no workflow definition \(id)"
        case .noSuchName(let name): "there is no workflow \(name)"
        }
    }
}
