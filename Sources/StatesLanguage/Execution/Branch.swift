internal import FoundationEssentials
internal import JSON

/// One line of control: the machine's own, a branch of a Parallel, or an iteration of a Map.
struct Branch: Sendable, Equatable {
    let id: Int
    /// The branch whose Parallel or Map state started this one, and its place there.
    let parent: Parent?
    /// Whether it leaves nothing in the history: the iterations of a distributed Map do not.
    let isSilent: Bool
    var state: String
    /// That state's raw input.
    var input: Payload
    var enteredAt: Date
    /// The id of the state's entered event; a negative number in a silent branch.
    var enteredEventId = 0
    /// What the present visit to the state is known by outside: see `Turn.visit(of:)`.
    var visit = 0
    /// How many states it has entered.
    var entries = 0
    /// The event that the branch's next one follows.
    var previousEventId: Int
    /// The variables assigned in this branch; those of outer branches are read through `parent`.
    var variables = Variables()
    var retries = Retries()
    var activity = Activity.entering

    struct Parent: Sendable, Equatable {
        var branch: Int
        var index: Int
    }

    /// How often the current visit to a state was retried: by each retrier, and in all.
    struct Retries: Sendable, Equatable {
        var byRetrier: [Int] = []
        var total: Int { byRetrier.reduce(0, &+) }
    }

    /// What the branch does in its state.
    ///
    /// Indirect, for a branch is moved about at every step.
    indirect enum Activity: Sendable, Equatable {
        case entering
        /// The state is to be run again: the retry delay is over, or the execution is redriven.
        case retrying
        /// The state failed or was ended with others; a redrive runs it again.
        case halted
        case task(TaskProgress)
        /// A Wait state.
        case waiting(id: Int, until: Date)
        /// The delay before a retry.
        case delaying(id: Int, until: Date)
        case parallel(ParallelProgress)
        case map(MapProgress)
    }

    /// The branches that its Parallel or Map state runs or ran when it failed, by their place.
    var children: [Int] {
        switch activity {
        case .entering, .retrying, .halted, .task, .waiting, .delaying: []
        case .parallel(let progress): progress.running.compactMap(\.self)
        case .map(let progress): progress.running.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Whether it waits for the task of a Task state.
    var isRunningTask: Bool { if case .task = activity { true } else { false } }

    /// Whether it is in a Map state.
    var isMapping: Bool { if case .map = activity { true } else { false } }

    /// The branch as it is kept for a redrive.
    mutating func halt() {
        switch activity {
        case .entering where enteredEventId == 0: return
        case .parallel: return
        case .map(var progress):
            // Nobody waits for its own task any more.
            progress.errand = nil
            activity = .map(progress)
        case .entering, .retrying, .halted, .task, .waiting, .delaying: activity = .halted
        }
    }

    /// Takes the progress of a Parallel out of the branch, so that its arrays are changed in place.
    mutating func takeParallel() -> ParallelProgress? {
        guard case .parallel(let progress) = activity else { return nil }
        activity = .entering
        return progress
    }

    /// The same for a Map.
    mutating func takeMap() -> MapProgress? {
        guard case .map(let progress) = activity else { return nil }
        activity = .entering
        return progress
    }

    /// What the branch waits for outside.
    var command: Command? {
        switch activity {
        case .entering, .retrying, .halted, .parallel: nil
        case .task(let task): .runTask(task.request(in: self))
        case .map(let progress): progress.errand.map { .runTask($0.task.request(in: self)) }
        case .waiting(let id, let until), .delaying(let id, let until): .wait(id: id, until: until)
        }
    }

    /// When the branch's timer fires.
    var timer: Date? {
        switch activity {
        case .entering, .retrying, .halted, .task, .parallel, .map: nil
        case .waiting(_, let until), .delaying(_, let until): until
        }
    }
}

/// A task that is running outside.
struct TaskProgress: Sendable, Equatable {
    var id: Int
    var resource: TaskResource
    /// The arguments; nil when they are the state's raw input.
    var arguments: Payload?
    var startedAt: Date
    var timeoutSeconds: Int?
    var heartbeatSeconds: Int?
    var credentials: JSONValue?
    var token: String?
    /// Since when its end is waited for: the service took the call, or a worker the activity.
    var awaitedSince: Date?
    /// When whoever works on it last gave a sign of life.
    var beatAt: Date?

    func request(in branch: Branch) -> TaskRequest {
        let arguments = arguments ?? branch.input
        return TaskRequest(
            id: id,
            state: branch.state,
            visit: branch.visit,
            resource: resource,
            input: arguments.value,
            inputText: arguments.text,
            startedAt: startedAt,
            timeoutSeconds: timeoutSeconds,
            heartbeatSeconds: heartbeatSeconds,
            retryCount: branch.retries.total,
            credentials: credentials,
            token: token,
            awaitedSince: awaitedSince,
            beatAt: beatAt
        )
    }
}

/// A Parallel state whose branches run.
struct ParallelProgress: Sendable, Equatable {
    /// The branches' ids by their place; nil when one has ended.
    var running: [Int?]
    /// The branches' outputs by their place.
    var outputs: [JSONValue?]
    var ended = 0
}

/// A Map state whose iterations run.
struct MapProgress: Sendable, Equatable {
    /// What each iteration gets as its item; of an object's members each is `{"Key": …, "Value": …}`.
    var items: [JSONValue]
    /// Whether the items are an object's members.
    var areMembers = false
    /// Where the items were read from, as `$$.Map.Item.Source` says it; nil: they stood in the state's input.
    var source: String?
    /// Where each batch of items ends, when iterations get several.
    var batches: [Int] = []
    /// What the iterations came to, by index; nil where one runs, failed or has not begun.
    var outputs: [JSONValue?]
    /// The ids of the iterations that run, by index.
    var running: [Int: Int] = [:]
    var nextIndex = 0
    var ended = 0
    var failures = 0
    /// The length of the outputs' texts in bytes.
    var outputSize = 0
    var maximumConcurrency: Int
    var toleratedFailures: Int
    /// The event after which the next iteration starts.
    var previousEventId: Int
    /// The Map Run of a DISTRIBUTED Map.
    var run: MapRun?
    /// The task that brings the items or takes the results away, while it runs.
    var errand: Errand?

    /// A task of the Map's own.
    enum Errand: Sendable, Equatable {
        case reading(TaskProgress)
        case writing(TaskProgress)

        var task: TaskProgress {
            switch self {
            case .reading(let task), .writing(let task): task
            }
        }
    }

    /// How many iterations there are.
    var count: Int { batches.isEmpty ? items.count : batches.count }

    /// The items of one iteration.
    func items(of index: Int) -> Range<Int> {
        guard !batches.isEmpty else { return index..<index + 1 }
        return (index == 0 ? 0 : batches[index - 1])..<batches[index]
    }
}
