import Formats
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `GET /orders`, with a cursor and with filters, newest first.
    func list(_ request: ServerRequest) async throws -> ServerResponse {
        let query = try request.parameters()
        let limit = try query.int("limit", in: 1...200, default: 50)
        let cursor = try query["cursor"].map(Cursor.init)
        let filter = try OrderFilter(query, knowing: parts.orders.workflows?.defaultName)
        let page = try await parts.store.list(
            OrderQuery(filter, before: cursor?.before, limit: limit)
        )
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("orders", array: page.orders.map { $0.document(in: .list) })
        var fields = HTTPFields()
        if let before = page.next {
            let next =
                "/orders?limit=\(limit)\(filter.query(query))&cursor=\(Cursor(before: before).text)"
            object.add("next", next)
            fields[.link] = "<\(next)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }
}

extension OrderFilter {
    /// The names of a list's parameters, in the order in which a link repeats them.
    static let names = [
        "status", "workflow", "state", "error",
        "createdAfter", "createdBefore", "finishedAfter", "finishedBefore", "number", "email",
    ]

    /// Reads the filters of a list.
    ///
    /// A workflow is meant by the SHA-256 of one definition, or by its name.
    init(_ query: QueryParameters, knowing defaultName: String?) throws {
        self.init(status: try query["status"].map(Self.status))
        if let text = query["workflow"] {
            (workflow, place) = Self.workflow(text, knowing: defaultName)
        }
        if let text = query["number"] {
            guard let number = OrderNumber(text) else {
                throw Problem.badRequest("no order can have this number: \(OrderNumber.rule)")
            }
            self.number = number
        }
        if let text = query["email"] {
            guard let search = AddressSearch(text) else {
                throw Problem.badRequest(
                    "email must be an address such as buyer@example.com, of at most \(AddressSearch.maximumLength) bytes"
                )
            }
            address = search
        }
        state = query["state"]
        error = query["error"]
        createdAfter = try query.instant("createdAfter")
        createdBefore = try query.instant("createdBefore")
        finishedAfter = try query.instant("finishedAfter")
        finishedBefore = try query.instant("finishedBefore")
    }

    /// What a definition's SHA-256 or a workflow's name means.
    static func workflow(
        _ text: String,
        knowing defaultName: String?
    ) -> (definition: Workflow.ID?, place: Place?) {
        if text.utf8.count == 64, text.allSatisfy(\.isHexDigit) { return (text, nil) }
        return (nil, text == defaultName ? .own : .named(text))
    }

    /// The filters as a link repeats them, each with an ampersand before it.
    fileprivate func query(_ asked: QueryParameters) -> String {
        let instants = [createdAfter, createdBefore, finishedAfter, finishedBefore]
        let values =
            [status?.rawValue, asked["workflow"], state, error]
            + instants.map { $0.map(Timestamp.text) } + [number?.text, asked["email"]]
        return zip(Self.names, values).reduce(into: "") { query, filter in
            guard let value = filter.1 else { return }
            query += "&\(filter.0)=\(PercentEncoding.encode(value))"
        }
    }

    private static func status(_ text: String) throws -> OrderStatus {
        if let status = OrderStatus(rawValue: text.uppercased()) { return status }
        let known = OrderStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem.badRequest("status must be one of \(known)")
    }
}

extension QueryParameters {
    /// An instant, or a problem that says how one is written.
    func instant(_ name: String) throws -> Date? {
        guard let text = self[name] else { return nil }
        guard let date = Timestamp.date(text) else {
            throw Problem.badRequest("\(name) must be a time such as 2026-11-23T12:00:00Z")
        }
        return date
    }
}

/// Where a list goes on; opaque to clients, so that its form can change.
struct Cursor {
    let before: Int64

    init(before: Int64) { self.before = before }

    init(_ text: String) throws {
        guard text.hasPrefix("o"), let before = Int64(text.dropFirst(), radix: 36) else {
            throw Problem.badRequest("the cursor is not one that this service gave out")
        }
        self.before = before
    }

    var text: String { "o" + String(before, radix: 36) }
}
