import Foundation
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// A copy of an earlier time does not know what has been sent since, so it does nothing by itself.
@Suite(.closing)
struct `A restored store` {
    /// What stands in the store when it is copied: an order that has ended, one in the midst of its sends, one that waits.
    private func fill(_ store: SQLiteOrderStore) async throws {
        for name in ["ended", "sending"] { try await submit(name, to: store) }
        for claim in try await claim(from: store) {
            let lease = claim.lease
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            guard lease.id.text == "ended" else {
                _ = try await store.intend(notice, at: noon, under: lease)
                continue
            }
            let end = Ending(status: .succeeded, output: nil, error: nil, cause: nil)
            try await store.record(move(.end(end)), under: lease)
        }
        try await submit("waiting", to: store)
    }

    /// How a folder can come to hold an earlier time.
    enum Way: CaseIterable {
        case backupInAnotherFolder
        case backupInItsPlace
        case fileOfAnEarlierStart
        case filesOfThisStartAfterItsEnd
    }

    @Test(arguments: Way.allCases)
    func `is paused, says how old it is, and holds what was unfinished`(way: Way) async throws {
        try await StoreFolder.with { folder in
            let copies = folder.url.appending(path: "copies")
            try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
            let copy = copies.appending(path: "copy.sqlite")
            try await folder.open { store in
                try await fill(store)
                switch way {
                case .backupInAnotherFolder, .backupInItsPlace:
                    try StoreFile(path: folder.path).backUp(to: copy.path, at: noon(plus: 100))
                case .filesOfThisStartAfterItsEnd: try copyFiles(of: folder, to: copies)
                case .fileOfAnEarlierStart: break
                }
                if way != .fileOfAnEarlierStart { try await goOn(store) }
            }
            if way == .fileOfAnEarlierStart {
                try FileManager.default.copyItem(at: folder.file, to: copy)
                try await folder.open { try await goOn($0) }
            }
            let restored = try put(copies, way, folder)
            try await restored.open { store async throws in
                let restoration = try #require(store.restoration)
                #expect(restoration.held == 2)
                #expect(restoration.undecided == 2)
                if way == .backupInAnotherFolder || way == .backupInItsPlace {
                    #expect(restoration.kind == .backup)
                    #expect(restoration.copiedAt == noon(plus: 100))
                } else {
                    guard case .snapshot(let missing) = restoration.kind else {
                        Issue.record("\(restoration.kind)")
                        return
                    }
                    #expect(missing > 0)
                }
                #expect(try await store.queueMode() == .paused)
                #expect(try await claim(at: 1_000, from: store).isEmpty)
                try await expectHeld(store)
            }
            // The mark is gone, and what was held stays so.
            try await restored.open { store async throws in
                #expect(store.restoration == nil)
                #expect(try await store.summary(at: noon).restoration?.undecided == 2)
                #expect(try await claim(at: 1_000, from: store).isEmpty)
            }
            #expect(try StoreFile(path: restored.path).verify().isEmpty)
        }
    }

    private func expectHeld(_ store: SQLiteOrderStore) async throws {
        let ended = try await store.order(try #require(OrderID("ended")))
        #expect(ended?.status == .succeeded)
        let number = try #require(OrderID("sending"))
        let sending = try #require(try await store.order(number))
        #expect(sending.status == .held)
        #expect(sending.error == "Restored")
        let cause = try #require(sending.cause)
        #expect(cause.contains("Known as sent: email confirmation"), "\(cause)")
        #expect(cause.contains("May have been sent since: notice news"), "\(cause)")
        #expect(sending.deliveries.map(\.status) == [.sent, .uncertain])
        let waiting = try await store.order(try #require(OrderID("waiting")))
        #expect(waiting?.status == .held)
        #expect(waiting?.cause?.contains("Known as sent: nothing") == true)
    }

    /// What happens to the store after it was copied.
    private func goOn(_ store: SQLiteOrderStore) async throws {
        for index in 0..<5 { try await submit("later-\(index)", to: store) }
    }

    private func copyFiles(of folder: StoreFolder, to copies: URL) throws {
        for name in ["orders.sqlite", "orders.sqlite-wal"] {
            try FileManager.default.copyItem(
                at: folder.url.appending(path: name),
                to: copies.appending(path: name)
            )
        }
    }

    /// Puts what was copied where it is started.
    private func put(_ copies: URL, _ way: Way, _ folder: StoreFolder) throws -> StoreFolder {
        let files = FileManager.default
        if way == .backupInAnotherFolder {
            let other = StoreFolder(url: folder.url.appending(path: "other"))
            try files.createDirectory(at: other.url, withIntermediateDirectories: true)
            try files.copyItem(at: copies.appending(path: "copy.sqlite"), to: other.file)
            return other
        }
        try files.removeItem(at: folder.file)
        if way == .filesOfThisStartAfterItsEnd {
            try files.copyItem(at: copies.appending(path: "orders.sqlite"), to: folder.file)
            try files.copyItem(at: copies.appending(path: "orders.sqlite-wal"), to: folder.log)
        } else {
            try files.copyItem(at: copies.appending(path: "copy.sqlite"), to: folder.file)
        }
        return folder
    }

    @Test func `is for its owner alone, and takes no place of another file`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("a", to: store)
                let file = StoreFile(path: folder.path)
                let target = folder.url.appending(path: "copy").path
                try file.backUp(to: target, at: noon)
                let attributes = try FileManager.default.attributesOfItem(atPath: target)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
                #expect(throws: StoreFileFault.self) { try file.backUp(to: target, at: noon) }
                let link = folder.url.appending(path: "link").path
                try FileManager.default.createSymbolicLink(
                    atPath: link,
                    withDestinationPath: folder.url.appending(path: "elsewhere").path
                )
                #expect(throws: StoreFileFault.self) { try file.backUp(to: link, at: noon) }
            }
        }
    }

    private func move(_ next: Move.Next) -> Move {
        Move(
            snapshot: Array("snapshot".utf8),
            state: "A",
            history: [],
            failures: 0,
            next: next,
            at: noon(plus: 2)
        )
    }

    private let email = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "confirmation"),
        kind: .email,
        contentHash: "c0ffee"
    )

    private let notice = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "news"),
        kind: .notice,
        contentHash: "c0ffee"
    )
}
