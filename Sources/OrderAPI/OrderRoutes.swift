import HTTP
import HTTPTypes
import JSON
import Orders
import Telemetry

extension OrderAPI {
    /// Answers `GET /orders/{id}`.
    ///
    /// The document's tag lets a client that polls ask whether it has changed.
    func order(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let id = try id(parameters)
        return try answer(request, try await document(of: id))
    }

    /// The same from memory; nil when the order's document is not kept there.
    func keptOrder(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) throws -> ServerResponse? {
        let id = try id(parameters)
        guard let revision = parts.store.endedRevision else { return nil }
        let kept = parts.endedDocuments.find(id, revision: revision)
        return try kept.map { try answer(request, $0) }
    }

    private func answer(
        _ request: ServerRequest,
        _ entry: EndedDocuments.Entry
    ) throws -> ServerResponse {
        guard entry.tag.isWanted(by: request.fields) else { throw Problem.changed(entry.tag) }
        guard entry.tag.isKnown(to: request.fields) else {
            return ServerResponse(.ok, fields: entry.fields, body: entry.document)
        }
        let fields: HTTPFields = [
            .eTag: entry.tag.text, .cacheControl: EndedDocuments.Entry.cacheControl,
        ]
        return ServerResponse(.notModified, fields: fields)
    }

    private func document(of id: OrderID) async throws -> EndedDocuments.Entry {
        // Taken before the order is read: what changes afterwards has another.
        let revision = parts.store.endedRevision
        if let revision, let kept = parts.endedDocuments.find(id, revision: revision) {
            return kept
        }
        let order = try await existing(id)
        let entry = EndedDocuments.Entry(order.document())
        if let revision, order.status.isFinal {
            parts.endedDocuments.keep(entry, of: id, revision: revision)
        }
        return entry
    }

    /// The order of that number; throws the problem when there is none, or only its accounting.
    func existing(_ id: OrderID) async throws -> Order {
        guard let order = try await parts.store.order(id) else {
            throw Problem.noOrder(id)
        }
        guard order.erasedAt == nil else { throw Problem.erased(order) }
        return order
    }

    /// The largest number that every JSON parser reads exactly.
    static let largestEventID = 9_007_199_254_740_991

    /// Answers `GET /orders/{id}/history?after=&limit=`.
    func history(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let id = try id(parameters)
        let query = try request.parameters()
        let after = try query.int("after", in: 0...Self.largestEventID, default: 0)
        let limit = try query.int("limit", in: 1...1_000, default: 100)
        guard
            let page = try await parts.store.history(of: id, after: after, limit: limit)
        else { throw Problem.noOrder(id) }
        // Only an order whose data were erased has no history at all.
        if page.events.isEmpty { _ = try await existing(id) }
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("events", array: page.events.map(\.json))
        var fields = HTTPFields()
        if page.hasMore, let last = page.events.last {
            let next = "/orders/\(id)/history?after=\(last.id)&limit=\(limit)"
            object.add("next", next)
            fields[.link] = "<\(next)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }

    func id(_ parameters: PathParameters) throws -> OrderID {
        guard let id = parameters["id"].flatMap(parts.orders.intake.id) else {
            throw Problem.notFound("no order can have this number: \(OrderID.rule)")
        }
        return id
    }
}

extension ServerRequest {
    /// Whether the body is said to be JSON; a body without a type is taken as JSON, as curl users expect.
    var hasJSON: Bool {
        if fields.contains(.contentType, "application/json") { return true }
        guard let type = fields[.contentType] else { return true }
        let essence = type.prefix { $0 != ";" }.lowercased()
        let trimmed = essence.filter { $0 != " " }
        return trimmed == "application/json" || trimmed.hasSuffix("+json")
    }
}

extension ServerRequest {
    /// Whether the body is said to be compressed or coded in another way, which nothing here undoes.
    var isCoded: Bool {
        guard let codings = fields[.contentEncoding] else { return false }
        return codings.filter { $0 != " " && $0 != "," }.lowercased() != "identity"
    }

    func parameters() throws(Problem) -> QueryParameters {
        guard let parameters = QueryParameters(query) else {
            throw .badRequest("the query holds an escape that is no UTF-8")
        }
        return parameters
    }

    /// Refuses a query that names what means nothing here, since it may be a misspelt wish, or one thing twice.
    func checkQuery(_ names: @autoclosure () -> [String]) throws(Problem) {
        guard query != nil else { return }
        let names = names()
        var seen: Set<String> = []
        for (name, _) in try parameters().pairs {
            guard names.contains(name) else {
                let possible = names.sorted().joined(separator: ", ")
                throw .badRequest(
                    names.isEmpty
                        ? "\(name) means nothing here: this path takes no query"
                        : "\(name) means nothing here; possible are \(possible)"
                )
            }
            guard seen.insert(name).inserted else {
                throw .badRequest("\(name) is given more than once")
            }
        }
    }
}

extension QueryParameters {
    /// A whole number within a range, or a problem that says which.
    func int(_ name: String, in range: ClosedRange<Int>, default value: Int) throws -> Int {
        guard let text = self[name] else { return value }
        if let number = Int(text), range.contains(number) { return number }
        let bounds =
            range.upperBound == Int.max
            ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
        throw Problem.badRequest("\(name) must be a whole number, \(bounds)")
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
    // swift-format-ignore: NeverForceUnwrap
    static let link = HTTPField.Name("Link")!
}
