internal import HTTPTypes

/// Writes a client's request whole, or says why it cannot be written.
enum RequestSerializer {
    /// Head and body as they go on the wire.
    ///
    /// A proxy is told the whole URL (absolute-form, RFC 9112 §3.2.2), and its user and password.
    static func bytes(
        _ request: ClientRequest,
        through proxy: Proxy? = nil
    ) throws(MessageFault) -> [UInt8] {
        let authority = request.authority
        try check(request, authority)
        var output: [UInt8] = []
        output.reserveCapacity(512 + request.body.count)
        output.append(ascii: request.method.rawValue)
        output.append(" ")
        if proxy != nil { output.append(ascii: "\(request.scheme)://\(authority)") }
        output.append(ascii: request.target)
        output.append(" HTTP/1.1\r\n")
        if let authorization = proxy?.authorization {
            output.append(ascii: "Proxy-Authorization: \(authorization)\r\n")
        }
        if !request.fields.contains(.hostField) {
            output.append("Host: ")
            output.append(ascii: authority)
            output.append("\r\n")
        }
        for field in request.fields where !isOurs(field.name) {
            output.append(ascii: field.name.rawName)
            output.append(": ")
            field.withUnsafeBytesOfValue { output.append(contentsOf: $0) }
            output.append("\r\n")
        }
        if !request.body.isEmpty || !request.method.isUsuallyEmpty {
            output.append("Content-Length: ")
            output.append(decimal: request.body.count)
            output.append("\r\n")
        }
        output.append("\r\n")
        output.append(contentsOf: request.body)
        return output
    }

    private static func isOurs(_ name: HTTPField.Name) -> Bool {
        name == .contentLength || name == .transferEncoding
    }

    private static func check(
        _ request: ClientRequest,
        _ authority: String
    ) throws(MessageFault) {
        do {
            _ = try RequestTarget(request.target.utf8.span, method: request.method)
        } catch {
            throw .malformed(error.detail)
        }
        guard Authority.isValid(authority.utf8.span) else {
            throw .malformed("The host is not a name or an address.")
        }
    }
}

extension HTTPRequest.Method {
    /// Whether a request without a body says nothing about its length (RFC 9110 §8.6).
    var isUsuallyEmpty: Bool {
        [.get, .head, .delete, .options, .trace, .connect].contains(self)
    }

    /// Whether sending it twice means what sending it once means (RFC 9110 §9.2.2).
    var isIdempotent: Bool {
        [.get, .head, .put, .delete, .options, .trace].contains(self)
    }
}
