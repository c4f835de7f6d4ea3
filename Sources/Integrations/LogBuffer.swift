import AWS
package import FoundationEssentials
import Orders
import Synchronization

/// Log lines between whoever logs and the shipper that brings them to CloudWatch.
///
/// Nobody who logs waits: a line is copied, or it is lost and counted.
package final class LogBuffer: Sendable {
    /// Bytes that wait at most, with 26 for each line: eight batches, of which one may be under way.
    package static let limit = 8 * LogBatch.Limit.bytes

    /// Why a line does not reach CloudWatch; the names are those of the metric's label.
    package enum Loss: String, Sendable, CaseIterable {
        /// It found no room.
        case full
        /// CloudWatch would not take it for its age, or did not.
        case tooOld = "too_old"
        /// Its time is too far ahead of CloudWatch's.
        case tooNew = "too_new"
        /// CloudWatch refused its batch.
        case refused
        /// It was not shipped when the process ended.
        case ended
    }

    /// What became of lines so far.
    package struct Counts: Sendable, Hashable {
        package fileprivate(set) var shipped = 0
        package fileprivate(set) var lost: [Loss: Int] = [:]
        package var allLost: Int { lost.values.reduce(0, +) }
    }

    /// Raised when a line waits that is the first, or that completes a batch.
    let lines = WakeSignal()
    /// Raised when a line was lost.
    let losses = WakeSignal()
    private let now: @Sendable () -> Date
    private let state: Mutex<State>

    private struct State {
        var queue: LogQueue
        var counts = Counts()
    }

    /// A buffer for so many bytes; `now` is the time that lines are given.
    package init(limit: Int = limit, now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
        state = Mutex(State(queue: LogQueue(limit: limit)))
    }

    /// Takes a line in, which has no line end; whether there was room for it.
    @discardableResult
    package func append(_ line: ArraySlice<UInt8>) -> Bool {
        // CloudWatch takes no empty message.
        guard !line.isEmpty else { return true }
        let time = Int64((now().timeIntervalSince1970 * 1_000).rounded(.down))
        let admission = state.withLock { state in
            let admission = state.queue.append(line, at: time)
            if admission == .full { state.counts.lost[.full, default: 0] += 1 }
            return admission
        }
        switch admission {
        case .queued: return true
        case .first, .completed:
            lines.raise()
            return true
        case .full:
            losses.raise()
            return false
        }
    }

    package var counts: Counts { state.withLock(\.counts) }

    /// Bytes that wait or are under way.
    package var bytes: Int { state.withLock(\.queue.bytes) }

    var isEmpty: Bool { state.withLock(\.queue.isEmpty) }
    var hasWholeBatch: Bool { state.withLock(\.queue.hasWholeBatch) }

    /// The batch that waits for longest; it keeps its room until `finish`.
    func take() -> LogBatch? { state.withLock { $0.queue.take() } }

    func finish() { state.withLock { $0.queue.finish() } }

    func noteShipped(_ count: Int) { state.withLock { $0.counts.shipped += count } }

    func lose(_ count: Int, _ loss: Loss) {
        guard count > 0 else { return }
        state.withLock { $0.counts.lost[loss, default: 0] += count }
        losses.raise()
    }

    /// Counts what waits as lost, since nobody ships it any more.
    func loseRest() { lose(state.withLock(\.queue.count), .ended) }
}
