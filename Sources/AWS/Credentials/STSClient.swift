internal import Formats
internal import HTTP

/// Takes on roles through STS.
struct STSClient: Sendable {
    private let client: AWSClient
    /// How long a call may take, with its repetitions.
    private static let limit = Duration.seconds(20)

    /// A client over one for `sts`, which signs nothing for web identities.
    init(_ client: AWSClient) { self.client = client }

    func assume(_ request: RoleRequest) async throws(AWSError) -> Credentials {
        var parameters = [("RoleArn", request.role), ("RoleSessionName", request.session)]
        if let id = request.externalID { parameters.append(("ExternalId", id)) }
        if let seconds = request.duration { parameters.append(("DurationSeconds", "\(seconds)")) }
        return try await credentials("AssumeRole", parameters)
    }

    func assume(
        _ request: WebIdentityRequest,
        token: String
    ) async throws(AWSError) -> Credentials {
        var parameters = [
            ("RoleArn", request.role), ("RoleSessionName", request.session),
            ("WebIdentityToken", token),
        ]
        if let seconds = request.duration { parameters.append(("DurationSeconds", "\(seconds)")) }
        return try await credentials("AssumeRoleWithWebIdentity", parameters)
    }

    private func credentials(
        _ operation: String,
        _ parameters: [(String, String)]
    ) async throws(AWSError) -> Credentials {
        let call = AWSRequest(query: operation, version: "2011-06-15", parameters: parameters)
        let answer = try await client.send(call, deadline: .now + Self.limit)
        let root = try? XMLElement(parsing: answer.body)
        let keys = root?["\(operation)Result"]?["Credentials"]
        guard let key = keys?["AccessKeyId"]?.text, let secret = keys?["SecretAccessKey"]?.text,
            let token = keys?["SessionToken"]?.text,
            let end = keys?["Expiration"].flatMap({ Timestamp.date($0.text) })
        else {
            throw AWSError("sts \(operation)", .unreadableAnswer("no keys with an end"))
        }
        return Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: token,
            expiration: end
        )
    }
}
