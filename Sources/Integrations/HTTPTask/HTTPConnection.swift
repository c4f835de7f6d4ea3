import Formats
package import HTTPTypes
import JSON

/// What EventBridge calls a connection: how a caller proves who it is, and what else each of its requests has.
package struct HTTPConnection: Sendable, Hashable {
    package var authorization: Authorization
    /// What is added to every request.
    package var invocation = Parameters()

    package enum Authorization: Sendable, Hashable {
        /// RFC 7617.
        case basic(user: String, password: String)
        /// A header of that name.
        case key(name: String, value: String)
        /// A token from an authorization server (RFC 6749 §4.4).
        case client(OAuthClient)
    }

    /// Who asks an authorization server for tokens, and how.
    package struct OAuthClient: Sendable, Hashable {
        package var id: String
        package var secret: String
        package var endpoint: HTTPEndpoint
        package var method: HTTPRequest.Method
        package var parameters = Parameters()
    }

    /// What is added to a request: `ConnectionHttpParameters`.
    package struct Parameters: Sendable, Hashable {
        package var headers: [Parameter] = []
        package var query: [Parameter] = []
        package var body: [Parameter] = []

        package init() {}

        var all: [Parameter] { headers + query + body }
    }

    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var value: String
        package var isSecret = false
    }

    /// What an authorization server gave.
    package struct Token: Sendable, Hashable {
        /// `Bearer`, or another word of the server's.
        package var type: String
        package var value: String
    }

    /// The name in a connection's ARN, `…:connection/NAME/ID` or without an ID; nil for another text.
    package static func name(inARN text: String) -> String? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "events" else { return nil }
        let path = parts[5].split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(path.count), path[0] == "connection", isName(path[1]) else {
            return nil
        }
        return String(path[1])
    }

    /// 1 to 64 of letters, digits, `.`, `-` and `_` (CreateConnection).
    static func isName(_ text: some StringProtocol) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(nameBytes.contains)
    }

    private static let nameBytes = ByteSet.alphanumerics.adding(".-_")

    /// Adds the headers that show who calls, and the connection's own.
    func authorize(_ fields: inout HTTPFields, _ token: Token?) {
        for parameter in invocation.headers { fields.set(parameter.name, parameter.value) }
        switch authorization {
        case .basic(let user, let password):
            fields[.authorization] = Self.basic(user, password)
        case .key(let name, let value): fields.set(name, value)
        case .client: fields[.authorization] = token.map { "\($0.type) \($0.value)" }
        }
    }

    private static func basic(_ user: String, _ password: String) -> String {
        "Basic \(Base64.encode(Array("\(user):\(password)".utf8)))"
    }
}

extension HTTPConnection {
    /// What must not be repeated to anybody.
    package func secrets(_ token: Token? = nil) -> Redaction {
        var texts = invocation.all.filter(\.isSecret).map(\.value)
        var names: [String] = []
        switch authorization {
        case .basic(let user, let password):
            texts += [password, Base64.encode(Array("\(user):\(password)".utf8))]
            names = [user]
        case .key(_, let value): texts.append(value)
        case .client(let client):
            texts.append(client.secret)
            texts += client.parameters.all.filter(\.isSecret).map(\.value)
        }
        if let token { texts.append(token.value) }
        return Redaction(secrets: texts, names: names)
    }
}

extension HTTPFields {
    /// Sets a header whose name was checked when it was read.
    mutating func set(_ name: String, _ value: String) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value
    }
}

// The secrets do not come out of a dump or a message.
extension HTTPConnection: CustomStringConvertible, CustomReflectable {
    package var description: String {
        switch authorization {
        case .basic: "a connection with BASIC"
        case .key: "a connection with API_KEY"
        case .client: "a connection with OAUTH_CLIENT_CREDENTIALS"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
