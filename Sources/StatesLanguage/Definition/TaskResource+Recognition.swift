extension TaskResource {
    /// Whether it is an ARN, and one of a service's that the language knows.
    var isRecognized: Bool {
        guard text.hasPrefix("arn:"), text.count > "arn:".count else { return false }
        return switch target {
        case .function, .activity: true
        case .service(let service): service.isKnown
        // Step Functions' own ARNs are known, and there are no more of them.
        case .unknown:
            text.split(separator: ":", omittingEmptySubsequences: false)[2...].first != "states"
        }
    }
}

extension TaskResource.Service {
    /// Whether there is such an action, and its outcome can be waited for in that way.
    ///
    /// AWS's guide, "Integrating optimized services": which patterns each service has. An action is all that follows
    /// the service, so what no pattern explains makes it another action: there is no `sendMessage.soon`.
    fileprivate var isKnown: Bool {
        guard !action.isEmpty, !action.contains(where: { $0 == "." || $0 == ":" }) else {
            return false
        }
        switch api {
        case .sdk:
            return !service.isEmpty && !service.contains(":")
                && [.requestResponse, .waitForTaskToken].contains(pattern)
        case .optimized:
            guard let known = Self.known[service] else { return false }
            guard known.actions.isEmpty || known.actions.contains(action) else { return false }
            guard case .sync = pattern, let jobs = known.jobs else {
                return known.patterns.contains(pattern)
            }
            return known.patterns.contains(pattern) && jobs.contains(action)
        }
    }

    /// What an optimised integration can do.
    private struct Abilities {
        /// None are listed where there are very many.
        var actions: Set<String>
        var patterns: Set<Pattern>
        /// The actions that begin a job, if not all do.
        var jobs: Set<String>?

        init(_ patterns: Pattern..., actions: Set<String> = [], jobs: Set<String>? = nil) {
            self.actions = actions
            self.jobs = jobs
            self.patterns = Set(patterns + [.requestResponse])
        }
    }

    private static let known: [String: Abilities] = [
        "apigateway": Abilities(.waitForTaskToken, actions: ["invoke"]),
        "athena": Abilities(
            .sync(version: 1),
            actions: [
                "startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults",
            ],
            jobs: ["startQueryExecution"]
        ),
        "batch": Abilities(.sync(version: 1), actions: ["submitJob"]),
        "bedrock": Abilities(
            .sync(version: 1),
            .waitForTaskToken,
            actions: ["invokeModel", "createModelCustomizationJob"],
            jobs: ["createModelCustomizationJob"]
        ),
        "codebuild": Abilities(.sync(version: 1)),
        "databrew": Abilities(.sync(version: 1), actions: ["startJobRun"]),
        "dynamodb": Abilities(actions: ["getItem", "putItem", "deleteItem", "updateItem"]),
        "ecs": Abilities(.sync(version: 1), .waitForTaskToken, actions: ["runTask"]),
        "eks": Abilities(.sync(version: 1), .waitForTaskToken),
        "elasticmapreduce": Abilities(.sync(version: 1)),
        "emr-containers": Abilities(.sync(version: 1)),
        "emr-serverless": Abilities(.sync(version: 1)),
        "events": Abilities(.waitForTaskToken, actions: ["putEvents"]),
        "glue": Abilities(.sync(version: 1), actions: ["startJobRun"]),
        "http": Abilities(actions: ["invoke"]),
        "lambda": Abilities(.waitForTaskToken, actions: ["invoke"]),
        "mediaconvert": Abilities(.sync(version: 1), actions: ["createJob"]),
        "sagemaker": Abilities(.sync(version: 1)),
        "sns": Abilities(.waitForTaskToken, actions: ["publish"]),
        "sqs": Abilities(.waitForTaskToken, actions: ["sendMessage"]),
        // The second version's result is JSON and not text.
        "states": Abilities(
            .sync(version: 1),
            .sync(version: 2),
            .waitForTaskToken,
            actions: ["startExecution"]
        ),
    ]
}
