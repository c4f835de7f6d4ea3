internal import Formats
internal import HTTP
internal import HTTPTypes

/// What a request to the Invoke API asks for.
enum InvokeRoute: Hashable {
    case list
    case configuration(FunctionReference)
    /// The configuration, in the document about the whole function.
    case function(FunctionReference)
    case invoke(FunctionReference)

    private static let root = "/2015-03-31/functions"

    /// Reads method, path and query.
    init(_ method: HTTPRequest.Method, _ path: String, query: String?) throws(LambdaRefusal) {
        guard path.hasPrefix(Self.root) else { throw .unknownOperation }
        var parts = path.dropFirst(Self.root.count).split(
            separator: "/",
            omittingEmptySubsequences: false
        )
        // What comes first is empty, or the root goes on in some other word.
        guard parts.isEmpty || parts.removeFirst().isEmpty else { throw .unknownOperation }
        if parts.isEmpty || parts == [""] {
            guard method == .get else { throw .unknownOperation }
            self = .list
            return
        }
        let reference = try Self.reference(String(parts[0]), query)
        switch (method, parts.dropFirst()) {
        case (.post, ["invocations"]): self = .invoke(reference)
        case (.get, ["configuration"]): self = .configuration(reference)
        case (.get, []): self = .function(reference)
        default: throw .unknownOperation
        }
    }

    private static func reference(
        _ text: String,
        _ query: String?
    ) throws(LambdaRefusal) -> FunctionReference {
        guard let name = PercentEncoding.decode(text), let parameters = QueryParameters(query),
            let reference = FunctionReference(name, qualifier: parameters["Qualifier"])
        else { throw .malformedName(text) }
        return reference
    }
}

/// Whether a request comes from a program on this machine.
///
/// The API has no keys. A page in the operator's browser can reach loopback too: it sends an Origin or Sec-Fetch-Site, and
/// one whose name was made to lead here sends that name as Host.
enum LoopbackGuard {
    /// Why the request is refused; nil when it is not.
    static func refusal(_ head: RequestHead) -> LambdaRefusal? {
        if head.fields.contains(.origin) { return .foreign("The request carries an Origin") }
        if head.fields.contains(fetchSite) {
            return .foreign("The request carries a Sec-Fetch-Site")
        }
        let host = head.authority ?? ""
        return isLoopback(host) ? nil : .foreign("The request's Host is \(host.prefix(64))")
    }

    // The constant is a name, which a field's can be.
    // swift-format-ignore: NeverForceUnwrap
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

    private static func isLoopback(_ host: String) -> Bool {
        var name = host[...]
        if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) {
            name = host[..<colon]
        }
        return ["127.0.0.1", "localhost", "[::1]"].contains(name.lowercased())
    }
}
