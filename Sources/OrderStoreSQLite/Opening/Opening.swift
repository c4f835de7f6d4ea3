/// What is to be made of the files that were found at a start.
enum Opening: Equatable {
    /// There was no store: one is made.
    case new
    /// It is the store that was here, with everything that was committed.
    case known
    /// It is a copy of an earlier time: what has been sent since it does not know.
    case copy(Copy)

    /// How a copy was recognised.
    enum Copy: Equatable {
        /// `store backup` marked it.
        case backup(CopyMark)
        /// The lock file knows of later starts or transactions: an older file was put beside it.
        case snapshot(missing: Int64)
    }

    /// Decides what the evidence means; throws when it is not to be opened.
    init(_ evidence: OpeningEvidence) throws(OpenFault) {
        let path = evidence.path
        switch evidence.store {
        case .notOurs(let found): throw .foreign(path: path, found: found)
        case .none, .blank:
            // SQLite throws the log away that lies beside an empty file.
            try Self.rejectRemains(evidence, isLogInVain: true)
            self = .new
        case .unfinished:
            // What could be recovered of the log is in it already, and it is no store.
            try Self.rejectRemains(evidence, isLogInVain: false)
            self = .new
        case .ours(let mark): self = try Self.judge(mark, evidence)
        }
    }

    /// Nothing, or a file with nothing in it, where a store was.
    private static func rejectRemains(
        _ evidence: OpeningEvidence,
        isLogInVain: Bool
    ) throws(OpenFault) {
        let what = evidence.store == .none ? "there is no file" : "the file holds no store"
        if evidence.hasRescued {
            throw .missing(
                path: evidence.path,
                found:
                    "\(what), but \(evidence.path).rescued is there, which a service has made of the store that it had open: move it there"
            )
        }
        if evidence.record == nil, evidence.isRecordDamaged {
            throw .missing(path: evidence.path, found: "\(what), and its lock file is damaged")
        }
        if let record = evidence.record {
            throw .missing(
                path: evidence.path,
                found:
                    "\(what), but its lock file remembers a store of \(record.commits) transactions"
            )
        }
        let hasLog = evidence.wal.transactions > 0 || evidence.wal.damage != nil
        if isLogInVain, hasLog {
            throw .missing(
                path: evidence.path,
                found:
                    "\(what), but a write-ahead log of \(evidence.walSize) bytes lies beside it, which may hold orders"
            )
        }
    }

    private static func judge(
        _ mark: StoreMark,
        _ evidence: OpeningEvidence
    ) throws(OpenFault) -> Opening {
        let path = evidence.path
        if case .header? = evidence.wal.damage {
            throw .lostCommits(
                path: path,
                found:
                    "has a write-ahead log of \(evidence.walSize) bytes whose header is damaged: what it holds would be passed over"
            )
        }
        if case .frame(let number, let following)? = evidence.wal.damage {
            throw .lostCommits(
                path: path,
                found: """
                    has a write-ahead log that is damaged in frame \(number): \(evidence.wal.transactions) transactions before it \
                    are whole, and at least \(following) after it that were acknowledged would be passed over
                    """
            )
        }
        if let copy = mark.copy { return .copy(.backup(copy)) }
        if evidence.isRecordDamaged {
            throw .lostCommits(
                path: path,
                found:
                    "has a lock file that is damaged: nobody can tell whether transactions are missing"
            )
        }
        guard let record = evidence.record else { return .known }
        // A file that this version has opened carries its id, so one without is of an earlier time.
        guard let store = mark.store else { return .copy(.snapshot(missing: record.commits)) }
        guard store == record.store else {
            throw .foreign(path: path, found: "is another store than the one that was here last")
        }
        let missing = record.commits - mark.commits
        // Every start writes its number into the file itself, so an older number is an older file, however much is in it.
        if mark.boot < record.boot { return .copy(.snapshot(missing: max(0, missing))) }
        guard missing > 0 else { return .known }
        // A store that was closed in order was whole.
        if record.isClosed { return .copy(.snapshot(missing: missing)) }
        throw .lostCommits(
            path: path,
            found: """
                lacks the last \(missing) of \(record.commits) transactions, which were acknowledged: \
                \(evidence.walSize > 0 ? "its write-ahead log was cut off or changed" : "its write-ahead log is gone")
                """
        )
    }
}

/// What lies in the store's place at a start.
struct OpeningEvidence {
    /// Where the store's file is or should be.
    var path: String
    var record: LockRecord?
    /// Whether a copy lies there that was made of a store which was not in its place any more.
    var hasRescued = false
    /// Whether the lock file holds something that is no record; an empty one is an earlier version's.
    var isRecordDamaged = false
    /// What the file is.
    var store: StoreFinding
    /// How long the write-ahead log is, in bytes.
    var walSize: Int
    var wal = WALScan()

    /// Whether a store that this version has made lies there without a lock file that knows of it.
    var isUnattested: Bool {
        guard record == nil, case .ours(let mark) = store else { return false }
        return mark.store != nil && mark.copy == nil
    }
}

/// What a file in the store's place is.
enum StoreFinding: Equatable {
    case none
    /// It has no bytes.
    case blank
    /// It is a database without tables: the power went while it was being made.
    case unfinished
    /// It is something else; the words follow its path.
    case notOurs(String)
    /// It is a store of orders.
    case ours(StoreMark)
}

/// By what a store is known.
struct StoreMark: Equatable {
    /// The store's own id; nil when an earlier version has written it last.
    var store: [UInt8]?
    /// The number of its last start.
    var boot: Int64
    /// How many transactions it holds.
    var commits: Int64
    /// That it is a copy which `store backup` has made.
    var copy: CopyMark?
}

/// What `store backup` writes into a copy.
struct CopyMark: Equatable {
    /// When it was made, in milliseconds since 1970.
    var madeAt: Int64
}
