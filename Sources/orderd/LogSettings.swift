import Glibc
import Integrations
import Logging
import Telemetry

/// Makes loggers as the settings want them.
enum LogSettings {
    /// JSON lines, or text when a person looks at a terminal; always on standard error.
    ///
    /// A buffer gets the same lines besides, as JSON.
    static func logger(_ settings: Settings.Log, _ lines: LogBuffer? = nil) -> Logger {
        let isText = isText(settings)
        return Logger(label: "orderd") { label in
            let own: any LogHandler =
                isText
                ? TextLogHandler(level: settings.level, output: .standardError)
                : JSONLogHandler(label: label, level: settings.level, output: .standardError)
            guard let lines else { return own }
            let shipped = JSONLogHandler(label: label, level: settings.level, output: lines.output)
            return MultiplexLogHandler([own, shipped])
        }
    }

    /// Whether a person reads.
    static func isText(_ settings: Settings.Log) -> Bool {
        switch settings.format {
        case .text: true
        case .json: false
        case .auto: isatty(STDERR_FILENO) == 1
        }
    }
}

extension LogBuffer {
    /// What is written here waits for CloudWatch.
    var output: LogOutput {
        LogOutput { [self] line in
            append(line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...])
        }
    }
}
