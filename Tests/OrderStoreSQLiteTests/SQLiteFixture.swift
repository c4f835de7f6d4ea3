import Foundation
import OrderStoreSQLite
import Orders
import StoreConformance
import Synchronization
import TestClosing

/// A store in a folder of its own; both end with the test.
final class SQLiteFixture: StoreFixture {
    let folder: URL
    let store: any TestedStore
    /// The folder that the latest store works in.
    private let latest: Mutex<URL>

    convenience init() throws { try self.init(beforeOpening: { _ in }) }

    /// `beforeOpening` is told the folder.
    init(beforeOpening: (URL) -> Void) throws {
        folder = try TestFolder.make()
        beforeOpening(folder)
        store = try Self.open(folder)
        latest = Mutex(folder)
    }

    /// The files as a kill leaves them, opened anew: the living store keeps its own.
    func restarted() async throws -> any TestedStore { try restarted(from: folder) }

    /// The same for the store that was opened last.
    func restarted(from store: any OrderStore) async throws -> any TestedStore {
        try restarted(from: latest.withLock { $0 })
    }

    private func restarted(from folder: URL) throws -> any TestedStore {
        let copy = self.folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                at: folder.appending(path: "orders.sqlite\(suffix)"),
                to: copy.appending(path: "orders.sqlite\(suffix)")
            )
        }
        latest.withLock { $0 = copy }
        return try Self.open(copy)
    }

    /// The folder that the latest store works in.
    var latestFolder: URL { latest.withLock { $0 } }

    static func open(_ folder: URL) throws -> SQLiteOrderStore {
        let store = try SQLiteOrderStore(
            SQLiteOrderStore.Configuration(path: folder.appending(path: "orders.sqlite").path),
            at: Date(timeIntervalSince1970: 1_790_000_050)
        )
        // A test may have closed it already.
        afterwards { try? await store.close() }
        return store
    }
}
