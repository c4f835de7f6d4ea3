import Sockets
import TestClosing
import Testing

@Suite(.closing)
struct TCPStreamTests {
    @Test func `what one side writes the other reads`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            try await client.write(Array("hello".utf8))
            #expect(try await server.read(exactly: 5) == Array("hello".utf8))
            try await server.write(Array("world".utf8))
            #expect(try await client.read(exactly: 5) == Array("world".utf8))
            #expect(server.remoteAddress == client.localAddress)
        }
    }

    @Test func `a read takes no more than its limit and leaves the rest`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            try await client.write([1, 2, 3])
            var bytes: [UInt8] = [0]
            #expect(try await server.read(into: &bytes, limit: 2) == 2)
            #expect(try await server.read(into: &bytes, limit: 2) == 1)
            #expect(bytes == [0, 1, 2, 3])
        }
    }

    @Test func `megabytes pass a reader that is slower than the writer`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            let sent = (0..<8_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            async let written: Void = client.write(sent)
            let received = try await server.read(exactly: sent.count)
            try await written
            #expect(received == sent)
        }
    }

    @Test func `a peer that does not read is sent little`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            defer { client.close() }
            let piece = [UInt8](repeating: 1, count: 65_536)
            var written = 0
            await #expect(throws: SocketError.self) {
                server.deadline = .now + .milliseconds(200)
                while written < 8_000_000 {
                    try await server.write(piece[...])
                    written += piece.count
                }
            }
            // The peer's room and ours; the kernel would take megabytes.
            #expect(written < 1_000_000)
        }
    }

    @Test func `a reader that never has to wait lets the others on its loop run`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            try await client.write([UInt8](repeating: 1, count: 200_000))
            let others = AsyncStream.makeStream(of: Void.self)
            async let pauses = others.stream.reduce(into: 0) { count, _ in count += 1 }
            var bytes: [UInt8] = []
            for _ in 0..<200 {
                loop.execute { others.continuation.yield() }
                _ = try await server.read(into: &bytes, limit: 1)
            }
            // The actions of the last round are still to come: the reader was faster than none of the others.
            others.continuation.finish()
            #expect(await pauses > 100)
        }
    }

    @Test func `after a half close the peer reads the end and can still answer`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            try await client.write([7])
            try await client.shutdownWrite()
            #expect(try await server.read(exactly: 9) == [7])
            var more: [UInt8] = []
            #expect(try await server.read(into: &more, limit: 1) == 0)
            #expect(try await server.read(into: &more, limit: 1) == 0)
            try await server.write([8])
            #expect(try await client.read(exactly: 1) == [8])
        }
    }

    @Test func `the end that came together with the last bytes is seen`() async throws {
        try await onLoop { loop, group in
            let (client, server) = try await connectedPair(on: loop)
            // A wait registers the socket, so that data and end are reported as one event.
            async let first = server.read(exactly: 1)
            try await client.write([1])
            #expect(try await first == [1])
            try await client.write([2])
            try await client.shutdownWrite()
            try await loop.sleep(until: loop.now.advanced(by: .milliseconds(1)))
            #expect(try await server.read(exactly: 100) == [2])
        }
    }

    @Test func `a deadline ends a pending read and every later one until it is moved`() async throws
    {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            server.deadline = loop.now.advanced(by: .milliseconds(5))
            for _ in 0..<2 {
                await #expect(throws: SocketError(.read, "\(server.remoteAddress)", .timedOut)) {
                    try await server.read(exactly: 1)
                }
            }
            server.deadline = nil
            try await client.write([1])
            #expect(try await server.read(exactly: 1) == [1])
        }
    }

    @Test func `what has arrived is read although its deadline has passed meanwhile`() async throws
    {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            try await client.write([1])
            server.deadline = loop.now
            #expect(try await server.read(exactly: 1) == [1])
            await #expect(throws: SocketError(.read, "\(server.remoteAddress)", .timedOut)) {
                try await server.read(exactly: 1)
            }
        }
    }

    @Test func `a deadline that is moved during a wait counts from then on`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            defer { client.close() }
            server.deadline = loop.now.advanced(by: .seconds(600))
            await #expect(throws: SocketError(.read, "\(server.remoteAddress)", .timedOut)) {
                async let pending = server.read(exactly: 1)
                try await loop.sleep(until: loop.now.advanced(by: .milliseconds(1)))
                server.deadline = loop.now.advanced(by: .milliseconds(2))
                _ = try await pending
            }
        }
    }

    @Test func `a deadline that was put off does not fire at the old time`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            server.deadline = loop.now.advanced(by: .milliseconds(2))
            async let pending = server.read(exactly: 1)
            loop.execute { server.deadline = loop.now.advanced(by: .seconds(600)) }
            try await loop.sleep(until: loop.now.advanced(by: .milliseconds(6)))
            try await client.write([5])
            #expect(try await pending == [5])
        }
    }

    @Test func `cancelling the task ends its wait and leaves the stream whole`() async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            await withTaskGroup { group in
                group.addTask {
                    await #expect(
                        throws: SocketError(.read, "\(server.remoteAddress)", .cancelled)
                    ) {
                        try await server.read(exactly: 1)
                    }
                }
                group.cancelAll()
            }
            try await client.write([1])
            #expect(try await server.read(exactly: 1) == [1])
        }
    }

    @Test(arguments: [false, true])
    func `one lookout ends the wait that goes on when the task is cancelled, and those after it`(
        isCancelledFirst: Bool
    ) async throws {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            let cancelled = SocketError(.read, "\(server.remoteAddress)", .cancelled)
            await withTaskGroup { group in
                group.addTask {
                    await server.withOneLookout {
                        if !isCancelledFirst { await Task.yield() }
                        for _ in 1...2 {
                            await #expect(throws: cancelled) {
                                try await server.read(exactly: 1)
                            }
                        }
                    }
                }
                if !isCancelledFirst { await Task.yield() }
                group.cancelAll()
            }
            try await client.write([1])
            #expect(try await server.read(exactly: 1) == [1])
        }
    }

    @Test func `closing from another thread ends a pending read`() async throws {
        try await onLoop { loop, group in
            let (client, server) = try await connectedPair(on: loop)
            defer { client.close() }
            await #expect(throws: SocketError(.read, "\(server.remoteAddress)", .closed)) {
                async let pending = server.read(exactly: 1)
                group.loops[1].execute { server.close() }
                _ = try await pending
            }
            server.close()
        }
    }

    @Test func `writing to a peer that has gone is an error and not the end of the process`()
        async throws
    {
        try await onLoop { loop, _ in
            let (client, server) = try await connectedPair(on: loop)
            try await client.write([1])
            client.close()
            let error = await #expect(throws: SocketError.self) {
                while true { try await server.write([UInt8](repeating: 0, count: 100_000)) }
            }
            #expect(error?.isReset == true)
        }
    }

    @Test func `nobody listens: the connection is refused by name`() async throws {
        try await onLoop { loop, _ in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let address = listener.localAddress
            listener.close()
            let error = await #expect(throws: SocketError.self) {
                try await TCPStream.connect(to: address, on: loop)
            }
            #expect(
                error.map { "\($0)".hasPrefix("connect \(address): Connection refused") } == true
            )
        }
    }

    @Test func `localhost is reached over IPv4 and, when nobody answers there, over IPv6`()
        async throws
    {
        for ip in [IPAddress.loopback, .loopbackV6] {
            try await onLoop { loop, _ in
                let listener = try TCPListener.bind(to: SocketAddress(ip: ip, port: 0), on: loop)
                let client = try await TCPStream.connect(
                    to: "localhost",
                    port: listener.localAddress.port,
                    on: loop,
                    deadline: loop.now.advanced(by: .seconds(600))
                )
                #expect(client.remoteAddress.ip == ip)
            }
        }
    }

    @Test func `a deadline that has passed fails the connection at once`() async throws {
        try await onLoop { loop, _ in
            let address = SocketAddress(ip: .loopback, port: 9)
            await #expect(throws: SocketError(.connect, "127.0.0.1:9", .timedOut)) {
                try await TCPStream.connect(to: address, on: loop, deadline: loop.now)
            }
        }
    }
}
