import JSON

extension Token {
    /// What an error's `token` says of it.
    var json: JSONValue { kind.json }
}

extension Token.Kind {
    var json: JSONValue {
        switch self {
        case .name(let text), .variable(let text), .string(let text): .string(text)
        case .number(let number): (try? JSONNumber(finite: number)).map(JSONValue.number) ?? .null
        case .bool(let value): .bool(value)
        case .null: .null
        case .regex: .object([:])
        case .symbol(let symbol): .string(symbol.rawValue)
        case .end: "(end)"
        }
    }
}

extension Syntax {
    /// What an error's `token` says of it.
    var tokenJSON: JSONValue? {
        switch kind {
        case .terminal(let token): token.json
        case .wildcard: "*"
        case .descendants: "**"
        case .parent: "%"
        case .negation: "-"
        case .binary(let symbol, _, _): .string(symbol.rawValue)
        case .groupBy, .object: "{"
        case .orderBy: "^"
        case .array: "["
        case .block, .call, .partialCall, .lambda: "("
        case .condition: "?"
        case .transform: "|"
        }
    }
}
