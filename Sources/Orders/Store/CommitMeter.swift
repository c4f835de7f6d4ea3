package import Telemetry

/// How much a store's commits carry, and how long they take.
package final class CommitMeter: Sendable {
    /// From the begin of a transaction until it was on disk.
    package let duration = Histogram(bounds: Histogram.secondsOfARequest)
    /// How many operations shared one.
    package let operations = Histogram(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])

    package init() {}

    package func note(_ operations: Int, _ duration: Duration) {
        self.operations.observe(Double(operations))
        self.duration.observe(duration)
    }
}
