import Foundation
import Glibc

/// The rights on a file or folder, as far as who else may touch it is concerned.
struct FileRights: Equatable {
    /// Whether it belongs to the user that the process runs as.
    var isOurs: Bool
    /// The permission bits.
    var mode: mode_t
    /// Whether it is a symbolic link.
    var isLink = false
    /// Whether it is a file, and no folder, device or pipe.
    var isRegular = true

    /// What is to be done about them.
    enum Verdict: Equatable {
        /// Nobody else may do anything.
        case closed
        /// Others may read: they shall not.
        case tighten
        /// It is in others' hands; the words say how.
        case refuse(String)
    }

    /// What is to be done about the store's folder: in the hands of others its files can be replaced.
    var asFolder: Verdict {
        guard isOurs else { return .refuse("it belongs to another user") }
        guard mode & 0o022 == 0 else {
            return .refuse("others may write to it (mode \(String(mode & 0o7777, radix: 8)))")
        }
        return mode & 0o077 == 0 ? .closed : .tighten
    }

    /// What is to be done about a file with customers' data or secrets in it.
    var asFile: Verdict {
        // What a setting names may be a device or the root of all folders, which others need.
        guard !isLink, isRegular, isOurs else { return .closed }
        return mode & 0o077 == 0 ? .closed : .tighten
    }
}

extension FileRights {
    /// The rights of what lies at that path, a link itself and not what it leads to; nil without anything.
    init?(ofFile path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The rights of the folder that the path leads to.
    init?(ofFolder path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        isOurs = status.st_uid == geteuid()
        mode = status.st_mode & 0o7777
        isLink = status.st_mode & S_IFMT == S_IFLNK
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}

/// Keeps the store's folder and its files to their owner.
enum OwnerOnly {
    /// Makes the folder where it is missing, and takes from others what they may do there; answers the
    /// paths whose rights were changed.
    ///
    /// `isShared` says that the operator wants it in others' hands: then it is left as it is. Throws a sentence that says
    /// what is wrong.
    static func prepare(_ folder: String, isShared: Bool) throws -> [String] {
        let isNew = FileRights(ofFolder: folder) == nil
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        // The umask may have taken rights of ours.
        if isNew { chmod(folder, 0o700) }
        guard !isShared else { return [] }
        var changes: [String] = []
        switch FileRights(ofFolder: folder)?.asFolder {
        case .refuse(let how):
            throw Refusal(
                description: "\(folder): \(how), and who may write there can replace the store. "
                    + "Make it yours alone (chown, chmod 700), or say data.shared: true if that is meant"
            )
        case .tighten:
            guard chmod(folder, 0o700) == 0 else { break }
            changes.append(folder)
        case .closed, nil: break
        }
        for name in [
            "orders.sqlite", "orders.sqlite-wal", "orders.sqlite-shm", "orders.sqlite.lock",
        ] {
            let path = URL(filePath: folder).appending(path: name).path
            if tighten(path) { changes.append(path) }
        }
        return changes
    }

    /// Takes a file's rights from others; whether there were any.
    static func tighten(_ path: String) -> Bool {
        FileRights(ofFile: path)?.asFile == .tighten && chmod(path, 0o600) == 0
    }

    /// Why a file with secrets may not be used, as a sentence; nil when only its owner, or a group that was let in, can
    /// read it.
    static func objection(toSecretsIn path: String) -> String? {
        guard let rights = FileRights(ofFolder: path), rights.mode & 0o007 != 0 else { return nil }
        return
            "\(path): every user of this machine can read it (mode \(String(rights.mode, radix: 8))); chmod 600"
    }

    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }
}
