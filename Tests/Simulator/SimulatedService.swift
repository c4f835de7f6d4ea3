import Formats
import FoundationEssentials
import JSON
import Logging
import Orders
import StatesLanguage
import Synchronization
import TestDigests

/// Hours of the service's life, as a seed wants them: orders, faults of the providers, ends of the process, operators.
struct SimulatedService: Sendable {
    let machine: SimulatedMachine
    let providers: SimulatedProviders
    let disk = ModelStore.Disk()
    let ledger = Ledger()
    let waits: SimulatedWaits
    let policy: DeliveryPolicy

    /// How long orders come and things go wrong, in seconds.
    static let hours = 2 * 3_600
    static let orders = 25
    /// How long the workflow waits between its two tasks, in seconds.
    static let wait = 60.0
    private static let retention = Duration.seconds(2_400)
    /// How often the heartbeat is due, and how long it takes at most, in seconds.
    private static let heartbeat = (interval: 300.0, longest: 41.0)

    /// What clients and operators know.
    final class Ledger: Sendable {
        private let state = Mutex(State())

        struct State: Sendable {
            var acknowledged: Set<String> = []
            var stopped: Set<String> = []
            var workedTwice: [OrderID] = []
            var crashes = 0
            /// Heartbeats that came at the wrong time.
            var heartbeats: [String] = []
            /// Modes of the queue that were not what the store had heard last.
            var modes: [String] = []
        }

        var value: State { state.withLock { $0 } }

        func note(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
    }

    /// Hours that the seed decides; on a store that forgets what is uncertain, to see that it would be noticed.
    init(seed: UInt64, isForgetful: Bool = false) {
        machine = SimulatedMachine(seed: seed)
        providers = SimulatedProviders(machine)
        waits = SimulatedWaits(machine)
        policy = DeliveryPolicy.allCases[Int(seed % 3)]
        disk.state.withLock { $0.isForgetful = isForgetful }
    }

