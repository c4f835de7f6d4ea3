import HTTP
import HTTPTypes
import JSON
import Logging
import Telemetry

/// Writes a line for every request: id, route, status, duration, bytes and who asked; never a body, a path or a query.
///
/// The line is put together by hand: it is made on the connections' loops, for every order.
struct RequestLog: Sendable {
    private let lines: Settings.RequestLines
    private let isText: Bool
    private let output: LogOutput
    private let time: LogTime

    /// The log that the settings want; nil: none.
    init?(_ settings: Settings.Log, output: LogOutput = .standardError, time: LogTime = .system) {
        guard settings.requests != .none, settings.level <= .info else { return nil }
        lines = settings.requests
        isText = LogSettings.isText(settings)
        self.output = output
        self.time = time
    }

    /// Writes the line of one request.
    func note(_ record: AccessRecord) {
        guard lines == .all || record.status.code >= 400 else { return }
        output.write(isText ? text(record) : json(record))
    }

    private func json(_ record: AccessRecord) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(320)
        line += #"{"time":""#.utf8
        line += time.text().utf8
        line += #"","level":"info","label":"orderd","message":"request","request.id":""#.utf8
        line += record.requestID.utf8
        line += #"","http.method":""#.utf8
        line += (record.method?.rawValue ?? "-").utf8
        line += #"","http.route":""#.utf8
        line += (record.route ?? "-").utf8
        line += #"","http.status":"#.utf8
        line += String(record.status.code).utf8
        line += #","http.milliseconds":"#.utf8
        line += Self.milliseconds(record.duration).utf8
        line += #","http.bytes":"#.utf8
        line += String(record.bodyBytes).utf8
        line += #","http.peer":""#.utf8
        line += record.remoteAddress.utf8
        line += #"","request.identity":"#.utf8
        JSONValue.write(string: record.identity ?? "-", into: &line)
        line += "}\n".utf8
        return line
    }

    private func text(_ record: AccessRecord) -> [UInt8] {
        let parts = [
            "\(time.text()) INFO     request", "http.method=\(record.method?.rawValue ?? "-")",
            "http.route=\(record.route ?? "-")", "http.status=\(record.status.code)",
            "http.milliseconds=\(Self.milliseconds(record.duration))",
            "http.bytes=\(record.bodyBytes)", "http.peer=\(record.remoteAddress)",
            "request.identity=\(record.identity ?? "-")", "request.id=\(record.requestID)",
        ]
        return Array("\(parts.joined(separator: " "))\n".utf8)
    }

    /// With three decimals.
    private static func milliseconds(_ duration: Duration) -> String {
        let microseconds = Int(duration / .microseconds(1))
        let decimals = String(microseconds % 1_000 + 1_000).dropFirst()
        return "\(microseconds / 1_000).\(decimals)"
    }
}
