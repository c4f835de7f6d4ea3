internal import HTTP

/// The service that gives keys to a container of ECS or EKS (Pod Identity).
struct ContainerRequest: Sendable, Hashable {
    let endpoint: Endpoint
    /// What follows the path, with its question mark.
    let query: String
    let token: Token?

    enum Token: Sendable, Hashable {
        /// Read anew each time: it is exchanged while we run.
        case file(String)
        case text(String)
    }

    static let source = "container"

    /// What the variables say; nil where none names the service.
    init?(_ environment: [String: String]) throws(CredentialsError) {
        if let path = environment.nonEmpty("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            // What does not begin a path would go on with the host's name.
            guard path.hasPrefix("/") else {
                throw CredentialsError(
                    Self.source,
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI has to begin with /"
                )
            }
            (endpoint, query) = try Self.parse("http://169.254.170.2\(path)")
        } else if let url = environment.nonEmpty("AWS_CONTAINER_CREDENTIALS_FULL_URI") {
            (endpoint, query) = try Self.parse(url)
            guard endpoint.scheme == .https || Self.isNear(endpoint.host) else {
                throw CredentialsError(
                    Self.source,
                    "\(endpoint.host) may not be asked without TLS; only this machine and ECS's and EKS's addresses may"
                )
            }
        } else {
            return nil
        }
        token =
            environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").map(Token.file)
            ?? environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN").map(Token.text)
        if case .text(let text) = token { try Self.check(text) }
    }

    /// A token goes into a field of the request, so it must not end it.
    static func check(_ token: String) throws(CredentialsError) {
        guard token.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw CredentialsError(source, "the authorization token has a line break")
        }
    }

    private static func parse(_ url: String) throws(CredentialsError) -> (Endpoint, String) {
        let path = url.prefix { $0 != "?" }
        guard let endpoint = Endpoint(url: String(path)) else {
            throw CredentialsError(source, "the service's address is no URL")
        }
        return (endpoint, String(url.dropFirst(path.count)))
    }

    /// The addresses that cannot be somebody else's machine.
    private static func isNear(_ host: String) -> Bool {
        ["localhost", "169.254.170.2", "169.254.170.23", "fd00:ec2::23", "::1"].contains(host)
            || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }
}
