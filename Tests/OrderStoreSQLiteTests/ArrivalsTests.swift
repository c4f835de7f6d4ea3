import Foundation
import Orders
import StatesLanguage
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// What is asked of the store at once shares one transaction, and the orders among it are inserted together.
@Suite(.closing)
struct `Orders that share a transaction` {
    @Test(arguments: [1, 2, 3, 31, 32, 33, 63, 64, 100])
    func `are all there, each with its own input`(count: Int) async throws {
        let shared = try await SharedTransaction()
        let numbers = (1...count).map { "\($0)" }
        let words = try await shared.perform(numbers.map { shared.submission($0) })
        #expect(words == Array(repeating: "accepted", count: count))
        let claims = try await claim(count + 1, from: try await shared.fixture.restarted())
        #expect(claims.map(\.lease.id.text) == numbers)
        #expect(claims.map(\.input) == numbers.map(input))
    }

    @Test func `have the ids after those that are there`() async throws {
        let shared = try await SharedTransaction()
        for round in 0..<3 {
            _ = try await shared.perform((1...5).map { shared.submission("\(round * 5 + $0)") })
        }
        let leases = try await claim(100, from: shared.store).map(\.lease)
        #expect(leases.map(\.order) == Array(1...15))
        #expect(leases.map(\.id.text) == (1...15).map { "\($0)" })
    }

    @Test func `may be without input`() async throws {
        let shared = try await SharedTransaction()
        let orders = try ["1", "2"].map { number in
            NewOrder(
                id: try #require(OrderID(number)),
                input: [],
                workflow: "w",
                createdAt: noon
            )
        }
        let store = shared.store
        _ = try await shared.perform(
            orders.map { order in
                { @Sendable in try await store.submit(order) == .accepted ? "accepted" : "" }
            }
        )
        #expect(try await claim(from: store).map(\.input) == [[], []])
    }

    @Test func `are seen by what comes after them, and not by what comes before`() async throws {
        let shared = try await SharedTransaction()
        let store = shared.store
        let counting: @Sendable () async throws -> String = {
            try await store.write { connection in
                let count = try connection.first("select count(*) from inputs") { $0.int(0) }
                return "\(count ?? -1) there"
            }
        }
        let claiming: @Sendable () async throws -> String = {
            "\(try await claim(from: store).count) claimed"
        }
        let words = try await shared.perform([
            counting, shared.submission("1"), shared.submission("2"), counting,
            claiming, shared.submission("3"), counting,
        ])
        #expect(
            words == [
                "0 there", "accepted", "accepted", "2 there", "2 claimed", "accepted", "3 there",
            ]
        )
    }

    @Test func `have different numbers: the second of two is told of the first`() async throws {
        let shared = try await SharedTransaction()
        let words = try await shared.perform(["1", "2", "1", "3"].map { shared.submission($0) })
        #expect(words == ["accepted", "accepted", "existing 1", "accepted"])
        #expect(try await claim(from: shared.store).map(\.lease.id.text) == ["1", "2", "3"])
    }

    @Test func `have different idempotency keys: the second of two is told of the first`()
        async throws
    {
        let shared = try await SharedTransaction()
        let key = IdempotencyKey(digest: [1], body: [2])
        let other = IdempotencyKey(digest: [1], body: [3])
        let words = try await shared.perform([
            shared.submission("0"), shared.submission("1", key), shared.submission("2", key),
            shared.submission("3", other), shared.submission("4"),
        ])
        #expect(words == ["accepted", "accepted", "repeated 1", "key taken", "accepted"])
        #expect(try await claim(from: shared.store).map(\.lease.id.text) == ["0", "1", "4"])
    }

    @Test func `are not spoilt by a job that fails among them`() async throws {
        let shared = try await SharedTransaction()
        let store = shared.store
        // It asks nothing of the file, so the order before it is not inserted yet.
        let failing: @Sendable () async throws -> String = {
            do {
                try await store.write { _ in throw StoreError.unavailable("on purpose") }
                return "done"
            } catch StoreError.unavailable(let reason) { return reason }
        }
        let words = try await shared.perform([
            shared.submission("1"), failing, shared.submission("2"), shared.submission("1"),
        ])
        #expect(words == ["accepted", "on purpose", "accepted", "existing 1"])
        let later = try await shared.fixture.restarted()
        #expect(try await claim(from: later).map(\.lease.id.text) == ["1", "2"])
    }

    @Test func `are not spoilt by one that cannot be inserted`() async throws {
        let shared = try await SharedTransaction()
        try await shared.store.write {
            try $0.run(
                """
                create trigger refusal before insert on orders when new.number = 'bad'
                begin select raise(abort, 'no'); end
                """
            )
        }
        let words = try await shared.perform(["1", "bad", "2"].map { shared.submission($0) })
        #expect(words == ["accepted", "no", "accepted"])
        try await shared.store.write { try $0.run("drop trigger refusal") }
        #expect(try await shared.submission("bad")() == "accepted")
        let later = try await shared.fixture.restarted()
        #expect(try await claim(from: later).map(\.lease.id.text) == ["1", "2", "bad"])
    }

    @Test(arguments: [RecordedDisk.Fault.Kind.diskFull, .shortWrite])
    func `are all refused by a full disk, and have their numbers and places once there is room`(
        kind: RecordedDisk.Fault.Kind
    ) async throws {
        var recorded: RecordedDisk?
        let shared = try await SharedTransaction { recorded = RecordedDisk(folder: $0) }
        let disk = try #require(recorded)
        #expect(try await shared.submission("0")() == "accepted")
        let numbers = (1...40).map { "\($0)" }
        disk.set(RecordedDisk.Fault(kind: kind, after: 2))
        let refusals = try await shared.perform(numbers.map { shared.submission($0) })
        #expect(refusals == Array(repeating: "database or disk is full", count: 40))
        disk.set(nil)
        let words = try await shared.perform(numbers.reversed().map { shared.submission($0) })
        #expect(words == Array(repeating: "accepted", count: 40))
        let later = try await shared.fixture.restarted()
        for number in numbers {
            #expect(try await later.order(try #require(OrderID(number))) != nil)
        }
        let leases = try await claim(100, from: later).map(\.lease)
        #expect(leases.map(\.order) == Array(1...41))
        #expect(leases.map(\.id.text) == ["0"] + numbers.reversed())
    }
}

