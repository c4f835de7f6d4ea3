package import HTTP
import HTTPTypes
import JSON
import Logging
import Orders

/// The service over HTTP: finds the route, answers, and turns every fault into a problem.
package struct OrderAPI: HTTPHandler {
    let parts: Parts
    let router: Router<Endpoint>
    /// What `/openapi.json` says.
    let description: [UInt8]

    package init(_ parts: Parts) {
        self.parts = parts
        description = OpenAPIDocument.bytes(
            parts.entrance.access?.rules,
            kinds: parts.observed.dispatcher.gates.deliveries.keys,
            orders: parts.orders.intake.rules
        )
        var router = Router<Endpoint>()
        router.add(.get, "/", .atOnce(.index))
        router.add(.post, "/orders", .submit)
        router.add(.get, "/orders", .list)
        router.add(.get, "/orders/{id}", .order)
        router.add(.get, "/orders/{id}/history", .history)
        router.add(.get, "/orders/{id}/events", .events)
        router.add(.post, "/orders/{id}/stop", .intervention(.stop))
        router.add(.post, "/orders/{id}/redrive", .intervention(.redrive))
        router.add(.delete, "/orders/{id}", .intervention(.erase))
        router.add(.post, "/redrives", .intervention(.bulkRedrive))
        router.add(.get, "/redrives", .overview(.bulkRedrives))
        router.add(.get, "/redrives/{id}", .overview(.oneBulkRedrive))
        router.add(.post, "/redrives/{id}/cancel", .intervention(.cancelBulk))
        router.add(.get, "/deliveries", .overview(.deliveries))
        router.add(.post, "/deliveries/{id}/decision", .intervention(.decide))
        router.add(.post, "/deliveries/decisions", .intervention(.decideMany))
        router.add(.get, "/suppressions", .overview(.suppressions))
        router.add(.post, "/suppressions", .intervention(.suppress))
        router.add(.get, "/suppressions/{address}", .overview(.oneSuppression))
        router.add(.delete, "/suppressions/{address}", .intervention(.unsuppress))
        router.add(.get, "/schedules", .overview(.schedules))
        router.add(.post, "/schedules", .intervention(.createSchedule))
        router.add(.get, "/schedules/{name}", .overview(.oneSchedule))
        router.add(.patch, "/schedules/{name}", .intervention(.changeSchedule))
        router.add(.delete, "/schedules/{name}", .intervention(.deleteSchedule))
        router.add(.get, "/workflows", .overview(.workflows))
        router.add(.get, "/workflows/{id}", .overview(.oneWorkflow))
        router.add(.post, "/workflows/reload", .intervention(.reloadWorkflows))
        router.add(.get, "/tasks", .overview(.tasks))
        router.add(.post, "/tasks/success", .task(.succeed))
        router.add(.post, "/tasks/failure", .task(.fail))
        router.add(.post, "/tasks/heartbeat", .task(.beat))
        router.add(.post, "/activities/{name}/task", .task(.take))
        router.add(.get, "/queue", .overview(.queue))
        router.add(.post, "/queue/pause", .intervention(.setQueue(.paused)))
        router.add(.post, "/queue/resume", .intervention(.setQueue(.running)))
        router.add(.post, "/queue/drain", .intervention(.setQueue(.draining)))
        router.add(.get, "/log/levels", .overview(.logLevels))
        router.add(.post, "/log/levels", .intervention(.setLogLevels))
        router.add(.get, "/health", .atOnce(.health))
        router.add(.get, "/livez", .atOnce(.live))
        router.add(.get, "/readyz", .atOnce(.ready))
        router.add(.get, "/metrics", .overview(.metrics))
        router.add(.get, "/openapi.json", .atOnce(.openAPI))
        router.add(.get, "/problems/{id}", .atOnce(.problem))
        if parts.sandboxMessages != nil {
            router.add(.get, "/sandbox/messages", .overview(.sandboxMessages))
        }
        self.router = router
    }

    /// Refuses who may not do what he asks for, and what nobody could do, before a body is read for it.
    package func admit(_ request: inout ServerRequest) -> ServerResponse? {
        if parts.entrance.access == nil {
            if let refusal = keepOut(request) { return refusal }
            // A small order has nothing more to fear before it has been read.
            guard request.hasUnaskedBody else {
                request.isAdmitted = true
                return nil
            }
        }
        switch router.match(request.head) {
        case .found(let endpoint, let route): return admit(&request, endpoint, route)
        case .options: return nil
        case .otherMethods, .unknownMethod, .unknownPath, .malformedPath:
            return answerWithoutEndpoint(request)
        }
    }

    /// Answers what asks nobody, and an order whose document is kept.
    package func respondNow(to request: ServerRequest) -> ServerResponse? {
        guard request.method == .get, request.isAdmitted,
            case .found(let endpoint, let route) = router.match(request.head)
        else { return nil }
        do {
            try request.checkQuery(endpoint.queryNames)
            switch endpoint {
            case .atOnce(let endpoint):
                var response = try answer(endpoint, route.parameters)
                dress(&response, request, route)
                return response
            case .order:
                guard var response = try keptOrder(request, route.parameters) else { return nil }
                dress(&response, request, route)
                return response
            case .submit, .list, .history, .events, .overview, .intervention, .task: return nil
            }
        } catch {
            return failed(error, request, route)
        }
    }

    package func respond(to request: ServerRequest) async -> ServerResponse {
        guard request.isAdmitted else {
            return await respondOnceAdmitted(request)
        }
        guard case .found(let endpoint, let route) = router.match(request.head) else {
            return answerWithoutEndpoint(request)
        }
        return await respond(to: request, endpoint, route)
    }

    /// A batch may be larger than one order, and so may a task's result with its token.
    package func maximumBodySize(for head: RequestHead) -> Int? {
        guard head.method == .post else { return nil }
        if Self.isBatch(head.fields) { return Self.maximumBatchSize }
        guard case .found(.task(.succeed), _) = router.match(head) else { return nil }
        return Self.maximumResultSize
    }

    /// Step Functions takes 262,144 bytes of output; escaped and with the token they are fewer than this.
    private static let maximumResultSize = 1_048_576

    /// The answer to what never became a whole request, in the same shape as every other problem.
    package func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        let problem = Problem(refusal, of: request)
        var response = problem.response(requestID: requestID, route: nil)
        if let request, case .found(_, let route) = router.match(request.head) {
            response.route = route.pattern
            response.identity = request.identity
        }
        return response
    }

    /// The answer to what no endpoint answers; it looks the request up again, being asked seldom.
    @inline(never)
    private func answerWithoutEndpoint(_ request: ServerRequest) -> ServerResponse {
        switch router.match(request.head) {
        case .options(let allow): ServerResponse(.noContent, fields: [.allow: allow])
        case .otherMethods(let allow):
            refuse(request, .method(request.method, allow: allow))
        case .unknownMethod: refuse(request, .unknownMethod(request.method))
        case .malformedPath:
            Problem.malformedPath.response(requestID: request.id, route: nil)
        case .unknownPath, .found: refuse(request, .unknownPath)
        }
    }

    private func refuse(_ request: ServerRequest, _ problem: Problem) -> ServerResponse {
        guard let caller = AWSCaller(request) else {
            return problem.response(requestID: request.id, route: nil)
        }
        return caller.answer(problem, requestID: request.id)
    }

    /// The answer to what the guard against web pages refuses; probes know a service by many names.
    private func keepOut(_ request: borrowing ServerRequest) -> ServerResponse? {
        guard let objection = parts.entrance.browsers.objection(to: request.head) else {
            return nil
        }
        return keepOut(request, objection)
    }

    @inline(never)
    private func keepOut(
        _ request: borrowing ServerRequest,
        _ objection: BrowserGuard.Objection
    ) -> ServerResponse? {
        guard case .found(let endpoint, let route) = router.match(request.head) else {
            return Problem(objection).response(requestID: request.id, route: nil)
        }
        if endpoint.isForProbes { return nil }
        var response = Problem(objection).response(requestID: request.id, route: nil)
        dress(&response, request, route)
        return response
    }

    private func admit(
        _ request: inout ServerRequest,
        _ endpoint: Endpoint,
        _ route: Route
    ) -> ServerResponse? {
        do throws(Problem) {
            if let access = parts.entrance.access, let scope = endpoint.scope(access.rules) {
                let caller = try access.admit(request, scope, now: parts.clock.now)
                request.identity = caller.name
                request.answerFields = caller.limit.map { limit in
                    var fields = HTTPFields()
                    fields.add(rate: limit.rate, limit.verdict)
                    return fields
                }
            }
            try request.checkQuery(endpoint.queryNames)
            if case .submit = endpoint {
                guard !request.isCoded else { throw .contentCoding }
                guard request.hasJSON || request.hasJSONLines else { throw .mediaType }
            }
            request.isAdmitted = true
            return nil
        } catch {
            var response = error.response(requestID: request.id, route: nil)
            dress(&response, request, route)
            return response
        }
    }

    /// Whoever calls us without having asked `admit` first gets nothing that it would refuse.
    @inline(never)
    private func respondOnceAdmitted(_ request: ServerRequest) async -> ServerResponse {
        var request = request
        if let refusal = admit(&request) { return refusal }
        request.isAdmitted = true
        return await respond(to: request)
    }

    // What is not inlined here and below keeps the frame small that a connection holds on to for as long as it is
    // open: Swift's tasks do not give back the memory of the deepest call.
    @inline(never)
    private func respond(
        to request: ServerRequest,
        _ endpoint: Endpoint,
        _ route: Route
    ) async -> ServerResponse {
        do {
            try request.checkQuery(endpoint.queryNames)
            // Without frames of their own for the ways that most requests go.
            var response =
                if case .submit = endpoint { try await submit(request) } else {
                    try await answer(request, endpoint, route.parameters)
                }
            dress(&response, request, route)
            return response
        } catch {
            return failed(error, request, route)
        }
    }

    @inline(never)
    private func dress(
        _ response: inout ServerResponse,
        _ request: borrowing ServerRequest,
        _ route: borrowing Route
    ) {
        response.route = route.pattern
        if response.identity == nil { response.identity = request.identity }
        if let fields = request.answerFields { response.fields.append(contentsOf: fields) }
    }

    @inline(never)
    private func failed(
        _ error: any Error,
        _ request: borrowing ServerRequest,
        _ route: borrowing Route
    ) -> ServerResponse {
        let problem = Problem(error)
        // A refusal that is meant is no fault of ours.
        if problem.status.code >= 500, !(error is Problem) {
            parts.logger.error(
                "request failed",
                metadata: [
                    "request.id": "\(request.id)", "error": "\(error)",
                    "request.identity": "\(request.identity ?? "-")",
                ]
            )
        }
        var response = problem.response(requestID: request.id, route: nil)
        dress(&response, request, route)
        return response
    }
}

extension ServerResponse {
    static func json(
        _ status: HTTPResponse.Status,
        _ body: [UInt8],
        fields: HTTPFields,
        location: String? = nil
    ) -> ServerResponse {
        var response = json(status, body, location: location)
        // No caller gives a type: looking for one costs more than writing it.
        for field in fields { response.fields.append(field) }
        return response
    }

    /// An answer of JSON text without other fields.
    static func json(
        _ status: HTTPResponse.Status,
        _ body: [UInt8],
        location: String? = nil
    ) -> ServerResponse {
        ServerResponse(status, fields: .jsonContent, body: body, location: location)
    }
}

extension HTTPFields {
    /// Made once, for nearly all answers.
    static let jsonContent: HTTPFields = [.contentType: "application/json"]
}
