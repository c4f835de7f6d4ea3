import Testing

@testable import StatesLanguage

struct `A Task's Resource` {
    @Test(arguments: [
        (
            "arn:aws:lambda:us-east-1:123456789012:function:F",
            "function F of aws, us-east-1, 123456789012"
        ),
        (
            "arn:aws-cn:lambda:cn-north-1:000000000000:function:F",
            "function F of aws-cn, cn-north-1, 000000000000"
        ),
        (
            "arn:aws:lambda:us-east-1:123456789012:function:F:$LATEST",
            "function F of aws, us-east-1, 123456789012, $LATEST"
        ),
        (
            "arn:aws:lambda:REGION:ACCOUNT_ID:function:F", "function F of aws, REGION, ACCOUNT_ID"
        ),
        ("arn:aws:lambda:::function:F", "function F of aws, , "),
        ("arn:aws:lambda:::function:F:", "function F of aws, , , "),
        (
            "arn:aws:states:us-east-1:123456789012:activity:Pack",
            "activity Pack of aws, us-east-1, 123456789012"
        ),
        ("arn:aws:states:::sqs:sendMessage", "sqs sendMessage of aws"),
        ("arn:aws-cn:states:::sqs:sendMessage", "sqs sendMessage of aws-cn"),
        (
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "sqs sendMessage of aws, waitForTaskToken"
        ),
        ("arn:aws:states:::ecs:runTask.sync", "ecs runTask of aws, sync 1"),
        (
            "arn:aws:states:::states:startExecution.sync:2",
            "states startExecution of aws, sync 2"
        ),
        ("arn:aws:states:::lambda:invoke", "lambda invoke of aws"),
        (
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "lambda invoke of aws, waitForTaskToken"
        ),
        ("arn:aws:states:::http:invoke", "http invoke of aws"),
        ("arn:aws:states:::aws-sdk:sqs:sendMessage", "SDK's sqs sendMessage of aws"),
        (
            "arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken",
            "SDK's sfn startExecution of aws, waitForTaskToken"
        ),
        // Not what anybody means, and still in these forms.
        ("arn:aws:states:::sqs:sendMessage.soon", "sqs sendMessage.soon of aws"),
        ("arn:aws:states:::sqs:a:b", "sqs:a b of aws"),
        ("arn:aws:states:::aws-sdk:sqs", "aws-sdk sqs of aws"),
        (
            "arn:aws:states:::aws-sdk:ecs:runTask.sync:2", "SDK's ecs:runTask.sync 2 of aws"
        ),
        ("a:b:states:::sqs:sendMessage", "sqs sendMessage of b"),
    ])
    func `is taken apart`(text: String, target: String) {
        let resource = TaskResource(text)
        #expect(resource.target.words == target)
        #expect(resource.text == text)
        #expect("\(resource)" == text)
    }

    @Test(arguments: [
        "", "F", "arn:x", "arn:aws:lambda:us-east-1:1:layer:F",
        "arn:aws:sns:us-east-1:123456789012:function:F", "arn:aws:lambda:us-east-1:1:function:",
        "arn:aws:lambda:us-east-1:1:function", "arn:aws:lambda:us-east-1:1:function:F:1:2",
        "arn:aws:states:us-east-1:1:activity:", "arn:aws:states:us-east-1:1:stateMachine:M",
        "arn:aws:states:us-east-1:1:activity:A:B", "arn:aws:states:::sqs", "arn:aws:states:::",
        "b:aws:lambda:us-east-1:1:function:F",
    ])
    func `of no known form keeps its text`(text: String) {
        #expect(TaskResource(text).target == .unknown)
        #expect(TaskResource(text).text == text)
        #expect(TaskResource(text).function == nil)
        #expect(TaskResource(text).pattern == .requestResponse)
    }

    @Test(arguments: [
        ("arn:aws:states:::sqs:sendMessage", "sqs/sendMessage"),
        (
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "sqs/sendMessage.waitForTaskToken"
        ),
        ("arn:aws:states:::ecs:runTask.sync", "ecs/runTask.sync"),
        ("arn:aws:states:::states:startExecution.sync:2", "states/startExecution.sync:2"),
        ("arn:aws:states:::aws-sdk:sesv2:sendEmail", "aws-sdk:sesv2/sendEmail"),
        ("arn:aws:states:::aws-sdk:ecs:runTask.sync:2", "aws-sdk:ecs:runTask.sync/2"),
        ("arn:aws:states:::sqs:sendMessage.soon", "sqs/sendMessage.soon"),
        ("arn:aws:lambda:us-east-1:1:function:F", nil),
        ("arn:aws:states:us-east-1:1:activity:A", nil),
        ("arn:aws:states:::sqs", nil),
    ])
    func `is a service's in history events, or a function's`(text: String, names: String?) {
        let integration = TaskResource(text).integration
        #expect(integration.map { "\($0.resourceType)/\($0.resource)" } == names)
    }

