package import FoundationEssentials
import Synchronization

/// Where every call of one provider passes: it keeps to the limits and slows down when the provider asks for it.
package final class ProviderGate: Sendable {
    private let clock: any WallClock
    private let state: Mutex<State>

    private struct State {
        var pace: Pace
        /// Those who wait for a place, in order; being woken is a hint.
        var waiting: [WakeSignal] = []
        /// How many wait here for a place or for the rate.
        var waiters = 0
        /// Raised when there may be room for those who wait elsewhere.
        var opening: WakeSignal?

        /// How many may wait here: those whose turn comes within a second at the present speed, and half as many as call at
        /// a time in any case; the others give their places to orders that need another provider.
        mutating func places(at now: Date) -> Int {
            max((pace.concurrency + 1) / 2, pace.answeredPerSecond(at: now))
        }
    }

    /// How much a provider is asked at most.
    package struct Limits: Sendable, Hashable {
        /// The most calls at a time.
        package var concurrency: Int
        /// The most calls a second; nil for as many as the provider takes.
        package var rate: Double?
        /// Beyond this many calls a second a provider that once complained counts as unlimited again.
        var maximumRate = 1_000.0

        package init(concurrency: Int = 32, rate: Double? = nil) {
            self.concurrency = concurrency
            self.rate = rate
        }
    }

    /// How the provider is doing.
    package struct Status: Sendable, Equatable {
        /// Until when it is left alone.
        package var restsUntil: Date?
        /// Since when it takes nothing; nil while it does, however slowly.
        package var closedSince: Date?
        /// The most calls a second that are let through now; nil for no limit.
        package var rate: Double?
    }

    /// The longest that a provider is left alone, in seconds.
    package static let longestRest: TimeInterval = 900
    /// The longest that a call waits here; a longer wait gives the place to another order.
    static let maximumWait: TimeInterval = 5

    /// A gate that is open.
    package init(_ limits: Limits = Limits(), clock: any WallClock) {
        self.clock = clock
        state = Mutex(State(pace: Pace(limits)))
    }

    package var status: Status {
        let now = clock.now
        return state.withLock { state in
            Status(
                restsUntil: state.pace.rest(at: now),
                closedSince: state.pace.closedSince,
                rate: state.pace.currentRate
            )
        }
    }

    /// Counts a call that is made beside those of orders and waits for none of them: so few are made that orders notice none.
    package func countAside(weight: Int) {
        let now = clock.now
        state.withLock { $0.pace.count(weight: weight, at: now) }
    }

    /// Raises that signal whenever there may be more room than a call that ends gives back.
    func announceRoom(to signal: WakeSignal) { state.withLock { $0.opening = signal } }

    /// When its rest is over; nil while it does not rest.
    var opensAt: Date? {
        let now = clock.now
        return state.withLock { $0.pace.rest(at: now) }
    }

    /// How many more may come now, to call or to wait for their turn.
    var room: Int {
        let now = clock.now
        return state.withLock { state in
            let room = state.pace.room(at: now)
            return room.isOpen ? room.calls + state.places(at: now) - state.waiters : room.calls
        }
    }

    /// Lets so many recipients a second through at most, beside the limit that was set; nil: that alone.
    package func pace(at rate: Double?) { state.withLock { $0.pace.allowed = rate } }

    /// Whether the caller may call now; its call counts for so many.
    func tryEnter(weight: Int = 1) -> Bool {
        let now = clock.now
        return state.withLock { $0.pace.admit(at: now, weight: weight) == .go }
    }

    /// Waits for its turn; whether the caller may call, else it gives its place to another order.
    func enter(weight: Int = 1) async throws -> Bool {
        let now = clock.now
        let mayWait = state.withLock { state in
            guard state.waiters < state.places(at: now) else { return false }
            state.waiters += 1
            return true
        }
        guard mayWait else { return false }
        defer { state.withLock { $0.waiters -= 1 } }
        return try await waitForTurn(weight)
    }

    private func waitForTurn(_ weight: Int) async throws -> Bool {
        var left = Self.maximumWait
        while true {
            try Task.checkCancellation()
            let signal = WakeSignal()
            switch admit(weight, orWaitBy: signal) {
            case .go: return true
            case .wait(let seconds) where seconds > left: return false
            case .wait(let seconds):
                left -= seconds
                try await clock.sleep(for: .seconds(seconds))
            case .full:
                guard left > 0 else { return false }
                left -= 1
                await signal.wait(for: .seconds(1), clock: clock)
                state.withLock { state in state.waiting.removeAll { $0 === signal } }
            }
        }
    }

    private func admit(_ weight: Int, orWaitBy signal: WakeSignal) -> Pace.Admission {
        let now = clock.now
        return state.withLock { state in
            let admission = state.pace.admit(at: now, weight: weight)
            if admission == .full { state.waiting.append(signal) }
            return admission
        }
    }

    /// Notes how the call ended and lets the next ones in.
    func leave(_ outcome: Pace.Outcome) {
        let now = clock.now
        let (next, opening) = state.withLock { state -> ([WakeSignal], WakeSignal?) in
            state.pace.end(outcome, at: now)
            let opening = state.pace.isOpening ? state.opening : nil
            guard !state.waiting.isEmpty else { return ([], opening) }
            let room = min(max(1, state.pace.room(at: now).calls), state.waiting.count)
            defer { state.waiting.removeFirst(room) }
            return (Array(state.waiting.prefix(room)), opening)
        }
        for signal in next { signal.raise() }
        opening?.raise()
    }
}
