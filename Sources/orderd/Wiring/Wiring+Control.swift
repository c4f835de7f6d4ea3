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
    }

    func makeControl(_ engine: Engine) async throws -> Control {
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
            bulk: BulkRedriver(store: store, control: control, clock: clock, logger: logger),
            suppressions: engine.suppressions,
            tasks: TaskDesk(
                store: store,
                clock: clock,
                digests: engine.configuration.digests,
                dispatcher: dispatcher
            ),
            children: ChildKeeper(store: store, control: control, clock: clock, logger: logger)
        )
    }

    private func makeHousekeeper(_ dispatcher: Dispatcher, _ gate: IntakeGate) -> Housekeeper {
        Housekeeper(
            store: store,
            clock: clock,
            dispatcher: dispatcher,
            gate: gate,
            limits: startUp.settings.housekeepingLimits,
            freeSpace: { [store] in try? await store.freeSpace() },
            logger: logger
        )
    }

    /// What is told of all this: the health answer, looked at for the first time, and the metrics.
    func makeObserved(
        _ engine: Engine,
        _ intake: OrderIntake,
        _ control: Control,
        _ outside: Outside,
        _ sources: [QueueConsumer]
    ) async -> OrderAPI.Parts.Observed {
        let checks = HealthChecks(
            store: store,
            dispatcher: engine.dispatcher,
            housekeeper: control.housekeeper,
            scheduler: engine.scheduler,
            aws: outside.aws,
            account: engine.account,
            shipper: outside.shipper,
            sources: sources,
            misplaced: { [store] in store.misplaced },
            rescuedCopy: { [store] in store.rescuedCopy },
            settings: startUp.settings,
            clock: clock
        )
        let health = HealthMonitor(
            checks: checks.all,
            clock: clock,
            version: Version.text,
            gate: control.gate
        )
        await health.refresh()
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        outside.aws.register(in: registry)
        outside.http.register(as: "http_tasks", in: registry)
        lines?.register(in: registry)
        store.meter.register(in: registry)
        engine.scheduler.register(in: registry, clock)
        return OrderAPI.Parts.Observed(
            dispatcher: engine.dispatcher,
            housekeeper: control.housekeeper,
            health: health,
            metrics: ServiceMetrics(
                registry: registry,
                intake: intake,
                dispatcher: engine.dispatcher
            )
        )
    }
}
