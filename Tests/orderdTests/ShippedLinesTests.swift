import AWS
import HTTPTypes
import JSON
import Logging
import Testing

@testable import HTTP
@testable import Integrations
@testable import orderd

struct `Log lines for CloudWatch` {
    /// What waits in the buffer.
    private func messages(_ lines: LogBuffer) throws -> [JSONValue] {
        let batch = try #require(lines.take())
        return try batch.events.map { try JSONValue(parsing: batch.message(of: $0)) }
    }

    @Test(arguments: Settings.LogFormat.allCases)
    func `are JSON whatever people read`(format: Settings.LogFormat) throws {
        var settings = Settings.Log()
        settings.format = format
        let lines = LogBuffer()
        let logs = try LogSettings(settings, lines)
        let logger = logs.logger(.engine)
        logger.info("a\nb", metadata: ["order.id": "1"])
        logger.debug("not at this level")
        let record = AccessRecord(
            method: .get,
            route: "/livez",
            status: .ok,
            bodyBytes: 0,
            duration: .milliseconds(1),
            requestID: "r",
            location: nil,
            identity: nil,
            traceID: "0af7651916cd43dd8448eb211c80319c",
            remoteAddress: "127.0.0.1"
        )
        RequestLog(settings, logs, for: lines)?.note(record)
        let found = try messages(lines)
        #expect(found.map { $0["message"] } == ["a\nb", "request"])
        #expect(found[0]["order.id"] == "1" && found[0]["level"] == "info")
        #expect(found[0]["label"] == "engine" && found[1]["label"] == "http")
        #expect(found[1]["http.route"] == "/livez")
        #expect(found[1]["trace_id"] == "0af7651916cd43dd8448eb211c80319c")
    }
}
