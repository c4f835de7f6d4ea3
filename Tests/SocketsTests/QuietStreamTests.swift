import Sockets
import TestClosing
import Testing

/// What a connection that nobody uses tells who would use it again.
@Suite(.closing)
struct QuietStreamTests {
    @Test func `one whose peer says nothing is quiet, and can be read afterwards`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            #expect(client.isQuiet())
            #expect(client.isQuiet())
            try await server.write([1])
            #expect(try await client.read(exactly: 1) == [1])
            #expect(client.isQuiet())
        }
    }

    @Test func `one that has something to say, or has ended, is not, before epoll tells of it`()
        async throws
    {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            // Both are on this loop, which does not turn in between.
            try await server.write([1])
            #expect(!client.isQuiet())
            let (other, peer) = try await connectedPair(on: loop)
            peer.close()
            #expect(!other.isQuiet())
        }
    }

    @Test func `one that was closed on this side is not`() async throws {
        try await onLoop { loop, _ in
            let (client, _) = try await connectedPair(on: loop)
            client.close()
            #expect(!client.isQuiet())
        }
    }
}
