import FoundationEssentials
package import Logging
import ServiceLifecycle

/// Carries bulk redrives on, a slice a second; what it has done is on disk, so a restart goes on where it was.
package struct BulkRedriver: Service {
    private let store: any BulkStore
    private let control: OrderControl
    private let clock: any WallClock
    private let logger: Logger

    /// How many bulk redrives are carried on at a time: those that were begun later wait until these have ended.
    static let maximumAtATime = 20
    /// How long it rests at most while there is nothing to do.
    static let idle = Duration.seconds(10)

    /// A redriver that is not running yet.
    package init(
        store: any BulkStore,
        control: OrderControl,
        clock: any WallClock,
        logger: Logger
    ) {
        self.store = store
        self.control = control
        self.clock = clock
        self.logger = logger
    }

    /// Carries on until a graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if await step() {
                    try? await clock.sleep(for: .seconds(1))
                } else {
                    await control.bulkWake.wait(for: Self.idle, clock: clock)
                }
            }
        }
    }

    /// One slice of each; answers whether there is more to do.
    func step() async -> Bool {
        do {
            let running = try await store.runningBulkRedrives(limit: Self.maximumAtATime)
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
        var redrive = Redrive(from: bulk.start, on: bulk.isOnCurrent ? .current : .own)
        redrive.bulk = bulk.id
        for order in slice {
            do {
                let revised =
                    if bulk.stops {
                        try await control.stop(order.order, by: bulk.by, asPartOf: bulk.id)
                    } else {
                        try await control.redrive(order.order, redrive, by: bulk.by)
                    }
                if case .changed = revised { continue }
            } catch StoreError.damaged {
                // The others must not wait for it.
            }
            try await store.advance(bulk.id, .refused(order.place))
        }
        guard slice.isEmpty else { return }
        try await store.advance(bulk.id, .finished(at: clock.now))
        logger.notice(
            "bulk redrive ended",
            metadata: ["bulk.id": .stringConvertible(bulk.id), "operator": "\(bulk.by.name)"]
        )
    }
}

extension BulkRedrive {
    /// Where each of its orders begins.
    fileprivate var start: Redrive.Start {
        guard isFromStart else { return .failedState }
        return patch.map { .patched($0) } ?? .beginning(input: nil)
    }
}
