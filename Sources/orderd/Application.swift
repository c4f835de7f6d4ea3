import AWS
import AWSSandbox
import Foundation
import HTTP
import Integrations
import JSON
import Logging
import OrderAPI
import OrderStoreSQLite
import Orders
import ServiceLifecycle
import Sockets
import StatesLanguage
import Telemetry
import UnixSignals

/// The running service: everything is constructed and wired here, and nowhere else.
struct Application {
    private let startUp: StartUp
    private let settings: Settings
    private let logger: Logger
    private let clock = SteadyClock()
    /// Whether no order is taken up until somebody lets the queue go on.
    private let startsPaused: Bool

    init(_ startUp: StartUp, paused: Bool) {
        self.startUp = startUp
        startsPaused = paused
        settings = startUp.settings
        logger = LogSettings.logger(startUp.settings.log)
    }

    /// Serves until SIGTERM or SIGINT, then ends in order: no new requests, no new claims, the rest handed back.
    func run() async throws {
        ProcessLimits.ignoreBrokenPipes()
        let openFiles = ProcessLimits.raiseOpenFiles()
        let configuration = serverConfiguration(openFiles)
        let front = try EventLoopGroup(count: settings.http.loops, name: "http")
        let back = try EventLoopGroup(count: 1, name: "engine")
        // Accepting comes first: what works on accepted orders takes the processor time that is left.
        back.loops[0].makeWay()
        let listener = try bind(front)
        let store = try openStore()
        if let restoration = store.restoration {
            logger.warning(
                "the store is a copy of an earlier time: the queue is paused until POST /queue/resume",
                metadata: ["store.restoration": "\(restoration.description)"]
            )
        }
        if store.isUnattested {
            logger.warning(
                "the lock file says nothing of this store: whether it is the newest cannot be told. It is neither deleted nor left behind when a store is moved"
            )
        }
        try await store.register(startUp.workflow)
        let services = try await assemble(store, listener, configuration, front, back.loops[0])
        let signals = await SignalWatch(logger: logger)
        logger.notice(
            "serving",
            metadata: [
                "http.address": "\(listener.localAddress)", "version": "\(Version.text)",
                "workflow.name": "\(startUp.workflow.name)",
                "sandbox": "\(settings.sandbox.isEnabled)",
                "http.auth": "\(startUp.frontDoor.isGuarded ? "keys" : "none")",
                "http.tls": "\(startUp.frontDoor.context != nil)",
            ]
        )
        if configuration.maximumConnections < settings.http.maximumConnections {
            logger.warning(
                "fewer connections than http.maximumConnections: the limit of open files is low",
                metadata: [
                    "http.connections": "\(configuration.maximumConnections)",
                    "process.openFiles": "\(openFiles)",
                ]
            )
        }
        for path in startUp.tightened {
            logger.warning(
                "others could read this: its rights were tightened",
                metadata: ["file": "\(path)"]
            )
        }
        for warning in startUp.workflow.machine.warnings {
            logger.warning("doubtful workflow", metadata: ["workflow.warning": "\(warning)"])
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let services = services
            let serviceGroup = ServiceGroup(services: services.all, logger: logger)
            group.addTask {
                await signals.obey {
                    // At once and not in turn: the server may need the whole grace period for itself.
                    services.health.stop()
                    services.dispatcher.stop()
                    await serviceGroup.triggerGracefulShutdown()
                }
            }
            try await serviceGroup.run()
            // What was recorded since the first copy.
            if store.misplaced != nil { await services.store.rescue() }
            try await store.close()
            group.cancelAll()
        }
        front.shutdown()
        back.shutdown()
        let wasCutOff = services.dispatcher.status.wasCutOff
        logger.notice("stopped", metadata: ["cut.off": "\(wasCutOff)"])
        if wasCutOff { throw UnusualEnd.cutOff }
    }

    /// The services in the order of their start, and those that a signal speaks to before their turn comes.
    private struct Services: Sendable {
        var all: [any Service]
        var health: HealthMonitor
        var dispatcher: Dispatcher
        var store: StoreWatch
    }

    private func bind(_ front: EventLoopGroup) throws -> TCPListener {
        do {
            return try TCPListener.bind(to: startUp.address, on: front.loops[0])
        } catch {
            let problem =
                "cannot listen there: \(error.reason). Stop what does, or set another port"
            let place = "http.port \(startUp.address)"
            throw SettingFaults(faults: [SettingFault(place: place, problem: problem)])
        }
    }

    private func openStore() throws -> SQLiteOrderStore {
        let configuration = SQLiteOrderStore.Configuration(
            path: settings.data.file,
            writerCacheMB: settings.data.writerCacheMB,
            readerCacheMB: settings.data.readerCacheMB
        )
        do {
            return try SQLiteOrderStore(configuration, at: clock.now)
        } catch let fault as OpenFault {
            let place = "data.directory"
            throw SettingFaults(faults: [SettingFault(place: place, problem: "\(fault)")])
        }
    }

