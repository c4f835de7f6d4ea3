internal import JSON

/// One state of a definition, ready to run.
///
/// A class because it is looked up at every step and has many parts.
final class State: Sendable {
    let name: String
    let kind: Kind
    let flow: DataFlow
    /// A Choice state's flow when one of its rules is taken, by the rule's place.
    let ruleFlows: [DataFlow]
    let next: Next
    let retriers: [Retrier]
    let catchers: [Catcher]

    init(
        name: String,
        kind: Kind,
        flow: DataFlow,
        next: Next,
        retriers: [Retrier],
        catchers: [Catcher]
    ) {
        self.name = name
        self.kind = kind
        self.flow = flow
        ruleFlows = if case .choice(let choice) = kind { choice.rules.map(flow.taking) } else { [] }
        self.next = next
        self.retriers = retriers
        self.catchers = catchers
    }

    /// Indirect, for it is looked at at every step and a Map's has many parts.
    indirect enum Kind: Sendable {
        case task(TaskState)
        case pass
        case choice(ChoiceState)
        case wait(WaitState)
        case succeed
        case fail(FailState)
        case parallel(ParallelState)
        case map(MapState)
    }

    /// Where control goes when the state has ended well.
    enum Next: Sendable, Equatable {
        case state(Destination)
        case end
    }
}

/// A state that another leads to: its name, and its place in the machine, by which it is found at every step.
struct Destination: Sendable, Equatable {
    let name: String
    let place: Int
}

/// What only a Task state has.
final class TaskState: Sendable {
    let resource: TaskResource
    let timeout: Template?
    let heartbeat: Template?
    let credentials: Template?

    init(
        resource: TaskResource,
        timeout: Template?,
        heartbeat: Template?,
        credentials: Template?
    ) {
        self.resource = resource
        self.timeout = timeout
        self.heartbeat = heartbeat
        self.credentials = credentials
    }

    /// Whether anything but its arguments comes from a template.
    var isComputed: Bool { timeout != nil || heartbeat != nil || credentials != nil }
}

/// What only a Wait state has: exactly one of the language's four forms.
struct WaitState: Sendable {
    enum Form: Sendable {
        case seconds(Template)
        case timestamp(Template)
    }
    var form: Form
}

/// What only a Fail state has.
struct FailState: Sendable {
    var error: Template?
    var cause: Template?
}

/// What only a Choice state has.
struct ChoiceState: Sendable {
    var rules: [ChoiceRule]
    var defaultState: Destination?
}

/// What only a Parallel state has: the first state of each branch.
struct ParallelState: Sendable {
    var branches: [Destination]
}

/// What only a Map state has.
struct MapState: Sendable {
    /// The first state of an iteration.
    var startAt: Destination
    var isDistributed: Bool
    /// What its Map Runs are called in their ARNs.
    var label: String?
    /// Where the items are read from, if not from the input.
    var reader: ItemReader?
    var items: Template?
    var itemSelector: Template?
    var batcher: ItemBatcher?
    var writer: ResultWriter?
    var maximumConcurrency: Template?
    var toleratedFailureCount: Template?
    var toleratedFailurePercentage: Template?
}

/// What a DISTRIBUTED Map reads its items from.
struct ItemReader: Sendable {
    var resource: TaskResource
    /// `Arguments`, or `Parameters` in JSONPath: the bucket and the key.
    var arguments: Template?
    /// The most items; nil: all.
    var maximumItems: Template?
}

/// What a DISTRIBUTED Map makes of the results of its iterations (AWS's guide, "ResultWriter").
struct ResultWriter: Sendable {
    var transformation: Transformation
    /// Where the results are written to; nil: they are the state's result.
    var export: Export?

    enum Transformation: String, Sendable {
        /// Each iteration's output with what DescribeExecution says of it.
        case none = "NONE"
        /// Each iteration's output.
        case compact = "COMPACT"
        /// The same, where the elements of an array stand for themselves.
        case flatten = "FLATTEN"
    }

    struct Export: Sendable {
        var resource: TaskResource
        /// `Arguments`, or `Parameters` in JSONPath: the bucket and the prefix.
        var arguments: Template?
        /// Whether the results are lines of JSON and not one array.
        var isLines: Bool
    }
}

/// How a Map's items are handed to its iterations several at a time.
struct ItemBatcher: Sendable {
    var batchInput: Template?
    var maximumItems: Template?
    var maximumBytes: Template?
}
