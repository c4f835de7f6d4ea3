internal import JSON

extension Turn {
    /// A branch has come to its end.
    mutating func succeedBranch(_ branch: consuming Branch, _ output: Payload) {
        guard let parent = branch.parent else {
            record(.executionSucceeded, .executionSucceeded(output: output.text), in: &branch)
            execution.output = output
            execution.branches = Branches()
            return end(.succeeded(output: output.value))
        }
        childSucceeded(branch, of: parent, output: output)
    }

    /// A branch has failed for good.
    mutating func failBranch(_ branch: Branch, _ error: ErrorOutput) {
        // Measured: States.Runtime in a branch ends the execution at once, without a word of the states
        // around it. An iteration of a distributed Map is an execution of its own.
        guard let parent = branch.parent, branch.isSilent || error.error != ErrorName.runtime else {
            let event = record(.executionFailed, .failure(error), after: branch.previousEventId)
            halt(branch)
            haltAll(after: event)
            return end(.failed(error))
        }
        childFailed(branch, of: parent, error: error)
    }

    /// The whole execution is ended from outside.
    ///
    /// Measured: nothing is recorded of the states that it is in.
    mutating func stop(
        _ type: EventType,
        _ error: ErrorOutput,
        _ status: Execution.Status,
        after previous: Int
    ) {
        let event = record(type, .failure(error), after: previous)
        haltAll(after: event)
        end(status)
    }

    /// Ends every branch as it stands, to be kept for a redrive.
    private mutating func haltAll(after event: Int) {
        for (id, _) in execution.waiting.sorted { transition.commands.append(.cancel(id: id)) }
        for branch in execution.branches.all { halt(branch) }
        execution.branches[0]?.previousEventId = event
    }

    /// Ends the execution; what failed of it is kept for a redrive.
    private mutating func end(_ status: Execution.Status) {
        execution.status = status
        execution.waiting = Waiting()
        execution.ready = []
    }
}
