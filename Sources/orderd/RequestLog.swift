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
    /// How lines for people look; nil: they are JSON.
    private let style: LogTextStyle?
    private let output: LogOutput
    private let time: LogTime
    private let level: LogLevels.Cell

    /// The log that the settings want; nil: none.
    init?(_ settings: Settings.Log, _ logs: LogSettings, time: LogTime = .system) {
        self.init(settings, logs, style: logs.style, output: logs.output, time: time)
    }

    /// The same lines for CloudWatch, always as JSON.
    init?(_ settings: Settings.Log, _ logs: LogSettings, for lines: LogBuffer) {
        self.init(settings, logs, style: nil, output: lines.output, time: .system)
    }

    private init?(
        _ settings: Settings.Log,
        _ logs: LogSettings,
        style: LogTextStyle?,
        output: LogOutput,
        time: LogTime
    ) {
        guard settings.requests != .none else { return nil }
        lines = settings.requests
        self.style = style
        self.output = output
        self.time = time
        level = logs.levels.cell(LogComponent.http.rawValue)
    }

    /// Writes the line of one request.
    func note(_ record: AccessRecord) {
        guard lines == .all || record.status.code >= 400, level.isLogged(.info) else { return }
        if let style { return output.write(text(record, style)) }
        output.append { line in
            let start = line.count
            writeJSON(record, into: &line)
            // Nothing else on the line is anybody's words.
            if record.identity != nil { AddressMask.mask(&line, from: start) }
        }
    }

    private func writeJSON(_ record: AccessRecord, into line: inout [UInt8]) {
        line.append(#"{"time":""#)
        time.write(into: &line)
        line.append(#"","level":"info","label":"http","message":"request","request.id":""#)
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
            order.utf8.span.withUnsafeBufferPointer { line.append(contentsOf: $0) }
        }
        if let trace = record.traceID {
            line.append(#"","trace_id":""#)
            line.append(text: trace)
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

    private func text(_ record: AccessRecord, _ style: LogTextStyle) -> [UInt8] {
        var milliseconds: [UInt8] = []
        milliseconds.append(milliseconds: record.duration)
        let (method, route) = (record.method?.rawValue ?? "-", record.route ?? "-")
        let (status, duration) = (record.status.code, String(decoding: milliseconds, as: UTF8.self))
        var members: [(name: String, value: String)] = []
        if let order = record.order { members.append((name: "order.id", value: String(order))) }
        if !style.isForTerminal {
            members += [
                (name: "http.method", value: method), (name: "http.route", value: route),
                (name: "http.status", value: "\(status)"),
                (name: "http.milliseconds", value: duration),
                (name: "http.bytes", value: "\(record.bodyBytes)"),
            ]
        }
        members.append((name: "http.peer", value: record.remoteAddress))
        if let identity = record.identity {
            members.append((name: "request.identity", value: LogText.value(identity)))
        }
        members.append((name: "request.id", value: record.requestID))
        if let trace = record.traceID { members.append((name: "trace_id", value: trace)) }
        let parts = LogTextStyle.Parts(
            time: time.text(),
            level: .info,
            component: LogComponent.http.rawValue,
            message: style.isForTerminal
                ? "\(method) \(route) \(status) in \(duration) ms" : "request",
            members: members
        )
        var line = Array(style.text(parts).utf8)
        AddressMask.mask(&line)
        return line
    }
}

extension AccessRecord {
    /// The number of the order that the answer leads to; its characters need no escape.
    fileprivate var order: Substring? {
        guard let location, location.hasPrefix(Self.orders) else { return nil }
        return Substring(location.utf8.dropFirst(Self.orders.utf8.count))
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
