internal import Formats

/// An HTTP proxy, as `HTTPS_PROXY` names it.
public struct Proxy: Sendable, Hashable {
    /// The variable that names it.
    public let setting: String
    /// A name or a numeric address, IPv6 without brackets.
    public let host: String
    public let port: UInt16
    /// What Proxy-Authorization says (RFC 7617); nil without a user.
    let authorization: String?

    /// Why a text names no proxy that can be used, and what would.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The variable.
        public let setting: String
        /// It never contains the text itself, which may hold a password.
        public let description: String

        init(_ setting: String, _ description: String) {
            (self.setting, self.description) = (setting, description)
        }
    }

    /// Reads `http://user:password@proxy.example:3128`, where the scheme may be left out (curl, botocore), and
    /// user and password are percent-encoded.
    ///
    /// Without a port it is 80, the scheme's own, as for botocore; curl would take 1080.
    public init(_ text: String, setting: String) throws(Fault) {
        self.setting = setting
        var rest = try Self.withoutScheme(text, setting)
        if let end = rest.firstIndex(where: { "/?#".contains($0) }) {
            guard rest[end...] == "/" else {
                throw Fault(setting, "has more behind the port; \(Self.wanted)")
            }
            rest = rest[..<end]
        }
        if let at = rest.lastIndex(of: "@") {
            authorization = try Self.authorization(rest[..<at], setting)
            rest = rest[rest.index(after: at)...]
        } else {
            authorization = nil
        }
        guard let place = HostAndPort(rest), place.isHost else {
            throw Fault(setting, "names no host; \(Self.wanted)")
        }
        guard !place.hasBadPort, place.port != 0 else {
            throw Fault(setting, "has a port that is no number from 1 to 65535; \(Self.wanted)")
        }
        host = place.host
        port = place.port ?? 80
    }

    private static let wanted =
        "write http://proxy.example.com:3128, with user:password@ in front of the host if it "
        + "asks for them"

    private static func withoutScheme(
        _ text: String,
        _ setting: String
    ) throws(Fault) -> Substring {
        guard let end = text.firstRange(of: "://") else { return text[...] }
        switch text[..<end.lowerBound].lowercased() {
        case "http": return text[end.upperBound...]
        case "https":
            throw Fault(
                setting,
                "asks for TLS to the proxy itself, which is not supported; name the proxy's "
                    + "plain port with http://: what goes through it is encrypted from here to "
                    + "the real host"
            )
        case let scheme where scheme.hasPrefix("socks"):
            throw Fault(
                setting,
                "names a SOCKS proxy, which is not supported; name an HTTP proxy, "
                    + "http://proxy.example.com:3128"
            )
        default: throw Fault(setting, "has an unknown scheme; \(wanted)")
        }
    }

    /// RFC 7617 §2: the name ends at the first colon.
    private static func authorization(
        _ text: Substring,
        _ setting: String
    ) throws(Fault) -> String {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let user = PercentEncoding.decode(parts[0]),
            let password = PercentEncoding.decode(parts.count > 1 ? parts[1] : "")
        else {
            throw Fault(
                setting,
                "has a user or password that is not percent-encoded: a % is written %25"
            )
        }
        guard !user.contains(":"), (user + password).utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else {
            throw Fault(setting, "has a user with a colon or a control character in it")
        }
        return "Basic " + Base64.encode(Array("\(user):\(password)".utf8))
    }
}

extension Proxy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `http://proxy.example.com:3128`, without the user.
    public var description: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return "http://\(name):\(port)"
    }

    public var debugDescription: String { description }

    /// The secret does not come out of a dump either.
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
