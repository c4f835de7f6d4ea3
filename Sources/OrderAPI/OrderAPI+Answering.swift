import HTTP
import HTTPTypes
import Logging

extension OrderAPI {
    @inline(never)
    func answer(
        _ request: ServerRequest,
        _ endpoint: Endpoint,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        switch endpoint {
        case .submit, .batch: try await submit(request, endpoint)
        case .list: try await list(request)
        case .order: try await order(request, parameters)
        case .history: try await history(request, parameters)
        case .events: try await events(request, parameters)
        case .overview(let overview): try await answer(request, overview, parameters)
        case .intervention(let intervention):
            noted(
                try await answer(request, intervention, parameters),
                intervention,
                request,
                parameters
            )
        case .task(let action): try await answer(request, action, parameters)
        case .session(let action): try answer(request, action)
        case .atOnce(let endpoint): try answer(endpoint, parameters)
        }
    }

    @inline(never)
    private func answer(
        _ request: ServerRequest,
        _ action: Endpoint.TaskAction,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        switch action {
        case .succeed: try await succeedTask(request)
        case .fail: try await failTask(request)
        case .beat: try await beatTask(request)
        case .take: try await takeTask(request, parameters)
        }
    }

    @inline(never)
    private func answer(
        _ request: ServerRequest,
        _ overview: Endpoint.Overview,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        switch overview {
        case .deliveries: try await deliveries(request)
        case .content: try await deliveryContent(request, parameters)
        case .contentPage: try await deliveryPage(request, parameters)
        case .queue: try await queue()
        case .failures: try await failures(request)
        case .nodes: nodes()
        case .rates: try rates(request)
        case .bulkRedrives: try await bulkRedrives()
        case .oneBulkRedrive: try await bulkRedrive(parameters)
        case .suppressions: try await suppressions(request)
        case .oneSuppression: try await suppression(parameters)
        case .schedules: try await schedules(request)
        case .oneSchedule: try await schedule(parameters)
        case .tasks: try await openTasks(request)
        case .workflows: try workflows()
        case .oneWorkflow: try await workflow(parameters)
        case .workflowVersions: try await versions(parameters)
        case .validateWorkflow: try await validateWorkflow(request)
        case .testWorkflow: try await testWorkflow(request)
        case .metrics: try await metrics(request)
        case .logLevels: try logLevels()
        case .settings: settings()
        case .sandboxMessages: try sandboxMessages(request)
        }
    }

    @inline(never)
    private func answer(
        _ request: ServerRequest,
        _ intervention: Endpoint.Intervention,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        switch intervention {
        case .stop: try await stop(request, parameters)
        case .redrive: try await redrive(request, parameters)
        case .erase: try await erase(request, parameters)
        case .bulkRedrive: try await bulkRedrive(request)
        case .cancelBulk: try await cancelBulk(request, parameters)
        case .decide: try await decide(request, parameters)
        case .decideMany: try await decideMany(request)
        case .setQueue(let mode): try await setQueue(mode, request)
        case .suppress: try await suppress(request)
        case .unsuppress: try await unsuppress(request, parameters)
        case .createSchedule: try await createSchedule(request)
        case .changeSchedule: try await changeSchedule(request, parameters)
        case .deleteSchedule: try await deleteSchedule(request, parameters)
        case .reloadWorkflows: try await reloadWorkflows(request)
        case .setLogLevels: try setLogLevels(request)
        }
    }

    /// Leaves a line in the log that says who did what to what.
    @inline(never)
    private func noted(
        _ response: ServerResponse,
        _ intervention: Endpoint.Intervention,
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) -> ServerResponse {
        var metadata: Logger.Metadata = [
            "action": "\(intervention.name)", "request.id": "\(request.id)",
            "request.identity": "\(request.identity ?? "-")",
            "http.peer": "\(request.remoteAddress)",
        ]
        if let id = parameters["id"] {
            // Only the number of an order may be any text.
            let number = intervention.subject == "order" ? nil : Int64(id)
            metadata["\(intervention.subject).id"] =
                number.map { .stringConvertible($0) } ?? "\(id)"
        }
        if let name = parameters["name"] { metadata["\(intervention.subject).name"] = "\(name)" }
        parts.logger.notice("intervention", metadata: metadata)
        return response
    }

    private static let alive = ServerResponse(
        .ok,
        fields: [.contentType: "text/plain"],
        body: Array("ok\n".utf8)
    )

    /// The answer of an endpoint that asks nobody.
    @inline(never)
    func answer(
        _ endpoint: Endpoint.AtOnce,
        _ parameters: borrowing PathParameters
    ) throws -> ServerResponse {
        switch endpoint {
        case .health: parts.observed.health.response()
        case .live: Self.alive
        case .ready: parts.observed.health.readiness()
        case .openAPI: .json(.ok, description)
        case .index: index()
        case .problem: try problemPage(parameters)
        }
    }
}
