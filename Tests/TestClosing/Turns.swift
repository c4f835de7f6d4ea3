import Synchronization

/// Lets so many tests run at a time, in the order in which they came.
///
/// Swift Testing starts all tests at once: hundreds of stores with three threads each, and of services.
final class Turns: Sendable {
    static let shared = Turns(8)

    private let state: Mutex<State>

    private struct State {
        var free: Int
        var waiting: [(cost: Int, turn: CheckedContinuation<Void, Never>)] = []
    }

    init(_ count: Int) { state = Mutex(State(free: count)) }

    /// Runs the body when so many turns are free.
    func take(_ cost: Int, _ body: () async throws -> Void) async throws {
        await begin(cost)
        defer { end(cost) }
        try await body()
    }

    private func begin(_ cost: Int) async {
        await withCheckedContinuation { turn in
            let mayBegin = state.withLock { state in
                guard state.waiting.isEmpty, state.free >= cost else {
                    state.waiting.append((cost, turn))
                    return false
                }
                state.free -= cost
                return true
            }
            if mayBegin { turn.resume() }
        }
    }

    private func end(_ cost: Int) {
        let next = state.withLock { state in
            state.free += cost
            var next: [CheckedContinuation<Void, Never>] = []
            while let first = state.waiting.first, first.cost <= state.free {
                state.free -= first.cost
                next.append(state.waiting.removeFirst().turn)
            }
            return next
        }
        for turn in next { turn.resume() }
    }
}
