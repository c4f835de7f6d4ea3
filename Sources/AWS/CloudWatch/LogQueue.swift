/// Log events that wait for CloudWatch, in batches and within a limit.
///
/// What does not fit is not taken: the oldest stay, since how a trouble began tells more than how it goes on, and the log's
/// own output has all of it.
package struct LogQueue: Sendable {
    /// What becomes of an event.
    package enum Admission: Sendable, Hashable {
        case queued
        /// It is the first that waits.
        case first
        /// A whole batch waits since it came.
        case completed
        /// There is no room for it.
        case full
    }

    /// Bytes that wait at most, as AWS counts them; those of a batch that is under way count too.
    private let limit: Int
    private var batches: [LogBatch] = []
    private var underWay = 0
    package private(set) var bytes = 0

    package init(limit: Int) { self.limit = limit }

    package var isEmpty: Bool { batches.isEmpty }

    /// Whether the first batch takes nothing more.
    package var hasWholeBatch: Bool { batches.count > 1 }

    /// Events that wait, those under way not among them.
    package var count: Int { batches.reduce(0) { $0 + $1.count } }

    package mutating func append(_ message: ArraySlice<UInt8>, at time: Int64) -> Admission {
        let size = LogBatch.size(of: message)
        guard bytes + size <= limit else { return .full }
        bytes += size
        guard let last = batches.indices.last else {
            begin(with: message, at: time)
            return .first
        }
        if batches[last].append(message, at: time) { return .queued }
        begin(with: message, at: time)
        return .completed
    }

    private mutating func begin(with message: ArraySlice<UInt8>, at time: Int64) {
        var batch = LogBatch()
        // The first event of a batch always fits.
        _ = batch.append(message, at: time)
        batches.append(batch)
    }

    /// The batch that waits for longest, which is under way until `finish`; nil when nothing waits.
    package mutating func take() -> LogBatch? {
        guard !batches.isEmpty else { return nil }
        let batch = batches.removeFirst()
        underWay = batch.bytes
        return batch
    }

    /// The batch that was taken needs no room any more.
    package mutating func finish() {
        bytes -= underWay
        underWay = 0
    }
}
