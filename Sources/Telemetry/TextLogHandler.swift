package import Logging

/// Writes each log event as a line for people: time, level, component, message, `key=value`.
package struct TextLogHandler: LogHandler {
    package var logLevel: Logger.Level
    /// What stands on every line of this logger.
    package var metadata: Logger.Metadata = [:]
    /// What stands on the lines of the current task.
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let output: LogOutput
    private let time: LogTime
    private let style: LogTextStyle

    /// A handler for the logger with this label.
    package init(
        label: String,
        level: Logger.Level = .info,
        output: LogOutput = .standardError,
        time: LogTime = .system,
        style: LogTextStyle = .plain
    ) {
        self.label = label
        logLevel = level
        self.output = output
        self.time = time
        self.style = style
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the event, whatever its level: the logger has compared it.
    package func log(event: LogEvent) {
        let members = LogMembers(event, metadataProvider, metadata).pairs.map { member in
            (name: LogText.printable(member.name), value: LogText.value(member.value.description))
        }
        let parts = LogTextStyle.Parts(
            time: time.text(),
            level: event.level.part,
            component: label,
            message: LogText.printable(event.message.description),
            members: members
        )
        var bytes = Array(style.text(parts).utf8)
        AddressMask.mask(&bytes)
        output.write(bytes)
    }
}

/// Texts as a line for people can have them.
package enum LogText {
    /// A value in quotes when it would otherwise run into the next.
    package static func value(_ text: String) -> String {
        let printable = printable(text)
        let isPlain = !printable.isEmpty && !printable.contains { " =\"".contains($0) }
        return isPlain ? printable : "\"\(printable.replacing("\"", with: "\\\""))\""
    }

    /// Control characters as escapes: neither a new line nor a terminal's command gets through.
    static func printable(_ text: String) -> String {
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

extension Logger.Level {
    fileprivate var part: LogTextStyle.Parts.Level {
        switch self {
        case .trace: .trace
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        case .critical: .critical
        }
    }
}
