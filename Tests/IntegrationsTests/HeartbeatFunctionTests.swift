import InMemoryLogging
import Integrations
import JSON
import Logging
import Orders
import StatesLanguage
import Synchronization
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

    @Test(arguments: [true, false])
    func `tells who waits for it outside, and does not fail with him`(isThere: Bool) async {
        let log = InMemoryLogHandler()
        let told = Mutex(0)
        let function = HeartbeatFunction(logger: Logger(label: "test") { _ in log }) {
            told.withLock { $0 += 1 }
            if !isThere { throw CancellationError() }
        }
        let call = TaskCall(origin: .schedule("heartbeat"), resource: "F", input: .null)
        guard case .succeeded = await function.perform(call) else {
            Issue.record("it failed")
            return
        }
        #expect(told.withLock { $0 } == 1)
        #expect(log.entries.map(\.level) == (isThere ? [.info] : [.info, .warning]))
    }
}
