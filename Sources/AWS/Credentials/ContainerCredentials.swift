package import FoundationEssentials
internal import HTTP
internal import HTTPTypes

/// The keys that ECS and EKS (Pod Identity) give to a container.
package struct ContainerCredentials: CredentialsProvider {
    private let environment: [String: String]
    private let transport: any AWSTransport
    private let read: @Sendable (_ path: String) throws -> String

    /// The variables of the container; `read` answers the text of a file.
    package init(
        environment: [String: String],
        transport: any AWSTransport,
        read: @escaping @Sendable (_ path: String) throws -> String
    ) {
        self.environment = environment
        self.transport = transport
        self.read = read
    }

    package var name: String { "container" }

    /// Nil where no variable names the container's service.
    package func credentials(at now: Date) async throws(CredentialsError) -> Credentials? {
        guard let (endpoint, query) = try endpoint() else { return nil }
        var request = ClientRequest(
            method: .get,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: (endpoint.pathPrefix.isEmpty ? "/" : endpoint.pathPrefix) + query
        )
        if let token = try token() { request.fields[.authorization] = token }
        return try CredentialsDocument.read(try await ask(request), from: name)
    }

    private func ask(
        _ request: ClientRequest
    ) async throws(CredentialsError) -> ClientResponse {
        do throws(HTTPClientError) {
            let deadline = ContinuousClock.now.advanced(by: .seconds(2))
            return try await transport.send(request, deadline: deadline)
        } catch {
            throw CredentialsError(name, "\(error)")
        }
    }

    private func endpoint() throws(CredentialsError) -> (Endpoint, query: String)? {
        if let path = environment.nonEmpty("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            return try parse("http://169.254.170.2\(path)")
        }
        guard let url = environment.nonEmpty("AWS_CONTAINER_CREDENTIALS_FULL_URI") else {
            return nil
        }
        let (endpoint, query) = try parse(url)
        guard endpoint.scheme == .https || Self.isNear(endpoint.host) else {
            throw CredentialsError(name, "\(endpoint.host) may not be asked without TLS")
        }
        return (endpoint, query)
    }

    private func parse(_ url: String) throws(CredentialsError) -> (Endpoint, query: String) {
        let path = url.prefix { $0 != "?" }
        guard let endpoint = Endpoint(url: String(path)) else {
            throw CredentialsError(name, "the service's address is no URL")
        }
        return (endpoint, String(url.dropFirst(path.count)))
    }

    /// The addresses that cannot be somebody else's machine.
    private static func isNear(_ host: String) -> Bool {
        ["localhost", "169.254.170.2", "169.254.170.23", "fd00:ec2::23", "::1"].contains(host)
            || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    /// The file wins over the variable, and is read anew each time: it is exchanged while we run.
    private func token() throws(CredentialsError) -> String? {
        var token = environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN")
        if let path = environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
            do {
                token = try read(path)
            } catch {
                throw CredentialsError(name, "\(path): \(error)")
            }
        }
        guard token?.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) ?? true else {
            throw CredentialsError(name, "the token has a line break")
        }
        return token
    }
}
