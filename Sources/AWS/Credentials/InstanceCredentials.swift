internal import Formats
package import FoundationEssentials
internal import HTTP
internal import HTTPTypes

/// The keys of an EC2 instance's role, from its metadata service in version 2.
///
/// Version 1 is not asked: whoever can make a server fetch a URL could get the keys from it.
package struct InstanceCredentials: CredentialsProvider {
    private let environment: [String: String]
    private let transport: any AWSTransport

    /// The variables that move or switch off the service.
    package init(environment: [String: String], transport: any AWSTransport) {
        self.environment = environment
        self.transport = transport
    }

    package var name: String { "instance metadata" }

    /// Nil where there is no such service, or where it is switched off.
    package func credentials(at now: Date) async throws(CredentialsError) -> Credentials? {
        guard environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() != "true" else { return nil }
        let endpoint = try endpoint()
        let session = ["x-aws-ec2-metadata-token-ttl-seconds": "21600"]
        // Who does not answer is no metadata service: this is no instance.
        guard let answer = try? await ask(endpoint, .put, "/latest/api/token", session) else {
            return nil
        }
        guard answer.isSuccess else {
            throw CredentialsError(name, "no token: HTTP \(answer.status.code)")
        }
        let token = ["x-aws-ec2-metadata-token": String(decoding: answer.body, as: UTF8.self)]
        let base = "/latest/meta-data/iam/security-credentials/"
        let roles = try await ask(endpoint, .get, base, token)
        guard roles.status != .notFound else { return nil }
        let role = String(decoding: roles.body, as: UTF8.self).prefix { !$0.isNewline }
        guard roles.isSuccess, !role.isEmpty else {
            throw CredentialsError(name, "no role: HTTP \(roles.status.code)")
        }
        let keys = try await ask(endpoint, .get, base + PercentEncoding.encode(String(role)), token)
        return try CredentialsDocument.read(keys, from: name)
    }

    private func endpoint() throws(CredentialsError) -> Endpoint {
        let mode = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased()
        let usual = mode == "ipv6" ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
        let url = environment.nonEmpty("AWS_EC2_METADATA_SERVICE_ENDPOINT") ?? usual
        guard let endpoint = Endpoint(url: url) else {
            throw CredentialsError(name, "AWS_EC2_METADATA_SERVICE_ENDPOINT is no URL")
        }
        return endpoint
    }

    private func ask(
        _ endpoint: Endpoint,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [String: String]
    ) async throws(CredentialsError) -> ClientResponse {
        var request = ClientRequest(
            method: method,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: endpoint.pathPrefix + path
        )
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { request.fields[name] = value }
        }
        do throws(HTTPClientError) {
            let deadline = ContinuousClock.now.advanced(by: .seconds(1))
            return try await transport.send(request, deadline: deadline)
        } catch {
            throw CredentialsError(name, "\(error)")
        }
    }
}
