import Foundation
import OrderAPI
import Orders
import ServiceLifecycle
import Telemetry

/// Writes the metrics as log events every interval, and once more at the end.
struct MetricsReporter: Service {
    let metrics: ServiceMetrics
    let store: any OrderReader
    let dispatcher: Dispatcher
    let namespace: String
    let interval: Duration
    let clock: any WallClock
    /// Takes a line without its end; false: it did not.
    let line: @Sendable (ArraySlice<UInt8>) -> Bool

    func run() async throws {
        var embedded = await cancelWhenGracefulShutdown {
            var embedded = EmbeddedMetrics(namespace: namespace)
            while (try? await clock.sleep(for: interval)) != nil { await tell(&embedded) }
            return embedded
        }
        await tell(&embedded)
    }

    private func tell(_ embedded: inout EmbeddedMetrics) async {
        let now = clock.now
        // A store that cannot be read is a matter of the health answer; what was known of it is told again.
        if let summary = try? await store.summary(at: now) {
            metrics.update(summary, dispatcher.status, at: now)
        }
        embedded.tell(metrics.registry, at: now, line: line)
    }
}
