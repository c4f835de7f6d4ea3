import Glibc
import Logging
import Telemetry

/// Makes loggers as the settings want them.
enum LogSettings {
    /// JSON lines, or text when a person looks at a terminal; always on standard error.
    static func logger(_ settings: Settings.Log) -> Logger {
        let isText = isText(settings)
        return Logger(label: "orderd") { label in
            if isText { return TextLogHandler(level: settings.level, output: .standardError) }
            return JSONLogHandler(label: label, level: settings.level, output: .standardError)
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
