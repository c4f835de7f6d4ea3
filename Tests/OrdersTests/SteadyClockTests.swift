import FoundationEssentials
import Synchronization
import Testing

@testable import Orders

/// What orders see of a clock that somebody sets.
struct `A clock that is set` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    /// Seconds on the wall and seconds that have passed, moment by moment, and what is told.
    @Test(arguments: [
        ("runs as it is", [(0.0, 0.0), (1, 1), (5, 5)], [0.0, 1, 5]),
        ("is followed a day forward", [(0, 0), (86_401, 1), (86_402, 2)], [0, 86_401, 86_402]),
        (
            "is not followed an hour back: time goes on, a tenth slower",
            [(3_600, 0), (1, 1), (2, 2), (11, 11)], [3_600, 3_600, 3_600.9, 3_609]
        ),
        (
            "is followed again once it has caught up",
            [(10, 0), (0, 0), (5, 5), (200, 200), (201, 201)], [10, 10, 14.5, 200, 201]
        ),
    ])
    func `tells time that never goes back`(
        name: String,
        moments: [(wall: Double, elapsed: Double)],
        told: [Double]
    ) {
        let moment = Mutex(moments[0])
        let clock = SteadyClock(
            wall: { Self.start.addingTimeInterval(moment.withLock { $0.wall }) },
            elapsed: { .seconds(moment.withLock { $0.elapsed }) }
        )
        for (next, expected) in zip(moments, told) {
            moment.withLock { $0 = next }
            let seconds = clock.now.timeIntervalSince(Self.start)
            #expect(abs(seconds - expected) < 0.01, "\(name): \(seconds) instead of \(expected)")
        }
    }
}
