import HTTP
import HTTPTypes
import JSON

/// A caller that takes this service for one of AWS's, and the form in which it reads an error.
///
/// What an SDK cannot read it shows as a fault of its own, and nobody learns what speaks here.
struct AWSCaller: Equatable {
    /// Whether it reads XML, as the query protocol answers; else JSON.
    let readsXML: Bool
    /// What it wants done: `StartExecution`; nil where only the path would say it.
    let operation: String?

    /// Looks for what AWS's SDKs send: the target of the JSON protocols or their content types, an action and a version of
    /// the query protocol, or a signature.
    init?(_ request: ServerRequest) {
        let type = request.fields[.contentType]?.lowercased() ?? ""
        let isForm = type.hasPrefix("application/x-www-form-urlencoded")
        let target = request.fields[.amazonTarget]
        let action = Self.action(request.query?.utf8) ?? (isForm ? Self.action(request.body) : nil)
        let isSigned =
            request.fields[.authorization]?.hasPrefix("AWS4-") == true
            || request.query?.contains("X-Amz-Signature=") == true
        guard
            target != nil || action != nil || isSigned
                || type.hasPrefix("application/x-amz-json-1.")
        else { return nil }
        readsXML = action != nil || isForm
        operation = target.flatMap { $0.split(separator: ".").last.map(String.init) } ?? action
    }

    /// An action stands among the first members of a form.
    private static let longestLook = 4_096

    private static func action(_ form: (some Collection<UInt8>)?) -> String? {
        guard let form else { return nil }
        let members = form.prefix(longestLook).split(separator: UInt8(ascii: "&"))
        // Other forms have an action too, and no version of an API.
        guard members.contains(where: { $0.starts(with: "Version=".utf8) }) else { return nil }
        let member = members.first { $0.starts(with: "Action=".utf8) }
        guard let name = member?.dropFirst("Action=".utf8.count), (1...64).contains(name.count),
            name.allSatisfy({ Character(UnicodeScalar($0)).isLetter && $0 < 0x80 })
        else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// That problem in the form that it reads; status and fields stay.
    func answer(_ problem: Problem, requestID: String) -> ServerResponse {
        var fields = problem.fields
        fields[.amazonErrorType] = code
        fields[.amazonRequestID] = requestID
        fields[.contentType] = readsXML ? "text/xml" : "application/json"
        let body = readsXML ? xml(requestID) : json()
        return ServerResponse(problem.status, fields: fields, body: body)
    }

    /// AWS's own name for an operation that there is not.
    private var code: String { readsXML ? "InvalidAction" : "UnknownOperationException" }

    private var message: String {
        let hint = operation.flatMap { Self.counterparts[$0] }.map { " \(operation ?? ""): \($0)." }
        return "This is orderd, no service of AWS's: POST /orders takes an order as JSON."
            + (hint ?? "") + " GET /openapi.json describes every route."
    }

    /// What does here what those operations do on AWS.
    private static let counterparts = [
        "StartExecution": "POST /orders", "SendMessage": "POST /orders",
        "SendMessageBatch": "POST /orders with application/x-ndjson", "Invoke": "POST /orders",
        "DescribeExecution": "GET /orders/{id}", "ListExecutions": "GET /orders",
        "GetExecutionHistory": "GET /orders/{id}/history",
        "StopExecution": "POST /orders/{id}/stop", "RedriveExecution": "POST /orders/{id}/redrive",
    ]

    private func json() -> [UInt8] {
        var object = ObjectWriter()
        object.add("__type", code)
        object.add("message", message)
        return object.finished()
    }

    /// Neither the message nor a request's id holds a character that XML would escape.
    private func xml(_ requestID: String) -> [UInt8] {
        let error = "<Type>Sender</Type><Code>\(code)</Code><Message>\(message)</Message>"
        let text = "<Error>\(error)</Error><RequestId>\(requestID)</RequestId>"
        return Array("<ErrorResponse>\(text)</ErrorResponse>\n".utf8)
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let amazonTarget = HTTPField.Name("X-Amz-Target")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let amazonErrorType = HTTPField.Name("x-amzn-ErrorType")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let amazonRequestID = HTTPField.Name("x-amzn-RequestId")!
}
