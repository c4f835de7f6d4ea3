import AWS
import HTTP
import Integrations
import JSON
import Orders
import StatesLanguage
import TestClosing
import Testing

/// What sends by a service's ARN: the ledger knows it, whatever happens between the intent and the state's end.
@Suite(.closing)
struct `A delivery by a service's ARN` {
    /// Each resource that sends, its arguments, an answer of the service, the kind, and the result that the ledger tells again.
    struct Sending: Sendable {
        var resource: TaskResource
        var input: JSONValue
        var answer: String
        var kind: Delivery.Kind
        var rebuilt: JSONValue
    }

    private static let published =
        "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"
    private static let mailed =
        "<SendEmailResponse><SendEmailResult><MessageId>m-1</MessageId></SendEmailResult></SendEmailResponse>"
    /// MD5 of `hello`.
    private static let digest = "5d41402abc4b2a76b9719d911017c592"
    private static let topic = "arn:aws:sns:us-east-1:123456789012:orders"

    static let sendings = [
        Sending(
            resource: "arn:aws:states:::sns:publish",
            input: ["TopicArn": .string(topic), "Message": ["a": 1]],
            answer: published,
            kind: .notice,
            rebuilt: ["MessageId": "m-1"]
        ),
        Sending(
            resource: "arn:aws:states:::aws-sdk:sns:publish",
            input: ["TopicArn": .string(topic), "Message": "m"],
            answer: published,
            kind: .notice,
            rebuilt: ["MessageId": "m-1"]
        ),
        Sending(
            resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            input: ["QueueUrl": "https://q/1/orders", "MessageBody": "hello"],
            answer: #"{"MessageId":"m-1","MD5OfMessageBody":"\#(digest)"}"#,
            kind: .message,
            rebuilt: ["MessageId": "m-1", "MD5OfMessageBody": .string(digest)]
        ),
        Sending(
            resource: "arn:aws:states:::aws-sdk:sesv2:sendEmail",
            input: [
                "FromEmailAddress": "a@example.com",
                "Destination": ["ToAddresses": ["b@example.com"]], "Content": ["Simple": [:]],
            ],
            answer: #"{"MessageId":"m-1"}"#,
            kind: .email,
            rebuilt: ["MessageId": "m-1"]
        ),
        Sending(
            resource: "arn:aws:states:::aws-sdk:ses:sendEmail",
            input: ["Source": "a@example.com", "Destination": ["ToAddresses": ["b@example.com"]]],
            answer: mailed,
            kind: .email,
            rebuilt: ["MessageId": "m-1"]
        ),
    ]

    private static func call(_ sending: Sending) -> ServiceFixture.Call {
        ServiceFixture.Call(sending.resource, sending.input)
    }

