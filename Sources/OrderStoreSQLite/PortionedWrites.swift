import GRDBSQLite

/// SQLite's calls on an open file, with a sync after every so many bytes that are written.
///
/// SQLite syncs the database file once, when a checkpoint has reached the end of the WAL: all that was copied is written out
/// then, and whoever commits meanwhile waits for the disk. In small portions it passes between commits. The calls go
/// through the connection's own descriptor: closing another one of the file would drop the process's locks on it.
struct PortionedWrites {
    /// What SQLite sees; it stands first, so that a pointer to the whole is a pointer to it.
    private var methods: sqlite3_io_methods
    private let original: UnsafePointer<sqlite3_io_methods>
    private let portion: Int
    private var unsynced = 0

    private init(_ original: UnsafePointer<sqlite3_io_methods>, portion: Int) {
        (self.original, self.portion) = (original, portion)
        methods = original.pointee
        methods.xWrite = { file, bytes, count, offset in
            guard let file, let table = file.pointee.pMethods else { return SQLITE_IOERR }
            // Proof: `run` has put this table into the file, as a part of itself that it may change.
            return UnsafeMutableRawPointer(mutating: table)
                .assumingMemoryBound(to: PortionedWrites.self)
                .pointee.write(bytes, count, offset, to: file)
        }
    }

    private mutating func write(
        _ bytes: UnsafeRawPointer?,
        _ count: Int32,
        _ offset: Int64,
        to file: UnsafeMutablePointer<sqlite3_file>
    ) -> Int32 {
        let result = original.pointee.xWrite(file, bytes, count, offset)
        guard result == SQLITE_OK else { return result }
        unsynced += Int(count)
        guard unsynced >= portion else { return SQLITE_OK }
        unsynced = 0
        // A failure is the write's: what the kernel could not keep is copied again, since it stays in the WAL.
        return original.pointee.xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY)
    }

    /// Runs `body`, during which what that connection writes to its database file is synced in portions of so many bytes.
    static func run<Result>(
        _ connection: Connection,
        portion: Int,
        _ body: () throws -> Result
    ) rethrows -> Result {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let found = sqlite3_file_control(
            connection.handle,
            "main",
            SQLITE_FCNTL_FILE_POINTER,
            &file
        )
        guard found == SQLITE_OK, let file, let original = file.pointee.pMethods else {
            return try body()
        }
        precondition(MemoryLayout<PortionedWrites>.offset(of: \.methods) == 0)
        let table = UnsafeMutablePointer<PortionedWrites>.allocate(capacity: 1)
        table.initialize(to: PortionedWrites(original, portion: portion))
        defer { table.deallocate() }
        file.pointee.pMethods = UnsafeRawPointer(table)
            .assumingMemoryBound(to: sqlite3_io_methods.self)
        defer { file.pointee.pMethods = original }
        return try body()
    }
}
