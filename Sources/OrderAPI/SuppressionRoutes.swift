import Formats
import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `GET /suppressions`, in order of the addresses.
    func suppressions(_ request: ServerRequest) async throws -> ServerResponse {
        let query = try request.parameters()
        let limit = try query.int("limit", in: 1...1_000, default: 100)
        let list = try list()
        let page = try await list.page(after: query["cursor"] ?? "", limit: limit)
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("total", list.count)
        object.add("suppressions", array: page.map { $0.document() })
        var fields = HTTPFields()
        if page.count == limit, let last = page.last {
            let cursor = PercentEncoding.encode(last.address)
            let next = "/suppressions?limit=\(limit)&cursor=\(cursor)"
            object.add("next", next)
            fields[.link] = "<\(next)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }

    /// Answers `GET /suppressions/{address}`.
    func suppression(_ parameters: PathParameters) async throws -> ServerResponse {
        guard let found = try await list().find(try Self.address(parameters["address"])) else {
            throw Problem.notSuppressed
        }
        return .json(.ok, found.document())
    }

    /// Answers `POST /suppressions`.
    func suppress(_ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["address", "cause", "reason"])
        let address = try Self.address(try body.text("address"))
        let cause = try body.word("cause", Suppression.Cause.allCases.map(\.rawValue))
        let (suppression, isNew) = try await list().add(
            address,
            cause.flatMap(Suppression.Cause.init) ?? .manual,
            by: try request.operator(body)
        )
        let place = "/suppressions/\(PercentEncoding.encode(suppression.address))"
        return .json(isNew ? .created : .ok, suppression.document(), location: place)
    }

    /// Answers `DELETE /suppressions/{address}`.
    func unsuppress(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["reason"])
        let address = try Self.address(parameters["address"])
        guard try await list().remove(address, by: try request.operator(body)) != nil else {
            throw Problem.notSuppressed
        }
        return ServerResponse(.noContent)
    }

    private func list() throws -> SuppressionList {
        guard let list = parts.orders.suppressions else { throw Problem.notSuppressed }
        return list
    }

    private static func address(_ text: String?) throws -> EmailAddress {
        do {
            return try EmailAddress(text ?? "")
        } catch {
            throw Problem.badRequest("the address \(error.rawValue)")
        }
    }
}

extension Suppression {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("address", address)
        object.add("cause", cause.rawValue)
        if let detail { object.add("detail", detail) }
        object.add("since", since)
        object.add("by", by.name)
        if let reason = by.reason { object.add("reason", reason) }
        return object.finished()
    }
}

extension Problem {
    fileprivate static let notSuppressed = Problem.notFound(
        "the address is not on the suppression list"
    )
}