    private static let arn = "arn:aws:lambda:us-east-1:000000000000:function:F"
    private static let definition = """
        {"StartAt":"A","States":{
            "A":{"Type":"Task","Resource":"\(arn)","Next":"W",
                "Retry":[{"ErrorEquals":["Flaky"],"IntervalSeconds":2,"JitterStrategy":"FULL"}]},
            "W":{"Type":"Wait","Seconds":\(Int(wait)),"Next":"B"},
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
        let clock = SimulatedClock(machine)
        let store = ModelStore(disk, at: clock.now) { [machine] in
            guard process.isAlive else { throw CancellationError() }
            await machine.pause()
            guard process.isAlive else { throw CancellationError() }
        }
        guard let parts = try? await assemble(store, process, clock) else { return }
        let birth = machine.now
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await parts.dispatcher.run() }
            // Not `run`: what waits for a graceful shutdown there leaves this thread.
            group.addTask { await parts.scheduler.keepAll() }
            group.addTask { await parts.keeper.keep() }
            group.addTask { await keepHouse(parts.housekeeper) }
            group.addTask { await setClock(isLast: duration == nil) }
            group.addTask { await submitOrders(parts.intake, process, life) }
            group.addTask { await changeWeather(duration == nil) }
            group.addTask { await operate(store, parts, isLast: duration == nil) }
            if let duration {
                try? await machine.sleep(for: duration)
                if machine.happens(700) {
                    process.die()
                    ledger.note { $0.crashes += 1 }
                }
            } else {
                await settle(store, parts)
            }
            judge(parts.heartbeat, since: birth)
            group.cancelAll()
        }
        ledger.note { $0.workedTwice += process.twice }
        process.die()
    }

    /// A schedule is kept by a clock that nobody sets, and a call that takes long delays the next.
    private func judge(_ heartbeat: SimulatedHeartbeat, since birth: Date) {
        let seconds = machine.now.timeIntervalSince(birth)
        let least = Int(seconds / (Self.heartbeat.interval + Self.heartbeat.longest))
        let most = Int(seconds / Self.heartbeat.interval) + 1
        if heartbeat.overlaps > 0 { ledger.note { $0.heartbeats.append("two at a time") } }
        guard !(least...most).contains(heartbeat.count) else { return }
        ledger.note { $0.heartbeats.append("\(heartbeat.count) in \(seconds) s") }
    }

    private struct Parts {
        var dispatcher: Dispatcher
        var intake: OrderIntake
        var control: OrderControl
        var queue: QueueControl
        var housekeeper: Housekeeper
        var scheduler: Scheduler
        var heartbeat: SimulatedHeartbeat
        var keeper: ScheduleKeeper
        var clock: SimulatedClock
    }

    private func assemble(
        _ store: ModelStore,
        _ process: SimulatedProcess,
        _ clock: SimulatedClock
    ) async throws -> Parts {
        let text = Array(Self.definition.utf8)
        let workflow = Workflow(
            id: "w",
            name: "W",
            definition: text,
            machine: try StateMachine(parsing: text)
        )
        try await store.register(workflow)
        let light = Array(#"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#.utf8)
        let scheduled = Workflow(
            id: "s",
            name: "S",
            definition: light,
            machine: try StateMachine(parsing: light)
        )
        try await store.register(scheduled)
        let workflows = WorkflowCatalog(current: workflow, others: [scheduled], store: store)
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.concurrency = 8
        configuration.gracePeriod = .seconds(10)
        // Hours have many seconds; polling alone must be correct, however seldom it is.
        configuration.pollInterval = .seconds(20)
        configuration.policies = Deliveries.Policies([.email: policy, .notice: policy])
        configuration.seed = { [machine] in UInt64(machine.random(in: 0...Int.max)) }
        let function = SimulatedFunction(
            machine: machine,
            providers: providers,
            process: process,
            waits: waits
        )
        let heartbeat = SimulatedHeartbeat(machine)
        let integrations = FunctionsByName(functions: ["F": function, "H": heartbeat])
        let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        let dispatcher = Dispatcher(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: integrations,
            configuration: configuration,
            wake: WakeSignal(),
            logger: logger
        )
        let gate = IntakeGate()
        let intake = OrderIntake(
            store: store,
            clock: clock,
            workflows: workflows,
            wake: dispatcher.wake,
            gate: gate
        )
        let control = OrderControl(
            store: store,
            clock: clock,
            workflows: workflows,
            configuration: configuration,
            dispatcher: dispatcher,
            gate: gate
        )
        try await control.queue.restore()
        var limits = Housekeeper.Limits()
        limits.age = Self.retention
        let housekeeper = Housekeeper(
            store: store,
            clock: clock,
            dispatcher: dispatcher,
            gate: gate,
            limits: limits,
            freeSpace: { nil },
            logger: logger
        )
        let schedule = Scheduler.Schedule(
            name: "heartbeat",
            timetable: Timetable(
                try ScheduleExpression("rate(5 minutes)"),
                start: clock.now.wholeSecond
            ),
            resource: "arn:aws:lambda:us-east-1:000000000000:function:H"
        )
        let scheduler = Scheduler(
            schedules: [schedule],
            integrations: integrations,
            clock: clock,
            logger: logger
        )
        let keeper = ScheduleKeeper(
            store: store,
            orders: ScheduledOrders(
                store: store,
                clock: clock,
                workflows: workflows,
                configuration: configuration,
                wake: dispatcher.wake,
                gate: gate,
                backlog: 1_000
            ),
            zones: { _ in .utc },
            clock: clock,
            logger: logger
        )
        if try await store.schedules().sound.isEmpty {
            for schedule in try Self.schedules() {
                let entry = ScheduleEntry(schedule, from: .api, at: clock.now)
                _ = try await store.keep(entry, run: nil, audit: nil)
            }
        }
        return Parts(
            dispatcher: dispatcher,
            intake: intake,
            control: control,
            queue: control.queue,
            housekeeper: housekeeper,
            scheduler: scheduler,
            heartbeat: heartbeat,
            keeper: keeper,
            clock: clock
        )
    }

    /// What is run at its times: all of them, whatever becomes of clock and process, and one that passes over what comes while
    /// its last run goes on.
    static func schedules() throws -> [Schedule] {
        let definitions: [(String, JSONValue)] = [
            (
                "all",
                [
                    "expression": "rate(40 minutes)", "catchUpSeconds": 31_536_000,
                    "target": ["workflow": "S"],
                ]
            ),
            (
                "one",
                [
                    "expression": "cron(5 0/2 * * ? *)", "overlap": "buffer-one",
                    "catchUpSeconds": 31_536_000, "target": ["workflow": "S"],
                ]
            ),
        ]
        return try definitions.compactMap { name, document in
            try ScheduleName(name).map { try Schedule($0, document) }
        }
    }

    /// Prunes as the service does, and seldom enough for hours to pass quickly.
    private func keepHouse(_ housekeeper: Housekeeper) async {
        while (try? await machine.sleep(for: .seconds(120))) != nil { await housekeeper.prune() }
    }

    /// Somebody sets the clock: a day forward, an hour back, or by a little.
    private func setClock(isLast: Bool) async {
        while !isLast,
            (try? await machine.sleep(for: .seconds(machine.random(in: 300...6_000)))) != nil
        {
            switch machine.random(in: 1...4) {
            case 1: machine.setClock(by: 86_400)
            case 2: machine.setClock(by: -3_600)
            default: machine.setClock(by: Double(machine.random(in: -90...90)))
            }
        }
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
            do {
                switch try await intake.submit(OrderRequest(body(of: next))) {
                case .accepted, .replayed, .repeated:
                    ledger.note { $0.acknowledged.insert("o-\(next)") }
                    try await machine.sleep(for: .seconds(machine.random(in: 0...400)))
                case .closed, .keyTaken, .conflict: try await machine.sleep(for: .seconds(5))
                }
            } catch {
                guard process.isAlive, !Task.isCancelled else { return }
            }
        }
    }

    /// Every fifth order is not to be taken up before some minutes have passed.
    private func body(of number: Int) -> [UInt8] {
        var order: JSONObject = [
            "orderId": .string("o-\(number)"), "customerEmail": "a@example.com",
        ]
        // Always the same instant, since the same order may have to be sent again.
        if number.isMultiple(of: 5) { order["notBefore"] = "2027-01-15T08:30:00Z" }
        return JSONValue.object(order).bytes
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

    /// Stops some orders, runs some again, erases some, rests the queue, and decides about what is uncertain.
    private func operate(_ store: ModelStore, _ parts: Parts, isLast: Bool) async {
        let control = parts.control
        let ada = Operator("ada")
        while !isLast,
            (try? await machine.sleep(for: .seconds(machine.random(in: 60...900)))) != nil
        {
            guard let number = OrderID("o-\(machine.random(in: 1...Self.orders))") else {
                continue
            }
            switch machine.random(in: 1...6) {
            case 1:
                guard case .changed? = try? await control.stop(number, by: ada) else { continue }
                ledger.note { $0.stopped.insert(number.text) }
            case 2: _ = try? await control.redrive(number, redrive, by: ada)
            case 3: _ = try? await control.erase(number, by: ada)
            case 4: await rest(parts.queue, store)
            default:
                let decision = Delivery.Decision.allCases[machine.random(in: 0...1)]
                for delivery in (try? await store.deliveries(.uncertain, limit: 3)) ?? [] {
                    let now = parts.clock.now
                    _ = try? await store.decide(delivery.id, decision, by: ada, at: now)
                }
            }
        }
    }

    private var redrive: Redrive {
        Redrive(from: machine.happens(500) ? .failedState : .beginning(input: nil))
    }

    /// Some people tell the queue different things at the same time; later it runs again.
    private func rest(_ queue: QueueControl, _ store: ModelStore) async {
        await withTaskGroup(of: Void.self) { group in
            for mode in [QueueMode.paused, .draining, .running] {
                group.addTask { try? await queue.set(mode, by: Operator("ada")) }
            }
        }
        // Who is cancelled or dead in the midst of it has no say.
        if let kept = try? await store.queueMode(), !Task.isCancelled, kept != queue.mode {
            ledger.note { $0.modes.append("\(queue.mode) instead of \(kept)") }
        }
        try? await machine.sleep(for: .seconds(machine.random(in: 1...200)))
        try? await queue.set(.running, by: Operator("ada"))
    }

    /// Waits for the end of all orders, and decides what a person has to.
    private func settle(_ store: ModelStore, _ parts: Parts) async {
        let ada = Operator("ada")
        try? await parts.queue.set(.running, by: ada)
        let deadline = machine.now.addingTimeInterval(48 * 3_600)
        while machine.now < deadline {
            try? await machine.sleep(for: .seconds(30))
            if store.backlog == 0, ledger.value.acknowledged.count == Self.orders { return }
            for delivery in (try? await store.deliveries(.uncertain, limit: 100)) ?? [] {
                let now = parts.clock.now
                _ = try? await store.decide(delivery.id, .assumeSent, by: ada, at: now)
            }
            let held = try? await store.list(OrderQuery(OrderFilter(status: .held), limit: 100))
            for order in held?.orders ?? [] {
                _ = try? await parts.control.redrive(order.id, by: ada)
            }
        }
    }
}
