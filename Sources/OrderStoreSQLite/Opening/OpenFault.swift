import GRDB

/// Why the file could not be opened, as a sentence that says what was found and what to do.
package enum OpenFault: Error, CustomStringConvertible {
    /// The folder does not exist or may not be written to.
    case notWritable(path: String, reason: String)
    /// Something in the file's place is a symbolic link.
    case symbolicLink(path: String)
    /// Another process works on the file.
    case inUse(path: String)
    /// A later version of orderd has written the file.
    case newerVersion(path: String)
    case damaged(path: String, findings: [String])
    /// There was a store here and its file is gone or empty.
    case missing(path: String, found: String)
    /// It is no store of ours, or not the one that was here.
    case foreign(path: String, found: String)
    /// Transactions that were committed are not in it any more.
    case lostCommits(path: String, found: String)
    /// SQLite refuses it.
    case sqlite(path: String, reason: String)

    /// What happened and what to do.
    package var description: String {
        switch self {
        case .notWritable(let path, let reason):
            "cannot write \(path): \(reason). The data directory must exist and belong to the user that runs orderd"
        case .symbolicLink(let path):
            "\(path) is a symbolic link, and none is followed here. Put the file itself there, or name its folder in data.directory"
        case .inUse(let path):
            "\(path) is locked: another orderd works on this data directory. Stop it, or use another directory"
        case .newerVersion(let path):
            "\(path) was written by a newer version of orderd. Run that version, or restore a backup made by this one"
        case .damaged(let path, let findings):
            """
            \(path) is damaged and was not written to: \(findings.joined(separator: "; ")). \
            Keep a copy of it with its -wal file; orderd store verify says what else is wrong. Put the last good backup in its \
            place (orderd store backup makes them), without -wal and -shm files
            """
        case .missing(let path, let found):
            """
            \(path): \(found); nothing was written. Put the file back, or a backup of it (orderd store backup makes them). \
            Only to begin with an empty store, move \(path).lock and \(path)-wal away
            """
        case .foreign(let path, let found):
            """
            \(path) \(found); nothing was written to it. Put the right file there, or name another folder in data.directory
            """
        case .lostCommits(let path, let found):
            """
            \(path) \(found); nothing was written. Keep a copy of the folder. orderd store recover shows what can be kept and \
            what would be lost, and changes nothing until it is told to; or put the last good backup in the file's place
            """
        case .sqlite(let path, let reason):
            "cannot open \(path): \(reason)"
        }
    }
}

extension OpenFault {
    /// What a start that failed is told as, with the file that it is about.
    static func told(_ error: any Error, _ path: String) -> any Error {
        switch error {
        case let damage as Damage: OpenFault.damaged(path: path, findings: [damage.what])
        case let error as DatabaseError:
            OpenFault.sqlite(path: path, reason: error.message ?? "\(error.resultCode)")
        default: error
        }
    }
}
