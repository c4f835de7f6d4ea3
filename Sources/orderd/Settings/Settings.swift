import HTTP
import Integrations
import Logging
import OrderAPI
import Orders

/// Everything that can be set, with its default.
///
/// `config/orderd.yaml` lists the same keys with one comment each.
struct Settings: Sendable {
    var http = HTTP()
    var tls = TLS()
    var orders = Orders()
    var data = Data()
    var queue = Queue()
    var retention = Retention()
    var workflow = Workflow()
    var email = Email()
    var notice = Notice()
    /// For each kind of delivery, under the key that its name is.
    var deliveries = Delivery.Kind.known.map { Delivering(kind: $0) }
    var deliveryMode = Deliveries.Mode.live
    var modeChange = ModeChange.Permission.refuse
    var suppressions = Suppressions()
    var sources = Sources()
    var feedback = Feedback()
    var functions = FunctionLimits()
    var lambda = Lambda()
    var httpTask = HTTPTask()
    var schedules = Schedules()
    var heartbeat = Heartbeat()
    var health = Health()
    var alerts = Alerts()
    var aws = AWS()
    var sandbox = Sandbox()
    var log = Log()
    var cloudwatch = CloudWatch()

    struct HTTP: Sendable {
        var host = "127.0.0.1"
        var port = 8080
        var auth = Auth.none
        var keys = ""
        var keysFile = ""
        var rateLimit = 0
        var metrics = MetricsAccess.open
        var console = ConsoleAccess.shown
        var corsOrigins = CrossOrigin.Origins()
        var allowedHosts = BrowserGuard.Hosts()
        /// Three on two processors too: one alone is busy while the other processor waits for it.
        var loops = 3
        var maximumBodySize = 256 * 1024
        var maximumConnections = 10_000
        var maximumConnectionsPerAddress = 0
        var headTimeout = Duration.seconds(10)
        var bodyTimeout = Duration.seconds(10)
        var idleTimeout = Duration.seconds(75)
    }

    /// Who may call.
    enum Auth: String, Sendable, CaseIterable {
        /// Whoever reaches the port.
        case none
        /// Who has an API key or a client certificate.
        case keys
        /// Keys when there are any; without them only a service on loopback starts.
        case unset
    }

    /// Who may read the metrics.
    enum MetricsAccess: String, Sendable, CaseIterable {
        /// Everybody.
        case open
        /// Whoever may read orders.
        case keys
    }

    /// Whether there are pages for operators.
    enum ConsoleAccess: String, Sendable, CaseIterable {
        case shown
        case absent
    }

    struct TLS: Sendable {
        var certificateFile = ""
        var privateKeyFile = ""
        var clientRootsFile = ""
        var clientCertificates = ClientCertificates.optional
        var clientScopes = "orders:write,orders:read"
    }

    /// Whether clients must show a certificate, once there are roots for it.
    enum ClientCertificates: String, Sendable, CaseIterable {
        case optional
        case required
    }

    struct Orders: Sendable {
        var schemaFile = ""
    }

    struct Data: Sendable {
        var directory = "data"
        var isShared = false
        var writerCacheMB = 32
        var readerCacheMB = 8
        var minimumFreeMB = 256
    }

    struct Retention: Sendable {
        var age = Duration.seconds(30 * 86_400)
        var orders = 1_000_000
    }

    struct Queue: Sendable {
        static let usualConcurrency = 256
        /// What is not said of calls and connections follows it: with fewer of them orders would be taken up to wait.
        var concurrency = usualConcurrency
        var backlogLimit = 5_000_000
        var leaseDuration = Duration.seconds(60)
        var pollInterval = Duration.seconds(1)
        var gracePeriod = Duration.seconds(20)
    }

    struct Workflow: Sendable {
        /// Empty: the usual file where there is one, else the built-in one.
        var file = ""
        var limits = Limits.orderd
        var name = "SimpleOrderWorkflow"
        var requiresEmail = true
        /// Of workflows that differ.
        var requiresEmails: [String: Bool] = [:]
        /// A folder of other definitions.
        var directory = ""
        /// A JSONata expression that tells from an order which workflow it is for.
        var route = ""
        /// What definitions may call.
        var allow = WorkflowAllowance.usual
    }

    /// APIs that definitions call over HTTP.
    struct HTTPTask: Sendable {
        var allow = HostRules(setting: "httpTask.allow")
        var secretsFile = ""
        /// Empty: the machine's own.
        var roots = ""
        var timeout = Duration.seconds(60)
        var concurrency = Queue.usualConcurrency
    }

