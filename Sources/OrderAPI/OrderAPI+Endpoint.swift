import HTTP
import Orders

extension OrderAPI {
    /// What a route leads to.
    enum Endpoint: Sendable {
        case submit
        /// Orders, one a line; the media type tells them from one order.
        case batch
        case list
        case order
        case history
        case events
        case overview(Overview)
        case intervention(Intervention)
        case task(TaskAction)
        case session(SessionAction)
        case atOnce(AtOnce)

        /// What monitors and operators look at.
        enum Overview: Sendable {
            case deliveries
            case content
            case contentPage
            case queue
            case nodes
            case rates
            case bulkRedrives
            case oneBulkRedrive
            case failures
            case suppressions
            case oneSuppression
            case schedules
            case oneSchedule
            case tasks
            case workflows
            case oneWorkflow
            case workflowVersions
            case validateWorkflow
            case testWorkflow
            case metrics
            case logLevels
            case settings
            case sandboxMessages
        }

        /// What operators do.
        enum Intervention: Sendable {
            case stop
            case redrive
            case erase
            case bulkRedrive
            case cancelBulk
            case decide
            case decideMany
            case setQueue(QueueMode)
            case suppress
            case unsuppress
            case createSchedule
            case changeSchedule
            case deleteSchedule
            case reloadWorkflows
            case setLogLevels
        }

        /// What workers do, and whoever was given a task's token.
        enum TaskAction: Sendable {
            case succeed
            case fail
            case beat
            case take
        }

        /// What a person at a browser does to be known.
        enum SessionAction: Sendable {
            case show
            case open
            case end
        }

        /// What is answered from memory.
        enum AtOnce: Sendable {
            case health
            case live
            case ready
            case openAPI
            case index
            case problem
        }
    }
}

extension OrderAPI.Endpoint {
    /// What a caller needs; nil: nothing, it is open to everybody.
    func scope(_ rules: AccessControl.Rules) -> Scope? {
        switch self {
        case .submit, .batch: .write
        case .list, .order, .history, .events: .read
        case .overview(.metrics): rules.guardsMetrics ? .read : nil
        case .overview(.settings): .operate
        // It takes much of a processor.
        case .overview(.testWorkflow): .operate
        case .overview: .read
        case .intervention(.erase), .intervention(.reloadWorkflows), .intervention(.setLogLevels),
            .intervention(.createSchedule), .intervention(.changeSchedule),
            .intervention(.deleteSchedule):
            .admin
        case .intervention: .operate
        case .task: .tasks
        case .session, .atOnce: nil
        }
    }

    /// Whether a caller has to say who he is.
    func wantsCaller(_ rules: AccessControl.Rules) -> Bool {
        switch self {
        case .session(.show), .session(.end): true
        case .session(.open), .submit, .batch, .list, .order, .history, .events, .overview,
            .intervention, .task, .atOnce:
            scope(rules) != nil
        }
    }
}

extension OrderAPI.Endpoint {
    /// What its query may name.
    var queryNames: [String] {
        switch self {
        case .list: OrderFilter.names + ["limit", "cursor"]
        case .history: ["after", "limit"]
        case .events: ["after"]
        case .overview(.deliveries): ["status", "kind", "name", "limit", "cursor"]
        case .overview(.failures): ["status", "finishedAfter", "finishedBefore"]
        case .overview(.suppressions), .overview(.tasks), .overview(.schedules),
            .overview(.sandboxMessages):
            ["limit", "cursor"]
        case .overview(.rates): ["minutes"]
        case .submit, .batch: ["workflow"]
        case .session(.end): ["everywhere"]
        case .order, .overview, .intervention, .task, .session, .atOnce: []
        }
    }
}

extension OrderAPI.Endpoint {
    /// Whether it only tells whether the service is well, to whoever asks.
    var isForProbes: Bool {
        switch self {
        case .atOnce(.health), .atOnce(.live), .atOnce(.ready): true
        case .atOnce, .submit, .batch, .list, .order, .history, .events, .overview, .intervention,
            .task, .session:
            false
        }
    }
}

extension OrderAPI.Endpoint {
    /// The endpoint for what a request brings, as its head says it; throws when it takes no such thing.
    func taking(_ request: borrowing ServerRequest) throws(Problem) -> Self {
        guard case .submit = self else { return self }
        guard !request.isCoded else { throw .contentCoding }
        if request.hasJSON { return .submit }
        guard OrderAPI.isBatch(request.fields) else { throw .mediaType }
        return .batch
    }

    /// Whether new orders come with its requests.
    var bringsOrders: Bool {
        switch self {
        case .submit, .batch: true
        case .list, .order, .history, .events, .overview, .intervention, .task, .session, .atOnce:
            false
        }
    }

    /// The largest body, in bytes, where that may be larger than one order; nil: it may not.
    var maximumBodySize: Int? {
        switch self {
        case .batch: OrderAPI.maximumBatchSize
        // Step Functions takes 262,144 bytes of output; escaped and with the token they are fewer than this.
        case .task(.succeed): 1_048_576
        case .overview(.validateWorkflow), .overview(.testWorkflow): OrderAPI.maximumTrialSize
        case .submit, .list, .order, .history, .events, .overview, .intervention, .task, .session,
            .atOnce:
            nil
        }
    }
}

extension OrderAPI.Endpoint.Intervention {
    /// What is done, for the log.
    var name: String {
        switch self {
        case .stop: "stop"
        case .redrive: "redrive"
        case .erase: "erase"
        case .bulkRedrive: "bulk redrive"
        case .cancelBulk: "cancel bulk redrive"
        case .decide: "decide"
        case .decideMany: "decide about many"
        case .setQueue(let mode): "queue \(mode.rawValue)"
        case .suppress: "suppress"
        case .unsuppress: "unsuppress"
        case .createSchedule: "create schedule"
        case .changeSchedule: "change schedule"
        case .deleteSchedule: "delete schedule"
        case .reloadWorkflows: "reload workflows"
        case .setLogLevels: "set log levels"
        }
    }

    /// What the id in its path is the id of.
    var subject: String {
        switch self {
        case .stop, .redrive, .erase: "order"
        case .bulkRedrive, .cancelBulk: "bulk"
        case .decide, .decideMany: "delivery"
        case .setQueue: "queue"
        case .suppress, .unsuppress: "suppression"
        case .createSchedule, .changeSchedule, .deleteSchedule: "schedule"
        case .reloadWorkflows: "workflow"
        case .setLogLevels: "log"
        }
    }
}
