internal import HTTP
internal import HTTPTypes

/// Asks the service that gives keys to a container.
struct ContainerCredentials: Sendable {
    let request: ContainerRequest
    /// Never goes through a proxy: the service knows its clients by their addresses.
    let transport: any AWSTransport
    let machine: any LocalMachine
    /// How long an answer may take.
    var limit = Duration.seconds(2)

    /// How often it is asked, and how long to wait in between.
    private static let attempts = 3
    private static let pause = Duration.seconds(1)

    private var name: String { ContainerRequest.source }

    func fetch() async throws(CredentialsError) -> Credentials {
        var attempt = 1
        while true {
            do throws(CredentialsError) {
                return try await ask()
            } catch {
                guard attempt < Self.attempts, !Task.isCancelled else { throw error }
                await machine.pause(Self.pause)
                attempt += 1
            }
        }
    }

    private func ask() async throws(CredentialsError) -> Credentials {
        let endpoint = request.endpoint
        var call = ClientRequest(
            method: .get,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: (endpoint.pathPrefix.isEmpty ? "/" : endpoint.pathPrefix) + request.query
        )
        call.fields[.accept] = "application/json"
        if let token = try await token() { call.fields[.authorization] = token }
        let answer = try await send(call)
        guard answer.status == .ok else {
            throw CredentialsError(name, "\(endpoint): HTTP \(answer.status.code)")
        }
        return try KeysDocument.read(answer.body, tokenName: "Token", from: name)
    }

    private func send(_ call: ClientRequest) async throws(CredentialsError) -> ClientResponse {
        do throws(HTTPClientError) {
            return try await transport.send(call, deadline: .now + limit)
        } catch {
            throw CredentialsError(name, "\(error)")
        }
    }

    private func token() async throws(CredentialsError) -> String? {
        switch request.token {
        case nil: return nil
        case .text(let text): return text
        case .file(let path):
            let token = try await machine.secret(in: path, for: name)
            try ContainerRequest.check(token)
            return token
        }
    }
}

extension LocalMachine {
    /// The token in a file, without the line break that an editor puts at its end.
    func secret(in path: String, for source: String) async throws(CredentialsError) -> String {
        let text: String?
        do throws(LocalFault) {
            text = try await self.text(of: path)
        } catch {
            throw CredentialsError(source, "\(error)")
        }
        guard let token = text?[...].trimmed, !token.isEmpty else {
            throw CredentialsError(source, "\(path): there is no token in it")
        }
        return String(token)
    }
}
