import AWS
import HTTP
import HTTPTypes
import InMemoryLogging
import Integrations
import JSON
import Logging
import Orders
import Synchronization
import Testing

struct `What SES says of the account` {
    private func standing(
        production: Bool = true,
        enabled: Bool = true,
        status: String = "HEALTHY",
        quota: Double? = 50_000,
        rate: Double = 14,
        sent: Double = 100,
        verified: Bool? = true
    ) -> SESStanding {
        SESStanding(
            region: "eu-west-1",
            sender: "orders@shop.example.com",
            account: SESAccount(
                hasProductionAccess: production,
                isSendingEnabled: enabled,
                enforcementStatus: status,
                dailyQuota: quota,
                maximumRate: rate,
                sentInLastDay: sent
            ),
            isVerified: verified
        )
    }

    @Test func `is the pace: nine tenths of its rate`() {
        #expect(standing(rate: 14).rate == 14 * 0.9)
        #expect(standing(rate: 1).rate == 0.9)
        #expect(standing(rate: 0).rate == nil)
        #expect(standing(rate: 5_000).rate == nil)
        #expect(SESStanding(region: "r", sender: "s").rate == nil)
    }

    @Test func `is nothing when all is well, or when it tells nothing`() {
        #expect(standing().faults.isEmpty && standing().warnings.isEmpty)
        let silent = SESStanding(region: "r", sender: "s")
        #expect(silent.faults.isEmpty && silent.warnings.isEmpty)
        #expect(standing(quota: nil, sent: 1e9).warnings.isEmpty)
    }

    @Test func `is told in plain words when it is not`() {
        #expect(
            standing(enabled: false, status: "SHUTDOWN").faults.first?.contains("stopped") == true
        )
        #expect(
            standing(verified: false).faults.first?.contains(
                "SES in eu-west-1 may not send from orders@shop.example.com"
            ) == true
        )
        #expect(standing(production: false).warnings.first?.contains("only verified") == true)
        #expect(standing(status: "PROBATION").warnings.first?.contains("under review") == true)
        #expect(
            standing(sent: 45_000).warnings == [
                "more than nine tenths of the 50000 recipients that SES allows in 24 hours are used up"
            ]
        )
        #expect(standing(sent: 44_999).warnings.isEmpty)
    }

    @Test func `covers an address by its domain, and by those above`() async throws {
        let ses = StubSES { path in
            switch path {
            case "/v2/email/account": (404, "{}")
            case "/v2/email/identities/example.com": (200, #"{"VerifiedForSendingStatus":true}"#)
            default: (404, #"{"__type":"NotFoundException","message":"no"}"#)
            }
        }
        let found = try await SESStanding.ask(
            ses.client,
            sender: "orders@shop.example.com",
            deadline: .now + .seconds(600)
        )
        #expect(found.account == nil)
        #expect(found.isVerified == true)
        #expect(
            ses.paths == [
                "/v2/email/account", "/v2/email/identities/orders%40shop.example.com",
                "/v2/email/identities/shop.example.com", "/v2/email/identities/example.com",
            ]
        )
    }

    @Test func `is known of the account though the identity cannot be asked about`() async throws {
        let account =
            #"{"ProductionAccessEnabled":true,"SendingEnabled":true,"SendQuota":{"Max24HourSend":1,"MaxSendRate":14}}"#
        let ses = StubSES { path in
            path == "/v2/email/account" ? (200, account) : (500, "{}")
        }
        let found = try await SESStanding.ask(
            ses.client,
            sender: "o@example.com",
            deadline: .now + .seconds(600)
        )
        #expect(found.rate == 14 * 0.9 && found.isVerified == nil)
        #expect(found.identityFault?.contains("HTTP 500") == true)
    }

    @Test func `knows nothing of a sender whose domain it may not tell about`() async throws {
        let ses = StubSES { path in
            path.hasSuffix("/o%40example.com")
                ? (404, #"{"__type":"NotFoundException","message":"no"}"#)
                : (403, #"{"__type":"AccessDeniedException","message":"no"}"#)
        }
        let found = try await SESStanding.ask(
            ses.client,
            sender: "o@example.com",
            deadline: .now + .seconds(600)
        )
        #expect(found.isVerified == nil && found.faults.isEmpty)
        #expect(found.denied == ["ses:GetAccount", "ses:GetEmailIdentity"])
    }

    @Test func `may be what these credentials are not told`() async throws {
        let ses = StubSES { _ in (403, #"{"__type":"AccessDeniedException","message":"no"}"#) }
        let found = try await SESStanding.ask(
            ses.client,
            sender: "o@example.com",
            deadline: .now + .seconds(600)
        )
        #expect(found.account == nil && found.isVerified == nil)
        #expect(found.faults.isEmpty)
    }
}

/// SES as far as it tells of itself.
private final class StubSES: AWSTransport {
    private let answer: @Sendable (_ path: String) -> (status: Int, body: String)
    private let asked = Mutex<[String]>([])

    init(_ answer: @escaping @Sendable (_ path: String) -> (status: Int, body: String)) {
        self.answer = answer
    }

    var paths: [String] { asked.withLock { $0 } }

    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        asked.withLock { $0.append(request.target) }
        let (status, body) = answer(request.target)
        return ClientResponse(status: .init(code: status), body: Array(body.utf8))
    }

    var client: SESClient {
        let endpoint = Endpoint(scheme: .https, host: "ses.test")
        let credentials = Credentials(accessKeyID: "AKID", secretAccessKey: "secret")
        let client = AWSClient(
            .sesV2,
            at: endpoint,
            region: "eu-west-1",
            credentials: StaticCredentials(credentials),
            transport: self
        )
        return SESClient(v2: client, v1: client)
    }
}
