import Foundation
import JSON
import StatesLanguage

/// What `workflow run` tells of an execution.
struct RunReport {
    let outcome: OfflineRun.Outcome
    let showsHistory: Bool

    var hasSucceeded: Bool {
        guard case .succeeded = outcome.execution.status else { return false }
        return true
    }

    /// One object for programs.
    var json: JSONValue {
        var members = outcome.json
        if showsHistory { members["events"] = .array(outcome.history.map(\.json)) }
        return .object(members)
    }

    /// Some lines for people.
    var text: String {
        var lines = showsHistory ? outcome.history.map(line) : path
        lines.append("")
        lines.append(contentsOf: end)
        return lines.joined(separator: "\n")
    }

    /// The states in the order in which they were entered, each with the virtual second.
    private var path: [String] {
        outcome.history.compactMap { event in
            guard case .stateEntered(let name, _) = event.details else { return nil }
            return "\(second(of: event))  \(name)"
        }
    }

    private func line(_ event: HistoryEvent) -> String {
        let id = String(event.id).leftPadded(to: 5)
        return "\(id)  \(second(of: event))  \(event.type.rawValue)\(event.details.summary)"
    }

    /// Since the start, as `0.000 s`.
    private func second(of event: HistoryEvent) -> String {
        let start = outcome.execution.context.startTime
        let seconds = event.timestamp.timeIntervalSince(start)
        return String(format: "%.3f s", seconds).leftPadded(to: 12)
    }

    private var end: [String] {
        var members = outcome.json
        let status = members.removeValue(forKey: "status")?.string ?? ""
        let duration = outcome.endedAt.timeIntervalSince(outcome.execution.context.startTime)
        var lines = [status + String(format: " after %.3f s of virtual time", duration)]
        switch outcome.execution.status {
        case .succeeded(let output): lines.append(output.prettyText)
        case .failed(let error), .aborted(let error):
            if let name = error.error { lines.append("error: \(name)") }
            if let cause = error.cause { lines.append("cause: \(cause)") }
        case .timedOut: break
        case .running:
            for task in outcome.unanswered {
                lines.append(
                    "waits for \(task.state) (\(task.resource)), attempt \(task.retryCount + 1): "
                        + "say with --tasks how it ends"
                )
            }
        }
        return lines
    }
}

extension HistoryEvent.Details {
    /// What tells one event of a type from the next.
    fileprivate var summary: String {
        switch self {
        case .none, .executionSucceeded, .activityStarted, .workSucceeded: ""
        case .executionStarted(let input, _): "  \(input.shortened)"
        case .executionRedriven(let count): "  \(count)"
        case .failure(let error), .taskFailure(_, let error), .evaluationFailed(let error, _, _):
            "  " + [error.error, error.cause?.shortened].compactMap(\.self).joined(separator: ": ")
        case .stateEntered(let name, let input): "  \(name)  \(input.shortened)"
        case .stateExited(let name, let output, let assigned):
            "  \(name)  \(output.shortened)"
                + assigned.map { "  $\($0.variable) = \($0.value.shortened)" }.joined()
        case .workScheduled(let resource, let input, _):
            "  \(resource)  \(input.shortened)"
        case .taskScheduled(let integration, let parameters, _, _):
            "  \(integration.resourceType):\(integration.resource)  \(parameters.shortened)"
        case .taskStarted(let integration), .taskOutput(let integration, _):
            "  \(integration.resourceType):\(integration.resource)"
        case .mapStateStarted(let length): "  \(length) items"
        case .mapIteration(_, let index): "  \(index)"
        case .mapRunStarted(let arn): "  \(arn)"
        }
    }
}

extension String {
    /// At most so much of a payload as fits on a line.
    fileprivate var shortened: String {
        count <= 100 ? self : prefix(99) + "…"
    }

    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
