/// The OpenAPI 3.1 description of every route, from `openapi.json` beside this file.
enum OpenAPIDocument {
    static let bytes = PackageResources.openapi_json
}
