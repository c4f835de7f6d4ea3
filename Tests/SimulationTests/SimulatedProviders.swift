import FoundationEssentials
import JSON
import Orders
import Synchronization

/// SES and SNS as the engine sees them: they take what they are sent, now and then not, and now and then nobody knows.
final class SimulatedProviders: Sendable {
    private let machine: SimulatedMachine
    private let state = Mutex(State())

    private struct State {
        var weather = Weather.fair
        /// How often each delivery was accepted, by order, visit and name.
        var accepted: [String: [String]] = [:]
        var count = 0
    }

    /// How the providers are doing.
    enum Weather: Int, CaseIterable {
        case fair
        /// They refuse because of the rate.
        case throttling
        /// They answer with a fault of their own, and may have accepted.
        case failing
        /// They do not answer, and may have accepted.
        case silent
        /// They cannot be reached.
        case away
    }

    init(_ machine: SimulatedMachine) { self.machine = machine }

    func set(_ weather: Weather) { state.withLock { $0.weather = weather } }

    /// The message ids under which a delivery was accepted.
    func accepted(_ key: String) -> [String] { state.withLock { $0.accepted[key] ?? [] } }

    var all: [String: [String]] { state.withLock { $0.accepted } }

    /// Takes a delivery of a process that may end meanwhile.
    func send(_ key: String, isAlive: () -> Bool) async -> Deliveries.Attempt {
        await wait(milliseconds: 5...400)
        // Who died before the first byte was out has sent nothing.
        guard isAlive() else { return .uncertain(reason: "dead") }
        switch state.withLock({ $0.weather }) {
        case .fair:
            if machine.happens(5) { return .refused(.init(error: "MessageRejected", cause: "no")) }
            let id = accept(key)
            await wait(milliseconds: 5...400)
            // The answer to a process that is dead, or to a call that was cancelled, is not heard.
            return isAlive() && !Task.isCancelled
                ? .accepted(messageID: id) : .uncertain(reason: "no answer")
        case .throttling:
            return .refused(
                .init(error: "Throttling", cause: "slow", retryAfter: .seconds(2), isThrottle: true)
            )
        case .failing:
            if machine.happens(500) { _ = accept(key) }
            return .uncertain(reason: "500")
        case .silent:
            if machine.happens(500) { _ = accept(key) }
            await wait(milliseconds: 30_000...30_000)
            return .uncertain(reason: "timeout")
        case .away:
            return .refused(.init(error: "Connection", cause: "refused", retryAfter: .seconds(5)))
        }
    }

    private func accept(_ key: String) -> String {
        state.withLock { state in
            state.count += 1
            state.accepted[key, default: []].append("m-\(state.count)")
            return "m-\(state.count)"
        }
    }

    private func wait(milliseconds: ClosedRange<Int>) async {
        try? await machine.sleep(for: .milliseconds(machine.random(in: milliseconds)))
    }
}

/// A function with two deliveries, as ProcessOrderFunction is, which now and then fails for good.
struct SimulatedFunction: Integration {
    let machine: SimulatedMachine
    let providers: SimulatedProviders
    let process: SimulatedProcess

    func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else { return .succeeded(.null) }
        process.enter(visit.order)
        defer { process.leave(visit.order) }
        if machine.happens(30) { return .failed(error: "Flaky", cause: "by chance") }
        for (name, kind) in [("confirmation", Delivery.Kind.email), ("notice", .notice)] {
            let key = Delivery.Key(state: visit.state, visit: visit.id, name: name)
            let intent = Delivery.Intent(key: key, kind: kind, contentHash: name)
            do {
                let result = try await visit.deliveries.deliver(intent) {
                    await providers.send("\(visit.order)/\(visit.id)/\(name)") {
                        process.isAlive
                    }
                }
                switch result {
                case .sent: continue
                case .held(let reason): return .held(reason: reason)
                case .refused(let refusal):
                    guard let delay = refusal.retryAfter else {
                        return .failed(error: refusal.error, cause: refusal.cause)
                    }
                    return .postponed(for: delay, reason: refusal.error)
                }
            } catch {
                return .abandoned(reason: "\(error)")
            }
        }
        return .succeeded(["ok": true])
    }
}

/// A process that can end at any moment.
final class SimulatedProcess: Sendable {
    private let state = Mutex(State())

    private struct State {
        var isAlive = true
        var working: Set<OrderNumber> = []
        var twice: [OrderNumber] = []
    }

    var isAlive: Bool { state.withLock { $0.isAlive } }

    func die() { state.withLock { $0.isAlive = false } }

    /// Orders that were worked on twice at the same time.
    var twice: [OrderNumber] { state.withLock { $0.twice } }

    func enter(_ order: OrderNumber) {
        state.withLock { state in
            if !state.working.insert(order).inserted { state.twice.append(order) }
        }
    }

    func leave(_ order: OrderNumber) { state.withLock { _ = $0.working.remove(order) } }
}
