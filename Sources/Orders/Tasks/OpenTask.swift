package import FoundationEssentials
package import StatesLanguage

/// A task of an order whose end somebody outside tells: who was given its token, an activity's worker, or the end of
/// another order.
package struct OpenTask: Sendable, Equatable {
    package var order: OrderID
    /// What the task is known by in the order's execution: `TaskRequest.id`.
    package var task: Int
    /// The Task state's name.
    package var state: String
    package var kind: Kind
    /// The activity's name, or the resource that was called.
    package var name: String
    /// When it was scheduled.
    package var since: Date
    package var status = Status.open
    /// Who took the activity up, as the worker calls itself.
    package var worker: String?
    /// When it was taken up.
    package var takenAt: Date?

    package init(
        order: OrderID,
        task: Int,
        state: String,
        kind: Kind,
        name: String,
        since: Date
    ) {
        self.order = order
        self.task = task
        self.state = state
        self.kind = kind
        self.name = name
        self.since = since
    }

    /// Who tells the end.
    package enum Kind: String, Sendable, CaseIterable {
        /// Whoever was given the token.
        case callback
        /// A worker that asks for it.
        case activity
        /// An order that the task has started.
        case child
    }

    package enum Status: String, Sendable, CaseIterable {
        case open
        /// A worker has taken it up.
        case taken
        /// Its end was told, and is not taken in yet.
        case answered
        /// Its end was told and taken in.
        case ended
        /// Nobody waits for its end any more: it took too long, or its order went another way.
        case closed

        /// Whether its end may still be told.
        package var isOpen: Bool { self == .open || self == .taken }
    }
}

/// A task as an order's run opens it.
package struct TaskOpening: Sendable, Equatable {
    package var task: OpenTask
    /// SHA-256 of its token: a store finds the task by it, and holds no token where it can be listed.
    package var token: [UInt8]

    package init(_ task: OpenTask, token: [UInt8]) {
        self.task = task
        self.token = token
    }
}

extension TaskOpening {
    /// What a run opens for a request of its execution; nil for a task that is not awaited.
    init?(_ request: TaskRequest, of order: OrderID, _ digests: Digests) {
        guard request.isAwaited, let token = request.token else { return nil }
        let (kind, name): (OpenTask.Kind, String) =
            switch (request.resource.target, request.resource.pattern) {
            case (.activity(let activity), _): (.activity, activity.name)
            case (_, .sync): (.child, request.resource.text)
            default: (.callback, request.resource.text)
            }
        self.init(
            OpenTask(
                order: order,
                task: request.id,
                state: request.state,
                kind: kind,
                name: name,
                since: request.startedAt
            ),
            token: digests.digest(ofToken: token)
        )
    }
}

extension Digests {
    /// By what a store knows a task token.
    package func digest(ofToken token: String) -> [UInt8] { sha256(Array(token.utf8)) }
}
