import HTTP
import HTTPTypes
import Orders

/// Why a request was not done, as problem details (RFC 9457).
struct Problem: Error {
    /// The status of the answer.
    var status: HTTPResponse.Status
    /// The last part of the type's URI: stable, for programs.
    var type: String
    /// What kind of problem it is, for people.
    var title: String
    /// What happened this time and what would be right.
    var detail: String
    /// What is wrong with which part of the body.
    var faults: [OrderFault] = []
    /// What is left of the order that it is about, as JSON text.
    var order: [UInt8]?
    /// Fields that the answer carries besides.
    var fields = HTTPFields()
    /// Who asked, when that is known.
    var identity: String?

    /// The answer that says so.
    func response(requestID: String, route: String?) -> ServerResponse {
        var fields = fields
        fields[.contentType] = "application/problem+json"
        var response = ServerResponse(
            status,
            fields: fields,
            body: document(requestID: requestID),
            route: route
        )
        response.identity = identity
        return response
    }

    /// The problem details themselves.
    func document(requestID: String) -> [UInt8] {
        var object = ObjectWriter()
        object.add("type", "/problems/\(type)")
        object.add("title", title)
        object.add("status", status.code)
        object.add("detail", detail)
        if !faults.isEmpty { object.add("errors", array: faults.map { $0.document() }) }
        object.add("order", json: order)
        object.add("requestId", requestID)
        return object.finished()
    }
}

extension OrderFault {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 128)
        object.add("pointer", pointer)
        object.add("detail", detail)
        return object.finished()
    }
}

extension Problem {
    static func notFound(_ what: String) -> Problem {
        Problem(status: .notFound, type: "not-found", title: "Not found", detail: what)
    }

    static func noOrder(_ number: OrderNumber) -> Problem {
        .notFound("there is no order \(number)")
    }

    /// Who erased an order means it to be gone; what the accounting needs stays in the problem.
    ///
    /// Every client understands 404. 410 would say it better, but generic tools take it for a refusal of good input.
    static func erased(_ order: Order) -> Problem {
        var problem = Problem(
            status: .notFound,
            type: "data-erased",
            title: "The order's data are erased",
            detail: "of order \(order.number) only the accounting is left; it stands in order"
        )
        problem.order = order.document()
        return problem
    }

    static func badRequest(_ detail: String) -> Problem {
        Problem(status: .badRequest, type: "bad-request", title: "Bad request", detail: detail)
    }

    static func invalidOrder(_ faults: [OrderFault]) -> Problem {
        let sentences = faults.map { fault in
            fault.pointer.isEmpty ? fault.detail : "\(fault.pointer.dropFirst()) \(fault.detail)"
        }
        return Problem(
            status: .unprocessableContent,
            type: "invalid-order",
            title: "The order is not valid",
            detail: sentences.joined(separator: "; "),
            faults: faults
        )
    }

    static func conflict(_ number: OrderNumber) -> Problem {
        Problem(
            status: .conflict,
            type: "order-number-taken",
            title: "The order number is taken",
            detail: "another order has the number \(number); "
                + "send the same body to repeat that order, or another number"
        )
    }

    static func unavailable(_ reason: String) -> Problem {
        Problem(
            status: .serviceUnavailable,
            type: "store-unavailable",
            title: "Orders cannot be stored now",
            detail: "\(reason); nothing was accepted, try again later",
            fields: [.retryAfter: "5"]
        )
    }

    static func damaged(_ what: String) -> Problem {
        Problem(
            status: .internalServerError,
            type: "data-damaged",
            title: "What is stored is damaged",
            detail:
                "\(what); it is not what was written, so it is not shown and never acted upon"
        )
    }

    static func intakeClosed(_ reasons: IntakeGate.Reasons, retryAfter: Int) -> Problem {
        let (type, title) =
            if reasons.contains(.backlogFull) {
                ("backlog-full", "The backlog is full")
            } else if reasons.contains(.diskFull) {
                ("disk-full", "The disk is nearly full")
            } else {
                ("draining", "The queue is being drained")
            }
        return Problem(
            status: .serviceUnavailable,
            type: type,
            title: title,
            detail:
                "nothing was accepted; try again in \(retryAfter) s. Orders accepted before go on",
            fields: [.retryAfter: "\(retryAfter)"]
        )
    }

    static let unknownPath = Problem.notFound("there is nothing at this path; see /openapi.json")

    static func method(_ method: HTTPRequest.Method, allow: String) -> Problem {
        Problem(
            status: .methodNotAllowed,
            type: "method-not-allowed",
            title: "Method not allowed",
            detail: "\(method.rawValue) is not possible here; possible are \(allow)",
            fields: [.allow: allow]
        )
    }

    static func unknownMethod(_ method: HTTPRequest.Method) -> Problem {
        Problem(
            status: .notImplemented,
            type: "unknown-method",
            title: "Unknown method",
            detail: "no resource here knows the method \(method.rawValue)"
        )
    }

    /// RFC 9110 §15.5.16: the codings that would do are named.
    static let contentCoding = Problem(
        status: .unsupportedMediaType,
        type: "unsupported-content-coding",
        title: "Unsupported content coding",
        detail: "a body is sent as it is, without Content-Encoding",
        fields: [.acceptEncoding: "identity"]
    )

    static let mediaType = Problem(
        status: .unsupportedMediaType,
        type: "unsupported-media-type",
        title: "Unsupported media type",
        detail:
            "an order is sent as Content-Type: application/json, a batch as application/x-ndjson",
        fields: [.accept: "application/json, application/x-ndjson"]
    )
}
