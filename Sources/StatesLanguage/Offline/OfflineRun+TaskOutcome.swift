package import JSON

extension OfflineRun {
    /// How an attempt of a task ends in an offline run.
    package struct TaskOutcome: Sendable, Hashable {
        package var end: End
        /// After how many seconds of virtual time.
        package var seconds: Double
        /// What the call itself answers that a `.sync` or `.waitForTaskToken` task waits behind.
        package var submitted: JSONValue?

        /// What an attempt comes to.
        package enum End: Sendable, Hashable {
            case succeeded(JSONValue)
            case failed(ErrorOutput)
            /// It never ends by itself: its timeout ends it, or else the execution's.
            case silent
        }

        package init(_ end: End, after seconds: Double = 0, submitted: JSONValue? = nil) {
            self.end = end
            self.seconds = seconds
            self.submitted = submitted
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
            case .sync, .waitForTaskToken: return submitted ?? .object(JSONObject())
            }
        }
    }
}
