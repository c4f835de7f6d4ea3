internal import JSON

extension Turn {
    /// Takes up what failed or was ended with it.
    mutating func redrive() {
        let isTooLarge = execution.status.error == ErrorName.dataLimitExceeded
        execution.status = .running
        execution.context.redriveCount += 1
        execution.context.redriveTime = now
        executionStart.origin = execution.origin
        let details = HistoryEvent.Details.executionRedriven(count: execution.context.redriveCount)
        let event = record(.executionRedriven, details, after: execution.nextEventId - 1)
        execution.branches[0]?.previousEventId = event
        // What was too large together would be again: all of it is made anew.
        if isTooLarge { restart(0) }
        for branch in execution.branches.sorted { revive(branch) }
    }

    private mutating func revive(_ branch: consuming Branch) {
        let id = branch.id
        branch.retries = Branch.Retries()
        switch branch.activity {
        case .entering, .retrying: execution.ready.append(id)
        case .halted, .task, .waiting, .delaying:
            branch.activity = .retrying
            execution.ready.append(id)
        case .parallel, .map:
            // Without a child that goes on, the state itself failed.
            guard branch.children.isEmpty else { break }
            branch.activity = .retrying
            execution.ready.append(id)
        }
        execution.branches.put(branch)
    }

    private mutating func restart(_ id: Int) {
        guard var branch = execution.branches[id] else { return }
        dropChildren(of: branch)
        branch.activity = .halted
        execution.branches.put(branch)
    }
}

extension Execution.Status {
    /// The name of the error that the execution ended with.
    fileprivate var error: String? {
        switch self {
        case .running, .succeeded, .timedOut: nil
        case .failed(let output), .aborted(let output): output.error
        }
    }
}
