internal import HTTP
internal import HTTPTypes
internal import JSON

extension ServerResponse {
    static func json(_ value: JSONValue, requestID: String) -> ServerResponse {
        ServerResponse(.ok, fields: fields("application/json", requestID), body: value.bytes)
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
        // Each piece once into one text: an interpolation would make many.
        var text = ""
        text.reserveCapacity(384)
        for piece in [
            "<", operation, "Response xmlns=\"", space, "\"><", operation, "Result>", content, "</",
            operation, "Result><ResponseMetadata><RequestId>", requestID.xmlEscaped,
            "</RequestId></ResponseMetadata></", operation, "Response>\n",
        ] {
            text += piece
        }
        return .xml(text, requestID: requestID)
    }

    static func xml(
        _ text: String,
        _ status: HTTPResponse.Status = .ok,
        requestID: String
    ) -> ServerResponse {
        ServerResponse(status, fields: fields("text/xml", requestID), body: Array(text.utf8))
    }

    private static func fields(_ type: String, _ requestID: String) -> HTTPFields {
        // Appended to what is empty: setting a field looks for those that it takes the place of.
        var fields = HTTPFields()
        fields.append(HTTPField(name: .contentType, value: type))
        fields.append(HTTPField(name: .amazonRequestID, value: requestID))
        return fields
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
        // Hardly any text needs it, and to look at its characters takes long.
        let isPlain = utf8.allSatisfy {
            $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        if isPlain { return self }
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
