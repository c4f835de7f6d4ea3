import Foundation
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import AWS

/// A call that the client knows, and what botocore calls it.
struct BotocoreCall: Sendable {
    let service: AWSService
    let client: String
    let operation: String
    let parameters: JSONValue
    var isSigned = true
    /// Makes the call; that there is no answer is its end.
    let send: @Sendable (AWSClient) async throws -> Void
}

extension BotocoreCall {
    static let topic = "arn:aws:sns:us-east-1:123456789012:orders"
    private static let role = "arn:aws:iam::123456789012:role/team/orders"
    private static func role(_ text: String?) throws -> RoleRequest {
        try RoleRequest(role: role, session: "nightly", externalID: text, duration: "900", "test")
    }

    private static func sso() throws -> SSORequest {
        let config = """
            [default]
            sso_start_url = https://x.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 123456789012
            sso_role_name = Send & Mail
            """
        let profiles = ProfileFiles(config: try INIFile(parsing: config))
        return try #require(try SSORequest("default", profiles))
    }

    static let all =
        sends + logs + jsonServices + otherServices + invocations + [
            Self(service: .sesV2, client: "sesv2", operation: "get_account", parameters: [:]) {
                client in
                _ = try await SESClient(v2: client, v1: client).account(deadline: .later)
            },
            Self(
                service: .sesV2,
                client: "sesv2",
                operation: "get_email_identity",
                parameters: ["EmailIdentity": "a+b ä@example.com"]
            ) { client in
                _ = try await SESClient(v2: client, v1: client)
                    .isVerified("a+b ä@example.com", deadline: .later)
            },
            Self(
                service: .sns,
                client: "sns",
                operation: "get_topic_attributes",
                parameters: ["TopicArn": .string(topic)]
            ) { client in
                _ = try await SNSClient(client).findTopic(topic, deadline: .later)
            },
            Self(
                service: .sts,
                client: "sts",
                operation: "assume_role",
                parameters: [
                    "RoleArn": .string(role), "RoleSessionName": "nightly", "ExternalId": "id 1/2",
                    "DurationSeconds": 900,
                ]
            ) { client in
                _ = try await STSClient(client).assume(try role("id 1/2"))
            },
            Self(
                service: .sts,
                client: "sts",
                operation: "assume_role_with_web_identity",
                parameters: [
                    "RoleArn": .string(role), "RoleSessionName": "orderd",
                    "WebIdentityToken": "a.b-c_d=",
                ],
                isSigned: false
            ) { client in
                let request = try WebIdentityRequest(
                    tokenFile: "/t",
                    role: role,
                    session: nil,
                    duration: nil
                )
                _ = try await STSClient(client).assume(request, token: "a.b-c_d=")
            },
            Self(
                service: .sso,
                client: "sso",
                operation: "get_role_credentials",
                parameters: [
                    "roleName": "Send & Mail", "accountId": "123456789012", "accessToken": "tok en",
                ],
                isSigned: false
            ) { client in
                _ = try await client.send(try sso().call("tok en"), deadline: .later)
            },
            Self(
                service: .ssoOIDC,
                client: "sso-oidc",
                operation: "create_token",
                parameters: [
                    "clientId": "id", "clientSecret": "cs", "grantType": "refresh_token",
                    "refreshToken": "rt",
                ],
                isSigned: false
            ) { client in
                let token = try SSOToken(
                    parsing: """
                        {"accessToken":"a","expiresAt":"2026-01-31T12:00:00Z","clientId":"id",
                         "clientSecret":"cs","refreshToken":"rt",
                         "registrationExpiresAt":"2026-03-01T00:00:00Z"}
                        """
                )
                _ = try await client.send(
                    try #require(token.renewalCall(at: noon)),
                    deadline: .later
                )
            },
        ]
}
