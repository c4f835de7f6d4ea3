import JSON
import Orders

/// The OpenAPI 3.1 description of every route, from `openapi.json` beside this file.
///
/// `Idempotency-Key` and `If-Match` stand in its `x-parameters`: what a generator makes up for them is refused rightly.
/// To demand longer keys would turn away honest clients and end no collision.
enum OpenAPIDocument {
    /// The description of a service to which whoever reaches the port may turn.
    static let bytes = PackageResources.openapi_json

    /// The description of this service.
    ///
    /// Where callers need a key, it says so; it names the kinds of deliveries that there are, and says what is demanded of
    /// orders.
    static func bytes(
        _ rules: AccessControl.Rules?,
        kinds: some Sequence<Delivery.Kind>,
        orders: OrderRules
    ) -> [UInt8] {
        let names = kinds.map(\.rawValue).sorted()
        guard rules != nil || names != described || !orders.requiresEmail,
            var document = try? JSONValue(parsing: bytes).object
        else { return bytes }
        if let rules { document = guarded(document, rules) }
        if !orders.requiresEmail { document = demandingNothing(document) }
        if names != described { document = naming(names, in: document) }
        return JSONValue.object(document).bytes
    }

    /// The kinds that the document itself names.
    private static let described = ["email", "invocation", "message", "notice"]

    /// The document with those kinds, each told of as the first one is.
    private static func naming(_ kinds: [String], in document: JSONObject) -> JSONObject {
        let delivery = ["components", "schemas", "Delivery", "properties", "kind", "enum"]
        let decided = [
            "paths", "/deliveries/decisions", "post", "requestBody", "content", "application/json",
            "schema", "properties", "kind", "enum",
        ]
        let providers = [
            "components", "schemas", "Queue", "properties", "providers", "properties",
        ]
        var document = JSONValue.object(document)
        for place in [delivery, decided] {
            document.change(at: place[...]) { _ in .array(kinds.map { .string($0) }) }
        }
        document.change(at: providers[...]) { properties in
            guard let provider = properties[described[0]] else { return properties }
            return .object(JSONObject(kinds.map { ($0, provider) }))
        }
        return document.object ?? [:]
    }

    private static func demandingNothing(_ document: JSONObject) -> JSONObject {
        let order = ["components", "schemas", "NewOrder"]
        var document = JSONValue.object(document)
        document.change(at: order[...]) { schema in
            guard var members = schema.object else { return schema }
            members["required"] = nil
            return .object(members)
        }
        return document.object ?? [:]
    }

    private static func guarded(
        _ document: JSONObject,
        _ rules: AccessControl.Rules
    ) -> JSONObject {
        guard var paths = document["paths"]?.object else { return document }
        for (path, item) in paths where path != "/metrics" || rules.guardsMetrics {
            paths[path] = .object(guarded(item.object ?? [:]))
        }
        var whole = JSONValue.object(document)
        whole.change(at: ["paths"]) { _ in .object(paths) }
        whole.change(at: ["components", "securitySchemes"]) { schemes in
            guard var schemes = schemes.object else { return .null }
            schemes["session"] = [
                "type": "apiKey", "in": "cookie", "name": .string(rules.cookie.name),
                "description":
                    "The cookie that POST /session gives for a key; it may do what the key may. Every request but GET and HEAD carries X-CSRF-Token beside it.",
            ]
            return .object(schemes)
        }
        return whole.object ?? [:]
    }

    /// A path's operations without the choice to show nothing, and with the cookie as one beside each key.
    private static func guarded(_ item: JSONObject) -> JSONObject {
        var item = item
        for (method, operation) in item {
            guard var operation = operation.object, let choices = operation["security"]?.array
            else { continue }
            operation["security"] = .array(
                choices.flatMap { choice -> [JSONValue] in
                    guard let scopes = choice["key"] else { return [] }
                    return [choice, ["session": scopes]]
                }
            )
            item[method] = .object(operation)
        }
        return item
    }
}

extension JSONValue {
    /// Changes what stands there, if anything does.
    fileprivate mutating func change(
        at path: ArraySlice<String>,
        by change: (JSONValue) -> JSONValue
    ) {
        guard let name = path.first else {
            self = change(self)
            return
        }
        guard var members = object, var member = members[name] else { return }
        member.change(at: path.dropFirst(), by: change)
        members[name] = member
        self = .object(members)
    }
}
