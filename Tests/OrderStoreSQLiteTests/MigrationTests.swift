import Foundation
import GRDB
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// Stores of earlier versions open, with all that is in them.
@Suite(.closing)
struct `A store of an earlier version` {
    @Test func `made by 63e03ac opens, and everything is as it was`() async throws {
        try await StoreFolder.with { folder in
            try folder.putStoreOf63e03ac()
            try await folder.open { store in
                #expect(store.restoration == nil)
                let orders = try await store.list(OrderQuery(limit: 100)).orders
                let statuses = Dictionary(
                    uniqueKeysWithValues: orders.map { ($0.id.text, $0.status) }
                )
                #expect(
                    statuses == [
                        "ended": .succeeded, "failed": .failed, "held": .held,
                        "sleeping": .running, "running": .running, "stopped": .aborted,
                        "keyed": .queued, "queued": .queued,
                    ]
                )
                for order in orders {
                    let whole = try await store.order(order.id)
                    #expect(whole?.damage == nil, "\(order.id)")
                    #expect(whole?.input.isEmpty == false)
                    let history = try await store.history(of: order.id, after: 0, limit: 10)
                    #expect(history?.events.isEmpty == (order.status == .queued))
                }
                let held = try await store.order(try #require(OrderID("held")))
                #expect(held?.deliveries.map(\.status) == [.uncertain])
                let key = IdempotencyKey(
                    digest: Array(repeating: 7, count: 32),
                    body: Array(repeating: 9, count: 32)
                )
                guard case .repeated(let known) = try await submit("again", key: key, to: store)
                else {
                    Issue.record("the key is not known")
                    return
                }
                #expect(known.id.text == "keyed")
                let claims = try await claim(at: 1e8, rooms: ["notice": 9], from: store)
                #expect(
                    Set(claims.map(\.lease.id.text))
                        == ["sleeping", "running", "keyed", "queued"]
                )
            }
            #expect(try StoreFile(path: folder.path).verify().isEmpty)
        }
    }

    @Test func `takes deliveries of any kind once it is opened`() async throws {
        try await StoreFolder.with { folder in
            try folder.putStoreOf63e03ac()
            try await folder.open { store in
                let claims = try await claim(at: 1e8, from: store)
                let lease = try #require(claims.first { $0.lease.id.text == "queued" }).lease
                let webhook = try #require(Delivery.Kind(rawValue: "webhook"))
                let intent = Delivery.Intent(
                    key: Delivery.Key(state: "A", visit: 2, name: "hook"),
                    kind: webhook,
                    contentHash: "c0ffee"
                )
                #expect(try await store.intend(intent, at: noon, under: lease) == nil)
                let order = try await store.order(lease.id)
                #expect(order?.deliveries.map(\.kind) == [webhook])
                let later = Delivery.Outcome.postponed(reason: "slow down")
                try await store.conclude(intent.key, later, at: noon, under: lease)
                #expect(try await store.deliveries(.waiting, limit: 9).map(\.kind) == [webhook])
            }
            #expect(try StoreFile(path: folder.path).verify().isEmpty)
            let text = try await DatabaseQueue(path: folder.path).read { database in
                try String.fetchAll(
                    database,
                    sql: "select sql from sqlite_schema where name = 'deliveries'"
                )
            }
            #expect(text.count == 1)
            #expect(text.first?.contains("kind text not null,") == true)
            // The other checks stand, wider by one status.
            #expect(text.first?.contains("check(status between 0 and 6)") == true)
        }
    }

    /// What was recorded before lies in another table than what comes now.
    @Test func `goes on with the history that it has`() async throws {
        try await StoreFolder.with { folder in
            try folder.putStoreOf63e03ac()
            try await folder.open { store in
                let claims = try await claim(at: 1e8, from: store)
                let lease = try #require(claims.first { $0.lease.id.text == "running" }).lease
                func events(after id: Int = 0, limit: Int = 100) async throws -> HistoryPage {
                    try #require(try await store.history(of: lease.id, after: id, limit: limit))
                }
                let early = try await events().events.map(\.id)
                let last = try #require(early.last)
                let next = (1...3).map { RecordedEvent(id: last + $0, json: Array("{}".utf8)) }
                let move = Move(
                    snapshot: [],
                    state: "A",
                    history: next,
                    failures: 0,
                    next: .proceed,
                    at: noon
                )
                _ = try await store.record(Step(move: move), under: lease)
                #expect(try await events().events.map(\.id) == early + next.map(\.id))
                let page = try await events(after: last - 1, limit: 2)
                #expect(page.events.map(\.id) == [last, last + 1])
                #expect(page.hasMore)
                let rest = try await events(after: last + 1)
                #expect(rest.events.map(\.id) == [last + 2, last + 3])
                #expect(!rest.hasMore)
                let standing = try await store.writer.perform { try $0.lastEvent(of: lease.order) }
                #expect(standing == last + 3)
                try await store.writer.perform { try $0.deleteHistory(of: lease.order) }
                #expect(try await events().events.isEmpty)
            }
        }
    }

    @Test func `is told of by store verify, which changes nothing`() async throws {
        try await StoreFolder.with { folder in
            try folder.putStoreOf63e03ac()
            let before = try Data(contentsOf: folder.file)
            let findings = try StoreFile(path: folder.path).verify()
            #expect(findings.count == 1)
            #expect(findings.first?.contains("earlier version") == true)
            #expect(try Data(contentsOf: folder.file) == before)
        }
    }

    /// A migration that shipped is never edited: its tables would not be those of the stores that are there.
    @Test func `has the tables that the first migration makes to this day`() async throws {
        try await StoreFolder.with { folder async throws in try Self.compareTables(folder) }
    }

    private static func compareTables(_ folder: StoreFolder) throws {
        try folder.putStoreOf63e03ac()
        let model = try DatabaseQueue()
        try model.write(Migrations.createOrders)
        var configuration = Configuration()
        configuration.readonly = true
        let fixture = try DatabaseQueue(
            path: folder.path,
            configuration: configuration
        )
        let sql = """
            select type, name, sql from sqlite_schema where name not like '%grdb%' order by type, name
            """
        let made = try model.read { try GRDB.Row.fetchAll($0, sql: sql) }
        #expect(try fixture.read { try GRDB.Row.fetchAll($0, sql: sql) } == made)
    }
}

