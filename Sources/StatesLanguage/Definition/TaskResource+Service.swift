extension TaskResource {
    /// A service's action that a workflow calls without a function in between.
    package struct Service: Sendable, Hashable {
        /// `aws`, `aws-cn`.
        package let partition: String
        /// Whose terms the action and its arguments are in.
        package let api: API
        /// The service: `sqs`, `lambda`, `http`; of `aws-sdk:sesv2` it is `sesv2`.
        package let service: String
        /// The action, without its pattern: `sendMessage`, `invoke`.
        package let action: String
        /// How the outcome is waited for.
        package let pattern: Pattern

        /// Whose terms an action is in.
        package enum API: Sendable, Hashable {
            /// Step Functions' own: `arn:aws:states:::sqs:sendMessage`.
            case optimized
            /// The service's own, as its SDK has it: `arn:aws:states:::aws-sdk:sqs:sendMessage`.
            case sdk
        }

        /// How the outcome of a call is waited for.
        package enum Pattern: Sendable, Hashable {
            /// Only for the service's answer.
            case requestResponse
            /// For the end of the job that the call begins: `.sync`, or `.sync:2` with another form of result.
            case sync(version: Int)
            /// For somebody who brings the token back: `.waitForTaskToken`.
            case waitForTaskToken
        }
    }
}

extension TaskResource.Service {
    /// What stands behind `arn:aws:states:::`, between its colons; at least two parts.
    init(partition: Substring, call: ArraySlice<Substring>) {
        var names = call
        var action = names.removeLast()
        let isSDK = names.count > 1 && names.first == "aws-sdk"
        // No action of an SDK has a second version.
        let isSecond =
            !isSDK && action == "2" && names.count > 1 && names.last?.hasSuffix(".sync") == true
        if isSecond { action = names.removeLast() }
        if isSDK { names.removeFirst() }
        self.partition = String(partition)
        api = isSDK ? .sdk : .optimized
        service = names.joined(separator: ":")
        (self.action, pattern) = Self.split(action, version: isSecond ? 2 : 1)
    }

    private static func split(_ action: Substring, version: Int) -> (String, Pattern) {
        for pattern in [Pattern.waitForTaskToken, .sync(version: 1)]
        where action.hasSuffix(pattern.suffix) {
            let name = String(action.dropLast(pattern.suffix.count))
            return (name, pattern == .waitForTaskToken ? pattern : .sync(version: version))
        }
        return (String(action), .requestResponse)
    }

    /// What history events call it.
    var integration: HistoryEvent.Integration {
        HistoryEvent.Integration(
            resourceType: api == .sdk ? "aws-sdk:\(service)" : service,
            resource: action + pattern.suffix
        )
    }
}

extension TaskResource.Service.Pattern {
    /// How it is written behind the action.
    fileprivate var suffix: String {
        switch self {
        case .requestResponse: ""
        case .sync(version: 1): ".sync"
        case .sync(let version): ".sync:\(version)"
        case .waitForTaskToken: ".waitForTaskToken"
        }
    }
}
