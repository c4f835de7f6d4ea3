import AWSSandbox
import Console
import HTTP
import Integrations
import JSON
import OrderAPI
import Orders
import StatesLanguage
import Telemetry

extension Wiring {
    /// The service over HTTP, as callers may see it.
    func makeAPI(
        _ intake: OrderIntake,
        _ engine: Engine,
        _ control: Control,
        _ observed: OrderAPI.Parts.Observed,
        _ entrance: OrderAPI.Parts.Entrance,
        _ sandbox: Sandbox?
    ) -> any HTTPHandler {
        var orders = OrderAPI.Parts.Ordering(
            intake: intake,
            store: store,
            clock: clock
        )
        orders.suppressions = control.suppressions
        orders.tasks = control.tasks
        orders.schedules = control.schedules.desk
        orders.workflows = makeWorkflowDesk(engine)
        orders.contents = SentContents(
            store: store,
            writer: SentMessages(startUp.files.messages),
            clock: clock
        )
        orders.trials = WorkflowTrials(
            support: .offline,
            configuration: engine.configuration,
            clock: clock
        )
        orders.tracer = tracing?.tracer
        if startUp.frontDoor.context != nil { orders.scheme = "https" }
        orders.maximumSize = startUp.settings.http.maximumBodySize
        var parts = OrderAPI.Parts(
            orders: orders,
            control: control.orders,
            observed: observed,
            entrance: entrance,
            logger: logs.logger(.http),
            sandboxMessages: sandbox.map { OrderAPI.Parts.SandboxMessages($0.messages) },
            logLevels: logs.levels
        )
        parts.settings = SettingReport.all(startUp.origins, startUp.settings)
        let api = OrderAPI(parts)
        let origins = startUp.settings.http.corsOrigins
        let service: any HTTPHandler =
            origins.isEmpty ? api : CrossOrigin(api, origins: origins)
        return startUp.settings.http.console == .shown ? Console(before: service) : service
    }

    /// Reads the definitions again when it is asked to, beside the loops: they are large, and disks may be slow.
    private func makeWorkflowDesk(_ engine: Engine) -> WorkflowDesk {
        let settings = startUp.settings
        return WorkflowDesk(
            workflows: engine.workflows,
            store: store,
            clock: clock,
            read: {
                let definitions = try await withTaskExecutorPreference(globalConcurrentExecutor) {
                    try Self.readDefinitions(settings)
                }
                return (definitions.current, definitions.others)
            },
            cases: { name in
                await withTaskExecutorPreference(globalConcurrentExecutor) {
                    WorkflowCases(of: name, settings.workflow).read()
                }
            }
        )
    }

    private static func readDefinitions(
        _ settings: Settings
    ) throws(InvalidWorkflows) -> StartUpFiles.Definitions {
        do throws(SettingFaults) {
            return try StartUpFiles.Definitions.read(settings)
        } catch {
            throw InvalidWorkflows(faults: error.faults.map(\.description))
        }
    }

    func makeIntake(_ engine: Engine, _ control: Control) -> OrderIntake {
        let isRefusing = startUp.settings.suppressions.intake == .refuse
        return OrderIntake(
            store: store,
            clock: clock,
            workflows: engine.workflows,
            wake: engine.dispatcher.wake,
            limits: startUp.settings.intakeLimits,
            gate: control.gate,
            schema: startUp.files.orderSchema,
            route: startUp.route.map { $0.name },
            refusing: isRefusing ? control.suppressions : nil,
            tracer: tracing?.tracer
        )
    }

    func makeServer(
        _ door: Door,
        _ handler: any HTTPHandler,
        _ metrics: ServiceMetrics
    ) -> HTTPServer {
        let server = HTTPServer(
            configuration: door.configuration,
            listener: door.listener,
            loops: door.loops,
            tls: startUp.frontDoor.context,
            logger: logs.logger(.http),
            accessLog: accessLog(metrics),
            handler: handler
        )
        metrics.registry.gauge("orderd_http_connections", help: "Open connections of clients.") {
            Double(server.connectionCount)
        }
        return server
    }

    /// Counts every request, and writes its line.
    private func accessLog(_ metrics: ServiceMetrics) -> @Sendable (AccessRecord) -> Void {
        let settings = startUp.settings.log
        let shipped = lines.flatMap { RequestLog(settings, logs, for: $0) }
        let all = [RequestLog(settings, logs), shipped].compactMap(\.self)
        guard !all.isEmpty else { return metrics.note }
        return { record in
            metrics.note(record)
            for log in all { log.note(record) }
        }
    }
}

extension OrderAPI.Parts.SandboxMessages {
    fileprivate init(_ messages: MessageStore) {
        self.init(
            all: { messages.document.bytes },
            page: { limit, number in
                let page = messages.page(limit, before: number)
                func texts(_ service: SandboxMessage.Service) -> [[UInt8]] {
                    page.messages.filter { $0.service == service }.map(\.document.bytes)
                }
                return Page(emails: texts(.ses), notices: texts(.sns), next: page.next)
            }
        )
    }
}
