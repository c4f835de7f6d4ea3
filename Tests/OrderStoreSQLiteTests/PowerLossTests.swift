import Foundation
import OrderStoreSQLite
import Orders
import StoreConformance
import TestClosing
import TestRandomness
import Testing

/// What a disk holds when the power goes, at every write of a run, with whatever was not synced dropped, torn or kept.
///
/// The suite looks at a hundred moments; `ORDERD_CUTS=5000 swift test --filter PowerLossTests` at more.
@Suite(.serialized, .closing(minutes: 60))
struct `After a power cut` {
    private static let environment = ProcessInfo.processInfo.environment
    private static let cuts = environment["ORDERD_CUTS"].flatMap(Int.init) ?? 120
    private static let seed =
        environment["ORDERD_SEED"].flatMap(UInt64.init) ?? .random(in: 0...99_999)

    @Test func `every acknowledged change is there, and the file is whole`() async throws {
        let folder = try TestFolder.make(in: TestFolder.memory)
        let disk = RecordedDisk(folder: folder.appending(path: "run"))
        try FileManager.default.createDirectory(at: disk.folder, withIntermediateDirectories: true)
        let ledger = try await ScriptedRun.play(on: disk)
        #expect(ledger.count > 300)
        var random = SeededRandom(Self.seed)
        let moments = disk.count
        for cut in 0..<Self.cuts {
            // Every moment in turn as far as they go, each with a loss of its own.
            let moment =
                Self.cuts >= moments ? cut % moments + 1 : .random(in: 1...moments, using: &random)
            let loss = RecordedDisk.Loss.allCases[cut % RecordedDisk.Loss.allCases.count]
            let image = disk.image(after: moment, losing: loss, using: &random)
            let rebuilt = folder.appending(path: "image")
            try Self.write(image, to: rebuilt)
            let context: Comment =
                "seed \(Self.seed), cut \(cut): after \(moment) of \(moments), losing \(loss)"
            let facts = ledger.filter { $0.mark <= moment }
            try await closing { try await Self.check(rebuilt, facts, context) }
            try FileManager.default.removeItem(at: rebuilt)
        }
    }

    @Test func `in the first start's first moments the next start takes the file as it is`()
        async throws
    {
        let folder = try TestFolder.make(in: TestFolder.memory)
        let disk = RecordedDisk(folder: folder.appending(path: "run"))
        try FileManager.default.createDirectory(at: disk.folder, withIntermediateDirectories: true)
        try await SQLiteFixture.open(disk.folder).close()
        var random = SeededRandom(Self.seed)
        for moment in 1...min(40, disk.count) {
            for loss in RecordedDisk.Loss.allCases {
                let rebuilt = folder.appending(path: "image")
                try Self.write(disk.image(after: moment, losing: loss, using: &random), to: rebuilt)
                let context: Comment = "seed \(Self.seed): after \(moment), losing \(loss)"
                try await closing { try await Self.check(rebuilt, [], context) }
                try FileManager.default.removeItem(at: rebuilt)
            }
        }
    }

    @Test(arguments: RecordedDisk.Fault.Kind.allCases)
    func `of the disk's strength nothing is acknowledged that is not there`(
        kind: RecordedDisk.Fault.Kind
    ) async throws {
        for after in stride(from: 0, to: 40, by: kind == .syncFails ? 2 : 7) {
            try await closing { try await fail(kind, after) }
        }
    }

    private func fail(_ kind: RecordedDisk.Fault.Kind, _ after: Int) async throws {
        let folder = try TestFolder.make(in: TestFolder.memory)
        let disk = RecordedDisk(folder: folder)
        let store = try SQLiteFixture.open(folder)
        _ = try await submit("before", to: store)
        let isFatal = kind == .syncFails || kind == .writeFails
        disk.set(RecordedDisk.Fault(kind: kind, after: after, isLasting: !isFatal))
        var acknowledged = ["before"]
        var refused = 0
        for index in 0..<60 where refused < 3 {
            do {
                _ = try await submit("\(index)", to: store)
                acknowledged.append("\(index)")
            } catch StoreError.unavailable {
                refused += 1
            }
        }
        #expect(refused == 3, "\(kind) after \(after)")
        disk.set(nil)
        if isFatal {
            // The disk works again, and yet: what it lost nobody knows.
            #expect(await store.failure() != nil)
            await #expect(throws: StoreError.self) { try await submit("late", to: store) }
        } else {
            _ = try await submit("late", to: store)
            acknowledged.append("late")
        }
        var random = SeededRandom(UInt64(after))
        let image = disk.image(after: disk.count, losing: .all, using: &random)
        let rebuilt = folder.appending(path: "image")
        try Self.write(image, to: rebuilt)
        let facts = acknowledged.map { Fact(mark: 0, number: $0, kind: .accepted) }
        try await Self.check(rebuilt, facts, "\(kind) after \(after)")
    }

    /// The last thing that closing writes is the number index's remainder.
    @Test func `of a disk that is full, closing ends all the same, and the next start has it all`()
        async throws
    {
        let folder = try TestFolder.make(in: TestFolder.memory)
        let disk = RecordedDisk(folder: folder)
        let store = try SQLiteFixture.open(folder)
        for index in 0..<5 { _ = try await submit("\(index)", to: store) }
        let before = disk.count
        disk.set(RecordedDisk.Fault(kind: .diskFull, after: 0))
        try await store.close()
        // Were anything written, this would show nothing of a merge that fails.
        let kinds = disk.operations.dropFirst(before).map(\.kind)
        #expect(!kinds.contains { if case .sync = $0 { false } else { true } }, "\(kinds)")
        await #expect(throws: StoreError.unavailable("it is closed")) { try await store.close() }
        disk.set(nil)
        let facts = (0..<5).map { Fact(mark: 0, number: "\($0)", kind: .accepted) }
        try await Self.check(folder, facts, "after a close on a full disk")
    }

