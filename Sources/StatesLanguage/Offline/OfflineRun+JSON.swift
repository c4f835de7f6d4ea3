package import JSON

extension OfflineRun.Outcome {
    /// The end as AWS's DescribeExecution tells it: `status`, `output` as JSON text, `error`, `cause`.
    ///
    /// An execution that waits for tasks nobody answered is `RUNNING` and names them.
    package var json: JSONObject {
        var members = JSONObject()
        switch execution.status {
        case .running:
            members["status"] = "RUNNING"
            members["waitingFor"] = .array(unanswered.map(\.summary))
        case .succeeded:
            members["status"] = "SUCCEEDED"
            members["output"] = execution.outputText.map { .string($0) }
        case .failed(let error): members.add("FAILED", error)
        case .timedOut: members["status"] = "TIMED_OUT"
        case .aborted(let error): members.add("ABORTED", error)
        }
        return members
    }
}

extension JSONObject {
    fileprivate mutating func add(_ status: String, _ error: ErrorOutput) {
        self["status"] = .string(status)
        if let name = error.error { self["error"] = .string(name) }
        if let cause = error.cause { self["cause"] = .string(cause) }
    }
}

extension TaskRequest {
    fileprivate var summary: JSONValue {
        [
            "state": .string(state), "resource": .string(resource.text),
            "attempt": .number(retryCount + 1),
        ]
    }
}
