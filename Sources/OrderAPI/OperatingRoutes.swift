import Formats
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders
import Telemetry

extension OrderAPI {
    /// Answers `GET /deliveries`, with a cursor, by status, kind and name.
    func deliveries(_ request: ServerRequest) async throws -> ServerResponse {
        let query = try request.parameters()
        let limit = try query.int("limit", in: 1...200, default: 50)
        let cursor = try query["cursor"].map(Cursor.init)
        guard let status = Delivery.Status(rawValue: query["status"] ?? "uncertain") else {
            let known = Delivery.Status.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.badRequest("status must be one of \(known)")
        }
        var wanted = DeliveryQuery(status, before: cursor?.before, limit: limit)
        wanted.name = query["name"]
        wanted.kind = try query["kind"].map { text in
            let kinds = parts.observed.dispatcher.gates.deliveries.keys
            if let kind = kinds.first(where: { $0.rawValue == text }) { return kind }
            let known = kinds.map(\.rawValue).sorted().joined(separator: ", ")
            throw Problem.badRequest("kind must be one of \(known)")
        }
        let page = try await parts.store.deliveries(wanted)
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("deliveries", array: page.deliveries.map { $0.document() })
        var fields = HTTPFields()
        if let next = page.next {
            let filters = [
                ("status", status.rawValue), ("kind", query["kind"]), ("name", wanted.name),
            ]
            let words = filters.compactMap { name, value in
                value.map { "&\(name)=\(PercentEncoding.encode($0))" }
            }
            let link =
                "/deliveries?limit=\(limit)\(words.joined())&cursor=\(Cursor(before: next).text)"
            object.add("next", link)
            fields[.link] = "<\(link)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }

    /// Answers `GET /metrics` in the format that is asked for.
    func metrics(_ request: ServerRequest) async throws -> ServerResponse {
        let summary = try await parts.store.summary(at: parts.clock.now)
        let observed = parts.observed
        let status = observed.dispatcher.status
        let format = MetricsFormat(accepting: request.fields[.accept])
        let text = observed.metrics.text(format, summary, status, at: parts.clock.now)
        return ServerResponse(
            .ok,
            fields: [.contentType: format.mediaType, .vary: "Accept"],
            body: text
        )
    }

    /// `GET /`: what a person who opens the address first wants to know.
    func index() -> ServerResponse {
        let text = """
            orderd takes orders and carries them to their end.

              curl -i -X POST localhost:8080/orders -H 'content-type: application/json' \\
                -d '{"orderId":"001","customerEmail":"buyer@example.com"}'

              GET /orders/001          how the order stands
              GET /orders/001/history  what happened to it
              GET /orders              all orders, newest first
              GET /queue               the backlog
              GET /health              pass, warn or fail, and why
              GET /metrics             for Prometheus
              GET /openapi.json        every route in full

            """
        return ServerResponse(
            .ok,
            fields: [.contentType: "text/plain; charset=utf-8"],
            body: Array(text.utf8)
        )
    }
}