/// A store whose writer can be made to find many jobs at once.
private struct SharedTransaction {
    let fixture: SQLiteFixture
    let store: SQLiteOrderStore

    /// `beforeOpening` is told the folder.
    init(beforeOpening: (URL) -> Void = { _ in }) async throws {
        fixture = try SQLiteFixture(beforeOpening: beforeOpening)
        store = try #require(fixture.store as? SQLiteOrderStore)
        let text = Array(#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#.utf8)
        let machine = try StateMachine(parsing: text)
        try await store.register(
            Workflow(id: "w", name: "W", definition: text, machine: machine)
        )
    }

    /// Answers what the jobs answer that the writer found at once, in this order.
    func perform<Value: Sendable>(
        _ jobs: [@Sendable () async throws -> Value]
    ) async throws -> [Value] {
        let (begun, goesOn) = (WakeSignal(), DispatchSemaphore(value: 0))
        return try await withThrowingTaskGroup(of: (Int, Value)?.self) { [store] group in
            group.addTask {
                try await store.write { _ in
                    begun.raise()
                    goesOn.wait()
                }
                return nil
            }
            await begun.wait()
            for (index, job) in jobs.enumerated() {
                group.addTask { (index, try await job()) }
                while store.writer.waitingJobs <= index { await Task.yield() }
            }
            goesOn.signal()
            return try await group.reduce(into: [(Int, Value)]()) { values, value in
                if let value { values.append(value) }
            }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// A job that submits an order and answers the outcome as a word.
    func submission(
        _ number: String,
        _ key: IdempotencyKey? = nil
    ) -> @Sendable () async throws -> String {
        { [store] in
            var order = NewOrder(
                id: try #require(OrderID(number)),
                input: input(number),
                workflow: "w",
                createdAt: noon
            )
            order.idempotencyKey = key
            do {
                switch try await store.submit(order) {
                case .accepted: return "accepted"
                case .existing(let order): return "existing \(order.id)"
                case .repeated(let order): return "repeated \(order.id)"
                case .keyTaken: return "key taken"
                case .refused: return "refused"
                }
            } catch StoreError.unavailable(let reason) { return reason }
        }
    }
}

private func input(_ number: String) -> [UInt8] { Array(#"{"orderId":"\#(number)"}"#.utf8) }
