import AWS
import Formats
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders
import Synchronization
import TestClock
import Testing

@testable import Integrations

/// What receivers of alerts are given.
struct `A webhook of alerts` {
    private static let secrets = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let message = AlertMessage.test(
        from: "shop",
        token: "1",
        at: Date(timeIntervalSince1970: 1_800_000_000)
    )

    /// The example that the libraries of Standard Webhooks test themselves with.
    @Test func `signs as Standard Webhooks does`() throws {
        let secret = try #require(WebhookSecret(Self.secrets))
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            seconds: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8)
        )
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    private static func text(_ bytes: Int) -> String {
        "whsec_\(Base64.encode([UInt8](repeating: 7, count: bytes)))"
    }

    @Test(arguments: [
        (text(24), 1), (text(64), 1), (text(23), nil), (text(65), nil), ("", nil), ("whsec_", nil),
        ("whsec_!!!!", nil), (String(text(32).dropFirst(6)), nil),
        ("\(text(24)) \(text(25))", 2), (" \(text(24)),\n\(text(25)) ", 2),
        ("\(text(24)) x", nil),
        (Array(repeating: text(24), count: 5).joined(separator: " "), 5),
        (Array(repeating: text(24), count: 6).joined(separator: " "), nil),
    ])
    func `has one to five secrets of 24 to 64 bytes`(text: String, count: Int?) {
        #expect(WebhookSecret.list(text)?.count == count)
    }

    private final class Transport: AWSTransport {
        let requests = Mutex<[ClientRequest]>([])
        let deadlines = Mutex<[ContinuousClock.Instant]>([])
        private let answer: Result<ClientResponse, HTTPClientError>

        init(_ answer: Result<ClientResponse, HTTPClientError>) { self.answer = answer }

        func send(
            _ request: ClientRequest,
            deadline: ContinuousClock.Instant
        ) async throws(HTTPClientError) -> ClientResponse {
            requests.withLock { $0.append(request) }
            deadlines.withLock { $0.append(deadline) }
            return try answer.get()
        }
    }

    private static func target(
        _ transport: Transport,
        _ secrets: String = secrets
    ) throws -> WebhookTarget {
        WebhookTarget(
            try HTTPEndpoint("https://hooks.example.com/T0/secret?a=b"),
            try #require(WebhookSecret.list(secrets)),
            over: transport,
            clock: ManualClock(),
            agent: "orderd"
        )
    }

    @Test func `posts the message with a signature for each secret`() async throws {
        let transport = Transport(.success(ClientResponse(status: .noContent)))
        let target = try Self.target(transport, "\(Self.text(24)) \(Self.text(32))")
        let begun = ContinuousClock.now
        #expect(await target.send(Self.message) == .accepted)
        // From when it was sent, which was after this.
        let deadline = try #require(transport.deadlines.withLock { $0.first })
        #expect(deadline >= begun + .seconds(15) && deadline <= .now + .seconds(15))
        let request = try #require(transport.requests.withLock { $0.first })
        #expect(request.method == .post)
        #expect(request.host == "hooks.example.com")
        #expect(request.target == "/T0/secret?a=b")
        #expect(request.body == Self.message.body)
        let fields = Dictionary(request.fields.map { ($0.name.canonicalName, $0.value) }) { $1 }
        #expect(fields["webhook-id"] == "test-1")
        #expect(fields["webhook-timestamp"] == "1800000000")
        #expect(fields["content-type"] == "application/json")
        let signatures = (fields["webhook-signature"] ?? "").split(separator: " ").map(String.init)
        let expected = [Self.text(24), Self.text(32)].map {
            WebhookSecret($0)?.signature(
                id: "test-1",
                seconds: 1_800_000_000,
                body: Self.message.body
            )
        }
        #expect(signatures == expected)
        target.replace(with: try #require(WebhookSecret.list(Self.text(24))))
        #expect(await target.send(Self.message) == .accepted)
        let second = try #require(transport.requests.withLock { $0.last })
        #expect(second.fields.contains { $0.value == expected[0] })
    }

    @Test(
        arguments: [
            (200, nil, .accepted), (204, nil, .accepted), (299, nil, .accepted),
            (410, nil, .gone), (302, nil, .failed(reason: "it answered 302")),
            (400, nil, .failed(reason: "it answered 400")),
            (503, "7", .failed(reason: "it answered 503", retryAfter: .seconds(7))),
            (429, "x", .failed(reason: "it answered 429")),
        ] as [(Int, String?, AlertAttempt)]
    )
    func `takes 2xx for success, 410 for an end and all else for a failure`(
        status: Int,
        retryAfter: String?,
        attempt: AlertAttempt
    ) async throws {
        var fields = HTTPFields()
        fields[.retryAfter] = retryAfter
        let answer = ClientResponse(status: HTTPResponse.Status(code: status), fields: fields)
        let target = try Self.target(Transport(.success(answer)))
        #expect(await target.send(Self.message) == attempt)
    }

    @Test func `says nothing of its URL but the host`() async throws {
        let error = HTTPClientError(
            .timedOut(.firstByte),
            sent: .maybeSent,
            authority: "hooks.example.com:443"
        )
        guard
            case .failed(let reason, nil) = await (try Self.target(Transport(.failure(error))))
                .send(Self.message)
        else {
            Issue.record("it did not fail")
            return
        }
        #expect(reason.contains("hooks.example.com"))
        #expect(!reason.contains("secret"))
    }
}

struct `A topic and an address for alerts` {
    private static let message = AlertMessage.test(
        from: "shöp \(String(repeating: "x", count: 200))",
        token: "1",
        at: Date(timeIntervalSince1970: 1_800_000_000)
    )

    @Test(arguments: ["alerts", "alerts.fifo"])
    func `are given what SNS takes`(name: String) {
        let topic = "arn:aws:sns:eu-central-1:123456789012:\(name)"
        let notice = TopicTarget.notice(Self.message, to: topic)
        #expect(notice.fault == nil)
        #expect(notice.message.hasPrefix("This is a test"))
        #expect(notice.protocolMessages["sqs"].map { Array($0.utf8) } == Self.message.body)
        #expect(notice.attributes["type"] == .string("alert.test"))
        #expect(notice.deduplicationID == (name.hasSuffix(".fifo") ? "test-1" : nil))
    }

    @Test func `are given what SES takes`() throws {
        let sender = try Mailbox("Shop <orders@example.com>")
        let email = EmailTarget.email(Self.message, to: ["ops@example.com"], from: sender)
        _ = try PreparedEmail(email)
        #expect(email.from == "Shop <orders@example.com>")
        #expect(email.headers.contains(Email.Pair("Auto-Submitted", "auto-generated")))
    }

    @Test func `need what the policy says`() {
        let place = AlertPermissions.Place(partition: "aws", region: "eu-1", account: "1")
        #expect(AlertPermissions.statements(topic: nil, sender: nil, in: place).isEmpty)
        let both = AlertPermissions.statements(topic: "t", sender: "a@b.de", in: place)
        #expect(both.map(\.id) == ["SendAlerts", "PublishAlerts"])
    }
}
