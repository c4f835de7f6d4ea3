import Formats
package import HTTP
import HTTPTypes
import JSON

/// How a token is asked for, and what the answer is (RFC 6749 §4.4, §5.1).
package enum OAuthTokenRequest {
    /// What an authorization server gave.
    package struct Grant: Sendable, Hashable {
        package var token: HTTPConnection.Token
        /// How long it is good for; nil where the server does not say.
        package var life: Duration?
    }

    /// The longest token, in bytes.
    static let maximumToken = 65_536

    /// The request: a form with the client's name and secret in it (§2.3.1), in the query where the method is GET, and as
    /// JSON where the parameters say that it is.
    package static func request(_ client: HTTPConnection.OAuthClient) -> ClientRequest {
        var pairs: [(name: String, value: String)] = [
            ("client_id", client.id), ("client_secret", client.secret),
        ]
        let given = client.parameters
        if !(given.body + given.query).contains(where: { $0.name == "grant_type" }) {
            pairs.insert(("grant_type", "client_credentials"), at: 0)
        }
        let names = Set(given.body.map(\.name))
        pairs = pairs.filter { !names.contains($0.name) } + given.body.map { ($0.name, $0.value) }
        var query = given.query.map { (name: $0.name, value: $0.value) }
        var fields = HTTPFields()
        var body: [UInt8] = []
        fields[.accept] = "application/json"
        for header in given.headers { fields.set(header.name, header.value) }
        if client.method == .get {
            query += pairs
        } else if fields[.contentType]?.lowercased().hasPrefix("application/json") ?? false {
            body = JSONValue.object(JSONObject(pairs.map { ($0.name, .string($0.value)) })).bytes
        } else {
            fields[.contentType] = "application/x-www-form-urlencoded"
            body = Array(FormEncoding.text(pairs).utf8)
        }
        let all = [client.endpoint.query, FormEncoding.text(query)].filter { !$0.isEmpty }
            .joined(separator: "&")
        return ClientRequest(
            method: client.method,
            scheme: client.endpoint.scheme,
            host: client.endpoint.host,
            port: client.endpoint.port,
            target: all.isEmpty ? client.endpoint.path : "\(client.endpoint.path)?\(all)",
            fields: fields,
            body: body
        )
    }

    /// The token in an answer; the failure does not repeat what the server said but its error's code (§5.2).
    package static func grant(
        _ response: ClientResponse,
        _ redaction: Redaction
    ) throws(ServiceFailure) -> Grant {
        let value = (try? JSONValue(parsing: response.body)) ?? .null
        guard response.isSuccess else {
            let code = value["error"]?.string.map { ": \(redaction.text(String($0.prefix(256))))" }
            let text =
                "The connection's authorization server gave no token: it answered \(response.status.code)\(code ?? "")"
            throw .connection(response.status.code < 500 ? .invalidState : .internalError, text)
        }
        guard let token = value["access_token"]?.string, isToken(token) else {
            throw .connection(
                .invalidState,
                "The connection's authorization server answered \(response.status.code) without an access_token"
            )
        }
        let word = value["token_type"]?.string ?? "Bearer"
        // RFC 6749 §7.1: the word is the same in any case, but not every server knows.
        let type = word.lowercased() == "bearer" || !isToken(word) ? "Bearer" : word
        // Some write the number as a text.
        let seconds = value["expires_in"]?.int ?? value["expires_in"]?.string.flatMap { Int($0) }
        let life = seconds.map { Duration.seconds(min(max($0, 0), 10 * 365 * 86_400)) }
        return Grant(token: HTTPConnection.Token(type: type, value: token), life: life)
    }

    /// Whether a text can stand in a header's value as it is: visible characters of ASCII.
    private static func isToken(_ text: String) -> Bool {
        (1...maximumToken).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
