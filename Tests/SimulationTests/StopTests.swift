import Foundation
import JSON
import Logging
import Orders
import StatesLanguage
import Synchronization
import TestDigests
import Testing

@testable import Simulator

/// Where an order may be when somebody stops it.
enum StoppedPlace: CaseIterable {
    case queued, delayed, waiting, backingOff, working, inLine, inLineBesideTimer, atGate, held

    /// The status, whether it is due at a time, whether it is being worked on, and how many wait for SES.
    var standing: (status: OrderStatus, isDue: Bool, inFlight: Int, waiting: Int) {
        switch self {
        case .queued, .delayed: (.queued, true, 0, 0)
        case .waiting, .backingOff: (.running, true, 0, 0)
        case .inLine, .inLineBesideTimer: (.running, true, 0, 1)
        case .working, .atGate: (.running, false, 1, 0)
        case .held: (.held, false, 0, 0)
        }
    }
}

/// A stop is final at once: on a clock that stands still, no timer can lie in between.
struct `A stop` {
    @Test(arguments: StoppedPlace.allCases)
    func `is final in no time, wherever the order is`(place: StoppedPlace) throws {
        let machine = SimulatedMachine(seed: 3)
        let scene = try StopScene(machine, place)
        let report = Report()
        try machine.run { await report.set(scene.play()) }
        let outcome = try #require(report.value)
        #expect(outcome.before == "\(place.standing)")
        #expect(outcome.status == .aborted)
        #expect(outcome.inFlight == 0)
        #expect(outcome.seconds == 0)
    }

    private final class Report: Sendable {
        private let state = Mutex<StopScene.Outcome?>(nil)
        var value: StopScene.Outcome? { state.withLock { $0 } }
        func set(_ outcome: StopScene.Outcome?) { state.withLock { $0 = outcome } }
    }
}

/// An order is brought to a place, and stopped there.
private struct StopScene: Sendable {
    private let machine: SimulatedMachine
    private let place: StoppedPlace
    private let store: ModelStore
    private let workflow: Workflow
    private let dispatcher: Dispatcher
    private let control: OrderControl

    struct Outcome: Sendable {
        var before: String
        var status: OrderStatus?
        var inFlight: Int
        /// What the clock went on from the stop to the end of the order's run.
        var seconds: TimeInterval
    }

    private static let arn = "arn:aws:lambda:us-east-1:000000000000:function:F"

    init(_ machine: SimulatedMachine, _ place: StoppedPlace) throws {
        (self.machine, self.place) = (machine, place)
        store = ModelStore(ModelStore.Disk(), at: machine.now)
        let definition = Array(Self.definition(place).utf8)
        workflow = Workflow(
            id: "w",
            name: "W",
            definition: definition,
            machine: try StateMachine(parsing: definition)
        )
        let workflows = WorkflowCatalog(current: workflow, store: store)
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.seed = { UInt64(machine.random(in: 0...Int.max)) }
        // So slow that the second call of a minute stands at the gate for its turn.
        let slow = ProviderGate(ProviderGate.Limits(rate: 0.25), clock: machine)
        dispatcher = Dispatcher(
            store: store,
            clock: machine,
            workflows: workflows,
            integrations: FunctionsByName(functions: ["F": StoppedFunction(machine, place)]),
            configuration: configuration,
            gates: ProviderGates(
                deliveries: [.email: slow, .notice: ProviderGate(clock: machine)]
            ),
            wake: WakeSignal(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        control = OrderControl(
            store: store,
            clock: machine,
            workflows: workflows,
            configuration: configuration,
            dispatcher: dispatcher
        )
    }

    private static func definition(_ place: StoppedPlace) -> String {
        let retry = #""Retry":[{"ErrorEquals":["E"],"IntervalSeconds":600}]"#
        let task = #"{"Type":"Task","Resource":"\#(arn)",\#(retry),"End":true}"#
        let wait = #"{"Type":"Wait","Seconds":600,"End":true}"#
        let timeout = place == .inLineBesideTimer ? #""TimeoutSeconds":3600,"# : ""
        return #"{\#(timeout)"StartAt":"A","States":{"A":\#(place == .waiting ? wait : task)}}"#
    }

    func play() async -> Outcome? {
        guard let number = OrderID("001"), let first = OrderID("first") else { return nil }
        try? await store.register(workflow)
        if place == .queued { dispatcher.pause() }
        return await withTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try? await dispatcher.run() }
            if place == .atGate { await submit(first) }
            await submit(number)
            // Less than a turn at the gate, and longer than all else takes that comes before the wait.
            try? await machine.sleep(for: .seconds(3))
            let before = await standing(number)
            let begin = machine.now
            _ = try? await control.stop(number, by: Operator("ada"))
            // The clock stands still while somebody is ready to run.
            for _ in 0..<1_000 where dispatcher.status.inFlight > 0 { await machine.pause() }
            return Outcome(
                before: before,
                status: try? await store.order(number)?.status,
                inFlight: dispatcher.status.inFlight,
                seconds: machine.now.timeIntervalSince(begin)
            )
        }
    }

    private func standing(_ number: OrderID) async -> String {
        guard let order = try? await store.order(number),
            let summary = try? await store.summary(at: machine.now)
        else { return "lost" }
        let waiting = summary.waiting["email"] ?? 0
        let (isDue, inFlight) = (order.due != nil, dispatcher.status.inFlight)
        return "\((status: order.status, isDue: isDue, inFlight: inFlight, waiting: waiting))"
    }

    private func submit(_ number: OrderID) async {
        var order = NewOrder(
            id: number,
            input: Array("{}".utf8),
            workflow: "w",
            createdAt: machine.now
        )
        if place == .delayed { order.due = machine.now.addingTimeInterval(600) }
        _ = try? await store.submit(order)
        dispatcher.wake.raise()
        // One after the other.
        try? await machine.sleep(for: .milliseconds(100))
    }
}

/// A function that brings its order to where it is to be stopped.
private struct StoppedFunction: Integration {
    private let machine: SimulatedMachine
    private let place: StoppedPlace

    init(_ machine: SimulatedMachine, _ place: StoppedPlace) {
        (self.machine, self.place) = (machine, place)
    }

    func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else { return .succeeded(.null) }
        switch place {
        case .queued, .delayed, .waiting: return .succeeded(.null)
        case .backingOff: return .failed(error: "E", cause: "so that it is tried again")
        case .working:
            try? await machine.sleep(for: .seconds(600))
            return .succeeded(.null)
        case .inLine, .inLineBesideTimer:
            return await deliver(
                visit,
                .refused(
                    .init(error: "Slow", cause: "", retryAfter: .seconds(600), isThrottle: true)
                )
            )
        case .atGate: return await deliver(visit, .accepted(messageID: "m"))
        case .held: return await deliver(visit, .uncertain(reason: "no answer"))
        }
    }

    private func deliver(
        _ visit: TaskCall.Visit,
        _ attempt: Deliveries.Attempt
    ) async -> TaskOutcome {
        let key = Delivery.Key(state: visit.state, visit: visit.id, name: "mail")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "c0ffee")
        switch try? await visit.deliveries.deliver(intent, send: { attempt }) {
        case .sent: return .succeeded(.null)
        case .held(let reason): return .held(reason: reason)
        case .refused(let refusal):
            let delay = refusal.retryAfter ?? .seconds(600)
            return .postponed(for: delay, reason: refusal.error, gate: "email")
        case nil: return .abandoned(reason: "it was stopped")
        }
    }
}
