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

    /// Some lines for people, of which those of the history are no wider than that.
    func text(width: Int) -> String {
        let start = outcome.execution.context.startTime
        let lines =
            showsHistory
            ? [RunTimeline(outcome.history, from: start).text(width: width)] : path
        return (lines + [""] + end).joined(separator: "\n")
    }

    /// The states in the order in which they were entered, each with the virtual second.
    private var path: [String] {
        let start = outcome.execution.context.startTime
        return outcome.history.compactMap { event in
            guard case .stateEntered(let name, _) = event.details else { return nil }
            let offset = RunTimeline.offset(event.timestamp, from: start)
            return TerminalText.padded(offset, to: 12, isRight: true) + "  \(name)"
        }
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
