import Foundation
import JSON
import TestClosing
import Testing

/// Services by their ARNs, against ones that we did not write.
@Suite(
    .enabled(
        if: MotoServer.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "moto is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"
    ),
    .closingPrograms
)
struct `Against moto a workflow` {
    @Test func `calls services in both of their terms, under a role as well, and a function`()
        async throws
    {
        try await withMoto { moto, run in
            let order = try await run(
                Self.everything,
                ["allow=default,arn:aws:states:::aws-sdk:secretsmanager:*"]
            )
            #expect(order["status"] == "SUCCEEDED", "\(order)")
            let output = order["output"]
            #expect(output?["item"] == ["id": ["S": "001"], "total": ["N": "5"]])
            #expect(output?["secret"] == "hunter2")
            #expect(output?["failedEntries"] == 0)
            #expect(output?["payload"] == ["answer": 42])
            #expect(output?["statusCode"] == 200)
            let kinds = (order["deliveries"]?.array ?? []).map { $0["kind"]?.string }
            #expect(Set(kinds) == ["message", "notice"])

            var bodies: [JSONValue] = []
            for _ in 1...2 {
                let message = try await moto.receive(from: "notices")
                bodies.append(try JSONValue(parsing: message["Body"]?.string ?? ""))
            }
            #expect(bodies.contains { $0 == ["id": "001", "to": "queue"] })
            #expect(bodies.contains { $0["Message"] == #"{"id":"001"}"# })
            let ids = bodies.compactMap { $0["MessageId"] }
            #expect(ids == [output?["notice"] ?? .null])
        }
    }

