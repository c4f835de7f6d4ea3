import FoundationEssentials
import JSON
import Logging
import Orders
import StatesLanguage
import Synchronization

/// Hours of the service's life, as a seed wants them: orders, faults of the providers, ends of the process, operators.
struct SimulatedService: Sendable {
    let machine: SimulatedMachine
    let providers: SimulatedProviders
    let disk = ModelStore.Disk()
    let ledger = Ledger()
    let policy: DeliveryPolicy

    /// How long orders come and things go wrong, in seconds.
    static let hours = 2 * 3_600
    static let orders = 25

    /// What clients and operators know.
    final class Ledger: Sendable {
        private let state = Mutex(State())

        struct State: Sendable {
            var acknowledged: Set<String> = []
            var stopped: Set<String> = []
            var workedTwice: [OrderNumber] = []
            var crashes = 0
        }

        var value: State { state.withLock { $0 } }

        func note(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
    }

    /// Hours that the seed decides; on a store that forgets what is uncertain, to see that it would be noticed.
    init(seed: UInt64, isForgetful: Bool = false) {
        machine = SimulatedMachine(seed: seed)
        providers = SimulatedProviders(machine)
        policy = seed.isMultiple(of: 2) ? .hold : .resend
        disk.state.withLock { $0.isForgetful = isForgetful }
    }

    private static let arn = "arn:aws:lambda:us-east-1:000000000000:function:F"
    private static let definition = """
        {"StartAt":"A","States":{
            "A":{"Type":"Task","Resource":"\(arn)","Next":"W",
                "Retry":[{"ErrorEquals":["Flaky"],"IntervalSeconds":2,"JitterStrategy":"FULL"}]},
            "W":{"Type":"Wait","Seconds":60,"Next":"B"},
            "B":{"Type":"Task","Resource":"\(arn)","End":true,
                "Retry":[{"ErrorEquals":["Flaky"],"MaxAttempts":2}]}}}
        """

    /// Plays until every order has come to its end.
    func play() async {
        let end = machine.now.addingTimeInterval(Double(Self.hours))
        var life = 0
        while machine.now < end {
            let seconds = machine.random(in: 1...1_500)
            await live(for: .seconds(seconds), life)
            life += 1
        }
        providers.set(.fair)
        await live(for: nil, life)
    }

