import FoundationEssentials
import Logging
import OrderStoreSQLite
import Synchronization
import Telemetry
import TestClock
import TestClosing
import Testing

@testable import Orders

@Suite(.closing)
struct `The desk of alerts` {
    /// A way that answers as it is told, and remembers what it was given.
    private final class Target: AlertTarget {
        let way: AlertWay
        private let state: Mutex<(answers: [AlertAttempt], given: [AlertMessage])>

        init(_ way: AlertWay = .webhook, _ answers: [AlertAttempt] = []) {
            self.way = way
            state = Mutex((answers, []))
        }

        var given: [AlertMessage] { state.withLock(\.given) }

        func send(_ message: AlertMessage) async -> AlertAttempt {
            state.withLock { state in
                state.given.append(message)
                return state.answers.isEmpty ? .accepted : state.answers.removeFirst()
            }
        }
    }

    private let clock = ManualClock()

    private func open(_ path: String) throws -> SQLiteOrderStore {
        let store = try SQLiteOrderStore(
            SQLiteOrderStore.Configuration(path: path),
            at: clock.now
        )
        afterwards { try? await store.close() }
        return store
    }

    private func desk(
        _ store: any AlertStore,
        _ targets: [any AlertTarget],
        isCopy: Bool = false,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        observe: AlertDesk.Observation? = nil
    ) async -> AlertDesk {
        let desk = AlertDesk(
            store: store,
            targets: targets,
            rules: AlertBook.Rules(),
            token: "t",
            isCopy: isCopy,
            observe: observe ?? { _ in AlertSighting() },
            clock: clock,
            logger: logger
        )
        #expect(await desk.load())
        return desk
    }

    private static func path() throws -> String {
        try TestFolder.make().appending(path: "orders.sqlite").path
    }

    /// Looks once a second for so many seconds, and has told what is due.
    private func pass(_ seconds: Int, _ desk: AlertDesk, _ targets: [any AlertTarget]) async {
        for _ in 0..<seconds {
            await desk.look()
            for target in targets { while await desk.tell(by: target) {} }
            clock.advance(by: 1)
        }
    }

    @Test func `tells of a thousand failures once, and of their end`() async throws {
        let target = Target()
        let desk = await desk(try open(try Self.path()), [target])
        for number in 1...1_000 {
            desk.note(.ordersFailed(1, examples: ["\(number)"], error: "E"))
        }
        await pass(20, desk, [target])
        #expect(target.given.map(\.type) == ["order.failed"])
        #expect(target.given.first?.count == 1_000)
        #expect(target.given.first?.orders == ["1", "2", "3", "4", "5"])
        #expect(desk.status.firing == [.orderFailed: 1])
        await pass(600, desk, [target])
        #expect(target.given.map(\.type) == ["order.failed", "order.failed.resolved"])
        #expect(desk.status.firing[.orderFailed] == 0)
        #expect(desk.meter.sent[.webhook]?.value == 2)
    }

    @Test func `tries again over a restart, with the same id, and tells nothing twice`()
        async throws
    {
        let path = try Self.path()
        let failing = Target(.webhook, [.failed(reason: "503"), .failed(reason: "503")])
        let other = Target(.topic)
        let store = try open(path)
        let first = await desk(store, [failing, other])
        first.note(.scheduleMissed("nightly", 1))
        await pass(12, first, [failing, other])
        #expect(failing.given.count == 1)
        #expect(first.status.faults == [.webhook: "503"])
        #expect(first.meter.failed[.webhook]?.value == 1)
        try await store.close()

        let working = Target(.webhook)
        let second = await desk(try open(path), [working, other])
        await pass(2, second, [working, other])
        #expect(working.given.isEmpty)
        await pass(10, second, [working, other])
        #expect(working.given.map(\.id) == failing.given.map(\.id))
        #expect(working.given == failing.given)
        #expect(other.given.count == 1)
        await pass(600, second, [working, other])
        #expect(working.given.map(\.type) == ["schedule.missed", "schedule.missed.resolved"])
        #expect(other.given.map(\.type) == ["schedule.missed", "schedule.missed.resolved"])
        #expect(Set(working.given.map(\.id)) == Set(other.given.map(\.id)))
    }

    @Test func `sends nothing that was on its way in a copy of an earlier time`() async throws {
        let path = try Self.path()
        let failing = Target(.webhook, [.failed(reason: "503")])
        let store = try open(path)
        let first = await desk(store, [failing])
        first.note(.ordersFailed(1, examples: []))
        await pass(12, first, [failing])
        #expect(try await store.alertLedger().sendings.count == 1)
        try await store.close()
        let copy = try open(path)
        let working = Target(.webhook)
        await pass(60, await desk(copy, [working], isCopy: true), [working])
        #expect(working.given.isEmpty)
        #expect(try await copy.alertLedger().sendings.isEmpty)
    }

    @Test func `asks a receiver that wants no more nothing until the next start`() async throws {
        let target = Target(.webhook, [.gone])
        let desk = await desk(try open(try Self.path()), [target])
        desk.note(.ordersFailed(1, examples: []))
        await pass(700, desk, [target])
        #expect(target.given.count == 1)
        #expect(desk.status.gone == [.webhook])
        #expect(desk.status.waiting == 0)
    }

    @Test func `tells although the store keeps nothing, and keeps it once it can`() async throws {
        let store = FaultyStore(try open(try Self.path()))
        let target = Target(.webhook, [.failed(reason: "x")])
        let desk = await desk(store, [target]) { _ in
            AlertSighting([AlertCondition(.diskLow, count: 1)])
        }
        store.isFull.withLock { $0 = true }
        await pass(12, desk, [target])
        #expect(target.given.count == 1)
        #expect(try await store.alertLedger().alerts.isEmpty)
        store.isFull.withLock { $0 = false }
        await pass(1, desk, [target])
        #expect(try await store.alertLedger().alerts.map(\.key.kind) == [.diskLow])
        #expect(try await store.alertLedger().sendings.map(\.attempts) == [1])
    }

