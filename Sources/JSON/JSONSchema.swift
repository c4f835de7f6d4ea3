/// A JSON Schema of the part of draft 2020-12 that describes data without running code.
///
/// Known: `$ref` to a place in the same schema, `$defs`, `type`, `enum`, `const`, `properties`, `required`,
/// `additionalProperties`, `propertyNames`, `minProperties`, `maxProperties`, `dependentRequired`, `items`,
/// `prefixItems`, `contains`, `minItems`, `maxItems`, `uniqueItems`, `minLength`, `maxLength`, `minimum`, `maximum`,
/// `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`, `allOf`, `anyOf`, `oneOf`, `not`, `if`, `then` and `else`.
/// `title`, `description`, `default`, `examples`, `$comment`, `deprecated`, `readOnly`, `writeOnly`, `format`, `$id` and
/// `$schema` say something and demand nothing. Any other word is refused: what it demands would be passed over.
package struct JSONSchema: Sendable {
    /// The deepest nesting of schemas in each other that is followed.
    package static let maximumDepth = 64
    package static let maximumFaults = 100

    private let root: JSONValue

    /// What a schema demands of a value and the value lacks.
    package struct Fault: Sendable, Hashable {
        /// Where in the value: a JSON pointer (RFC 6901).
        package let pointer: String
        package let detail: String
    }

    /// Why a text is no schema that is understood here.
    package struct Unusable: Error, Sendable, Hashable, CustomStringConvertible {
        /// Where in the schema and what.
        package let description: String
    }

    /// Takes a schema, or says which word in it is not understood.
    package init(_ root: JSONValue) throws(Unusable) {
        self.root = root
        try check(root, at: "", depth: 0)
    }

    /// Everything that is wrong with a value by one of the schemas that a larger document holds as its members.
    ///
    /// The document's schemas may use words of their own, which demand nothing.
    package static func faults(
        in value: JSONValue,
        of name: String,
        within document: JSONValue
    ) -> [Fault] {
        var run = SchemaRun(root: document)
        run.check(value, document[name] ?? .bool(false), at: "", depth: 0)
        return run.faults
    }

    /// Everything that is wrong with a value.
    package func faults(in value: JSONValue) -> [Fault] {
        var run = SchemaRun(root: root)
        run.check(value, root, at: "", depth: 0)
        return run.faults
    }
}

extension JSONSchema {
    private static let lists: Set = ["allOf", "anyOf", "oneOf", "prefixItems"]
    private static let tables: Set = ["properties", "$defs"]
    private static let schemas: Set = [
        "items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else",
    ]
    private static let plain: Set = [
        "type", "enum", "const", "required", "dependentRequired", "minProperties", "maxProperties",
        "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "title", "description", "default",
        "examples", "$comment", "deprecated", "readOnly", "writeOnly", "format", "$id", "$schema",
    ]

    /// Refuses words that are not known, and references that lead nowhere.
    private func check(_ schema: JSONValue, at pointer: String, depth: Int) throws(Unusable) {
        guard depth < Self.maximumDepth else {
            throw Unusable(description: "\(pointer): is nested too deeply")
        }
        if schema.bool != nil { return }
        guard let members = schema.object else {
            throw Unusable(description: "\(pointer): is neither an object nor true nor false")
        }
        for (word, value) in members {
            let place = "\(pointer)/\(word)"
            if Self.lists.contains(word) {
                for (index, part) in (value.array ?? []).enumerated() {
                    try check(part, at: "\(place)/\(index)", depth: depth + 1)
                }
            } else if Self.tables.contains(word) {
                for (name, part) in value.object ?? [:] {
                    try check(part, at: "\(place)/\(name)", depth: depth + 1)
                }
            } else if Self.schemas.contains(word) {
                try check(value, at: place, depth: depth + 1)
            } else if word == "$ref" {
                guard let text = value.string, SchemaRun(root: root).target(text) != nil else {
                    throw Unusable(description: "\(place): leads to no place in this schema")
                }
            } else if !Self.plain.contains(word) {
                throw Unusable(description: "\(place): this word is not understood here")
            }
        }
    }
}
