import Foundation
import StatesLanguage

/// The history of a run for people: when, in which state, what happened, and what matters of it.
struct RunTimeline {
    private let start: Date
    private let rows: [[String]]

    /// The offsets count from `start`.
    init(_ history: [HistoryEvent], from start: Date) {
        self.start = start
        var rows: [[String]] = []
        var places = Places()
        var events: [Int: HistoryEvent] = [:]
        for event in history {
            let previous = events[event.previousEventId]
            events[event.id] = event
            rows.append([
                String(event.id), Self.offset(event.timestamp, from: start),
                places.state(of: event),
                event.type.rawValue, event.matter(after: previous),
            ])
        }
        self.rows = rows
    }

    /// A line for each event, no wider than that.
    func text(width: Int) -> String {
        let columns: [TextTable.Column] = [
            .number("ID"), .number("OFFSET"), .text("STATE"), .text("EVENT"), .text("WHAT"),
        ]
        return TextTable(columns, rows).text(width: width)
    }

    /// The virtual time that has gone by: `0.000 s`.
    static func offset(_ instant: Date, from start: Date) -> String {
        String(format: "%.3f s", instant.timeIntervalSince(start))
    }
}

extension RunTimeline {
    /// In which state each event happens: that of the event it follows, until it is left.
    private struct Places {
        private struct Level {
            let name: String
            /// `Map`, `Parallel` or another type: the beginning of its events' names.
            let type: String
        }

        /// The states around what follows the event of this id, the outermost first.
        private var levels: [Int: [Level]] = [:]

        mutating func state(of event: HistoryEvent) -> String {
            var levels = levels[event.previousEventId] ?? []
            let type = event.type.rawValue
            // What a Map or Parallel state tells of itself follows events of the states inside of it.
            for outer in ["Map", "Parallel"]
            where type.hasPrefix(outer) && !type.hasSuffix("Entered") {
                let own = levels.lastIndex { $0.type == outer }
                if let own { levels.removeSubrange((own + 1)...) }
            }
            var name = levels.last?.name ?? ""
            switch event.details {
            case .stateEntered(let entered, _):
                levels.append(Level(name: entered, type: String(type.prefix { $0 != "S" })))
                name = entered
            case .stateExited(let left, _, _):
                levels.removeLast(min(1, levels.count))
                name = left
            default: break
            }
            self.levels[event.id] = levels
            return type.hasPrefix("Execution") ? "" : name
        }
    }
}

extension HistoryEvent {
    private var isFailure: Bool {
        let name = type.rawValue
        return !name.hasPrefix("Execution")
            && (name.hasSuffix("Failed") || name.hasSuffix("TimedOut"))
    }

    /// What tells the event from the next of its type; how long a retry waited comes first.
    fileprivate func matter(after previous: HistoryEvent?) -> String {
        guard let previous, previous.isFailure,
            type.rawValue.hasSuffix("Scheduled") || type.rawValue.hasSuffix("StateStarted")
        else { return details.matter }
        let wait = RunTimeline.offset(timestamp, from: previous.timestamp)
        return "retry after \(wait)" + (details.matter.isEmpty ? "" : ", \(details.matter)")
    }
}

extension HistoryEvent.Details {
    fileprivate var matter: String {
        switch self {
        case .none, .activityStarted: ""
        case .executionStarted(let input, _): input.shortened
        case .executionSucceeded(let output), .workSucceeded(let output),
            .taskOutput(_, let output):
            output.shortened
        case .executionRedriven(let count): "redrive \(count)"
        case .failure(let error), .taskFailure(_, let error), .evaluationFailed(let error, _, _):
            error.error == nil && error.cause == nil
                ? "without error and cause"
                : [error.error, error.cause].compactMap(\.self).joined(separator: ": ")
        case .stateEntered(_, let input): input.shortened
        case .stateExited(_, let output, let assigned):
            (assigned.map { "$\($0.variable) = \($0.value.shortened)" } + [output.shortened])
                .joined(separator: ", ")
        case .workScheduled(let resource, let input, _): "\(resource) \(input.shortened)"
        case .taskScheduled(let integration, let parameters, _, _):
            "\(integration.resourceType):\(integration.resource) \(parameters.shortened)"
        case .taskStarted(let integration): "\(integration.resourceType):\(integration.resource)"
        case .mapStateStarted(let length): "\(length) items"
        case .mapIteration(_, let index): "\(index)"
        case .mapRunStarted(let arn): arn
        }
    }
}

extension String {
    /// No more of a payload than any terminal shows in a line.
    fileprivate var shortened: String { utf8.count <= 500 ? self : prefix(500) + "…" }
}
