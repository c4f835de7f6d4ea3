import FoundationEssentials
import Orders
import Synchronization

/// A clock whose time passes when a test says so.
final class ManualClock: WallClock {
    private let state = Mutex(State())

    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var sleepers: [Int: Sleeper] = [:]
        var count = 0
    }

    private struct Sleeper {
        var until: Date
        var continuation: CheckedContinuation<Void, any Error>
    }

    var now: Date { state.withLock { $0.now } }

    /// How many tasks sleep.
    var sleeping: Int { state.withLock { $0.sleepers.count } }

    func advance(by seconds: TimeInterval) {
        let awake = state.withLock { state in
            state.now.addTimeInterval(seconds)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.count += 1
            return state.count
        }
        let (seconds, attoseconds) = duration.components
        let length = Double(seconds) + Double(attoseconds) / 1e18
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    guard !Task.isCancelled else { return true }
                    let until = state.now.addingTimeInterval(length)
                    state.sleepers[id] = Sleeper(until: until, continuation: continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
