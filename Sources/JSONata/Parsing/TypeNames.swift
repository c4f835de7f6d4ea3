extension Node {
    /// jsonata-js's word for this kind of expression, which some errors show.
    var typeName: String {
        switch kind {
        case .path: "path"
        case .name: "name"
        case .string: "string"
        case .number: "number"
        case .bool, .null: "value"
        case .wildcard: "wildcard"
        case .descendants: "descendant"
        case .parent: "parent"
        case .variable: "variable"
        case .regex: "regex"
        case .negation, .array, .object: "unary"
        case .binary: "binary"
        case .block: "block"
        case .bind: "bind"
        case .condition, .fallback: "condition"
        case .call: "function"
        case .partialCall: "partial"
        case .lambda: "lambda"
        case .apply: "apply"
        case .transform: "transform"
        case .sort: "sort"
        case .placeholder: "operator"
        }
    }
}
