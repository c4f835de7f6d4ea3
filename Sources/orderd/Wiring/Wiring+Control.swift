import Foundation
import Integrations
import OrderAPI
import OrderStoreSQLite
import Orders
import Telemetry

extension Wiring {
    /// What looks after orders beside their workflow, by itself or for people.
    struct Control {
        var gate: IntakeGate
        var orders: OrderControl
        var housekeeper: Housekeeper
        var bulk: BulkRedriver
        var suppressions: SuppressionList
        var tasks: TaskDesk
        var children: ChildKeeper
        var schedules: Schedules
    }

    /// What runs schedules, and where they are changed.
    struct Schedules {
        var keeper: ScheduleKeeper
        var desk: ScheduleDesk
    }

    func makeControl(_ engine: Engine, _ alerts: AlertDesk) async throws -> Control {
        let dispatcher = engine.dispatcher
        let gate = engine.gate
        let control = OrderControl(
            store: store,
            clock: clock,
            workflows: engine.workflows,
            configuration: engine.configuration,
            dispatcher: dispatcher,
            gate: gate
        )
        try await control.queue.restore()
        if startsPaused {
            try await control.queue.set(.paused, by: Operator("orderd", reason: "serve --paused"))
        }
        return Control(
            gate: gate,
            orders: control,
            housekeeper: makeHousekeeper(dispatcher, gate),
            bulk: BulkRedriver(
                store: store,
                control: control,
                clock: clock,
                logger: logs.logger(.engine)
            ),
            suppressions: engine.suppressions,
            tasks: TaskDesk(
                store: store,
                clock: clock,
                digests: engine.configuration.digests,
                dispatcher: dispatcher
            ),
            children: ChildKeeper(
                store: store,
                control: control,
                clock: clock,
                logger: logs.logger(.engine)
            ),
            schedules: try await makeSchedules(engine, alerts)
        )
    }

    /// The store's schedules are made those of the file before anything runs.
    private func makeSchedules(_ engine: Engine, _ alerts: AlertDesk) async throws -> Schedules {
        let keeper = ScheduleKeeper(
            store: store,
            orders: engine.scheduled,
            zones: { try? ZoneFolder().rules(of: $0) },
            clock: clock,
            logger: logs.logger(.engine),
            onMissed: { name, count in
                alerts.note(.scheduleMissed(name.text, count))
            }
        )
        let rules = SchedulePlan.rules(
            startUp.settings,
            region: engine.configuration.region
        ) { [workflows = engine.workflows] in workflows.all.map(\.name) }
        let desk = ScheduleDesk(store: store, rules: rules, keeper: keeper, clock: clock)
        try await desk.adopt(startUp.schedules.schedules, logger: logs.logger(.engine))
        return Schedules(keeper: keeper, desk: desk)
    }

    private func makeHousekeeper(_ dispatcher: Dispatcher, _ gate: IntakeGate) -> Housekeeper {
        Housekeeper(
            store: store,
            clock: clock,
            dispatcher: dispatcher,
            gate: gate,
            limits: startUp.settings.housekeepingLimits,
            freeSpace: { [store] in try? await store.freeSpace() },
            logger: logs.logger(.engine)
        )
    }

    /// What is told of all this: the health answer, looked at for the first time, and the metrics.
    func makeObserved(
        _ engine: Engine,
        _ intake: OrderIntake,
        _ control: Control,
        _ outside: Outside,
        _ sources: [QueueConsumer],
        _ board: HealthBoard,
        _ alerts: AlertDesk
    ) async -> OrderAPI.Parts.Observed {
        let checks = HealthChecks(
            store: store,
            dispatcher: engine.dispatcher,
            housekeeper: control.housekeeper,
            scheduler: engine.scheduler,
            schedules: control.schedules.keeper,
            aws: outside.aws,
            account: engine.account,
            shipper: outside.shipper,
            sources: sources,
            misplaced: { [store] in store.misplaced },
            rescuedCopy: { [store] in store.rescuedCopy },
            settings: startUp.settings,
            clock: clock,
            board: board,
            alerts: { alerts.ways.isEmpty ? nil : alerts.status },
            begunAt: clock.now
        )
        let health = HealthMonitor(
            checks: checks.all,
            clock: clock,
            version: Version.text,
            revision: Version.revision,
            gate: control.gate
        )
        await health.refresh()
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        outside.aws.register(in: registry)
        outside.http.register(as: "http_tasks", in: registry)
        lines?.register(in: registry)
        tracing?.register(in: registry)
        store.meter.register(in: registry)
        engine.scheduler.register(in: registry, clock)
        registry.gauge(
            "orderd_build_info",
            help: "1, with what is running.",
            labels: ["version": Version.text, "revision": Version.revision ?? ""]
        ) { 1 }
        control.schedules.keeper.register(in: registry)
        alerts.register(in: registry)
        return OrderAPI.Parts.Observed(
            dispatcher: engine.dispatcher,
            housekeeper: control.housekeeper,
            health: health,
            metrics: ServiceMetrics(
                registry: registry,
                intake: intake,
                dispatcher: engine.dispatcher
            ),
            node: OrderAPI.Parts.Node(
                name: store.node,
                boot: Int(store.epoch),
                startedAt: clock.now,
                version: Version.full,
                host: ThisHost.name,
                processID: Int(ProcessInfo.processInfo.processIdentifier)
            )
        )
    }
}
