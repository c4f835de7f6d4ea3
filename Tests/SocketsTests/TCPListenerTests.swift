import Sockets
import TestClosing
import Testing

@Suite(.closing)
struct TCPListenerTests {
    @Test func `an address in use is refused by name`() async throws {
        try await onLoop { loop, _ in
            let first = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            #expect(first.localAddress.port != 0)
            let error = #expect(throws: SocketError.self) {
                try TCPListener.bind(to: first.localAddress, on: loop)
            }
            #expect(error?.operation == .bind)
            #expect(error?.subject == "\(first.localAddress)")
        }
    }

    @Test func `accepted streams live on the loop that was asked for`() async throws {
        try await onLoop { loop, group in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let client = try await TCPStream.connect(to: listener.localAddress, on: loop)
            let server = try await listener.accept(for: group.loops[1])
            try await client.write([4])
            let byte = try await withTaskExecutorPreference(group.loops[1]) {
                try await server.read(exactly: 1)
            }
            #expect(byte == [4])
            #expect(server.loop === group.loops[1])
        }
    }

    @Test func `closing the listener ends a pending accept`() async throws {
        try await onLoop { loop, group in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let error = await #expect(throws: SocketError.self) {
                async let pending = listener.accept(for: loop)
                group.loops[1].execute { listener.close() }
                _ = try await pending
            }
            #expect(error?.isClosed == true)
        }
    }

    @Test func `connections that come and go reuse descriptors without crosstalk`() async throws {
        try await onLoop { loop, _ in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            for round in 0..<200 {
                let client = try await TCPStream.connect(to: listener.localAddress, on: loop)
                let server = try await listener.accept(for: loop)
                async let reply = client.read(exactly: 1)
                try await server.write([UInt8(round)])
                #expect(try await reply == [UInt8(round)])
                if round.isMultiple(of: 2) { server.close() } else { client.close() }
            }
        }
    }
}
