import HTTP
import Integrations
import Logging
import OrderAPI
import OrderStoreSQLite
import Orders
import ServiceLifecycle
import Sockets
import StatesLanguage
import Telemetry
import UnixSignals

/// The running service, from its start to its end; `Wiring` makes what it consists of.
struct Application {
    private let startUp: StartUp
    private let settings: Settings
    private let logger: Logger
    private let logs: LogSettings
    private let clock = SteadyClock()
    /// The lines that wait for CloudWatch; nil when none are shipped.
    private let lines: LogBuffer?
    /// Whether no order is taken up until somebody lets the queue go on.
    private let startsPaused: Bool

    init(
        _ startUp: StartUp,
        environment: [String: String],
        paused: Bool
    ) throws(SettingFaults) {
        self.startUp = startUp
        startsPaused = paused
        settings = startUp.settings
        lines = startUp.cloudWatch.shipping.map { _ in LogBuffer() }
        do throws(LogFile.Unopened) {
            logs = try LogSettings(startUp.settings.log, lines, environment: environment)
        } catch {
            let problem = "\(startUp.settings.log.file) cannot be opened: \(error)"
            throw SettingFaults(faults: [SettingFault(place: "log.file", problem: problem)])
        }
        logger = logs.logger(.orderd)
    }

    /// Serves until SIGTERM or SIGINT, then ends in order: no new requests, no new claims, the rest handed back.
    func run() async throws {
        ProcessLimits.ignoreBrokenPipes()
        let openFiles = ProcessLimits.raiseOpenFiles()
        let configuration = settings.serverConfiguration(openFiles: openFiles)
        let front = try EventLoopGroup(count: settings.http.loops, name: "http")
        let back = try EventLoopGroup(count: 1, name: "engine")
        let inner = try startUp.functions.map { _ in
            try EventLoopGroup(count: 1, name: "functions")
        }
        // Accepting comes first: what works on accepted orders takes the processor time that is left.
        back.loops[0].makeWay()
        let listener = try bind(front)
        let store = try openStore()
        warn(of: store)
        try await settleMode(of: store)
        let workflows = startUp.files.workflows.all
        for workflow in workflows { try await store.register(workflow) }
        try await store.adopt(workflows, by: nil, at: clock.now)
        let wiring = Wiring(
            startUp: startUp,
            startsPaused: startsPaused,
            store: store,
            clock: clock,
            loop: back.loops[0],
            functionsLoop: inner?.loops[0],
            logs: logs,
            lines: lines,
            tracing: startUp.tracing.map { Tracing($0) }
        )
        let door = Wiring.Door(listener: listener, loops: front.loops, configuration: configuration)
        let services = try await wiring.services(behind: door)
        let signals = await SignalWatch(logger: logger, file: logs.file)
        announce(listener)
        warn(of: configuration, openFiles)
        warnOfStartUp()
        try await serve(services, until: signals, store)
        front.shutdown()
        back.shutdown()
        inner?.shutdown()
        let wasCutOff = services.dispatcher.status.wasCutOff
        logger.notice("stopped", metadata: ["cut.off": .stringConvertible(wasCutOff)])
        if wasCutOff { throw UnusualEnd.cutOff }
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
        do {
            return try SQLiteOrderStore(settings.storeConfiguration, at: clock.now)
        } catch let fault as OpenFault {
            let place = "data.directory"
            throw SettingFaults(faults: [SettingFault(place: place, problem: "\(fault)")])
        }
    }

    private func warn(of store: SQLiteOrderStore) {
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
    }

    /// Has orders that began in one mode of delivery go on in the other only if that was said, and notes the mode.
    private func settleMode(of store: SQLiteOrderStore) async throws {
        let mode = settings.deliveryMode
        let noted = try await store.deliveryMode()
        let summary = try await store.summary(at: clock.now)
        if let change = ModeChange(from: noted, to: mode, summary) {
            guard !change.isRefused(under: settings.modeChange) else {
                try await store.close()
                let problem =
                    "is \(mode.rawValue), and \(change.consequence). Name another data.directory, let its orders end "
                    + "in the mode they began in, or say delivery.modeChange: accept if that is meant"
                throw SettingFaults(faults: [SettingFault(place: "delivery.mode", problem: problem)]
                )
            }
            logger.warning(
                "the store was in another mode of delivery before",
                metadata: [
                    "delivery.mode": "\(mode.rawValue)", "consequence": "\(change.consequence)",
                    "orders.unfinished": .stringConvertible(change.unfinished),
                    "deliveries.withheld": .stringConvertible(change.withheld),
                ]
            )
        }
        if noted != mode { try await store.setDeliveryMode(mode) }
    }

    private func announce(_ listener: TCPListener) {
        logger.notice(
            "serving",
            metadata: [
                "http.address": "\(listener.localAddress)", "version": "\(Version.full)",
                "workflow.name": "\(startUp.workflow.name)",
                "sandbox": .stringConvertible(settings.sandbox.isEnabled),
                "http.auth": "\(startUp.frontDoor.isGuarded ? "keys" : "none")",
                "http.tls": .stringConvertible(startUp.frontDoor.context != nil),
            ]
        )
    }

    private func warn(of configuration: ServerConfiguration, _ openFiles: Int) {
        guard configuration.maximumConnections < settings.http.maximumConnections else { return }
        logger.warning(
            "fewer connections than http.maximumConnections: the limit of open files is low",
            metadata: [
                "http.connections": .stringConvertible(configuration.maximumConnections),
                "process.openFiles": .stringConvertible(openFiles),
            ]
        )
    }

    private func warnOfStartUp() {
        if !startUp.files.builtIn.isEmpty {
            logger.notice(
                "some files are the built-in ones: orderd init writes them out",
                metadata: ["files": "\(startUp.files.builtIn.joined(separator: ", "))"]
            )
        }
        if settings.deliveryMode == .shadow {
            logger.warning(
                "delivery.mode is shadow: nothing is sent, the ledger says what would have been"
            )
        }
        for path in startUp.tightened {
            logger.warning(
                "others could read this: its rights were tightened",
                metadata: ["file": "\(path)"]
            )
        }
        for warning in startUp.awsWarnings {
            logger.warning("doubtful AWS setting", metadata: ["aws.warning": "\(warning)"])
        }
        for warning in startUp.tracing?.warnings ?? [] {
            logger.warning("doubtful tracing setting", metadata: ["trace.warning": "\(warning)"])
        }
        if let warning = startUp.cloudWatch.warning {
            logger.warning(
                "doubtful CloudWatch setting",
                metadata: ["cloudwatch.warning": "\(warning)"]
            )
        }
        for workflow in startUp.files.workflows.all {
            for warning in workflow.machine.warnings {
                logger.warning(
                    "doubtful workflow",
                    metadata: [
                        "workflow.name": "\(workflow.name)", "workflow.warning": "\(warning)",
                    ]
                )
            }
        }
    }

    private func serve(
        _ services: Wiring.Services,
        until signals: SignalWatch,
        _ store: SQLiteOrderStore
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
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
    }
}
