internal import JSON

/// One state of a definition, ready to run.
struct State: Sendable {
    let name: String
    let kind: Kind
    let flow: DataFlow
    let next: Next
    let retriers: [Retrier]
    let catchers: [Catcher]

    enum Kind: Sendable {
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
        case state(String)
        case end
    }
}

/// What only a Task state has.
struct TaskState: Sendable {
    var resource: Resource
    var timeout: Template?
    var heartbeat: Template?
    var credentials: Template?
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
    var defaultState: String?
}

/// What only a Parallel state has: the first state of each branch.
struct ParallelState: Sendable {
    var branches: [String]
}

/// What only a Map state has.
struct MapState: Sendable {
    /// The first state of an iteration.
    var startAt: String
    var isDistributed: Bool
    var items: Template?
    var itemSelector: Template?
    var maximumConcurrency: Template?
    var toleratedFailureCount: Template?
    var toleratedFailurePercentage: Template?
}
