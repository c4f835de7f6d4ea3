import JSON
import Testing

@testable import AWS

/// Calls of services from the table: arguments as a workflow gives them, and the same as botocore wants them.
extension BotocoreCall {
    private static func call(
        _ name: String,
        _ action: String,
        _ arguments: JSONValue,
        botocore client: String,
        _ operation: String,
        _ parameters: JSONValue? = nil
    ) -> Self {
        guard let model = ServiceTable.shared.service(name), let found = model.operation(action)
        else { preconditionFailure("\(name):\(action) is not in the table") }
        return Self(
            service: model.service,
            client: client,
            operation: operation,
            parameters: parameters ?? arguments
        ) { client in
            let call = try ServiceCall(
                found,
                of: model,
                arguments,
                token: "11111111-2222-4333-8444-555555555555"
            )
            _ = try await client.send(call.request, deadline: .later)
        }
    }

    private static let item: JSONValue = [
        "TableName": "orders", "Item": ["pk": ["S": "Größe"], "m": ["M": ["a": ["N": "1"]]]],
    ]

    /// Services that speak JSON: members as they are, with small letters, in maps, as bytes and as times.
    static let jsonServices = [
        call("dynamodb", "putItem", item, botocore: "dynamodb", "put_item"),
        call(
            "dynamodb",
            "putItem",
            ["TableName": "orders", "Item": ["b": ["B": "bytes ä"]]],
            botocore: "dynamodb",
            "put_item",
            ["TableName": "orders", "Item": ["b": ["B": ["$bytes": "Ynl0ZXMgw6Q="]]]]
        ),
        call(
            "secretsmanager",
            "putSecretValue",
            ["SecretId": "s", "SecretString": "x"],
            botocore: "secretsmanager",
            "put_secret_value",
            [
                "SecretId": "s", "SecretString": "x",
                "ClientRequestToken": "11111111-2222-4333-8444-555555555555",
            ]
        ),
        call(
            "ecs",
            "registerTaskDefinition",
            [
                "Family": "f",
                "ContainerDefinitions": [
                    [
                        "Name": "c", "DockerLabels": ["Some-Label": "X", "other": "y"],
                        "LogConfiguration": [
                            "LogDriver": "awslogs", "Options": ["Awslogs-Group": "g"],
                        ],
                    ]
                ],
            ],
            botocore: "ecs",
            "register_task_definition",
            [
                "family": "f",
                "containerDefinitions": [
                    [
                        "name": "c", "dockerLabels": ["Some-Label": "X", "other": "y"],
                        "logConfiguration": [
                            "logDriver": "awslogs", "options": ["Awslogs-Group": "g"],
                        ],
                    ]
                ],
            ]
        ),
        call(
            "cloudwatchlogs",
            "filterLogEvents",
            ["LogGroupName": "g", "StartTime": 5],
            botocore: "logs",
            "filter_log_events",
            ["logGroupName": "g", "startTime": 5]
        ),
        call(
            "sfn",
            "startExecution",
            ["StateMachineArn": .string(machine), "Input": "{}"],
            botocore: "stepfunctions",
            "start_execution",
            ["stateMachineArn": .string(machine), "input": "{}"]
        ),
        call(
            "kinesis",
            "putRecord",
            ["StreamName": "s", "PartitionKey": "p", "Data": ["a": 1]],
            botocore: "kinesis",
            "put_record",
            ["StreamName": "s", "PartitionKey": "p", "Data": ["$bytes": "eyJhIjoxfQ=="]]
        ),
        call(
            "eventbridge",
            "putEvents",
            [
                "Entries": [
                    ["Source": "s", "DetailType": "d", "Detail": "{}", "Time": .string(time)]
                ]
            ],
            botocore: "events",
            "put_events"
        ),
        call(
            "sqs",
            "sendMessage",
            ["QueueUrl": .string(queue), "MessageBody": "é"],
            botocore: "sqs",
            "send_message"
        ),
    ]

