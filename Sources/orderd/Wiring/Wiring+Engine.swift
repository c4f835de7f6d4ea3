import AWS
import AWSSandbox
import HTTP
import Integrations
import LocalFunctions
import Logging
import Orders
import StatesLanguage

extension Wiring {
    /// What stands outside of the process, and how it is reached.
    struct Outside {
        var sandbox: Sandbox?
        var aws: AWSConnection
        /// For APIs that definitions call over HTTP.
        var http: HTTPClient
        var functions: LocalFunctions?
        var shipper: LogShipper?
        /// For the heartbeat's URL.
        var heartbeat: HTTPClient?
        /// For the alerts' webhook.
        var webhook: HTTPClient?
    }

    func makeOutside() throws -> Outside {
        let sandbox =
            startUp.settings.sandbox.isEnabled
            ? try Sandbox(loops: [loop], logger: logs.logger(.sandbox)) : nil
        let access = startUp.aws ?? sandbox.map(AWSAccess.init)
        guard var access else { preconditionFailure("without sandbox there is access to AWS") }
        let functions = try makeFunctions()
        access.functions =
            functions.flatMap { Endpoint(url: $0.endpoint) } ?? startUp.sandboxFunctions?.endpoint
        for proxy in access.proxies.summary {
            logs.logger(.aws).notice(
                "calls to AWS go through a proxy",
                metadata: ["proxy": "\(proxy)"]
            )
        }
        let aws = try AWSConnection(
            access,
            startUp.settings.aws,
            polls: startUp.settings.polls,
            on: loop,
            logger: logs.logger(.aws)
        )
        return Outside(
            sandbox: sandbox,
            aws: aws,
            http: try startUp.httpTask.makeClient(through: access.proxies, on: loop),
            functions: functions,
            shipper: try makeShipper(aws),
            heartbeat: try startUp.heartbeat?.url.map { _ in
                try HeartbeatURL.client(through: access.proxies, on: loop)
            },
            webhook: try startUp.alerts.makeClient(through: access.proxies, on: loop)
        )
    }

    /// Functions of one's own, on a port that nobody needs to know.
    private func makeFunctions() throws -> LocalFunctions? {
        guard let plan = startUp.functions, let functionsLoop else { return nil }
        var configuration = plan.configuration
        configuration.gracePeriod = startUp.settings.queue.gracePeriod
        let logger = logs.logger(.functions)
        let functions = try LocalFunctions(configuration, on: functionsLoop, logger: logger)
        plan.announce(functions.endpoint, logger)
        return functions
    }

    /// What carries orders on.
    struct Engine {
        var workflows: WorkflowCatalog
        var configuration: EngineConfiguration
        var dispatcher: Dispatcher
        var scheduler: Scheduler
        /// Puts runs of schedules on disk.
        var scheduled: ScheduledOrders
        var suppressions: SuppressionList
        /// Whether orders are taken, and why not.
        var gate: IntakeGate
        var account: SESAccountWatch
        var httpTask: HTTPTaskIntegration
    }

    func makeEngine(_ outside: Outside) async throws -> Engine {
        let suppressions = try await SuppressionList(store: store, clock: clock)
        let gates = startUp.settings.gates(clock: clock)
        let ses = try outside.aws.sesClient()
        let account = SESAccountWatch(
            ses,
            sender: startUp.files.messages.email.sender.address.mailbox,
            gate: gates.deliveries[.email],
            clock: clock,
            logger: logs.logger(.aws)
        )
        let processOrder = ProcessOrderFunction(
            startUp.files.messages,
            ses: ses,
            sns: try outside.aws.snsClient(),
            suppressions: suppressions,
            account: account,
            logger: logs.logger(.aws)
        )
        let definitions = startUp.files.workflows
        let workflows = WorkflowCatalog(
            current: definitions.current,
            others: definitions.others,
            store: store
        )
        var configuration = startUp.settings.engineConfiguration(region: outside.aws.access.region)
        configuration.tracer = tracing?.tracer
        if let messages = outside.sandbox?.messages {
            configuration.noteSent = { messages.note(order: $1.text, of: $0) }
        }
        let (wake, tasks, gate) = (WakeSignal(), TaskSignals(), IntakeGate())
        let children = ChildOrders(
            store: store,
            clock: clock,
            workflows: workflows,
            configuration: configuration,
            wake: wake,
            tasks: tasks,
            gate: gate,
            backlog: startUp.settings.queue.backlogLimit
        )
        let scheduled = ScheduledOrders(
            store: store,
            clock: clock,
            workflows: workflows,
            configuration: configuration,
            wake: wake,
            gate: gate,
            backlog: startUp.settings.queue.backlogLimit
        )
        let access = makeAccess(outside, configuration, suppressions)
        let httpTask = HTTPTaskIntegration(
            over: outside.http,
            HTTPTaskIntegration.Configuration(
                timeout: startUp.settings.httpTask.timeout,
                region: outside.aws.access.region,
                allowance: startUp.settings.workflow.allow
            ),
            connections: startUp.httpTask.connections
        )
        // Who performs tasks: what is added in `Integrations` gets its parts here.
        let catalog = TaskCatalog(
            processOrder: processOrder,
            heartbeat: makeHeartbeat(outside),
            startExecution: StartExecutionTask(children),
            lambda: LambdaIntegration(
                access,
                notIdempotent: startUp.settings.lambda.notIdempotent
            ),
            http: httpTask,
            services: ServiceIntegration(access, logger: logs.logger(.aws))
        )
        let dispatcher = Dispatcher(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: catalog,
            configuration: configuration,
            gates: gates,
            wake: wake,
            tasks: tasks,
            logger: logs.logger(.engine)
        )
        return Engine(
            workflows: workflows,
            configuration: configuration,
            dispatcher: dispatcher,
            scheduler: makeScheduler(catalog),
            scheduled: scheduled,
            suppressions: suppressions,
            gate: gate,
            account: account,
            httpTask: httpTask
        )
    }

    /// The way to whatever services workflows call.
    private func makeAccess(
        _ outside: Outside,
        _ configuration: EngineConfiguration,
        _ suppressions: SuppressionList
    ) -> ServiceAccess {
        ServiceAccess(
            outside.aws.serviceClients(),
            allowance: startUp.settings.workflow.allow,
            timeout: startUp.settings.aws.requestTimeout,
            suppressions: suppressions
        ) { [clock] order in
            let context = configuration.context(for: order, at: clock.now)
            return [context.id, context.stateMachineId]
        }
    }

    private func makeHeartbeat(_ outside: Outside) -> HeartbeatFunction {
        guard let client = outside.heartbeat, let url = startUp.heartbeat?.url else {
            return HeartbeatFunction(logger: logs.logger(.engine))
        }
        return HeartbeatFunction(logger: logs.logger(.engine)) { try await url.tell(by: client) }
    }

    private func makeScheduler(_ catalog: TaskCatalog) -> Scheduler {
        let heartbeat = startUp.heartbeat.map { plan in
            Scheduler.Schedule(
                name: "heartbeat",
                timetable: plan.timetable(from: clock.now),
                resource: FunctionName.heartbeat.resource
            )
        }
        return Scheduler(
            schedules: [heartbeat].compactMap(\.self),
            integrations: catalog,
            clock: clock,
            logger: logs.logger(.engine)
        )
    }
}
