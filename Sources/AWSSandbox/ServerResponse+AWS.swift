internal import HTTP
internal import HTTPTypes
internal import JSON

extension ServerResponse {
    static func json(_ value: JSONValue, requestID: String) -> ServerResponse {
        var response = ServerResponse(.ok, body: value.bytes)
        response.fields[.contentType] = "application/json"
        response.fields[.amazonRequestID] = requestID
        return response
    }

    /// The result of a query service's call.
    static func result(
        of operation: String,
        _ content: String,
        _ service: SandboxMessage.Service,
        _ requestID: String
    ) -> ServerResponse {
        let space =
            switch service {
            case .ses: "http://ses.amazonaws.com/doc/2010-12-01/"
            case .sns: "http://sns.amazonaws.com/doc/2010-03-31/"
            }
        let text =
            "<\(operation)Response xmlns=\"\(space)\"><\(operation)Result>\(content)"
            + "</\(operation)Result><ResponseMetadata><RequestId>\(requestID.xmlEscaped)</RequestId>"
            + "</ResponseMetadata></\(operation)Response>\n"
        return .xml(text, requestID: requestID)
    }

    static func xml(
        _ text: String,
        _ status: HTTPResponse.Status = .ok,
        requestID: String
    ) -> ServerResponse {
        var response = ServerResponse(status, body: Array(text.utf8))
        response.fields[.contentType] = "text/xml"
        response.fields[.amazonRequestID] = requestID
        return response
    }
}

extension HTTPField.Name {
    // Both literals are valid field names.
    // swift-format-ignore: NeverForceUnwrap
    static let amazonRequestID = Self("x-amzn-RequestId")!
    // swift-format-ignore: NeverForceUnwrap
    static let amazonErrorType = Self("x-amzn-ErrorType")!
}

extension String {
    /// The text as it may stand between tags.
    var xmlEscaped: String {
        var escaped = ""
        for character in self {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
