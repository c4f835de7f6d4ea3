import Foundation
import JSON
import Logging
import Orders
import StatesLanguage
import Synchronization
import TestDigests
import Testing

@testable import Simulator

/// A provider that fails holds up the orders that need it, and no others.
struct `A broken provider` {
    private static let arn = "arn:aws:lambda:us-east-1:000000000000:function:F"
    private static func definition(_ timeout: String) -> [UInt8] {
        let state = #"{"A":{"Type":"Task","Resource":"\#(arn)","End":true}}"#
        return Array(#"{\#(timeout)"StartAt":"A","States":\#(state)}"#.utf8)
    }

    enum Fault: CaseIterable {
        case throttles
        case isAway
        /// It takes a long time, and then nobody knows.
        case isSilent
    }

    @Test(arguments: Fault.allCases, ["", #""TimeoutSeconds":86400,"#])
    func `holds up no order that does not need it, and is not asked by every order`(
        fault: Fault,
        timeout: String
    ) throws {
        let machine = SimulatedMachine(seed: 7)
        let provider = BrokenProvider(machine, fault)
        let report = Report()
        try machine.run { await Self.play(machine, provider, timeout, report) }
        let (seconds, asked, taken) = report.value
        #expect(seconds < 3, "the others took \(seconds) s")
        // A call a second or less, but for those that were on their way when it began.
        #expect(asked <= 64 + Int(seconds), "it was asked \(asked) times")
        // The same holds for being taken up: whoever waits in the line is left there.
        #expect(taken <= 2 * Self.needing, "they were taken up \(taken) times")
        #expect(provider.mended == Self.needing, "and when it is well again, all end")
    }

    /// More than are worked on at a time.
    private static let needing = 150
    private static let others = 70

    private final class Report: Sendable {
        private let state = Mutex((seconds: 0.0, asked: 0, taken: 0))

        var value: (seconds: Double, asked: Int, taken: Int) { state.withLock { $0 } }

        func note(_ seconds: Double, _ asked: Int, _ taken: Int) {
            state.withLock { $0 = (seconds, asked, taken) }
        }
    }

    private static func play(
        _ machine: SimulatedMachine,
        _ provider: BrokenProvider,
        _ timeout: String,
        _ report: Report
    ) async {
        let store = ModelStore(ModelStore.Disk(), at: machine.now)
        guard let workflow = try? workflow(timeout) else { return }
        try? await store.register(workflow)
        let dispatcher = Dispatcher(
            store: store,
            clock: machine,
            workflows: WorkflowCatalog(current: workflow, store: store),
            integrations: FunctionsByName(functions: ["F": provider]),
            configuration: configuration(machine),
            wake: WakeSignal(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        for index in 1...Self.needing { await submit("needs-\(index)", store, machine) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await dispatcher.run() }
            // Long enough for all of them to stand in its line.
            try? await machine.sleep(for: .seconds(60))
            let (begin, before) = (machine.now, provider.asked)
            for index in 1...Self.others { await submit("other-\(index)", store, machine) }
            dispatcher.wake.raise()
            while provider.others < Self.others { try? await machine.sleep(for: .milliseconds(10)) }
            report.note(
                machine.now.timeIntervalSince(begin),
                provider.asked - before,
                await taken(store)
            )
            provider.mend()
            let end = machine.now.addingTimeInterval(3_600)
            while store.backlog > 0, machine.now < end {
                try? await machine.sleep(for: .seconds(1))
            }
            group.cancelAll()
        }
    }

    private static func configuration(_ machine: SimulatedMachine) -> EngineConfiguration {
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.policies = Deliveries.Policies([.email: .resend, .notice: .resend])
        configuration.seed = { UInt64(machine.random(in: 0...Int.max)) }
        return configuration
    }

    /// How often orders were taken up that need the provider.
    private static func taken(_ store: ModelStore) async -> Int {
        let page = try? await store.list(OrderQuery(limit: needing + others))
        return (page?.orders ?? []).filter { $0.id.text.hasPrefix("needs") }
            .reduce(0) { $0 + $1.attempts.started }
    }

    private static func workflow(_ timeout: String) throws -> Workflow {
        let definition = definition(timeout)
        let machine = try StateMachine(parsing: definition)
        return Workflow(id: "w", name: "W", definition: definition, machine: machine)
    }

    private static func submit(
        _ number: String,
        _ store: ModelStore,
        _ machine: SimulatedMachine
    ) async {
        guard let name = OrderID(number) else { return }
        let input = Array(#"{"orderId":"\#(number)"}"#.utf8)
        _ = try? await store.submit(
            NewOrder(id: name, input: input, workflow: "w", createdAt: machine.now)
        )
    }
}

/// A function that needs the provider for some orders.
private final class BrokenProvider: Integration {
    private let machine: SimulatedMachine
    private let fault: `A broken provider`.Fault
    private let state = Mutex(State())

    private struct State {
        var isMended = false
        var asked = 0
        var others = 0
        var mended = 0
    }

    init(_ machine: SimulatedMachine, _ fault: `A broken provider`.Fault) {
        (self.machine, self.fault) = (machine, fault)
    }

    var asked: Int { state.withLock { $0.asked } }
    /// How many orders ended that did not need it.
    var others: Int { state.withLock { $0.others } }
    /// How many orders ended that did.
    var mended: Int { state.withLock { $0.mended } }

    func mend() { state.withLock { $0.isMended = true } }

    func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
        guard visit.order.text.hasPrefix("needs") else {
            try? await machine.sleep(for: .milliseconds(20))
            state.withLock { $0.others += 1 }
            return .succeeded(.null)
        }
        let key = Delivery.Key(state: visit.state, visit: visit.id, name: "mail")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "c0ffee")
        guard let result = try? await visit.deliveries.deliver(intent, send: send) else {
            return .abandoned(reason: "?")
        }
        switch result {
        case .sent:
            state.withLock { $0.mended += 1 }
            return .succeeded(.null)
        case .held(let reason): return .held(reason: reason)
        case .refused(let refusal):
            let delay = refusal.retryAfter ?? .seconds(1)
            return .postponed(for: delay, reason: refusal.error, gate: "email")
        }
    }

    private func send() async -> Deliveries.Attempt {
        let isMended = state.withLock { state in
            state.asked += 1
            return state.isMended
        }
        if isMended { return .accepted(messageID: "m") }
        switch fault {
        case .throttles:
            return .refused(
                .init(error: "Throttling", cause: "slow", retryAfter: .seconds(2), isThrottle: true)
            )
        case .isAway:
            return .refused(.init(error: "Away", cause: "refused", retryAfter: .seconds(5)))
        case .isSilent:
            try? await machine.sleep(for: .seconds(30))
            return .uncertain(reason: "timeout")
        }
    }
}
