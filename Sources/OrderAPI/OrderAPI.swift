public import HTTP
import HTTPTypes
import JSON
public import Logging
public import Orders

/// The service over HTTP: finds the route, answers, and turns every fault into a problem.
public struct OrderAPI: HTTPHandler {
    let parts: Parts
    private let router: Router<Endpoint>

    /// What the routes work on.
    public struct Parts: Sendable {
        /// Where new orders go.
        public var intake: OrderIntake
        /// Where orders are looked up.
        public var store: any OrderStore
        /// The clock by which ages are told.
        public var clock: any WallClock
        /// What works on the orders.
        public var dispatcher: Dispatcher
        /// What people do to orders beside their workflow.
        public var control: OrderControl
        /// Raised when there is a new bulk redrive.
        public var bulkWake: WakeSignal
        /// What the queue as a whole does.
        public var queue: QueueControl
        /// Knows how fast orders come and go.
        public var housekeeper: Housekeeper
        /// Keeps the health answer fresh.
        public var health: HealthMonitor
        /// What is counted.
        public var metrics: ServiceMetrics
        /// What is being worked on or waited for.
        let inHand = RequestsInHand()
        /// Who may do what; nil: whoever reaches the port may do everything.
        public var access: AccessControl?
        /// Where faults that no client can mend are told.
        public var logger: Logger
        /// With `--sandbox`: the captured e-mails and notices as JSON text.
        public var sandboxMessages: (@Sendable () async -> [UInt8])?

        /// These parts.
        public init(
            intake: OrderIntake,
            store: any OrderStore,
            clock: any WallClock,
            dispatcher: Dispatcher,
            control: OrderControl,
            bulkWake: WakeSignal,
            queue: QueueControl,
            housekeeper: Housekeeper,
            health: HealthMonitor,
            metrics: ServiceMetrics,
            access: AccessControl? = nil,
            logger: Logger,
            sandboxMessages: (@Sendable () async -> [UInt8])? = nil
        ) {
            self.intake = intake
            self.store = store
            self.clock = clock
            self.dispatcher = dispatcher
            self.control = control
            self.bulkWake = bulkWake
            self.queue = queue
            self.housekeeper = housekeeper
            self.health = health
            self.metrics = metrics
            self.access = access
            self.logger = logger
            self.sandboxMessages = sandboxMessages
        }
    }

    /// What a route leads to.
    enum Endpoint: Sendable {
        case submit
        case list
        case order
        case history
        case events
        case stop
        case redrive
        case erase
        case bulkRedrive
        case bulkRedrives
        case oneBulkRedrive
        case cancelBulk
        case deliveries
        case decide
        case queue
        case setQueue(QueueMode)
        case health
        case live
        case ready
        case metrics
        case openAPI
        case sandboxMessages
        case index
        case problem
    }

    /// The API over those parts.
    public init(_ parts: Parts) {
        self.parts = parts
        var router = Router<Endpoint>()
        router.add(.get, "/", .index)
        router.add(.post, "/orders", .submit)
        router.add(.get, "/orders", .list)
        router.add(.get, "/orders/{id}", .order)
        router.add(.get, "/orders/{id}/history", .history)
        router.add(.get, "/orders/{id}/events", .events)
        router.add(.post, "/orders/{id}/stop", .stop)
        router.add(.post, "/orders/{id}/redrive", .redrive)
        router.add(.delete, "/orders/{id}", .erase)
        router.add(.post, "/redrives", .bulkRedrive)
        router.add(.get, "/redrives", .bulkRedrives)
        router.add(.get, "/redrives/{id}", .oneBulkRedrive)
        router.add(.post, "/redrives/{id}/cancel", .cancelBulk)
        router.add(.get, "/deliveries", .deliveries)
        router.add(.post, "/deliveries/{id}/decision", .decide)
        router.add(.get, "/queue", .queue)
        router.add(.post, "/queue/pause", .setQueue(.paused))
        router.add(.post, "/queue/resume", .setQueue(.running))
        router.add(.post, "/queue/drain", .setQueue(.draining))
        router.add(.get, "/health", .health)
        router.add(.get, "/livez", .live)
        router.add(.get, "/readyz", .ready)
        router.add(.get, "/metrics", .metrics)
        router.add(.get, "/openapi.json", .openAPI)
        router.add(.get, "/problems/{id}", .problem)
        if parts.sandboxMessages != nil { router.add(.get, "/sandbox/messages", .sandboxMessages) }
        self.router = router
    }

    /// Answers one request.
    public func respond(to request: ServerRequest) async -> ServerResponse {
        switch router.match(request.head) {
        case .found(let endpoint, let route):
            await respond(to: request, endpoint, route)
        case .options(let allow):
            ServerResponse(.noContent, fields: [.allow: allow])
        case .otherMethods(let allow):
            refuse(request, .method(request.method, allow: allow))
        case .unknownMethod: refuse(request, .unknownMethod(request.method))
        case .unknownPath: refuse(request, .unknownPath)
        case .malformedPath:
            refuse(request, .badRequest("the path holds an escape that is no UTF-8"))
        }
    }

