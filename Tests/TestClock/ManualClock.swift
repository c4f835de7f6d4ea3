package import FoundationEssentials
import Orders
import Synchronization

/// A clock whose time passes when a test says so.
package final class ManualClock: WallClock {
    private let state = Mutex(State())

    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var sleepers: [Int: (until: Date, continuation: CheckedContinuation<Void, any Error>)] = [:]
        var count = 0
    }

    package init() {}

    package var now: Date { state.withLock { $0.now } }

    /// How many tasks sleep.
    package var sleeping: Int { state.withLock { $0.sleepers.count } }

    package func advance(by seconds: TimeInterval) {
        let awake = state.withLock { state in
            state.now.addTimeInterval(seconds)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    /// Lets time pass, a tenth of a second at a time, until something is so.
    package func pass(until isOver: () -> Bool) async {
        while !isOver(), !Task.isCancelled {
            advance(by: 0.1)
            await Task.yield()
        }
    }

    package func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.count += 1
            return state.count
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    guard !Task.isCancelled else { return true }
                    let until = state.now.addingTimeInterval(duration / .seconds(1))
                    state.sleepers[id] = (until, continuation)
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
