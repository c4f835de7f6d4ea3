package import FoundationEssentials
import Synchronization

/// The machine's clock without its steps back.
///
/// Orders are due at instants. When somebody sets the clock back an hour, what was accepted before would rest for an hour
/// and a retry begun after would come at once; so time goes on from where it was, a little slower, until the machine's
/// clock has caught up. A step forward is followed: what was due in between is due.
package final class SteadyClock: WallClock {
    private let wall: @Sendable () -> Date
    private let elapsed: @Sendable () -> Duration
    /// Milliseconds since 1970 that were last told; asking is one load and one store while the clock behaves.
    private let last: Atomic<Int64>
    private let steps = Mutex<SteadyTime?>(nil)

    /// The machine's clocks.
    package convenience init() {
        let start = ContinuousClock.now
        self.init(wall: { SystemClock().now }, elapsed: { ContinuousClock.now - start })
    }

    /// A clock that somebody sets, and one that nobody can.
    package init(wall: @escaping @Sendable () -> Date, elapsed: @escaping @Sendable () -> Duration)
    {
        self.wall = wall
        self.elapsed = elapsed
        last = Atomic(wall().wholeMilliseconds)
    }

    /// The present instant in whole milliseconds; never earlier than one told before.
    package var now: Date {
        let wall = wall()
        let milliseconds = wall.wholeMilliseconds
        let before = last.load(ordering: .relaxed)
        guard milliseconds < before else {
            last.store(milliseconds, ordering: .relaxed)
            return wall
        }
        return steadied(wall, before)
    }

    private func steadied(_ wall: Date, _ before: Int64) -> Date {
        let elapsed = elapsed()
        return steps.withLock { time in
            let known = Date(timeIntervalSince1970: Double(before) / 1000)
            var steady = time ?? SteadyTime(at: known, elapsed: elapsed)
            let now = steady.advance(wall: wall, elapsed: elapsed)
            time = now > wall ? steady : nil
            last.store(max(before, now.wholeMilliseconds), ordering: .relaxed)
            return max(known, now)
        }
    }

    /// Waits by the machine's monotonic clock.
    package func sleep(for duration: Duration) async throws {
        try await SystemClock().sleep(for: duration)
    }
}

/// How time goes on while the machine's clock is behind what was told already.
struct SteadyTime {
    private var told: Date
    private var elapsed: Duration

    /// How much of the real time is told, so that the machine's clock catches up.
    static let pace = 0.9

    init(at told: Date, elapsed: Duration) { (self.told, self.elapsed) = (told, elapsed) }

    /// The instant to tell now.
    mutating func advance(wall: Date, elapsed: Duration) -> Date {
        let passed = (elapsed - self.elapsed).seconds * Self.pace
        told = max(wall, told.addingTimeInterval(max(0, passed)))
        self.elapsed = elapsed
        return told
    }
}

extension Date {
    fileprivate var wholeMilliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
