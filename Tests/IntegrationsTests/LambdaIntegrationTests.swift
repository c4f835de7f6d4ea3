import AWS
import HTTP
import Integrations
import JSON
import Orders
import StatesLanguage
import TestClosing
import Testing

/// What becomes of a call of a Lambda function, in each of its three forms.
@Suite(.closing)
struct `A Lambda function` {
    private typealias Call = ServiceFixture.Call

    private static let arn = "arn:aws:lambda:us-east-1:123456789012:function:charge"
    private static let function = TaskResource("\(arn):PROD")
    private static let invoke: TaskResource = "arn:aws:states:::lambda:invoke"
    private static let sdk: TaskResource = "arn:aws:states:::aws-sdk:lambda:invoke"

    @Test func `that is named by its ARN gets the input and gives its result`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, #"{"ok":true}"#)])
        let outcome = try await fixture.perform(Call(Self.function, ["a": 1]), transport)
        #expect(outcome == .succeeded(["ok": true]))
        let request = try #require(transport.requests.first)
        #expect(
            request.target
                == "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Acharge"
                + "/invocations?Qualifier=PROD"
        )
        #expect(transport.bodies == [#"{"a":1}"#])
        #expect(try await fixture.ledger().isEmpty)
    }

    @Test(
        arguments: [
            ("arn:aws:lambda:REGION:ACCOUNT_ID:function:charge", "us-east-1", "charge"),
            ("arn:aws:lambda:::function:charge", "us-east-1", "charge"),
            (
                "arn:aws:lambda:eu-west-1:123456789012:function:charge", "eu-west-1",
                "arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Acharge"
            ),
        ] as [(TaskResource, String, String)]
    )
    func `is called in its region, or in ours where that is a placeholder`(
        _ resource: TaskResource,
        _ region: String,
        _ name: String
    ) async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, "1")])
        #expect(try await fixture.perform(Call(resource), transport) == .succeeded(1))
        #expect(transport.requests.first?.host == "lambda.\(region).test")
        #expect(transport.requests.first?.target == "/2015-03-31/functions/\(name)/invocations")
    }

    @Test func `by lambda:invoke gives what AWS tells of the call`() async throws {
        let fixture = try await ServiceFixture.make()
        let fields = ["X-Amz-Executed-Version": "$LATEST", "X-Amz-Log-Result": "bG9n"]
        let transport = AnsweringTransport([.answer(200, #"{"ok":true}"#, fields)])
        let input: JSONValue = [
            "FunctionName": "charge", "Payload": ["a": 1], "Qualifier": "3", "LogType": "Tail",
            "ClientContext": "e30=",
        ]
        let outcome = try await fixture.perform(Call(Self.invoke, input), transport)
        guard case .succeeded(let result) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(result["Payload"] == ["ok": true])
        #expect(result["ExecutedVersion"] == "$LATEST" && result["StatusCode"] == 200)
        #expect(result["LogResult"] == "bG9n")
        #expect(result["SdkHttpMetadata"]?["HttpStatusCode"] == 200)
        #expect(
            result["SdkHttpMetadata"]?["AllHttpHeaders"]?["X-Amz-Executed-Version"] == ["$LATEST"]
        )
        #expect(result["SdkResponseMetadata"] == ["RequestId": "r-1"])
        #expect(transport.requests.first?.target.hasSuffix("?Qualifier=3") == true)
    }

    @Test func `in the SDK's terms has its payloads as texts, and fails in its result`()
        async throws
    {
        let fixture = try await ServiceFixture.make()
        let fields = ["X-Amz-Function-Error": "Unhandled"]
        let transport = AnsweringTransport([.answer(200, #"{"errorType":"E"}"#, fields)])
        let input: JSONValue = ["FunctionName": "charge", "Payload": #"{"a":1}"#]
        let outcome = try await fixture.perform(Call(Self.sdk, input), transport)
        #expect(
            outcome
                == .succeeded([
                    "FunctionError": "Unhandled", "Payload": #"{"errorType":"E"}"#,
                    "StatusCode": 200,
                ])
        )
        #expect(transport.bodies == [#"{"a":1}"#])
    }

    /// Answers, errors and causes.
    static let failures: [(AnsweringTransport.Answer, String, String)] = [
        (
            .answer(
                200,
                #"{"errorMessage":"m","errorType":"ValueError"}"#,
                ["X-Amz-Function-Error": "Unhandled"]
            ),
            "ValueError", #"{"errorMessage":"m","errorType":"ValueError"}"#
        ),
        (
            .answer(
                200,
                #"{"errorMessage":"Task timed out after 3.00 seconds"}"#,
                ["X-Amz-Function-Error": "Unhandled"]
            ),
            "Lambda.Unknown",
            #"The cause could not be determined because Lambda did not return an error type. Returned payload: {"errorMessage":"Task timed out after 3.00 seconds"}"#
        ),
        (
            .answer(
                404,
                #"{"Message":"Function not found: f:$LATEST","Type":"User"}"#,
                ["x-amzn-ErrorType": "ResourceNotFoundException:http://x"]
            ),
            "Lambda.ResourceNotFoundException",
            "Function not found: f:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: r-1; Proxy: null)"
        ),
        (
            .answer(
                429,
                #"{"message":"Rate exceeded"}"#,
                ["x-amzn-ErrorType": "TooManyRequestsException"]
            ),
            "Lambda.TooManyRequestsException",
            "Rate exceeded (Service: AWSLambda; Status Code: 429; Error Code: TooManyRequestsException; Request ID: r-1; Proxy: null)"
        ),
        (
            .answer(500, #"{"message":"m"}"#, ["x-amzn-ErrorType": "ServiceException"]),
            "Lambda.ServiceException",
            "m (Service: AWSLambda; Status Code: 500; Error Code: ServiceException; Request ID: r-1; Proxy: null)"
        ),
        (
            .answer(403, #"{"Message":"no"}"#, ["x-amzn-ErrorType": "AccessDeniedException"]),
            "Lambda.AWSLambdaException",
            "no (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: r-1; Proxy: null)"
        ),
        (
            .unreachable, "Lambda.SdkClientException",
            "Unable to execute HTTP request: no connection: sqs.test: Name or service not known (sqs.test:443, nothing was sent)"
        ),
        (
            .late, "Lambda.ClientExecutionTimeoutException",
            "Unable to execute HTTP request: timed out (firstByte) (lambda.test:443, the request may have arrived)"
        ),
    ]

    @Test(arguments: failures)
    func `fails as Step Functions has it`(
        _ answer: AnsweringTransport.Answer,
        _ error: String,
        _ cause: String
    ) async throws {
        let fixture = try await ServiceFixture.make()
        for call in [Call(Self.function), Call(Self.invoke, ["FunctionName": "charge"])] {
            let outcome = try await fixture.perform(call, AnsweringTransport([answer]))
            #expect(outcome == .failed(error: error, cause: cause))
        }
        #expect(try await fixture.ledger().isEmpty)
    }

    @Test func `is called as often as the state wants, unless it is not idempotent`() async throws {
        let fixture = try await ServiceFixture.make()
        var call = Call(Self.function)
        call.notIdempotent = ["other"]
        let transport = AnsweringTransport([.lost, .answer(200, "1"), .answer(200, "2")])
        guard case .failed = try await fixture.perform(call, transport) else {
            Issue.record("not failed")
            return
        }
        #expect(try await fixture.perform(call, transport) == .succeeded(1))
        #expect(try await fixture.perform(call, transport) == .succeeded(2))
        #expect(try await fixture.ledger().isEmpty)
    }
}

/// Functions that the settings call not idempotent.
@Suite(.closing)
struct `A Lambda function that is not idempotent` {
    private static func call(_ names: Set<String> = ["charge"]) -> ServiceFixture.Call {
        var call = ServiceFixture.Call(
            "arn:aws:states:::lambda:invoke",
            ["FunctionName": "arn:aws:lambda:us-east-1:123456789012:function:charge:3"]
        )
        call.notIdempotent = names
        return call
    }

    @Test(arguments: [["charge"], ["*"]] as [Set<String>])
    func `is never called again once it was called, and its lost result is a failure`(
        _ names: Set<String>
    ) async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, "1")])
        guard case .succeeded = try await fixture.perform(Self.call(names), transport) else {
            Issue.record("not called")
            return
        }
        let again = try await fixture.perform(Self.call(names), transport)
        guard case .failed("Lambda.Unknown", let cause) = again else {
            Issue.record("\(again)")
            return
        }
        #expect(cause.contains("charge") && cause.contains("r-1"))
        #expect(transport.requests.count == 1)
        let ledger = try await fixture.ledger()
        #expect(ledger.map(\.kind) == [.invocation] && ledger.map(\.status) == [.sent])
    }

    @Test func `is not called again after it failed`() async throws {
        let fixture = try await ServiceFixture.make()
        let fields = ["X-Amz-Function-Error": "Unhandled"]
        let transport = AnsweringTransport([.answer(200, #"{"errorType":"E"}"#, fields)])
        #expect(
            try await fixture.perform(Self.call(), transport)
                == .failed(error: "E", cause: #"{"errorType":"E"}"#)
        )
        guard case .failed("Lambda.Unknown", _) = try await fixture.perform(Self.call(), transport)
        else {
            Issue.record("called again")
            return
        }
        #expect(transport.requests.count == 1)
    }

    @Test func `is held when nobody can tell whether it was called`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.late])
        for _ in 1...2 {
            guard case .held = try await fixture.perform(Self.call(), transport) else {
                Issue.record("not held")
                return
            }
        }
        #expect(transport.requests.count == 1)
        #expect(try await fixture.statuses() == [.uncertain])
    }

    @Test func `fails under assume-sent, since there is no result`() async throws {
        let fixture = try await ServiceFixture.make()
        var call = Self.call()
        call.policy = .assumeSent
        let outcome = try await fixture.perform(call, AnsweringTransport([.late]))
        guard case .failed("Lambda.Unknown", _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `waits while the account is throttled`() async throws {
        let fixture = try await ServiceFixture.make()
        let fields = ["x-amzn-ErrorType": "TooManyRequestsException", "Retry-After": "3"]
        let outcome = try await fixture.perform(
            Self.call(),
            AnsweringTransport([.answer(429, "{}", fields)])
        )
        guard case .postponed(.seconds(3), _, "invocation") = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `is asked about as often as wanted`() async throws {
        let fixture = try await ServiceFixture.make()
        var call = Self.call()
        call.input = ["FunctionName": "charge", "InvocationType": "DryRun"]
        let transport = AnsweringTransport([.answer(204), .answer(204)])
        for _ in 1...2 {
            guard case .succeeded(let result) = try await fixture.perform(call, transport) else {
                Issue.record("not answered")
                return
            }
            #expect(result["StatusCode"] == 204 && result["Payload"] == nil)
        }
        #expect(try await fixture.ledger().isEmpty)
    }
}
