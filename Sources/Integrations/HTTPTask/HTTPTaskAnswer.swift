package import HTTP
import HTTPTypes
import JSON
package import Orders

/// What an answer, or the lack of one, means for the task.
package enum HTTPTaskAnswer {
    /// The longest cause, in bytes: as much as Step Functions keeps.
    static let maximumCause = 32_768

    /// The task's result, or the error that the status is.
    package static func outcome(
        _ response: ClientResponse,
        _ redaction: Redaction
    ) -> TaskOutcome {
        let body: String
        do throws(ServiceFailure) { body = try text(of: response) } catch {
            // What a failed call says cannot be shown, but that it failed can be.
            guard !response.isSuccess else { return error.outcome }
            body = ""
        }
        guard response.isSuccess else {
            let words = body.isEmpty ? response.status.reasonPhrase : body
            return .failed(
                error: "States.Http.StatusCode.\(response.status.code)",
                cause: redaction.text(words).cut(to: maximumCause)
            )
        }
        var headers = JSONObject()
        for field in response.fields {
            let name = field.name.canonicalName
            headers[name] = .array((headers[name]?.array ?? []) + [.string(field.value)])
        }
        return .succeeded(
            redaction.value([
                "Headers": .object(headers),
                "ResponseBody": value(body, of: response),
                "StatusCode": .number(response.status.code),
                "StatusText": .string(response.status.reasonPhrase),
            ])
        )
    }

    /// The body as text; what cannot be one is none that a workflow can have ("Unsupported HTTP Task responses").
    private static func text(of response: ClientResponse) throws(ServiceFailure) -> String {
        let type = response.mediaType
        let isBinary =
            type == "application/octet-stream"
            || ["image/", "video/", "audio/"].contains(where: type.hasPrefix)
        let coding = response.fields[.contentEncoding]?.lowercased() ?? "identity"
        guard !isBinary, coding == "identity" else {
            let what = isBinary ? "of the type \(type)" : "in the coding \(coding)"
            throw .runtime("The answer is \(what), which is no text")
        }
        guard let text = String(validating: response.body, as: UTF8.self) else {
            throw .runtime("The answer is no text in UTF-8")
        }
        return text
    }

    /// The body as JSON where it says that it is, or says nothing; else as text.
    private static func value(_ body: String, of response: ClientResponse) -> JSONValue {
        let type = response.mediaType
        guard type.isEmpty || type == "application/json" || type.hasSuffix("+json") else {
            return .string(body)
        }
        return (try? JSONValue(parsing: body)) ?? .string(body)
    }

    /// What a call came to that has no answer.
    package static func failure(
        _ error: HTTPClientError,
        _ redaction: Redaction
    ) -> ServiceFailure {
        let cause = redaction.text("\(error)")
        switch error.reason {
        case .hostRefused: return .permissions(cause)
        case .invalidRequest: return .arguments(cause)
        case .responseTooLarge:
            return ServiceFailure(
                error: "States.DataLimitExceeded",
                cause: "The answer has more than \(HTTPTaskCall.maximumAnswer) bytes."
            )
        case .connectFailed, .proxyRefused, .handshakeFailed, .timedOut, .connectionLost,
            .invalidResponse, .tooManyWaiting, .cancelled, .shutDown:
            return ServiceFailure(error: "States.Http.Socket", cause: cause)
        }
    }
}

extension ServiceFailure {
    /// As on AWS no Catch sees it.
    static func runtime(_ cause: String) -> ServiceFailure {
        ServiceFailure(error: "States.Runtime", cause: cause)
    }

    /// What is wrong with a connection; the names are Step Functions'.
    static func connection(_ name: ConnectionFault, _ cause: String) -> ServiceFailure {
        ServiceFailure(error: "Events.ConnectionResource.\(name.rawValue)", cause: cause)
    }

    enum ConnectionFault: String {
        /// There is none of that name.
        case notFound = "ResourceNotFound"
        /// Its authorization server does not know us.
        case invalidState = "InvalidConnectionState"
        /// Its authorization server could not be asked.
        case internalError = "InternalError"
    }
}

extension ClientResponse {
    /// Whether it is a 2xx: also a redirection is none, since none is followed.
    var isSuccess: Bool { (200..<300).contains(status.code) }

    /// Whether it says that the caller has not shown who it is.
    var isUnauthorized: Bool { [401, 407].contains(status.code) }

    /// Its type in lower case, without parameters; empty when it says none.
    fileprivate var mediaType: String {
        let type = fields[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
        return type.filter { !$0.isWhitespace }
    }
}

extension String {
    /// As much of its beginning as has so many bytes in UTF-8.
    fileprivate func cut(to maximum: Int) -> String {
        guard utf8.count > maximum else { return self }
        var end = utf8.index(startIndex, offsetBy: maximum)
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
            end = utf8.index(before: end)
        }
        return String(self[..<end])
    }
}
