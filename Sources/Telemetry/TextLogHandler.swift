package import Logging

/// Writes each log event as a line for people: time, level, message, `key=value`.
package struct TextLogHandler: LogHandler {
    package var logLevel: Logger.Level
    /// What stands on every line of this logger.
    package var metadata: Logger.Metadata = [:]
    /// What stands on the lines of the current task.
    package var metadataProvider: Logger.MetadataProvider?

    private let output: LogOutput
    private let time: LogTime

    /// A handler; the logger's label is for machines and left out.
    package init(
        level: Logger.Level = .info,
        output: LogOutput = .standardError,
        time: LogTime = .system
    ) {
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
        let level = event.level.rawValue.uppercased()
        let padding = String(repeating: " ", count: max(0, 8 - level.count))
        var line = "\(time.text()) \(level)\(padding) \(Self.printable(event.message.description))"
        for member in LogMembers(event, metadataProvider, metadata).pairs {
            line += " \(Self.printable(member.name))=\(Self.value(member.value.description))"
        }
        output.write(Array("\(line)\n".utf8))
    }

    /// A value in quotes when it would otherwise run into the next.
    private static func value(_ text: String) -> String {
        let printable = printable(text)
        let isPlain = !printable.isEmpty && !printable.contains { " =\"".contains($0) }
        return isPlain ? printable : "\"\(printable.replacing("\"", with: "\\\""))\""
    }

    /// Control characters as escapes: neither a new line nor a terminal's command gets through.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var printable = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": printable += "\\n"
            case "\r": printable += "\\r"
            case "\t": printable += "\\t"
            case let control where isControl(control):
                printable += "\\u{\(String(control.value, radix: 16))}"
            default: printable.unicodeScalars.append(scalar)
            }
        }
        return printable
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}
