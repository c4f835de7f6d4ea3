internal import JSON

extension Turn {
    /// A branch has come to its end.
    mutating func succeedBranch(_ branch: consuming Branch, _ output: Payload) {
        guard let parent = branch.parent else {
            record(.executionSucceeded, .executionSucceeded(output: output.text), in: &branch)
            execution.output = output
            execution.branches = [:]
            return end(.succeeded(output: output.value))
        }
        childSucceeded(branch, of: parent, output: output)
    }

    /// A branch has failed for good.
    mutating func failBranch(_ branch: consuming Branch, _ error: ErrorOutput) {
        guard let parent = branch.parent else {
            record(.executionFailed, .failure(error), in: &branch)
            halt(branch)
            return end(.failed(error))
        }
        childFailed(branch, of: parent, error: error)
    }

    /// The whole execution is stopped from outside.
    mutating func stop(_ type: EventType, _ error: ErrorOutput, _ status: Execution.Status) {
        let previous = abort(0, after: nil)
        let last = record(type, .failure(error), after: previous)
        execution.branches[0]?.previousEventId = last
        end(status)
    }

    /// Ends the execution; what failed of it is kept for a redrive.
    private mutating func end(_ status: Execution.Status) {
        execution.status = status
        execution.waiting = [:]
        execution.ready = []
    }
}