/// Version 11 gave bulk redrives columns that count in the checksums of those rows alone that have some of them.
@Suite(.closing)
struct `A store of version 10` {
    private static let lastMigration = "10 history rows"
    private static let ended: [Int64] = [3, 5]
    private static let began = noon(plus: 1e7)

    /// Makes one of what 63e03ac has made as the program of that version did: brought up to it, sealed, and with bulk
    /// redrives in each state behind the one that runs there.
    private static func put(in folder: StoreFolder) throws {
        try folder.putStoreOf63e03ac()
        try write(folder) { queue in
            try Migrations.migrator.migrate(queue, upTo: lastMigration)
            try queue.inDatabase { database in
                _ = try Sealing.seal(database, storeID: nil)
                let (running, finished, cancelled) = (0, 1, 2)
                for (status, stops, state) in [
                    (OrderStatus.failed, 0, running), (.failed, 0, finished), (.held, 1, running),
                    (.timedOut, 0, cancelled),
                ] {
                    let end = state == running ? nil : began.milliseconds + 9
                    try database.execute(
                        sql: """
                            insert into bulk_redrives(status, error, finished_after, from_start, on_current, rate, who,
                                why, created_at, finished_at, state, total, stops)
                            values(?, null, 7, 1, 0, 5, 'ada', 'a reason', ?, ?, ?, 1, ?)
                            """,
                        arguments: [status.code, began.milliseconds, end, state, stops]
                    )
                }
            }
        }
    }

