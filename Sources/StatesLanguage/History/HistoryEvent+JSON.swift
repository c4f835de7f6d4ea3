internal import FoundationEssentials
public import JSON

extension HistoryEvent {
    /// The event in AWS's shape: `timestamp` in seconds since 1970, details under their own name.
    public var json: JSONValue {
        // It is written far more often than looked at, so the text is the form that is made directly.
        (try? JSONValue(parsing: bytes)) ?? .null
    }

    /// The event in AWS's shape, as JSON text.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(details.estimatedSize)
        write(into: &output)
        return output
    }

    /// Appends the event in AWS's shape, as JSON text.
    public func write(into output: inout [UInt8]) {
        var writer = JSONTextWriter(output: output)
        output = []
        writer.object { writer in
            writer.member("timestamp", milliseconds: timestamp)
            writer.member("type", type.rawValue)
            writer.member("id", id)
            writer.member("previousEventId", previousEventId)
            details.write(under: type, into: &writer)
        }
        output = writer.output
    }
}

extension HistoryEvent.Details {
    fileprivate var estimatedSize: Int {
        switch self {
        case .executionStarted(let text, _), .executionSucceeded(let text),
            .stateEntered(_, let text), .stateExited(_, let text, _),
            .lambdaFunctionScheduled(_, let text, _), .lambdaFunctionSucceeded(let text),
            .taskScheduled(_, let text, _, _), .taskOutput(_, let text):
            256 + text.utf8.count + text.utf8.count / 4
        case .none, .executionRedriven, .failure, .taskStarted, .taskFailure, .mapStateStarted,
            .mapIteration, .mapRunStarted, .evaluationFailed:
            256
        }
    }

    /// Writes the member that holds the details, if there are any.
    fileprivate func write(under type: EventType, into writer: inout JSONTextWriter) {
        switch self {
        case .none: return
        case .stateEntered(let name, let input):
            writer.member("stateEnteredEventDetails") { writer in
                writer.object { writer in
                    writer.member("name", name)
                    writer.payload("input", input)
                }
            }
        case .stateExited(let name, let output, let assigned):
            writer.member("stateExitedEventDetails") { writer in
                writer.object { writer in
                    writer.member("name", name)
                    writer.payload("output", output)
                    writer.assigned(assigned)
                }
            }
        case .executionStarted, .executionSucceeded, .executionRedriven, .failure,
            .lambdaFunctionScheduled,
            .lambdaFunctionSucceeded, .taskScheduled, .taskStarted, .taskOutput, .taskFailure,
            .mapStateStarted, .mapIteration, .mapRunStarted,
            .evaluationFailed:
            writer.member(type.detailsName) { writer in
                writer.object { writer in writeMembers(into: &writer) }
            }
        }
    }

    /// The members of details that are named after their event.
    private func writeMembers(into writer: inout JSONTextWriter) {
        switch self {
        case .none, .stateEntered, .stateExited: return
        case .executionStarted(let input, let roleArn):
            writer.payload("input", input)
            writer.member("roleArn", roleArn)
        case .executionSucceeded(let output), .lambdaFunctionSucceeded(let output):
            writer.payload("output", output)
        case .executionRedriven(let count): writer.member("redriveCount", count)
        case .failure(let error): writer.error(error)
        case .lambdaFunctionScheduled(let resource, let input, let limits):
            writer.member("resource", resource)
            writer.payload("input", input)
            writer.limits(limits)
        case .taskScheduled(let integration, let parameters, let region, let limits):
            writer.integration(integration)
            writer.member("region", region)
            writer.member("parameters", parameters)
            writer.limits(limits)
        case .taskStarted(let integration): writer.integration(integration)
        case .taskOutput(let integration, let output):
            writer.integration(integration)
            writer.payload("output", output)
        case .taskFailure(let integration, let error):
            writer.integration(integration)
            writer.error(error)
        case .mapStateStarted(let length): writer.member("length", length)
        case .mapIteration(let name, let index):
            writer.member("name", name)
            writer.member("index", index)
        case .mapRunStarted(let arn): writer.member("mapRunArn", arn)
        case .evaluationFailed(let error, let location, let state):
            writer.error(error)
            if let location { writer.member("location", location) }
            writer.member("state", state)
        }
    }
}

extension EventType {
    /// `executionStartedEventDetails`: the type with a small letter first.
    fileprivate var detailsName: String {
        rawValue.prefix(1).lowercased() + rawValue.dropFirst() + "EventDetails"
    }
}

extension JSONTextWriter {
    /// Seconds since 1970 with at most three digits after the point.
    fileprivate mutating func member(_ name: String, milliseconds date: Date) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        member(name) { writer in
            let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
            writer.number(seconds)
            guard rest > 0 else { return }
            writer.number(1000 + rest)
            writer.output[writer.output.count - 4] = UInt8(ascii: ".")
        }
    }

    /// A payload's text; nothing is ever cut short.
    fileprivate mutating func payload(_ name: String, _ text: String) {
        member(name, text)
        member(name + "Details") { $0.raw(#"{"truncated":false}"#) }
    }

    fileprivate mutating func assigned(_ assignments: [HistoryEvent.Assignment]) {
        guard !assignments.isEmpty else { return }
        member("assignedVariables") { writer in
            writer.object { writer in
                for assignment in assignments {
                    writer.member(escaping: assignment.variable) {
                        JSONValue.write(string: assignment.value, into: &$0.output)
                    }
                }
            }
        }
        member("assignedVariablesDetails") { $0.raw(#"{"truncated":false}"#) }
    }

    fileprivate mutating func integration(_ integration: HistoryEvent.Integration) {
        member("resourceType", integration.resourceType)
        member("resource", integration.resource)
    }

    fileprivate mutating func error(_ error: ErrorOutput) {
        if let name = error.error { member("error", name) }
        if let cause = error.cause { member("cause", cause) }
    }

    fileprivate mutating func limits(_ limits: HistoryEvent.Limits) {
        if let seconds = limits.timeoutSeconds { member("timeoutInSeconds", seconds) }
        if let seconds = limits.heartbeatSeconds { member("heartbeatInSeconds", seconds) }
    }
}
