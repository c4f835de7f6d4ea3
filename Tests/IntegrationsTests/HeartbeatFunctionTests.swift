import InMemoryLogging
import Integrations
import JSON
import Logging
import Orders
import StatesLanguage
import Testing

struct `The heartbeat function` {
    @Test func `logs one line and answers as the old function did`() async {
        let log = InMemoryLogHandler()
        let function = HeartbeatFunction(logger: Logger(label: "test") { _ in log })
        let outcome = await function.perform(
            TaskCall(origin: .schedule("heartbeat"), resource: "F", input: .null)
        )
        let result: JSONValue = ["statusCode": 200, "body": #""Heartbeat message logged.""#]
        #expect(outcome == .succeeded(result))
        #expect(log.entries.map { "\($0.message)" } == ["Heartbeat — Scheduler Triggered"])
        #expect(log.entries.map(\.level) == [.info])
    }
}
