internal import Sockets

/// Which calls go through which proxy, as curl and botocore read it from the environment.
///
/// - `https_proxy`, `HTTPS_PROXY` for `https:`, `http_proxy`, `HTTP_PROXY` for `http:`, and for whichever of the two
///   is not set `all_proxy`, `ALL_PROXY`. The lower case comes first; one that is set and empty means none.
/// - `no_proxy`, `NO_PROXY`: hosts that are reached without one (`ProxyExceptions`).
/// - Loopback, and the addresses where AWS gives a machine its credentials, are never asked for through a proxy: it
///   would hand out its own.
public struct ProxySettings: Sendable, Hashable {
    /// For `https:`; nil: none.
    public private(set) var https: Proxy?
    /// For `http:`; nil: none.
    public private(set) var http: Proxy?
    private var exceptions = ProxyExceptions()

    /// No proxy at all.
    public init() {}

    /// Reads the variables; what is wrong with one is told, and that one is left out.
    public init(environment: [String: String], faults: inout [Proxy.Fault]) {
        https = Self.proxy(["https_proxy", "all_proxy"], environment, &faults)
        http = Self.proxy(["http_proxy", "all_proxy"], environment, &faults)
        if let (name, text) = Self.first(of: "no_proxy", environment) {
            do throws(Proxy.Fault) {
                exceptions = try ProxyExceptions(text, setting: name)
            } catch {
                faults.append(error)
            }
        }
    }

    /// The proxy for a call; nil: straight to the host.
    public func proxy(for scheme: ClientRequest.Scheme, host: String, port: Int) -> Proxy? {
        let proxy =
            switch scheme {
            case .http: http
            case .https: https
            }
        guard let proxy, !Self.isNeverProxied(host), !exceptions.contain(host: host, port: port)
        else { return nil }
        return proxy
    }

    /// What an operator should know, one sentence a proxy, without secrets.
    public var summary: [String] {
        if let https, let http, https == http {
            return ["\(https) for https and http (\(https.setting))"]
        }
        return [
            https.map { "\($0) for https (\($0.setting))" },
            http.map { "\($0) for http (\($0.setting))" },
        ]
        .compactMap(\.self)
    }

    /// Loopback; link-local, where 169.254.169.254 (EC2), 169.254.170.2 (ECS) and 169.254.170.23 (EKS) are; and what
    /// AWS has instead in IPv6: fd00:ec2::254, fd00:ec2::23.
    private static func isNeverProxied(_ host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        guard let ip = IPAddress(name) else { return false }
        return ip.isLoopback || metadata.contains { $0.contains(ip) }
    }

    private static let metadata = ["169.254.0.0/16", "fe80::/10", "fd00:ec2::/32"].compactMap(
        AddressBlock.init(_:)
    )

    private static func proxy(
        _ names: [String],
        _ environment: [String: String],
        _ faults: inout [Proxy.Fault]
    ) -> Proxy? {
        let found = names.lazy.compactMap { first(of: $0, environment) }.first
        guard let (name, text) = found, !text.isEmpty else { return nil }
        do throws(Proxy.Fault) {
            return try Proxy(text, setting: name)
        } catch {
            if !faults.contains(error) { faults.append(error) }
            return nil
        }
    }

    /// The variable in lower case, or else in upper case, and what it says.
    private static func first(
        of name: String,
        _ environment: [String: String]
    ) -> (name: String, text: String)? {
        for name in [name, name.uppercased()] {
            if let text = environment[name] {
                return (name, text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
        }
        return nil
    }
}
