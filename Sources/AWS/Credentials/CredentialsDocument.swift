internal import Formats
internal import FoundationEssentials
internal import HTTP
internal import HTTPTypes
internal import JSON

/// The JSON in which containers' and instances' metadata services hand out temporary keys.
enum CredentialsDocument {
    static func read(
        _ answer: ClientResponse,
        from source: String
    ) throws(CredentialsError) -> Credentials {
        guard answer.isSuccess else {
            throw CredentialsError(source, "HTTP \(answer.status.code)")
        }
        guard let value = try? JSONValue(parsing: answer.body),
            let key = value["AccessKeyId"]?.string,
            let secret = value["SecretAccessKey"]?.string
        else { throw CredentialsError(source, "the answer holds no keys") }
        return Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: value["Token"]?.string,
            expiration: value["Expiration"]?.string.flatMap(Timestamp.date)
        )
    }
}
