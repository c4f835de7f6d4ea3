import Foundation
import GRDB
import TestClosing
import Testing

@testable import OrderStoreSQLite

@Suite(.serialized, .closing)
struct `A checkpoint in portions` {
    private static let portion = 64 * 4_096
    /// SQLITE_CHECKPOINT_PASSIVE; the C library's names and the macros of tests do not get on in one file.
    private static let passive: Int32 = 0

    /// A database of some 400 pages that stand in the WAL alone.
    private static func make(on disk: RecordedDisk) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: disk.folder.appending(path: "pages.sqlite").path)
        afterwards { try? queue.close() }
        try queue.inDatabase { database in
            try database.execute(sql: "pragma journal_mode = wal; pragma wal_autocheckpoint = 0")
            try database.execute(
                sql: """
                    create table pages(content);
                    insert into pages with recursive numbers(n) as
                        (select 1 union all select n + 1 from numbers where n < 400)
                        select randomblob(3000) from numbers
                    """
            )
        }
        return queue
    }

    private static func checkpoint(_ queue: DatabaseQueue) -> ResultCode {
        queue.inDatabase { database in
            let connection = Connection(database, key: [UInt8](repeating: 7, count: 16))
            return PortionedWrites.run(connection, portion: portion) {
                connection.checkpoint(passive)
            }
        }
    }

    @Test func `syncs the file after each of them`() throws {
        let disk = RecordedDisk(folder: try TestFolder.make(in: TestFolder.memory))
        let queue = try Self.make(on: disk)
        let start = disk.count
        #expect(Self.checkpoint(queue) == .SQLITE_OK)
        var (syncs, unsynced, most) = (0, 0, 0)
        for operation in disk.operations[start...] where operation.file.hasSuffix(".sqlite") {
            switch operation.kind {
            case .write(_, let bytes): unsynced += bytes.count
            case .sync: (syncs, unsynced) = (syncs + 1, 0)
            case .truncate, .delete: break
            }
            most = max(most, unsynced)
        }
        #expect(syncs >= 6)
        #expect(most <= Self.portion)
        #expect(
            try queue.inDatabase { try Int.fetchOne($0, sql: "select count(*) from pages") } == 400
        )
    }

    @Test func `fails when one of them cannot be synced, and is made up for by the next`() throws {
        let disk = RecordedDisk(folder: try TestFolder.make(in: TestFolder.memory))
        let queue = try Self.make(on: disk)
        // The WAL's own sync goes well.
        disk.set(RecordedDisk.Fault(kind: .syncFails, after: 3, isLasting: false))
        #expect(Self.checkpoint(queue).primaryResultCode == .SQLITE_IOERR)
        #expect(Self.checkpoint(queue) == .SQLITE_OK)
        #expect(
            try queue.inDatabase { try Int.fetchOne($0, sql: "select count(*) from pages") } == 400
        )
    }
}
