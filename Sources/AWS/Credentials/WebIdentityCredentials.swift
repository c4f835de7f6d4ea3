internal import Formats
package import FoundationEssentials
internal import HTTP
internal import HTTPTypes

/// The keys that STS gives for the token of an EKS service account or another OpenID provider.
package struct WebIdentityCredentials: CredentialsProvider {
    private let environment: [String: String]
    private let endpoint: Endpoint
    private let transport: any AWSTransport
    private let read: @Sendable (_ path: String) throws -> String

    /// The variables that name token and role, and where STS is; `read` answers the text of a file.
    package init(
        environment: [String: String],
        endpoint: Endpoint,
        transport: any AWSTransport,
        read: @escaping @Sendable (_ path: String) throws -> String
    ) {
        self.environment = environment
        self.endpoint = endpoint
        self.transport = transport
        self.read = read
    }

    package var name: String { "web identity" }

    /// Nil where no variable names a token.
    package func credentials(at now: Date) async throws(CredentialsError) -> Credentials? {
        guard let path = environment.nonEmpty("AWS_WEB_IDENTITY_TOKEN_FILE") else { return nil }
        guard let role = environment.nonEmpty("AWS_ROLE_ARN") else {
            throw CredentialsError(name, "AWS_ROLE_ARN is not set")
        }
        let call = AWSRequest(
            query: "AssumeRoleWithWebIdentity",
            version: "2011-06-15",
            parameters: [
                ("RoleArn", role),
                ("RoleSessionName", environment.nonEmpty("AWS_ROLE_SESSION_NAME") ?? "orderd"),
                ("WebIdentityToken", try token(path)),
            ]
        )
        let answer = try await send(call)
        guard answer.isSuccess else {
            let fault = ServiceError(operation: "sts \(call.operation)", answer: answer)
            throw CredentialsError(name, "\(fault)")
        }
        return try credentials(in: answer)
    }

    /// The file is read anew each time: it is exchanged while we run.
    private func token(_ path: String) throws(CredentialsError) -> String {
        do {
            return String(try read(path)[...].trimmed)
        } catch {
            throw CredentialsError(name, "\(path): \(error)")
        }
    }

    /// The token is the proof, so the call is not signed.
    private func send(_ call: AWSRequest) async throws(CredentialsError) -> ClientResponse {
        var request = ClientRequest(
            method: call.method,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: endpoint.pathPrefix + call.path,
            body: call.body
        )
        if let type = call.contentType { request.fields[.contentType] = type }
        do throws(HTTPClientError) {
            let deadline = ContinuousClock.now.advanced(by: .seconds(10))
            return try await transport.send(request, deadline: deadline)
        } catch {
            throw CredentialsError(name, "\(error)")
        }
    }

    private func credentials(in answer: ClientResponse) throws(CredentialsError) -> Credentials {
        let root = try? XMLElement(parsing: answer.body)
        let keys = root?["AssumeRoleWithWebIdentityResult"]?["Credentials"]
        guard let key = keys?["AccessKeyId"]?.text, let secret = keys?["SecretAccessKey"]?.text,
            let token = keys?["SessionToken"]?.text
        else { throw CredentialsError(name, "the answer holds no keys") }
        return Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: token,
            expiration: keys?["Expiration"].flatMap { Timestamp.date($0.text) }
        )
    }
}
