import Foundation
import GRDB
import Orders
import StoreConformance
import TestClosing
import TestRandomness
import Testing

@testable import OrderStoreSQLite

/// Bits that a disk has turned are found before they act.
@Suite(.closing)
struct `Damage in the store` {
    /// One column of a row that is read on the way to a send, changed behind the store's back.
    struct Flip: Sendable, CustomTestStringConvertible {
        var table: String
        var change: String

        var testDescription: String { "\(table): \(change)" }
    }

    static let flips = [
        Flip(table: "inputs", change: "body = cast(replace(body, 'a', 'c') as blob)"),
        Flip(table: "inputs", change: "sum = sum + 1"),
        Flip(table: "executions", change: "snapshot = cast(x'00' || substr(snapshot, 2) as blob)"),
        Flip(table: "orders", change: "number = 'b'"),
        Flip(table: "orders", change: "workflow = 9"),
        Flip(table: "orders", change: "created_at = created_at + 1"),
        Flip(table: "orders", change: "failed = failed + 1"),
        Flip(table: "orders", change: "state = 'B'"),
        Flip(table: "orders", change: "fence = fence + 1"),
    ]

    @Test func `of whom nothing is sent to is told, and the others stay on the list`() async throws
    {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                for name in ["a", "b", "c"] {
                    let address = try EmailAddress("\(name)@example.com")
                    _ = try await store.suppress(
                        Suppression(address, .bounce, since: noon, by: Operator("ada"))
                    )
                }
            }
            try folder.change("update suppressions set cause = 'manual' where address like 'b@%'")
            #expect(
                try StoreFile(path: folder.path).verify().contains { $0.contains("suppressions") }
            )
            try await folder.open { store in
                let found = try await store.suppressions(after: "", limit: 2)
                #expect(found.map(\.address) == ["a@example.com", "c@example.com"])
                #expect(try await store.suppression(of: "b@example.com") == nil)
                var words = store.damageReports.makeAsyncIterator()
                #expect(
                    await words.next()?.contains("1 addresses that nothing is to be sent to")
                        == true
                )
            }
        }
    }

    @Test(arguments: flips)
    func `of what an order is made of holds it with the evidence, and it is not taken up`(
        flip: Flip
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let lease = try #require(try await claim(from: store).first).lease
                try await store.record(
                    move(.sleep(until: noon(plus: 10)), events: 1...2),
                    under: lease
                )
                try await submit("other", to: store)
            }
            try folder.change("update \(flip.table) set \(flip.change) where rowid = 1")
            let file = StoreFile(path: folder.path)
            #expect(try !file.verify().isEmpty)
            try await folder.open { store in
                let claims = try await claim(at: 100, from: store)
                #expect(claims.map(\.lease.id.text) == ["other"])
                let summary = try await store.summary(at: noon)
                #expect(summary.damaged == 1)
                #expect(summary.orders[.held] == 1)
                let page = try await store.list(OrderQuery(limit: 10))
                let held = try #require(page.orders.last)
                #expect(held.status == .held)
                let order = try await store.order(held.id) ?? held
                #expect(order.damage?.contains("does not match its checksum") == true)
                // Nor later: nothing but a person lets go of it.
                #expect(try await claim(at: 1_000, from: store).isEmpty)
            }
            let damaged = try await folder.open { store in
                try await store.summary(at: noon).damaged
            }
            #expect(damaged == 1)
            #expect(try !file.verify().isEmpty, "the evidence is left as it was found")
        }
    }

    @Test(arguments: [
        "status = 1", "message_id = 'm'", "content_hash = 'c0ffef'", "fence = fence + 1",
        "kind = 'notice'", "name = 'confirmatioN', sum = sum", "attempts = 0", "sum = sum + 1",
    ])
    func `of a ledger entry holds its order, and nothing is sent`(change: String) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let lease = try #require(try await claim(from: store).first).lease
                _ = try await store.intend(email, at: noon, under: lease)
                try await store.conclude(
                    email.key,
                    .refused(reason: "later"),
                    at: noon,
                    under: lease
                )
                try await store.record(move(.sleep(until: noon(plus: 10))), under: lease)
            }
            try folder.change("update deliveries set \(change)")
            try await folder.open { store in
                let lease = try #require(try await claim(at: 100, from: store).first).lease
                if change.hasPrefix("name") {
                    // Another delivery by its key: it is `store verify` that finds the one that is lost.
                    #expect(try !StoreFile(path: folder.path).verify().isEmpty)
                    return
                }
                await #expect(throws: StoreError.self) {
                    _ = try await store.intend(email, at: noon, under: lease)
                }
                let number = try #require(OrderID("a"))
                #expect(try await store.order(number)?.status == .held)
                for status in Delivery.Status.allCases {
                    #expect(try await store.deliveries(status, limit: 10).isEmpty)
                }
                await #expect(throws: StoreError.leaseLost(number)) {
                    try await store.record(move(.proceed), under: lease)
                }
            }
        }
    }

    @Test
    func `of an order whose send was cut off leaves the send uncertain, and a decision stands`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let lease = try #require(try await claim(from: store).first).lease
                _ = try await store.intend(email, at: noon, under: lease)
            }
            try folder.change("update orders set failed = failed + 1")
            let id = try #require(OrderID("a"))
            try await folder.open { store in
                #expect(try await store.order(id)?.status == .held)
                #expect(try await store.order(id)?.deliveries.map(\.status) == [.uncertain])
                _ = try await store.revise(id) { _ in .revise(Self.stop) }
                #expect(try await store.summary(at: noon).damaged == 0)
            }
            // A later start does not come upon it again.
            try await folder.open { store async throws in
                #expect(try await store.order(id)?.status == .aborted)
                #expect(try await store.summary(at: noon).damaged == 0)
            }
        }
    }

    @Test
    func `of the ending of an order that has ended leaves its deliveries to be decided about`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let lease = try #require(try await claim(from: store).first).lease
                _ = try await store.intend(email, at: noon, under: lease)
                let uncertain = Delivery.Outcome.uncertain(reason: "?")
                try await store.conclude(email.key, uncertain, at: noon, under: lease)
                let ending = Ending(status: .failed, output: nil, error: "E", cause: "c")
                try await store.record(move(.end(ending)), under: lease)
            }
            try folder.change("update endings set cause = 'd'")
            try await folder.open { store in
                let entry = try #require(try await store.deliveries(.uncertain, limit: 1).first)
                let result = try await store.decide(
                    entry.id,
                    .assumeSent,
                    by: Operator("ada"),
                    at: noon
                )
                guard case .applied = result else {
                    Issue.record("\(result)")
                    return
                }
                #expect(try await store.deliveries(.uncertain, limit: 1).isEmpty)
            }
        }
    }

    @Test func `of an ended order's position does not keep it from being erased at once`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let lease = try #require(try await claim(from: store).first).lease
                let ending = Ending(status: .failed, output: nil, error: "E", cause: "c")
                try await store.record(move(.end(ending)), under: lease)
            }
            try folder.change("update executions set snapshot = x'00'")
            try await folder.open { store in
                let id = try #require(OrderID("a"))
                let revised = try await erase(in: store, id, by: Operator("ada"), at: noon)
                guard case .changed(let order) = revised else {
                    Issue.record("\(revised)")
                    return
                }
                #expect(order.erasedAt == noon)
            }
        }
    }

    private static let stop: Revision = {
        let audit = AuditEntry(.stop, by: Operator("ada"), at: noon)
        var stop = Revision(to: .aborted, due: nil, history: [], snapshot: nil, audit: audit)
        stop.ending = Ending(status: .aborted, output: nil, error: nil, cause: nil)
        return stop
    }()

    /// A bit of the file itself: the indexes know the row as it was.
    @Test(arguments: [3, 4])
    func `of an indexed column neither ends the store nor comes back`(offset: Int) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                for name in ["flipped-order1", "other"] { try await submit(name, to: store) }
            }
            // The row's header: no id, a text of 14 bytes, eight bytes of digest, status 0, workflow 1, a time of six bytes.
            var bytes = Array(try Data(contentsOf: folder.file))
            let header: [UInt8] = [0, 0x29, 6, 8, 9, 5]
            let places = bytes.indices.dropLast(6).filter { Array(bytes[$0..<($0 + 6)]) == header }
            #expect(places.count == 1)
            for place in places { bytes[place + offset] ^= 1 }
            try Data(bytes).write(to: folder.file)
            for _ in 0..<2 {
                try await folder.open { store in
                    let claims = try await claim(at: 100, from: store)
                    for claim in claims {
                        #expect(claim.lease.id.text != "flipped-order1")
                        try await store.handBack(claim.lease, due: noon)
                    }
                    _ = try await store.list(OrderQuery(limit: 10))
                    #expect(try await store.summary(at: noon).damaged == 1)
                    // The store still writes.
                    try await submit("later-\(UUID().uuidString.prefix(8))", to: store)
                }
                #expect(try !StoreFile(path: folder.path).verify().isEmpty)
            }
        }
    }

    /// The index of statuses does not know an order that was being worked on, whose row the next start changes.
    @Test func `of an index that a start changes is mended by it`() async throws {
        try await StoreFolder.with { folder in
            try await folder.killed { store in
                try await submit("a", to: store)
                _ = try await claim(from: store)
            }
            // As one file, so that a bit of it can be turned.
            try folder.change("pragma wal_checkpoint(truncate)")
            var bytes = Array(try Data(contentsOf: folder.file))
            // In the index of statuses: status 1, place 1.
            let entry: [UInt8] = [3, 9, 9]
            let places = bytes.indices.dropLast(4).filter {
                Array(bytes[$0..<($0 + 3)]) == entry && bytes[$0 - 1] == 3
            }
            for place in places { bytes[place + 1] = 8 }
            #expect(!places.isEmpty)
            try Data(bytes).write(to: folder.file)
            try await folder.open { store in
                let claims = try await claim(at: 100, from: store)
                #expect(claims.map(\.lease.id.text) == ["a"])
            }
            #expect(try StoreFile(path: folder.path).verify().isEmpty)
        }
    }

    @Test func `of an order's number does not let the same order be accepted twice`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in _ = try await submit("a", to: store) }
            try folder.change("update orders set number = 'b'")
            try await folder.open { store in
                await #expect(throws: StoreError.self) { try await submit("a", to: store) }
                #expect(store.backlog == 1)
                // By its own number it is found, and can be stopped.
                let number = try #require(OrderID("a"))
                let revised = try await store.revise(number) { _ in
                    var revision = Revision(
                        to: .aborted,
                        due: nil,
                        history: [],
                        snapshot: nil,
                        audit: AuditEntry(.stop, by: Operator("ada"), at: noon)
                    )
                    revision.ending = Ending(status: .aborted, output: nil, error: nil, cause: nil)
                    return .revise(revision)
                }
                guard case .changed(let order) = revised else {
                    Issue.record("\(revised)")
                    return
                }
                #expect(order.status == .aborted)
                #expect(order.damage != nil)
                #expect(store.backlog == 0)
            }
        }
    }

    @Test func `of the key of all checksums refuses the start, and nothing is written`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await folder.open { store in _ = try await submit("a", to: store) }
            try folder.change(
                "update settings set value = randomblob(16) where name = 'number key'"
            )
            let before = try Data(contentsOf: folder.file)
            let fault = try await fault { try await folder.open { _ in } }
            #expect("\(fault.map { "\($0)" } ?? "")".contains("damaged"))
            #expect(try Data(contentsOf: folder.file) == before)
        }
    }

    /// Neither is found by `integrity_check`, and the store could commit nothing.
    @Test(arguments: ["update commits set id = 3", "delete from commits"])
    func `of the place of the count of transactions is found and refuses the start`(
        damage: String
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in _ = try await submit("a", to: store) }
            try folder.change("pragma ignore_check_constraints = on; \(damage)")
            let findings = try StoreFile(path: folder.path).verify()
            #expect(findings.description.contains("count of transactions"))
            let fault = try await fault { try await folder.open { _ in } }
            #expect("\(fault.map { "\($0)" } ?? "")".contains("count of transactions"))
        }
    }

    @Test func `of a history is told to who asks for it`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let lease = try #require(try await claim(from: store).first).lease
                try await store.record(move(succeeded, events: 1...4), under: lease)
            }
            try folder.change(
                "update history_rows set events = cast(x'00' || substr(events, 2) as blob)"
            )
            try await folder.open { store in
                let number = try #require(OrderID("a"))
                await #expect(throws: StoreError.self) {
                    _ = try await store.history(of: number, after: 0, limit: 10)
                }
                let order = try #require(try await store.order(number))
                #expect(order.status == .succeeded)
                #expect(order.damage?.contains("history from event 1 on") == true)
            }
        }
    }

    @Test func `of a definition is told before an order runs on it`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in _ = try await submit("a", to: store) }
            try folder.change("update workflows set definition = x'7b7d'")
            try await folder.open { store in
                _ = await #expect(throws: StoreError.self) { try await store.workflow("w1") }
            }
        }
    }

    @Test func `of an index does not let an order run again that has ended`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                for name in ["a", "b"] { try await submit(name, to: store) }
                for claim in try await claim(from: store) {
                    try await store.record(move(succeeded), under: claim.lease)
                }
                try await submit("c", to: store)
            }
            // In the index of due orders the entry of the third comes to name the first: status 0, a due time, place 3.
            var bytes = Array(try Data(contentsOf: folder.file))
            let due = Int64(noon.timeIntervalSince1970 * 1_000)
            let entry =
                [4, 8, 5, 1] + (0..<6).reversed().map { UInt8(truncatingIfNeeded: due >> ($0 * 8)) }
            let places = (0..<(bytes.count - 11)).filter {
                Array(bytes[$0..<($0 + 11)]) == entry + [3]
            }
            #expect(places.count == 1)
            for place in places { bytes[place + 10] = 1 }
            try Data(bytes).write(to: folder.file)
            #expect(try !StoreFile(path: folder.path).verify().isEmpty)
            try await folder.open { store in
                #expect(try await claim(from: store).map(\.lease.id.text) == ["c"])
                let number = try #require(OrderID("a"))
                #expect(try await store.order(number)?.status == .succeeded)
            }
            #expect(try StoreFile(path: folder.path).verify().isEmpty)
        }
    }

    @Test
    func `is let go of by stopping the order, or by running it from the start with a new input`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                for name in ["a", "b"] { try await submit(name, to: store) }
            }
            try folder.change("update inputs set body = x'7b7d'")
            try await folder.open { store in
                #expect(try await claim(from: store).isEmpty)
                let ada = Operator("ada")
                for name in ["a", "b"] {
                    let number = try #require(OrderID(name))
                    let revised = try await store.revise(number) { standing in
                        #expect(standing.order.damage != nil)
                        var revision = Revision(
                            to: name == "a" ? .aborted : .running,
                            due: name == "a" ? nil : noon,
                            history: [],
                            snapshot: nil,
                            audit: AuditEntry(.stop, by: ada, at: noon)
                        )
                        if name == "a" {
                            revision.ending = Ending(
                                status: .aborted,
                                output: nil,
                                error: nil,
                                cause: nil
                            )
                        } else {
                            revision.input = Array(#"{"orderId":"b"}"#.utf8)
                        }
                        return .revise(revision)
                    }
                    guard case .changed(let order) = revised else {
                        Issue.record("\(revised)")
                        continue
                    }
                    #expect(order.status == (name == "a" ? .aborted : .running))
                }
                #expect(try await claim(from: store).map(\.lease.id.text) == ["b"])
                #expect(try await store.summary(at: noon).damaged == 0)
            }
        }
    }

    @Test func `of the word by which a table is one is found`() async throws {
        try await StoreFolder.with { folder in
            try folder.putStoreOf63e03ac()
            try await folder.open { _ in }
            let whole = try Data(contentsOf: folder.file)
            let words = Data("tablecommitscommits".utf8)
            let place = try #require(whole.firstRange(of: words)?.lowerBound)
            for byte in place..<place + "table".utf8.count {
                var flipped = whole
                flipped[byte] ^= 1 << 5
                try flipped.write(to: folder.file)
                let findings = (try? StoreFile(path: folder.path).verify()) ?? ["refused"]
                #expect(!findings.isEmpty)
            }
        }
    }

    /// Any bit of the whole file: either it is found, or nothing that was stored has changed by it.
    @Test func `of a bit anywhere is found by store verify, or has changed nothing`() async throws {
        try await StoreFolder.with { folder in
            try folder.putStoreOf63e03ac()
            try await folder.open { _ in }
            let whole = try Data(contentsOf: folder.file)
            let written = whole.indices.filter { whole[$0] != 0 }
            let dump = try folder.dump()
            let seed = UInt64.random(in: 0...99_999)
            var random = SeededRandom(seed)
            var found = 0
            for round in 0..<300 {
                // Most of a small file is room; every second flip is where something is written.
                var byte = Int.random(in: 0..<whole.count, using: &random)
                if round.isMultiple(of: 2) { byte = written.randomElement(using: &random) ?? byte }
                let bit = UInt8.random(in: 0..<8, using: &random)
                var flipped = whole
                flipped[byte] ^= 1 << bit
                try flipped.write(to: folder.file)
                let findings = (try? StoreFile(path: folder.path).verify()) ?? ["refused"]
                if !findings.isEmpty { found += 1 }
                let isSame = (try? folder.dump()) == dump
                #expect(!findings.isEmpty || isSame, "seed \(seed), byte \(byte), bit \(bit)")
            }
            #expect(found > 30)
        }
    }

    private func move(_ next: Move.Next, events: ClosedRange<Int>? = nil) -> Move {
        Move(
            snapshot: Array("snapshot".utf8),
            state: "A",
            history: (events.map(Array.init) ?? []).map {
                RecordedEvent(id: $0, json: Array(#"{"id":\#($0)}"#.utf8))
            },
            failures: 0,
            next: next,
            at: noon(plus: 2)
        )
    }

    private let succeeded = Move.Next.end(
        Ending(status: .succeeded, output: Array("{}".utf8), error: nil, cause: nil)
    )

    private let email = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "confirmation"),
        kind: .email,
        contentHash: "c0ffee"
    )
}

extension StoreFolder {
    /// Changes the file of a closed store as nobody should.
    func change(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// All that every table holds, as text.
    func dump() throws -> String {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { database in
            let tables = try String.fetchAll(
                database,
                sql: "select name from sqlite_schema where type = 'table' order by name"
            )
            return try tables.map { table in
                let rows = try GRDB.Row.fetchAll(database, sql: "select * from \(table)")
                return "\(table): \(rows)"
            }.joined(separator: "\n")
        }
    }
}
