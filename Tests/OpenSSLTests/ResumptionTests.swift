import Sockets
import Synchronization
import TestClosing
import Testing

@testable import OpenSSL

/// What a client offers to a server that resumes sessions.
@Suite(.closing)
struct ResumptionTests {
    private let certificate: SelfSignedCertificate
    private let server: TLSContext

    init() throws {
        certificate = try SelfSignedCertificate(names: ["a.test", "b.test"])
        server = try TLSContext(server: certificate.server)
    }

    /// What a connection was like.
    private struct Handshake {
        let isResumed: Bool
        /// Whether the client offered a session: its first message has a ticket or a key that is shared already.
        let hasOffer: Bool
    }

    /// One connection that carries a byte to the client, and with it what the server has to give.
    private func connect(
        _ client: TLSContext,
        to name: String = "a.test",
        port: Int = 443,
        on loop: EventLoop
    ) async throws -> Handshake {
        let (near, far) = try await connectedPair(on: loop)
        async let clientEnd = TLSStream.client(
            over: near,
            context: client,
            serverName: name,
            sessions: "\(name):\(port)"
        )
        var hello: [UInt8] = []
        while hello.count < 5 || hello.count < 5 + Int(hello[3]) << 8 + Int(hello[4]) {
            _ = try await far.read(into: &hello, limit: 65_536)
        }
        let serverEnd = try await TLSStream.server(over: far, context: server, received: hello)
        try await serverEnd.write([1])
        let stream = try await clientEnd
        #expect(try await stream.read(exactly: 1) == [1])
        #expect(stream.isResumed == serverEnd.isResumed)
        defer { stream.close() }
        return Handshake(
            isResumed: serverEnd.isResumed,
            hasOffer: Self.extensions(hello).contains {
                $0.kind == 41 || $0.kind == 35 && !$0.isEmpty
            }
        )
    }

    /// The extensions of a ClientHello (RFC 8446 §4.1.2), which comes in one record.
    private static func extensions(_ hello: [UInt8]) -> [(kind: Int, isEmpty: Bool)] {
        func number(_ place: Int) -> Int { Int(hello[place]) << 8 + Int(hello[place + 1]) }
        // Record and message have headers of 5 and 4 bytes; then version and random bytes.
        var place = 5 + 4 + 2 + 32
        place += 1 + Int(hello[place])
        place += 2 + number(place)
        place += 1 + Int(hello[place]) + 2
        var found: [(kind: Int, isEmpty: Bool)] = []
        while place + 4 <= hello.count {
            found.append((number(place), number(place + 2) == 0))
            place += 4 + number(place + 2)
        }
        return found
    }

    private func client(_ version: TLSConfiguration.MinimumVersion) throws -> TLSContext {
        var configuration = certificate.client
        configuration.minimumVersion = version
        return try TLSContext(client: configuration)
    }

    @Test func `the second connection takes the first one's session up`() async throws {
        try await onLoop { loop in
            let client = try client(.tls13)
            let resumed = try await [0, 1, 2, 3].asyncMap { _ in
                try await connect(client, on: loop).isResumed
            }
            #expect(resumed == [false, true, true, true])
        }
    }

    /// Lets the sessions of the server be older, as if that time had passed.
    private func age(_ client: TLSContext, by duration: Duration) {
        let server = "a.test:443"
        client.sessions.withLock { sessions in
            var kept: [TLSSessions.Session] = []
            while let session = sessions.take(of: server, now: .now) { kept.append(session) }
            for old in kept.reversed() {
                let session = TLSSessions.Session(
                    bytes: old.bytes,
                    isSingleUse: old.isSingleUse,
                    since: old.since - duration
                )
                sessions.add(session, of: server)
            }
        }
    }

    @Test func `a chain of resumptions rests on one proof, which serves an hour`() async throws {
        try await onLoop { loop in
            let client = try client(.tls13)
            var resumed: [Bool] = []
            // Every 25 minutes: the fourth connection is 75 minutes behind the first one's proof.
            for _ in 0..<6 {
                resumed.append(try await connect(client, on: loop).isResumed)
                age(client, by: .seconds(1_500))
            }
            #expect(resumed == [false, true, true, false, true, true])
        }
    }

    @Test(arguments: [("b.test", 443), ("a.test", 8_443)])
    func `another host or port is offered nothing`(name: String, port: Int) async throws {
        try await onLoop { loop in
            let client = try client(.tls13)
            #expect(try await !connect(client, on: loop).hasOffer)
            #expect(try await !connect(client, to: name, port: port, on: loop).hasOffer)
            #expect(try await connect(client, on: loop).hasOffer)
        }
    }

    @Test func `under other settings of trust the same host is offered nothing`() async throws {
        try await onLoop { loop in
            _ = try await connect(try client(.tls13), on: loop)
            #expect(try await !connect(try client(.tls13), on: loop).hasOffer)
        }
    }

    @Test func `a connection whose server gives sessions, and says nothing else, is quiet`()
        async throws
    {
        try await onLoop { loop in
            let client = try client(.tls13)
            let (near, far) = try await connectedPair(on: loop)
            async let serverEnd = TLSStream.server(over: far, context: server)
            let stream = try await TLSStream.client(
                over: near,
                context: client,
                serverName: "a.test",
                sessions: "a.test:443"
            )
            let peer = try await serverEnd
            // The sessions come behind the handshake, and with them what the server says next.
            #expect(stream.isQuiet())
            #expect(client.sessions.withLock { $0.take(of: "a.test:443", now: .now) } != nil)
            try await peer.write([1])
            #expect(!stream.isQuiet())
        }
    }

    @Test func `a connection whose server has ended it is not quiet`() async throws {
        try await onLoop { loop in
            let (stream, peer) = try await certificate.connect(to: "a.test", on: loop)
            try await peer.shutdownWrite()
            // On a busy machine the kernel hands over later what was sent.
            await stream.whenPeerEnded()
            #expect(!stream.isQuiet())
            let (other, gone) = try await certificate.connect(to: "a.test", on: loop)
            gone.close()
            await other.whenPeerEnded()
            #expect(!other.isQuiet())
        }
    }

    @Test func `a server that was not proven gives no session`() async throws {
        let stranger = try SelfSignedCertificate(names: ["a.test"])
        try await onLoop { loop in
            let client = try TLSContext(client: stranger.client)
            await #expect(throws: TLSError.self) { try await connect(client, on: loop) }
            #expect(client.sessions.withLock { $0.take(of: "a.test:443", now: .now) } == nil)
        }
    }
}

extension Array {
    fileprivate func asyncMap<Result>(
        _ transform: (Element) async throws -> Result
    ) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
