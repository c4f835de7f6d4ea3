import Glibc
import TestClosing
import Testing

@testable import Sockets

@Suite(.closing)
struct AddressRaceTests {
    private static let four: [IPAddress] = [.v4(1), .v4(2), .v4(3)]
    private static let six: [IPAddress] = [
        .v6(high: 1, low: 1, scope: 0), .v6(high: 1, low: 2, scope: 0),
    ]

    @Test func `the families take turns, the resolver's first one first`() {
        var race = AddressRace(Self.six + Self.four)
        let order = [Self.six[0], Self.four[0], Self.six[1], Self.four[1], Self.four[2]]
        #expect((0..<5).compactMap { _ in race.next() } == order)
        #expect(race.next() == nil)
    }

    @Test func `one that fails makes way for the next at once`() {
        var race = AddressRace(Self.four)
        #expect(race.next() == .v4(1))
        #expect(race.failed() == .v4(2))
        #expect(race.failed() == .v4(3))
        #expect(race.open == 1)
        #expect(race.failed() == nil)
        #expect(race.open == 0)
    }

    @Test func `one that keeps silent goes on beside the next`() {
        var race = AddressRace(Self.four)
        #expect(race.next() == .v4(1))
        #expect(race.paused(after: 1) == .v4(2))
        #expect(race.open == 2)
    }

    @Test func `a pause that began before the last address did hastens nothing`() {
        var race = AddressRace(Self.four)
        #expect(race.next() == .v4(1))
        #expect(race.failed() == .v4(2))
        #expect(race.paused(after: 1) == nil)
        #expect(race.paused(after: 2) == .v4(3))
        #expect(race.paused(after: 3) == nil)
    }

    @Test func `an address that swallows packets does not keep the next one waiting`() async throws
    {
        try await onLoop { loop, _ in
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: loop
            )
            let port = listener.localAddress.port
            let deaf = try DeafPort(SocketAddress(ip: .v4(0x7F00_0002), port: port))
            defer { deaf.close() }
            let client = try await TCPStream.connect(
                toFirstOf: [.v4(0x7F00_0002), .loopback],
                port: port,
                on: loop,
                deadline: loop.now.advanced(by: .seconds(600))
            )
            #expect(client.remoteAddress.ip == .loopback)
        }
    }

    @Test func `the last failure tells why no address answered`() async throws {
        try await onLoop { loop, _ in
            let free = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let port = free.localAddress.port
            free.close()
            let error = await #expect(throws: SocketError.self) {
                try await TCPStream.connect(
                    toFirstOf: [.v4(0x7F00_0002), .v4(0x7F00_0003)],
                    port: port,
                    on: loop,
                    deadline: loop.now.advanced(by: .seconds(600))
                )
            }
            #expect("\(error.map(\.description) ?? "")".contains("127.0.0.3:\(port): Connection"))
        }
    }

    @Test func `the deadline ends all attempts`() async throws {
        try await onLoop { loop, _ in
            let deaf = try DeafPort(SocketAddress(ip: .loopback, port: 0))
            defer { deaf.close() }
            let error = await #expect(throws: SocketError.self) {
                try await TCPStream.connect(
                    toFirstOf: [.loopback, .loopback],
                    port: deaf.port,
                    on: loop,
                    deadline: loop.now.advanced(by: .milliseconds(10))
                )
            }
            #expect(error?.isTimeout == true)
        }
    }
}

/// A port whose queue of connections is full: it answers no further one, as a dead route would.
private struct DeafPort {
    private var descriptors: [Int32] = []
    let port: UInt16

    init(_ address: SocketAddress) throws {
        let listening = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        descriptors.append(listening)
        let bound = address.withSystemAddress { Glibc.bind(listening, $0, $1) }
        try #require(bound == 0 && listen(listening, 0) == 0)
        let own = try #require(try SocketAddress.ofSocket(listening))
        port = own.port
        // The first fills the queue of one; the others are never answered.
        for _ in 0..<3 {
            let filler = Glibc.socket(
                AF_INET,
                Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue),
                0
            )
            descriptors.append(filler)
            _ = own.withSystemAddress { Glibc.connect(filler, $0, $1) }
        }
    }

    func close() { for descriptor in descriptors { Glibc.close(descriptor) } }
}
