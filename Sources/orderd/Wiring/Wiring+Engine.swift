import AWSSandbox
import Integrations
import Orders

extension Wiring {
    /// What stands outside of the process, and how it is reached.
    struct Outside {
        var sandbox: Sandbox?
        var aws: AWSConnection
    }

    func makeOutside() throws -> Outside {
        let sandbox =
            startUp.settings.sandbox.isEnabled ? try Sandbox(loops: [loop], logger: logger) : nil
        let access = startUp.aws ?? sandbox.map(AWSAccess.init)
        guard let access else { preconditionFailure("without sandbox there is access to AWS") }
        let aws = try AWSConnection(access, startUp.settings.aws, on: loop, logger: logger)
        return Outside(sandbox: sandbox, aws: aws)
    }

    /// What carries orders on.
    struct Engine {
        var workflows: WorkflowCatalog
        var configuration: EngineConfiguration
        var dispatcher: Dispatcher
        var scheduler: Scheduler
    }

    func makeEngine(_ outside: Outside) throws -> Engine {
        let catalog = try makeCatalog(outside)
        let workflows = WorkflowCatalog(current: startUp.workflow, store: store)
        let configuration = startUp.settings.engineConfiguration(region: outside.aws.access.region)
        let dispatcher = Dispatcher(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: catalog,
            configuration: configuration,
            gates: startUp.settings.gates(clock: clock),
            wake: WakeSignal(),
            logger: logger
        )
        return Engine(
            workflows: workflows,
            configuration: configuration,
            dispatcher: dispatcher,
            scheduler: makeScheduler(catalog)
        )
    }

    /// Who performs tasks: what is added in `Integrations` gets its parts here.
    private func makeCatalog(_ outside: Outside) throws -> TaskCatalog {
        try TaskCatalog(
            processOrder: ProcessOrderFunction(
                startUp.settings.processOrderConfiguration(startUp.files.templates),
                ses: outside.aws.sesClient(),
                sns: outside.aws.snsClient(),
                logger: logger
            ),
            heartbeat: HeartbeatFunction(logger: logger)
        )
    }

    private func makeScheduler(_ catalog: TaskCatalog) -> Scheduler {
        let heartbeat = startUp.heartbeat.map { expression in
            Scheduler.Schedule(
                name: "heartbeat",
                expression: expression,
                resource: FunctionName.heartbeat.resource
            )
        }
        return Scheduler(
            schedules: [heartbeat].compactMap(\.self),
            integrations: catalog,
            clock: clock,
            logger: logger
        )
    }
}