    @Test(arguments: sendings)
    func `is sent once, and told again from the ledger after the answer was lost`(
        _ sending: Sending
    ) async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, sending.answer)])
        let first = try await fixture.perform(Self.call(sending), transport)
        guard case .succeeded(let result) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(result["MessageId"] == "m-1")
        // The process ended before the state did, or the state is tried again.
        let second = try await fixture.perform(Self.call(sending), transport)
        #expect(second == .succeeded(sending.rebuilt))
        #expect(transport.requests.count == 1)
        let ledger = try await fixture.ledger()
        #expect(ledger.map(\.status) == [.sent])
        #expect(ledger.map(\.kind) == [sending.kind])
        #expect(ledger.first?.messageID == "m-1")
    }

    @Test(arguments: sendings)
    func `is held when nobody can tell whether it was accepted`(_ sending: Sending) async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.lost, .answer(200, sending.answer)])
        for _ in 1...2 {
            guard case .held(let reason) = try await fixture.perform(Self.call(sending), transport)
            else {
                Issue.record("not held")
                return
            }
            #expect(reason.hasPrefix("\(sending.kind) uncertain"))
        }
        #expect(transport.requests.count == 1)
        let entry = try #require(try await fixture.ledger().first)
        _ = try await fixture.store.decide(
            entry.id,
            .resend,
            by: Operator("test"),
            at: FunctionFixture.now
        )
        guard case .succeeded = try await fixture.perform(Self.call(sending), transport) else {
            Issue.record("not sent again")
            return
        }
        #expect(transport.requests.count == 2)
    }

    @Test(arguments: sendings)
    func `is sent again under the policy resend, and taken as sent under assume-sent`(
        _ sending: Sending
    ) async throws {
        let fixture = try await ServiceFixture.make()
        var call = Self.call(sending)
        call.policy = .resend
        let transport = AnsweringTransport([.lost, .answer(200, sending.answer)])
        guard case .postponed = try await fixture.perform(call, transport) else {
            Issue.record("not postponed")
            return
        }
        guard case .succeeded = try await fixture.perform(call, transport) else {
            Issue.record("not sent again")
            return
        }
        call.policy = .assumeSent
        call.visit = 20
        let outcome = try await fixture.perform(call, AnsweringTransport([.lost]))
        guard case .succeeded(let result) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(result["MessageId"] == .null)
        #expect(try await fixture.statuses() == [.sent, .sent])
    }

    /// Faults for which no order is to blame.
    static let postponing: [AnsweringTransport.Answer] = [
        .unreachable,
        .answer(429, #"{"__type":"TooManyRequestsException","message":"slow"}"#),
        .answer(400, #"{"__type":"ThrottlingException","message":"slow"}"#),
        .answer(403, #"{"__type":"ExpiredTokenException","message":"old"}"#),
    ]

    @Test(arguments: sendings, postponing)
    func `waits while the account is throttled or not reached, and uses up no attempt`(
        _ sending: Sending,
        _ fault: AnsweringTransport.Answer
    ) async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([fault, .answer(200, sending.answer)])
        let outcome = try await fixture.perform(Self.call(sending), transport)
        guard case .postponed(_, _, let gate) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(gate == sending.kind.rawValue)
        #expect(try await fixture.statuses() == [.waiting])
        guard case .succeeded = try await fixture.perform(Self.call(sending), transport) else {
            Issue.record("not sent")
            return
        }
    }

    @Test func `that is refused is the state's error, and may be tried again`() async throws {
        let fixture = try await ServiceFixture.make()
        let fault = """
            <ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error>\
            <RequestId>x</RequestId></ErrorResponse>
            """
        let transport = AnsweringTransport([
            .answer(404, fault), .answer(200, Self.published),
        ])
        let call = Self.call(Self.sendings[0])
        let outcome = try await fixture.perform(call, transport)
        #expect(
            outcome
                == .failed(
                    error: "SNS.NotFoundException",
                    cause:
                        "Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: r-1; Proxy: null)"
                )
        )
        #expect(try await fixture.statuses() == [.refused])
        guard case .succeeded = try await fixture.perform(call, transport) else {
            Issue.record("not sent")
            return
        }
    }

    @Test func `names a queue's fault by the code of its older protocol`() async throws {
        let fixture = try await ServiceFixture.make()
        let fault = #"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no queue"}"#
        let field = ["x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender"]
        var call = Self.call(Self.sendings[2])
        #expect(
            try await fixture.perform(call, AnsweringTransport([.answer(400, fault, field)]))
                == .failed(
                    error: "SQS.AmazonSQSException",
                    cause:
                        "no queue (Service: AmazonSQS; Status Code: 400; Error Code: AWS.SimpleQueueService.NonExistentQueue; Request ID: r-1; Proxy: null)"
                )
        )
        call.resource = "arn:aws:states:::aws-sdk:sqs:sendMessage"
        call.visit = 20
        #expect(
            try await fixture.perform(call, AnsweringTransport([.answer(400, fault, field)]))
                == .failed(
                    error: "Sqs.QueueDoesNotExistException",
                    cause:
                        "no queue (Service: Sqs, Status Code: 400, Request ID: r-1) (SDK Attempt Count: 1)"
                )
        )
    }

    @Test func `is uncertain when a queue has another message than was sent`() async throws {
        let fixture = try await ServiceFixture.make()
        let answer = #"{"MessageId":"m-1","MD5OfMessageBody":"00"}"#
        let outcome = try await fixture.perform(
            Self.call(Self.sendings[2]),
            AnsweringTransport([.answer(200, answer)])
        )
        guard case .held(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("another body"))
    }

    @Test func `that has more results than the ledger keeps is not made again`() async throws {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport([.answer(200, #"{"Successful":[{"Id":"1"}]}"#)])
        let call = ServiceFixture.Call(
            "arn:aws:states:::aws-sdk:sqs:sendMessageBatch",
            ["QueueUrl": "q", "Entries": [["Id": "1", "MessageBody": "b"]]]
        )
        #expect(
            try await fixture.perform(call, transport) == .succeeded(["Successful": [["Id": "1"]]])
        )
        guard case .failed("Sqs.Unknown", _) = try await fixture.perform(call, transport) else {
            Issue.record("made again")
            return
        }
        #expect(transport.requests.count == 1)
    }

    @Test func `that hands a token out is sent anew with each attempt's token, and once with each`()
        async throws
    {
        let fixture = try await ServiceFixture.make()
        let transport = AnsweringTransport(
            (1...2).map { .answer(200, #"{"MessageId":"m-\#($0)"}"#) }
        )
        var call = Self.call(Self.sendings[2])
        for attempt in 1...2 {
            call.task = attempt
            for _ in 1...2 {
                let outcome = try await fixture.perform(call, transport)
                guard case .succeeded(let result) = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(result["MessageId"] == .string("m-\(attempt)"))
            }
            #expect(transport.requests.count == attempt)
        }
        #expect(try await fixture.statuses() == [.sent, .sent])
    }
}
