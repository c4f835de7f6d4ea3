package import Logging
package import Orders
package import Telemetry

extension OrderAPI {
    /// What the routes work on.
    package struct Parts: Sendable {
        /// What orders go into and are read from.
        package var orders: Ordering
        package var control: OrderControl
        package var observed: Observed
        package var entrance: Entrance
        /// Where faults that no client can mend are told.
        package var logger: Logger
        /// With `--sandbox`: the captured e-mails and notices.
        package var sandboxMessages: SandboxMessages?
        /// What is logged of each component; nil: nobody changes it here.
        package var logLevels: LogLevels?
        /// What the service was set to.
        package var settings: [SettingReport] = []
        /// What is being worked on or waited for.
        let inHand = RequestsInHand()
        let endedDocuments = EndedDocuments()

        package init(
            orders: Ordering,
            control: OrderControl,
            observed: Observed,
            entrance: Entrance = Entrance(),
            logger: Logger,
            sandboxMessages: SandboxMessages? = nil,
            logLevels: LogLevels? = nil
        ) {
            self.logLevels = logLevels
            self.orders = orders
            self.control = control
            self.observed = observed
            self.entrance = entrance
            self.logger = logger
            self.sandboxMessages = sandboxMessages
        }

        /// Where orders are looked up, which nearly every route does.
        var store: any OrderStore & OrderReader { orders.store }
        /// The clock by which ages are told.
        var clock: any WallClock { orders.clock }
    }
}

extension OrderAPI.Parts {
    /// What orders go into and are read from.
    package struct Ordering: Sendable {
        package var intake: OrderIntake
        package var store: any OrderStore & OrderReader
        /// The clock by which ages are told.
        package var clock: any WallClock
        /// Whom nothing is sent to; nil: there is no list.
        package var suppressions: SuppressionList?
        /// Where definitions are read and replaced; nil: nowhere.
        package var workflows: WorkflowDesk?
        /// Where definitions are checked and tried; nil: nowhere.
        package var trials: WorkflowTrials?
        /// What shows what was sent; nil: nothing does.
        package var contents: SentContents?
        /// Where schedules are looked at and changed; nil: nowhere.
        package var schedules: ScheduleDesk?
        /// Where the ends of tasks are told; nil: nowhere.
        package var tasks: TaskDesk?
        /// Takes the spans of requests; nil: none are recorded.
        package var tracer: Tracer?
        /// `http` or `https`, for those spans.
        package var scheme = "http"
        /// The largest order, in bytes, alone or as a line of a batch.
        package var maximumSize = 256 * 1_024

        package init(intake: OrderIntake, store: any OrderStore & OrderReader, clock: any WallClock)
        {
            self.intake = intake
            self.store = store
            self.clock = clock
        }
    }

    /// What is told of the service.
    package struct Observed: Sendable {
        package var dispatcher: Dispatcher
        /// Knows how fast orders come and go.
        package var housekeeper: Housekeeper
        package var health: HealthMonitor
        package var metrics: ServiceMetrics
        /// This process.
        package var node: Node

        package init(
            dispatcher: Dispatcher,
            housekeeper: Housekeeper,
            health: HealthMonitor,
            metrics: ServiceMetrics,
            node: Node
        ) {
            self.node = node
            self.dispatcher = dispatcher
            self.housekeeper = housekeeper
            self.health = health
            self.metrics = metrics
        }
    }

    /// Who may come in.
    package struct Entrance: Sendable {
        /// Who may do what; nil: whoever reaches the port may do everything.
        package var access: AccessControl?
        /// Without `access`: what keeps web pages out.
        package var browsers: BrowserGuard

        /// By default whoever reaches the port, and no web page.
        package init(access: AccessControl? = nil, browsers: BrowserGuard = BrowserGuard()) {
            self.access = access
            self.browsers = browsers
        }
    }
}
