package import JSON
package import StatesLanguage

/// What a Task state's `Resource` can name: it does the task's work and says how it ended.
package protocol Integration: Sendable {
    /// Does the work. It may be called again for the same task after a crash, so what it sends goes through
    /// the call's `Deliveries`, which know what was sent before.
    func perform(_ call: TaskCall) async -> TaskOutcome

    /// Whether all that it does outside for such a task goes through the call's `Deliveries`, one after the other and without
    /// a wait between them.
    ///
    /// The order's position is then written with the first intent, and that one was accepted with what follows; else the
    /// position is written before the task begins, and each outcome for itself.
    func sends(_ task: TaskRequest) -> Bool
}

extension Integration {
    /// Nothing is known of what it does.
    package func sends(_ task: TaskRequest) -> Bool { false }
}

/// One call of an integration.
package struct TaskCall: Sendable {
    /// On whose behalf the call is made.
    package var origin: Origin
    /// The `Resource` that was named.
    package var resource: TaskResource
    package var input: JSONValue
    /// What the state's `Credentials` came to, such as `{"RoleArn": …}`; nil: the service's own are used.
    package var credentials: JSONValue?

    /// Who calls.
    package enum Origin: Sendable {
        /// A visit of a Task state of an order's workflow.
        case order(Visit)
        /// The schedule of that name.
        case schedule(String)
    }

    /// One visit of a Task state, however often its task is tried.
    package struct Visit: Sendable {
        package var order: OrderID
        /// The state's name.
        package var state: String
        /// What the visit is known by in the order's execution: `TaskRequest.visit`.
        package var id: Int
        /// The present attempt in the order's execution: `TaskRequest.id`.
        ///
        /// What must happen anew at every attempt, such as handing out its token, is told apart by it.
        package var task: Int
        /// The way to send e-mails and notices for it.
        package var deliveries: Deliveries
        /// What its calls belong to; nil: to no trace.
        package var trace: CallTrace?

        package init(
            order: OrderID,
            state: String,
            id: Int,
            task: Int = 0,
            deliveries: Deliveries
        ) {
            self.order = order
            self.state = state
            self.id = id
            self.task = task
            self.deliveries = deliveries
        }
    }

    package init(
        origin: Origin,
        resource: TaskResource,
        input: JSONValue,
        credentials: JSONValue? = nil
    ) {
        self.origin = origin
        self.resource = resource
        self.input = input
        self.credentials = credentials
    }
}

/// How a task ended, or why it did not.
package enum TaskOutcome: Sendable, Equatable {
    case succeeded(JSONValue)
    /// It failed; the state's Retry and Catch decide.
    case failed(error: String, cause: String)
    /// A fault from outside that is no attempt, such as throttling: the same task is done again after a while, and not
    /// before the named gate has room; after no time at all when the gate alone decides. Without a reason it waits for
    /// its turn at our own limits, which nobody needs to be told.
    case postponed(for: Duration, reason: String?, gate: String? = nil)
    /// A person has to decide first.
    case held(reason: String)
    /// The order is not ours any more, or the store fails: nothing can be written about it now.
    case abandoned(reason: String)
}

/// What the engine asks for who performs a task; `Integrations` keeps it.
package protocol IntegrationCatalog: Sendable {
    /// What performs the tasks that call this; nil when nothing here does.
    func performer(of resource: TaskResource) -> Performer?
}

/// What performs tasks, and by which name it is known.
package struct Performer: Sendable {
    /// By this its calls are limited: the name of their gate in `ProviderGates.calls`, if there is one.
    package var name: String
    package var integration: any Integration
    /// The name that a call's arguments give it instead; nil where they do not.
    private let nameByInput: @Sendable (JSONValue) -> String?

    package init(
        name: String,
        integration: any Integration,
        nameByInput: @escaping @Sendable (JSONValue) -> String? = { _ in nil }
    ) {
        self.name = name
        self.integration = integration
        self.nameByInput = nameByInput
    }

    /// By this that call is limited.
    func name(of call: TaskCall) -> String { nameByInput(call.input) ?? name }
}
