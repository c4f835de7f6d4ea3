import AWS
import HTTP
import HTTPTypes
import Integrations
import JSON
import Orders
import StatesLanguage
import TestClosing
import Testing

/// What becomes of a task's arguments, and of the service's answer, where nothing goes through the ledger.
@Suite(.closing)
struct `A call of a service` {
    private typealias Call = ServiceFixture.Call

    @Test func `gives a service's result with what the SDK tells of the answer`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, #"{"Item":{"a":{"S":"x"}}}"#)])
        let call = Call(
            "arn:aws:states:::dynamodb:getItem",
            ["TableName": "t", "Key": ["pk": ["S": "1"]]]
        )
        let outcome = try await fixture.perform(call, transport)
        #expect(
            outcome
                == .succeeded([
                    "Item": ["a": ["S": "x"]],
                    "SdkHttpMetadata": [
                        "AllHttpHeaders": ["x-amzn-RequestId": ["r-1"]],
                        "HttpHeaders": ["x-amzn-RequestId": "r-1"], "HttpStatusCode": 200,
                    ], "SdkResponseMetadata": ["RequestId": "r-1"],
                ])
        )
        #expect(transport.requests.first?.host == "dynamodb.us-east-1.test")
        #expect(try await fixture.ledger().isEmpty)
    }

    @Test func `gives the SDK's result alone in the SDK's terms`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, #"{"SecretString":"s"}"#)])
        var call = Call(
            "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue",
            ["SecretId": "s"]
        )
        call.allowance = try #require(
            WorkflowAllowance("arn:aws:states:::aws-sdk:secretsmanager:*")
        )
        #expect(try await fixture.perform(call, transport) == .succeeded(["SecretString": "s"]))
    }

    @Test func `appends execution and workflow to an event, and writes its detail as JSON`()
        async throws
    {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([
            .answer(200, #"{"FailedEntryCount":0,"Entries":[{"EventId":"e"}]}"#)
        ])
        let input: JSONValue = [
            "Entries": [["Detail": ["a": 1], "DetailType": "d", "Source": "s", "Resources": ["x"]]]
        ]
        let outcome = try await fixture.perform(
            Call("arn:aws:states:::events:putEvents", input),
            transport
        )
        guard case .succeeded(let result) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(result["Entries"] == [["EventId": "e"]])
        let body = try JSONValue(parsing: Array((transport.bodies.first ?? "").utf8))
        #expect(body["Entries"]?[0]?["Detail"] == #"{"a":1}"#)
        #expect(body["Entries"]?[0]?["Resources"] == ["x", "arn:execution:001", "arn:machine"])
    }

    @Test func `fails for an event that the bus did not take`() async throws {
        let fixture = try await ServiceFixture.make()
        let answer = #"{"FailedEntryCount":1,"Entries":[{"ErrorCode":"InvalidArgument"}]}"#
        let outcome = try await fixture.perform(
            Call("arn:aws:states:::events:putEvents", ["Entries": [["Source": "s"]]]),
            AnsweringTransport([.answer(200, answer)])
        )
        #expect(outcome == .failed(error: "EventBridge.FailedEntry", cause: answer))
    }

    /// Resource, answer, error and cause; the last as far as AWS recorded it.
    static let failures: [(TaskResource, AnsweringTransport.Answer, String, String)] = [
        (
            "arn:aws:states:::dynamodb:getItem",
            .answer(400, #"{"__type":"a#ResourceNotFoundException","message":"none"}"#),
            "DynamoDB.ResourceNotFoundException",
            "none (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: r-1; Proxy: null)"
        ),
        (
            "arn:aws:states:::dynamodb:getItem",
            .answer(400, #"{"__type":"com.amazon.coral#ValidationException","message":"bad"}"#),
            "DynamoDB.AmazonDynamoDBException",
            "bad (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; Request ID: r-1; Proxy: null)"
        ),
        (
            "arn:aws:states:::aws-sdk:dynamodb:getItem",
            .answer(400, #"{"__type":"a#ResourceNotFoundException","message":"none"}"#),
            "DynamoDb.ResourceNotFoundException",
            "none (Service: DynamoDb, Status Code: 400, Request ID: r-1) (SDK Attempt Count: 1)"
        ),
        (
            "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
            .answer(400, #"{"__type":"InvalidToken","message":"no"}"#),
            "Sfn.InvalidTokenException",
            "no (Service: Sfn, Status Code: 400, Request ID: r-1) (SDK Attempt Count: 1)"
        ),
        (
            "arn:aws:states:::aws-sdk:ssm:getDocument", .answer(503, "busy"),
            "Ssm.SsmException",
            "HTTP 503 (Service: Ssm, Status Code: 503, Request ID: r-1) (SDK Attempt Count: 1)"
        ),
        (
            "arn:aws:states:::aws-sdk:ssm:getDocument", .unreachable, "Ssm.SdkClientException",
            "Unable to execute HTTP request: no connection: sqs.test: Name or service not known (sqs.test:443, nothing was sent) (SDK Attempt Count: 1)"
        ),
    ]

    @Test(arguments: failures)
    func `fails as Step Functions has it`(
        _ resource: TaskResource,
        _ answer: AnsweringTransport.Answer,
        _ error: String,
        _ cause: String
    ) async throws {
        let fixture = try await ServiceFixture.make()
        let outcome = try await fixture.perform(Call(resource), AnsweringTransport([answer]))
        #expect(outcome == .failed(error: error, cause: cause))
        #expect(try await fixture.ledger().isEmpty)
    }

    @Test func `does nothing that the settings do not allow`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([])
        let outcome = try await fixture.perform(
            Call("arn:aws:states:::aws-sdk:ssm:getParameter", ["Name": "n"]),
            transport
        )
        guard case .failed("States.Permissions", let cause) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(cause.contains("workflow.allow"))
        #expect(transport.requests.isEmpty)
    }

    @Test func `fails for arguments that make no call, which no Catch sees`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([])
        for (resource, input) in [
            ("arn:aws:states:::dynamodb:getItem", "text"),
            ("arn:aws:states:::sqs:sendMessage", ["QueueUrl": "q", "MessageBody": "a\u{1}"]),
            ("arn:aws:states:::lambda:invoke", ["FunctionName": "../x"]),
            ("arn:aws:states:::lambda:invoke", ["FunctionName": "f", "InvocationType": "Later"]),
            ("arn:aws:states:::lambda:invoke", ["FunctionName": "f", "LogType": "All"]),
            ("arn:aws:states:::lambda:invoke", ["Payload": 1]),
        ] as [(TaskResource, JSONValue)] {
            let outcome = try await fixture.perform(Call(resource, input), transport)
            guard case .failed("States.Runtime", let cause) = outcome else {
                Issue.record("\(resource): \(outcome)")
                continue
            }
            #expect(cause.hasPrefix("The Parameters could not be used to start the Task: ["))
        }
        #expect(transport.requests.isEmpty)
        #expect(try await fixture.ledger().isEmpty)
    }
}

/// Calls under a role that `Credentials` name.
@Suite(.closing)
struct `A call under a role` {
    private static let keys = """
        <R><AssumeRoleResult><Credentials><AccessKeyId>AKROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
        <SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></R>
        """

    private static func call(_ role: String) -> ServiceFixture.Call {
        var call = ServiceFixture.Call("arn:aws:states:::dynamodb:getItem", ["TableName": "t"])
        call.credentials = ["RoleArn": .string(role)]
        return call
    }

    @Test func `is signed with its keys, in a session that has the order's name`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, Self.keys), .answer(200, "{}")])
        let role = "arn:aws:iam::123456789012:role/orders"
        guard case .succeeded = try await fixture.perform(Self.call(role), transport) else {
            Issue.record("not made")
            return
        }
        #expect(
            transport.requests.map(\.host) == ["sts.us-east-1.test", "dynamodb.us-east-1.test"]
        )
        #expect(transport.bodies[0].contains("RoleSessionName=orderd-001"))
        let signature = transport.requests[1].fields[.authorization]
        #expect(signature?.contains("Credential=AKROLE/") == true)
    }

    @Test func `fails for want of rights when the role may not be taken on`() async throws {
        let fixture = try await ServiceFixture.make()
        let denied = "<E><Error><Code>AccessDenied</Code><Message>no</Message></Error></E>"
        let outcome = try await fixture.perform(
            Self.call("arn:aws:iam::123456789012:role/orders"),
            AnsweringTransport([.answer(403, denied)])
        )
        #expect(
            outcome
                == .failed(
                    error: "States.Permissions",
                    cause:
                        "The role arn:aws:iam::123456789012:role/orders could not be taken on: no"
                )
        )
    }

    /// What STS does instead of giving keys.
    struct Fault: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: AnsweringTransport.Answer
        /// What the state sees where nothing is sent, and the words in its cause.
        var error: String
        var cause: String
        /// What keeps a send back; nil: the state sees the fault.
        var reason: String?

        init(
            _ testDescription: String,
            _ answer: AnsweringTransport.Answer,
            _ error: String,
            _ cause: String,
            later reason: String?
        ) {
            self.testDescription = testDescription
            (self.answer, self.error, self.cause) = (answer, error, cause)
            self.reason = reason
        }
    }

    private static func refusal(_ code: String) -> String {
        "<E><Error><Code>\(code)</Code><Message>no</Message></Error></E>"
    }

    static let faults = [
        Fault(
            "refused",
            .answer(403, refusal("AccessDenied")),
            "States.Permissions",
            "could not be taken on: no",
            later: nil
        ),
        Fault(
            "throttled",
            .answer(400, refusal("Throttling")),
            "DynamoDB.AmazonDynamoDBException",
            "no (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: Throttling;",
            later: "sts AssumeRole: Throttling: no"
        ),
        Fault(
            "broken",
            .answer(503, refusal("ServiceUnavailable")),
            "DynamoDB.AmazonDynamoDBException",
            "no (Service: AmazonDynamoDBv2; Status Code: 503; Error Code: ServiceUnavailable;",
            later: "sts AssumeRole: ServiceUnavailable: no"
        ),
        Fault(
            "our own keys have ended",
            .answer(403, refusal("ExpiredToken")),
            "DynamoDB.AmazonDynamoDBException",
            "no (Service: AmazonDynamoDBv2; Status Code: 403; Error Code: ExpiredToken;",
            later: "sts AssumeRole: ExpiredToken: no"
        ),
        Fault(
            "not reached",
            .unreachable,
            "DynamoDB.SdkClientException",
            "Unable to execute HTTP request: no connection",
            later: "sts AssumeRole: no connection"
        ),
        Fault(
            "too late",
            .late,
            "DynamoDB.SdkClientException",
            "Unable to execute HTTP request: ",
            later: "sts AssumeRole: "
        ),
        Fault(
            "malformed",
            .answer(200, "<R><AssumeRoleResult/></R>"),
            "DynamoDB.AmazonDynamoDBException",
            "Unable to unmarshall response: no keys with an end",
            later: "no keys with an end"
        ),
        Fault(
            "no XML",
            .answer(200, "{}"),
            "DynamoDB.AmazonDynamoDBException",
            "Unable to unmarshall response: no keys with an end",
            later: "no keys with an end"
        ),
    ]

    @Test(arguments: faults)
    func `fails with what STS says, and is not made`(fault: Fault) async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([fault.answer])
        let outcome = try await fixture.perform(Self.call(Self.role), transport)
        guard case .failed(let error, let cause) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error == fault.error)
        #expect(cause.contains(fault.cause), "\(cause)")
        #expect(transport.requests.map(\.host) == ["sts.us-east-1.test"])
        #expect(try await fixture.ledger().isEmpty)
    }

    @Test(arguments: faults)
    func `that sends is certainly not sent, and waits unless the role is refused`(
        fault: Fault
    ) async throws {
        let fixture = try await ServiceFixture.make()
        // Asked again, STS answers the same: on a busy machine the pause after a refusal may be over.
        let transport = AnsweringTransport(Array(repeating: fault.answer, count: 4))
        let outcome = try await fixture.perform(Self.send, transport)
        if let reason = fault.reason {
            guard case .postponed(.seconds(5), let told, "message") = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(told?.contains(reason) == true, "\(told ?? "")")
            #expect(try await fixture.statuses() == [.waiting])
        } else {
            guard case .failed("States.Permissions", _) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(try await fixture.statuses() == [.refused])
        }
        #expect(Set(transport.requests.map(\.host)) == ["sts.us-east-1.test"])
    }

    @Test func `that sends with keys that have ended already waits once the service says so`()
        async throws
    {
        let fixture = try await ServiceFixture.make()
        let ended = Self.keys.replacing("2099", with: "2020")
        let refusal = #"{"__type":"ExpiredTokenException","message":"ended"}"#
        // Our clock may be ahead, so they are tried.
        let transport = AnsweringTransport([.answer(200, ended), .answer(403, refusal)])
        for _ in 0..<2 {
            let outcome = try await fixture.perform(Self.send, transport)
            guard case .postponed(.seconds(5), _, "message") = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(try await fixture.statuses() == [.waiting])
        }
        let hosts = transport.requests.map(\.host)
        #expect(hosts.prefix(2) == ["sts.us-east-1.test", "sqs.us-east-1.test"])
    }

    @Test func `is uncertain only when its own answer is missing`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, Self.keys), .late])
        guard case .held = try await fixture.perform(Self.send, transport) else {
            Issue.record("not held")
            return
        }
        #expect(try await fixture.statuses() == [.uncertain])
    }

    private static let role = "arn:aws:iam::123456789012:role/orders"

    private static var send: ServiceFixture.Call {
        var call = ServiceFixture.Call(
            "arn:aws:states:::sqs:sendMessage",
            ["QueueUrl": "https://q/1/orders", "MessageBody": "hello"]
        )
        call.credentials = ["RoleArn": .string(role)]
        return call
    }

    @Test func `is not made under a role that the settings do not allow, or that is none`()
        async throws
    {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([])
        var call = Self.call("arn:aws:iam::123456789012:role/admin")
        call.allowance = try #require(WorkflowAllowance("default, role:*:role/orders*"))
        guard case .failed("States.Permissions", _) = try await fixture.perform(call, transport)
        else {
            Issue.record("made")
            return
        }
        guard
            case .failed("States.Runtime", _) = try await fixture.perform(
                Self.call("admin"),
                transport
            )
        else {
            Issue.record("made")
            return
        }
        #expect(transport.requests.isEmpty)
    }
}
