import FoundationEssentials
package import JSON
package import StatesLanguage

/// Where the outside tells the ends of tasks, and where workers ask for them.
package struct TaskDesk: Sendable {
    private let store: any TaskStore
    private let clock: any WallClock
    private let digests: Digests
    private let dispatcher: Dispatcher

    /// The most characters of a token, as Step Functions has it.
    package static let maximumToken = 2_048
    /// The most characters of an error's name, of a cause, and of a worker's and an activity's name, as Step Functions has it.
    package static let maximumError = 256
    package static let maximumCause = ErrorOutput.maximumCause
    package static let maximumName = 80
    /// The longest that a worker waits for a task, in seconds: Step Functions' GetActivityTask.
    package static let longestPoll = 60

    package init(
        store: any TaskStore,
        clock: any WallClock,
        digests: Digests,
        dispatcher: Dispatcher
    ) {
        self.store = store
        self.clock = clock
        self.digests = digests
        self.dispatcher = dispatcher
    }

    /// Takes what is told of the task of that token; when it is `kept` it is on disk.
    package func answer(
        _ token: String,
        _ content: TaskAnswer.Content
    ) async throws -> AnswerResult {
        let digest = digests.digest(ofToken: token)
        let result = try await store.answer(digest, content, at: clock.now)
        if case .kept(let order) = result {
            // A sign of life wakes no order that sleeps: it is looked at when its time has come.
            if content.isEnd { wake(order) } else { dispatcher.runs.noteAnswer(to: order) }
        }
        return result
    }

    /// What a worker is given to do.
    package struct Assignment: Sendable {
        package var task: OpenTask
        package var token: String
        package var input: JSONValue
        /// How long it may take, in seconds; nil without a limit.
        package var timeoutSeconds: Int?
        /// How often a sign of life is wanted, in seconds; nil: never.
        package var heartbeatSeconds: Int?
    }

    /// The activity's task that has waited longest; waits so many seconds for one, and answers nil when none came, when
    /// the service stops and when the task is cancelled.
    package func take(
        _ activity: String,
        by worker: String?,
        within seconds: Int
    ) async throws -> Assignment? {
        let end = clock.now.addingTimeInterval(Double(seconds))
        while !Task.isCancelled, !dispatcher.isStopping {
            if let taken = try await store.takeTask(of: activity, by: worker, at: clock.now) {
                wake(taken.task.order)
                guard let assignment = try Assignment(taken) else { continue }
                return assignment
            }
            let left = end.timeIntervalSince(clock.now)
            guard left > 0 else { break }
            let rest = Duration.seconds(min(left, Self.poll))
            await dispatcher.tasks.wait(forTaskOf: activity, for: rest, clock: clock)
        }
        // The hint that has woken it may have been of a task that another one waits for.
        dispatcher.tasks.noteTask(of: activity)
        return nil
    }

    /// How long a waiting worker rests at most before it looks for itself, in seconds.
    private static let poll = 5.0

    /// The tasks whose ends may still be told, a page of them.
    package func openTasks(after place: Int64, limit: Int) async throws -> OpenTaskPage {
        try await store.openTasks(after: place, limit: limit)
    }

    /// Has the order taken up that has an answer, or its run look.
    private func wake(_ order: OrderID) {
        dispatcher.runs.noteAnswer(to: order)
        dispatcher.wake.raise()
    }
}

extension TaskDesk.Assignment {
    /// What stands of the task in its execution; nil when the execution does not wait for it any more.
    fileprivate init?(_ taken: TakenTask) throws {
        let execution = try Execution(snapshot: taken.snapshot)
        guard let request = execution.awaitedTasks.first(where: { $0.id == taken.task.task }),
            let token = request.token
        else { return nil }
        task = taken.task
        self.token = token
        input = request.input
        timeoutSeconds = request.timeoutSeconds
        heartbeatSeconds = request.heartbeatSeconds
    }
}
