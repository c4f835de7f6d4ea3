import GRDB
import Synchronization

/// Remembers that the file cannot be trusted any more, and tells who watches over it.
///
/// After a failed fsync the kernel may have thrown away what it could not write, and a second fsync would succeed; so
/// nothing is tried again. The process has to end and read anew what the disk really holds.
final class Breaker: Sendable {
    private let isOpen = Atomic<Bool>(false)
    private let reasonStorage = Mutex<String?>(nil)
    private let reasons = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(1))

    /// Why the file is not used any more; nil as long as it is.
    var reason: String? {
        guard isOpen.load(ordering: .acquiring) else { return nil }
        return reasonStorage.withLock { $0 }
    }

    /// Takes note of an error; breaks when it says that the disk or the file has failed.
    ///
    /// A full disk is no such error: what did not fit was never acknowledged, and there may be room later.
    func note(_ error: any Error) {
        guard let error = error as? DatabaseError else { return }
        note(error.resultCode, "\(error.message ?? "no words") (\(error.extendedResultCode))")
    }

    func note(_ code: ResultCode, _ words: String) {
        switch code.primaryResultCode {
        case .SQLITE_IOERR: open("the disk failed: \(words)")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: open("the file is damaged: \(words)")
        default: break
        }
    }

    private func open(_ reason: String) {
        reasonStorage.withLock { $0 = $0 ?? reason }
        isOpen.store(true, ordering: .releasing)
        reasons.continuation.yield(reason)
        reasons.continuation.finish()
    }

    /// Answers the reason once the file cannot be trusted any more, or nil when the task is cancelled before; one task
    /// may ask.
    func broken() async -> String? {
        for await reason in reasons.stream { return reason }
        return nil
    }
}
