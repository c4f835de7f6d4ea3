internal import FoundationEssentials
internal import JSON

/// What is going to happen in an offline run, and when.
struct Agenda {
    private struct Entry {
        var id: Int
        var instant: Date
        var event: Event
    }

    /// Sorted by instant, latest first; those of one instant in the order of their ids.
    private var entries: [Entry] = []
    /// Tasks of which nobody knows how they end.
    private(set) var unanswered: [TaskRequest] = []
    private let deadline: Date?

    init(deadline: Date?) { self.deadline = deadline }

    mutating func add(_ commands: [Command], at now: Date, answer: OfflineRun.TaskAnswer) {
        for command in commands {
            switch command {
            case .runTask(let task):
                if let outcome = answer(task) ?? task.presumedOutcome {
                    add(outcome, of: task, at: now)
                } else {
                    unanswered.append(task)
                }
            case .wait(let id, let until):
                insert(Entry(id: id, instant: until, event: .timerFired(id: id)))
            case .cancel(let id):
                entries.removeAll { $0.id == id }
                unanswered.removeAll { $0.id == id }
            case .proceed:
                // Before all else, so that it makes no difference where a turn ends.
                entries.append(Entry(id: 0, instant: now, event: .proceed))
            }
        }
    }

    /// The outcome, or the timeout that comes before it.
    private mutating func add(_ outcome: OfflineRun.TaskOutcome, of task: TaskRequest, at now: Date)
    {
        if task.isActivity {
            let event = Event.activityStarted(id: task.id, worker: nil, at: now)
            insert(Entry(id: task.id, instant: now, event: event))
        }
        if let output = outcome.submitted(by: task) {
            let event = Event.taskSubmitted(id: task.id, output: output)
            insert(Entry(id: task.id, instant: now, event: event))
        }
        let (event, seconds) = Self.end(of: task, with: outcome)
        let instant = now.addingTimeInterval(seconds)
        insert(Entry(id: task.id, instant: instant, event: event))
    }

    /// What ends the attempt, and after how many seconds.
    private static func end(
        of task: TaskRequest,
        with outcome: OfflineRun.TaskOutcome
    ) -> (Event, Double) {
        let timeout = Double(task.timeoutSeconds ?? Retrier.longestDelay)
        let missed = outcome.missedHeartbeat(of: task).map { min($0, timeout) } ?? timeout
        switch outcome.end {
        case .succeeded(let output) where outcome.seconds < missed:
            return (.taskSucceeded(id: task.id, output: output), outcome.seconds)
        case .failed(let error) where outcome.seconds < missed:
            return (.taskFailed(id: task.id, error), outcome.seconds)
        case .succeeded, .failed, .silent:
            return missed < timeout
                ? (.taskHeartbeatTimedOut(id: task.id), missed)
                : (.taskTimedOut(id: task.id), timeout)
        }
    }

    private mutating func insert(_ entry: Entry) {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].instant > entry.instant { low = middle + 1 } else { high = middle }
        }
        // Nearly always it is the only one: to insert is slower than to append.
        if low == entries.count { entries.append(entry) } else { entries.insert(entry, at: low) }
    }

    /// The next event; the execution's timeout when that comes first.
    mutating func next() -> (Event, Date)? {
        if let deadline, entries.last.map({ $0.instant > deadline }) ?? true {
            return (.executionTimedOut, deadline)
        }
        return entries.popLast().map { ($0.event, $0.instant) }
    }
}

extension TaskRequest {
    /// What is taken for granted where nobody says otherwise: results can be written.
    fileprivate var presumedOutcome: OfflineRun.TaskOutcome? {
        resource.writesResults ? OfflineRun.TaskOutcome(.succeeded(.null)) : nil
    }
}

extension TaskResource {
    /// Whether it is what a Map's ResultWriter calls, and no Task state can.
    var writesResults: Bool {
        guard case .service(let service) = target else { return false }
        return service.api == .optimized && service.service == "s3" && service.action == "putObject"
    }
}
