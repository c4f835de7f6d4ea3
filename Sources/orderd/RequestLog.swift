import HTTP
import HTTPTypes
import Integrations
import JSON
import Logging
import Telemetry

/// Writes a line for every request: id, route, status, duration, bytes, who asked, and the number of the order that it
/// made or changed; never a body, a path or a query.
///
/// The line is put together by hand, in its place among those that wait: it is made on the connections' loops, for every
/// order. An `ObjectWriter` would write name by name what stands here as one text from value to value.
struct RequestLog: Sendable {
    private let lines: Settings.RequestLines
    private let isText: Bool
    private let output: LogOutput
    private let time: LogTime

    /// The log that the settings want; nil: none.
    init?(_ settings: Settings.Log, output: LogOutput = .standardError, time: LogTime = .system) {
        self.init(settings, isText: LogSettings.isText(settings), output: output, time: time)
    }

    /// The same lines for CloudWatch, always as JSON.
    init?(_ settings: Settings.Log, for lines: LogBuffer) {
        self.init(settings, isText: false, output: lines.output, time: .system)
    }

    private init?(_ settings: Settings.Log, isText: Bool, output: LogOutput, time: LogTime) {
        guard settings.requests != .none, settings.level <= .info else { return nil }
        lines = settings.requests
        self.isText = isText
        self.output = output
        self.time = time
    }

    /// Writes the line of one request.
    func note(_ record: AccessRecord) {
        guard lines == .all || record.status.code >= 400 else { return }
        output.append { line in
            if isText { writeText(record, into: &line) } else { writeJSON(record, into: &line) }
        }
    }

    private func writeJSON(_ record: AccessRecord, into line: inout [UInt8]) {
        line.append(#"{"time":""#)
        time.write(into: &line)
        line.append(#"","level":"info","label":"orderd","message":"request","request.id":""#)
        line.append(text: record.requestID)
        line.append(#"","http.method":""#)
        line.append(text: record.method?.rawValue ?? "-")
        line.append(#"","http.route":""#)
        line.append(text: record.route ?? "-")
        line.append(#"","http.status":"#)
        line.append(decimal: record.status.code)
        line.append(#","http.milliseconds":"#)
        line.append(milliseconds: record.duration)
        line.append(#","http.bytes":"#)
        line.append(decimal: record.bodyBytes)
        line.append(#","http.peer":""#)
        line.append(text: record.remoteAddress)
        if let order = record.order {
            line.append(#"","order.id":""#)
            line.append(text: order)
        }
        if let identity = record.identity {
            line.append(#"","request.identity":"#)
            JSONValue.write(string: identity, into: &line)
            line.append("}\n")
        } else {
            line.append(#"","request.identity":"-"}"#)
            line.append(UInt8(ascii: "\n"))
        }
    }

    private func writeText(_ record: AccessRecord, into line: inout [UInt8]) {
        time.write(into: &line)
        line.append(" INFO     request http.method=")
        line.append(text: record.method?.rawValue ?? "-")
        line.append(" http.route=")
        line.append(text: record.route ?? "-")
        line.append(" http.status=")
        line.append(decimal: record.status.code)
        line.append(" http.milliseconds=")
        line.append(milliseconds: record.duration)
        line.append(" http.bytes=")
        line.append(decimal: record.bodyBytes)
        line.append(" http.peer=")
        line.append(text: record.remoteAddress)
        if let order = record.order {
            line.append(" order.id=")
            line.append(text: order)
        }
        line.append(" request.identity=")
        line.append(text: record.identity ?? "-")
        line.append(" request.id=")
        line.append(text: record.requestID)
        line.append("\n")
    }
}

extension AccessRecord {
    /// The number of the order that the answer leads to; its characters need no escape.
    fileprivate var order: String? {
        guard let location, location.hasPrefix(Self.orders) else { return nil }
        return String(location.dropFirst(Self.orders.count))
    }

    private static let orders = "/orders/"
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    fileprivate mutating func append(text: String) {
        // Twice as fast as appending the UTF-8 view itself.
        text.utf8.span.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// A number that is not negative.
    fileprivate mutating func append(decimal value: Int) {
        if value > 9 { append(decimal: value / 10) }
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    /// With three decimals.
    fileprivate mutating func append(milliseconds duration: Duration) {
        // Dividing 128-bit numbers takes long, and no request takes nine seconds but one that waits on purpose.
        let attoseconds = duration.attoseconds
        let microseconds =
            if let few = Int(exactly: attoseconds) { few / 1_000_000_000_000 } else {
                Int(attoseconds / 1_000_000_000_000)
            }
        append(decimal: microseconds / 1_000)
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(microseconds / 100 % 10))
        append(UInt8(ascii: "0") + UInt8(microseconds / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(microseconds % 10))
    }
}
