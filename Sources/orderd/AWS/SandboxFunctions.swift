import AWS
import HTTP
import Sockets

/// The functions that workflows call while the sandbox stands in for AWS: those that `orderd lambda serve` runs on this machine.
struct SandboxFunctions {
    /// Where they are; nil: nowhere.
    let endpoint: Endpoint?
    /// Why what is set is passed over.
    let warning: String?

    static let variable = "AWS_ENDPOINT_URL_LAMBDA"

    /// What the environment says.
    ///
    /// Only this machine is called: whoever runs the sandbox trusts that nothing outside is.
    init(environment: [String: String]) {
        let isIgnored = environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.lowercased() == "true"
        guard let text = environment[Self.variable], !text.isEmpty, !isIgnored else {
            (endpoint, warning) = (nil, nil)
            return
        }
        let found = Endpoint(url: text)
        endpoint = found.flatMap { $0.scheme == .http && Self.isHere($0.host) ? $0 : nil }
        // The text is not repeated: a password may be in it.
        warning =
            endpoint == nil
            ? "\(Self.variable) is passed over: with the sandbox functions are called on this machine alone, at such an address as http://127.0.0.1:3001"
            : nil
    }

    private static func isHere(_ host: String) -> Bool {
        SocketAddress(host: host, port: 0)?.ip.isLoopback == true
    }
}
