import HTTP
import HTTPTypes
import JSON
import Orders
import StatesLanguage

/// Why a request was not done, as problem details (RFC 9457).
struct Problem: Error {
    /// What kind of problem it is, which has a status.
    let type: ProblemType
    /// The same for people; the type's own, unless the case at hand is called more closely.
    var title: String
    /// What happened this time and what would be right.
    let detail: String
    /// What is wrong with which part of the body.
    let faults: [OrderFault]
    /// The same of a definition.
    var diagnostics: [Diagnostic] = []
    /// What is left of the order that it is about, as JSON text.
    var order: [UInt8]?
    /// Fields that the answer carries besides.
    var fields: HTTPFields
    /// Who asked, when that is known.
    var identity: String?

    init(
        _ type: ProblemType,
        _ detail: String,
        faults: [OrderFault] = [],
        fields: HTTPFields = HTTPFields()
    ) {
        self.type = type
        title = type.title
        self.detail = detail
        self.faults = faults
        self.fields = fields
    }

    var status: HTTPResponse.Status { type.status }

    func response(requestID: String) -> ServerResponse {
        var fields = fields
        fields[.contentType] = "application/problem+json"
        return ServerResponse(status, fields: fields, body: document(requestID: requestID))
    }

    /// The problem details themselves.
    func document(requestID: String) -> [UInt8] {
        var object = ObjectWriter()
        object.add("type", type.path)
        object.add("title", title)
        object.add("status", status.code)
        object.add("detail", detail)
        let errors = faults.map { $0.document() } + diagnostics.map { $0.document() }
        if !errors.isEmpty { object.add("errors", array: errors) }
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
        Problem(.notFound, what)
    }

    static func noOrder(_ id: OrderID) -> Problem {
        .notFound("there is no order \(id)")
    }

    /// Who erased an order means it to be gone; what the accounting needs stays in the problem.
    ///
    /// Every client understands 404. 410 would say it better, but generic tools take it for a refusal of good input.
    static func erased(_ order: Order) -> Problem {
        var problem = Problem(
            .dataErased,
            "of order \(order.id) only the accounting is left; it stands in order"
        )
        problem.order = order.document()
        return problem
    }

    static func badRequest(_ detail: String) -> Problem {
        Problem(.badRequest, detail)
    }

    static func invalidOrder(_ faults: [OrderFault]) -> Problem {
        let sentences = faults.map { fault in
            fault.pointer.isEmpty ? fault.detail : "\(fault.pointer.dropFirst()) \(fault.detail)"
        }
        return Problem(
            .invalidOrder,
            sentences.joined(separator: "; "),
            faults: faults
        )
    }

    static func invalidSchedule(_ faults: [OrderFault]) -> Problem {
        Problem(
            .invalidSchedule,
            faults.map { "\($0.pointer.dropFirst()) \($0.detail)" }.joined(separator: "; "),
            faults: faults
        )
    }

    static func conflict(_ id: OrderID) -> Problem {
        Problem(
            .orderNumberTaken,
            "another order has the number \(id); "
                + "send the same body to repeat that order, or another number"
        )
    }

    static func unavailable(_ reason: String) -> Problem {
        Problem(
            .storeUnavailable,
            "\(reason); nothing was accepted, try again later",
            fields: [.retryAfter: "5"]
        )
    }

    static func damaged(_ what: String) -> Problem {
        Problem(
            .dataDamaged,
            "\(what); it is not what was written, so it is not shown and never acted upon"
        )
    }

    static func intakeClosed(_ reasons: IntakeGate.Reasons, retryAfter: Int) -> Problem {
        let type: ProblemType =
            if reasons.contains(.backlogFull) {
                .backlogFull
            } else if reasons.contains(.diskFull) {
                .diskFull
            } else {
                .draining
            }
        return Problem(
            type,
            "nothing was accepted; try again in \(retryAfter) s. Orders accepted before go on",
            fields: [.retryAfter: "\(retryAfter)"]
        )
    }

    static let unknownPath = Problem.notFound("there is nothing at this path; see /openapi.json")

    static func method(_ method: HTTPRequest.Method, allow: String) -> Problem {
        Problem(
            .methodNotAllowed,
            "\(method.rawValue) is not possible here; possible are \(allow)",
            fields: [.allow: allow]
        )
    }

    static func unknownMethod(_ method: HTTPRequest.Method) -> Problem {
        Problem(
            .unknownMethod,
            "no resource here knows the method \(method.rawValue)"
        )
    }

    /// RFC 9110 §15.5.16: the codings that would do are named.
    static let contentCoding = Problem(
        .unsupportedContentCoding,
        "a body is sent as it is, without Content-Encoding",
        fields: [.acceptEncoding: "identity"]
    )

    /// Of what is no order.
    static let jsonMediaType = Problem(
        .unsupportedMediaType,
        "a body is sent here as Content-Type: application/json",
        fields: [.accept: "application/json"]
    )

    static let mediaType = Problem(
        .unsupportedMediaType,
        "an order is sent as Content-Type: application/json, a batch as application/x-ndjson",
        fields: [.accept: "application/json, application/x-ndjson"]
    )
}
