import AWS
import Integrations
import JSON
import StatesLanguage
import Testing

struct `What a workflow may call` {
    @Test(
        arguments: [
            ("arn:aws:lambda:us-east-1:1:function:F", true),
            ("arn:aws:states:::lambda:invoke", true), ("arn:aws:states:::sqs:sendMessage", true),
            ("arn:aws-cn:states:::dynamodb:getItem", true),
            ("arn:aws:states:::aws-sdk:sesv2:sendEmail", true),
            ("arn:aws:states:::aws-sdk:secretsmanager:describeSecret", true),
            ("arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", false),
            ("arn:aws:states:::aws-sdk:secretsmanager:batchGetSecretValue", false),
            ("arn:aws:states:::aws-sdk:ssm:getParameter", false),
            ("arn:aws:states:::aws-sdk:ssm:getParametersByPath", false),
            ("arn:aws:states:::aws-sdk:ssm:putParameter", true),
            ("arn:aws:states:::aws-sdk:kms:decrypt", false),
            ("arn:aws:states:::aws-sdk:kms:encrypt", true),
            ("arn:aws:states:::aws-sdk:iam:createUser", false),
            ("arn:aws:states:::aws-sdk:sts:assumeRole", false),
            ("arn:aws:states:::aws-sdk:organizations:listAccounts", false),
        ] as [(TaskResource, Bool)]
    )
    func `is usual where it neither reads secrets nor hands out rights`(
        _ resource: TaskResource,
        _ isAllowed: Bool
    ) {
        #expect(WorkflowAllowance.usual.allows(resource) == isAllowed)
    }

    @Test(
        arguments: [
            ("default, sqs:*, region:eu-*, arn:aws:x", ["sqs:*"]), ("default,,*", [""]),
            ("role:*", []),
        ]
    )
    func `says which patterns are none`(text: String, bad: [String]) {
        #expect(WorkflowAllowance.badPatterns(in: text) == bad)
        #expect((WorkflowAllowance(text) == nil) == !bad.isEmpty)
    }

    @Test func `is bounded by patterns`() throws {
        let only = try #require(WorkflowAllowance("arn:aws:states:::sqs:*, region:eu-*"))
        #expect(only.allows("arn:aws:states:::sqs:sendMessage"))
        #expect(!only.allows("arn:aws:states:::sns:publish"))
        #expect(!only.allows("arn:aws:lambda:us-east-1:1:function:F"))
        #expect(only.allows(region: "eu-west-1") && !only.allows(region: "us-east-1"))
        #expect(only.allows(role: "arn:aws:iam::1:role/r"))
        let more = try #require(
            WorkflowAllowance("default,arn:aws:states:::aws-sdk:kms:decrypt, role:*:role/orders-*")
        )
        #expect(more.allows("arn:aws:states:::aws-sdk:kms:decrypt"))
        #expect(!more.allows("arn:aws:states:::aws-sdk:ssm:getParameter"))
        #expect(more.allows("arn:aws:states:::sns:publish"))
        #expect(more.allows(role: "arn:aws:iam::1:role/orders-a"))
        #expect(!more.allows(role: "arn:aws:iam::1:role/admin"))
        let roles = try #require(WorkflowAllowance("role:arn:aws:iam::1:role/r"))
        #expect(roles.allows("arn:aws:states:::sns:publish"))
        #expect(!roles.allows(role: "arn:aws:iam::1:role/r2"))
    }

    @Test func `bounds functions by name, however they are called`() throws {
        let bounded = try #require(
            WorkflowAllowance(
                "arn:aws:lambda:*:*:function:order-*, arn:aws:states:::lambda:invoke"
            )
        )
        #expect(bounded.allows(function: "order-charge"))
        #expect(bounded.allows(function: "arn:aws:lambda:us-east-1:1:function:order-charge:3"))
        #expect(!bounded.allows(function: "admin"))
        #expect(!bounded.allows("arn:aws:lambda:us-east-1:1:function:admin"))
        let any = try #require(WorkflowAllowance("arn:aws:states:::lambda:invoke"))
        #expect(any.allows(function: "admin"))
    }

    @Test(arguments: [
        "", "sqs", "arn:aws:states:::sqs:*,", "role:", "region:,default", "default sqs",
    ])
    func `is refused when it is no list of patterns`(_ text: String) {
        #expect(WorkflowAllowance(text) == nil)
    }

    @Test(
        arguments: [
            ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "ab", false), ("*", "", true),
            ("a*b*c", "a-b-b-c", true), ("a*b*c", "acb", false), ("abc", "abcd", false),
            ("*a*a", "a", false), ("**", "x", true),
        ]
    )
    func `is compared with stars for anything`(
        _ pattern: String,
        _ text: String,
        _ fits: Bool
    )
        throws
    {
        let allowance = try #require(WorkflowAllowance("region:\(pattern)"))
        #expect(allowance.allows(region: text) == fits)
    }
}

