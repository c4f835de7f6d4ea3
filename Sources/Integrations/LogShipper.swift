package import AWS
import FoundationEssentials
package import Logging
package import Orders
import ServiceLifecycle
import Synchronization

/// Brings the lines of a buffer to a stream of CloudWatch Logs, a batch at a time and in their order.
///
/// A batch that CloudWatch does not take is tried again until it does, while the buffer fills and then loses what comes. One
/// whose answer is lost may arrive twice. What the shipper itself has to say goes to a logger of its own, which must not lead
/// back here: a line about a line that is lost would be the next to be lost.
package final class LogShipper: Service {
    package struct Configuration: Sendable, Hashable {
        package var destination: LogDestination
        /// Whether a group that is missing is made; a stream always is.
        package var makesGroup: Bool

        package init(_ destination: LogDestination, makesGroup: Bool) {
            self.destination = destination
            self.makesGroup = makesGroup
        }
    }

    package struct Status: Sendable, Hashable {
        /// Why CloudWatch takes no lines; nil while it does.
        package fileprivate(set) var trouble: String?
        /// Whether lines were lost within the last minute.
        package fileprivate(set) var isLosing = false
    }

    private let client: CloudWatchLogsClient
    private let configuration: Configuration
    private let buffer: LogBuffer
    private let clock: any WallClock
    private let logger: Logger
    private let ending = WakeSignal()
    private let state = Mutex(State())

    private struct State {
        var status = Status()
        var isEnding = false
    }

    /// How long lines wait for others to be shipped with.
    static let gathering = Duration.seconds(1)
    /// How long one call may take.
    static let timeout = Duration.seconds(10)
    /// How long it rests after a fault that only a person can mend.
    static let restInTrouble = Duration.seconds(30)
    /// How long no line must be lost before the loss counts as over.
    static let quiet = Duration.seconds(60)
    /// How long an ending service waits for its last lines to be taken.
    static let patience = Duration.seconds(3)
    /// Calls in a row that come to nothing before that is told.
    static let tellsAfter = 3

    package init(
        _ client: CloudWatchLogsClient,
        _ configuration: Configuration,
        buffer: LogBuffer,
        clock: any WallClock,
        logger: Logger
    ) {
        self.client = client
        self.configuration = configuration
        self.buffer = buffer
        self.clock = clock
        self.logger = logger
    }

    package var status: Status { state.withLock(\.status) }

    package var counts: LogBuffer.Counts { buffer.counts }

    /// Ships until a graceful shutdown, and then what waits, as far as a few seconds suffice.
    package func run() async throws {
        await withTaskGroup { group in
            group.addTask { await self.ship() }
            group.addTask { await self.waitForEnd() }
            group.addTask { await self.watchLosses() }
            await group.next()
            group.cancelAll()
        }
        buffer.loseRest()
        guard let lost = counts.lost[.ended] else { return }
        logger.warning(
            "the last log lines did not reach CloudWatch",
            metadata: ["cloudwatch.lost.ended": .stringConvertible(lost)]
        )
    }

    private var isEnding: Bool { state.withLock(\.isEnding) }

    private func waitForEnd() async {
        guard (try? await gracefulShutdown()) != nil else { return }
        state.withLock { $0.isEnding = true }
        buffer.lines.raise()
        ending.raise()
        try? await clock.sleep(for: Self.patience)
    }

    private func ship() async {
        while !Task.isCancelled {
            _ = buffer.lines.lower()
            if buffer.isEmpty {
                if isEnding { return }
                await buffer.lines.wait()
            }
            if !isEnding, !buffer.hasWholeBatch {
                await buffer.lines.wait(for: Self.gathering, clock: clock)
            }
            guard var batch = buffer.take() else { continue }
            let out = batch.settle(at: clock.now)
            buffer.lose(out.tooOld, .tooOld)
            buffer.lose(out.tooNew, .tooNew)
            if !batch.isEmpty { await deliver(batch) }
            buffer.finish()
        }
    }
}

// How a batch gets there.
extension LogShipper {
    private static let retries = RetryPolicy(attempts: .max)

