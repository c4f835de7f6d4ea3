import Glibc
import Synchronization

/// Sees to it that the files that are open are the ones in their places.
///
/// A file that somebody deletes, renames or replaces goes on to work as if nothing had happened, and all that is written to
/// it is gone when the process ends.
final class PlaceWatch: Sendable {
    private let path: String
    private let identities: [(suffix: String, identity: FileIdentity)]
    private let lock: LockFile
    private let isAstray = Atomic<Bool>(false)
    private let found = Mutex<String?>(nil)

    /// Remembers which files lie in their places now, all of them open.
    init(_ path: String, lock: LockFile) throws(OpenFault) {
        self.path = path
        self.lock = lock
        var identities: [(String, FileIdentity)] = []
        for suffix in ["", "-wal", "-shm"] {
            guard let identity = FileIdentity(path + suffix) else {
                throw .sqlite(path: path + suffix, reason: "it vanished while it was being opened")
            }
            identities.append((suffix, identity))
        }
        self.identities = identities
    }

    /// Why nothing that is new may be begun; nil as long as all files are in their places.
    ///
    /// Once one was not, this stays: what was written meanwhile is in none of the files that are there.
    var fault: String? {
        guard isAstray.load(ordering: .acquiring) else { return nil }
        return found.withLock { $0 }
    }

    /// Looks whether they are there.
    func look() {
        guard !isAstray.load(ordering: .relaxed) else { return }
        for (suffix, identity) in identities where FileIdentity(path + suffix) != identity {
            return note(path + suffix)
        }
        if !lock.isAt(path + ".lock") { note(path + ".lock") }
    }

    private func note(_ file: String) {
        let what =
            FileIdentity(file) == nil ? "was deleted or moved away" : "was replaced by another file"
        found.withLock { $0 = "\(file) \(what) while the service works on it" }
        isAstray.store(true, ordering: .releasing)
    }
}

/// Which file a path leads to.
private struct FileIdentity: Equatable {
    let device: dev_t
    let inode: ino_t

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, inode) = (status.st_dev, status.st_ino)
    }
}
