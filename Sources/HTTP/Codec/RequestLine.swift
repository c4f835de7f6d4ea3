internal import HTTPTypes

/// Method, target and version (RFC 9112 §3).
struct RequestLine {
    let method: HTTPRequest.Method
    let target: RequestTarget
    let version: HTTPVersion

    /// Reads a line without its CR LF.
    init(_ bytes: Span<UInt8>) throws(RequestRefusal) {
        let space = UInt8(ascii: " ")
        guard let methodEnd = bytes.firstIndex(of: space, from: 0),
            let targetEnd = bytes.firstIndex(of: space, from: methodEnd + 1),
            bytes.firstIndex(of: space, from: targetEnd + 1) == nil
        else {
            throw RequestRefusal(
                .badRequest,
                "The request line is not a method, a target and a version with one space between."
            )
        }
        method = try Self.method(bytes.extracting(0..<methodEnd))
        // RFC 9113 §3.4: what a client begins with that takes HTTP/2 for granted.
        if bytes.equals("PRI * HTTP/2.0") { throw .prefaceOfHTTP2 }
        version = try Self.version(bytes.extracting(targetEnd + 1..<bytes.count))
        target = try RequestTarget(bytes.extracting(methodEnd + 1..<targetEnd), method: method)
    }

    private static func method(
        _ bytes: Span<UInt8>
    ) throws(RequestRefusal) -> HTTPRequest.Method {
        if bytes.equals("GET") { return .get }
        if bytes.equals("POST") { return .post }
        if bytes.equals("HEAD") { return .head }
        guard let method = HTTPRequest.Method(String(bytes)) else {
            throw RequestRefusal(.badRequest, "The method is not a token.")
        }
        return method
    }

    private static func version(_ bytes: Span<UInt8>) throws(RequestRefusal) -> HTTPVersion {
        guard bytes.count == 8, bytes.extracting(0..<5).equals("HTTP/"), bytes[5].isDigit,
            bytes[6] == UInt8(ascii: "."), bytes[7].isDigit
        else {
            throw RequestRefusal(.badRequest, "The version is not of the form HTTP/1.1.")
        }
        guard bytes[5] == UInt8(ascii: "1") else {
            throw RequestRefusal(
                .httpVersionNotSupported,
                "This server speaks HTTP/1.1 and HTTP/1.0."
            )
        }
        // A higher minor version is served as the highest we know (RFC 9110 §2.5).
        return bytes[7] == UInt8(ascii: "0") ? .http10 : .http11
    }
}

extension RequestRefusal {
    fileprivate static let prefaceOfHTTP2 = RequestRefusal(
        .httpVersionNotSupported,
        "This port speaks HTTP/1.1, and the preface of HTTP/2 arrived; use HTTP/1.1."
    )
}
