internal import Formats
internal import HTTPTypes
internal import OpenSSL

/// A role that IAM Identity Center (SSO) gives to whom a cached token stands for.
struct SSORequest: Sendable, Hashable {
    let account: String
    let role: String
    /// Where the token was got: it is cached under the name of the session, or under this without one.
    let startURL: String
    let region: String
    /// nil in the older form, whose tokens cannot be renewed.
    let session: String?

    static let source = "IAM Identity Center"

    /// What a profile says; nil when it names neither an account nor a role of Identity Center.
    init?(_ profile: String, _ profiles: ProfileFiles) throws(CredentialsError) {
        var values = profiles.values(of: profile)
        guard values.nonEmpty("sso_account_id") != nil || values.nonEmpty("sso_role_name") != nil
        else { return nil }
        let source = "profile \"\(profile)\""
        session = values.nonEmpty("sso_session")
        if let session {
            guard let section = profiles.ssoSession(session) else {
                throw CredentialsError(source, "there is no section [sso-session \(session)]")
            }
            for (key, value) in section {
                guard values[key, default: value] == value else {
                    throw CredentialsError(
                        source,
                        "\(key) differs between the profile and [sso-session \(session)]"
                    )
                }
                values[key] = value
            }
        }
        account = try Self.value("sso_account_id", in: values, source)
        role = try Self.value("sso_role_name", in: values, source)
        startURL = try Self.value("sso_start_url", in: values, source)
        region = try Self.value("sso_region", in: values, source)
    }

    private static func value(
        _ key: String,
        in values: [String: String],
        _ source: String
    ) throws(CredentialsError) -> String {
        guard let value = values.nonEmpty(key) else {
            throw CredentialsError(source, "\(key) is missing")
        }
        return value
    }

    /// The name of the cached token's file, as the AWS CLI gives it.
    var tokenFile: String {
        Digest.sha1(Array((session ?? startURL).utf8)).hexadecimal + ".json"
    }

    /// The command that gets a token by a person.
    var login: String { session.map { "aws sso login --sso-session \($0)" } ?? "aws sso login" }

    /// The call that gets the role's keys for a token; it is not signed, since the token is the proof.
    func call(_ token: String) -> AWSRequest {
        let query =
            "role_name=\(PercentEncoding.encode(role))&account_id=\(PercentEncoding.encode(account))"
        var request = AWSRequest(
            operation: "GetRoleCredentials",
            method: .get,
            path: "/federation/credentials?\(query)"
        )
        request.fields[.ssoBearerToken] = token
        return request
    }
}
