internal import JSON

extension Turn {
    /// Records an event that follows another, and answers its id.
    @discardableResult
    mutating func record(
        _ type: EventType,
        _ details: consuming HistoryEvent.Details,
        after previous: Int
    ) -> Int {
        let id = execution.nextEventId
        if id == limits.warnedHistory { transition.warnings.append(.history(id)) }
        execution.nextEventId += 1
        transition.history.append(
            HistoryEvent(
                id: id,
                previousEventId: previous,
                timestamp: now,
                type: type,
                details: details
            )
        )
        return id
    }

    /// Records the next event of a branch.
    mutating func record(
        _ type: EventType,
        _ details: consuming HistoryEvent.Details,
        in branch: inout Branch
    ) {
        guard !branch.isSilent else { return }
        branch.previousEventId = record(type, details, after: branch.previousEventId)
    }
}

extension State.Kind {
    var enteredEvent: EventType {
        switch self {
        case .task: .taskStateEntered
        case .pass: .passStateEntered
        case .choice: .choiceStateEntered
        case .wait: .waitStateEntered
        case .succeed: .succeedStateEntered
        case .fail: .failStateEntered
        case .parallel: .parallelStateEntered
        case .map: .mapStateEntered
        }
    }

    var isWait: Bool {
        guard case .wait = self else { return false }
        return true
    }

    /// A Fail state is never left.
    var exitedEvent: EventType {
        switch self {
        case .task: .taskStateExited
        case .pass: .passStateExited
        case .choice: .choiceStateExited
        case .wait: .waitStateExited
        case .succeed: .succeedStateExited
        case .fail: .failStateEntered
        case .parallel: .parallelStateExited
        case .map: .mapStateExited
        }
    }

    /// What is recorded when the branch ends around the state; nil for states that take no time.
    var abortedEvent: EventType? {
        switch self {
        case .task: .taskStateAborted
        case .wait: .waitStateAborted
        case .parallel: .parallelStateAborted
        case .map: .mapStateAborted
        case .pass, .choice, .succeed, .fail: nil
        }
    }
}
