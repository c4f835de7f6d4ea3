/// How the tasks of an offline run end, attempt by attempt.
///
/// The text is a JSON object with a member for each Task state, and for each Map with an ItemReader, whose results are the
/// items. Its value is an array of outcomes, or one outcome. The last is repeated:
///
///     {"Charge": [{"error": "Busy", "cause": "try later"}, {"timeout": true}, {"result": {"paid": 1}}],
///      "Approve": {"submitted": {"MessageId": "m"}, "heartbeats": [20, 45], "error": null, "after": 60}}
///
/// An outcome is one of `result`, `error` (with `cause`; null for none), `timeout` and `heartbeatTimeout`; `after` are the
/// seconds until then. Of a call that waits for more, `submitted` is what the call itself answers, null when it is the call
/// that fails.
///
/// AWS's mock configuration (`StateMachines` and `MockedResponses`) is read as well; there an attempt
/// without a response has none.
package struct TaskScript: Sendable {
    /// The outcomes of one state.
    struct Outcomes: Sendable {
        var outcomes: [OfflineRun.TaskOutcome]
        var repeatsLast: Bool
        var used = 0

        mutating func next() -> OfflineRun.TaskOutcome? {
            defer { used += 1 }
            if used < outcomes.count { return outcomes[used] }
            return repeatsLast ? outcomes.last : nil
        }
    }

    var outcomes: [String: Outcomes] = [:]

    package init() {}

    /// The outcome of this attempt, or nil when the script does not say.
    package mutating func next(for task: TaskRequest) -> OfflineRun.TaskOutcome? {
        outcomes[task.resource.writesResults ? Self.writer(of: task.state) : task.state]?.next()
    }

    /// What the outcomes of a Map's ResultWriter stand under; those under the Map's own name are its reader's.
    static func writer(of map: String) -> String { map + "/ResultWriter" }

    /// The outcomes that no attempt came to, as `State: 2 of 3`.
    package var unused: [String] {
        outcomes.sorted { $0.key < $1.key }.compactMap { state, outcomes in
            guard outcomes.used < outcomes.outcomes.count else { return nil }
            return "\(state): \(outcomes.used) of \(outcomes.outcomes.count) outcomes used"
        }
    }
}

/// What is wrong with a file that tells an offline run something, all faults at once.
package struct ScriptError: Error, Hashable, CustomStringConvertible {
    /// Each with the place it is about.
    package let faults: [String]

    /// These faults, at least one.
    package init(faults: [String]) { self.faults = faults }

    /// One fault a line.
    package var description: String { faults.joined(separator: "\n") }
}
