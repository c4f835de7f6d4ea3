import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The VFS before the system's: files below the folder of a `RecordedDisk` are watched, all others pass.
enum DiskRegistry {
    private static let disks = Mutex<[RecordedDisk]>([])

    static func add(_ disk: RecordedDisk) {
        _ = registration
        disks.withLock { $0.append(disk) }
    }

    static func remove(_ disk: RecordedDisk) { disks.withLock { $0.removeAll { $0 === disk } } }

    static func disk(of path: String) -> RecordedDisk? {
        disks.withLock { $0.first { path.hasPrefix($0.folder.path + "/") } }
    }

    /// The system's own VFS, below ours.
    ///
    /// SQLite never changes or frees a VFS that is registered.
    nonisolated(unsafe) static let system: UnsafeMutablePointer<sqlite3_vfs> = {
        guard let system = sqlite3_vfs_find("unix") else { fatalError("no VFS called unix") }
        return system
    }()

    private static let registration: Void = {
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        vfs.initialize(to: system.pointee)
        vfs.pointee.pNext = nil
        vfs.pointee.szOsFile = Int32(WatchedFile.size) + system.pointee.szOsFile
        vfs.pointee.zName = UnsafePointer(strdup("recorded"))
        vfs.pointee.xOpen = { _, name, file, flags, out in
            guard let file else { return SQLITE_CANTOPEN }
            return WatchedFile.open(name, file, flags, out)
        }
        vfs.pointee.xDelete = { _, name, directory in
            let code = system.pointee.xDelete(system, name, directory)
            if code == SQLITE_OK, let path = name.map({ String(cString: $0) }) {
                DiskRegistry.disk(of: path)?.note(
                    RecordedDisk.Operation(
                        file: (path as NSString).lastPathComponent,
                        kind: .delete
                    )
                )
            }
            return code
        }
        vfs.pointee.xAccess = { system.pointee.xAccess(system, $1, $2, $3) }
        vfs.pointee.xFullPathname = { system.pointee.xFullPathname(system, $1, $2, $3) }
        sqlite3_vfs_register(vfs, 1)
    }()
}

/// Where SQLite keeps what it knows of an open file: our part, and behind it the system's.
struct WatchedFile {
    var base = sqlite3_file(pMethods: nil)
    /// The disk and the file's name; nil for a file that is not watched.
    var note: Unmanaged<Note>?

    /// Our part, with room so that the system's part is aligned.
    static let size = 64

    final class Note: Sendable {
        let disk: RecordedDisk
        let name: String

        init(_ disk: RecordedDisk, _ name: String) { (self.disk, self.name) = (disk, name) }
    }

    static func inner(
        _ file: UnsafeMutablePointer<sqlite3_file>
    ) -> UnsafeMutablePointer<
        sqlite3_file
    > {
        (UnsafeMutableRawPointer(file) + size).assumingMemoryBound(to: sqlite3_file.self)
    }

    private static func methods(
        _ file: UnsafeMutablePointer<sqlite3_file>
    ) -> sqlite3_io_methods {
        // An open file has methods.
        inner(file).pointee.pMethods.pointee
    }

    static func note(_ file: UnsafeMutablePointer<sqlite3_file>) -> Note? {
        UnsafeMutableRawPointer(file).assumingMemoryBound(to: WatchedFile.self).pointee.note?
            .takeUnretainedValue()
    }

    static func open(
        _ name: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>,
        _ flags: Int32,
        _ out: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        let system = DiskRegistry.system
        let code = system.pointee.xOpen(system, name, inner(file), flags, out)
        let watched = UnsafeMutableRawPointer(file).bindMemory(to: WatchedFile.self, capacity: 1)
        watched.initialize(to: WatchedFile())
        guard code == SQLITE_OK else { return code }
        watched.pointee.base.pMethods = UnsafePointer(table)
        if let path = name.map({ String(cString: $0) }), let disk = DiskRegistry.disk(of: path) {
            let note = Note(disk, (path as NSString).lastPathComponent)
            watched.pointee.note = Unmanaged.passRetained(note)
        }
        return code
    }