    /// A batch may be larger than one order.
    public func maximumBodySize(for head: RequestHead) -> Int? {
        guard head.method == .post, Self.isBatch(head.fields) else { return nil }
        return Self.maximumBatchSize
    }

    /// The answer to what never became a request, in the same shape as every other problem.
    public func answer(to refusal: RequestRefusal, requestID: String) -> ServerResponse {
        let title = refusal.status.reasonPhrase
        let problem = Problem(
            status: refusal.status,
            type: title.lowercased().replacing(" ", with: "-"),
            title: title,
            detail: refusal.detail
        )
        return problem.response(requestID: requestID, route: nil)
    }

    private func refuse(_ request: ServerRequest, _ problem: Problem) -> ServerResponse {
        problem.response(requestID: request.id, route: nil)
    }

    private func respond(
        to request: ServerRequest,
        _ endpoint: Endpoint,
        _ route: Route
    ) async -> ServerResponse {
        guard let access = parts.access, let scope = endpoint.scope(access.rules) else {
            return await respondAdmitted(to: request, endpoint, route)
        }
        do throws(Problem) {
            let caller = try access.admit(request, scope, now: parts.clock.now)
            var request = request
            request.identity = caller.name
            var response = await respondAdmitted(to: request, endpoint, route)
            if let limit = caller.limit { response.fields.add(rate: limit.rate, limit.verdict) }
            return response
        } catch {
            return error.response(requestID: request.id, route: route.pattern)
        }
    }

    private func respondAdmitted(
        to request: ServerRequest,
        _ endpoint: Endpoint,
        _ route: Route
    ) async -> ServerResponse {
        var response: ServerResponse
        do {
            response = try await answer(request, endpoint, route.parameters)
            response.route = route.pattern
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                parts.logger.error(
                    "request failed",
                    metadata: [
                        "request.id": "\(request.id)", "error": "\(error)",
                        "request.identity": "\(request.identity ?? "-")",
                    ]
                )
            }
            response = problem.response(requestID: request.id, route: route.pattern)
        }
        response.identity = request.identity
        return response
    }

    private func answer(
        _ request: ServerRequest,
        _ endpoint: Endpoint,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        switch endpoint {
        case .submit: try await submit(request)
        case .list: try await list(request)
        case .order: try await order(request, parameters)
        case .history: try await history(request, parameters)
        case .events: try await events(request, parameters)
        case .stop: try await stop(request, parameters)
        case .redrive: try await redrive(request, parameters)
        case .erase: try await erase(request, parameters)
        case .bulkRedrive: try await bulkRedrive(request)
        case .bulkRedrives: try await bulkRedrives()
        case .oneBulkRedrive: try await bulkRedrive(parameters)
        case .cancelBulk: try await cancelBulk(request, parameters)
        case .deliveries: try await deliveries(request)
        case .decide: try await decide(request, parameters)
        case .queue: try await queue()
        case .setQueue(let mode): try await setQueue(mode, request)
        case .health: parts.health.response()
        case .live:
            ServerResponse(.ok, fields: [.contentType: "text/plain"], body: Array("ok\n".utf8))
        case .ready: parts.health.readiness()
        case .metrics: try await metrics()
        case .openAPI: .json(.ok, OpenAPIDocument.bytes)
        case .sandboxMessages: .json(.ok, await parts.sandboxMessages?() ?? [])
        case .index: index()
        case .problem: try problemPage(parameters)
        }
    }
}

extension OrderAPI.Endpoint {
    /// What a caller needs; nil: nothing, it is open to everybody.
    func scope(_ rules: AccessControl.Rules) -> Scope? {
        switch self {
        case .submit: .write
        case .list, .order, .history, .events, .deliveries, .queue, .sandboxMessages: .read
        case .bulkRedrives, .oneBulkRedrive: .read
        case .stop, .redrive, .bulkRedrive, .cancelBulk, .decide, .setQueue: .operate
        case .erase: .admin
        case .metrics: rules.guardsMetrics ? .read : nil
        case .health, .live, .ready, .openAPI, .index, .problem: nil
        }
    }
}

extension Problem {
    /// The one place in which faults become answers.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let faults as OrderFaults: self = .invalidOrder(faults.faults)
        case let error as JSONError: self = .badRequest("the body is not JSON: \(error)")
        case let error as StoreError: self = .unavailable("\(error)")
        default:
            self = Problem(
                status: .internalServerError,
                type: "internal",
                title: "Internal error",
                detail: "the service could not do this; its log says why under this request's id"
            )
        }
    }
}

extension ServerResponse {
    /// An answer of JSON text.
    static func json(
        _ status: HTTPResponse.Status,
        _ body: [UInt8],
        fields: HTTPFields = HTTPFields()
    ) -> ServerResponse {
        var fields = fields
        // No caller gives another: looking for one costs more than writing it.
        fields.append(HTTPField(name: .contentType, value: "application/json"))
        return ServerResponse(status, fields: fields, body: body)
    }
}
