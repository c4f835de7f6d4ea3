internal import JSON

extension Turn {
    /// A branch has come to its end.
    mutating func succeedBranch(_ branch: consuming Branch, _ output: Payload) {
        guard let parent = branch.parent else {
            record(.executionSucceeded, .executionSucceeded(output: output.text), in: &branch)
            execution.output = output
            return end(.succeeded(output: output.value))
        }
        childSucceeded(branch, of: parent, output: output)
    }

    /// A branch has failed for good.
    mutating func failBranch(_ branch: consuming Branch, _ error: ErrorOutput) {
        guard let parent = branch.parent else {
            record(.executionFailed, .failure(error), in: &branch)
            return end(.failed(error))
        }
        childFailed(branch, of: parent, error: error)
    }

    /// The whole execution is stopped from outside.
    mutating func stop(_ type: EventType, _ error: ErrorOutput, _ status: Execution.Status) {
        var previous = execution.branches[0]?.previousEventId ?? 0
        if let root = execution.branches.removeValue(forKey: 0) {
            previous = abort(root, after: nil)
        }
        record(type, .failure(error), after: previous)
        end(status)
    }

    private mutating func end(_ status: Execution.Status) {
        execution.status = status
        execution.branches = [:]
        execution.waiting = [:]
        execution.ready = []
    }
}
