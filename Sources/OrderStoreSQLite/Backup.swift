import Foundation
import GRDB
import Glibc

/// Copies a store into a new file that its owner alone may read.
enum Backup {
    /// Writes a copy as of this moment, whole and on disk when this returns.
    ///
    /// A marked copy does nothing by itself where it is started. `replaces` says whether a file at the target may go.
    static func make(
        from database: Database,
        to target: String,
        markedAt now: Date?,
        replaces: Bool = false
    ) throws {
        if FileCheck.isSymbolicLink(target) {
            throw StoreFileFault("\(target) is a symbolic link, and none is followed here")
        }
        guard replaces || !FileManager.default.fileExists(atPath: target) else {
            throw StoreFileFault("\(target) exists; name a new file")
        }
        let partial = target + StoreFile.partial
        unlink(partial)
        let descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFileFault(errno, partial) }
        // Whatever the umask is.
        fchmod(descriptor, 0o600)
        close(descriptor)
        do {
            // Into a file that is there and empty.
            try database.execute(sql: "vacuum into ?", arguments: [partial])
            if let now { try mark(partial, at: now) }
            try synchronize(partial)
        } catch {
            unlink(partial)
            throw error
        }
        guard rename(partial, target) == 0 else { throw StoreFileFault(errno, target) }
        try synchronize(URL(filePath: target).deletingLastPathComponent().path)
    }

    private static func mark(_ path: String, at now: Date) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            let key = try Data.fetchOne(
                database,
                sql: "select value from settings where name = 'number key'"
            )
            // A file of an earlier version has no checksums; whoever opens it gives it some.
            guard let key,
                try database.columns(in: "settings").contains(where: { $0.name == "sum" })
            else {
                return try database.execute(
                    sql: "insert or replace into settings(name, value) values('copy', ?)",
                    arguments: [Data("\(now.milliseconds)".utf8)]
                )
            }
            try Connection(database, key: Array(key)).set("copy", to: "\(now.milliseconds)")
        }
        try queue.close()
    }

    static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw StoreFileFault(errno, path) }
    }
}
