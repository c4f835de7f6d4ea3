package import Logging

/// The lines of one component: at its level, without what only repeats, to one output or to several.
package struct ComponentLogHandler: LogHandler {
    private let component: String
    private let cell: LogLevels.Cell
    private let repeats: LogRepeats
    private var outputs: [any LogHandler]
    private var own: Logger.Level?

    /// The outputs take whatever they are given, whatever their level.
    package init(
        _ component: String,
        _ levels: LogLevels,
        _ repeats: LogRepeats,
        outputs: [any LogHandler]
    ) {
        self.component = component
        cell = levels.cell(component)
        self.repeats = repeats
        self.outputs = outputs
    }

    /// The component's at this moment, unless this logger was given one of its own.
    package var logLevel: Logger.Level {
        get { own ?? cell.level }
        set { own = newValue }
    }

    package var metadata: Logger.Metadata {
        get { outputs.first?.metadata ?? [:] }
        set { for index in outputs.indices { outputs[index].metadata = newValue } }
    }

    package var metadataProvider: Logger.MetadataProvider? {
        get { outputs.first?.metadataProvider }
        set { for index in outputs.indices { outputs[index].metadataProvider = newValue } }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let (isWritten, summaries) = repeats.admit(
            component,
            event.message.description,
            event.level
        )
        for summary in summaries { write(summary) }
        guard isWritten else { return }
        for output in outputs { output.log(event: event) }
    }

    /// Says what was left out.
    package func write(_ summary: LogRepeats.Summary) {
        let event = LogEvent(
            level: summary.level,
            message: "\(LogRepeats.Summary.text)",
            metadata: summary.metadata,
            source: component,
            file: #fileID,
            function: #function,
            line: #line
        )
        for output in outputs { output.log(event: event) }
    }
}