    /// The services in the order of their start; they are stopped in the opposite order, the server first.
    private func assemble(
        _ store: SQLiteOrderStore,
        _ listener: TCPListener,
        _ configuration: ServerConfiguration,
        _ front: EventLoopGroup,
        _ engine: EventLoop
    ) async throws -> Services {
        let sandbox = try startSandbox(on: engine)
        let aws = startUp.aws ?? sandbox.map(AWSAccess.init)
        guard let aws else { preconditionFailure("without sandbox there is access to AWS") }
        let http = try aws.httpClient(settings.aws, on: engine)
        let integrations = integrations(aws, http)
        let workflows = WorkflowCatalog(current: startUp.workflow, store: store)
        let gates = makeGates()
        let dispatcher = Dispatcher(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: integrations,
            configuration: engineConfiguration(aws),
            gates: gates,
            wake: WakeSignal(),
            logger: logger
        )
        let control = OrderControl(
            store: store,
            clock: clock,
            workflows: workflows,
            configuration: engineConfiguration(aws),
            wake: dispatcher.wake,
            runs: dispatcher.runs
        )
        let gate = IntakeGate()
        let queue = QueueControl(store: store, clock: clock, dispatcher: dispatcher, gate: gate)
        try await queue.restore()
        if startsPaused {
            try await queue.set(.paused, by: Operator("orderd", reason: "serve --paused"))
        }
        let housekeeper = housekeeper(store, dispatcher, gate)
        let bulkWake = WakeSignal()
        let bulk = BulkRedriver(
            store: store,
            control: control,
            clock: clock,
            wake: bulkWake,
            logger: logger
        )
        let scheduler = scheduler(integrations)
        let checks = HealthChecks(
            store: store,
            dispatcher: dispatcher,
            housekeeper: housekeeper,
            scheduler: scheduler,
            credentials: aws.credentials,
            misplaced: { store.misplaced },
            rescuedCopy: { store.rescuedCopy },
            settings: settings,
            clock: clock
        )
        let health = HealthMonitor(checks: checks.all, clock: clock, version: Version.text)
        await health.refresh()
        let messages = sandbox.map { sandbox in
            { @Sendable () async in sandbox.messages.document.bytes }
        }
        let metrics = ServiceMetrics(registry: MetricsRegistry(), gates: gates)
        let access = startUp.frontDoor.accessControl()
        let api = OrderAPI(
            OrderAPI.Parts(
                intake: intake(store, workflows, dispatcher.wake, gate),
                store: store,
                clock: clock,
                dispatcher: dispatcher,
                control: control,
                bulkWake: bulkWake,
                queue: queue,
                housekeeper: housekeeper,
                health: health,
                metrics: metrics,
                access: access,
                browsers: startUp.frontDoor.browserGuard,
                logger: logger,
                sandboxMessages: messages
            )
        )
        let origins = settings.http.corsOrigins
        let handler: any HTTPHandler = origins.isEmpty ? api : CrossOrigin(api, origins: origins)
        let server = HTTPServer(
            configuration: configuration,
            listener: listener,
            loops: front.loops,
            tls: startUp.frontDoor.context,
            logger: logger,
            accessLog: accessLog(metrics),
            handler: handler
        )
        let files = startUp.frontDoor.watched(access) { server.replaceTLS(with: $0) }
        let storeWatch = StoreWatch(store: store, health: health, clock: clock, logger: logger)
        let inside: [any Service] = [
            FileWatch(entries: files, logger: logger), storeWatch, StartUpCode(clock: clock), http,
            health, housekeeper, scheduler, bulk, dispatcher,
        ]
        let behind = (sandbox.map { [$0] } ?? []) + inside
        var all: [any Service] = behind.map { OnLoop($0, engine) }
        all.append(server)
        return Services(all: all, health: health, dispatcher: dispatcher, store: storeWatch)
    }

    /// Counts every request, and writes its line.
    private func accessLog(_ metrics: ServiceMetrics) -> @Sendable (AccessRecord) -> Void {
        guard let log = RequestLog(settings.log) else { return metrics.note }
        return { record in
            metrics.note(record)
            log.note(record)
        }
    }

    private func startSandbox(on loop: EventLoop) throws -> Sandbox? {
        guard settings.sandbox.isEnabled else { return nil }
        return try Sandbox(loops: [loop], logger: logger)
    }

