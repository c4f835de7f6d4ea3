import Glibc
import Synchronization

/// The file beside the store that one process at a time holds, with the record of what the store was last.
final class LockFile: Sendable {
    private let descriptor: Int32
    private let current: Mutex<LockRecord?>
    /// Whether it holds something that is no record.
    let isRecordDamaged: Bool

    /// Takes the lock.
    ///
    /// The kernel lets go of it when the process ends, however it ends.
    init(_ path: String) throws(OpenFault) {
        // A link that lay there before us could lead to a file of somebody else's.
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw errno == ELOOP
                ? .symbolicLink(path: path)
                : .notWritable(path: path, reason: String(cString: strerror(errno)))
        }
        guard Self.take(descriptor) else {
            Glibc.close(descriptor)
            throw .inUse(path: path)
        }
        self.descriptor = descriptor
        var bytes = [UInt8](repeating: 0, count: LockRecord.size)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let record = LockRecord(Array(bytes.prefix(max(0, count))))
        current = Mutex(record)
        isRecordDamaged = record == nil && count > 0
    }

    /// Whoever only looks (`store verify`) has it for a moment, so it is asked for again.
    private static func take(_ descriptor: Int32) -> Bool {
        for attempt in 0..<5 {
            if attempt > 0 { usleep(100_000) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        }
        return false
    }

    /// What it says of the store; nil when it says nothing.
    var record: LockRecord? { current.withLock { $0 } }

    /// Writes the record, to last over the end of the process.
    ///
    /// It is written after the commit that it tells of, so that it is never ahead of the store; behind it may be, and the
    /// store shows more then.
    func note(_ record: LockRecord) {
        let bytes = record.bytes
        // What cannot be written leaves the record behind the store: it guards less, and nothing else.
        _ = pwrite(descriptor, bytes, bytes.count, 0)
        current.withLock { $0 = record }
    }

    /// Notes that so many transactions are committed.
    func note(commits: Int64) {
        guard var record, record.commits != commits else { return }
        record.commits = commits
        note(record)
    }

    /// The same, to last over a power cut.
    func keep(_ record: LockRecord) {
        note(record)
        fdatasync(descriptor)
    }

    /// Gives the lock up before the descriptor goes: a child that is just being started may have a copy of it.
    func release() {
        flock(descriptor, LOCK_UN)
        Glibc.close(descriptor)
    }

    /// Whether the file is the one at that path.
    func isAt(_ path: String) -> Bool {
        var (mine, there) = (stat(), stat())
        return fstat(descriptor, &mine) == 0 && stat(path, &there) == 0
            && mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
    }
}
