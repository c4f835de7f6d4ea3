import Formats
package import HTTP

/// A URL that a workflow calls, taken apart (RFC 3986 §3).
package struct HTTPEndpoint: Sendable, Hashable {
    package let scheme: ClientRequest.Scheme
    /// In lower case, IPv6 without brackets, and without the dot that ends a full name.
    package let host: String
    package let port: Int
    /// At least a slash.
    package let path: String
    /// What stands behind the question mark; empty without one.
    package let query: String

    /// Reads a URL; the reason is to be said after "ApiEndpoint".
    package init(_ text: String) throws(Fault) {
        guard let end = text.firstRange(of: "://"),
            let scheme = ClientRequest.Scheme(rawValue: text[..<end.lowerBound].lowercased())
        else { throw Fault(reason: "is a URL that begins with https://") }
        // A fragment is the caller's own (§3.5).
        let rest = text[end.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { !"/?".contains($0) }
        guard !authority.contains("@") else {
            throw Fault(reason: "has no user in it: whoever calls is named by the connection")
        }
        guard let place = HostAndPort(authority), !place.host.contains("%") else {
            throw Fault(reason: "names a host or an address")
        }
        let name = place.host.hasSuffix(".") ? String(place.host.dropLast()) : place.host
        guard place.isHost, !name.isEmpty, authority.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw Fault(reason: "names a host or an address, one in other letters as xn--…")
        }
        guard !place.hasBadPort, place.port != 0 else {
            throw Fault(reason: "has a port from 1 to 65535, or none")
        }
        self.scheme = scheme
        host = name
        port = place.port.map(Int.init) ?? scheme.defaultPort
        let target = rest[authority.endIndex...]
        let path = target.prefix { $0 != "?" }
        self.path = path.isEmpty ? "/" : Self.escaped(path)
        query = Self.escaped(target[path.endIndex...].dropFirst())
    }

    /// Why a text is no URL that can be called.
    package struct Fault: Error, Sendable, Hashable {
        package let reason: String
    }

    /// What may not stand in a URL as it is escaped, and what is escaped already stays.
    private static func escaped(_ text: Substring) -> String {
        PercentEncoding.encode(String(text), keeping: kept)
    }

    private static let kept = ByteSet.unreserved.adding("%:/?[]@!$&'()*+,;=")
}
