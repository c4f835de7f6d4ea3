import AWSSandbox
import HTTP
import JSON
import OrderAPI
import Orders
import Telemetry

extension Wiring {
    /// The service over HTTP, as callers may see it.
    func makeAPI(
        _ engine: Engine,
        _ control: Control,
        _ observed: OrderAPI.Parts.Observed,
        _ entrance: OrderAPI.Parts.Entrance,
        _ sandbox: Sandbox?
    ) -> any HTTPHandler {
        var orders = OrderAPI.Parts.Ordering(
            intake: makeIntake(engine, control),
            store: store,
            clock: clock
        )
        orders.suppressions = control.suppressions
        orders.tasks = control.tasks
        orders.maximumSize = startUp.settings.http.maximumBodySize
        let api = OrderAPI(
            OrderAPI.Parts(
                orders: orders,
                control: control.orders,
                observed: observed,
                entrance: entrance,
                logger: logger,
                sandboxMessages: sandbox.map { sandbox in
                    { @Sendable () async in sandbox.messages.document.bytes }
                }
            )
        )
        let origins = startUp.settings.http.corsOrigins
        return origins.isEmpty ? api : CrossOrigin(api, origins: origins)
    }

    private func makeIntake(_ engine: Engine, _ control: Control) -> OrderIntake {
        let isRefusing = startUp.settings.suppressions.intake == .refuse
        return OrderIntake(
            store: store,
            clock: clock,
            workflows: engine.workflows,
            wake: engine.dispatcher.wake,
            limits: startUp.settings.intakeLimits,
            gate: control.gate,
            schema: startUp.files.orderSchema,
            refusing: isRefusing ? control.suppressions : nil
        )
    }

    func makeServer(
        _ door: Door,
        _ handler: any HTTPHandler,
        _ metrics: ServiceMetrics
    ) -> HTTPServer {
        HTTPServer(
            configuration: door.configuration,
            listener: door.listener,
            loops: door.loops,
            tls: startUp.frontDoor.context,
            logger: logger,
            accessLog: accessLog(metrics),
            handler: handler
        )
    }

    /// Counts every request, and writes its line.
    private func accessLog(_ metrics: ServiceMetrics) -> @Sendable (AccessRecord) -> Void {
        let settings = startUp.settings.log
        let shipped = lines.flatMap { RequestLog(settings, for: $0) }
        let logs = [RequestLog(settings), shipped].compactMap(\.self)
        guard !logs.isEmpty else { return metrics.note }
        return { record in
            metrics.note(record)
            for log in logs { log.note(record) }
        }
    }
}
