import HTTPTypes
import OpenSSL
import Sockets
import TestClosing
import Testing

@testable import HTTP

@Suite(.closing)
struct `A secured call` {
    /// Calls our own server, whose certificate is for `localhost`, by that host's name.
    private func call(
        host: String,
        trusting roots: TLSConfiguration.Roots? = nil
    ) async throws -> Result<ClientResponse, HTTPClientError> {
        try await withSecuredServer { secured, server in
            let trusted = roots ?? .only(.bytes(secured.certificate.certificatePEM))
            let client = HTTPClient(
                loops: [server.loop],
                configuration: .patient,
                tls: try TLSContext(client: TLSConfiguration.Client(roots: trusted))
            )
            defer { client.shutDown() }
            let port = Int(server.address.port)
            // Twice, so that a kept connection is used too.
            _ = await Self.send(client, host, port)
            return await Self.send(client, host, port)
        }
    }

    private static func send(
        _ client: HTTPClient,
        _ host: String,
        _ port: Int
    ) async -> Result<ClientResponse, HTTPClientError> {
        let request = ClientRequest(
            method: .post,
            scheme: .https,
            host: host,
            port: port,
            target: "/a",
            body: [UInt8](repeating: 120, count: 200_000)
        )
        do throws(HTTPClientError) {
            return .success(
                try await client.send(request, deadline: .now + .patient)
            )
        } catch {
            return .failure(error)
        }
    }

    @Test func `reaches a server that proves its name`() async throws {
        let response = try await call(host: "localhost").get()
        #expect(response.status == .ok)
        #expect(response.body.count == 200_000 + "POST /a ".utf8.count)
    }

    @Test(arguments: [true, false])
    func `sends nothing to a server that does not`(isTrusted: Bool) async throws {
        let result = try await call(
            host: isTrusted ? "127.0.0.1" : "localhost",
            trusting: isTrusted ? nil : .system
        )
        guard case .failure(let error) = result, case .handshakeFailed = error.reason else {
            Issue.record("\(result)")
            return
        }
        #expect(error.sent == .notSent)
    }
}
