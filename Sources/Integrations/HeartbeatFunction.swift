import JSON
package import Logging
package import Orders

/// `HeartbeatFunction`: shows that schedules fire, in the log and, if there is one, to a dead-man's switch elsewhere.
package struct HeartbeatFunction: Integration {
    private let logger: Logger
    private let tell: (@Sendable () async throws -> Void)?

    /// A function that writes to that log, and tells who waits for it outside that it has run.
    package init(logger: Logger, tell: (@Sendable () async throws -> Void)? = nil) {
        (self.logger, self.tell) = (logger, tell)
    }

    /// Logs one line and answers as the old pipeline's function did.
    ///
    /// That nobody outside could be told is no failure of the heartbeat: who waits there notices it himself.
    package func perform(_ call: TaskCall) async -> TaskOutcome {
        logger.info("Heartbeat — Scheduler Triggered")
        do { try await tell?() } catch {
            logger.warning(
                "the heartbeat's URL was not reached",
                metadata: ["error": "\(error)"]
            )
        }
        return .succeeded(FunctionResult.success(body: "Heartbeat message logged."))
    }
}