    /// What `body` makes of the file, over a connection that knows `row_sum`.
    private static func write<Value>(
        _ folder: StoreFolder,
        _ body: (DatabaseQueue) throws -> Value
    ) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.path, configuration: configuration)
        let value = try body(queue)
        try queue.close()
        return value
    }

    /// The checksums of the bulk redrives, and the ids of those that are made of the columns of version 10.
    private static func sums(_ folder: StoreFolder) throws -> (all: [Int64], plain: [Int64]) {
        try write(folder) { queue in
            try queue.inDatabase { database in
                let key = try Data.fetchOne(
                    database,
                    sql: "select value from settings where name = 'number key'"
                )
                RareRows.install(in: database, key: Array(try #require(key)))
                return (
                    try Int64.fetchAll(database, sql: "select sum from bulk_redrives order by id"),
                    try Int64.fetchAll(
                        database,
                        sql: """
                            select id from bulk_redrives where sum = row_sum('bulk_redrives', id, status, error,
                                finished_after, finished_before, from_start, on_current, rate, who, why, created_at,
                                finished_at, state, total, redriven, refused, cursor, stops) order by id
                            """
                    )
                )
            }
        }
    }

    @Test func `is whole before it is opened and afterwards, and its bulk redrives go on`()
        async throws
    {
        try await StoreFolder.with { folder in
            try Self.put(in: folder)
            let columns = try Self.write(folder) { queue in
                try queue.inDatabase { try $0.columns(in: "bulk_redrives").map(\.name) }
            }
            #expect(columns.contains("stops") && !columns.contains("patch"))
            let file = StoreFile(path: folder.path)
            #expect(try file.verify() == [])
            let before = try Self.sums(folder)
            #expect(before.plain == [1, 2, 3, 4, 5])
            try await folder.open { store in
                #expect(store.restoration == nil)
                #expect(try await store.runningBulkRedrives(limit: 9).map(\.id) == [1, 2, 4])
                for (bulk, order) in [(Int64(2), "failed"), (4, "held")] {
                    let slice = try await store.nextSlice(of: bulk, limit: 9)
                    #expect(slice.map(\.order.text) == [order])
                    let place = try #require(slice.first).place
                    try await store.advance(bulk, .refused(place))
                    #expect(try await store.nextSlice(of: bulk, limit: 9).isEmpty)
                    #expect(try await store.bulkRedrive(bulk)?.refused == 1)
                }
                try await store.advance(2, .finished(at: Self.began))
                #expect(try await store.runningBulkRedrives(limit: 9).map(\.id) == [1, 4])
                #expect(try await store.bulkRedrive(4)?.stops == true)
                let states = try await store.bulkRedrives(limit: 9).map(\.state)
                #expect(states == [.cancelled, .running, .finished, .finished, .running])
                var filter = BulkRedrive.Filter(status: .failed)
                filter.state = "A"
                _ = try await store.begin(
                    BulkRedrive(
                        filter,
                        isFromStart: true,
                        isOnCurrent: false,
                        rate: 5,
                        by: Operator("ada"),
                        at: Self.began
                    )
                )
            }
            #expect(try file.verify() == [])
            let after = try Self.sums(folder)
            // The sixth has a state, which counts in its own.
            #expect(after.plain == [1, 2, 3, 4, 5])
            #expect(after.all.count == 6)
            for id in Self.ended { #expect(after.all[Int(id) - 1] == before.all[Int(id) - 1]) }
            #expect(after.all[1] != before.all[1])
        }
    }

    @Test func `says which row was changed behind its back, before it is opened too`()
        async throws
    {
        try await StoreFolder.with { folder in
            try Self.put(in: folder)
            try Self.write(folder) { queue in
                try queue.inDatabase {
                    try $0.execute(sql: "update bulk_redrives set rate = 6 where id = 4")
                }
            }
            let finding = "bulk_redrives 4 does not match its checksum"
            #expect(try StoreFile(path: folder.path).verify() == [finding])
            try await folder.open { store in
                let running = try await store.runningBulkRedrives(limit: 9)
                #expect(running.map(\.id) == [1, 2])
            }
            #expect(try StoreFile(path: folder.path).verify() == [finding])
        }
    }
}
