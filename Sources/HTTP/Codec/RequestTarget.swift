internal import Formats
internal import HTTPTypes
internal import Sockets

/// What a request asks for, in whichever of the four forms it was written (RFC 9112 §3.2).
struct RequestTarget {
    /// The path, percent-encoded; `*` in asterisk form, empty in authority form.
    let path: String
    /// The query without its question mark.
    let query: String?
    /// Host and port, if the target names them.
    let authority: String?

    init(_ bytes: Span<UInt8>, method: HTTPRequest.Method) throws(RequestRefusal) {
        if method == .connect {
            try self.init(authorityForm: bytes)
        } else if bytes.count > 0, bytes[0] == UInt8(ascii: "/") {
            try self.init(pathAndQuery: bytes, authority: nil)
        } else if method == .options, bytes.count == 1, bytes[0] == UInt8(ascii: "*") {
            self.init(path: "*", query: nil, authority: nil)
        } else {
            try self.init(absoluteForm: bytes, method: method)
        }
    }

    private init(path: String, query: String?, authority: String?) {
        self.path = path
        self.query = query
        self.authority = authority
    }

    private init(authorityForm bytes: Span<UInt8>) throws(RequestRefusal) {
        guard Authority.isValid(bytes), bytes.count > 0, bytes[bytes.count - 1].isDigit else {
            throw RequestRefusal(.badRequest, "CONNECT needs a target of the form host:port.")
        }
        self.init(path: "", query: nil, authority: String(bytes))
    }

    private init(
        absoluteForm bytes: Span<UInt8>,
        method: HTTPRequest.Method
    ) throws(RequestRefusal) {
        guard let start = Self.authorityStart(in: bytes) else {
            throw RequestRefusal(.badRequest, "The target is neither a path nor an http URL.")
        }
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "?") {
            end += 1
        }
        guard Authority.isValid(bytes.extracting(start..<end)) else {
            throw RequestRefusal(.badRequest, "The target's host is not valid.")
        }
        let authority = String(bytes.extracting(start..<end))
        if end == bytes.count {
            // Without a path the URL means the whole server (RFC 9112 §3.2.4).
            let path = method == .options ? "*" : "/"
            self.init(path: path, query: nil, authority: authority)
        } else {
            try self.init(pathAndQuery: bytes.extracting(end..<bytes.count), authority: authority)
        }
    }

    private init(pathAndQuery bytes: Span<UInt8>, authority: String?) throws(RequestRefusal) {
        let pathEnd = try Self.end(of: .path, in: bytes, from: 0)
        guard pathEnd < bytes.count else {
            self.init(path: String(bytes), query: nil, authority: authority)
            return
        }
        guard bytes[pathEnd] == UInt8(ascii: "?"),
            try Self.end(of: .query, in: bytes, from: pathEnd + 1) == bytes.count
        else {
            throw RequestRefusal(
                .badRequest,
                "The target contains a character that must be percent-encoded."
            )
        }
        self.init(
            path: pathEnd == 0 ? "/" : String(bytes.extracting(0..<pathEnd)),
            query: String(bytes.extracting(pathEnd + 1..<bytes.count)),
            authority: authority
        )
    }

    /// Where the run of allowed characters and whole escapes ends.
    private static func end(
        of allowed: ByteSet,
        in bytes: Span<UInt8>,
        from start: Int
    ) throws(RequestRefusal) -> Int {
        var index = start
        while index < bytes.count {
            if allowed.contains(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, bytes[index + 1].hexadecimalValue != nil,
                    bytes[index + 2].hexadecimalValue != nil
                else { throw RequestRefusal(.badRequest, "The target has a broken escape.") }
                index += 3
            } else {
                break
            }
        }
        return index
    }

    /// Behind `http://` or `https://`, in any case.
    private static func authorityStart(in bytes: Span<UInt8>) -> Int? {
        for scheme in ["http://", "https://"] where bytes.count > scheme.utf8.count {
            var index = 0
            for byte in scheme.utf8 {
                guard bytes[index].asciiLowercased == byte else { break }
                index += 1
            }
            if index == scheme.utf8.count { return index }
        }
        return nil
    }
}

/// Host and port, as the Host field and absolute targets write them (RFC 3986 §3.2).
enum Authority {
    /// Whether it is a host that is not empty, and perhaps a port: any digits that come to one, or none
    /// (RFC 3986 §3.2.3); user information is refused (RFC 9110 §4.2.4).
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        guard let hostEnd = hostEnd(in: bytes), hostEnd > 0 else { return false }
        guard hostEnd < bytes.count else { return true }
        guard bytes[hostEnd] == UInt8(ascii: ":") else { return false }
        var port = 0
        var index = hostEnd + 1
        while index < bytes.count {
            guard bytes[index].isDigit else { return false }
            port = port * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            guard port <= 65_535 else { return false }
            index += 1
        }
        return true
    }

    private static func hostEnd(in bytes: Span<UInt8>) -> Int? {
        if bytes.count > 0, bytes[0] == UInt8(ascii: "[") { return bracketEnd(in: bytes) }
        let allowed = ByteSet.registeredName
        var index = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: ":") {
            if allowed.contains(bytes[index]) {
                index += 1
            } else {
                guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                    bytes[index + 1].hexadecimalValue != nil,
                    bytes[index + 2].hexadecimalValue != nil
                else { return nil }
                index += 3
            }
        }
        return index
    }

    private static func bracketEnd(in bytes: Span<UInt8>) -> Int? {
        let allowed = ByteSet.bracketedAddress
        var index = 1
        while index < bytes.count, allowed.contains(bytes[index]) { index += 1 }
        guard index > 1, index < bytes.count, bytes[index] == UInt8(ascii: "]") else { return nil }
        // What is no address of a later version is one of version 6 (RFC 3986 §3.2.2).
        guard bytes[1].asciiLowercased != UInt8(ascii: "v") else { return index + 1 }
        guard case .v6 = IPAddress(String(bytes.extracting(1..<index))) else { return nil }
        return index + 1
    }
}
