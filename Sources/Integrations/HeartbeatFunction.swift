import JSON
package import Logging
package import Orders

/// `HeartbeatFunction`: shows that schedules fire.
package struct HeartbeatFunction: Integration {
    private let logger: Logger

    /// A function that writes to that log.
    package init(logger: Logger) { self.logger = logger }

    /// Logs one line and answers as the old pipeline's function did.
    package func perform(_ call: TaskCall) async -> TaskOutcome {
        logger.info("Heartbeat — Scheduler Triggered")
        return .succeeded(FunctionResult.success(body: "Heartbeat message logged."))
    }
}
