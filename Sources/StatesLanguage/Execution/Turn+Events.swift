internal import JSON

extension Turn {
    /// Takes in what happened outside; an event of something that is no longer waited for is nothing.
    mutating func apply(_ event: Event) {
        switch event {
        case .taskSucceeded(let id, let output):
            withTask(id) { turn, branch, state, task in
                turn.completeTask(branch, state, task, output: output)
            }
        case .taskFailed(let id, let error):
            withTask(id) { turn, branch, state, task in
                turn.failTask(branch, state, task, StateFailure(error))
            }
        case .taskTimedOut(let id):
            withTask(id) { turn, branch, state, task in
                turn.failTask(branch, state, task, StateFailure(ErrorOutput(ErrorName.timeout)))
            }
        case .taskHeartbeatTimedOut(let id):
            // Recorded: the name is that of a timeout; a retrier may know it by either.
            let failure = StateFailure(
                ErrorOutput(ErrorName.timeout),
                alias: ErrorName.heartbeatTimeout
            )
            withTask(id) { turn, branch, state, task in
                turn.failTask(branch, state, task, failure)
            }
        case .taskSubmitted(let id, let output): submitTask(id, output)
        case .timerFired(let id): fireTimer(id)
        case .executionTimedOut:
            stop(.executionTimedOut, ErrorOutput(ErrorName.timeout), .timedOut, after: 0)
        case .aborted(let error): stop(.executionAborted, error, .aborted(error), after: 0)
        case .proceed: return
        }
    }

    /// Takes the branch out whose task has ended, and ends it with `body`.
    private mutating func withTask(
        _ id: Int,
        _ body: (inout Turn, consuming Branch, State, TaskState) -> Void
    ) {
        guard let branchId = execution.waiting[id],
            let branch = execution.branches.removeValue(forKey: branchId)
        else { return }
        guard case .task = branch.activity, let state = machine.states[branch.state],
            case .task(let task) = state.kind
        else {
            execution.branches[branchId] = branch
            return
        }
        execution.waiting.removeValue(forKey: id)
        body(&self, branch, state, task)
    }

    private mutating func submitTask(_ id: Int, _ output: JSONValue) {
        guard let branchId = execution.waiting[id], var branch = execution.branches[branchId],
            case .task(let progress) = branch.activity,
            let integration = progress.resource.integration
        else { return }
        let details = HistoryEvent.Details.taskOutput(integration, output: output.text)
        record(.taskSubmitted, details, in: &branch)
        execution.branches[branchId] = branch
    }

    private mutating func fireTimer(_ id: Int) {
        guard let branchId = execution.waiting[id], var branch = execution.branches[branchId],
            let state = machine.states[branch.state]
        else { return }
        switch branch.activity {
        case .waiting:
            execution.waiting.removeValue(forKey: id)
            execution.branches.removeValue(forKey: branchId)
            endWait(branch, state)
        case .delaying:
            execution.waiting.removeValue(forKey: id)
            branch.activity = .retrying
            execution.branches[branchId] = branch
            execution.ready.append(branchId)
        case .entering, .retrying, .halted, .task, .parallel, .map: return
        }
    }
}
