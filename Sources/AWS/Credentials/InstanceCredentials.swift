internal import Formats
internal import HTTP
internal import HTTPTypes

/// Asks the metadata service of an EC2 instance for the keys of its role.
///
/// Version 2 of the service gives a token first. Version 1 is asked in its place by botocore's rules: when the wish for a
/// token is refused (403, 404, 405), or is not answered, as in a container whose packets may go one hop only.
struct InstanceCredentials: Sendable {
    let request: InstanceRequest
    /// Never goes through a proxy, which would ask for its own machine.
    let transport: any AWSTransport

    private var name: String { InstanceRequest.source }

    /// What the service has.
    enum Finding: Sendable, Hashable {
        case keys(Credentials)
        /// This is no instance, or one without a role; the words say why.
        case nothing(String)
    }

    func fetch() async throws(CredentialsError) -> Finding {
        let token: String?
        switch try await sessionToken() {
        case .isNoInstance: return .nothing("no answer")
        case .given(let text): token = text
        case .none:
            guard request.allowsV1 else {
                throw CredentialsError(
                    name,
                    "there is no token, and AWS_EC2_METADATA_V1_DISABLED forbids to do without; "
                        + "in a container the instance's hop limit has to be 2"
                )
            }
            token = nil
        }
        let base = "/latest/meta-data/iam/security-credentials/"
        guard let roles = try await get(base, token) else { return .nothing("no answer") }
        let role = String(decoding: roles.body, as: UTF8.self).prefix { !$0.isNewline }
        guard roles.status == .ok, !role.isEmpty else {
            return .nothing("no role, HTTP \(roles.status.code)")
        }
        let keys = try await get(base + PercentEncoding.encode(String(role)), token)
        guard let keys, keys.status == .ok else {
            let status = keys.map { "HTTP \($0.status.code)" } ?? "no answer"
            throw CredentialsError(name, "no keys of role \(role): \(status)")
        }
        return .keys(try KeysDocument.read(keys.body, tokenName: "Token", from: name))
    }

    private enum Token {
        case given(String)
        /// The service is there, or may be, and gives none.
        case none
        /// Nobody is there.
        case isNoInstance
    }

    private func sessionToken() async throws(CredentialsError) -> Token {
        let fields = ["x-aws-ec2-metadata-token-ttl-seconds": "21600"]
        var isAnswered = false
        for _ in 0..<request.attempts {
            switch await ask(.put, "/latest/api/token", fields) {
            case .success(let answer):
                switch answer.status.code {
                case 200: return .given(String(decoding: answer.body, as: UTF8.self))
                case 403, 404, 405: return .none
                case 400: throw CredentialsError(name, "the wish for a token was refused: HTTP 400")
                default: isAnswered = true
                }
            case .failure(let error):
                // Packets that come through and get no answer are those of a hop too many.
                if error.sent == .maybeSent { return .none }
            }
        }
        return isAnswered ? .none : .isNoInstance
    }

    /// nil when there is no answer.
    private func get(
        _ path: String,
        _ token: String?
    ) async throws(CredentialsError) -> ClientResponse? {
        let fields = token.map { ["x-aws-ec2-metadata-token": $0] } ?? [:]
        var last: ClientResponse?
        for _ in 0..<request.attempts {
            guard case .success(let answer) = await ask(.get, path, fields) else { continue }
            if answer.status == .ok, !answer.body.isEmpty { return answer }
            last = answer
        }
        return last
    }

    private func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [String: String]
    ) async -> Result<ClientResponse, HTTPClientError> {
        let endpoint = request.endpoint
        var call = ClientRequest(
            method: method,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: endpoint.pathPrefix + path
        )
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { call.fields[name] = value }
        }
        do throws(HTTPClientError) {
            return .success(try await transport.send(call, deadline: .now + request.limit))
        } catch {
            return .failure(error)
        }
    }
}
