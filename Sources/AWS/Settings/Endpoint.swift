package import HTTP

package struct Endpoint: Sendable, Hashable {
    package let scheme: ClientRequest.Scheme
    /// A name in lower case or a numeric address, IPv6 without brackets.
    ///
    /// What is signed is what is sent: a signature has the host in lower case.
    package let host: String
    package let port: Int
    /// What stands before the path of every request, without a slash at its end.
    package let pathPrefix: String

    /// An endpoint from its parts; nil as port means the scheme's own.
    package init(
        scheme: ClientRequest.Scheme,
        host: String,
        port: Int? = nil,
        pathPrefix: String = ""
    ) {
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port ?? scheme.defaultPort
        self.pathPrefix = pathPrefix
    }

    /// Reads `http://host:port/prefix` or `https://…`; nil for anything else.
    package init?(url: String) {
        guard let colons = url.firstRange(of: "://"),
            let scheme = ClientRequest.Scheme(rawValue: url[..<colons.lowerBound].lowercased())
        else { return nil }
        let rest = url[colons.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = rest.dropFirst(authority.count)
        guard !path.contains("?"), !path.contains("#"), !authority.contains("@"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let (host, port) = Self.split(authority)
        else { return nil }
        let end = path.lastIndex { $0 != "/" }
        self.init(
            scheme: scheme,
            host: host,
            port: port,
            pathPrefix: end.map { String(path[...$0]) } ?? ""
        )
    }

    /// Why a text is no endpoint's URL; without the text where a password may be in it.
    static func objection(to url: String) -> String {
        if url.contains("@") {
            return
                "has a user or a password in it, which AWS's services do not take; write https://HOST:PORT"
        }
        if url.contains("?") || url.contains("#") {
            return "\"\(url)\" has a query or a fragment, which an endpoint cannot have"
        }
        return "\"\(url)\" is no http:// or https:// URL with a host and a port up to 65535"
    }

    private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let host = authority[authority.index(after: authority.startIndex)..<end]
            return join(host, authority[authority.index(after: end)...])
        }
        let host = authority.prefix { $0 != ":" }
        return join(host, authority.dropFirst(host.count))
    }

    private static func join(_ host: Substring, _ rest: Substring) -> (host: String, port: Int?)? {
        guard !host.isEmpty else { return nil }
        guard !rest.isEmpty else { return (String(host), nil) }
        guard rest.first == ":", let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
        return (String(host), Int(port))
    }
}

extension Endpoint: CustomStringConvertible {
    /// As a URL.
    package var description: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let suffix = port == scheme.defaultPort ? "" : ":\(port)"
        return "\(scheme.rawValue)://\(name)\(suffix)\(pathPrefix)"
    }
}
