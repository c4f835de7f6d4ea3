internal import Formats
public import HTTPTypes

/// The patterns of a router as a tree of path segments; endpoints are known by their numbers.
public struct RouteTree: Sendable {
    /// What became of a lookup, as `Router.Match` says it.
    public enum Match {
        case found(endpoint: Int, route: Route)
        case options(allow: String)
        case otherMethods(allow: String)
        case unknownMethod
        case unknownPath
        case malformedPath
    }

    /// Methods that exist (RFC 9110 §9, RFC 5789, and QUERY of the HTTP working group).
    ///
    /// A path that lacks one answers 405 and not 501. CONNECT is none of them: it names no path that could have it.
    private static let registeredMethods: [HTTPRequest.Method] =
        [
            .get, .head, .post, .put, .delete, .options, .trace, .patch,
        ] + ["QUERY"].compactMap { HTTPRequest.Method($0) }

    private var nodes = [Node()]
    /// The nodes of patterns without parameters by their paths, which most requests ask for to the letter.
    private var literalPaths: [String: Int] = [:]
    private var methods: [HTTPRequest.Method] = [.options]

    mutating func add(_ method: HTTPRequest.Method, _ pattern: String, endpoint: Int) {
        precondition(pattern.utf8.first == UInt8(ascii: "/"), "A pattern starts with a slash.")
        var node = 0
        var names: [String] = []
        for segment in PathSegments(pattern).segments {
            if segment.hasPrefix("{"), segment.hasSuffix("}") {
                names.append(String(segment.dropFirst().dropLast()))
                node = parameterChild(of: node)
            } else {
                node = literalChild(of: node, named: String(segment))
            }
        }
        let entry = Node.Entry(
            method: method,
            endpoint: endpoint,
            pattern: pattern,
            names: names
        )
        nodes[node].add(entry)
        if names.isEmpty { literalPaths[pattern] = node }
        for known in method == .get ? [.get, .head] : [method] where !methods.contains(known) {
            methods.append(known)
        }
    }

    public func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        let literal = literalPaths[path]
        if let literal, let entry = nodes[literal].entry(for: method) { return found(entry, []) }
        if literal == nil, let found = matchPlainParameter(method, path) { return found }
        let isKnown = methods.contains(method) || Self.registeredMethods.contains(method)
        guard isKnown else { return .unknownMethod }
        if path == "*" { return .options(allow: allow(methods)) }
        if let literal { return match(method, literal, []) }
        guard let segments = PathSegments(path).decoded() else { return .malformedPath }
        guard let node = find(segments[...], from: 0) else { return .unknownPath }
        return match(method, node, segments)
    }

    private func match(
        _ method: HTTPRequest.Method,
        _ node: Int,
        _ segments: [Substring]
    ) -> Match {
        guard let entry = nodes[node].entry(for: method) else {
            let allowed = allow(nodes[node].methods)
            return method == .options ? .options(allow: allowed) : .otherMethods(allow: allowed)
        }
        return found(entry, nodes[node].isParameterAt.map { String(segments[$0]) })
    }

    /// The endpoint of a path that is a literal one and a parameter behind it which means what it says: most are.
    private func matchPlainParameter(_ method: HTTPRequest.Method, _ path: String) -> Match? {
        let bytes = path.utf8.span
        guard let slash = bytes.indices.last(where: { bytes[$0] == UInt8(ascii: "/") }) else {
            return nil
        }
        let last = bytes.extracting((slash + 1)...)
        guard !last.isEmpty, last[0] != UInt8(ascii: ".") else { return nil }
        let plain = ByteSet.unreserved
        for place in last.indices where !plain.contains(last[place]) { return nil }
        guard let parent = literalPaths[String(bytes.extracting(first: slash))],
            let node = nodes[parent].parameter, let entry = nodes[node].entry(for: method)
        else { return nil }
        let value = String(last)
        let isLiteral = nodes[parent].literals.contains { $0.segment == value }
        return isLiteral ? nil : found(entry, [value])
    }

    private func found(_ entry: Node.Entry, _ values: [String]) -> Match {
        let parameters = PathParameters(names: entry.names, values: values)
        return .found(
            endpoint: entry.endpoint,
            route: Route(pattern: entry.pattern, parameters: parameters)
        )
    }

    private func find(_ segments: ArraySlice<Substring>, from start: Int) -> Int? {
        guard let segment = segments.first else {
            return nodes[start].entries.isEmpty ? nil : start
        }
        let rest = segments.dropFirst()
        for child in nodes[start].literals where child.segment == segment {
            if let node = find(rest, from: child.node) { return node }
        }
        guard let child = nodes[start].parameter, !segment.isEmpty else { return nil }
        return find(rest, from: child)
    }

    private mutating func literalChild(of node: Int, named segment: String) -> Int {
        if let child = nodes[node].literals.first(where: { $0.segment == segment }) {
            return child.node
        }
        nodes.append(Node(depth: nodes[node].depth + 1, isParameterAt: nodes[node].isParameterAt))
        nodes[node].literals.append((segment[...], nodes.count - 1))
        return nodes.count - 1
    }

    private mutating func parameterChild(of node: Int) -> Int {
        if let child = nodes[node].parameter { return child }
        let depth = nodes[node].depth
        nodes.append(Node(depth: depth + 1, isParameterAt: nodes[node].isParameterAt + [depth]))
        nodes[node].parameter = nodes.count - 1
        return nodes.count - 1
    }

    private func allow(_ methods: [HTTPRequest.Method]) -> String {
        methods.map(\.rawValue).sorted().joined(separator: ", ")
    }
}

extension RouteTree {
    /// One place in the tree of segments.
    fileprivate struct Node: Sendable {
        struct Entry: Sendable {
            let method: HTTPRequest.Method
            let endpoint: Int
            let pattern: String
            let names: [String]
        }

        /// How many segments lead here.
        var depth = 0
        /// Which of those segments are parameters.
        var isParameterAt: [Int] = []
        var literals: [(segment: Substring, node: Int)] = []
        var parameter: Int?
        var entries: [Entry] = []

        var methods: [HTTPRequest.Method] {
            let own = entries.map(\.method)
            let implied: [HTTPRequest.Method] = own.contains(.get) ? [.head, .options] : [.options]
            return own + implied.filter { !own.contains($0) }
        }

        mutating func add(_ entry: Entry) {
            let isNew = !entries.contains { $0.method == entry.method }
            precondition(isNew, "\(entry.method) \(entry.pattern) was added twice.")
            entries.append(entry)
        }

        func entry(for method: HTTPRequest.Method) -> Entry? {
            for place in entries.indices where entries[place].method == method {
                return entries[place]
            }
            return method == .head ? entries.first { $0.method == .get } : nil
        }
    }
}
