import ServiceLifecycle
import Sockets
import Telemetry

/// Measures how late loops come to what is due: it waits there for all that runs before it.
struct LoopWatch: Service {
    private let loops: [(loop: EventLoop, delay: Histogram)]
    /// Seldom enough that a service at rest stays at rest.
    private static let interval = Duration.seconds(1)

    init(_ loops: [EventLoop], in registry: MetricsRegistry) {
        self.loops = loops.map { loop in
            let delay = registry.histogram(
                "orderd_event_loop_delay_seconds",
                help: "By how much an event loop was late for a timer, looked at once a second.",
                labels: ["loop": loop.name]
            )
            return (loop, delay)
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [loops] in
            await withDiscardingTaskGroup { group in
                for (loop, delay) in loops {
                    group.addTask(executorPreference: loop) { await Self.watch(loop, delay) }
                }
            }
        }
    }

    private static func watch(_ loop: EventLoop, _ delay: Histogram) async {
        while true {
            let due = ContinuousClock.now + interval
            guard (try? await loop.sleep(until: due)) != nil else { return }
            delay.observe(.now - due)
        }
    }
}