    @Test func `writes only when something has changed`() async throws {
        let store = FaultyStore(try open(try Self.path()))
        let target = Target()
        let free = Mutex(1_000)
        let desk = await desk(store, [target]) { _ in
            free.withLock { $0 -= 1 }
            return AlertSighting([AlertCondition(.diskLow, count: free.withLock { $0 })])
        }
        await pass(30, desk, [target])
        // When it began to look; that it is seen, told, and taken.
        #expect(store.writes.withLock { $0 } == 4)
    }

    @Test func `counts as having looked from its start, and from before each look`() async throws {
        let path = try Self.path()
        let store = FaultyStore(try open(path))
        let begun = clock.now
        let desk = await desk(store, [Target()]) { [clock] _ in
            // While it looks something may fail that it does not see.
            clock.advance(by: 3)
            return AlertSighting([AlertCondition(.diskLow, count: 1)])
        }
        #expect(try await store.alertLedger().lookedAt == begun)
        clock.advance(by: 10)
        await desk.look()
        #expect(try await store.alertLedger().lookedAt == begun.addingTimeInterval(10))
    }

    @Test func `is told from when on nobody has looked`() async throws {
        let path = try Self.path()
        let asked = Mutex<[Date?]>([])
        let observe: AlertDesk.Observation = { since in
            asked.withLock { $0.append(since) }
            return AlertSighting()
        }
        let store = try open(path)
        let begun = clock.now
        let first = await desk(store, [], observe: observe)
        await pass(2, first, [])
        try await store.close()
        let second = await desk(try open(path), [], observe: observe)
        await pass(2, second, [])
        #expect(asked.withLock { $0 } == [nil, nil, begun, nil])
    }

    @Test func `asks again until what nobody has looked at was looked at`() async throws {
        let path = try Self.path()
        let asked = Mutex<[Date?]>([])
        let observe: AlertDesk.Observation = { since in
            let count = asked.withLock { asked in
                asked.append(since)
                return asked.count
            }
            return AlertSighting(isCaughtUp: count != 3 && count != 4)
        }
        let store = try open(path)
        let begun = clock.now
        await pass(2, await desk(store, [], observe: observe), [])
        try await store.close()
        // This one ends before it has caught up, though it has kept something.
        let next = try open(path)
        let second = await desk(next, [], observe: observe)
        second.note(.ordersFailed(1, examples: []))
        await pass(1, second, [])
        try await next.close()
        await pass(3, await desk(try open(path), [], observe: observe), [])
        #expect(asked.withLock { $0 } == [nil, nil, begun, begun, begun, nil])
    }

    @Test func `is not held up by a clock that was ahead before a restart`() async throws {
        let path = try Self.path()
        let failing = Target(.webhook, [.failed(reason: "503")])
        let start = clock.now
        clock.advance(by: 3_000)
        let store = try open(path)
        let first = await desk(store, [failing])
        first.note(.ordersFailed(1, examples: []))
        await pass(12, first, [failing])
        try await store.close()
        clock.advance(by: start.timeIntervalSince(clock.now))

        let working = Target(.webhook)
        let asked = Mutex<[Date?]>([])
        let next = try open(path)
        let second = await desk(next, [working]) { since in
            asked.withLock { $0.append(since) }
            return AlertSighting()
        }
        await pass(1, second, [working])
        #expect(asked.withLock { $0 } == [start])
        #expect(working.given.map(\.id) == failing.given.map(\.id))
        #expect(try await next.alertLedger().lookedAt == start)
    }

    @Test func `says that people are told only where there is a way to them`() async throws {
        let lines = Mutex("")
        let output = LogOutput { line in
            lines.withLock { $0 += String(decoding: line, as: UTF8.self) }
        }
        let logger = Logger(label: "test") {
            JSONLogHandler(label: $0, level: .info, output: output)
        }
        for targets in [[], [Target()]] {
            let desk = await desk(try open(try Self.path()), targets, logger: logger)
            desk.note(.ordersFailed(1, examples: []))
            await pass(12, desk, targets)
            #expect(lines.withLock { $0.contains("people are told") } == !targets.isEmpty)
        }
    }

    @Test func `as a service tells what comes, by each way in its own time`() async throws {
        let (slow, quick) = (Target(.topic), Target(.webhook))
        let clock = clock
        let desk = await desk(try open(try Self.path()), [slow, quick])
        await withTaskGroup { group in
            group.addTask { try? await desk.run() }
            desk.note(.ordersFailed(3, examples: ["1"]))
            await clock.pass { slow.given.count == 1 && quick.given.count == 1 }
            group.cancelAll()
        }
        #expect(quick.given.first?.count == 3)
    }
}

/// A store whose disk may be full.
private final class FaultyStore: AlertStore {
    let isFull = Mutex(false)
    let writes = Mutex(0)
    private let store: any AlertStore

    init(_ store: any AlertStore) { self.store = store }

    func alertLedger() async throws -> AlertLedger { try await store.alertLedger() }

    func keep(_ change: AlertLedger.Change) async throws {
        if isFull.withLock({ $0 }) { throw StoreError.unavailable("database or disk is full") }
        writes.withLock { $0 += 1 }
        try await store.keep(change)
    }

    func overdueOrders(
        since instant: Date,
        limit: Int
    ) async throws -> (count: Int, orders: [OrderID]) {
        try await store.overdueOrders(since: instant, limit: limit)
    }
}