    @Test func `fails with the errors that Step Functions has`() async throws {
        try await withMoto { _, run in
            let order = try await run(Self.failures, [])
            #expect(order["status"] == "SUCCEEDED", "\(order)")
            let errors = (order["output"]?.array ?? []).compactMap { $0["Error"]?.string }
            #expect(
                errors == [
                    "DynamoDB.ResourceNotFoundException", "DynamoDb.ResourceNotFoundException",
                    "SNS.NotFoundException", "SQS.AmazonSQSException",
                ]
            )
            let causes = (order["output"]?.array ?? []).compactMap { $0["Cause"]?.string }
            #expect(
                causes[2].contains("(Service: AmazonSNS; Status Code: 404; Error Code: NotFound;")
            )
            #expect(
                causes[3].contains("Error Code: AWS.SimpleQueueService.NonExistentQueue;"),
                "\(causes)"
            )
        }
    }

    @Test func `that the settings do not allow does not start`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "workflow.asl.json")
        try Data(Self.everything("http://localhost").utf8).write(to: file)
        let (status, text) = try await Command.run(
            Repository.program.path,
            [
                "serve", "--sandbox", "--data", folder.appending(path: "data").path, "--set",
                "workflow.file=\(file.path)",
            ]
        )
        #expect(status == 78)
        #expect(
            text.contains(
                "the state Secret calls arn:aws:states:::aws-sdk:secretsmanager:getSecretValue, which workflow.allow does not let"
            ),
            "\(text)"
        )
    }

    @Test func `has its permissions printed`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "workflow.asl.json")
        try Data(Self.everything("https://sqs.us-east-1.amazonaws.com").utf8).write(to: file)
        let own = ["SENDER_EMAIL": "orders@example.com", "SNS_TOPIC_ARN": Self.topic]
        let (status, text) = try await Command.run(
            Repository.program.path,
            [
                "check", "--print", "policy", "--set", "workflow.file=\(file.path)",
                "--set", "workflow.allow=default,arn:aws:states:::aws-sdk:secretsmanager:*",
            ],
            environment: own
        )
        #expect(status == 0, "\(text)")
        let statements = try JSONValue(parsing: text)["Statement"]?.array ?? []
        let calls = statements.filter { $0["Sid"]?.string?.hasPrefix("Call") == true }
        #expect(
            calls.compactMap { $0["Action"]?.string } == [
                "dynamodb:PutItem", "events:PutEvents", "lambda:InvokeFunction",
                "secretsmanager:GetSecretValue", "sns:Publish",
                "sqs:SendMessage",
            ]
        )
        #expect(
            calls.last?["Resource"] == "arn:aws:sqs:us-east-1:123456789012:notices"
        )
        #expect(statements.last?["Action"] == "sts:AssumeRole")
    }

    static let topic = "arn:aws:sns:us-east-1:123456789012:orders"
    private static let role = "arn:aws:iam::123456789012:role/orders"

    private static func everything(_ url: String) -> String {
        """
        {"QueryLanguage": "JSONata", "StartAt": "Put", "States": {
          "Put": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Next": "Get",
            "Arguments": {"TableName": "orders",
                          "Item": {"id": {"S": "{% $states.input.orderId %}"}, "total": {"N": "5"}}}},
          "Get": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem", "Next": "Secret",
            "Credentials": {"RoleArn": "\(role)"},
            "Arguments": {"TableName": "orders", "Key": {"id": {"S": "001"}}},
            "Assign": {"item": "{% $states.result.Item %}"}},
          "Secret": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue",
            "Arguments": {"SecretId": "password"}, "Assign": {"secret": "{% $states.result.SecretString %}"},
            "Next": "Event"},
          "Event": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Next": "Message",
            "Arguments": {"Entries": [{"Source": "shop", "DetailType": "order", "Detail": {"id": "001"}}]},
            "Assign": {"failedEntries": "{% $states.result.FailedEntryCount %}"}},
          "Message": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Notice",
            "Arguments": {"QueueUrl": "\(url)/123456789012/notices", "MessageBody": {"id": "001", "to": "queue"},
                          "MessageAttributes": {"a": {"DataType": "String", "StringValue": "b"}}}},
          "Notice": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Next": "Function",
            "Arguments": {"TopicArn": "\(topic)", "Message": {"id": "001"}},
            "Assign": {"notice": "{% $states.result.MessageId %}"}},
          "Function": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
            "Arguments": {"FunctionName": "charge", "Payload": {"a": 1}},
            "Output": {"item": "{% $item %}", "secret": "{% $secret %}", "failedEntries": "{% $failedEntries %}",
                       "notice": "{% $notice %}", "payload": "{% $states.result.Payload %}",
                       "statusCode": "{% $states.result.StatusCode %}"}}
        }}
        """
    }

    private static func failures(_ url: String) -> String {
        let calls = [
            ("dynamodb:getItem", #"{"TableName": "none", "Key": {"id": {"S": "1"}}}"#),
            ("aws-sdk:dynamodb:getItem", #"{"TableName": "none", "Key": {"id": {"S": "1"}}}"#),
            ("sns:publish", #"{"TopicArn": "\#(topic)-none", "Message": "m"}"#),
            ("sqs:sendMessage", #"{"QueueUrl": "\#(url)/123456789012/none", "MessageBody": "m"}"#),
        ]
        let branches = calls.enumerated().map { index, call in
            """
            {"StartAt": "Call\(index)", "States": {
              "Call\(index)": {"Type": "Task", "Resource": "arn:aws:states:::\(call.0)", "Parameters": \(call.1),
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught\(index)"}], "End": true},
              "Caught\(index)": {"Type": "Pass", "End": true}}}
            """
        }
        return """
            {"StartAt": "All", "States": {"All": {"Type": "Parallel", "End": true,
              "Branches": [\(branches.joined(separator: ","))]}}}
            """
    }

    private typealias Run = (_ definition: (String) -> String, _ settings: [String]) async throws
        -> JSONValue

    /// moto with a table, a secret, a queue, a topic and a function, and what runs an order on a definition.
    private func withMoto(
        _ body: (MotoServer, Run) async throws -> Void
    ) async throws {
        try #require(MotoServer.isInstalled, "run the README's test command first")
        let folder = try TestFolder.make()
        let moto = try await MotoServer(.plain)
        try await moto.prepareServices()
        try await body(moto) { definition, settings in
            let file = folder.appending(path: "workflow.asl.json")
            try Data(definition(moto.url).utf8).write(to: file)
            let all = ["file=\(file.path)", "requireEmail=false"] + settings
            let own = ["SENDER_EMAIL": "orders@example.com", "SNS_TOPIC_ARN": Self.topic]
            let service = try await ServiceProcess(
                all.flatMap { ["--set", "workflow.\($0)"] },
                environment: moto.environment.merging(own) { $1 },
                data: folder.appending(path: "data")
            )
            _ = try await service.post(#"{"orderId":"001"}"#)
            return try await service.order("001", is: ["SUCCEEDED", "FAILED", "HELD"])
        }
    }
}

extension MotoServer {
    /// A table, a secret, a queue that gets a topic's notices, a role, and a function that answers 42.
    fileprivate func prepareServices() async throws {
        _ = try await call(
            "dynamodb",
            "DynamoDB_20120810.CreateTable",
            [
                "TableName": "orders", "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
                "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
            ]
        )
        _ = try await call(
            "secretsmanager",
            "secretsmanager.CreateSecret",
            ["Name": "password", "SecretString": "hunter2"]
        )
        try await call("sns", ["Action": "CreateTopic", "Name": "orders", "Version": "2010-03-31"])
        try await call(
            "sqs",
            ["Action": "CreateQueue", "QueueName": "notices", "Version": "2012-11-05"]
        )
        try await call(
            "sns",
            [
                "Action": "Subscribe", "Version": "2010-03-31", "Protocol": "sqs",
                "TopicArn": `Against moto a workflow`.topic,
                "Endpoint": "arn:aws:sqs:us-east-1:123456789012:notices",
            ]
        )
        try await call(
            "iam",
            [
                "Action": "CreateRole", "Version": "2010-05-08", "RoleName": "orders",
                "AssumeRolePolicyDocument": #"{"Version":"2012-10-17","Statement":[]}"#,
            ]
        )
        try await rest("moto-api", "/moto-api/config", ["lambda": ["use_docker": false]])
        try await rest(
            "lambda",
            "/2015-03-31/functions",
            [
                "FunctionName": "charge", "Runtime": "python3.12", "Handler": "f.handler",
                "Role": "arn:aws:iam::123456789012:role/orders",
                // An empty ZIP.
                "Code": ["ZipFile": "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="],
            ]
        )
        try await rest(
            "moto-api",
            "/moto-api/static/lambda-simple/response",
            ["results": [#"{"answer": 42}"#], "region": "us-east-1"]
        )
    }
}
