internal import Formats
internal import FoundationEssentials
internal import HTTP
internal import JSON

/// The JSON in which programs, containers and instances hand out keys.
enum KeysDocument {
    /// Reads it; `tokenName` is what the session token is called there.
    static func read(
        _ body: [UInt8],
        tokenName: String,
        from source: String
    ) throws(CredentialsError) -> Credentials {
        guard let value = try? JSONValue(parsing: body) else {
            throw CredentialsError(source, "the answer is no JSON")
        }
        if let code = value["Code"]?.string, code != "Success" {
            throw CredentialsError(source, "\(code): \(value["Message"]?.string ?? "no message")")
        }
        for name in ["AccessKeyId", "SecretAccessKey"] where value[name]?.string?.isEmpty ?? true {
            throw CredentialsError(source, "the answer has no \(name)")
        }
        return Credentials(
            accessKeyID: value["AccessKeyId"]?.string ?? "",
            secretAccessKey: value["SecretAccessKey"]?.string ?? "",
            sessionToken: value[tokenName]?.string,
            expiration: try end(value["Expiration"], source)
        )
    }

    private static func end(
        _ value: JSONValue?,
        _ source: String
    ) throws(CredentialsError) -> Date? {
        guard let value, value != .null else { return nil }
        guard let date = value.string.flatMap(Timestamp.date) else {
            throw CredentialsError(source, "Expiration is no time such as 2026-01-31T12:00:00Z")
        }
        return date
    }
}
