import JSON
import Logging
import Orders
import StatesLanguage
import TestClosing
import Testing

@testable import Integrations

/// Stands for what starts other orders.
private struct NestedWorkflows: Integration {
    func perform(_ call: TaskCall) async -> TaskOutcome { .succeeded(.null) }
}

@Suite(.closing)
struct `The catalog of tasks` {
    private static func make(_ fixture: FunctionFixture) throws -> TaskCatalog {
        TaskCatalog(
            processOrder: try fixture.makeFunction(),
            heartbeat: HeartbeatFunction(logger: ServiceFixture.logger),
            startExecution: NestedWorkflows(),
            lambda: LambdaIntegration(ServiceFixture.unreachable),
            http: HTTPTaskIntegration(
                over: AnsweringTransport([]),
                HTTPTaskIntegration.Configuration(region: "us-east-1"),
                connections: HTTPConnections()
            ),
            services: ServiceIntegration(ServiceFixture.unreachable, logger: ServiceFixture.logger)
        )
    }

    @Test func `knows who performs every function, in any region and account`() async throws {
        try await FunctionFixture.run { fixture in
            let catalog = try Self.make(fixture)
            for name in FunctionName.allCases {
                let elsewhere = TaskResource(
                    "arn:aws-cn:lambda:cn-north-1:1:function:\(name.rawValue):$LATEST"
                )
                for resource in [name.resource, elsewhere] {
                    #expect(catalog.performer(of: resource)?.name == name.rawValue)
                    #expect(TaskCatalog.objection(to: resource) == nil)
                }
            }
            let heartbeat = catalog.performer(of: FunctionName.heartbeat.resource)
            #expect(heartbeat?.integration is HeartbeatFunction)
            let processOrder = catalog.performer(of: FunctionName.processOrder.resource)
            #expect(processOrder?.integration is ProcessOrderFunction)
        }
    }

    @Test func `says why nobody performs anything else`() async throws {
        let others: [TaskResource] = [
            "", "F", "arn:aws:lambda:us-east-1:1:layer:F", "arn:aws:states:::s3:getObject",
            "arn:aws:sns:us-east-1:123456789012:function:HeartbeatFunction",
        ]
        try await FunctionFixture.run { fixture in
            let catalog = try Self.make(fixture)
            for resource in others {
                #expect(catalog.performer(of: resource)?.name == nil)
                #expect(
                    TaskCatalog.objection(to: resource)
                        == "which nothing here performs; there are ProcessOrderFunction and HeartbeatFunction; "
                        + "Lambda functions by their ARNs and lambda:invoke; http:invoke; states:startExecution; activities; "
                        + "dynamodb:getItem, dynamodb:putItem, "
                        + "dynamodb:updateItem, dynamodb:deleteItem, events:putEvents, sns:publish, sqs:sendMessage "
                        + "and aws-sdk:SERVICE:ACTION"
                )
            }
        }
    }

    @Test func `knows who starts other workflows, however their end is waited for`() async throws {
        try await FunctionFixture.run { fixture in
            let catalog = try Self.make(fixture)
            for pattern in ["", ".sync", ".sync:2"] {
                let resource = TaskResource("arn:aws:states:::states:startExecution\(pattern)")
                #expect(catalog.performer(of: resource)?.integration is NestedWorkflows)
                #expect(TaskCatalog.objection(to: resource) == nil)
            }
        }
    }

    @Test func `calls no activity, since its workers ask for it`() async throws {
        let resource = TaskResource("arn:aws:states:us-east-1:1:activity:pack")
        #expect(TaskCatalog.objection(to: resource) == nil)
        try await FunctionFixture.run { fixture in
            let catalog = try Self.make(fixture)
            #expect(catalog.performer(of: resource)?.name == nil)
        }
    }

    @Test(
        arguments: [
            ("arn:aws:lambda:eu-west-1:1:function:Other:PROD", "Other"),
            ("arn:aws:states:::lambda:invoke", "lambda:invoke"),
            ("arn:aws-cn:states:::lambda:invoke.waitForTaskToken", "lambda:invoke"),
            ("arn:aws:states:::aws-sdk:lambda:invoke", "lambda:invoke"),
            ("arn:aws:states:::aws-sdk:lambda:getFunction", "lambda:getFunction"),
            ("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "sqs:sendMessage"),
            ("arn:aws:states:::sns:publish", "sns:publish"),
            ("arn:aws-cn:states:::http:invoke", "http:invoke"),
            ("arn:aws:states:::events:putEvents", "eventbridge:putEvents"),
            ("arn:aws:states:::dynamodb:updateItem", "dynamodb:updateItem"),
            ("arn:aws:states:::aws-sdk:sesv2:sendEmail", "sesv2:sendEmail"),
            ("arn:aws:states:::aws-sdk:dynamodb:query", "dynamodb:query"),
        ] as [(TaskResource, String)]
    )
    func `has Lambda functions and services`(_ resource: TaskResource, _ name: String) async throws
    {
        #expect(TaskCatalog.objection(to: resource) == nil)
        try await FunctionFixture.run { fixture in
            let performer = try Self.make(fixture).performer(of: resource)
            #expect(performer?.name == name)
            #expect((performer?.integration is LambdaIntegration) == LambdaForm.calls(resource))
        }
    }

    @Test(
        arguments: [
            ("arn:aws:states:::sns:publishBatch", "there are sns:publish"),
            ("arn:aws:states:::http:invoke.waitForTaskToken", "nothing but the answer"),
            ("arn:aws:states:::sqs:sendMessage.sync", "waits for the end of one"),
            ("arn:aws:states:::aws-sdk:s3:putObject", "aws-sdk:dynamodb"),
            ("arn:aws:states:::aws-sdk:dynamodb:frobnicate", "no action of aws-sdk:dynamodb"),
        ] as [(TaskResource, String)]
    )
    func `says which part of a service's name is wrong`(_ resource: TaskResource, _ words: String) {
        #expect(TaskCatalog.objection(to: resource)?.contains(words) == true)
    }

    @Test func `has a gate for each function that is limited`() {
        var limits = FunctionLimits()
        limits.concurrency = ["A": 1]
        limits.rate = ["B": 5]
        let gates = limits.gates(otherwise: 7, clock: FixedClock())
        #expect(gates.keys.sorted() == ["A", "B"])
        #expect(gates["A"]?.status.rate == nil)
        #expect(gates["B"]?.status.rate == 5)
    }
}