    @Test(arguments: [
        ("arn:aws:lambda:us-east-1:1:function:F", true),
        ("arn:aws:states:us-east-1:1:activity:A", true),
        ("arn:x", true),
        ("arn:aws-cn:states:::sqs", false),
        ("arn:aws-cn:states:::nonsense", false),
        ("arn:", false),
        ("arn:aws:states:us-east-1:1:activity:", false),
        ("arn:aws:states:us-east-1:1:stateMachine:M", false),
        ("arn:aws:states:::aws-sdk::x", false),
        ("arn:aws:states:::athena:startQueryExecution.sync", true),
        ("arn:aws:states:::athena:getQueryResults.sync", false),
        ("arn:aws:states:::bedrock:createModelCustomizationJob.sync", true),
        ("arn:aws:states:::bedrock:invokeModel.sync", false),
        ("arn:aws:states:::sqs:sendMessage", true),
        ("arn:aws:states:::sqs:sendMessage.waitForTaskToken", true),
        ("arn:aws:states:::sqs:sendMessage.soon", false),
        ("arn:aws:states:::sqs:sendMessage.sync", false),
        ("arn:aws:states:::lambda:invoke.waitForTaskToken", true),
        ("arn:aws:states:::lambda:invoke.sync", false),
        ("arn:aws:states:::ecs:runTask.sync", true),
        ("arn:aws:states:::ecs:runTask.sync:2", false),
        ("arn:aws:states:::glue:startJobRun.waitForTaskToken", false),
        ("arn:aws:states:::dynamodb:putItem.sync", false),
        ("arn:aws:states:::aws-sdk:ecs:runTask.sync", false),
        ("arn:aws:states:::aws-sdk:ecs:runTask.sync:2", false),
        ("arn:aws:states:::aws-sdk:ecs:runTask.waitForTaskToken", true),
        ("arn:aws:states:::aws-sdk:ecs:", false),
        ("arn:aws-cn:states:::states:startExecution.sync", true),
        ("arn:aws:states:::states:startExecution.sync:3", false),
        ("arn:aws:states:::states:startExecution:2", false),
        ("arn:aws:states:::aws-sdk:anything:atAll", true),
        ("arn:aws:states:::codebuild:anything", true),
        ("a:b:states:::sqs:sendMessage", false),
        ("", false),
        ("F", false),
        ("arn:aws:states:::sqs", false),
        ("arn:aws:states:::sqs:drink", false),
        ("arn:aws:states:::tea:brew", false),
        ("arn:aws:states:::aws-sdk:sqs", false),
        ("arn:aws:states:::states:startExecution.sync:2", true),
    ])
    func `is recognized or refused`(text: String, isRecognized: Bool) {
        #expect(TaskResource(text).isRecognized == isRecognized)
    }

    @Test func `is the same as another of the same text`() {
        let text = "arn:aws:lambda:us-east-1:1:function:F"
        #expect(TaskResource(text) == TaskResource(text))
        #expect(Set([TaskResource(text), TaskResource(text), "F"]).count == 2)
    }
}

extension TaskResource.Target {
    /// What is called, in words.
    fileprivate var words: String {
        switch self {
        case .function(let function):
            "function \(function.name) of \(function.partition), \(function.region), \(function.account)"
                + (function.qualifier.map { ", \($0)" } ?? "")
        case .activity(let activity):
            "activity \(activity.name) of \(activity.partition), \(activity.region), \(activity.account)"
        case .service(let service):
            "\(service.api == .sdk ? "SDK's " : "")\(service.service) \(service.action) of \(service.partition)"
                + service.pattern.words
        case .unknown: "unknown"
        }
    }
}

extension TaskResource.Service.Pattern {
    fileprivate var words: String {
        switch self {
        case .requestResponse: ""
        case .sync(let version): ", sync \(version)"
        case .waitForTaskToken: ", waitForTaskToken"
        }
    }
}
