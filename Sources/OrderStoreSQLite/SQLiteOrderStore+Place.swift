import Foundation
import GRDB
import Orders
import Synchronization

extension SQLiteOrderStore {
    /// Looks whether the files are still in their places; answers what is wrong.
    ///
    /// To be asked some times a second: after each commit it would cost a service with few clients many of its orders. What
    /// was acknowledged since it was last asked is in the open files, and `rescue` copies it.
    ///
    /// Once something is, no order is accepted or taken up any more and nothing is sent; what is under way is recorded in
    /// the files that are open.
    package func lookAfterFiles() async throws -> String? {
        let before = file.lock.record?.commits
        // On the writer's thread, which may block; an empty transaction costs no sync.
        try await write { [place] _ in place.look() }
        if restingCommits.exchange(before ?? 0, ordering: .relaxed) == before {
            // Nothing happens: what hangs on the log alone is copied into the file meanwhile.
            checkpointer.copyNow()
        }
        return place.fault
    }

    /// Why nothing that is new may be begun, since a file was deleted or replaced; nil as long as all are there.
    package var misplaced: String? { place.fault }

    /// Copies all that the open files hold into a new file beside the place that they were taken from, and answers its path.
    package func rescue() async throws -> String {
        let (target, queue) = (path + ".rescued", file.checkpointer)
        let commits = published.commits.value
        let copy = try await withCheckedThrowingContinuation { continuation in
            // It reads the whole store: on a thread of its own, that nobody waits for.
            let thread = Thread {
                nameThread("store-rescue")
                continuation.resume(
                    with: Result {
                        try queue.inDatabase {
                            try Backup.make(from: $0, to: target, markedAt: nil, replaces: true)
                        }
                        return target
                    }
                )
            }
            thread.start()
        }
        rescued.withLock { $0 = (copy, commits) }
        return copy
    }

    /// Where `rescue` has copied the store to; nil before.
    package var rescuedCopy: String? { rescued.withLock { $0?.path } }

    /// Whether something was committed since it was last copied.
    package var needsRescue: Bool { rescued.withLock { $0?.commits != published.commits.value } }
}
