import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import AWS

/// IAM Identity Center and its cached tokens.
extension RemoteCredentialsTests {
    private static let ssoConfig = """
        [default]
        sso_session = work
        sso_account_id = 123456789012
        sso_role_name = Sender
        [sso-session work]
        sso_region = eu-central-1
        sso_start_url = https://work.awsapps.com/start
        [profile old]
        sso_start_url = https://old.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = Sender
        """
    /// SHA-1 of `work`, and of the older form's address.
    private static let sessionFile =
        "/h/.aws/sso/cache/e274eeff768c6396088ec6eb091f4bf4d47ab1e0.json"
    private static let roleKeys = FakeTransport.Answer.answer(
        200,
        """
        {"roleCredentials":{"accessKeyId":"AKIDTEMP","secretAccessKey":"s","sessionToken":"t",
         "expiration":1769864400000}}
        """
    )

    private func machine(_ token: String) -> FakeMachine {
        FakeMachine(["/h/.aws/config": Self.ssoConfig, Self.sessionFile: token])
    }

    private func token(lasting seconds: TimeInterval, _ more: String = "") -> String {
        let end = SigningTime(noon.addingTimeInterval(seconds)).stamp
        let parts = Array(end)
        let text =
            String(parts[0..<4]) + "-" + String(parts[4..<6]) + "-" + String(parts[6..<8]) + "T"
            + String(parts[9..<11]) + ":" + String(parts[11..<13]) + ":" + String(parts[13..<15])
            + "Z"
        return
            #"{"startUrl":"https://work.awsapps.com/start","accessToken":"old token","expiresAt":"\#(text)"\#(more)}"#
    }

    private static let registration =
        #","clientId":"id","clientSecret":"cs","refreshToken":"rt","registrationExpiresAt":"2026-03-01T00:00:00Z","other":1"#

    @Test func `Identity Center gives a role's keys for the cached token`() async throws {
        let (found, requests) = try await credentials(
            [:],
            [Self.roleKeys],
            machine(token(lasting: 3_600))
        )
        #expect(found == Self.expected)
        let request = try #require(requests.first)
        #expect(
            request.url
                == "https://portal.sso.eu-central-1.amazonaws.com/federation/credentials"
                + "?role_name=Sender&account_id=123456789012"
        )
        #expect(request.field("x-amz-sso_bearer_token") == "old token")
        #expect(request.fields[.authorization] == nil)
    }

    @Test func `a token near its end is renewed and written back with all that was in it`()
        async throws
    {
        let machine = machine(token(lasting: 600, Self.registration))
        let renewal = FakeTransport.Answer.answer(
            200,
            #"{"accessToken":"new token","expiresIn":28800,"refreshToken":"rt2","tokenType":"Bearer"}"#
        )
        let (found, requests) = try await credentials([:], [renewal, Self.roleKeys], machine)
        #expect(found == Self.expected)
        #expect(requests.first?.url == "https://oidc.eu-central-1.amazonaws.com/token")
        #expect(
            try JSONValue(parsing: requests.first?.body ?? []) == [
                "clientId": "id", "clientSecret": "cs", "grantType": "refresh_token",
                "refreshToken": "rt",
            ]
        )
        #expect(requests.last?.field("x-amz-sso_bearer_token") == "new token")
        #expect(
            try JSONValue(parsing: machine[Self.sessionFile] ?? "") == [
                "startUrl": "https://work.awsapps.com/start", "accessToken": "new token",
                "expiresAt": "2026-01-31T20:00:00Z", "clientId": "id", "clientSecret": "cs",
                "refreshToken": "rt2", "registrationExpiresAt": "2026-03-01T00:00:00Z",
                "other": 1, "region": "eu-central-1",
            ]
        )
    }

    @Test func `a token that cannot be renewed serves to its end, and then a person must log in`()
        async throws
    {
        let refusal = FakeTransport.Answer.answer(
            400,
            #"{"error":"invalid_grant","error_description":"expired"}"#
        )
        let living = machine(token(lasting: 60, Self.registration))
        let (_, requests) = try await credentials([:], [refusal, Self.roleKeys], living)
        #expect(requests.last?.field("x-amz-sso_bearer_token") == "old token")
        let dead = await reason([:], [refusal], machine(token(lasting: -1, Self.registration)))
        #expect(dead?.contains("invalid_grant: expired") == true, "\(dead ?? "")")
        #expect(dead?.hasSuffix("run aws sso login --sso-session work") == true)
        let none = await reason([:], [], FakeMachine(["/h/.aws/config": Self.ssoConfig]))
        #expect(none?.contains("there is no \(Self.sessionFile)") == true)
        let refused = await reason(
            [:],
            [.answer(401, "{}", ["x-amzn-ErrorType": "UnauthorizedException"])],
            machine(token(lasting: 3_600))
        )
        #expect(refused?.contains("run aws sso login") == true)
        #expect(refused?.contains("old token") == false)
    }

    @Test func `the older form keeps its token under the start address, and does not renew it`()
        async throws
    {
        let file = "/h/.aws/sso/cache/\(Self.oldName).json"
        let machine = FakeMachine([
            "/h/.aws/config": Self.ssoConfig, file: token(lasting: 60, Self.registration),
        ])
        let (_, requests) = try await credentials(["AWS_PROFILE": "old"], [Self.roleKeys], machine)
        #expect(requests.count == 1)
    }

    private static let oldName = "33d5ca4bf3b1a62edb96b47f7c203034a43ac435"
}
