import Formats
package import HTTPTypes
package import JSON

/// What the arguments of `http:invoke` ask for, before the connection adds to it.
package struct HTTPTaskCall: Sendable, Hashable {
    package var endpoint: HTTPEndpoint
    package var method: HTTPRequest.Method
    /// The name of the connection, out of its ARN.
    package var connection: String
    /// In the order of the arguments.
    package var headers: [Parameter] = []
    package var query: [Parameter] = []
    /// nil: there is none.
    package var body: JSONValue?
    /// nil: the body is JSON.
    package var form: FormEncoding?

    /// A header or a parameter, and its values one by one.
    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var values: [String]

        package init(_ name: String, _ values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// Reads the arguments, or says which of them makes no request.
    package init(_ arguments: JSONValue) throws(ServiceFailure) {
        for name in arguments.object?.keys ?? [] where !Self.known.contains(name) {
            let names = Self.known.joined(separator: ", ")
            throw .arguments("'\(name)' is no field of an HTTP task; there are \(names)")
        }
        let url = try Self.text("ApiEndpoint", in: arguments)
        do throws(HTTPEndpoint.Fault) {
            endpoint = try HTTPEndpoint(url)
        } catch {
            throw .arguments("The value for the field 'ApiEndpoint' \(error.reason)")
        }
        let word = try Self.text("Method", in: arguments)
        guard let method = Self.methods.first(where: { $0.rawValue == word }) else {
            let words = Self.methods.map(\.rawValue).joined(separator: ", ")
            throw .arguments("The value for the field 'Method' must be one of \(words)")
        }
        self.method = method
        connection = try Self.connection(arguments)
        headers = try Self.headers(arguments["Headers"])
        query = try Self.query(arguments["QueryParameters"])
        body = arguments["RequestBody"].flatMap { $0.isNull ? nil : $0 }
        form = try Self.form(arguments["Transform"])
    }

    private static let known = [
        "ApiEndpoint", "Method", "Authentication", "InvocationConfig", "Headers",
        "QueryParameters", "RequestBody", "Transform",
    ]

    package static let methods: [HTTPRequest.Method] = [
        .get, .post, .put, .delete, .patch, .options, .head,
    ]
}

// What stands in the arguments.
extension HTTPTaskCall {
    private static func text(
        _ name: String,
        in arguments: JSONValue
    ) throws(ServiceFailure) -> String {
        guard let value = arguments[name] else {
            throw .arguments("The field '\(name)' is required but was missing")
        }
        guard let text = value.string else {
            throw .arguments("The value for the field '\(name)' must be a STRING")
        }
        return text
    }

    private static func connection(_ arguments: JSONValue) throws(ServiceFailure) -> String {
        guard let place = arguments["InvocationConfig"] ?? arguments["Authentication"] else {
            throw .arguments(
                "The field 'InvocationConfig' or 'Authentication' with a 'ConnectionArn' is required but was missing"
            )
        }
        let arn = try text("ConnectionArn", in: place)
        guard let name = HTTPConnection.name(inARN: arn) else {
            throw .arguments(
                "The value for the field 'ConnectionArn' must be the ARN of a connection, such as "
                    + "arn:aws:events:us-east-1:123456789012:connection/NAME/ID"
            )
        }
        return name
    }

    private static func headers(_ value: JSONValue?) throws(ServiceFailure) -> [Parameter] {
        let headers = try parameters("Headers", value)
        for header in headers {
            guard let name = HTTPField.Name(header.name) else {
                throw .arguments("'\(header.name)' is no name of a header")
            }
            guard !isRestricted(name) else {
                throw .arguments("The header '\(header.name)' may not be set by an HTTP task")
            }
            guard header.values.allSatisfy(HTTPField.isValidValue) else {
                throw .arguments("The header '\(header.name)' has a control character in its value")
            }
        }
        return headers
    }

    private static func query(_ value: JSONValue?) throws(ServiceFailure) -> [Parameter] {
        guard let text = value?.string else { return try parameters("QueryParameters", value) }
        return try text.split(separator: "&").map { (pair) throws(ServiceFailure) -> Parameter in
            let sides = pair.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let decoded = sides.compactMap { PercentEncoding.decode($0, plus: .space) }
            guard decoded.count == sides.count else {
                throw .arguments("The value for the field 'QueryParameters' has a broken escape")
            }
            return Parameter(decoded[0], [decoded.count > 1 ? decoded[1] : ""])
        }
    }

    /// An object of texts, or of arrays of them.
    private static func parameters(
        _ field: String,
        _ value: JSONValue?
    ) throws(ServiceFailure) -> [Parameter] {
        guard let value, !value.isNull else { return [] }
        guard let members = value.object else {
            throw .arguments("The value for the field '\(field)' must be an object")
        }
        var parameters: [Parameter] = []
        for (name, value) in members {
            let elements = value.array ?? [value]
            let texts = elements.compactMap { $0.isNull ? nil : $0.plainText }
            guard texts.count == elements.count else {
                throw .arguments(
                    "The value of '\(name)' in '\(field)' must be a text or an array of texts"
                )
            }
            parameters.append(Parameter(name, texts))
        }
        return parameters
    }

    private static func form(_ transform: JSONValue?) throws(ServiceFailure) -> FormEncoding? {
        guard let transform, !transform.isNull else { return nil }
        switch transform["RequestBodyEncoding"] {
        case nil, .string("NONE"): return nil
        case .string("URL_ENCODED"): break
        default:
            throw .arguments(
                "The value for the field 'RequestBodyEncoding' must be one of NONE, URL_ENCODED"
            )
        }
        guard let format = transform["RequestEncodingOptions"]?["ArrayFormat"] else {
            return .indices
        }
        guard let encoding = format.string.flatMap(FormEncoding.init) else {
            let words = FormEncoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw .arguments("The value for the field 'ArrayFormat' must be one of \(words)")
        }
        return encoding
    }

    /// Whether Step Functions lets no definition set it ("Call HTTPS APIs", Headers).
    package static func isRestricted(_ name: HTTPField.Name) -> Bool {
        restricted.contains(name.canonicalName)
            || ["x-forwarded-", "x-amz-", "x-amzn-"].contains(where: name.canonicalName.hasPrefix)
    }

    private static let restricted: Set = [
        "a-im", "accept-charset", "accept-datetime", "accept-encoding", "authorization",
        "cache-control", "connection", "content-encoding", "content-md5", "date", "expect",
        "forwarded", "from", "host", "http2-settings", "if-match", "if-modified-since",
        "if-none-match", "if-range", "if-unmodified-since", "max-forwards", "origin", "pragma",
        "proxy-authorization", "referer", "server", "te", "trailer", "transfer-encoding",
        "upgrade", "via", "warning",
    ]
}
