import HTTP
import HTTPTypes
import Testing

@testable import AWS

struct `Clients under a role` {
    private static let keys = """
        <R><AssumeRoleResult><Credentials><AccessKeyId>AKROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
        <SessionToken>t</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></R>
        """

    private static func clients(_ transport: FakeTransport) -> ServiceClients {
        let way = ServiceClients.Way(
            credentials: testCredentials,
            transport: transport,
            patientTransport: transport,
            retries: .never
        ) { service, region in
            ServiceAddress(
                Endpoint(scheme: .https, host: "\(service.hostPrefix).test"),
                region: region ?? "us-east-1"
            )
        }
        return ServiceClients(way)
    }

    private static func role(_ session: String) throws -> AssumedRole {
        try #require(AssumedRole("arn:aws:iam::123456789012:role/r", session: session))
    }

    @Test func `sign with its keys, and fetch them once`() async throws {
        let transport = FakeTransport([.answer(200, Self.keys), .answer(200), .answer(200)])
        let clients = Self.clients(transport)
        let role = try Self.role("orderd-001")
        for _ in 1...2 {
            let client = try clients.client(.sqs, as: role)
            let request = AWSRequest(operation: "SendMessage", method: .post, path: "/")
            _ = try await client.send(request, deadline: .later)
        }
        let hosts = transport.requests.map(\.host)
        #expect(hosts == ["sts.test", "sqs.test", "sqs.test"])
        let form = transport.requests[0].text
        #expect(form.contains("RoleSessionName=orderd-001") && !form.contains("ExternalId"))
        #expect(transport.requests[1].field("authorization")?.contains("AKROLE") == true)
        #expect(clients.refusal(of: role) == nil)
    }

    @Test func `remember why STS gave none`() async throws {
        let denied = """
            <ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>
            """
        let transport = FakeTransport([.answer(403, denied)])
        let clients = Self.clients(transport)
        let role = try Self.role("s1")
        let client = try clients.client(.sqs, as: role)
        let request = AWSRequest(operation: "SendMessage", method: .post, path: "/")
        await #expect(throws: AWSError.self) { try await client.send(request, deadline: .later) }
        #expect(clients.refusal(of: role)?.serviceError?.isDenied == true)
    }

    @Test func `are kept for no more than so many roles`() throws {
        let clients = Self.clients(FakeTransport([]))
        for number in 0...ServiceClients.maximumRoles {
            _ = try clients.client(.sqs, as: try Self.role("session-\(number)"))
            #expect(clients.roleCount == min(number + 1, ServiceClients.maximumRoles))
        }
    }

    @Test func `have a session's name that STS takes`() throws {
        let role = try Self.role("Refunds:001 ä" + String(repeating: "x", count: 80))
        #expect(role.session.hasPrefix("Refunds-001---") && role.session.utf8.count == 64)
        #expect(AssumedRole("arn:aws:iam::1:user/u", session: "s") == nil)
        #expect(AssumedRole("role", session: "s") == nil)
    }
}
