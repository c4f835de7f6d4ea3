public import Logging
public import Orders

extension OrderAPI {
    /// What the routes work on.
    public struct Parts: Sendable {
        /// What orders go into and are read from.
        public var orders: Ordering
        /// What operators act with.
        public var control: OrderControl
        /// What is told of the service.
        public var observed: Observed
        /// Who may come in.
        public var entrance: Entrance
        /// Where faults that no client can mend are told.
        public var logger: Logger
        /// With `--sandbox`: the captured e-mails and notices as JSON text.
        public var sandboxMessages: (@Sendable () async -> [UInt8])?
        /// What is being worked on or waited for.
        let inHand = RequestsInHand()
        let endedDocuments = EndedDocuments()

        /// These parts.
        public init(
            orders: Ordering,
            control: OrderControl,
            observed: Observed,
            entrance: Entrance = Entrance(),
            logger: Logger,
            sandboxMessages: (@Sendable () async -> [UInt8])? = nil
        ) {
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
    public struct Ordering: Sendable {
        /// Where new orders go.
        public var intake: OrderIntake
        /// Where orders are looked up.
        public var store: any OrderStore & OrderReader
        /// The clock by which ages are told.
        public var clock: any WallClock

        /// Those.
        public init(intake: OrderIntake, store: any OrderStore & OrderReader, clock: any WallClock)
        {
            self.intake = intake
            self.store = store
            self.clock = clock
        }
    }

    /// What is told of the service.
    public struct Observed: Sendable {
        /// What works on the orders.
        public var dispatcher: Dispatcher
        /// Knows how fast orders come and go.
        public var housekeeper: Housekeeper
        /// Keeps the health answer fresh.
        public var health: HealthMonitor
        /// What is counted.
        public var metrics: ServiceMetrics

        /// Those.
        public init(
            dispatcher: Dispatcher,
            housekeeper: Housekeeper,
            health: HealthMonitor,
            metrics: ServiceMetrics
        ) {
            self.dispatcher = dispatcher
            self.housekeeper = housekeeper
            self.health = health
            self.metrics = metrics
        }
    }

    /// Who may come in.
    public struct Entrance: Sendable {
        /// Who may do what; nil: whoever reaches the port may do everything.
        public var access: AccessControl?
        /// Without `access`: what keeps web pages out.
        public var browsers: BrowserGuard

        /// By default whoever reaches the port, and no web page.
        public init(access: AccessControl? = nil, browsers: BrowserGuard = BrowserGuard()) {
            self.access = access
            self.browsers = browsers
        }
    }
}
