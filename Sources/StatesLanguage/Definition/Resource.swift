/// What a Task state calls, as its `Resource` names it.
struct Resource: Sendable, Hashable {
    /// The ARN as it was written.
    let arn: String
    let kind: Kind

    enum Kind: Sendable, Hashable {
        /// A function or anything else that is named by its own ARN.
        case function
        /// `arn:aws:states:::service:action[.pattern]`.
        case service(HistoryEvent.Integration, Pattern)
    }

    /// How the outcome of a service's call is waited for.
    enum Pattern: Sendable, Hashable {
        case requestResponse
        case sync
        case waitForTaskToken
    }

    init(arn: String) {
        self.arn = arn
        kind = Self.kind(of: arn)
    }

    private static func kind(of arn: String) -> Kind {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[2] == "states", parts[3].isEmpty, parts[4].isEmpty else {
            return .function
        }
        let call = parts[5].split(separator: ":", omittingEmptySubsequences: false)
        guard let action = call.last, call.count > 1 else { return .function }
        let integration = HistoryEvent.Integration(
            resourceType: call.dropLast().joined(separator: ":"),
            resource: String(action)
        )
        return .service(integration, pattern(of: action))
    }

    private static func pattern(of action: Substring) -> Pattern {
        if action.hasSuffix(".waitForTaskToken") { return .waitForTaskToken }
        if action.hasSuffix(".sync") || action.hasSuffix(".sync:2") { return .sync }
        return .requestResponse
    }
}
