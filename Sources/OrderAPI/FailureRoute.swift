import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `GET /failures`: orders that came to nothing or wait for a person, grouped by status and error.
    func failures(_ request: ServerRequest) async throws -> ServerResponse {
        let query = try request.parameters()
        let groups = try await parts.store.failures(
            FailureQuery(
                try Self.failing(query["status"]),
                finishedAfter: try query.instant("finishedAfter"),
                finishedBefore: try query.instant("finishedBefore")
            )
        )
        let name = parts.orders.workflows?.defaultName
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add(
            "groups",
            array: groups.all.map { group in
                group.document(isMore: groups.unfinished.contains(group.status), knowing: name)
            }
        )
        return .json(.ok, object.finished())
    }

    /// Reads statuses with commas between them; without any, those that need somebody.
    private static func failing(_ text: String?) throws -> Set<OrderStatus> {
        guard let text else { return [.held, .failed, .timedOut] }
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        return try words.reduce(into: []) { statuses, word in
            let status = OrderStatus(rawValue: word.uppercased())
            guard let status, status.hasError else {
                let known = OrderStatus.allCases.filter(\.hasError).map(\.rawValue)
                throw Problem.badRequest(
                    "status must be of \(known.joined(separator: ", ")), with commas between"
                )
            }
            statuses.insert(status)
        }
    }
}

extension FailureGroup {
    /// The group as the API shows it; `isMore`: there are more of its status than were looked at.
    fileprivate func document(isMore: Bool, knowing defaultName: String?) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 512)
        object.add("status", status.rawValue)
        object.add("error", error)
        object.add("cause", cause)
        object.add("count", count)
        object.add("isMore", json: isMore ? "true" : "false")
        object.add("first", first)
        object.add("last", last)
        object.add(
            "parts",
            array: parts.map { part in
                var object = ObjectWriter(reservingCapacity: 128)
                object.add("state", part.state)
                object.add("workflow", part.workflow ?? defaultName)
                object.add("count", part.count)
                return object.finished()
            }
        )
        object.add("examples", strings: examples.map(\.text))
        return object.finished()
    }
}
