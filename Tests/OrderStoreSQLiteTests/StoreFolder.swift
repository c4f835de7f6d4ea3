import Foundation
import OrderStoreSQLite
import Orders
import StoreConformance

/// A folder for a store's files, to be treated as nobody should.
struct StoreFolder {
    let url: URL

    /// Runs the body with an empty folder, which is removed afterwards.
    static func with<Value>(_ body: (StoreFolder) async throws -> Value) async throws -> Value {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "orderd-folder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(StoreFolder(url: url))
    }

    var file: URL { url.appending(path: "orders.sqlite") }

    var path: String { file.path }

    var log: URL { url.appending(path: "orders.sqlite-wal") }

    var lock: URL { url.appending(path: "orders.sqlite.lock") }

    /// Runs the body with the store of this folder, which is closed afterwards.
    func open<Value>(
        checkpointPages: Int = 1_024,
        _ body: (SQLiteOrderStore) async throws -> Value
    ) async throws -> Value {
        var configuration = SQLiteOrderStore.Configuration(path: path)
        configuration.checkpointPages = checkpointPages
        let store = try SQLiteOrderStore(configuration, at: noon(plus: 50))
        do {
            let value = try await body(store)
            try await store.close()
            return value
        } catch {
            try? await store.close()
            throw error
        }
    }

    /// The folder as a kill leaves it after the body: what has been written is there, and nothing was closed.
    func killed(after body: (SQLiteOrderStore) async throws -> Void) async throws {
        let copy = url.appendingPathExtension("killed")
        try await open { store in
            try await body(store)
            try FileManager.default.copyItem(at: url, to: copy)
        }
        try FileManager.default.removeItem(at: url)
        try FileManager.default.moveItem(at: copy, to: url)
        try? FileManager.default.removeItem(at: url.appending(path: "orders.sqlite-shm"))
    }

    /// The bytes of every file by its name.
    func contents() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        let files = try names.map { ($0, try Data(contentsOf: url.appending(path: $0))) }
        return Dictionary(uniqueKeysWithValues: files)
    }

    /// Puts the store in place that the program of 63e03ac has made: eight orders, one of each kind.
    func putStoreOf63e03ac() throws {
        try FileManager.default.copyItem(at: Self.storeOf63e03ac, to: file)
    }

    static let storeOf63e03ac = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/store-of-63e03ac.db")
}

/// Why a store was not opened; nil when it was.
func fault(_ body: () async throws -> Void) async throws -> OpenFault? {
    do {
        try await body()
        return nil
    } catch let fault as OpenFault {
        return fault
    }
}
