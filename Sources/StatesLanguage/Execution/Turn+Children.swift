internal import JSON

/// Parallel and Map: states whose work is done by branches of their own.
extension Turn {
    mutating func performParallel(
        _ parallel: ParallelState,
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) -> Outcome {
        let raw = scope(of: branch)
        let effective = try state.flow.effective(raw)
        let arguments =
            state.flow.takesInputUnchanged ? branch.input : try arguments(of: state, in: effective)
        record(.parallelStateStarted, .none, in: &branch)
        let parent = branch.id
        var running: [Int?] = []
        for (index, startAt) in parallel.branches.enumerated() {
            let child = startBranch(
                at: startAt,
                input: arguments,
                parent: Branch.Parent(branch: parent, index: index),
                after: branch.previousEventId,
                isSilent: branch.isSilent
            )
            running.append(child)
        }
        let outputs = [JSONValue?](repeating: nil, count: running.count)
        branch.activity = .parallel(ParallelProgress(running: running, outputs: outputs))
        return .waits
    }

    /// A branch of a Parallel or an iteration of a Map has come to its end.
    mutating func childSucceeded(
        _ child: borrowing Branch,
        of parent: Branch.Parent,
        output: Payload
    ) {
        guard var branch = execution.branches.remove(parent.branch),
            let state = machine.states[branch.state]
        else { return }
        branch.previousEventId = child.previousEventId
        if var progress = branch.takeParallel() {
            progress.running[parent.index] = nil
            progress.outputs[parent.index] = output.value
            progress.ended += 1
            finishParallel(branch, state, progress)
        } else if var progress = branch.takeMap() {
            progress.running[parent.index] = nil
            progress.outputs[parent.index] = output.value
            progress.ended += 1
            progress.outputSize += output.size + 1
            // Given away: who keeps a copy has its arrays copied at the next change.
            finishIteration(branch, state, consume progress, index: parent.index)
        }
    }

    private mutating func finishParallel(
        _ branch: consuming Branch,
        _ state: State,
        _ progress: consuming ParallelProgress
    ) {
        guard progress.ended == progress.running.count else {
            branch.activity = .parallel(progress)
            execution.branches.put(branch)
            return
        }
        if !branch.isSilent {
            record(.parallelStateSucceeded, .none, after: branch.previousEventId)
        }
        leave(branch, state, result: .array(progress.outputs.compactMap(\.self)))
    }

    /// A branch of a Parallel or an iteration of a Map has failed.
    mutating func childFailed(
        _ child: Branch,
        of parent: Branch.Parent,
        error: ErrorOutput
    ) {
        guard var branch = execution.branches.remove(parent.branch),
            let state = machine.states[branch.state]
        else { return }
        let childId = child.id
        if let progress = branch.takeParallel() {
            recordAbortedTask(child)
            var previous = child.previousEventId
            for case let sibling? in progress.running where sibling != childId {
                previous = abort(sibling, after: previous)
            }
            halt(child)
            branch.previousEventId = previous
            branch.activity = .parallel(progress)
            fail(branch, in: state, StateFailure(error))
        } else if let progress = branch.takeMap() {
            branch.previousEventId = child.previousEventId
            failIteration(branch, state, consume progress, child, error)
        }
    }

    /// Keeps a branch that has failed for a redrive.
    mutating func halt(_ branch: Branch) {
        var branch = branch
        branch.halt()
        execution.branches.put(branch)
    }

    /// Forgets the branches of a Parallel or Map state that is left or starts again.
    mutating func dropChildren(of branch: borrowing Branch) {
        for id in branch.children {
            guard let child = execution.branches.remove(id) else { continue }
            dropChildren(of: child)
        }
    }

    /// Recorded: a Task that fails inside of a Parallel is also aborted; nothing follows that event.
    private mutating func recordAbortedTask(_ child: borrowing Branch) {
        guard !child.isSilent, case .task? = machine.states[child.state]?.kind else { return }
        record(.taskStateAborted, .none, after: child.previousEventId)
    }

    /// Ends a branch and all inside of it, and answers the last event's id.
    @discardableResult
    mutating func abort(_ id: Int, after event: Int?) -> Int {
        guard let branch = execution.branches[id] else { return event ?? 0 }
        var previous = event ?? branch.previousEventId
        switch branch.activity {
        case .entering, .retrying: break
        case .halted: return previous
        case .task(let task): cancel(task.id)
        case .waiting(let id, _), .delaying(let id, _): cancel(id)
        case .parallel:
            for child in branch.children { previous = abort(child, after: previous) }
        case .map(let progress):
            if let errand = progress.errand { cancel(errand.task.id) }
            abortIterations(of: progress, in: branch.state, after: previous)
        }
        halt(branch)
        guard !branch.isSilent, branch.enteredEventId != 0,
            let type = machine.states[branch.state]?.kind.abortedEvent
        else { return previous }
        return record(type, .none, after: previous)
    }

    private mutating func cancel(_ id: Int) {
        execution.waiting.remove(id)
        transition.commands.append(.cancel(id: id))
    }
}
