package import JSON

extension OfflineRun {
    /// How an attempt of a task ends in an offline run.
    package struct TaskOutcome: Sendable, Hashable {
        package var end: End
        /// After how many seconds of virtual time.
        package var seconds: Double
        /// What the call itself answers that a `.sync` or `.waitForTaskToken` task waits behind; null when it is this call
        /// that fails, and nothing is waited for.
        package var submitted: JSONValue?
        /// After how many seconds of virtual time whoever works on it gives a sign of life.
        package var heartbeats: [Double] = []

        /// What an attempt comes to.
        package enum End: Sendable, Hashable {
            case succeeded(JSONValue)
            case failed(ErrorOutput)
            /// It never ends by itself: a heartbeat that fails to come ends it, its timeout, or else the execution's.
            case silent
        }

        package init(
            _ end: End,
            after seconds: Double = 0,
            submitted: JSONValue? = nil,
            heartbeats: [Double] = []
        ) {
            self.end = end
            self.seconds = seconds
            self.submitted = submitted
            self.heartbeats = heartbeats
        }

        /// With this result, at once.
        package static func succeeded(_ output: JSONValue) -> TaskOutcome {
            TaskOutcome(.succeeded(output))
        }

        /// With this error, at once.
        package static func failed(_ error: ErrorOutput) -> TaskOutcome {
            TaskOutcome(.failed(error))
        }

        /// Never: its timeout ends it, or else the execution's.
        package static let silent = TaskOutcome(.silent)

        /// The call's own answer, for tasks that wait for more than that.
        func submitted(by task: TaskRequest) -> JSONValue? {
            switch task.resource.pattern {
            case .requestResponse: return nil
            case .sync, .waitForTaskToken:
                guard submitted != JSONValue.null else { return Optional.none }
                return submitted ?? .object(JSONObject())
            }
        }

        /// After how many seconds it has given no sign of life for the task's `HeartbeatSeconds`.
        ///
        /// A task that nobody can send heartbeats for misses them only when it is silent altogether.
        func missedHeartbeat(of task: TaskRequest) -> Double? {
            guard let limit = task.heartbeatSeconds.map(Double.init),
                end == .silent || task.resource.takesHeartbeats
            else { return nil }
            var heard = 0.0
            for heartbeat in heartbeats.sorted() {
                guard heartbeat - heard < limit else { break }
                heard = heartbeat
            }
            return heard + limit
        }
    }
}

extension TaskResource {
    /// Whether somebody works on it who can send heartbeats: who was given a token, or an activity's worker.
    fileprivate var takesHeartbeats: Bool {
        if pattern == .waitForTaskToken { return true }
        if case .activity = target { return true }
        return false
    }
}
