internal import Synchronization

/// How often values fell into which of some fixed ranges.
package final class Histogram: Sendable {
    /// Seconds from half a millisecond to ten, for requests and steps.
    package static let secondsOfARequest: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    /// Seconds from five milliseconds to a day, for orders.
    package static let secondsOfAnOrder: [Double] = [
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 21_600,
        86_400,
    ]

    /// What was observed so far, all of it from one moment.
    package struct Snapshot: Sendable, Hashable {
        /// How many values were at most as large as each bound, and after those how many were larger.
        package internal(set) var counts: [UInt64]
        package internal(set) var sum = 0.0
        /// For each range the trace of a value that fell into it last; empty while there was none.
        package internal(set) var exemplars: [Exemplar?] = []
        package var count: UInt64 { counts.reduce(0, +) }
    }

    /// The upper bounds of the ranges, rising; one range more holds what is larger.
    package let bounds: [Double]
    private let state: Mutex<Snapshot>

    /// One that no registry knows yet.
    package init(bounds: [Double]) {
        let isRising = zip(bounds, bounds.dropFirst()).allSatisfy(<)
        precondition(isRising && bounds.allSatisfy(\.isFinite), "The bounds must rise.")
        self.bounds = bounds
        state = Mutex(Snapshot(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// A trace in which a value was observed.
    package struct Exemplar: Sendable, Hashable {
        package let traceID: TraceID
        package let value: Double
        /// Seconds since 1970.
        package let time: Double
    }

    /// Counts a value; one that is no number is passed over.
    package func observe(_ value: Double) {
        guard !value.isNaN else { return }
        let index = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[index] += 1
            state.sum += value
        }
    }

    /// Counts a value that was observed in that trace; without one as every other.
    ///
    /// The time is in seconds since 1970.
    package func observe(_ value: Double, in traceID: TraceID?, at time: @autoclosure () -> Double)
    {
        guard let traceID, !value.isNaN else { return observe(value) }
        let index = bounds.firstIndex { value <= $0 } ?? bounds.count
        let exemplar = Exemplar(traceID: traceID, value: value, time: time())
        state.withLock { state in
            state.counts[index] += 1
            state.sum += value
            if state.exemplars.isEmpty {
                state.exemplars = Array(repeating: nil, count: bounds.count + 1)
            }
            state.exemplars[index] = exemplar
        }
    }

    /// Counts a duration in seconds.
    package func observe(_ duration: Duration) { observe(duration.inSeconds) }

    /// The same for one that was observed in that trace.
    package func observe(
        _ duration: Duration,
        in traceID: TraceID?,
        at time: @autoclosure () -> Double
    ) {
        observe(duration.inSeconds, in: traceID, at: time())
    }

    package var snapshot: Snapshot { state.withLock { $0 } }
}

extension Duration {
    /// Dividing durations would divide 128-bit numbers.
    fileprivate var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
