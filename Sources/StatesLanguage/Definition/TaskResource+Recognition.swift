extension TaskResource {
    /// Whether it is an ARN, and one of a service's that the language knows.
    var isRecognized: Bool {
        switch target {
        case .function, .activity, .unknown:
            text.hasPrefix("arn:") && !text.hasPrefix("arn:aws:states:::")
        case .service(let service): service.isKnown
        }
    }
}

extension TaskResource.Service {
    fileprivate var isKnown: Bool {
        switch api {
        case .sdk: return true
        case .optimized:
            // `.sync:2` is told apart and not yet taken.
            guard pattern != .sync(version: 2), let actions = Self.known[service] else {
                return false
            }
            return actions.isEmpty || actions.contains(String(plainAction))
        }
    }

    /// The optimised integrations and their actions; none are listed where there are very many.
    private static let known: [String: Set<String>] = [
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
}
