package import Foundation
import GRDB

/// What can be made of a store that is refused because transactions of it are lost or damaged.
///
/// It shows what each choice keeps and loses, and changes nothing until one is applied. The files as they were stay beside
/// the store.
package struct Recovery {
    private let path: String
    private let lock: LockFile
    private let evidence: OpeningEvidence
    /// Why the store is not opened.
    package let fault: OpenFault
    /// What can be made of it, the one that keeps most last.
    package let choices: [Choice]

    /// One way to go on.
    package struct Choice: Sendable {
        /// Its name on the command line.
        package var name: Name
        package var transactions: Int64
        /// How many of those that were acknowledged it lacks; nil when the lock file says nothing of it.
        package var missing: Int64?
        package var orders: Int
        /// When the newest of them was accepted.
        package var newest: Date?
        /// What is wrong with it; nothing when it is whole.
        package var findings: [String]

        /// How a store is taken.
        package enum Name: String, Sendable, CaseIterable {
            /// The file alone, without its log.
            case file
            /// Up to the damage: what comes behind it is given up.
            case before
            /// With all that the log holds, what is damaged in it too.
            case all
        }
    }

    /// Looks at the store at that path; nil when there is nothing to recover, since it opens as it is.
    ///
    /// Throws `OpenFault` when this cannot help: the file is gone, foreign, or damaged itself.
    package init?(path: String) throws {
        self.path = path
        lock = try LockFile(path + ".lock")
        do {
            var evidence = try FileCheck.evidence(path)
            (evidence.record, evidence.isRecordDamaged) = (lock.record, lock.isRecordDamaged)
            self.evidence = evidence
            guard let fault = Self.fault(evidence) else {
                lock.release()
                return nil
            }
            guard case .lostCommits = fault else { throw fault }
            self.fault = fault
            choices = try Self.choices(path, evidence)
        } catch {
            lock.release()
            throw error
        }
    }

    /// Lets another process at the store again.
    package func close() { lock.release() }

    private static func fault(_ evidence: OpeningEvidence) -> OpenFault? {
        do throws(OpenFault) {
            _ = try Opening(evidence)
            return nil
        } catch { return error }
    }

    private static func choices(_ path: String, _ evidence: OpeningEvidence) throws -> [Choice] {
        let names: [Choice.Name] = evidence.wal.damage == nil ? [.before] : Choice.Name.allCases
        let choices = try names.map { name in
            try withCandidate(name, path, evidence) { try look(at: $0, name, evidence) }
        }
        // What was copied from the log into the file already must not be overlaid with older pages of the log.
        let copied = choices.first { $0.name == .file }?.transactions ?? 0
        return choices.filter { $0.name != .before || $0.transactions >= copied }
    }

    /// Takes the store so, and answers where the files are kept as they were.
    ///
    /// What lacks transactions is marked as a copy: it starts paused, with its unfinished orders held.
    package func apply(_ name: Choice.Name, at now: Date) throws -> String {
        let stamp = now.formatted(.iso8601.timeSeparator(.omitted).dateSeparator(.omitted))
        let kept = "\(path).damaged-\(stamp)"
        try Self.withCandidate(name, path, evidence) { candidate in
            let choice = try Self.look(at: candidate, name, evidence)
            // What lacks something, or has no checksums by which damage would show, does nothing by itself.
            let isMarked = choice.missing != 0 || evidence.record == nil
            let whole = candidate + ".whole"
            try Self.read(candidate) { database in
                let mark = isMarked ? choice.newest ?? now : nil
                try Backup.make(from: database, to: whole, markedAt: mark)
            }
            let files = FileManager.default
            try files.createDirectory(
                atPath: kept,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
            for suffix in ["", "-wal"] where files.fileExists(atPath: path + suffix) {
                try files.linkItem(atPath: path + suffix, toPath: "\(kept)/orders.sqlite\(suffix)")
            }
            try Backup.synchronize(kept)
            // In one step: whenever this ends, a store is there, and the old one's files are kept.
            guard rename(whole, path) == 0 else { throw StoreFileFault(errno, path) }
            for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
            try Backup.synchronize(URL(filePath: path).deletingLastPathComponent().path)
        }
        return kept
    }

    /// Runs the body with a copy of the store that was taken so, in a folder that is removed afterwards.
    private static func withCandidate<Value>(
        _ name: Choice.Name,
        _ path: String,
        _ evidence: OpeningEvidence,
        _ body: (String) throws -> Value
    ) throws -> Value {
        let files = FileManager.default
        let folder = path + ".recovery"
        try? files.removeItem(atPath: folder)
        try files.createDirectory(
            atPath: folder,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? files.removeItem(atPath: folder) }
        let candidate = folder + "/orders.sqlite"
        try files.copyItem(atPath: path, toPath: candidate)
        if name != .file, files.fileExists(atPath: path + "-wal") {
            let log = Array(try Data(contentsOf: URL(filePath: path + "-wal")))
            let mended = WALRepair(log).mended(name, frames: evidence.wal.frames)
            try Data(mended).write(to: URL(filePath: candidate + "-wal"))
        }
        return try body(candidate)
    }

    private static func look(
        at candidate: String,
        _ name: Choice.Name,
        _ evidence: OpeningEvidence
    ) throws -> Choice {
        do {
            return try read(candidate) { database in
                let mark = try FileCheck.mark(of: database)
                let newest = try Int64.fetchOne(
                    database,
                    sql: "select max(created_at) from orders"
                )
                return Choice(
                    name: name,
                    transactions: mark.commits,
                    missing: evidence.record.map { max(0, $0.commits - mark.commits) },
                    orders: try Int.fetchOne(database, sql: "select count(*) from orders") ?? 0,
                    newest: newest.map(Date.init(milliseconds:)),
                    findings: try StoreFile.findings(in: database)
                )
            }
        } catch let error as DatabaseError {
            let reason = error.message ?? "\(error.resultCode)"
            return Choice(
                name: name,
                transactions: 0,
                missing: evidence.record?.commits,
                orders: 0,
                findings: ["it cannot be read: \(reason)"]
            )
        }
    }

    private static func read<Value>(
        _ candidate: String,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        let queue = try DatabaseQueue(path: candidate)
        defer { try? queue.close() }
        return try queue.inDatabase(body)
    }
}
