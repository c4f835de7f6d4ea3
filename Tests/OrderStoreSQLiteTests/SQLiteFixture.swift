import Foundation
import OrderStoreSQLite
import Orders
import StoreConformance

/// A store in a folder of its own.
final class SQLiteFixture: StoreFixture {
    let folder: URL
    let store: any OrderStore

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "orderd-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Self.open(folder)
    }

    /// The files as a kill leaves them, opened anew: the living store keeps its own.
    func restarted() async throws -> any OrderStore {
        let copy = folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                at: folder.appending(path: "orders.sqlite\(suffix)"),
                to: copy.appending(path: "orders.sqlite\(suffix)")
            )
        }
        return try Self.open(copy)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    static func open(_ folder: URL) throws -> SQLiteOrderStore {
        try SQLiteOrderStore(
            SQLiteOrderStore.Configuration(path: folder.appending(path: "orders.sqlite").path),
            at: Date(timeIntervalSince1970: 1_790_000_050)
        )
    }
}
