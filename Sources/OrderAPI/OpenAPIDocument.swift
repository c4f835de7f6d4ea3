import JSON

/// The OpenAPI 3.1 description of every route, from `openapi.json` beside this file.
///
/// `Idempotency-Key` and `If-Match` stand in its `x-parameters`: what a generator makes up for them is refused rightly.
/// To demand longer keys would turn away honest clients and end no collision.
enum OpenAPIDocument {
    /// The description of a service to which whoever reaches the port may turn.
    static let bytes = PackageResources.openapi_json

    /// The description of this service: where callers need a key, it says so.
    static func bytes(_ rules: AccessControl.Rules?) -> [UInt8] {
        guard let rules, var document = try? JSONValue(parsing: bytes).object,
            var paths = document["paths"]?.object
        else { return bytes }
        for (path, item) in paths where path != "/metrics" || rules.guardsMetrics {
            paths[path] = .object(guarded(item.object ?? [:]))
        }
        document["paths"] = .object(paths)
        return JSONValue.object(document).bytes
    }

    /// A path's operations without the choice to show nothing.
    private static func guarded(_ item: JSONObject) -> JSONObject {
        var item = item
        for (method, operation) in item {
            guard var operation = operation.object, let choices = operation["security"]?.array
            else { continue }
            operation["security"] = .array(choices.filter { $0.object?.isEmpty == false })
            item[method] = .object(operation)
        }
        return item
    }
}
