internal import JSON

extension Turn {
    /// Takes in what happened outside; an event of something that is no longer waited for is nothing.
    mutating func apply(_ event: Event) {
        switch event {
        case .taskSucceeded(let id, let output):
            withTask(id) { turn, branch, state, task in
                guard let task else {
                    return turn.completeErrand(branch, state, output: output)
                }
                turn.completeTask(branch, state, task, output: output)
            }
        case .taskFailed(let id, let error):
            failTask(id, StateFailure(error))
        case .taskTimedOut(let id): failTask(id, StateFailure(ErrorOutput(ErrorName.timeout)))
        case .taskHeartbeatTimedOut(let id):
            // Recorded: the name is that of a timeout; a retrier may know it by either.
            let failure = StateFailure(
                ErrorOutput(ErrorName.timeout),
                alias: ErrorName.heartbeatTimeout
            )
            failTask(id, failure)
        case .taskSubmitted(let id, let output): submitTask(id, output)
        case .activityStarted(let id, let worker, let instant):
            withProgress(id) { turn, branch, progress in
                turn.startActivity(&branch, &progress, by: worker, at: instant)
            }
        case .taskHeartbeat(let id, let instant):
            withProgress(id) { _, _, progress in
                guard let last = progress.beatAt else { return }
                progress.beatAt = max(last, instant)
            }
        case .timerFired(let id): fireTimer(id)
        case .executionTimedOut:
            stop(.executionTimedOut, ErrorOutput(ErrorName.timeout), .timedOut, after: 0)
        case .aborted(let error): stop(.executionAborted, error, .aborted(error), after: 0)
        case .proceed: return
        }
    }

    private mutating func failTask(_ id: Int, _ failure: StateFailure) {
        withTask(id) { turn, branch, state, task in
            guard let task else { return turn.failErrand(branch, state, failure) }
            turn.failTask(branch, state, task, failure)
        }
    }

    /// Takes the branch out whose task has ended, and ends it with `body`; a Map's own task has no Task state.
    private mutating func withTask(
        _ id: Int,
        _ body: (inout Turn, consuming Branch, State, TaskState?) -> Void
    ) {
        guard let branchId = execution.waiting[id],
            let branch = execution.branches.remove(branchId)
        else { return }
        guard let state = machine.states[branch.state], branch.outstandingId == id else {
            execution.branches.put(branch)
            return
        }
        switch state.kind {
        case .task(let task) where branch.isRunningTask:
            execution.waiting.remove(id)
            body(&self, branch, state, task)
        case .map where branch.isMapping:
            execution.waiting.remove(id)
            body(&self, branch, state, nil)
        default: execution.branches.put(branch)
        }
    }

    private mutating func submitTask(_ id: Int, _ output: JSONValue) {
        withProgress(id) { turn, branch, progress in
            guard let integration = progress.resource.integration, progress.awaitedSince == nil
            else { return }
            (progress.awaitedSince, progress.beatAt) = (turn.now, turn.now)
            let details = HistoryEvent.Details.taskOutput(integration, output: output.text)
            turn.record(.taskSubmitted, details, in: &branch)
        }
    }

    /// Changes what is known of a Task state's task that has not ended.
    private mutating func withProgress(
        _ id: Int,
        _ body: (inout Turn, inout Branch, inout TaskProgress) -> Void
    ) {
        guard let branchId = execution.waiting[id], var branch = execution.branches[branchId],
            case .task(var progress) = branch.activity, progress.id == id
        else { return }
        body(&self, &branch, &progress)
        branch.activity = .task(progress)
        execution.branches.put(branch)
    }

    private mutating func fireTimer(_ id: Int) {
        guard let branchId = execution.waiting[id], var branch = execution.branches[branchId],
            let state = machine.states[branch.state]
        else { return }
        switch branch.activity {
        case .waiting:
            execution.waiting.remove(id)
            _ = execution.branches.remove(branchId)
            endWait(branch, state)
        case .delaying:
            execution.waiting.remove(id)
            branch.activity = .retrying
            execution.branches.put(branch)
            execution.ready.append(branchId)
        case .entering, .retrying, .halted, .task, .parallel, .map: return
        }
    }
}
