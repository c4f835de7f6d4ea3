import FoundationEssentials
package import Logging
import ServiceLifecycle
import Synchronization

/// Keeps everything that could grow within its limits: prunes what has ended, and closes the intake in time.
package final class Housekeeper: Service {
    private let store: any OrderStore & RetentionStore
    private let clock: any WallClock
    private let dispatcher: Dispatcher
    private let gate: IntakeGate
    private let limits: Limits
    private let freeSpace: @Sendable () async -> Int?
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var meter = FlowMeter()
        var history = RateHistory()
        var free: Int?
        var fault: String?
    }

    /// What may stay, and how much room has to be left.
    package struct Limits: Sendable {
        /// How long an ended order stays.
        package var age = Duration.seconds(30 * 86_400)
        /// How many ended orders stay at most.
        package var endedOrders = 1_000_000
        /// How many orders may be accepted and not finished.
        package var backlog = 5_000_000
        /// Below so many free bytes no order is accepted.
        package var freeSpace = 256 * 1024 * 1024

        package init() {}

        /// So much more must be free before orders are accepted again.
        var margin: Int { min(freeSpace / 4, 64 * 1024 * 1024) }
    }

    /// What was last seen.
    package struct Status: Sendable {
        /// Orders accepted a second, over the last minute.
        package var acceptedRate: Double
        /// Orders ended a second, over the last minute.
        package var endedRate: Double
        /// Free bytes on the store's disk.
        package var freeSpace: Int?
        /// Why pruning failed; nil when it did not.
        package var fault: String?
    }

    /// How often rates and room are looked at.
    static let interval = Duration.seconds(1)
    /// How long an idempotency key is remembered, in seconds: a day.
    private static let keyLifetime = 86_400.0
    /// How many orders are deleted in one transaction.
    static let batch = 64
    /// How long others get the store for themselves between two such transactions.
    static let pause = Duration.milliseconds(10)

    /// A housekeeper that is not running yet; `freeSpace` tells the free bytes on the store's disk.
    package init(
        store: any OrderStore & RetentionStore,
        clock: any WallClock,
        dispatcher: Dispatcher,
        gate: IntakeGate,
        limits: Limits,
        freeSpace: @escaping @Sendable () async -> Int?,
        logger: Logger
    ) {
        self.store = store
        self.clock = clock
        self.dispatcher = dispatcher
        self.gate = gate
        self.limits = limits
        self.freeSpace = freeSpace
        self.logger = logger
    }

    package var status: Status {
        state.withLock { state in
            Status(
                acceptedRate: state.meter.accepted,
                endedRate: state.meter.ended,
                freeSpace: state.free,
                fault: state.fault
            )
        }
    }

    /// How fast orders came and went in the last hour.
    package var rates: RateHistory { state.withLock { $0.history } }

    /// Looks once a second and prunes, until a graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await self.repeatedly { await self.look() } }
                group.addTask { await self.repeatedly { await self.prune() } }
            }
        }
    }

    private func repeatedly(_ work: () async -> Void) async {
        repeat { await work() } while (try? await clock.sleep(for: Self.interval)) != nil
    }

    /// Takes a reading of the flow, and opens or closes the intake by the room that is left.
    package func look() async {
        let free = await freeSpace()
        let (backlog, now) = (store.backlog, clock.now)
        let ended = dispatcher.status.ended
        let reading = RateHistory.Reading(backlog: backlog, dispatcher.endedOrders.counts)
        let wait = state.withLock { state in
            state.meter.note(backlog: backlog, ended: ended, at: now)
            state.history.note(reading, at: now)
            state.free = free
            // A twentieth below the limit, or the next second is as full as this one.
            return state.meter.wait(for: max(1, backlog - limits.backlog + limits.backlog / 20))
        }
        gate.retryAfter = wait
        guard let free else { return }
        let wasClosed = gate.closed.contains(.diskFull)
        let least = limits.freeSpace + (wasClosed ? limits.margin : 0)
        gate.set(.diskFull, isClosed: free < least)
        guard wasClosed != (free < least) else { return }
        let metadata: Logger.Metadata = [
            "disk.free": .stringConvertible(free),
            "disk.least": .stringConvertible(limits.freeSpace),
        ]
        if wasClosed {
            logger.notice("orders are accepted again: there is room", metadata: metadata)
        } else {
            logger.error("no order is accepted: the disk is nearly full", metadata: metadata)
        }
    }

    /// Deletes what has been there for too long or is too much, in small transactions.
    package func prune() async {
        do {
            var deleted = 0
            repeat {
                var request = PruneRequest(
                    endedBefore: clock.now.addingTimeInterval(-limits.age.seconds),
                    keeping: limits.endedOrders,
                    limit: Self.batch
                )
                request.keysBefore = clock.now.addingTimeInterval(-Self.keyLifetime)
                deleted = try await store.prune(request)
                if deleted > 0 { try await clock.sleep(for: Self.pause) }
            } while deleted > 0
            state.withLock { $0.fault = nil }
        } catch is CancellationError {
            return
        } catch {
            // Health tells it for as long as it lasts; the next second tries again.
            state.withLock { $0.fault = "\(error)" }
        }
    }
}

extension RateHistory.Reading {
    fileprivate init(backlog: Int, _ ended: [EndedOrders.Kind: UInt64]) {
        self.init(backlog: backlog, succeeded: 0, failed: 0, ended: 0)
        for (kind, count) in ended {
            self.ended += Int(count)
            switch kind.status {
            case .succeeded: succeeded += Int(count)
            case .failed, .timedOut: failed += Int(count)
            case .aborted, .held, .queued, .running: break
            }
        }
    }
}
