import Foundation
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// A file that is deleted, moved or replaced while it is open takes with it all that is written to it.
@Suite(.closing)
struct `A file that is not in its place any more` {
    enum Mishap: CaseIterable {
        case fileDeleted
        case fileRenamed
        case fileReplaced
        case logDeleted
        case lockDeleted
        case folderDeleted

        func strike(_ folder: StoreFolder) throws {
            let files = FileManager.default
            switch self {
            case .fileDeleted: try files.removeItem(at: folder.file)
            case .fileRenamed:
                try files.moveItem(at: folder.file, to: folder.url.appending(path: "old"))
            case .fileReplaced:
                let other = folder.url.appending(path: "other")
                try files.copyItem(at: folder.file, to: other)
                guard rename(other.path, folder.path) == 0 else {
                    throw CocoaError(.fileWriteUnknown)
                }
            case .logDeleted: try files.removeItem(at: folder.log)
            case .lockDeleted: try files.removeItem(at: folder.lock)
            case .folderDeleted: try files.removeItem(at: folder.url)
            }
        }
    }

    @Test(arguments: Mishap.allCases)
    func `stops intake, claims and sends at once, and what is in it can be rescued`(
        mishap: Mishap
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                for name in ["a", "b"] { try await submit(name, to: store) }
                let lease = try #require(try await claim(1, from: store).first).lease
                #expect(try await store.lookAfterFiles() == nil)
                try mishap.strike(folder)
                try await submit("c", to: store)
                #expect(try await store.lookAfterFiles() != nil)
                #expect(store.misplaced?.contains("while the service works on it") == true)
                await #expect(throws: StoreError.self) { try await submit("d", to: store) }
                await #expect(throws: StoreError.self) { try await claim(from: store) }
                await #expect(throws: StoreError.self) {
                    _ = try await store.intend(email, at: noon, under: lease)
                }
                // What was under way is still recorded.
                try await store.handBack(lease, due: noon)
                try FileManager.default.createDirectory(
                    at: folder.url,
                    withIntermediateDirectories: true
                )
                let rescued = try await store.rescue()
                let found = StoreFolder(url: folder.url.appending(path: "found"))
                try FileManager.default.createDirectory(
                    at: found.url,
                    withIntermediateDirectories: true
                )
                try FileManager.default.copyItem(atPath: rescued, toPath: found.path)
                try await found.open { store async throws in
                    #expect(store.restoration == nil)
                    // What was acknowledged before anybody looked is among it.
                    let claims = try await claim(at: 100, from: store)
                    #expect(Set(claims.map(\.lease.id.text)) == ["a", "b", "c"])
                }
            }
        }
    }

    private let email = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "confirmation"),
        kind: .email,
        contentHash: "c0ffee"
    )
}