    /// What an execution may use.
    enum Limits: String, Sendable, CaseIterable {
        /// AWS's quotas are told of when they are passed, and executions go on.
        case orderd
        /// AWS's quotas end an execution, as on AWS.
        case aws
    }

    struct Email: Sendable {
        var sender = ""
        /// Empty: the usual file where there is one, else the built-in one; so also below.
        var subjectTemplate = ""
        var textTemplate = ""
        /// Empty: e-mails have no HTML.
        var htmlTemplate = ""
        /// A template that lies with SES, in place of ours.
        var sesTemplate = ""
        var replyTo = ""
        var cc = ""
        var bcc = ""
        var headers = ""
        var tags = ""
        var configurationSet = ""
        /// The member of an order that lists its attachments.
        var attachments = ""
        /// Files of the folder that go with every e-mail.
        var attachedFiles = ""
        var attachmentsDirectory = ""
    }

    struct Notice: Sendable {
        var topicARN = ""
        var subjectTemplate = ""
        var messageTemplate = ""
        var protocolTemplates = ""
        var attributes = ""
    }

    /// What deliveries of one kind may do, whatever they are.
    struct Delivering: Sendable {
        let kind: Delivery.Kind
        var policy = DeliveryPolicy.hold
        /// Of workflows that have their own.
        var policies: [String: DeliveryPolicy] = [:]
        var concurrency = Queue.usualConcurrency
        var rate = 0
    }

    struct Suppressions: Sendable {
        var intake = SuppressedOrders.refuse
    }

    /// Where orders come from beside HTTP.
    struct Sources: Sendable {
        var sqs: [QueueSetting] = []
        var receivers = 2
        var visibility = Duration.seconds(60)
    }

    /// What SES tells of e-mails after they were sent.
    struct Feedback: Sendable {
        /// The queue that its events are led into; nil: none is.
        var queue: QueueSetting?
    }

    /// What becomes of a new order whose customer nothing is sent to.
    enum SuppressedOrders: String, Sendable, CaseIterable {
        /// It is not accepted, and its client is told.
        case refuse
        /// It is accepted; its e-mail is refused when its turn comes.
        case accept
    }

    /// Functions of one's own, beside the service; empty: none, and the defaults.
    struct Lambda: Sendable {
        /// Functions that are called at most once; `*` is all.
        var notIdempotent: Set<String> = []
        var directory = ""
        var python = ""
        var user = ""
        var pass = ""
    }

    struct Schedules: Sendable {
        var file = ""
    }

    struct Heartbeat: Sendable {
        var schedule = "rate(5 minutes)"
        var timeZone = "UTC"
        var url = ""

        /// The schedule that is none: the function does not run.
        static let off = "off"

        var isOff: Bool { schedule == Self.off }
    }

    struct AWS: Sendable {
        var connectTimeout = Duration.seconds(3)
        var connectionAge = Duration.seconds(300)
        var requestTimeout = Duration.seconds(30)
        var maximumConnections = Queue.usualConcurrency
    }

    struct Sandbox: Sendable {
        var isEnabled = false
    }

    struct Log: Sendable {
        var level = Logger.Level.info
        /// Of components that differ, by their names.
        var levels: [String: Logger.Level] = [:]
        var format = LogFormat.auto
        var requests = RequestLines.all
        /// Empty: standard error.
        var file = ""
        /// Lines that say the same in a window; 0: as many as there are.
        var repeats = 100
        var repeatWindow = Duration.seconds(10)
    }

    struct CloudWatch: Sendable {
        /// Empty: no lines are shipped.
        var logGroup = ""
        /// Empty: named after the machine and the start.
        var logStream = ""
        var createsGroup = true
        var metrics = EmbeddedMetrics.off
        var namespace = "orderd"
        var metricsInterval = Duration.seconds(60)
    }

    /// Where metrics go in Embedded Metric Format.
    enum EmbeddedMetrics: String, Sendable, CaseIterable {
        case off
        /// To standard error among the log's lines, from where agents take them.
        case log
        /// To the log stream.
        case ship
    }

    /// Which requests have a log line.
    enum RequestLines: String, Sendable, CaseIterable {
        case all
        /// Those answered with 4xx or 5xx.
        case errors
        case none
    }

    enum LogFormat: String, Sendable, CaseIterable {
        /// Text on a terminal, JSON elsewhere.
        case auto
        case json
        case text
    }
}
