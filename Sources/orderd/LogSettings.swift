import Glibc
import Integrations
import Logging
import Telemetry

/// The parts of the program whose log has a level of its own; a logger's label is one of them.
enum LogComponent: String, CaseIterable {
    /// Start and end, settings, files, the store, and whatever is no other part's.
    case orderd
    /// Connections, requests, interventions.
    case http
    /// Orders on their way, schedules, housekeeping.
    case engine
    /// Calls of AWS's services, credentials, the shipping of log lines.
    case aws
    /// Queues that orders or news of e-mails come from.
    case sources
    /// Functions of one's own.
    case functions
    /// The stand-in for SES and SNS.
    case sandbox
    /// The export of spans.
    case tracing

    static let names = allCases.map(\.rawValue)
}

/// Where log lines go, and which: made once, when the service starts.
struct LogSettings: Sendable {
    /// Standard error, or the file of the settings.
    let output: LogOutput
    let levels: LogLevels
    let repeats: LogRepeats
    /// The file, which is opened again at SIGHUP; nil: standard error.
    let file: LogFile?
    /// How lines for people look; nil: they are JSON.
    let style: LogTextStyle?
    /// The lines that wait for CloudWatch; nil when none are shipped.
    private let lines: LogBuffer?

    /// JSON lines, or text when a person looks at a terminal; on standard error, or in a file that can be opened.
    ///
    /// A buffer gets the same lines besides, as JSON.
    init(
        _ settings: Settings.Log,
        _ lines: LogBuffer? = nil,
        environment: [String: String] = [:]
    ) throws(LogFile.Unopened) {
        file = settings.file.isEmpty ? nil : try LogFile(settings.file)
        output = file.map { LogOutput($0) } ?? .standardError
        levels = LogLevels(of: LogComponent.names, settings.level, but: settings.levels)
        let start = ContinuousClock.now
        repeats = LogRepeats(limit: settings.repeats, window: settings.repeatWindow) {
            ContinuousClock.now - start
        }
        style = Self.style(settings, environment)
        self.lines = lines
    }

    /// On standard error by the defaults, for programs beside the service.
    static func standardError(_ component: LogComponent) -> Logger {
        do throws(LogFile.Unopened) {
            return try LogSettings(Settings.Log()).logger(component)
        } catch {
            preconditionFailure("without a file there is none to open: \(error)")
        }
    }

    /// A logger of that part.
    func logger(_ component: LogComponent) -> Logger {
        Logger(label: component.rawValue) { _ in handler(component, outputs(component, lines)) }
    }

    /// The same without shipping: for what must not tell of itself there.
    func loggerHere(_ component: LogComponent) -> Logger {
        Logger(label: component.rawValue) { _ in handler(component, outputs(component, nil)) }
    }

    /// Writes what was left out in a window that is over, or at the end in the last one.
    func summarise(isEnd: Bool = false) {
        let component = LogComponent.orderd
        let handler = handler(component, outputs(component, lines))
        for summary in isEnd ? repeats.lastSummaries() : repeats.summaries() {
            handler.write(summary)
        }
    }

    private func handler(
        _ component: LogComponent,
        _ outputs: [any LogHandler]
    ) -> ComponentLogHandler {
        ComponentLogHandler(component.rawValue, levels, repeats, outputs: outputs)
    }

    private func outputs(_ component: LogComponent, _ lines: LogBuffer?) -> [any LogHandler] {
        let label = component.rawValue
        let own: any LogHandler =
            if let style {
                TextLogHandler(label: label, level: .trace, output: output, style: style)
            } else {
                JSONLogHandler(label: label, level: .trace, output: output)
            }
        guard let lines else { return [own] }
        return [own, JSONLogHandler(label: label, level: .trace, output: lines.output)]
    }

    /// nil: JSON.
    private static func style(
        _ settings: Settings.Log,
        _ environment: [String: String]
    ) -> LogTextStyle? {
        let isTerminal = settings.file.isEmpty && isatty(STDERR_FILENO) == 1
        switch settings.format {
        case .json: return nil
        case .auto where !isTerminal: return nil
        case .text where !isTerminal: return .plain
        case .auto, .text:
            let paint = Paint(isTerminal: true, environment: environment)
            return .terminal(hasColours: paint.isOn) { Terminal.widthForFaults }
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
