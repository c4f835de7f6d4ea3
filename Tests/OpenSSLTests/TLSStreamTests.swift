import OpenSSL
import Sockets
import TestClosing
import Testing

@Suite(.closing)
struct TLSStreamTests {
    private let certificate: SelfSignedCertificate

    init() throws {
        certificate = try SelfSignedCertificate(names: [
            "orders.test", "*.wild.test", "127.0.0.1", "::1",
        ])
    }

    @Test func `what one side writes the other reads, under TLS 1.3`() async throws {
        try await onLoop { loop in
            let (client, server) = try await certificate.connect(to: "orders.test", on: loop)
            try await client.write(Array("hello".utf8))
            #expect(try await server.read(exactly: 5) == Array("hello".utf8))
            try await server.write(Array("world".utf8))
            #expect(try await client.read(exactly: 5) == Array("world".utf8))
            #expect(client.version == "TLSv1.3")
        }
    }

    @Test func `megabytes pass both ways at once`() async throws {
        try await onLoop { loop in
            let (client, server) = try await certificate.connect(to: "orders.test", on: loop)
            let sent = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            async let up: Void = client.write(sent)
            async let down: Void = server.write(sent)
            async let above = server.read(exactly: sent.count)
            #expect(try await client.read(exactly: sent.count) == sent)
            #expect(try await above == sent)
            try await up
            try await down
        }
    }

    @Test func `close_notify is the end; what was written before it is whole`() async throws {
        try await onLoop { loop in
            let (client, server) = try await certificate.connect(to: "orders.test", on: loop)
            try await server.write([1, 2])
            try await server.shutdownWrite()
            #expect(try await client.read(exactly: 9) == [1, 2])
            try await client.write([3])
            #expect(try await server.read(exactly: 1) == [3])
        }
    }

    @Test func `a connection that is cut is no end but a truncation`() async throws {
        try await onLoop { loop in
            let (client, server) = try await certificate.connect(to: "orders.test", on: loop)
            try await server.write([1, 2])
            #expect(try await client.read(exactly: 2) == [1, 2])
            server.close()
            await #expect(throws: SocketError(.read, "\(client.remoteAddress)", .truncated)) {
                try await client.read(exactly: 1)
            }
        }
    }

    @Test(arguments: ["orders.test", "ORDERS.test", "a.wild.test", "127.0.0.1", "::1"])
    func `a name or address that the certificate has is accepted`(_ name: String) async throws {
        try await onLoop { loop in
            _ = try await certificate.connect(to: name, on: loop)
        }
    }

    @Test(
        arguments: [
            "other.test", "wild.test", "a.b.wild.test", "orderd", "127.0.0.2", "::2",
        ]
    )
    func `any other is rejected, with its name in the error`(_ name: String) async throws {
        try await onLoop { loop in
            let error = await #expect(throws: TLSError.self) {
                try await certificate.connect(to: name, on: loop)
            }
            #expect(error?.subject == name)
            guard case .certificateRejected(let fault) = error?.reason,
                case .otherName(let names) = fault.kind
            else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(names.hasPrefix("DNS:orders.test"))
        }
    }

    @Test func `among several roots that are made alike each certificate finds its own`()
        async throws
    {
        let all = try (1...3).map { _ in try SelfSignedCertificate(names: ["orders.test"]) }
        let roots = TLSConfiguration.Roots.only(.bytes(all.flatMap(\.certificatePEM)))
        for one in all {
            try await onLoop { loop in
                _ = try await one.connect(
                    to: "orders.test",
                    on: loop,
                    client: TLSConfiguration.Client(roots: roots)
                )
            }
        }
    }

    @Test(arguments: [0, -1])
    func `a certificate that has expired is rejected, and the reason says so`(
        days: Int
    ) async throws {
        let expired = try SelfSignedCertificate(names: ["orders.test"], days: days)
        try await onLoop { loop in
            let error = await #expect(throws: TLSError.self) {
                try await expired.connect(to: "orders.test", on: loop)
            }
            let text = error?.description ?? ""
            #expect(text.contains("certificate rejected: it has expired on "))
            #expect(text.contains(" GMT: check this machine's clock"))
        }
    }

    @Test func `a certificate that leads to no trusted root is rejected`() async throws {
        let stranger = try SelfSignedCertificate(names: ["orders.test"])
        for roots in [TLSConfiguration.Roots.system, stranger.client.roots] {
            try await onLoop { loop in
                let error = await #expect(throws: TLSError.self) {
                    try await certificate.connect(
                        to: "orders.test",
                        on: loop,
                        client: TLSConfiguration.Client(roots: roots)
                    )
                }
                let fault = CertificateFault(.selfSigned)
                #expect(error == TLSError("orders.test", .certificateRejected(fault)))
            }
        }
    }

    @Test func `verification can be switched off`() async throws {
        try await onLoop { loop in
            _ = try await certificate.connect(
                to: "other.test",
                on: loop,
                client: TLSConfiguration.Client(roots: .system, verification: .off)
            )
        }
    }

    @Test func `sides without a common version do not agree`() async throws {
        try await onLoop { loop in
            let (near, far) = try await connectedPair(on: loop)
            // A record that offers SSL 3.0 and nothing newer.
            let oldHello: [UInt8] =
                [22, 3, 0, 0, 45, 1, 0, 0, 41, 3, 0] + [UInt8](repeating: 7, count: 32)
                + [0, 0, 2, 0, 47, 1, 0]
            try await near.write(oldHello)
            let error = await #expect(throws: TLSError.self) {
                let context = try TLSContext(server: certificate.server)
                _ = try await TLSStream.server(over: far, context: context)
            }
            guard case .handshakeFailed = try #require(error).reason else {
                Issue.record("unexpected: \(String(describing: error))")
                return
            }
        }
    }

    @Test func `both sides choose the client's protocol that the server knows`() async throws {
        try await onLoop { loop in
            var (near, far) = (certificate.client, certificate.server)
            near.applicationProtocols = ["h2", "http/1.1"]
            far.applicationProtocols = ["http/1.1"]
            let (client, server) = try await certificate.connect(
                to: "orders.test",
                on: loop,
                client: near,
                server: far
            )
            #expect(client.applicationProtocol == "http/1.1")
            #expect(server.applicationProtocol == "http/1.1")
        }
    }

    @Test func `a peer that says nothing is given up at the deadline`() async throws {
        try await onLoop { loop in
            let (near, far) = try await connectedPair(on: loop)
            defer { far.close() }
            near.deadline = loop.now.advanced(by: .milliseconds(5))
            let timeout = SocketError(.read, "\(near.remoteAddress)", .timedOut)
            await #expect(throws: TLSError("orders.test", .transport(timeout))) {
                try await TLSStream.client(
                    over: near,
                    context: try TLSContext(client: certificate.client),
                    serverName: "orders.test"
                )
            }
        }
    }

    @Test(arguments: [[UInt8]("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), [0], []])
    func `a peer that speaks no TLS fails the handshake`(_ answer: [UInt8]) async throws {
        try await onLoop { loop in
            let (near, far) = try await connectedPair(on: loop)
            try await far.write(answer)
            try await far.shutdownWrite()
            await #expect(throws: TLSError.self) {
                try await TLSStream.client(
                    over: near,
                    context: try TLSContext(client: certificate.client),
                    serverName: "orders.test"
                )
            }
        }
    }
}