    /// One process from its start to its end: by a crash, or in order; the last one ends when all is done.
    private func live(for duration: Duration?, _ life: Int) async {
        let process = SimulatedProcess()
        let store = ModelStore(disk, at: machine.now) { [machine] in
            guard process.isAlive else { throw CancellationError() }
            await machine.pause()
            guard process.isAlive else { throw CancellationError() }
        }
        guard let parts = try? await assemble(store, process) else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await parts.dispatcher.run() }
            group.addTask { await submitOrders(parts.intake, process, life) }
            group.addTask { await changeWeather(duration == nil) }
            group.addTask { await operate(store, parts.control, isLast: duration == nil) }
            if let duration {
                try? await machine.sleep(for: duration)
                if machine.happens(700) {
                    process.die()
                    ledger.note { $0.crashes += 1 }
                }
            } else {
                await settle(store, parts.control)
            }
            group.cancelAll()
        }
        ledger.note { $0.workedTwice += process.twice }
        process.die()
    }

    private struct Parts {
        var dispatcher: Dispatcher
        var intake: OrderIntake
        var control: OrderControl
    }

    private func assemble(_ store: ModelStore, _ process: SimulatedProcess) async throws -> Parts {
        let text = Array(Self.definition.utf8)
        let workflow = Workflow(
            id: "w",
            name: "W",
            definition: text,
            machine: try StateMachine(parsing: text)
        )
        try await store.register(workflow)
        let workflows = WorkflowCatalog(current: workflow, store: store)
        var configuration = EngineConfiguration()
        configuration.concurrency = 8
        configuration.gracePeriod = .seconds(10)
        // Hours have many seconds; polling alone must be correct, however seldom it is.
        configuration.pollInterval = .seconds(20)
        configuration.policies = Deliveries.Policies(email: policy, notice: policy)
        configuration.seed = { [machine] in UInt64(machine.random(in: 0...Int.max)) }
        let function = SimulatedFunction(machine: machine, providers: providers, process: process)
        let dispatcher = Dispatcher(
            store: store,
            clock: machine,
            workflows: workflows,
            integrations: IntegrationCatalog(functions: ["F": function]),
            configuration: configuration,
            wake: WakeSignal(),
            logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        )
        let intake = OrderIntake(
            store: store,
            clock: machine,
            workflows: workflows,
            wake: dispatcher.wake
        )
        let control = OrderControl(
            store: store,
            clock: machine,
            workflows: workflows,
            configuration: configuration,
            wake: dispatcher.wake
        )
        return Parts(dispatcher: dispatcher, intake: intake, control: control)
    }

    /// A client that sends each order until it is acknowledged.
    private func submitOrders(
        _ intake: OrderIntake,
        _ process: SimulatedProcess,
        _ life: Int
    ) async {
        while true {
            let known = ledger.value.acknowledged
            guard let next = (1...Self.orders).first(where: { !known.contains("o-\($0)") }) else {
                return
            }
            let body = #"{"orderId":"o-\#(next)","customerEmail":"a@example.com"}"#
            do {
                _ = try await intake.submit(Array(body.utf8))
                ledger.note { $0.acknowledged.insert("o-\(next)") }
                try await machine.sleep(for: .seconds(machine.random(in: 0...400)))
            } catch {
                guard process.isAlive, !Task.isCancelled else { return }
            }
        }
    }

    private func changeWeather(_ isFair: Bool) async {
        guard !isFair else { return }
        while true {
            let weather = SimulatedProviders.Weather(rawValue: machine.random(in: 0...12)) ?? .fair
            providers.set(weather)
            let duration = Duration.seconds(machine.random(in: 10...300))
            guard (try? await machine.sleep(for: duration)) != nil else { return }
        }
    }

    /// Stops some orders, runs some again, and decides about what is uncertain.
    private func operate(_ store: ModelStore, _ control: OrderControl, isLast: Bool) async {
        let ada = Operator("ada")
        while !isLast,
            (try? await machine.sleep(for: .seconds(machine.random(in: 60...900)))) != nil
        {
            guard let number = OrderNumber("o-\(machine.random(in: 1...Self.orders))") else {
                continue
            }
            switch machine.random(in: 1...4) {
            case 1:
                guard case .changed? = try? await control.stop(number, by: ada) else { continue }
                ledger.note { $0.stopped.insert(number.text) }
            case 2: _ = try? await control.redrive(number, by: ada)
            default:
                let decision = Delivery.Decision.allCases[machine.random(in: 0...1)]
                for delivery in (try? await store.deliveries(.uncertain, limit: 3)) ?? [] {
                    _ = try? await store.decide(delivery.id, decision, by: ada, at: machine.now)
                }
            }
        }
    }

    /// Waits for the end of all orders, and decides what a person has to.
    private func settle(_ store: ModelStore, _ control: OrderControl) async {
        let ada = Operator("ada")
        let deadline = machine.now.addingTimeInterval(48 * 3_600)
        while machine.now < deadline {
            try? await machine.sleep(for: .seconds(30))
            if store.backlog == 0, ledger.value.acknowledged.count == Self.orders { return }
            for delivery in (try? await store.deliveries(.uncertain, limit: 100)) ?? [] {
                _ = try? await store.decide(delivery.id, .assumeSent, by: ada, at: machine.now)
            }
            let held = try? await store.list(OrderQuery(status: .held, limit: 100))
            for order in held?.orders ?? [] {
                _ = try? await control.redrive(order.number, by: ada)
            }
        }
    }
}
