import FoundationEssentials
import HTTP
import HTTPTypes
import Testing

@testable import AWS

struct AWSClientTests {
    private let call = AWSRequest(query: "Publish", version: "1", parameters: [("a b", "ä&")])

    private func failure(
        _ answers: [FakeTransport.Answer],
        retries: RetryPolicy = .never
    ) async -> (error: AWSError?, transport: FakeTransport) {
        let transport = FakeTransport(answers)
        let client = makeClient(.sns, transport, retries: retries)
        do throws(AWSError) {
            _ = try await client.send(call, deadline: .later)
            return (nil, transport)
        } catch {
            return (error, transport)
        }
    }

    @Test func `a call is addressed, marked and signed so that its receiver accepts it`()
        async throws
    {
        let transport = FakeTransport([.answer(200)])
        _ = try await makeClient(.sns, transport).send(call, deadline: .later)
        let sent = try #require(transport.requests.first)
        #expect(sent.target == "/base/")
        #expect(
            String(decoding: sent.body, as: UTF8.self) == "Action=Publish&Version=1&a%20b=%C3%A4%26"
        )
        #expect(sent.fields[try #require(HTTPField.Name("amz-sdk-request"))] == "attempt=1; max=1")
        let host = HTTPField(name: try #require(HTTPField.Name("Host")), value: "aws.test")
        let received = SignableRequest(
            method: "POST",
            path: sent.target,
            fields: FieldTable(HTTPFields(sent.fields + [host])),
            body: sent.body
        )
        try SignedRequest(received).verify(
            with: Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret"),
            service: "sns",
            at: Date(timeIntervalSince1970: 1_440_938_160)
        )
    }

    struct Case: Sendable {
        let answer: FakeTransport.Answer
        let code: String?
        let acceptance: AWSError.Acceptance
        var isThrottle = false
        var isTransient = false
    }

    private static func lost(
        _ reason: HTTPClientError.Reason,
        _ sent: HTTPClientError.RequestProgress
    ) -> FakeTransport.Answer {
        .failure(HTTPClientError(reason, sent: sent, authority: "aws.test"))
    }

    @Test(arguments: [
        Case(
            answer: .answer(
                429,
                #"{"message":"Maximum sending rate exceeded."}"#,
                ["x-amzn-ErrorType": "TooManyRequestsException:http://internal/"]
            ),
            code: "TooManyRequestsException",
            acceptance: .notAccepted,
            isThrottle: true,
            isTransient: true
        ),
        Case(
            answer: .answer(
                400,
                #"{"message":"Email address is not verified."}"#,
                ["x-amzn-ErrorType": "MessageRejected"]
            ),
            code: "MessageRejected",
            acceptance: .notAccepted
        ),
        Case(
            answer: .answer(
                400,
                #"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}"#
            ),
            code: "QueueDoesNotExist",
            acceptance: .notAccepted
        ),
        Case(
            answer: .answer(
                400,
                "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>"
                    + "<Message>Maximum sending rate exceeded.</Message></Error></ErrorResponse>"
            ),
            code: "Throttling",
            acceptance: .notAccepted,
            isThrottle: true,
            isTransient: true
        ),
        Case(
            answer: .answer(400, #"{"Message":"Daily message quota exceeded."}"#),
            code: "HTTP 400",
            acceptance: .notAccepted,
            isThrottle: true,
            isTransient: true
        ),
        Case(answer: .answer(403), code: "HTTP 403", acceptance: .notAccepted),
        Case(
            answer: .answer(500, "<html>oops</html>"),
            code: "HTTP 500",
            acceptance: .uncertain,
            isTransient: true
        ),
        Case(
            answer: .answer(503, #"{"__type":"SlowDown"}"#),
            code: "SlowDown",
            acceptance: .notAccepted,
            isThrottle: true,
            isTransient: true
        ),
        Case(answer: .answer(302), code: "HTTP 302", acceptance: .uncertain),
        Case(
            answer: lost(.connectFailed("refused"), .notSent),
            code: nil,
            acceptance: .notAccepted,
            isTransient: true
        ),
        Case(
            answer: lost(.handshakeFailed("untrusted"), .notSent),
            code: nil,
            acceptance: .notAccepted
        ),
        Case(
            answer: lost(.timedOut(.firstByte), .maybeSent),
            code: nil,
            acceptance: .uncertain,
            isTransient: true
        ),
        Case(
            answer: lost(.connectionLost("reset"), .maybeSent),
            code: nil,
            acceptance: .uncertain,
            isTransient: true
        ),
    ])
    func `each failure says whether the call may have been accepted`(_ test: Case) async throws {
        let error = try #require(await failure([test.answer]).error)
        #expect(error.serviceError?.code == test.code)
        #expect(error.acceptance == test.acceptance)
        #expect(error.isThrottle == test.isThrottle)
        #expect(error.isTransient == test.isTransient)
    }

    @Test func `the service's own number and its wish to wait are kept`() async throws {
        let fields = ["x-amzn-RequestId": "id-1", "x-amz-retry-after": "1500", "Retry-After": "9"]
        let error = try #require(await failure([.answer(429, "{}", fields)]).error?.serviceError)
        #expect(error.requestID == "id-1")
        #expect(error.retryAfter == .milliseconds(1_500))
        let seconds = await failure([.answer(429, "{}", ["Retry-After": "9"])]).error
        #expect(seconds?.serviceError?.retryAfter == .seconds(9))
    }

    @Test func `without credentials nothing is sent`() async throws {
        let transport = FakeTransport([])
        let client = makeClient(.sns, transport, credentials: NoCredentials())
        let error = await #expect(throws: AWSError.self) {
            try await client.send(call, deadline: .later)
        }
        #expect(error?.acceptance == .notAccepted)
        #expect(transport.requests.isEmpty)
    }

    @Test func `a wrong clock is corrected from the answer, once, and for later calls`()
        async throws
    {
        let skewed = FakeTransport.Answer.answer(
            403,
            #"{"__type":"SignatureDoesNotMatch","message":"Signature expired"}"#,
            ["Date": "Sun, 30 Aug 2015 13:36:00 GMT"]
        )
        let transport = FakeTransport([skewed, .answer(200), .answer(200)])
        let client = makeClient(.sns, transport)
        for _ in 0..<2 { _ = try await client.send(call, deadline: .later) }
        let name = try #require(HTTPField.Name("X-Amz-Date"))
        #expect(
            transport.requests.map { $0.fields[name] }
                == ["20150830T123600Z", "20150830T133600Z", "20150830T133600Z"]
        )
    }

