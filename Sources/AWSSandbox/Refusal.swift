internal import AWS
internal import HTTP
internal import HTTPTypes
internal import JSON

/// Why the sandbox does not do what it was asked, in AWS's words.
struct Refusal: Error, Hashable {
    /// The HTTP status.
    let status: Int
    /// AWS's name for the fault.
    let code: String
    /// AWS's words.
    let message: String
}

extension Refusal {
    /// The form of a service's answers.
    enum Form {
        /// SES v2.
        case json
        /// SES v1 and SNS.
        case xml
    }

    /// What a signature that is refused is answered, which differs between the forms.
    init(_ refusal: SignedRequest.Refusal, _ form: Form) {
        let code: String
        let message: String
        switch (refusal, form) {
        case (.incomplete("Authorization"), _):
            (code, message) = ("MissingAuthenticationToken", "Missing Authentication Token")
        case (.incomplete(let part), _):
            (code, message) = ("IncompleteSignature", "\(part) is missing or malformed.")
        case (.unknownKey, .json):
            (code, message) = ("UnrecognizedClient", Self.unknownKey)
        case (.unknownKey, .xml): (code, message) = ("InvalidClientTokenId", Self.unknownKey)
        case (.wrongScope(let part), _):
            let text = "Credential should be scoped to a valid \(part)."
            (code, message) = (form == .json ? "InvalidSignature" : "SignatureDoesNotMatch", text)
        case (.expired, _):
            let text = "Signature expired: it is more than 5 min. from now."
            (code, message) = (form == .json ? "InvalidSignature" : "SignatureDoesNotMatch", text)
        case (.mismatch, _):
            let name = form == .json ? "InvalidSignature" : "SignatureDoesNotMatch"
            (code, message) = (name, Self.mismatch)
        }
        self.init(
            status: 403,
            code: form == .json ? "\(code)Exception" : code,
            message: message
        )
    }

    private static let unknownKey = "The security token included in the request is invalid."
    private static let mismatch =
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method."

    /// The sending rate is exceeded.
    ///
    /// SES v2 has a status of its own for that.
    static func throttled(_ form: Form) -> Refusal {
        switch form {
        case .json:
            Refusal(
                status: 429,
                code: "TooManyRequestsException",
                message: "Maximum sending rate exceeded."
            )
        case .xml:
            Refusal(status: 400, code: "Throttling", message: "Maximum sending rate exceeded.")
        }
    }

    static func serverError(_ form: Form) -> Refusal {
        Refusal(
            status: 500,
            code: form == .json ? "InternalFailure" : "InternalError",
            message: "We encountered an internal error. Please try again."
        )
    }

    static func unknownOperation(_ form: Form) -> Refusal {
        switch form {
        case .json:
            Refusal(status: 404, code: "UnknownOperationException", message: "Unknown operation.")
        case .xml: Refusal(status: 400, code: "InvalidAction", message: "The action is not valid.")
        }
    }

    func response(_ form: Form, requestID: String) -> ServerResponse {
        let status = HTTPResponse.Status(code: self.status)
        switch form {
        case .json:
            var response = ServerResponse.json(["message": .string(message)], requestID: requestID)
            response.status = status
            response.fields[.amazonErrorType] = code
            return response
        case .xml:
            let type = self.status < 500 ? "Sender" : "Receiver"
            let text =
                "<ErrorResponse><Error><Type>\(type)</Type><Code>\(code.xmlEscaped)</Code>"
                + "<Message>\(message.xmlEscaped)</Message></Error>"
                + "<RequestId>\(requestID.xmlEscaped)</RequestId></ErrorResponse>\n"
            return .xml(text, status, requestID: requestID)
        }
    }
}
