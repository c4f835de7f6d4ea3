package import HTTP
import HTTPTypes
import JSON
import Logging
import Orders

/// The service over HTTP: finds the route, answers, and turns every fault into a problem.
package final class OrderAPI: HTTPHandler {
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
        router.add(.get, "/orders/{id}/deliveries/{delivery}/content", .overview(.content))
        router.add(.get, "/orders/{id}/deliveries/{delivery}/content.html", .overview(.contentPage))
        router.add(.post, "/orders/{id}/stop", .intervention(.stop))
        router.add(.post, "/orders/{id}/redrive", .intervention(.redrive))
        router.add(.delete, "/orders/{id}", .intervention(.erase))
        router.add(.get, "/failures", .overview(.failures))
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
        router.add(.get, "/workflows/{id}/versions", .overview(.workflowVersions))
        router.add(.post, "/workflows/validate", .overview(.validateWorkflow))
        router.add(.post, "/workflows/test", .overview(.testWorkflow))
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
        router.add(.get, "/rates", .overview(.rates))
        router.add(.get, "/nodes", .overview(.nodes))
        router.add(.get, "/log/levels", .overview(.logLevels))
        router.add(.post, "/log/levels", .intervention(.setLogLevels))
        router.add(.get, "/settings", .overview(.settings))
        router.add(.get, "/session", .session(.show))
        router.add(.post, "/session", .session(.open))
        router.add(.delete, "/session", .session(.end))
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
    package func admit(_ request: inout ServerRequest) -> Admission {
        switch router.match(request.head) {
        case .found(let endpoint, let route):
            request.route = route.pattern
            return admit(&request, endpoint, route.parameters)
        case .options(let allow):
            if let problem = foreignness(of: request) { return refuse(&request, problem) }
            return Admission(.wanted(upTo: nil)) { _ in
                .now(ServerResponse(.noContent, fields: [.allow: allow]))
            }
        case .otherMethods(let allow):
            return admit(&request, nowhere: .method(request.method, allow: allow))
        case .unknownMethod: return admit(&request, nowhere: .unknownMethod(request.method))
        case .unknownPath: return admit(&request, nowhere: .unknownPath)
        case .malformedPath:
            return refuse(&request, foreignness(of: request) ?? .malformedPath)
        }
    }

    /// The answer to what never became a whole request, in the same shape as every other problem.
    package func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        Problem(refusal, of: request).response(requestID: requestID)
    }

    /// Where a request that was let in leads.
    struct Destination: Sendable {
        let endpoint: Endpoint
        let parameters: PathParameters
        /// What the answer carries besides its own fields.
        let fields: HTTPFields?
    }

    private func admit(
        _ request: inout ServerRequest,
        _ endpoint: Endpoint,
        _ parameters: PathParameters
    ) -> Admission {
        // What the caller's rate was asked for is told whatever comes of it.
        var fields: HTTPFields?
        do throws(Problem) {
            fields = try checkCaller(&request, endpoint)
            try request.checkQuery(endpoint.queryNames)
            let destination = Destination(
                endpoint: try endpoint.taking(request),
                parameters: parameters,
                fields: fields
            )
            let size = destination.endpoint.maximumBodySize
            return Admission(.wanted(upTo: size)) { [self] in receive($0, for: destination) }
        } catch {
            return refuse(&request, error, fields)
        }
    }

    /// Throws unless the caller may do it; answers what his answer carries besides, such as the rate that he has.
    private func checkCaller(
        _ request: inout ServerRequest,
        _ endpoint: Endpoint
    ) throws(Problem) -> HTTPFields? {
        guard let access = parts.entrance.access else {
            // Probes know a service by many names.
            if !endpoint.isForProbes, let problem = foreignness(of: request) { throw problem }
            return nil
        }
        guard endpoint.wantsCaller(access.rules) else { return nil }
        let scope = endpoint.scope(access.rules)
        let caller = try access.admit(request, scope, now: parts.clock.now)
        request.identity = caller.name
        return caller.fields
    }

    /// Why the guard against web pages lets a request not pass; nil: it does, or keys guard the service.
    private func foreignness(of request: borrowing ServerRequest) -> Problem? {
        guard parts.entrance.access == nil else { return nil }
        return parts.entrance.browsers.objection(to: request.head).map { Problem($0) }
    }

    private func refuse(
        _ request: inout ServerRequest,
        _ problem: Problem,
        _ fields: HTTPFields? = nil
    ) -> Admission {
        if let identity = problem.identity { request.identity = identity }
        var response = problem.response(requestID: request.id)
        if let fields { response.fields.append(contentsOf: fields) }
        return .refused(response)
    }

    /// Answers what no endpoint does, in the form that a caller reads who takes this for another service.
    private func admit(_ request: inout ServerRequest, nowhere problem: Problem) -> Admission {
        if let foreignness = foreignness(of: request) { return refuse(&request, foreignness) }
        return Admission(.unwanted) { request in
            let caller = AWSCaller(request)
            return .now(
                caller?.answer(problem, requestID: request.id)
                    ?? problem.response(requestID: request.id)
            )
        }
    }

    /// Answers at once what asks nobody, and an order whose document is kept.
    private func receive(_ request: ServerRequest, for destination: Destination) -> Reply {
        do {
            switch destination.endpoint {
            case .atOnce(let endpoint):
                let response = try answer(endpoint, destination.parameters)
                return .now(dressed(response, destination))
            case .session(let action):
                return .now(dressed(try answer(request, action), destination))
            case .order:
                if let response = try keptOrder(request, destination.parameters) {
                    return .now(dressed(response, destination))
                }
            case .submit, .batch, .list, .history, .events, .overview, .intervention, .task: break
            }
        } catch {
            return .now(failed(error, request, destination))
        }
        @Sendable func waitedFor() async -> ServerResponse {
            await respond(to: request, destination)
        }
        return .later(waitedFor)
    }

    // A part of its only caller, which is asked for every order; what is not inlined below keeps the frame small that a
    // connection holds on to for as long as it is open: Swift's tasks do not give back the memory of the deepest call.
    @inline(__always)
    private func respond(
        to request: ServerRequest,
        _ destination: Destination
    ) async -> ServerResponse {
        do {
            // Without frames of their own for the ways that most requests go.
            let response =
                if destination.endpoint.bringsOrders {
                    try await submit(request, destination.endpoint)
                } else {
                    try await answer(request, destination.endpoint, destination.parameters)
                }
            return dressed(response, destination)
        } catch {
            return failed(error, request, destination)
        }
    }

    private func dressed(
        _ response: consuming ServerResponse,
        _ destination: Destination
    ) -> ServerResponse {
        guard let fields = destination.fields else { return response }
        // What an answer says itself of being kept is stricter, or has no secret.
        for field in fields
        where field.name != .cacheControl || response.fields[.cacheControl] == nil {
            response.fields.append(field)
        }
        return response
    }

    @inline(never)
    private func failed(
        _ error: any Error,
        _ request: borrowing ServerRequest,
        _ destination: Destination
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
        return dressed(problem.response(requestID: request.id), destination)
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
