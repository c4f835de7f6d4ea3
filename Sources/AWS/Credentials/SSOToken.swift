internal import Formats
import FoundationEssentials
internal import HTTPTypes
internal import JSON

/// A token of IAM Identity Center as the AWS CLI caches it.
struct SSOToken: Sendable {
    /// The whole file: what we do not know of it is written back as it is.
    private(set) var document: JSONObject
    let accessToken: String
    let end: Date

    /// From that many seconds before its end a token is renewed.
    private static let renewal: TimeInterval = 900

    /// Reads the text of a file.
    init(parsing text: String) throws(CredentialsError) {
        guard let document = try? JSONValue(parsing: text).object else {
            throw CredentialsError(SSORequest.source, "the cached token's file is no JSON object")
        }
        try self.init(document)
    }

    private init(_ document: JSONObject) throws(CredentialsError) {
        guard let token = document["accessToken"]?.string, !token.isEmpty,
            let end = document["expiresAt"]?.string.flatMap(Self.date)
        else {
            throw CredentialsError(
                SSORequest.source,
                "the cached token's file has no accessToken or no expiresAt"
            )
        }
        (self.document, accessToken, self.end) = (document, token, end)
    }

    /// The CLI of old wrote `UTC` where RFC 3339 has `Z`.
    private static func date(_ text: String) -> Date? {
        Timestamp.date(text.hasSuffix("UTC") ? text.dropLast(3) + "Z" : text)
    }

    func isUsable(at now: Date) -> Bool { end > now }

    /// The call that renews the token; nil when it is not due, or the file lacks what it takes.
    func renewalCall(at now: Date) -> AWSRequest? {
        guard end.timeIntervalSince(now) < Self.renewal,
            let client = document["clientId"]?.string,
            let secret = document["clientSecret"]?.string,
            let refresh = document["refreshToken"]?.string,
            let registrationEnd = document["registrationExpiresAt"]?.string.flatMap(Self.date),
            registrationEnd > now
        else { return nil }
        let members: JSONObject = [
            "clientId": .string(client), "clientSecret": .string(secret),
            "grantType": "refresh_token", "refreshToken": .string(refresh),
        ]
        return AWSRequest(
            operation: "CreateToken",
            method: .post,
            path: "/token",
            contentType: "application/json",
            body: JSONValue.object(members).bytes
        )
    }

    /// The token that the answer to that call gives.
    func renewed(
        by answer: [UInt8],
        for request: SSORequest,
        at now: Date
    ) throws(CredentialsError) -> SSOToken {
        let value = (try? JSONValue(parsing: answer)) ?? .null
        guard let token = value["accessToken"]?.string,
            let seconds = value["expiresIn"]?.number?.int
        else {
            throw CredentialsError(SSORequest.source, "the renewed token is unreadable")
        }
        var changed = document
        changed["startUrl"] = .string(request.startURL)
        changed["region"] = .string(request.region)
        changed["accessToken"] = .string(token)
        changed["expiresAt"] = .string(Self.text(now.addingTimeInterval(TimeInterval(seconds))))
        if let next = value["refreshToken"]?.string { changed["refreshToken"] = .string(next) }
        return try SSOToken(changed)
    }

    /// `2026-01-31T12:00:00Z`: the CLI reads no fractions of a second.
    private static func text(_ date: Date) -> String {
        String(Timestamp.text(date).prefix(19)) + "Z"
    }
}

extension HTTPField.Name {
    // The literal is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let ssoBearerToken = Self("x-amz-sso_bearer_token")!
}
