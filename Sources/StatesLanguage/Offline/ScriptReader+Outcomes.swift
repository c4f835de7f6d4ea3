internal import JSON

/// How one attempt ends, as a script says it.
extension ScriptReader {
    /// One outcome, or an array of them.
    mutating func outcomes(
        of task: TaskState?,
        _ value: JSONValue,
        at place: String
    ) -> [OfflineRun.TaskOutcome] {
        guard let elements = value.array else {
            return outcome(of: task, value, at: place).map { [$0] } ?? []
        }
        if elements.isEmpty { faults.append("\(place): expected at least one outcome") }
        var outcomes: [OfflineRun.TaskOutcome] = []
        for (index, element) in elements.enumerated() {
            let outcome = outcome(of: task, element, at: "\(place)[\(index)]")
            if let outcome { outcomes.append(outcome) }
        }
        return outcomes
    }

    private static let known = [
        "result", "error", "cause", "timeout", "heartbeatTimeout", "after", "submitted",
        "heartbeats",
    ]

    private mutating func outcome(
        of task: TaskState?,
        _ value: JSONValue,
        at place: String
    ) -> OfflineRun.TaskOutcome? {
        let members = members(of: value, at: place)
        refuseUnknown(members, known: Self.known, at: place)
        guard let end = end(members, at: place) else { return nil }
        if members["heartbeatTimeout"] != nil, let task, task.heartbeat == nil {
            faults.append("\(place)/heartbeatTimeout: the state has no HeartbeatSeconds")
        }
        checkSubmission(members, end, task, at: place)
        let heartbeats =
            members["heartbeats"] == nil
            ? [] : elements("heartbeats", of: members, at: place)
        return OfflineRun.TaskOutcome(
            end,
            after: members["after"].flatMap { seconds($0, at: "\(place)/after") } ?? 0,
            submitted: members["submitted"],
            heartbeats: heartbeats.enumerated().compactMap { index, value in
                seconds(value, at: "\(place)/heartbeats[\(index)]")
            }
        )
    }

    private mutating func end(
        _ members: JSONObject,
        at place: String
    ) -> OfflineRun.TaskOutcome.End? {
        let ends = ["result", "error", "timeout", "heartbeatTimeout"]
            .filter { members[$0] != nil || $0 == "error" && members["cause"] != nil }
        switch ends.count == 1 ? ends[0] : "" {
        case "result": return members["result"].map { .succeeded($0) }
        case "error":
            let error = optionalText("error", members, at: place)
            return .failed(ErrorOutput(error, cause: optionalText("cause", members, at: place)))
        case let name where members[name] == true: return .silent
        default:
            faults.append(
                "\(place): expected one of result, error (with cause), \"timeout\": true and "
                    + "\"heartbeatTimeout\": true"
            )
            return nil
        }
    }

    /// Only of a call that somebody else answers there is more to say than how it ends.
    private mutating func checkSubmission(
        _ members: JSONObject,
        _ end: OfflineRun.TaskOutcome.End,
        _ task: TaskState?,
        at place: String
    ) {
        guard let submitted = members["submitted"] else { return }
        if let task, task.resource.pattern == .requestResponse {
            faults.append("\(place)/submitted: the state waits for nothing but the call")
        }
        if case .failed = end { return }
        if submitted == .null {
            faults.append("\(place)/submitted: only with an error it can be null")
        }
    }

    /// A text, or null for none.
    private mutating func optionalText(
        _ name: String,
        _ members: JSONObject,
        at place: String
    ) -> String? {
        members[name] == .null ? nil : text(name, members, at: place)
    }

    private mutating func seconds(_ value: JSONValue, at place: String) -> Double? {
        guard let seconds = value.number?.double,
            (0...Double(Retrier.longestDelay)).contains(seconds)
        else {
            faults.append("\(place): expected a number of seconds")
            return nil
        }
        return seconds
    }
}
