import AWSSandbox
import HTTP
import Integrations
import Logging
import Orders

extension Wiring {
    /// What stands outside of the process, and how it is reached.
    struct Outside {
        var sandbox: Sandbox?
        var aws: AWSAccess
        var http: HTTPClient
    }

    func makeOutside() throws -> Outside {
        let sandbox =
            startUp.settings.sandbox.isEnabled ? try Sandbox(loops: [loop], logger: logger) : nil
        let aws = startUp.aws ?? sandbox.map(AWSAccess.init)
        guard let aws else { preconditionFailure("without sandbox there is access to AWS") }
        for proxy in aws.proxies.summary {
            logger.notice("calls to AWS go through a proxy", metadata: ["proxy": "\(proxy)"])
        }
        let http = try aws.httpClient(startUp.settings.aws, on: loop)
        return Outside(sandbox: sandbox, aws: aws, http: http)
    }

    /// What carries orders on.
    struct Engine {
        var workflows: WorkflowCatalog
        var configuration: EngineConfiguration
        var dispatcher: Dispatcher
        var scheduler: Scheduler
    }

    func makeEngine(_ outside: Outside) -> Engine {
        let catalog = makeCatalog(outside)
        let workflows = WorkflowCatalog(current: startUp.workflow, store: store)
        let configuration = startUp.settings.engineConfiguration(region: outside.aws.region)
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
    private func makeCatalog(_ outside: Outside) -> TaskCatalog {
        TaskCatalog(
            processOrder: ProcessOrderFunction(
                startUp.settings.processOrderConfiguration(startUp.files.templates),
                ses: outside.aws.sesClient(outside.http),
                sns: outside.aws.snsClient(outside.http),
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
