import FoundationEssentials
public import Logging
public import ServiceLifecycle

/// Carries bulk redrives on, a slice a second; what it has done is on disk, so a restart goes on where it was.
public struct BulkRedriver: Service {
    private let store: any OrderStore
    private let control: OrderControl
    private let clock: any WallClock
    private let wake: WakeSignal
    private let logger: Logger

    /// How many bulk redrives are looked at: the others wait until these have ended.
    static let maximumAtATime = 20
    /// How long it rests at most while there is nothing to do.
    static let idle = Duration.seconds(10)

    /// A redriver that is not running yet; the signal is raised when there is a new bulk redrive.
    public init(
        store: any OrderStore,
        control: OrderControl,
        clock: any WallClock,
        wake: WakeSignal,
        logger: Logger
    ) {
        self.store = store
        self.control = control
        self.clock = clock
        self.wake = wake
        self.logger = logger
    }

    /// Carries on until a graceful shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if await step() {
                    try? await clock.sleep(for: .seconds(1))
                } else {
                    await wake.wait(for: Self.idle, clock: clock)
                }
            }
        }
    }

    /// One slice of each; answers whether there is more to do.
    func step() async -> Bool {
        do {
            let all = try await store.bulkRedrives(limit: Self.maximumAtATime)
            let running = all.filter { $0.state == .running }
            for bulk in running { try await carryOn(bulk) }
            return !running.isEmpty
        } catch {
            // The store's own check tells of it in health; the next second tries again.
            logger.debug("bulk redrive waits", metadata: ["error": "\(error)"])
            return true
        }
    }

    private func carryOn(_ bulk: BulkRedrive) async throws {
        let slice = try await store.nextSlice(of: bulk.id, limit: bulk.rate)
        var progress = BulkProgress(upTo: slice.last?.id, at: clock.now)
        let redrive = Redrive(
            from: bulk.isFromStart ? .beginning(input: nil) : .failedState,
            on: bulk.isOnCurrent ? .current : .own
        )
        for order in slice {
            switch try await control.redrive(order.number, redrive, by: bulk.by) {
            case .changed: progress.redriven += 1
            case .refused, .unknown: progress.refused += 1
            }
        }
        try await store.advance(bulk.id, progress)
        guard slice.isEmpty else { return }
        logger.notice(
            "bulk redrive ended",
            metadata: ["bulk": "\(bulk.id)", "operator": "\(bulk.by.name)"]
        )
    }
}
