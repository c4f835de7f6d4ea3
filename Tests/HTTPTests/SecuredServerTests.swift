import OpenSSL
import Sockets
import TestClosing
import Testing

@testable import HTTP

@Suite(.closing)
struct `A server that speaks TLS` {
    @Test func `tells a plain client so`() async throws {
        try await withSecuredServer { _, server async throws in
            let answer = try await server.exchange(
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                endsAfterwards: false
            )
            #expect(statuses(answer) == ["400"])
            #expect(answer.contains("https://"))
        }
    }

    @Test func `says nothing to what is neither TLS nor there`() async throws {
        try await withSecuredServer { _, server async throws in
            #expect(try await server.exchange("") == "")
            // A handshake that breaks off.
            #expect(!(try await server.exchange("\u{16}\u{3}\u{1}")).contains("HTTP"))
        }
    }

    @Test func `takes new certificates for new connections and keeps the old ones`() async throws {
        try await withSecuredServer { first, loopback in
            let old = try await Self.connect(loopback, trusting: first.certificate)
            let next = try SelfSignedCertificate(names: ["localhost"])
            first.server.replaceTLS(with: try TLSContext(server: next.server))
            await #expect(throws: TLSError.self) {
                _ = try await Self.connect(loopback, trusting: first.certificate)
            }
            let new = try await Self.connect(loopback, trusting: next)
            #expect(try await Self.ask(new) == ["200"])
            #expect(try await Self.ask(old) == ["200"])
            old.close()
            new.close()
        }
    }

    private static func connect(
        _ loopback: Loopback,
        trusting certificate: SelfSignedCertificate
    ) async throws -> TLSStream {
        let stream = try await TCPStream.connect(to: loopback.address, on: loopback.loop)
        stream.deadline = .now + .patient
        let roots = TLSConfiguration.Roots.only(.bytes(certificate.certificatePEM))
        let context = try TLSContext(client: TLSConfiguration.Client(roots: roots))
        return try await TLSStream.client(
            over: stream,
            context: context,
            serverName: "localhost"
        )
    }

    private static func ask(_ stream: TLSStream) async throws -> [String] {
        try await stream.write(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
        var bytes: [UInt8] = []
        _ = try await stream.read(into: &bytes, limit: 65_536)
        return statuses(String(decoding: bytes, as: UTF8.self))
    }
}
