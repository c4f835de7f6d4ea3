import HTTPTypes
import JSON

/// Reads connections in the shape of `CreateConnection`, and notes everything that is wrong with them.
struct HTTPConnectionReader {
    private(set) var faults: [HTTPConnections.Faults.Fault] = []

    /// The longest name, value or secret, in bytes (CreateConnection).
    static let maximumText = 512
    /// The most parameters of one kind.
    static let maximumParameters = 100

    mutating func note(_ place: String, _ problem: String) {
        faults.append(HTTPConnections.Faults.Fault(place: place, problem: problem))
    }

    mutating func connection(_ name: String, _ value: JSONValue) -> HTTPConnection? {
        guard HTTPConnection.isName(name) else {
            note(name, "is no name of a connection: 1 to 64 letters, digits, '.', '-' and '_'")
            return nil
        }
        let known = ["Name", "Description", "AuthorizationType", "AuthParameters"]
        guard let members = members(name, value, known) else { return nil }
        let types: [String: String] = [
            "BASIC": "BasicAuthParameters", "API_KEY": "ApiKeyAuthParameters",
            "OAUTH_CLIENT_CREDENTIALS": "OAuthParameters",
        ]
        guard let type = members["AuthorizationType"]?.string, let own = types[type] else {
            let words = types.keys.sorted().joined(separator: ", ")
            note("\(name).AuthorizationType", "is one of \(words)")
            return nil
        }
        let place = "\(name).AuthParameters"
        guard
            let parameters = self.members(
                place,
                members["AuthParameters"],
                [own, "InvocationHttpParameters"]
            )
        else { return nil }
        let invocation = self.parameters(
            "\(place).InvocationHttpParameters",
            parameters["InvocationHttpParameters"]
        )
        guard let authorization = authorization(type, "\(place).\(own)", parameters[own]) else {
            return nil
        }
        return HTTPConnection(authorization: authorization, invocation: invocation)
    }

    private mutating func authorization(
        _ type: String,
        _ place: String,
        _ value: JSONValue?
    ) -> HTTPConnection.Authorization? {
        switch type {
        case "BASIC":
            guard let texts = texts(place, value, ["Username", "Password"]) else { return nil }
            guard !texts[0].contains(":") else {
                note("\(place).Username", "has a colon, which ends a name (RFC 7617)")
                return nil
            }
            return .basic(user: texts[0], password: texts[1])
        case "API_KEY":
            guard let texts = texts(place, value, ["ApiKeyName", "ApiKeyValue"]) else { return nil }
            guard isHeader("\(place).ApiKeyName", texts[0]) else { return nil }
            return .key(name: texts[0], value: texts[1])
        default: return client(place, value)
        }
    }

    private mutating func client(
        _ place: String,
        _ value: JSONValue?
    ) -> HTTPConnection.Authorization? {
        let known = [
            "ClientParameters", "AuthorizationEndpoint", "HttpMethod", "OAuthHttpParameters",
        ]
        guard let members = members(place, value, known) else { return nil }
        let texts = texts(
            "\(place).ClientParameters",
            members["ClientParameters"],
            ["ClientID", "ClientSecret"]
        )
        let methods: [String: HTTPRequest.Method] = ["GET": .get, "POST": .post, "PUT": .put]
        let method = members["HttpMethod"]?.string.flatMap { methods[$0] }
        if method == nil { note("\(place).HttpMethod", "is one of GET, POST, PUT") }
        let endpoint = endpoint("\(place).AuthorizationEndpoint", members["AuthorizationEndpoint"])
        let parameters = parameters(
            "\(place).OAuthHttpParameters",
            members["OAuthHttpParameters"]
        )
        guard let texts, let method, let endpoint else { return nil }
        return .client(
            HTTPConnection.OAuthClient(
                id: texts[0],
                secret: texts[1],
                endpoint: endpoint,
                method: method,
                parameters: parameters
            )
        )
    }

    private mutating func endpoint(_ place: String, _ value: JSONValue?) -> HTTPEndpoint? {
        do throws(HTTPEndpoint.Fault) {
            return try HTTPEndpoint(value?.string ?? "")
        } catch {
            note(place, error.reason)
            return nil
        }
    }
}