    private static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>,
        _ bytes: UnsafeRawPointer,
        _ count: Int32,
        _ offset: sqlite3_int64
    ) -> Int32 {
        let note = note(file)
        switch note?.disk.nextFault(isWrite: true) {
        case .writeFails: return ResultCode.SQLITE_IOERR_WRITE.rawValue
        case .diskFull: return SQLITE_FULL
        case .shortWrite:
            _ = pass(file, bytes, count / 2, offset, note)
            return SQLITE_FULL
        case .syncFails, nil: return pass(file, bytes, count, offset, note)
        }
    }

    private static func pass(
        _ file: UnsafeMutablePointer<sqlite3_file>,
        _ bytes: UnsafeRawPointer,
        _ count: Int32,
        _ offset: sqlite3_int64,
        _ note: Note?
    ) -> Int32 {
        let code = methods(file).xWrite(inner(file), bytes, count, offset)
        if code == SQLITE_OK, let note {
            let data = Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            let kind = RecordedDisk.Operation.Kind.write(offset: Int(offset), data)
            note.disk.note(RecordedDisk.Operation(file: note.name, kind: kind))
        }
        return code
    }

    private static func synchronize(
        _ file: UnsafeMutablePointer<sqlite3_file>,
        _ flags: Int32
    ) -> Int32 {
        let note = note(file)
        if note?.disk.nextFault(isWrite: false) == .syncFails {
            return ResultCode.SQLITE_IOERR_FSYNC.rawValue
        }
        // What is noted is what counts: the machine that runs the tests keeps its power.
        if let note {
            note.disk.note(RecordedDisk.Operation(file: note.name, kind: .sync))
            return SQLITE_OK
        }
        return methods(file).xSync(inner(file), flags)
    }

    private static func truncate(
        _ file: UnsafeMutablePointer<sqlite3_file>,
        _ size: sqlite3_int64
    ) -> Int32 {
        let code = methods(file).xTruncate(inner(file), size)
        if code == SQLITE_OK, let note = note(file) {
            let kind = RecordedDisk.Operation.Kind.truncate(Int(size))
            note.disk.note(RecordedDisk.Operation(file: note.name, kind: kind))
        }
        return code
    }

    private static func close(_ file: UnsafeMutablePointer<sqlite3_file>) -> Int32 {
        let watched = UnsafeMutableRawPointer(file).assumingMemoryBound(to: WatchedFile.self)
        watched.pointee.note?.release()
        watched.pointee.note = nil
        return methods(file).xClose(inner(file))
    }

    /// SQLite reads it as long as the process lives.
    nonisolated(unsafe) private static let table: UnsafeMutablePointer<sqlite3_io_methods> = {
        let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        var methods = sqlite3_io_methods()
        // Version 2: with shared memory for the WAL's index, without memory-mapped reading.
        methods.iVersion = 2
        methods.xClose = { $0.map(WatchedFile.close) ?? SQLITE_MISUSE }
        methods.xRead = { file, bytes, count, offset in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file).xRead(WatchedFile.inner(file), bytes, count, offset)
        }
        methods.xWrite = { file, bytes, count, offset in
            guard let file, let bytes else { return SQLITE_MISUSE }
            return WatchedFile.write(file, bytes, count, offset)
        }
        methods.xTruncate = { file, size in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.truncate(file, size)
        }
        methods.xSync = { file, flags in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.synchronize(file, flags)
        }
        methods.xFileSize = { file, size in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file).xFileSize(WatchedFile.inner(file), size)
        }
        methods.xLock = { file, level in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file).xLock(WatchedFile.inner(file), level)
        }
        methods.xUnlock = { file, level in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file).xUnlock(WatchedFile.inner(file), level)
        }
        methods.xCheckReservedLock = { file, result in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file).xCheckReservedLock(WatchedFile.inner(file), result)
        }
        methods.xFileControl = { file, operation, argument in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file)
                .xFileControl(WatchedFile.inner(file), operation, argument)
        }
        methods.xSectorSize = { file in
            guard let file else { return 512 }
            return WatchedFile.methods(file).xSectorSize(WatchedFile.inner(file))
        }
        methods.xDeviceCharacteristics = { file in
            guard let file else { return 0 }
            return WatchedFile.methods(file).xDeviceCharacteristics(WatchedFile.inner(file))
        }
        methods.xShmMap = { file, region, size, extend, address in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file)
                .xShmMap(WatchedFile.inner(file), region, size, extend, address)
        }
        methods.xShmLock = { file, offset, count, flags in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file)
                .xShmLock(WatchedFile.inner(file), offset, count, flags)
        }
        methods.xShmBarrier = { file in
            guard let file else { return }
            WatchedFile.methods(file).xShmBarrier(WatchedFile.inner(file))
        }
        methods.xShmUnmap = { file, isDelete in
            guard let file else { return SQLITE_MISUSE }
            return WatchedFile.methods(file).xShmUnmap(WatchedFile.inner(file), isDelete)
        }
        table.initialize(to: methods)
        return table
    }()
}
