internal import FoundationEssentials
public import JSON

extension HistoryEvent {
    /// The event in AWS's shape: `timestamp` in seconds since 1970, details under their own name.
    public var json: JSONValue {
        var object: JSONObject = [
            "timestamp": Self.seconds(timestamp),
            "type": .string(type.rawValue),
            "id": .number(id),
            "previousEventId": .number(previousEventId),
        ]
        if let name = detailsName, let details = details.json { object[name] = details }
        return .object(object)
    }

    private static func seconds(_ date: Date) -> JSONValue {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        return JSONNumber(milliseconds / 1000).map { .number($0) } ?? .null
    }

    /// States share the names of their details; every other event's are named after it.
    private var detailsName: String? {
        switch details {
        case .none: nil
        case .stateEntered: "stateEnteredEventDetails"
        case .stateExited: "stateExitedEventDetails"
        case .executionStarted, .executionSucceeded, .failure, .lambdaFunctionScheduled,
            .lambdaFunctionSucceeded, .taskScheduled, .taskStarted, .taskOutput, .taskFailure,
            .mapStateStarted, .mapIteration, .mapRunStarted:
            type.rawValue.prefix(1).lowercased() + type.rawValue.dropFirst() + "EventDetails"
        }
    }
}

extension HistoryEvent.Details {
    /// The members of the details, or nil when there are none.
    fileprivate var json: JSONValue? {
        switch self {
        case .none: nil
        case .executionStarted(let input, let roleArn):
            ["input": .string(input), "inputDetails": Self.whole, "roleArn": .string(roleArn)]
        case .executionSucceeded(let output), .lambdaFunctionSucceeded(let output):
            ["output": .string(output), "outputDetails": Self.whole]
        case .failure(let error): Self.object([:], error)
        case .stateEntered(let name, let input):
            ["name": .string(name), "input": .string(input), "inputDetails": Self.whole]
        case .stateExited(let name, let output, let assigned):
            Self.exited(name, output, assigned)
        case .lambdaFunctionScheduled(let resource, let input, let limits):
            Self.object(
                [
                    "resource": .string(resource), "input": .string(input),
                    "inputDetails": Self.whole,
                ],
                limits
            )
        case .taskScheduled(let integration, let parameters, let region, let limits):
            Self.object(
                Self.object(
                    integration,
                    ["region": .string(region), "parameters": .string(parameters)]
                ),
                limits
            )
        case .taskStarted(let integration): .object(Self.object(integration, [:]))
        case .taskOutput(let integration, let output):
            .object(
                Self.object(
                    integration,
                    ["output": .string(output), "outputDetails": Self.whole]
                )
            )
        case .taskFailure(let integration, let error):
            Self.object(Self.object(integration, [:]), error)
        case .mapStateStarted(let length): ["length": .number(length)]
        case .mapIteration(let name, let index): ["name": .string(name), "index": .number(index)]
        case .mapRunStarted(let arn): ["mapRunArn": .string(arn)]
        }
    }

    /// Nothing is ever cut short.
    private static var whole: JSONValue { ["truncated": false] }

    private static func exited(
        _ name: String,
        _ output: String,
        _ assigned: [HistoryEvent.Assignment]
    ) -> JSONValue {
        var object: JSONObject = [
            "name": .string(name), "output": .string(output), "outputDetails": whole,
        ]
        if !assigned.isEmpty {
            let values = assigned.map { ($0.variable, JSONValue.string($0.value)) }
            object["assignedVariables"] = .object(JSONObject(values))
            object["assignedVariablesDetails"] = whole
        }
        return .object(object)
    }

    private static func object(
        _ integration: HistoryEvent.Integration,
        _ members: JSONObject
    ) -> JSONObject {
        var object: JSONObject = [
            "resourceType": .string(integration.resourceType),
            "resource": .string(integration.resource),
        ]
        for (name, value) in members { object[name] = value }
        return object
    }

    private static func object(_ members: JSONObject, _ error: ErrorOutput) -> JSONValue {
        var object = members
        if let name = error.error { object["error"] = .string(name) }
        if let cause = error.cause { object["cause"] = .string(cause) }
        return .object(object)
    }

    private static func object(
        _ members: JSONObject,
        _ limits: HistoryEvent.Limits
    ) -> JSONValue {
        var object = members
        if let seconds = limits.timeoutSeconds { object["timeoutInSeconds"] = .number(seconds) }
        if let seconds = limits.heartbeatSeconds {
            object["heartbeatInSeconds"] = .number(seconds)
        }
        return .object(object)
    }
}
