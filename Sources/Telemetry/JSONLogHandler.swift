internal import JSON
package import Logging

/// Writes each log event as one JSON object on a line of its own.
///
/// `{"time":…,"level":…,"label":…,"message":…}` and the metadata as further members, their dotted names as
/// they are; a number or a truth value that was given as one is one. A line never contains a line end or any other
/// control character.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level
    /// What stands on every line of this logger.
    package var metadata: Logger.Metadata = [:]
    /// What stands on the lines of the current task.
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let output: LogOutput
    private let time: LogTime

    /// A handler for the logger with this label.
    package init(
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

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the event, whatever its level: the logger has compared it.
    package func log(event: LogEvent) {
        var line = ObjectWriter()
        line.add("time", time.text())
        line.add("level", event.level.rawValue)
        line.add("label", label)
        line.add("message", event.message.description)
        for member in LogMembers(event, metadataProvider, metadata).pairs {
            let name = Self.ownNames.contains(member.name) ? "metadata.\(member.name)" : member.name
            line.addValue(name: name) { member.value.write(into: &$0) }
        }
        var bytes = line.finished().escapingDelete
        AddressMask.mask(&bytes)
        bytes.append(UInt8(ascii: "\n"))
        output.write(bytes)
    }

    private static let ownNames: Set = ["time", "level", "label", "message"]
}

extension Logger.MetadataValue {
    /// Appends the value as JSON text.
    fileprivate func write(into bytes: inout [UInt8]) {
        switch self {
        case .string(let text): JSONValue.write(string: text, into: &bytes)
        case .stringConvertible(let value):
            if Self.isLiteral(value) {
                bytes.append(contentsOf: value.description.utf8)
            } else {
                JSONValue.write(string: value.description, into: &bytes)
            }
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .dictionary(let members):
            var object = ObjectWriter(appendingTo: &bytes)
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                object.addValue(name: name) { value.write(into: &$0) }
            }
            bytes = object.finished()
        }
    }

    /// Whether the value is written as JSON writes it: a number, true or false.
    private static func isLiteral(_ value: any CustomStringConvertible) -> Bool {
        switch value {
        case is any BinaryInteger, is Bool: true
        // JSON has no infinity, and no number that is none.
        case let value as Double: value.isFinite
        case let value as Float: value.isFinite
        default: false
        }
    }
}

extension [UInt8] {
    /// The JSON text without a raw DEL, which JSON lets stand in strings and a terminal obeys.
    fileprivate var escapingDelete: [UInt8] {
        guard contains(0x7F) else { return self }
        return flatMap { $0 == 0x7F ? Array(#"\u007f"#.utf8) : [$0] }
    }
}
