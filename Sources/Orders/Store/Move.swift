package import FoundationEssentials

/// One recorded step of an order.
package struct Move: Sendable {
    /// The execution after the step; of no meaning when its end drops it.
    package var snapshot: [UInt8]
    /// The state that it is in or was last in.
    package var state: String?
    /// The history events of the step, in order.
    package var history: [RecordedEvent]
    /// How many task attempts failed in it.
    package var failures: Int
    /// The tasks whose ends are told from outside, all of them as of this step; nil when they are those of the step before.
    ///
    /// One that is missing is closed, and its answers go.
    package var openTasks: [TaskOpening]?
    /// The answers that the step has taken in, by their numbers.
    package var answers: [Int64] = []
    /// The task that the step ends by itself.
    package var ended: OwnEnd?

    /// That a task ends without an answer from outside: its time is over, or its call has failed.
    ///
    /// The step is refused by `StoreError.answered` when an end of the task is kept that the step has not taken in.
    package struct OwnEnd: Sendable, Hashable {
        package var task: Int
        /// Whether it ends because it was silent: a sign of life counts against that too.
        package var isForSilence = false

        package init(task: Int, isForSilence: Bool = false) {
            (self.task, self.isForSilence) = (task, isForSilence)
        }
    }
    package var next: Next
    package var at: Date

    /// What comes after a step.
    package enum Next: Sendable {
        /// The runner goes on under the same lease.
        case proceed
        /// Nothing to do until then, nor before the named gate has room, unless the time of a timer of the workflow's
        /// own comes before: the lease ends. There is a timer only beside a gate.
        case sleep(until: Date, gate: String? = nil, timer: Date? = nil)
        /// A person has to decide about a delivery: the lease ends. Was it decided just now, the order goes on.
        case hold(reason: String)
        /// The workflow has ended: the lease ends.
        case end(Ending)

        /// Whether the order never goes on, so that its position makes room.
        package var dropsPosition: Bool {
            if case .end(let ending) = self { ending.status == .succeeded } else { false }
        }
    }

    package init(
        snapshot: [UInt8],
        state: String?,
        history: [RecordedEvent],
        failures: Int,
        next: Next,
        at now: Date
    ) {
        self.snapshot = snapshot
        self.state = state
        self.history = history
        self.failures = failures
        self.next = next
        at = now
    }

    /// Whether the lease is given up with it.
    package var endsLease: Bool {
        if case .proceed = next { false } else { true }
    }

    /// Both moves as one, of which nothing was written in between.
    func followed(by next: Move) -> Move {
        var both = next
        both.history = history + next.history
        both.failures += failures
        both.openTasks = next.openTasks ?? openTasks
        both.answers = answers + next.answers
        both.ended = next.ended ?? ended
        return both
    }
}
