import StatesLanguage
import Synchronization

/// The definitions that orders run on: the current ones, and older ones that unfinished orders began with.
package final class WorkflowCatalog: Sendable {
    private let store: any OrderStore
    private let definitions: Mutex<Definitions>
    private let older = Mutex(OlderWorkflows())

    /// The definitions that new orders run on: replaced as a whole, and read for every order.
    private final class Definitions: Sendable {
        let current: Workflow
        let ownTerms: Terms
        /// The other workflows, by their names: orders of these have them in their ids.
        let others: [String: Workflow]
        let byID: [Workflow.ID: Workflow]

        init(_ current: Workflow, _ others: [Workflow]) {
            self.current = current
            ownTerms = Terms(current)
            self.others = Dictionary(others.map { ($0.name, $0) }) { first, _ in first }
            byID = Dictionary(([current] + others).map { ($0.id, $0) }) { first, _ in first }
        }
    }

    /// A catalog whose definitions are registered with the store already; the names of `others` are such as an order's id
    /// can hold.
    package init(current: Workflow, others: [Workflow] = [], store: any OrderStore) {
        self.store = store
        definitions = Mutex(Definitions(current, others))
    }

    /// Has new orders run on those definitions, which are registered with the store before; orders that run keep theirs.
    ///
    /// The default workflow keeps its name. Answers what has changed, by the names.
    package func replace(
        current: Workflow,
        others: [Workflow]
    ) async throws -> [WorkflowChange] {
        for workflow in [current] + others { try await store.register(workflow) }
        let new = Definitions(current, others)
        let old = definitions.withLock { definitions in
            defer { definitions = new }
            return definitions
        }
        // Orders that run on them will ask for them soon.
        older.withLock { older in
            for (id, workflow) in old.byID where new.byID[id] == nil { older.hold(workflow) }
        }
        return WorkflowChange.changes(
            from: [old.current] + old.others.values,
            to: [new.current] + new.others.values
        )
    }

    /// The default workflow, by the definition that new orders run on.
    package var current: Workflow { definitions.withLock { $0 }.current }

    /// All workflows by the definitions that new orders run on, the default one first, the others by name.
    package var all: [Workflow] {
        let definitions = definitions.withLock { $0 }
        return [definitions.current] + definitions.others.values.sorted { $0.name < $1.name }
    }

    /// The workflow of that name, by the definition that new orders run on; nil without one.
    ///
    /// No name is the default one's.
    package func current(named name: String?) -> Workflow? {
        let definitions = definitions.withLock { $0 }
        guard let name, name != definitions.current.name else { return definitions.current }
        return definitions.others[name]
    }

    /// The workflow that a new order of that id would run on; nil when its own is there no more.
    func current(of order: OrderID) -> Workflow? { current(named: order.workflow) }

    /// What a workflow of that name asks of a new order; nil without one.
    func terms(named name: String?) -> Terms? {
        let definitions = definitions.withLock { $0 }
        guard let name, name != definitions.current.name else { return definitions.ownTerms }
        return definitions.others[name].map(Terms.init)
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

    /// How many definitions are held that no new order runs on.
    var olderCount: Int { older.withLock { $0.count } }

    /// The workflow of that id; older ones are read from the store, and the latest used are kept.
    package func workflow(_ id: Workflow.ID) async throws -> Workflow {
        if let workflow = definitions.withLock({ $0 }).byID[id] { return workflow }
        if let workflow = older.withLock({ $0.use(id) }) { return workflow }
        guard let text = try await store.workflow(id) else { throw WorkflowFault.unknown(id) }
        let workflow = Workflow(
            id: id,
            name: text.name,
            definition: text.definition,
            machine: try StateMachine(parsing: text.definition)
        )
        older.withLock { $0.hold(workflow) }
        return workflow
    }
}

/// What became of a workflow when the definitions were read again.
package struct WorkflowChange: Sendable, Equatable {
    package var name: String
    package var kind: Kind

    package enum Kind: String, Sendable, Equatable {
        case new
        /// New orders run on another definition, or other rules hold for them.
        case changed
        case same
        /// There is none of that name any more: new orders of it are refused, those that run go on.
        case gone
    }

    package init(name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// What has become of each, by name.
    static func changes(from old: [Workflow], to new: [Workflow]) -> [WorkflowChange] {
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted()
            .map { name in
                guard let earlier = before[name] else { return WorkflowChange(name: name, .new) }
                guard let later = after[name] else { return WorkflowChange(name: name, .gone) }
                let isSame = earlier.id == later.id && earlier.rules == later.rules
                return WorkflowChange(name: name, isSame ? .same : .changed)
            }
    }
}

/// Why there is no workflow that an order can run on.
package enum WorkflowFault: Error, CustomStringConvertible {
    /// The store does not hold the definition.
    case unknown(Workflow.ID)
    /// There is none of that name, but of those.
    case noSuchName(String, [String])

    package var description: String {
        switch self {
        case .unknown(let id): "the store holds no workflow definition \(id)"
        case .noSuchName(let name, let names):
            "there is no workflow \(name); there is \(names.joined(separator: ", "))"
        }
    }
}
