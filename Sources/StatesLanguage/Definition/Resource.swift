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

    /// Whether it is an ARN, and one of a service's that the language knows.
    var isRecognized: Bool {
        switch kind {
        case .function: arn.hasPrefix("arn:") && !arn.hasPrefix("arn:aws:states:::")
        case .service(let integration, _): Self.isKnown(integration)
        }
    }

    private static func isKnown(_ integration: HistoryEvent.Integration) -> Bool {
        if integration.resourceType.hasPrefix("aws-sdk:") { return true }
        guard let actions = services[integration.resourceType] else { return false }
        let action = integration.resource.prefix { $0 != "." }
        return actions.isEmpty || actions.contains(String(action))
    }

    /// The optimised integrations and their actions; none are listed where there are very many.
    private static let services: [String: Set<String>] = [
        "apigateway": ["invoke"],
        "athena": [
            "startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults",
        ],
        "batch": ["submitJob"],
        "bedrock": ["invokeModel", "createModelCustomizationJob"],
        "codebuild": [],
        "databrew": ["startJobRun"],
        "dynamodb": ["getItem", "putItem", "deleteItem", "updateItem"],
        "ecs": ["runTask"],
        "eks": [],
        "elasticmapreduce": [],
        "emr-containers": [],
        "emr-serverless": [],
        "events": ["putEvents"],
        "glue": ["startJobRun"],
        "http": ["invoke"],
        "lambda": ["invoke"],
        "mediaconvert": ["createJob"],
        "sagemaker": [],
        "sns": ["publish"],
        "sqs": ["sendMessage"],
        "states": ["startExecution"],
    ]

    private static func kind(of arn: String) -> Kind {
        // Most are functions: the long way is only gone for `arn:PARTITION:states:::`.
        guard isOfStates(arn) else { return .function }
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

    private static func isOfStates(_ arn: String) -> Bool {
        let (bytes, mark) = (arn.utf8.span, "states:::".utf8.span)
        var (place, colons) = (0, 0)
        while colons < 2, place < bytes.count {
            if bytes[place] == UInt8(ascii: ":") { colons += 1 }
            place += 1
        }
        guard bytes.count - place >= mark.count else { return false }
        for offset in mark.indices where bytes[place + offset] != mark[offset] { return false }
        return true
    }

    private static func pattern(of action: Substring) -> Pattern {
        if action.hasSuffix(".waitForTaskToken") { return .waitForTaskToken }
        if action.hasSuffix(".sync") || action.hasSuffix(".sync:2") { return .sync }
        return .requestResponse
    }
}
