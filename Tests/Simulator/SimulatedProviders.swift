import FoundationEssentials
import JSON
import Orders
import StatesLanguage
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
    let waits: SimulatedWaits

    /// Of every other visit, so that both ways of writing are gone in each run.
    func sends(_ task: TaskRequest) -> Bool { task.visit.isMultiple(of: 2) }

    func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else { return .succeeded(.null) }
        process.enter(visit.order)
        defer { process.leave(visit.order) }
        waits.note(visit)
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
                case .sent: waits.end(visit)
                case .held(let reason): return .held(reason: reason)
                case .refused(let refusal):
                    guard let delay = refusal.retryAfter else {
                        return .failed(error: refusal.error, cause: refusal.cause)
                    }
                    return .postponed(
                        for: delay,
                        reason: refusal.error,
                        gate: kind.rawValue
                    )
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
        var working: Set<OrderID> = []
        var twice: [OrderID] = []
    }

    var isAlive: Bool { state.withLock { $0.isAlive } }

    func die() { state.withLock { $0.isAlive = false } }

    /// Orders that were worked on twice at the same time.
    var twice: [OrderID] { state.withLock { $0.twice } }

    func enter(_ order: OrderID) {
        state.withLock { state in
            if !state.working.insert(order).inserted { state.twice.append(order) }
        }
    }

    func leave(_ order: OrderID) { state.withLock { _ = $0.working.remove(order) } }
}

/// What is called on a schedule: it takes its time, and notes whether it is called twice at a time.
final class SimulatedHeartbeat: Integration {
    private let machine: SimulatedMachine
    private let state = Mutex((count: 0, present: 0, overlaps: 0))

    init(_ machine: SimulatedMachine) { self.machine = machine }

    /// How often it was called.
    var count: Int { state.withLock { $0.count } }

    /// How often it was called while it was at work.
    var overlaps: Int { state.withLock { $0.overlaps } }

    func perform(_ call: TaskCall) async -> TaskOutcome {
        state.withLock { state in
            state.count += 1
            state.present += 1
            if state.present > 1 { state.overlaps += 1 }
        }
        try? await machine.sleep(for: .seconds(machine.random(in: 0...40)))
        state.withLock { $0.present -= 1 }
        return .succeeded(.null)
    }
}

/// Notes whether orders waited as long as their workflow says between its two tasks.
final class SimulatedWaits: Sendable {
    private let machine: SimulatedMachine
    private let state = Mutex(State())

    private struct State {
        var ends: [OrderID: Date] = [:]
        var short: [String] = []
    }

    init(_ machine: SimulatedMachine) { self.machine = machine }

    /// Waits that were too short although nobody had set the clock forward.
    var short: [String] { state.withLock { $0.short } }

    /// Notes that the first task may be over.
    func end(_ visit: TaskCall.Visit) {
        guard visit.state == "A" else { return }
        let now = machine.now
        state.withLock { $0.ends[visit.order] = now }
    }

    /// Notes that a task begins.
    func note(_ visit: TaskCall.Visit) {
        guard visit.state == "B" else { return }
        let now = machine.now
        // Whoever is redriven does not wait again, so each wait is looked at once.
        guard let end = state.withLock({ $0.ends.removeValue(forKey: visit.order) }) else { return }
        let waited = now.timeIntervalSince(end)
        guard waited < Self.least, !machine.jumped(from: end, to: now) else { return }
        state.withLock { $0.short.append("\(visit.order) waited \(waited) s") }
    }

    /// The workflow's wait, less what rounding to milliseconds takes.
    private static let least = SimulatedService.wait - 0.01
}
