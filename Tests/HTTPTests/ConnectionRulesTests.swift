import Sockets
import Testing

@testable import HTTP

struct `A connection's deadline` {
    private static let start = ContinuousClock.now

    private static let configuration = {
        var configuration = ServerConfiguration()
        configuration.headTimeout = .seconds(10)
        configuration.bodyTimeout = .seconds(5)
        configuration.minimumBodyRate = 1_000
        configuration.idleTimeout = .seconds(60)
        configuration.writeTimeout = .seconds(30)
        configuration.lingerTimeout = .seconds(2)
        return configuration
    }()

    /// The seconds from the start to the deadline after the last of these events.
    private func deadline(_ events: [(second: Int, event: ConnectionTimeouts.Event)]) -> Duration {
        var timeouts = ConnectionTimeouts(Self.configuration)
        var deadline = Self.start
        for (second, event) in events {
            deadline = timeouts.event(event, now: Self.start + .seconds(second))
        }
        return Self.start.duration(to: deadline)
    }

    @Test func `for the first request begins with the connection`() {
        #expect(deadline([(0, .waiting(.forFirstRequest))]) == .seconds(10))
        #expect(
            deadline([(0, .waiting(.forFirstRequest)), (4, .headContinues), (9, .headContinues)])
                == .seconds(10)
        )
    }

    @Test func `for a later head begins with its first byte`() {
        #expect(deadline([(0, .waiting(.forNextRequest))]) == .seconds(60))
        #expect(
            deadline([(0, .waiting(.forNextRequest)), (50, .headContinues), (55, .headContinues)])
                == .seconds(60)
        )
    }

    @Test func `for a body moves with the bytes that came`() {
        #expect(deadline([(0, .bodyBegins)]) == .seconds(5))
        #expect(deadline([(0, .bodyBegins), (4, .bodyArrived(1))]) == .milliseconds(5_001))
        #expect(
            deadline([(0, .bodyBegins), (4, .bodyArrived(10_000)), (6, .bodyArrived(5_000))])
                == .seconds(20)
        )
    }

    @Test func `for a write, for lingering and for the last request is short`() {
        #expect(deadline([(7, .writing)]) == .seconds(37))
        #expect(deadline([(7, .lingering)]) == .seconds(9))
        #expect(deadline([(0, .waiting(.forLastRequest))]) == ConnectionTimeouts.lastRequestTimeout)
    }
}

struct `The admission of connections` {
    private static let here = IPAddress.loopback
    private static let there = IPAddress.v4(0x0A00_0001)

    private func admission(_ maximum: Int, perAddress: Int? = nil) -> ConnectionAdmission {
        var configuration = ServerConfiguration()
        configuration.maximumConnections = maximum
        configuration.maximumConnectionsPerAddress = perAddress
        return ConnectionAdmission(configuration)
    }

    @Test func `ends at the limit and goes on below it`() {
        var admission = admission(2)
        #expect(admission.accepted(from: Self.here) == .serve)
        #expect(admission.accepted(from: Self.there) == .serve)
        #expect(admission.accepted(from: Self.here) == .refuse)
        admission.closed(from: Self.here, after: .refuse)
        #expect(admission.count == 2)
        admission.closed(from: Self.there, after: .serve)
        #expect(admission.accepted(from: Self.here) == .serve)
    }

    @Test func `has a limit for each address`() {
        var admission = admission(10, perAddress: 1)
        #expect(admission.accepted(from: Self.here) == .serve)
        #expect(admission.accepted(from: Self.here) == .refuse)
        #expect(admission.accepted(from: Self.there) == .serve)
        admission.closed(from: Self.here, after: .serve)
        #expect(admission.accepted(from: Self.here) == .serve)
    }

    @Test func `has a limit for refusals too`() {
        var admission = admission(0)
        for _ in 0..<ConnectionAdmission.maximumRefusals {
            #expect(admission.accepted(from: Self.here) == .refuse)
        }
        #expect(admission.accepted(from: Self.here) == .drop)
        admission.closed(from: Self.here, after: .drop)
        #expect(admission.accepted(from: Self.here) == .drop)
        admission.closed(from: Self.here, after: .refuse)
        #expect(admission.accepted(from: Self.here) == .refuse)
    }
}
