public import Logging

/// Writes each log event as one JSON object on a line of its own.
///
/// `{"time":…,"level":…,"label":…,"message":…}` and the metadata as further members, their dotted names as
/// they are. A line never contains a line end or any other control character.
public struct JSONLogHandler: LogHandler {
    /// The least level that is written.
    public var logLevel: Logger.Level
    /// What stands on every line of this logger.
    public var metadata: Logger.Metadata = [:]
    /// What stands on the lines of the current task.
    public var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let output: LogOutput
    private let time: LogTime

    /// A handler for the logger with this label.
    public init(
        label: String,
        level: Logger.Level = .info,
        output: LogOutput = .standardError,
        time: LogTime = .system
    ) {
        self.label = label
        logLevel = level
        self.output = output
        self.time = time
    }

    /// One member of `metadata`.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the event, whatever its level: the logger has compared it.
    public func log(event: LogEvent) {
        var line = JSONLine()
        line.append("time", time.text())
        line.append("level", event.level.rawValue)
        line.append("label", label)
        line.append("message", event.message.description)
        for member in LogMembers(event, metadataProvider, metadata).pairs {
            let name = Self.ownNames.contains(member.name) ? "metadata.\(member.name)" : member.name
            line.append(name, member.value)
        }
        output.write(line.finished())
    }

    private static let ownNames: Set = ["time", "level", "label", "message"]
}

/// One JSON object being written; this target stands beside JSON, not on it.
private struct JSONLine {
    private var bytes = [UInt8(ascii: "{")]

    mutating func append(_ name: String, _ value: String) {
        appendName(name)
        append(value)
    }

    mutating func append(_ name: String, _ value: Logger.MetadataValue) {
        appendName(name)
        append(value)
    }

    consuming func finished() -> [UInt8] {
        bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")]
    }

    private mutating func appendName(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        append(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func append(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): append(text)
        case .stringConvertible(let value): append(value.description)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(value)
            }
            bytes.append(UInt8(ascii: "]"))
        case .dictionary(let members):
            var object = JSONLine()
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                object.append(name, value)
            }
            bytes.append(contentsOf: object.finished().dropLast())
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                if byte < 0x10 { bytes.append(UInt8(ascii: "0")) }
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