    @Test func `a right clock is not corrected and the call not repeated`() async {
        let answer = FakeTransport.Answer.answer(
            403,
            #"{"__type":"SignatureDoesNotMatch"}"#,
            ["Date": "Sun, 30 Aug 2015 12:37:00 GMT"]
        )
        let (error, transport) = await failure([answer])
        #expect(error?.serviceError?.code == "SignatureDoesNotMatch")
        #expect(transport.requests.count == 1)
    }

    @Test func `what only looks is repeated while it may succeed, what sends is not`() async throws
    {
        let refused = FakeTransport.Answer.failure(
            HTTPClientError(.connectFailed("refused"), sent: .notSent, authority: "aws.test")
        )
        let lost = Self.lost(.timedOut(.firstByte), .maybeSent)
        let policy = RetryPolicy(attempts: 3, maximumDelay: .zero)
        let look = AWSRequest(query: "GetTopicAttributes", version: "1", parameters: [])
        for (answers, calls) in [
            ([refused, lost, .answer(200)], 3), ([.answer(500), .answer(200)], 2),
            ([.answer(400)], 1), ([.answer(503), .answer(429), .answer(502)], 3),
        ] as [([FakeTransport.Answer], Int)] {
            let transport = FakeTransport(answers)
            let client = makeClient(.sns, transport, retries: policy)
            _ = try? await client.send(look, deadline: .later)
            #expect(transport.requests.count == calls)
            let tags = transport.requests.map { $0.field("amz-sdk-request") }
            #expect(tags == (1...calls).map { "attempt=\($0); max=3" })
            #expect(Set(transport.requests.map { $0.field("amz-sdk-invocation-id") }).count == 1)
        }
        for answer in [refused, lost, .answer(500), .answer(429)] {
            let (_, transport) = await failure([answer], retries: policy)
            #expect(transport.requests.count == 1)
            #expect(transport.requests.first?.field("amz-sdk-request") == "attempt=1; max=1")
        }
    }

    @Test func `a call is not repeated beyond its deadline`() async {
        let transport = FakeTransport([.answer(503, "{}", ["Retry-After": "5"])])
        let client = makeClient(.sns, transport, retries: .standard)
        let look = AWSRequest(query: "GetTopicAttributes", version: "1", parameters: [])
        let error = await #expect(throws: AWSError.self) {
            try await client.send(look, deadline: .now)
        }
        #expect(error?.serviceError?.status == 503)
    }

    @Test(arguments: [
        "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId",
        "UnrecognizedClientException",
    ])
    func `credentials that a service refuses are not used for the next call`(
        _ code: String
    ) async throws {
        let machine = FakeMachine([
            "/h/.aws/credentials":
                "[default]\naws_access_key_id = AKIDOLD\naws_secret_access_key = x\n"
        ])
        let source = SettingsCredentials(
            environment: ["HOME": "/h"],
            machine: machine,
            transport: FakeTransport([]),
            nearTransport: FakeTransport([])
        )
        let transport = FakeTransport([.answer(403, #"{"__type":"\#(code)"}"#), .answer(200)])
        let cache = CachedCredentials(source, now: { noon })
        let client = makeClient(.sns, transport, credentials: cache)
        let error = await #expect(throws: AWSError.self) {
            try await client.send(call, deadline: .later)
        }
        #expect(error?.acceptance == .notAccepted)
        let reads = machine.reads.count
        _ = try await client.send(call, deadline: .later)
        #expect(machine.reads.count > reads)
    }

    @Test func `the host is sent as it is signed, whatever its case`() async throws {
        let endpoint = try #require(Endpoint(url: "http://LOCALHOST:4566"))
        let transport = FakeTransport([.answer(200)])
        let client = AWSClient(
            .sns,
            at: endpoint,
            region: "us-east-1",
            credentials: testCredentials,
            transport: transport
        )
        _ = try await client.send(call, deadline: .later)
        #expect(transport.requests.first?.authority == "localhost:4566")
    }
}
