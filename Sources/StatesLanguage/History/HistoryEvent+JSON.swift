internal import FoundationEssentials
package import JSON

extension HistoryEvent {
    /// The event in AWS's shape: `timestamp` in seconds since 1970, details under their own name.
    package var json: JSONValue {
        // It is written far more often than looked at, so the text is the form that is made directly.
        (try? JSONValue(parsing: bytes)) ?? .null
    }

    /// The event in AWS's shape, as JSON text.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(details.estimatedSize)
        write(into: &output)
        return output
    }

    /// Appends the event in AWS's shape, as JSON text.
    package func write(into output: inout [UInt8]) {
        var object = ObjectWriter(appendingTo: &output)
        object.add("timestamp", milliseconds: timestamp)
        object.add("type", type.rawValue)
        object.add("id", id)
        object.add("previousEventId", previousEventId)
        details.write(under: type, into: &object)
        output = object.finished()
    }
}

extension HistoryEvent.Details {
    fileprivate var estimatedSize: Int {
        switch self {
        case .executionStarted(let text, _), .executionSucceeded(let text),
            .stateEntered(_, let text), .stateExited(_, let text, _),
            .workScheduled(_, let text, _), .workSucceeded(let text),
            .taskScheduled(_, let text, _, _), .taskOutput(_, let text):
            256 + text.utf8.count + text.utf8.count / 4
        case .none, .executionRedriven, .failure, .activityStarted, .taskStarted, .taskFailure,
            .mapStateStarted, .mapIteration, .mapRunStarted, .evaluationFailed:
            256
        }
    }

    /// Writes the member that holds the details, if there are any.
    fileprivate func write(under type: EventType, into object: inout ObjectWriter) {
        switch self {
        case .none: return
        case .stateEntered(let name, let input):
            object.add("stateEnteredEventDetails") { object in
                object.add("name", name)
                object.add("input", "inputDetails", payload: input)
            }
        case .stateExited(let name, let output, let assigned):
            object.add("stateExitedEventDetails") { object in
                object.add("name", name)
                object.add("output", "outputDetails", payload: output)
                object.add(assigned)
            }
        case .executionStarted, .executionSucceeded, .executionRedriven, .failure,
            .workScheduled, .activityStarted, .workSucceeded, .taskScheduled, .taskStarted,
            .taskOutput, .taskFailure, .mapStateStarted, .mapIteration, .mapRunStarted,
            .evaluationFailed:
            object.add(name: type.detailsName) { object in writeMembers(into: &object) }
        }
    }

    /// The members of details that are named after their event.
    private func writeMembers(into object: inout ObjectWriter) {
        switch self {
        case .none, .stateEntered, .stateExited: return
        case .activityStarted(let worker): if let worker { object.add("workerName", worker) }
        case .executionStarted(let input, let roleArn):
            object.add("input", "inputDetails", payload: input)
            object.add("roleArn", roleArn)
        case .executionSucceeded(let output), .workSucceeded(let output):
            object.add("output", "outputDetails", payload: output)
        case .executionRedriven(let count): object.add("redriveCount", count)
        case .failure(let error): object.add(error)
        case .workScheduled(let resource, let input, let terms):
            object.add("resource", resource)
            object.add("input", "inputDetails", payload: input)
            object.add(terms)
        case .taskScheduled(let integration, let parameters, let region, let terms):
            object.add(integration)
            object.add("region", region)
            object.add("parameters", parameters)
            object.add(terms)
        case .taskStarted(let integration): object.add(integration)
        case .taskOutput(let integration, let output):
            object.add(integration)
            object.add("output", "outputDetails", payload: output)
        case .taskFailure(let integration, let error):
            object.add(integration)
            object.add(error)
        case .mapStateStarted(let length): object.add("length", length)
        case .mapIteration(let name, let index):
            object.add("name", name)
            object.add("index", index)
        case .mapRunStarted(let arn): object.add("mapRunArn", arn)
        case .evaluationFailed(let error, let location, let state):
            object.add(error)
            if let location { object.add("location", location) }
            object.add("state", state)
        }
    }
}

extension EventType {
    /// `executionStartedEventDetails`: the type with a small letter first.
    fileprivate var detailsName: String {
        // All begin with a capital of ASCII, whose small letter is a bit away.
        var bytes = Array(rawValue.utf8)
        bytes[0] |= 0x20
        return String(decoding: bytes + "EventDetails".utf8, as: UTF8.self)
    }
}

extension ObjectWriter {
    /// Seconds since 1970 with at most three digits after the point.
    fileprivate mutating func add(_ name: StaticString, milliseconds date: Date) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        addValue(name) { bytes in
            let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
            JSONValue.write(number: seconds, into: &bytes)
            guard rest > 0 else { return }
            JSONValue.write(number: 1000 + rest, into: &bytes)
            bytes[bytes.count - 4] = UInt8(ascii: ".")
        }
    }

    /// A payload's text; nothing is ever cut short.
    fileprivate mutating func add(
        _ name: StaticString,
        _ detailsName: StaticString,
        payload text: String
    ) {
        add(name, text)
        add(detailsName, json: Self.isWhole)
    }

    private static let isWhole: StaticString = #"{"truncated":false}"#

    fileprivate mutating func add(_ assignments: [HistoryEvent.Assignment]) {
        guard !assignments.isEmpty else { return }
        add("assignedVariables") { object in
            for assignment in assignments {
                object.addValue(name: assignment.variable) {
                    JSONValue.write(string: assignment.value, into: &$0)
                }
            }
        }
        add("assignedVariablesDetails", json: Self.isWhole)
    }

    fileprivate mutating func add(_ integration: HistoryEvent.Integration) {
        add("resourceType", integration.resourceType)
        add("resource", integration.resource)
    }

    fileprivate mutating func add(_ error: ErrorOutput) {
        if let name = error.error { add("error", name) }
        if let cause = error.cause { add("cause", cause) }
    }

    fileprivate mutating func add(_ terms: HistoryEvent.Terms) {
        guard case .own(let timeout, let heartbeat, let role) = terms else { return }
        if let timeout { add("timeoutInSeconds", timeout) }
        if let heartbeat { add("heartbeatInSeconds", heartbeat) }
        if let role {
            add("taskCredentials") { object in object.add("roleArn", role) }
        }
    }
}
