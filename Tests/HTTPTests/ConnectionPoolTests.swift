import Testing

@testable import HTTP

struct `The connection pool` {
    private static let start = ContinuousClock.now
    private static let first = ConnectionPool.Origin(scheme: .http, host: "a", port: 80)
    private static let second = ConnectionPool.Origin(scheme: .http, host: "b", port: 80)

    private func pool(perHost: Int = 2, inAll: Int = 3, waiting: Int = 2) -> ConnectionPool {
        var configuration = ClientConfiguration()
        configuration.maximumConnectionsPerHost = perHost
        configuration.maximumConnections = inAll
        configuration.maximumWaiting = waiting
        configuration.idleTimeout = .seconds(10)
        return ConnectionPool(configuration)
    }

    private func at(_ seconds: Int) -> ContinuousClock.Instant { Self.start + .seconds(seconds) }

    @Test func `opens what it does not have, and gives back what it has`() {
        var pool = pool()
        #expect(pool.lease(Self.first, 1, now: at(0)) == [.connect(1, for: 1)])
        #expect(pool.giveBack(1, now: at(0)) == [])
        #expect(pool.lease(Self.first, 2, now: at(1)) == [.use(1, for: 2)])
    }

    @Test func `prefers the connection that was used last`() {
        var pool = pool()
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.lease(Self.first, 2, now: at(0))
        _ = pool.giveBack(2, now: at(0))
        _ = pool.giveBack(1, now: at(1))
        #expect(pool.lease(Self.first, 3, now: at(1)) == [.use(1, for: 3)])
    }

    @Test(arguments: [
        ConnectionPool.Origin(scheme: .https, host: "a", port: 80),
        ConnectionPool.Origin(scheme: .http, host: "a", port: 81),
        ConnectionPool.Origin(scheme: .http, host: "b", port: 80),
    ])
    func `gives no connection to another origin`(other: ConnectionPool.Origin) {
        var pool = pool()
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.giveBack(1, now: at(0))
        #expect(pool.lease(other, 2, now: at(0)) == [.connect(2, for: 2)])
    }

    @Test func `lets calls wait at a host's limit, the first first`() {
        var pool = pool(perHost: 1)
        _ = pool.lease(Self.first, 1, now: at(0))
        #expect(pool.lease(Self.first, 2, now: at(0)) == [])
        #expect(pool.lease(Self.first, 3, now: at(0)) == [])
        #expect(pool.giveBack(1, now: at(1)) == [.use(1, for: 2)])
        #expect(pool.lost(1, now: at(1)) == [.connect(2, for: 3)])
    }

    @Test func `counts connections and who waits for one`() {
        var pool = pool(perHost: 2)
        for ticket: ConnectionPool.Ticket in 1...3 {
            _ = pool.lease(Self.first, ticket, now: at(0))
        }
        #expect(pool.counts == HTTPClient.Counts(idle: 0, inUse: 2, waiting: 1))
        pool.giveUp(3)
        _ = pool.giveBack(1, now: at(1))
        #expect(pool.counts == HTTPClient.Counts(idle: 1, inUse: 1, waiting: 0))
    }

    @Test func `lets no more calls wait than its limit`() {
        var pool = pool(perHost: 1, waiting: 1)
        _ = pool.lease(Self.first, 1, now: at(0))
        #expect(pool.lease(Self.first, 2, now: at(0)) == [])
        #expect(pool.lease(Self.first, 3, now: at(0)) == [.reject(3)])
        #expect(pool.lease(Self.second, 4, now: at(0)) == [.connect(2, for: 4)])
    }

    @Test func `passes over who gave up waiting`() {
        var pool = pool(perHost: 1)
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.lease(Self.first, 2, now: at(0))
        _ = pool.lease(Self.first, 3, now: at(0))
        pool.giveUp(2)
        #expect(pool.giveBack(1, now: at(0)) == [.use(1, for: 3)])
    }

    @Test func `makes room with another host's idle connection`() {
        var pool = pool(perHost: 1, inAll: 1)
        _ = pool.lease(Self.first, 1, now: at(0))
        #expect(pool.lease(Self.second, 2, now: at(0)) == [])
        #expect(pool.giveBack(1, now: at(0)) == [.close(1), .connect(2, for: 2)])
    }

    @Test func `serves a host whose turn comes later when the first is at its limit`() {
        var pool = pool(perHost: 1, inAll: 2)
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.lease(Self.second, 2, now: at(0))
        _ = pool.lease(Self.first, 3, now: at(0))
        _ = pool.lease(Self.second, 4, now: at(0))
        #expect(pool.giveBack(2, now: at(0)) == [.use(2, for: 4)])
    }

    @Test func `closes what has been idle for too long`() {
        var pool = pool()
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.lease(Self.first, 2, now: at(0))
        _ = pool.giveBack(1, now: at(0))
        _ = pool.giveBack(2, now: at(1))
        #expect(pool.expire(now: at(9)) == [])
        #expect(pool.expire(now: at(10)) == [.close(1)])
        #expect(pool.lease(Self.first, 3, now: at(11)) == [.close(2), .connect(3, for: 3)])
    }

    /// A pool whose connections may become 100 seconds old; the first has 87 of them.
    private func ageing() -> ConnectionPool {
        var configuration = ClientConfiguration()
        configuration.maximumConnectionsPerHost = 1
        configuration.idleTimeout = .seconds(1_000)
        configuration.connectionAge = .seconds(100)
        return ConnectionPool(configuration)
    }

    @Test(arguments: [(86, true), (87, false)])
    func `closes a connection that comes back too old, and opens another`(
        seconds: Int,
        isYoung: Bool
    ) {
        var pool = ageing()
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.lease(Self.first, 2, now: at(0))
        let actions = pool.giveBack(1, now: at(seconds))
        #expect(actions == (isYoung ? [.use(1, for: 2)] : [.close(1), .connect(2, for: 2)]))
    }

    @Test func `hands out no connection that became too old while it was idle`() {
        var pool = ageing()
        _ = pool.lease(Self.first, 1, now: at(0))
        _ = pool.giveBack(1, now: at(80))
        #expect(pool.expire(now: at(86)) == [])
        #expect(pool.lease(Self.first, 2, now: at(87)) == [.close(1), .connect(2, for: 2)])
    }

    @Test func `lets connections of one moment end one by one`() {
        var configuration = ClientConfiguration()
        configuration.idleTimeout = .seconds(1_000)
        configuration.connectionAge = .seconds(100)
        var pool = ConnectionPool(configuration)
        for ticket in 1...20 { _ = pool.lease(Self.first, UInt64(ticket), now: at(0)) }
        for id in 1...20 { _ = pool.giveBack(UInt64(id), now: at(0)) }
        let ended = (0...100).map { pool.expire(now: at($0)).count }
        #expect(ended.prefix(80).allSatisfy { $0 == 0 })
        #expect(ended.allSatisfy { $0 <= 1 })
        #expect(ended.reduce(0, +) == 20)
    }

    @Test func `turns everybody away once it is shut down`() {
        var pool = pool(perHost: 1)
        _ = pool.lease(Self.second, 1, now: at(0))
        _ = pool.giveBack(1, now: at(0))
        _ = pool.lease(Self.first, 2, now: at(0))
        _ = pool.lease(Self.first, 3, now: at(0))
        #expect(pool.shutDown() == [.turnAway(3), .close(1)])
        #expect(pool.lease(Self.first, 4, now: at(0)) == [.turnAway(4)])
        #expect(pool.giveBack(2, now: at(0)) == [.close(2)])
    }
}
