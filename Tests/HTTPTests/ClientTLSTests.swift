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

    @Test func `takes up the session of the connection before`() async throws {
        let certificate = try SelfSignedCertificate(names: ["localhost"])
        let resumed = try await withLoop { loop in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let client = HTTPClient(
                loops: [loop],
                configuration: .patient,
                tls: try TLSContext(
                    client: TLSConfiguration.Client(
                        roots: .only(.bytes(certificate.certificatePEM))
                    )
                )
            )
            defer { client.shutDown() }
            let context = try TLSContext(server: certificate.server)
            async let resumed = Self.answer(3, listener, context)
            for _ in 0..<3 {
                let port = Int(listener.localAddress.port)
                #expect(try await Self.send(client, "localhost", port).get().status == .ok)
            }
            return try await resumed
        }
        #expect(resumed == [false, true, true])
    }

    /// Answers one call on each of so many connections, and says which took a session up.
    private static func answer(
        _ count: Int,
        _ listener: TCPListener,
        _ context: TLSContext
    ) async throws -> [Bool] {
        var resumed: [Bool] = []
        for _ in 0..<count {
            let transport = try await listener.accept(for: listener.loop)
            transport.deadline = .now + .patient
            let stream = try await TLSStream.server(over: transport, context: context)
            var bytes: [UInt8] = []
            while bytes.count < 200_000 { _ = try await stream.read(into: &bytes, limit: 65_536) }
            let answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            try await stream.write(Array(answer.utf8))
            resumed.append(stream.isResumed)
        }
        return resumed
    }
}
