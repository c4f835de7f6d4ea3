internal import Synchronization

/// A number that goes up and down.
package final class Gauge: Sendable {
    private let bits = Atomic<UInt64>(0)

    init() {}

    package func set(_ value: Double) {
        bits.store(value.bitPattern, ordering: .relaxed)
    }

    /// Adds to it; a negative amount takes away.
    package func add(_ amount: Double) {
        var current = bits.load(ordering: .relaxed)
        while true {
            let sum = Double(bitPattern: current) + amount
            let (isDone, original) = bits.weakCompareExchange(
                expected: current,
                desired: sum.bitPattern,
                ordering: .relaxed
            )
            if isDone { return }
            current = original
        }
    }

    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }
}
