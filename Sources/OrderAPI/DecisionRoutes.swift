import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `POST /deliveries/{id}/decision`.
    func decide(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["decision", "reason"])
        let decision = try body.decision()
        guard let id = parameters["id"].flatMap({ Int64($0) }) else { throw Problem.noDelivery }
        switch try await parts.control.decide(id, decision, by: try request.operator(body)) {
        case .applied(let delivery): return .json(.ok, delivery.document())
        case .notUncertain(let delivery): throw Problem.nothingToDecide(delivery)
        case .orderEnded: throw Problem.orderEnded
        case .unknown: throw Problem.noDelivery
        }
    }

    /// Answers `POST /deliveries/decisions`: the same decision about all uncertain deliveries that are meant.
    func decideMany(_ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(
            request,
            members: [
                "decision", "kind", "workflow", "orderStatus", "createdAfter", "createdBefore",
                "intendedAfter", "intendedBefore", "before", "limit", "preview", "reason",
            ]
        )
        let decision = try body.decision()
        let kinds = parts.observed.dispatcher.gates.deliveries.keys.map(\.rawValue)
        let filter = try body.deliveryFilter(kinds: kinds.sorted())
        let limit = try body.int("limit", in: 1...BulkDecision.maximumCount, default: 100)
        let before = try body.optionalID("before")
        // A preview changes nothing, and is refused for the same faults.
        let caller = try request.operator(body)
        let isPreview = try body.flag("preview")
        let result =
            if isPreview {
                try await parts.control.preview(
                    decision,
                    about: filter,
                    before: before,
                    limit: limit
                )
            } else {
                try await parts.control.decide(
                    decision,
                    about: filter,
                    before: before,
                    limit: limit,
                    by: caller
                )
            }
        return .json(.ok, result.document(decision, isPreview: isPreview))
    }
}

extension ControlBody {
    fileprivate func decision() throws -> Delivery.Decision {
        guard let decision = self["decision"]?.string.flatMap(Delivery.Decision.init) else {
            throw Problem.badRequest(#"send {"decision":"resend"} or {"decision":"assume-sent"}"#)
        }
        return decision
    }

    /// The id of a delivery; nil without one.
    fileprivate func optionalID(_ name: String) throws -> Int64? {
        guard let value = self[name] else { return nil }
        guard let id = value.int, id > 0 else {
            throw Problem.badRequest("\(name) is the next of an answer, a whole number above 0")
        }
        return Int64(id)
    }

    fileprivate func deliveryFilter(kinds: [String]) throws -> DeliveryFilter {
        var filter = DeliveryFilter()
        filter.kind = try word("kind", kinds).flatMap(Delivery.Kind.init)
        filter.intendedAfter = try date("intendedAfter")
        filter.intendedBefore = try date("intendedBefore")
        filter.workflow = try text("workflow")
        let status = try word("orderStatus", OrderStatus.allCases.map(\.rawValue))
        filter.order.status = status.flatMap(OrderStatus.init)
        filter.order.createdAfter = try date("createdAfter")
        filter.order.createdBefore = try date("createdBefore")
        return filter
    }
}

extension BulkDecision {
    fileprivate func document(_ decision: Delivery.Decision, isPreview: Bool) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256 + 512 * decided.count)
        object.add("decision", decision.rawValue)
        object.add("matching", matching)
        object.add("decided", isPreview ? 0 : decided.count)
        object.add("refused", refused)
        object.add("settled", settled)
        object.add("hasMore", json: Array("\(next != nil)".utf8))
        if let next { object.add("next", Int(next)) }
        object.add("deliveries", array: decided.map { $0.document() })
        return object.finished()
    }
}

extension Problem {
    fileprivate static let noDelivery = Problem.notFound("there is no such delivery")

    fileprivate static let orderEnded = Problem(
        .orderEnded,
        "nothing is sent for an order that has ended; only assume-sent is possible"
    )

    fileprivate static func nothingToDecide(_ delivery: Delivery) -> Problem {
        Problem(
            .nothingToDecide,
            "the delivery is \(delivery.status.rawValue); only an uncertain one is decided"
        )
    }
}