struct `The calls of a definition` {
    private static let definition = """
        {"StartAt": "A", "States": {
          "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                "Parameters": {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message.$": "$"}, "Next": "B"},
          "B": {"Type": "Parallel", "Next": "C", "Branches": [{"StartAt": "B1", "States": {
            "B1": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
                   "Parameters": {"TableName": "orders", "Key": {}}, "End": true}}}]},
          "C": {"Type": "Map", "Next": "D", "ItemProcessor": {"StartAt": "C1", "States": {
            "C1": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                   "Parameters": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/q", "MessageBody": "b"},
                   "End": true}}}},
          "D": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:charge:PROD", "Next": "E"},
          "E": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask", "Parameters": {},
                "Credentials": {"RoleArn": "arn:aws:iam::444455556666:role/run"}, "Next": "F"},
          "F": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:startJobRun", "Parameters": {}, "Next": "G"},
          "G": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:ProcessOrderFunction", "End": true}
        }}
        """

    private static let calls = WorkflowCalls(Array(definition.utf8))

    private static func start(_ machine: String, _ kind: String = "") -> [UInt8] {
        Array(
            """
            {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, \(machine),
              "Resource": "arn:aws:states:::states:startExecution\(kind)"}}}
            """.utf8
        )
    }

    @Test(
        arguments: [
            (
                #""Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:1:stateMachine:Refunds"}"#,
                nil
            ),
            (
                #""Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:1:stateMachine:Refunds:3"}"#,
                nil
            ),
            (#""Parameters": {"StateMachineArn.$": "$.machine"}"#, nil),
            (#""Arguments": {"StateMachineArn": "{% $machine %}"}"#, nil),
            (
                #""Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:1:stateMachine:Refund"}"#,
                "the state A starts the workflow Refund, and there is Main, Refunds"
            ),
            (
                #""Arguments": {"StateMachineArn": "arn:aws:states:eu-west-1:1:execution:Refunds:x"}"#,
                "which is no ARN of a state machine"
            ),
        ] as [(String, String?)]
    )
    func `start no workflow that there is not`(_ machine: String, _ problem: String?) {
        for kind in ["", ".sync", ".sync:2"] {
            let calls = WorkflowCalls(Self.start(machine, kind))
            let found = calls.objections(knowing: ["Main", "Refunds"])
            #expect(found.count == (problem == nil ? 0 : 1))
            #expect(problem.map { found.first?.contains($0) == true } ?? true, "\(found)")
        }
    }

    @Test func `are found wherever they stand`() {
        #expect(Self.calls.all.map(\.state) == ["A", "B1", "C1", "D", "E", "F", "G"])
        #expect(Self.calls.all[0].literals == ["TopicArn": "arn:aws:sns:eu-west-1:111122223333:t"])
        #expect(Self.calls.all[4].role == "arn:aws:iam::444455556666:role/run")
    }

    @Test func `are compared with what is allowed`() throws {
        #expect(Self.calls.objections(under: .usual).isEmpty)
        let text = "arn:aws:lambda:*, arn:aws:states:::*, role:*/other, region:us-*"
        let allowance = try #require(WorkflowAllowance(text))
        let objections = Self.calls.objections(under: allowance)
        #expect(objections.count == 2)
        #expect(objections[0].contains("state D") && objections[0].contains("region:eu-west-1"))
        #expect(objections[1].contains("state E") && objections[1].contains("role:arn:aws:iam"))
    }

    @Test func `need these permissions, and no more`() {
        let statements = CallPermissions.statements(
            Self.calls,
            partition: "aws",
            region: "eu-west-1",
            account: "111122223333"
        )
        #expect(
            statements.map { [$0.id] + $0.actions + $0.resources } == [
                [
                    "CallDynamodbGetItem", "dynamodb:GetItem",
                    "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
                ],
                ["CallGlueStartJobRun", "glue:StartJobRun", "*"],
                [
                    "CallLambdaInvokeFunction", "lambda:InvokeFunction",
                    "arn:aws:lambda:eu-west-1:111122223333:function:charge*",
                ],
                ["CallSnsPublish", "sns:Publish", "arn:aws:sns:eu-west-1:111122223333:t"],
                ["CallSqsSendMessage", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:q"],
                ["TakeOnRoles", "sts:AssumeRole", "arn:aws:iam::444455556666:role/run"],
            ]
        )
    }
}
