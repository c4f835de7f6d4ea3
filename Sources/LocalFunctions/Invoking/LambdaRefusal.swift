internal import HTTP
internal import HTTPTypes
internal import JSON

/// Why a call is not carried out, as Lambda's REST API says it: a status, a type in a field, and a document.
///
/// The types and statuses are those of botocore's model of the API.
struct LambdaRefusal: Error, Hashable, Sendable {
    let status: HTTPResponse.Status
    /// AWS's name for the fault.
    let type: String
    let message: String
    /// Why a call was throttled.
    var reason: String?

    init(status: HTTPResponse.Status, type: String, message: String, reason: String? = nil) {
        self.status = status
        self.type = type
        self.message = message
        self.reason = reason
    }
}

extension LambdaRefusal {
    static func unknownFunction(_ reference: FunctionReference, region: String) -> Self {
        Self(
            status: .notFound,
            type: "ResourceNotFoundException",
            message: "Function not found: \(reference.arn(region: region))"
        )
    }

    /// The name has none of the forms that a function's can have.
    static func malformedName(_ text: String) -> Self {
        Self(
            status: .badRequest,
            type: "ValidationException",
            message:
                "1 validation error detected: Value '\(text.prefix(64))' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: \(namePattern)"
        )
    }

    private static let namePattern =
        #"(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?"#

    static func noJSON(_ fault: String) -> Self {
        invalidContent(
            "Could not parse request body into json: Could not parse payload into json: \(fault)"
        )
    }

    static func invalidContent(_ message: String) -> Self {
        Self(status: .badRequest, type: "InvalidRequestContentException", message: message)
    }

    static func invalidParameter(_ message: String) -> Self {
        Self(status: .badRequest, type: "InvalidParameterValueException", message: message)
    }

    static func tooLarge(_ size: String, _ kind: InvokeCall.Kind) -> Self {
        Self(
            status: .contentTooLarge,
            type: "RequestTooLargeException",
            message:
                "\(size) byte payload is too large for the \(kind.rawValue) invocation type (limit \(kind.largestPayload) bytes)"
        )
    }

    /// All workers are busy and stayed so.
    static let throttled = Self(
        status: .tooManyRequests,
        type: "TooManyRequestsException",
        message: "Rate Exceeded.",
        reason: "ReservedFunctionConcurrentInvocationLimitExceeded"
    )

    /// Too many events are held that nobody waits for.
    static let tooManyEvents = Self(
        status: .tooManyRequests,
        type: "TooManyRequestsException",
        message: "Rate Exceeded.",
        reason: "FunctionInvocationRateLimitExceeded"
    )

    static let stopping = Self(
        status: .internalServerError,
        type: "ServiceException",
        message: "The functions are being stopped; try again."
    )

    static let unknownOperation = Self(
        status: .notFound,
        type: "UnknownOperationException",
        message:
            "This service runs functions: it knows Invoke, ListFunctions, GetFunction and GetFunctionConfiguration."
    )

    /// A page in a browser asks, or somebody by a name that is not this machine's loopback.
    static func foreign(_ what: String) -> Self {
        Self(
            status: .forbidden,
            type: "AccessDeniedException",
            message:
                "\(what): functions are called by programs on this machine, at 127.0.0.1, [::1] or localhost, and never by a page in a browser."
        )
    }
}

extension LambdaRefusal {
    func response(requestID: String) -> ServerResponse {
        var document = JSONObject()
        document["Type"] = .string(status.kind == .clientError ? "User" : "Service")
        document["message"] = .string(message)
        if let reason { document["Reason"] = .string(reason) }
        var response = ServerResponse(
            status,
            fields: [.contentType: "application/json"],
            body: JSONValue.object(document).bytes
        )
        response.fields[.errorType] = type
        response.fields[.requestID] = requestID
        if status == .tooManyRequests { response.fields[.retryAfter] = "1" }
        return response
    }
}
