package import AWS
package import StatesLanguage

/// What a resource of the form `arn:aws:states:::SERVICE:ACTION` asks of a service.
package struct ServiceAction: Sendable {
    package let model: ServiceModel
    package let operation: ServiceModel.Operation
    /// In whose terms arguments, results and errors are.
    package let terms: Terms

    package enum Terms: Sendable {
        /// Step Functions' own.
        case optimized(OptimizedService)
        /// Those of the AWS SDK for Java 2.
        case sdk
    }

    /// The action that the resource names; nil when nothing here performs it.
    package init?(_ resource: TaskResource) {
        guard case .service(let service) = resource.target, !service.pattern.waitsForJob else {
            return nil
        }
        let optimized = OptimizedService.all[service.service]
        switch service.api {
        case .optimized:
            guard let optimized, optimized.actions.contains(service.action) else { return nil }
            terms = .optimized(optimized)
        case .sdk: terms = .sdk
        }
        let name = service.api == .sdk ? service.service : optimized?.model ?? ""
        guard let model = ServiceTable.shared.service(name),
            let operation = model.operation(service.action)
        else { return nil }
        self.model = model
        self.operation = operation
    }

    /// What its calls are limited under: `dynamodb:getItem`, whoever's terms they are in.
    package var name: String { "\(model.name):\(operation.name.lowercasedFirst)" }

    /// What its errors begin with.
    var prefix: String {
        if case .optimized(let service) = terms { service.prefix } else { model.sdkName }
    }

    /// Whether it calls a Lambda function.
    package var isInvocation: Bool { model.name == "lambda" && operation.name == "Invoke" }

    /// As what its calls go through the ledger; nil: making them twice is the workflow's own concern.
    package var delivery: DeliveryForm? { DeliveryForm.all[name] }
}

extension TaskResource.Service.Pattern {
    /// Whether the end of a job is waited for, which such a call only begins.
    fileprivate var waitsForJob: Bool {
        switch self {
        case .sync: true
        case .requestResponse, .waitForTaskToken: false
        }
    }
}

/// A service that Step Functions calls in terms of its own, and how the AWS SDK for Java 1 names its faults, which it keeps to.
package struct OptimizedService: Sendable {
    /// Its name in the table.
    let model: String
    let actions: [String]
    /// `SNS`, as errors begin.
    let prefix: String
    /// `AmazonSNS`, as causes name it.
    let serviceName: String
    /// The exception of a fault that the SDK has no class for.
    let baseException: String
    /// The faults that it has classes for, by their codes; nil: those of the service's model.
    var exceptions: [String: String]?

    /// By their names in resources.
    package static let all: [String: OptimizedService] = [
        "lambda": OptimizedService(
            model: "lambda",
            actions: ["invoke"],
            prefix: "Lambda",
            serviceName: "AWSLambda",
            baseException: "AWSLambdaException"
        ),
        "sns": OptimizedService(
            model: "sns",
            actions: ["publish"],
            prefix: "SNS",
            serviceName: "AmazonSNS",
            baseException: "AmazonSNSException"
        ),
        "sqs": OptimizedService(
            model: "sqs",
            actions: ["sendMessage"],
            prefix: "SQS",
            serviceName: "AmazonSQS",
            baseException: "AmazonSQSException",
            exceptions: [
                "InvalidMessageContents": "InvalidMessageContentsException",
                "AWS.SimpleQueueService.UnsupportedOperation": "UnsupportedOperationException",
            ]
        ),
        "events": OptimizedService(
            model: "eventbridge",
            actions: ["putEvents"],
            prefix: "EventBridge",
            serviceName: "AmazonEventBridge",
            baseException: "AmazonEventBridgeException"
        ),
        "dynamodb": OptimizedService(
            model: "dynamodb",
            actions: ["getItem", "putItem", "updateItem", "deleteItem"],
            prefix: "DynamoDB",
            serviceName: "AmazonDynamoDBv2",
            baseException: "AmazonDynamoDBException"
        ),
    ]
}