    private func integrations(_ access: AWSAccess, _ http: HTTPClient) -> IntegrationCatalog {
        let processOrder = ProcessOrderFunction(
            ProcessOrderFunction.Configuration(
                sender: settings.email.sender,
                topic: settings.notice.topicARN,
                templates: startUp.templates,
                timeout: settings.aws.requestTimeout
            ),
            ses: access.sesClient(http),
            sns: access.snsClient(http),
            logger: logger
        )
        return IntegrationCatalog(
            functions: [
                FunctionName.processOrder.rawValue: processOrder,
                FunctionName.heartbeat.rawValue: HeartbeatFunction(logger: logger),
            ]
        )
    }

    private func scheduler(_ integrations: IntegrationCatalog) -> Scheduler {
        let heartbeat = Scheduler.Schedule(
            name: "heartbeat",
            expression: startUp.schedule,
            resource: "arn:aws:lambda:::function:\(FunctionName.heartbeat.rawValue)"
        )
        return Scheduler(
            schedules: [heartbeat],
            integrations: integrations,
            clock: clock,
            logger: logger
        )
    }

    private func intake(
        _ store: SQLiteOrderStore,
        _ workflows: WorkflowCatalog,
        _ wake: WakeSignal,
        _ gate: IntakeGate
    ) -> OrderIntake {
        OrderIntake(
            store: store,
            clock: clock,
            workflows: workflows,
            wake: wake,
            limits: OrderIntake.Limits(backlog: settings.queue.backlogLimit),
            gate: gate,
            schema: startUp.orderSchema
        )
    }

    private func housekeeper(
        _ store: SQLiteOrderStore,
        _ dispatcher: Dispatcher,
        _ gate: IntakeGate
    ) -> Housekeeper {
        var limits = Housekeeper.Limits()
        limits.age = settings.retention.age
        limits.endedOrders = settings.retention.orders
        limits.backlog = settings.queue.backlogLimit
        limits.freeSpace = settings.data.minimumFreeMB * 1024 * 1024
        return Housekeeper(
            store: store,
            clock: clock,
            dispatcher: dispatcher,
            gate: gate,
            limits: limits,
            freeSpace: { try? await store.freeSpace() },
            logger: logger
        )
    }

    /// What SES and SNS are asked at most; their own wish to be asked less comes on top.
    private func makeGates() -> ProviderGates {
        let (email, notice, limits) = (settings.email, settings.notice, settings.functions)
        let limited = Set(limits.concurrency.keys).union(limits.rate.keys)
        return ProviderGates(
            email: makeGate(email.concurrency, email.rate),
            notice: makeGate(notice.concurrency, notice.rate),
            functions: Dictionary(
                uniqueKeysWithValues: limited.map { name in
                    let concurrency = limits.concurrency[name] ?? settings.queue.concurrency
                    return (name, makeGate(concurrency, limits.rate[name] ?? 0))
                }
            )
        )
    }

    private func makeGate(_ concurrency: Int, _ rate: Int) -> ProviderGate {
        let rate = rate == 0 ? nil : Double(rate)
        return ProviderGate(
            ProviderGate.Limits(concurrency: concurrency, rate: rate),
            clock: clock
        )
    }

    private func engineConfiguration(_ access: AWSAccess) -> EngineConfiguration {
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.concurrency = settings.queue.concurrency
        configuration.leaseDuration = settings.queue.leaseDuration
        configuration.pollInterval = settings.queue.pollInterval
        configuration.gracePeriod = settings.queue.gracePeriod
        configuration.workflowName = settings.workflow.name
        configuration.region = access.region
        configuration.limits = settings.workflow.limits.interpreterLimits
        let (email, notice) = (settings.email, settings.notice)
        configuration.policies = Deliveries.Policies(email: email.policy, notice: notice.policy)
        for workflow in Set(email.policies.keys).union(notice.policies.keys) {
            configuration.policiesByWorkflow[workflow] = Deliveries.Policies(
                email: email.policies[workflow] ?? email.policy,
                notice: notice.policies[workflow] ?? notice.policy
            )
        }
        return configuration
    }

    private func serverConfiguration(_ openFiles: Int) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        configuration.maximumBodySize = settings.http.maximumBodySize
        configuration.maximumConnections = ProcessLimits.connections(
            wanted: settings.http.maximumConnections,
            openFiles: openFiles,
            outgoing: settings.aws.maximumConnections
        )
        let perAddress = settings.http.maximumConnectionsPerAddress
        configuration.maximumConnectionsPerAddress = perAddress > 0 ? perAddress : nil
        configuration.headTimeout = settings.http.headTimeout
        configuration.bodyTimeout = settings.http.bodyTimeout
        configuration.idleTimeout = settings.http.idleTimeout
        configuration.gracePeriod = settings.queue.gracePeriod
        return configuration
    }
}

extension Settings.Limits {
    /// The interpreter's numbers.
    var interpreterLimits: InterpreterLimits {
        switch self {
        case .orderd: InterpreterLimits()
        case .aws: .aws
        }
    }
}
