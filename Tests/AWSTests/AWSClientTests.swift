import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import Testing

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
        let fields = sent.fields.map { SignableRequest.Field($0.name.rawName, $0.value) }
        let received = SignableRequest(
            method: "POST",
            path: sent.target,
            fields: fields + [SignableRequest.Field("Host", "aws.test")],
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
        let client = makeClient(.sns, transport, credentials: CredentialsChain([]))
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

    @Test func `only what was not accepted is repeated, and only if the caller asks`() async {
        let refused = FakeTransport.Answer.failure(
            HTTPClientError(.connectFailed("refused"), sent: .notSent, authority: "aws.test")
        )
        let lost = FakeTransport.Answer.failure(
            HTTPClientError(.timedOut(.firstByte), sent: .maybeSent, authority: "aws.test")
        )
        let policy = RetryPolicy(attempts: 3, maximumDelay: .zero)
        #expect(await failure([refused]).transport.requests.count == 1)
        #expect(
            await failure([refused, refused, refused], retries: policy).transport.requests.count
                == 3
        )
        #expect(await failure([refused, .answer(200)], retries: policy).error == nil)
        #expect(await failure([lost], retries: policy).transport.requests.count == 1)
        #expect(await failure([.answer(500)], retries: policy).transport.requests.count == 1)
        #expect(await failure([.answer(400)], retries: policy).transport.requests.count == 1)
    }
}