    /// Services that speak REST with JSON, and the query protocol.
    static let otherServices = [
        call(
            "sesv2",
            "sendEmail",
            [
                "FromEmailAddress": "a@example.com",
                "Destination": ["ToAddresses": ["b@example.com"]],
                "Content": ["Raw": ["Data": "MIME ä"]],
            ],
            botocore: "sesv2",
            "send_email",
            [
                "FromEmailAddress": "a@example.com",
                "Destination": ["ToAddresses": ["b@example.com"]],
                "Content": ["Raw": ["Data": ["$bytes": "TUlNRSDDpA=="]]],
            ]
        ),
        call(
            "sesv2",
            "listEmailIdentities",
            ["PageSize": 5, "NextToken": "a b/c"],
            botocore: "sesv2",
            "list_email_identities"
        ),
        call(
            "sesv2",
            "deleteSuppressedDestination",
            ["EmailAddress": "a+b@example.com"],
            botocore: "sesv2",
            "delete_suppressed_destination"
        ),
        call(
            "batch",
            "submitJob",
            ["JobName": "j", "JobQueue": "q", "JobDefinition": "d", "Parameters": ["Key": "v"]],
            botocore: "batch",
            "submit_job",
            ["jobName": "j", "jobQueue": "q", "jobDefinition": "d", "parameters": ["Key": "v"]]
        ),
        call(
            "scheduler",
            "getSchedule",
            ["Name": "n", "GroupName": "g"],
            botocore: "scheduler",
            "get_schedule"
        ),
        call(
            "lambda",
            "invoke",
            ["FunctionName": .string(function), "Payload": ["a": 1], "InvocationType": "Event"],
            botocore: "lambda",
            "invoke",
            [
                "FunctionName": .string(function), "Payload": ["$bytes": "eyJhIjoxfQ=="],
                "InvocationType": "Event",
            ]
        ),
        call(
            "sns",
            "publish",
            [
                "TopicArn": .string(topic), "Message": "ä & b",
                "MessageAttributes": [
                    "a": ["DataType": "String", "StringValue": "x y"],
                    "z": ["DataType": "Binary", "BinaryValue": "b"],
                ],
            ],
            botocore: "sns",
            "publish",
            [
                "TopicArn": .string(topic), "Message": "ä & b",
                "MessageAttributes": [
                    "a": ["DataType": "String", "StringValue": "x y"],
                    "z": ["DataType": "Binary", "BinaryValue": ["$bytes": "Yg=="]],
                ],
            ]
        ),
        call(
            "ses",
            "sendEmail",
            [
                "Source": "a@example.com",
                "Destination": ["ToAddresses": ["b@example.com", "c@example.com"]],
                "Message": ["Subject": ["Data": "S"], "Body": ["Text": ["Data": "T"]]],
                "Tags": [["Name": "k", "Value": "v"]],
            ],
            botocore: "ses",
            "send_email"
        ),
    ]

    /// Functions.
    static let invocations = [
        Self(
            service: .lambda,
            client: "lambda",
            operation: "invoke",
            parameters: [
                "FunctionName": .string(function), "Qualifier": "PROD 1",
                "Payload": ["$bytes": "e30="], "LogType": "Tail", "ClientContext": "e30=",
                "InvocationType": "RequestResponse",
            ]
        ) { client in
            var invocation = LambdaInvocation(function, payload: Array("{}".utf8))
            invocation.qualifier = "PROD 1"
            invocation.clientContext = "e30="
            invocation.isLogged = true
            _ = try await client.send(invocation.request, deadline: .later)
        }
    ]

    private static let queue = "https://sqs.us-east-1.amazonaws.com/123456789012/orders"
    private static let machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m"
    private static let function = "arn:aws:lambda:us-east-1:123456789012:function:f"
    private static let time = "2026-01-31T12:00:00Z"
}
