import FoundationEssentials
package import Logging
import ServiceLifecycle
import StatesLanguage

/// Stops orders that a task has started and waits for no more: its order was stopped, has failed or went another way.
///
/// It asks the store and not its memory, so a crash between the two ends leaves none behind.
package struct ChildKeeper: Service {
    private let store: any TaskStore
    private let control: OrderControl
    private let clock: any WallClock
    private let logger: Logger

    /// How long it rests at least between two looks, and at most.
    static let pause = Duration.seconds(1)
    static let idle = Duration.seconds(60)
    /// How many are stopped at a time.
    static let batch = 100

    /// A keeper that is not running yet.
    package init(
        store: any TaskStore,
        control: OrderControl,
        clock: any WallClock,
        logger: Logger
    ) {
        self.store = store
        self.control = control
        self.clock = clock
        self.logger = logger
    }

    /// Looks until a graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sweep()
                guard (try? await clock.sleep(for: Self.pause)) != nil else { return }
                await control.dispatcher.tasks.changes.wait(for: Self.idle, clock: clock)
            }
        }
    }

    /// Stops those that are there.
    package func sweep() async {
        do {
            var isProgress = true
            // Whose parent is stopped here is an orphan too: a chain ends at once, and not link by link.
            while isProgress, !Task.isCancelled { isProgress = try await sweepOnce() }
        } catch {
            logger.warning(
                "orders that nobody waits for any more cannot be looked for",
                metadata: ["error": "\(error)"]
            )
        }
    }

    /// Stops a batch; answers whether any was stopped.
    private func sweepOnce() async throws -> Bool {
        var isProgress = false
        for order in try await store.orphans(limit: Self.batch) {
            do {
                if case .changed = try await stop(order) { isProgress = true }
            } catch {
                // The others are not kept by it; it is tried again with the next look.
                logger.warning(
                    "an order that nobody waits for any more cannot be stopped",
                    metadata: ["order.id": "\(order)", "error": "\(error)"]
                )
            }
        }
        return isProgress
    }

    private func stop(_ order: OrderID) async throws -> Revised {
        let keeper = Operator("orderd", reason: "the order that started it waits for it no more")
        let error = ErrorOutput(nil, cause: "The execution that started it waits for it no more.")
        return try await control.stop(order, error: error, by: keeper)
    }
}
