public import HTTPTypes

/// Which endpoint answers a method and a path.
///
/// A pattern's segments are literal or a parameter: `/orders/{id}/history`. A literal wins over a
/// parameter; a request's path is compared after percent-decoding and without its dot segments.
public struct Router<Endpoint: Sendable>: Sendable {
    /// What became of a lookup.
    public enum Match: Sendable {
        /// An endpoint answers it; HEAD finds the endpoint of GET.
        case found(Endpoint, route: Route)
        /// The path exists and answers an OPTIONS with these methods.
        case options(allow: String)
        /// The path exists and has other methods: 405 with this Allow field.
        case otherMethods(allow: String)
        /// No path has this method: 501.
        case unknownMethod
        /// No such path: 404.
        case unknownPath
        /// The path holds an escape that is no text, or leads above its root: 400.
        case malformedPath
    }

    /// The lookup itself knows no type of ours: generic code of another module would be slow for every request.
    public var tree = RouteTree()
    public var endpoints: [Endpoint] = []

    public init() {}

    /// Lets an endpoint answer a method on a pattern; twice the same is a bug of the program.
    public mutating func add(_ method: HTTPRequest.Method, _ pattern: String, _ endpoint: Endpoint)
    {
        tree.add(method, pattern, endpoint: endpoints.count)
        endpoints.append(endpoint)
    }

    @inlinable
    public func match(_ head: RequestHead) -> Match {
        match(head.method, head.path)
    }

    /// The endpoint for a method and a path.
    @inlinable
    public func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        switch tree.match(method, path) {
        case .found(let endpoint, let route): .found(endpoints[endpoint], route: route)
        case .options(let allow): .options(allow: allow)
        case .otherMethods(let allow): .otherMethods(allow: allow)
        case .unknownMethod: .unknownMethod
        case .unknownPath: .unknownPath
        case .malformedPath: .malformedPath
        }
    }
}

/// How an endpoint was found.
public struct Route: Sendable {
    /// The pattern as it was added, from a closed set and so fit to be a label.
    public let pattern: String
    /// The path's parameters, decoded.
    public let parameters: PathParameters
}

/// The parameters of a path by the names its pattern gave them.
public struct PathParameters: Sendable {
    private let names: [String]
    private let values: [String]

    /// Names and their values, side by side.
    public init(names: [String], values: [String]) {
        self.names = names
        self.values = values
    }

    /// The value of the parameter with this name.
    public subscript(name: String) -> String? {
        names.firstIndex(of: name).map { values[$0] }
    }
}
