internal import HTTPTypes

/// Method, target and version (RFC 9112 §3).
struct RequestLine {
    let method: HTTPRequest.Method
    let target: RequestTarget
    let version: HTTPVersion

    /// Reads a line without its CR LF.
    init(_ bytes: Span<UInt8>) throws(RequestRefusal) {
        guard let methodEnd = Self.firstSpace(in: bytes, from: 0),
            let targetEnd = Self.firstSpace(in: bytes, from: methodEnd + 1),
            Self.firstSpace(in: bytes, from: targetEnd + 1) == nil
        else {
            throw RequestRefusal(
                .badRequest,
                "The request line is not a method, a target and a version with one space between."
            )
        }
        method = try Self.method(bytes.extracting(0..<methodEnd))
        version = try Self.version(bytes.extracting(targetEnd + 1..<bytes.count))
        target = try RequestTarget(bytes.extracting(methodEnd + 1..<targetEnd), method: method)
    }

    private static func firstSpace(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: " ") { return index }
            index += 1
        }
        return nil
    }

    private static func method(
        _ bytes: Span<UInt8>
    ) throws(RequestRefusal) -> HTTPRequest.Method {
        switch bytes.count {
        case 3 where "GET".utf8 == bytes: return .get
        case 4 where "POST".utf8 == bytes: return .post
        case 4 where "HEAD".utf8 == bytes: return .head
        default: break
        }
        guard let method = HTTPRequest.Method(String(bytes)) else {
            throw RequestRefusal(.badRequest, "The method is not a token.")
        }
        return method
    }

    private static func version(_ bytes: Span<UInt8>) throws(RequestRefusal) -> HTTPVersion {
        guard bytes.count == 8, "HTTP/".utf8 == bytes.extracting(0..<5), bytes[5].isDigit,
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

extension String {
    /// Bytes as text; what is not UTF-8 is replaced.
    init(_ bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension String.UTF8View {
    static func == (text: Self, bytes: Span<UInt8>) -> Bool {
        guard text.count == bytes.count else { return false }
        var index = 0
        for byte in text {
            guard bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }
}