    /// Tries until CloudWatch has the batch, refuses it for good, or the service ends.
    private func deliver(_ batch: LogBatch) async {
        var random = SystemRandomNumberGenerator()
        var failures = 0
        while true {
            do throws(AWSError) {
                noteShipped(batch.count, try await put(batch))
                return
            } catch {
                if Task.isCancelled { return buffer.lose(batch.count, .ended) }
                failures += 1
                if error.refusesLogEvents {
                    tell(error, isNews: true)
                    return buffer.lose(batch.count, .refused)
                }
                tell(error, isNews: !error.isTransient || failures >= Self.tellsAfter)
                let delay = Self.retries.delay(after: failures, of: error, using: &random)
                await pause(delay ?? Self.restInTrouble)
                if Task.isCancelled { return buffer.lose(batch.count, .ended) }
            }
        }
    }

    /// Puts the batch, in a stream that is made when it is missing: at the first batch, or when somebody has deleted it.
    private func put(_ batch: LogBatch) async throws(AWSError) -> RejectedLogEvents {
        let destination = configuration.destination
        do throws(AWSError) {
            return try await client.put(batch, in: destination, deadline: .now + Self.timeout)
        } catch {
            guard error.isMissingLogResource else { throw error }
            try await makeDestination()
            return try await client.put(batch, in: destination, deadline: .now + Self.timeout)
        }
    }

    /// The stream first: where the group is there already, nobody needs to be allowed to make one.
    private func makeDestination() async throws(AWSError) {
        let destination = configuration.destination
        do throws(AWSError) {
            try await client.makeStream(of: destination, deadline: .now + Self.timeout)
        } catch {
            guard error.isMissingLogResource, configuration.makesGroup else { throw error }
            try await client.makeGroup(of: destination, deadline: .now + Self.timeout)
            try await client.makeStream(of: destination, deadline: .now + Self.timeout)
        }
    }

    /// Rests, but not past the end: then one try more is made at once.
    private func pause(_ delay: Duration) async {
        guard !isEnding else {
            try? await clock.sleep(for: delay)
            return
        }
        await ending.wait(for: delay, clock: clock)
    }

    private func noteShipped(_ count: Int, _ rejected: RejectedLogEvents) {
        buffer.lose(rejected.tooOld, .tooOld)
        buffer.lose(rejected.tooNew, .tooNew)
        buffer.noteShipped(count - rejected.tooOld - rejected.tooNew)
        guard state.withLock({ $0.status.trouble.take() }) != nil else { return }
        logger.notice("CloudWatch takes log lines again")
    }

    /// Tells of a trouble when it begins.
    private func tell(_ error: AWSError, isNews: Bool) {
        let problem = error.shippingProblem(configuration)
        let isFirst = state.withLock { state in
            guard isNews || state.status.trouble != nil else { return false }
            defer { state.status.trouble = problem }
            return state.status.trouble == nil
        }
        guard isFirst else { return }
        logger.warning(
            "CloudWatch takes no log lines: they wait in memory, and what does not fit is lost there",
            metadata: ["problem": "\(problem)"]
        )
    }

    /// Tells when lines begin to be lost, and when none has been for a while.
    private func watchLosses() async {
        var told = Counts()
        while !Task.isCancelled {
            await buffer.losses.wait()
            var seen = buffer.counts
            guard seen.allLost > told.allLost, !Task.isCancelled else { continue }
            state.withLock { $0.status.isLosing = true }
            logger.warning(
                "log lines do not reach CloudWatch",
                metadata: seen.metadata(since: told)
            )
            while true {
                guard (try? await clock.sleep(for: Self.quiet)) != nil else { return }
                _ = buffer.losses.lower()
                let present = buffer.counts
                if present.allLost == seen.allLost { break }
                seen = present
            }
            state.withLock { $0.status.isLosing = false }
            logger.notice(
                "no more log lines are lost on their way to CloudWatch",
                metadata: seen.metadata(since: told)
            )
            told = seen
        }
    }

    private typealias Counts = LogBuffer.Counts
}

extension LogBuffer.Counts {
    /// How many were lost for which reason.
    fileprivate func metadata(since before: Self) -> Logger.Metadata {
        var metadata: Logger.Metadata = [:]
        for loss in LogBuffer.Loss.allCases {
            let count = lost[loss, default: 0] - before.lost[loss, default: 0]
            guard count > 0 else { continue }
            metadata["cloudwatch.lost.\(loss.rawValue)"] = .stringConvertible(count)
        }
        return metadata
    }
}
