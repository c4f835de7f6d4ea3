import Testing

@testable import LocalFunctions

/// Who gets an event, when workers start and when they end.
struct PoolTests {
    private let start = ContinuousClock.now

    private func at(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    private func make(limit: Int, waiting: Int = 10) -> WorkerPool {
        WorkerPool(limit: limit, waitingLimit: waiting)
    }

    @Test func `an event starts a worker until there are as many as may be, then it waits`() {
        var pool = make(limit: 2, waiting: 1)
        #expect(pool.admit(1, next: 11) == .start(11))
        #expect(pool.admit(2, next: 12) == .start(12))
        #expect(pool.admit(3, next: 13) == .wait)
        #expect(pool.admit(4, next: 14) == .refuse)
        #expect(pool.workers.keys.sorted() == [11, 12])
    }

    @Test func `a worker that is free takes the event that has waited longest`() {
        var pool = make(limit: 1)
        _ = pool.admit(1, next: 11)
        _ = pool.admit(2, next: 12)
        _ = pool.admit(3, next: 13)
        #expect(pool.freed(11, at: at(1)) == 2)
        #expect(pool.freed(11, at: at(2)) == 3)
        #expect(pool.freed(11, at: at(3)) == nil)
        #expect(pool.workers[11] == .idle(since: at(3)))
    }

    @Test func `an event takes the idle worker that worked last`() {
        var pool = make(limit: 2)
        _ = pool.admit(1, next: 11)
        _ = pool.admit(2, next: 12)
        _ = pool.freed(12, at: at(1))
        _ = pool.freed(11, at: at(2))
        #expect(pool.admit(3, next: 13) == .take(11))
        #expect(pool.admit(4, next: 14) == .take(12))
    }

    @Test func `a worker that has just answered gets the next event, unless somebody waits`() {
        var pool = make(limit: 2)
        _ = pool.admit(1, next: 11)
        pool.answered(11)
        #expect(pool.admit(2, next: 12) == .take(11))
        #expect(pool.admit(3, next: 13) == .start(13))
        #expect(pool.admit(4, next: 14) == .wait)
        pool.answered(11)
        #expect(pool.admit(5, next: 15) == .wait)
        #expect(pool.freed(11, at: at(1)) == 4)
        #expect(pool.workers[11] == .busy)
    }

    @Test func `a worker that ends before it took its event is replaced for that`() {
        var pool = make(limit: 1)
        _ = pool.admit(1, next: 11)
        pool.answered(11)
        _ = pool.admit(2, next: 12)
        pool.replace(11, by: 13)
        #expect(pool.workers == [13: .busy])
    }

    @Test func `who is idle for long is told to end, once, and counts until it has ended`() {
        var pool = make(limit: 2)
        _ = pool.admit(1, next: 11)
        _ = pool.admit(2, next: 12)
        _ = pool.freed(11, at: at(1))
        _ = pool.freed(12, at: at(5))
        #expect(pool.takeIdle(since: at(1)) == [11])
        #expect(pool.takeIdle(since: at(1)) == [])
        #expect(pool.admit(3, next: 13) == .take(12))
        #expect(pool.admit(4, next: 14) == .wait)
        #expect(pool.ended(11, next: 15) == 4)
        #expect(pool.workers[15] == .busy)
    }

    @Test func `a worker that ends makes room for a new one only when somebody waits`() {
        var pool = make(limit: 1)
        _ = pool.admit(1, next: 11)
        #expect(pool.ended(11, next: 12) == nil)
        #expect(pool.workers.isEmpty)
    }

    @Test func `a worker that was told to end gets no event any more`() {
        var pool = make(limit: 1)
        _ = pool.admit(1, next: 11)
        _ = pool.admit(2, next: 12)
        pool.ending(11)
        #expect(pool.freed(11, at: at(1)) == nil)
        #expect(pool.workers[11] == .ending)
        #expect(pool.waiting == [2])
    }

    @Test func `an event that waits no longer is given to nobody`() {
        var pool = make(limit: 1)
        _ = pool.admit(1, next: 11)
        _ = pool.admit(2, next: 12)
        let (first, second) = (pool.abandon(2), pool.abandon(2))
        #expect((first, second) == (true, false))
        #expect(pool.freed(11, at: at(1)) == nil)
    }

    @Test func `a pool that is drained takes nothing and lets who works go on`() {
        var pool = make(limit: 2)
        _ = pool.admit(1, next: 11)
        _ = pool.admit(2, next: 12)
        _ = pool.freed(12, at: at(1))
        _ = pool.admit(3, next: 13)
        _ = pool.admit(4, next: 14)
        let (idle, waiting) = pool.drain()
        #expect(idle == [])
        #expect(waiting == [4])
        #expect(pool.admit(5, next: 15) == .refuse)
        #expect(pool.freed(11, at: at(2)) == nil)
        #expect(pool.ended(11, next: 16) == nil)
    }
}
