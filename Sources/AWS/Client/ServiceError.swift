package import HTTP
internal import HTTPTypes
internal import JSON

/// What a service answered in place of a result.
package struct ServiceError: Error, Sendable, Hashable {
    /// The service and the call: `sesv2 SendEmail`.
    package let operation: String
    /// AWS's name for the fault: `MessageRejected`; `HTTP 502` when the answer names none.
    package let code: String
    /// AWS's words.
    package let message: String
    /// The HTTP status.
    package let status: Int
    /// AWS's number for the call, for its support.
    package let requestID: String?
    /// How long AWS asks to wait.
    package let retryAfter: Duration?
    /// The code that the service's older protocol has for the fault, where it says so: `AWS.SimpleQueueService.NonExistentQueue`.
    package private(set) var queryCode: String?

    package init(
        operation: String,
        code: String,
        message: String,
        status: Int,
        requestID: String? = nil,
        retryAfter: Duration? = nil
    ) {
        self.operation = operation
        self.code = code
        self.message = message
        self.status = status
        self.requestID = requestID
        self.retryAfter = retryAfter
    }
}

extension ServiceError {
    /// Whether the service refused because of the rate or a quota.
    package var isThrottle: Bool {
        status == 429 || Self.throttleCodes.contains(code) || isDailyQuota
    }

    /// Whether it says that nothing was done: it is ours to mend, or has to be asked for elsewhere.
    ///
    /// Not 302 and 303, by which servers answer what they have done as well (RFC 9110 §15.4.3).
    var isRefusal: Bool { (400..<500).contains(status) || [301, 307, 308].contains(status) }

    /// Whether SES has sent for this account what it sends in a day.
    package var isDailyQuota: Bool { message.hasPrefix("Daily message quota exceeded") }

    /// Whether the same call may succeed later.
    package var isTransient: Bool {
        isThrottle || [500, 502, 503, 504].contains(status) || Self.transientCodes.contains(code)
    }

    /// Whether the service may have found the time of the signature wrong; the answer's `Date` tells.
    var isAboutTime: Bool { Self.timeCodes.contains(code) }

    /// Whether the keys have ended or are not known, so that their source should be asked for others.
    package var refusesCredentials: Bool { Self.credentialCodes.contains(code) }

    private static let throttleCodes: Set = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException",
        "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
        "LimitExceededException", "RequestThrottled", "SlowDown", "PriorRequestNotComplete",
        "EC2ThrottledException",
    ]

    private static let transientCodes: Set = [
        "RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete",
        "IDPCommunicationError",
    ]

    private static let timeCodes: Set = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
        "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure",
    ]

    private static let credentialCodes: Set = [
        "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "TokenRefreshRequired",
        "UnrecognizedClientException",
    ]
}

extension ServiceError: CustomStringConvertible {
    /// The call, the fault and AWS's number for it.
    package var description: String {
        let id = requestID.map { ", request \($0)" } ?? ""
        return "\(operation): \(code): \(message) (HTTP \(status)\(id))"
    }
}

extension ServiceError {
    /// Reads an answer that is no success, in whichever of AWS's forms it has.
    package init(operation: String, answer: ClientResponse) {
        let fault = Self.readJSON(answer) ?? Self.readXML(answer) ?? Fault()
        let status = answer.status.code
        self.init(
            operation: operation,
            code: fault.code ?? "HTTP \(status)",
            message: fault.message ?? answer.status.reasonPhrase,
            status: status,
            requestID: answer.fields[.requestID] ?? fault.requestID,
            retryAfter: Self.retryAfter(answer.fields)
        )
        queryCode = answer.fields[.queryError].map { String($0.prefix { $0 != ";" }) }
    }

    private struct Fault {
        var code: String?
        var message: String?
        var requestID: String?
    }

    /// REST-JSON names the fault in a field, JSON 1.0 and 1.1 in the body's `__type`.
    private static func readJSON(_ answer: ClientResponse) -> Fault? {
        let body = (try? JSONValue(parsing: answer.body)) ?? .null
        let name =
            answer.fields[.errorType] ?? body["__type"]?.string ?? body["code"]?.string
            ?? body["error"]?.string
        guard name != nil || body.object != nil else { return nil }
        let message =
            body["message"] ?? body["Message"] ?? body["errorMessage"] ?? body["error_description"]
        return Fault(code: name.map(shortName), message: message?.string)
    }

    /// The name in `com.amazonaws.sesv2#Name:http://…` and its shorter forms.
    private static func shortName(_ text: String) -> String {
        let head = text.prefix { $0 != ":" && $0 != "," }
        return String(head.split(separator: "#").last ?? head)
    }

    private static func readXML(_ answer: ClientResponse) -> Fault? {
        guard let root = try? XMLElement(parsing: answer.body) else { return nil }
        let error = root["Error"] ?? root["Errors"]?["Error"]
        let id = root["RequestId"] ?? root["RequestID"] ?? error?["RequestId"]
        return Fault(
            code: error?["Code"]?.text,
            message: error?["Message"]?.text,
            requestID: id?.text
        )
    }

    /// AWS's own field counts milliseconds, HTTP's seconds.
    private static func retryAfter(_ fields: HTTPFields) -> Duration? {
        if let text = fields[.retryAfterMilliseconds], let value = UInt32(text) {
            return .milliseconds(value)
        }
        if let text = fields[.retryAfter], let value = UInt32(text) { return .seconds(value) }
        return nil
    }
}

extension HTTPField.Name {
    // Each of the literals below is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let requestID = Self("x-amzn-requestid")!
    // swift-format-ignore: NeverForceUnwrap
    static let errorType = Self("x-amzn-errortype")!
    // swift-format-ignore: NeverForceUnwrap
    static let queryError = Self("x-amzn-query-error")!
    // swift-format-ignore: NeverForceUnwrap
    static let retryAfterMilliseconds = Self("x-amz-retry-after")!
    // swift-format-ignore: NeverForceUnwrap
    static let invocationID = Self("amz-sdk-invocation-id")!
    // swift-format-ignore: NeverForceUnwrap
    static let sdkRequest = Self("amz-sdk-request")!
}
