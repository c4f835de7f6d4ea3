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
            for order in try await store.orphans(limit: Self.batch) {
                do { try await stop(order) } catch {
                    // The others are not kept by it; it is tried again with the next look.
                    logger.warning(
                        "an order that nobody waits for any more cannot be stopped",
                        metadata: ["order.id": "\(order)", "error": "\(error)"]
                    )
                }
            }
        } catch {
            logger.warning(
                "orders that nobody waits for any more cannot be looked for",
                metadata: ["error": "\(error)"]
            )
        }
    }

    private func stop(_ order: OrderID) async throws {
        let keeper = Operator("orderd", reason: "the order that started it waits for it no more")
        let error = ErrorOutput(nil, cause: "The execution that started it waits for it no more.")
        _ = try await control.stop(order, error: error, by: keeper)
    }
}
