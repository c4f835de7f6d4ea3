package import FoundationEssentials

/// Where the tasks are found whose ends somebody outside tells.
///
/// They are opened and closed by what runs record of their orders (`Move.openTasks`), and outlive restarts and leases.
package protocol TaskStore: AnyObject, Sendable {
    /// Keeps an answer for the task of that token, which is known by its digest, and makes its order due if nobody works on
    /// it: when this returns `kept` the answer has survived a power cut.
    ///
    /// One end of a task is kept, and none once the task is closed. Of heartbeats the last alone is kept.
    func answer(
        _ token: [UInt8],
        _ content: TaskAnswer.Content,
        at now: Date
    ) async throws -> AnswerResult

    /// Takes up the activity's task that has waited longest, for a worker; nil when none waits.
    ///
    /// No task is taken twice.
    func takeTask(
        of activity: String,
        by worker: String?,
        at now: Date
    ) async throws -> TakenTask?

    /// Tasks whose ends may still be told, those after that place first.
    func openTasks(after place: Int64, limit: Int) async throws -> OpenTaskPage

    /// Orders that go on although the task that waited for their end is closed, at most so many.
    func orphans(limit: Int) async throws -> [OrderID]
}

/// An activity's task with what its worker needs.
package struct TakenTask: Sendable, Equatable {
    package var task: OpenTask
    /// The execution that has scheduled it, as it was last recorded: it holds the token and the input.
    package var snapshot: [UInt8]

    package init(_ task: OpenTask, snapshot: [UInt8]) {
        self.task = task
        self.snapshot = snapshot
    }
}

/// Some of the tasks whose ends may still be told.
package struct OpenTaskPage: Sendable, Equatable {
    package var tasks: [OpenTask]
    /// The place after which the next page begins; nil: this is the last.
    package var next: Int64?

    package init(_ tasks: [OpenTask], next: Int64?) {
        self.tasks = tasks
        self.next = next
    }
}