// Members, texts and parameters.
extension HTTPConnectionReader {
    /// The members of an object that has no others than these.
    private mutating func members(
        _ place: String,
        _ value: JSONValue?,
        _ known: [String]
    ) -> JSONObject? {
        guard let members = value?.object else {
            let names = known.joined(separator: ", ")
            note(
                place,
                value == nil ? "is missing: an object with \(names)" : "is an object with \(names)"
            )
            return nil
        }
        for name in members.keys where !known.contains(name) {
            note("\(place).\(name)", "is not known; there are \(known.joined(separator: ", "))")
        }
        return members
    }

    /// The texts of these names, all of which have to be there.
    private mutating func texts(
        _ place: String,
        _ value: JSONValue?,
        _ names: [String]
    ) -> [String]? {
        guard let members = members(place, value, names) else { return nil }
        var texts: [String] = []
        for name in names {
            if let text = text("\(place).\(name)", members[name]) { texts.append(text) }
        }
        return texts.count == names.count ? texts : nil
    }

    private mutating func text(
        _ place: String,
        _ value: JSONValue?,
        canBeEmpty: Bool = false
    ) -> String? {
        guard let text = value?.string, canBeEmpty || !text.isEmpty else {
            note(place, value == nil ? "is missing" : "is a text that is not empty")
            return nil
        }
        guard text.utf8.count <= Self.maximumText else {
            note(place, "has \(Self.maximumText) bytes at most")
            return nil
        }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            note(place, "has a control character in it, such as the end of a line")
            return nil
        }
        return text
    }

    private mutating func parameters(
        _ place: String,
        _ value: JSONValue?
    ) -> HTTPConnection.Parameters {
        var parameters = HTTPConnection.Parameters()
        let known = ["HeaderParameters", "QueryStringParameters", "BodyParameters"]
        guard let value, let members = members(place, value, known) else { return parameters }
        parameters.headers = list("\(place).\(known[0])", members[known[0]])
        parameters.query = list("\(place).\(known[1])", members[known[1]])
        parameters.body = list("\(place).\(known[2])", members[known[2]])
        for (index, header) in parameters.headers.enumerated() {
            _ = isHeader("\(place).\(known[0])[\(index)].Key", header.name)
        }
        return parameters
    }

    private mutating func list(
        _ place: String,
        _ value: JSONValue?
    ) -> [HTTPConnection.Parameter] {
        guard let value else { return [] }
        guard let elements = value.array, elements.count <= Self.maximumParameters else {
            note(place, "is an array of \(Self.maximumParameters) parameters at most")
            return []
        }
        var parameters: [HTTPConnection.Parameter] = []
        for (index, element) in elements.enumerated() {
            let place = "\(place)[\(index)]"
            guard let members = members(place, element, ["Key", "Value", "IsValueSecret"]) else {
                continue
            }
            let name = text("\(place).Key", members["Key"])
            let content = text("\(place).Value", members["Value"], canBeEmpty: true)
            let isSecret = members["IsValueSecret"] ?? false
            if isSecret.bool == nil { note("\(place).IsValueSecret", "is true or false") }
            guard let name, let content else { continue }
            parameters.append(
                HTTPConnection.Parameter(
                    name: name,
                    value: content,
                    isSecret: isSecret.bool ?? true
                )
            )
        }
        return parameters
    }

    /// Whether it is the name of a header that a connection may set; what frames a message is ours.
    private mutating func isHeader(_ place: String, _ text: String) -> Bool {
        guard let name = HTTPField.Name(text) else {
            note(place, "is no name of a header")
            return false
        }
        guard !Self.ours.contains(name.canonicalName) else {
            note(place, "is a header that is written for each message, and no connection's")
            return false
        }
        return true
    }

    private static let ours: Set = [
        "host", "connection", "content-length", "transfer-encoding", "te", "trailer", "upgrade",
        "keep-alive", "proxy-connection", "expect", "range", "user-agent",
    ]
}
