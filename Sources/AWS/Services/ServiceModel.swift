/// What a call of a service has to know of it.
package struct ServiceModel: Sendable {
    /// Step Functions' name for it: `cloudwatchlogs`.
    package let name: String
    /// As the exceptions of the AWS SDK for Java 2 begin: `CloudWatchLogs`.
    package let sdkName: String
    package let service: AWSService
    let wire: Wire
    /// Whether the members of its structures begin with small letters.
    let isLowercase: Bool
    /// Whether it once spoke the query protocol, and still answers with that protocol's codes beside its own.
    let isQueryCompatible: Bool
    private(set) var exceptions: [String: String] = [:]
    private(set) var operations: [String: Operation] = [:]
    private var shapes: [Int: ServiceShape] = [:]

    enum Wire: Sendable, Hashable {
        case json(version: String, target: String)
        case rest
        case query(version: String)
    }

    package struct Operation: Sendable, Hashable {
        /// AWS's name for it: `GetItem`.
        package let name: String
        let input: Int?
        let output: Int?
        /// For REST.
        let method: String
        /// For REST: the path with its gaps, `/functions/{FunctionName}`.
        let path: String
        /// For the query protocol: the element that holds the result.
        let wrapper: String?
    }

    /// The operation of an action as a `Resource` names it, `getItem`; nil when there is none.
    package func operation(_ action: String) -> Operation? {
        guard let first = action.first, first.isLowercase else { return nil }
        return operations[first.uppercased() + action.dropFirst()]
    }

    /// The actions that there are, as a `Resource` names them, in order.
    package var actions: [String] { operations.keys.map(\.lowercasedFirst).sorted() }

    func shape(_ id: Int?) -> ServiceShape? { id.flatMap { shapes[$0] } }

    /// What Step Functions names a fault of that code: `DynamoDb.ResourceNotFoundException`.
    ///
    /// A code that the service's model does not have is an exception that has the service's name.
    package func exception(_ code: String) -> String {
        "\(sdkName).\(exceptions[code] ?? "\(sdkName)Exception")"
    }
}

extension ServiceModel {
    /// Reads a service's lines, of which the first begins with its name.
    init(_ block: Substring) {
        let lines = block.split(separator: "\n")
        let words = lines[0].split(separator: " ").map(String.init)
        precondition(words.count >= 10, "the table of services has a line of \(words.count) words")
        (name, sdkName) = (words[0], words[1])
        service = AWSService(words)
        wire = Wire(words)
        isLowercase = words[8] == "lower"
        isQueryCompatible = words.contains("query-mode")
        for line in lines.dropFirst() { read(line) }
    }

    private mutating func read(_ line: Substring) {
        let words = line.split(separator: " ")
        switch words.first {
        case "E":
            for pair in words.dropFirst() {
                let sides = pair.split(separator: "=").map(String.init)
                exceptions[sides[0]] = sides[sides.count - 1]
            }
        case "O":
            let operation = Operation(words)
            operations[operation.name] = operation
        case "T": if let id = Int(words[1]) { shapes[id] = ServiceShape(words.dropFirst(2)) }
        default: preconditionFailure("the table of services has the line \(line)")
        }
    }
}

extension AWSService {
    /// A service's line in the table.
    fileprivate init(_ words: [String]) {
        self.init(id: words[2], hostPrefix: words[3], signingName: words[4])
        let place = words[9].split(separator: "@").map(String.init)
        if place.count == 2 { onePlace = OnePlace(host: place[0], region: place[1]) }
    }
}

extension ServiceModel.Wire {
    fileprivate init(_ words: [String]) {
        self =
            switch words[5] {
            case "rest-json": .rest
            case "query": .query(version: words[7])
            default: .json(version: String(words[5].dropFirst("json".count)), target: words[6])
            }
    }
}

extension ServiceModel.Operation {
    fileprivate init(_ words: [Substring]) {
        name = String(words[1])
        (input, output) = (Int(words[2]), Int(words[3]))
        (method, path) = words.count == 6 ? (String(words[4]), String(words[5])) : ("POST", "/")
        wrapper = words.count == 5 && words[4] != "-" ? String(words[4]) : nil
    }
}

extension String {
    /// As Step Functions writes an action, of AWS's name for it.
    package var lowercasedFirst: String { (first?.lowercased() ?? "") + dropFirst() }

    /// As Step Functions writes a member, of the name that it has on the wire.
    package var uppercasedFirst: String { (first?.uppercased() ?? "") + dropFirst() }
}
