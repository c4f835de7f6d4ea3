package import FoundationEssentials
import Orders
import Synchronization

/// A clock that goes a second on whenever it is asked.
package final class HastyClock: WallClock {
    private let seconds = Mutex(0.0)

    package init() {}

    package var now: Date {
        Date(
            timeIntervalSince1970: seconds.withLock {
                $0 += 1
                return $0
            }
        )
    }

    package func sleep(for duration: Duration) async throws {}
}