    private static func write(_ image: [String: [UInt8]], to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The index of the WAL is memory and does not outlive the machine.
        for (name, bytes) in image where !name.hasSuffix("-shm") {
            try Data(bytes).write(to: folder.appending(path: name))
        }
    }

    private static func check(_ folder: URL, _ facts: [Fact], _ context: Comment) async throws {
        let store: SQLiteOrderStore
        do { store = try SQLiteFixture.open(folder) } catch {
            Issue.record("\(context): \(error)")
            return
        }
        for fact in facts where !facts.contains(where: { $0.undoes(fact) }) {
            let number = try #require(OrderID(fact.number))
            let order = try await store.order(number)
            #expect(order != nil, "\(fact.number) is lost; \(context)")
            switch fact.kind {
            case .accepted, .pruned: break
            case .sent:
                #expect(order?.deliveries.map(\.status) == [.sent], "\(fact.number); \(context)")
            case .ended:
                #expect(order?.status == .succeeded, "\(fact.number); \(context)")
            }
        }
        try await store.close()
        let path = folder.appending(path: "orders.sqlite").path
        #expect(try StoreFile(path: path).verify() == [], context)
    }
}

/// Something that the store has acknowledged, and after how many operations on the disk.
private struct Fact: Sendable {
    var mark: Int
    var number: String
    var kind: Kind

    enum Kind {
        case accepted
        case sent
        case ended
        /// The order may be gone.
        case pruned
    }

    func undoes(_ other: Fact) -> Bool { kind == .pruned && number == other.number }
}

/// A run in which everything happens that a store is asked to do.
private enum ScriptedRun {
    static func play(on disk: RecordedDisk) async throws -> [Fact] {
        var configuration = SQLiteOrderStore.Configuration(
            path: disk.folder.appending(path: "orders.sqlite").path
        )
        // Small, so that the WAL is copied and begun anew many times.
        configuration.checkpointPages = 30
        let store = try SQLiteOrderStore(configuration, at: noon)
        // It is closed already unless something fails before.
        afterwards { try? await store.close() }
        var facts: [Fact] = []
        for round in 0..<12 {
            facts += try await accept(round, store, disk)
            facts += try await work(store, disk)
            if round % 4 == 3 { facts += try await prune(facts, store, disk) }
        }
        try await store.close()
        return facts
    }

    private static func accept(
        _ round: Int,
        _ store: SQLiteOrderStore,
        _ disk: RecordedDisk
    ) async throws -> [Fact] {
        try await withThrowingTaskGroup(of: Fact.self) { group in
            for index in 0..<15 {
                group.addTask {
                    let number = "\(round)-\(index)"
                    _ = try await submit(number, to: store)
                    return Fact(mark: disk.count, number: number, kind: .accepted)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Sends the e-mails of the orders that are due, ends most, lets some wait and stops one.
    private static func work(_ store: SQLiteOrderStore, _ disk: RecordedDisk) async throws -> [Fact]
    {
        var facts: [Fact] = []
        for (index, claim) in try await claim(12, at: 10, from: store).enumerated() {
            let number = claim.lease.id.text
            let snapshot = Array("snapshot of \(number)".utf8)
            try await store.record(step(.proceed, 1...3, snapshot), under: claim.lease)
            _ = try await store.intend(email, at: noon, under: claim.lease)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: claim.lease)
            facts.append(Fact(mark: disk.count, number: number, kind: .sent))
            switch index {
            case 0:
                try await store.record(
                    step(.sleep(until: noon(plus: 1e6)), 4...4, snapshot),
                    under: claim.lease
                )
            case 1: try await store.handBack(claim.lease, due: noon(plus: 1e6))
            default:
                let end = Ending(status: .succeeded, output: snapshot, error: nil, cause: nil)
                try await store.record(step(.end(end), 4...9, snapshot), under: claim.lease)
                facts.append(Fact(mark: disk.count, number: number, kind: .ended))
            }
        }
        return facts
    }

    private static func prune(
        _ facts: [Fact],
        _ store: SQLiteOrderStore,
        _ disk: RecordedDisk
    ) async throws -> [Fact] {
        let mark = disk.count
        let request = PruneRequest(endedBefore: noon(plus: 1e7), keeping: 0, limit: 10)
        while try await store.prune(request) > 0 {}
        // From when it was asked for, any that had ended may be gone.
        return facts.filter { $0.kind == .ended }.map {
            Fact(mark: mark, number: $0.number, kind: .pruned)
        }
    }

    private static func step(
        _ next: Move.Next,
        _ events: ClosedRange<Int>,
        _ snapshot: [UInt8]
    ) -> Move {
        Move(
            snapshot: snapshot,
            state: "A",
            history: events.map { RecordedEvent(id: $0, json: Array(#"{"id":\#($0)}"#.utf8)) },
            failures: 0,
            next: next,
            at: noon(plus: 20)
        )
    }

    private static let email = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "confirmation"),
        kind: .email,
        contentHash: "c0ffee"
    )
}
