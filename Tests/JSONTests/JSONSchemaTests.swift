import JSON
import Testing

struct `A JSON Schema` {
    /// A schema, a value that meets it, and one that does not with where and why.
    private static let facts: [(schema: String, good: String, bad: String, fault: String)] = [
        (#"{"type":"string"}"#, #""a""#, "1", " must be of type string"),
        (#"{"type":["string","null"]}"#, "null", "1", " must be of type string or null"),
        (#"{"type":"integer"}"#, "1.0", "1.5", " must be of type integer"),
        (#"{"enum":[1,"a"]}"#, "1", "2", #" must be one of 1, "a""#),
        (#"{"const":{"a":1}}"#, #"{"a":1.0}"#, #"{"a":2}"#, #" must be {"a":1}"#),
        (#"{"minLength":2,"maxLength":3}"#, #""äöü""#, #""a""#, " must have at least 2 characters"),
        (#"{"maxLength":1}"#, #""😀""#, #""ab""#, " must have at most 1 characters"),
        (#"{"minimum":1,"maximum":3}"#, "3", "0", " must be at least 1"),
        (#"{"maximum":3}"#, "3", "3.1", " must be at most 3"),
        (#"{"exclusiveMinimum":1}"#, "1.1", "1", " must be more than 1"),
        (#"{"exclusiveMaximum":1}"#, "0", "1", " must be less than 1"),
        (#"{"multipleOf":0.1}"#, "0.3", "0.35", " must be a multiple of 0.1"),
        (#"{"required":["a"]}"#, #"{"a":1}"#, "{}", "/a is required"),
        (
            #"{"properties":{"a":{"type":"null"}}}"#, #"{"a":null}"#, #"{"a":1}"#,
            "/a must be of type null"
        ),
        (
            #"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":1}"#, #"{"a/b":1}"#,
            "/a~1b must not be there"
        ),
        (
            #"{"additionalProperties":{"type":"null"}}"#, #"{"a":null}"#, #"{"a":1}"#,
            "/a must be of type null"
        ),
        (
            #"{"propertyNames":{"maxLength":1}}"#, #"{"a":1}"#, #"{"ab":1}"#,
            "/ab must have at most 1 characters"
        ),
        (
            #"{"minProperties":1,"maxProperties":1}"#, #"{"a":1}"#, "{}",
            " must have at least 1 members"
        ),
        (#"{"maxProperties":0}"#, "{}", #"{"a":1}"#, " must have at most 0 members"),
        (
            #"{"dependentRequired":{"a":["b"]}}"#, #"{"b":1}"#, #"{"a":1}"#,
            "/b is required beside a"
        ),
        (#"{"items":{"type":"null"}}"#, "[null]", "[null,1]", "/1 must be of type null"),
        (#"{"prefixItems":[true],"items":false}"#, "[1]", "[1,2]", "/1 must not be there"),
        (#"{"minItems":1,"maxItems":2}"#, "[1]", "[]", " must have at least 1 elements"),
        (#"{"maxItems":0}"#, "[]", "[1]", " must have at most 0 elements"),
        (#"{"uniqueItems":true}"#, "[1,2]", "[1,1.0]", " has an element twice"),
        (
            #"{"contains":{"const":1}}"#, "[2,1]", "[2]",
            " lacks an element of the form that must be there"
        ),
        (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "1", "3", " must be at most 2"),
        (
            #"{"anyOf":[{"const":1},{"const":2}]}"#, "2", "3",
            " is like none of the forms that are possible"
        ),
        (
            #"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, "1", "2",
            " is like 2 of the possible forms instead of one"
        ),
        (#"{"not":{"const":1}}"#, "2", "1", " has a form that is excluded"),
        (
            #"{"if":{"minimum":1},"then":{"maximum":2},"else":{"const":0}}"#, "0", "3",
            " must be at most 2"
        ),
        (##"{"$defs":{"a/b":{"const":1}},"$ref":"#/$defs/a~1b"}"##, "1", "2", " must be 1"),
        (
            ##"{"properties":{"next":{"$ref":"#"},"x":false}}"##, #"{"next":{"next":{}}}"#,
            #"{"next":{"x":1}}"#, "/next/x must not be there"
        ),
        ("true", "1", "", ""), ("false", "", "1", " must not be there"),
    ]

    @Test func `tells what is wrong with a value, and where`() throws {
        for fact in Self.facts {
            let schema = try JSONSchema(JSONValue(parsing: fact.schema))
            if !fact.good.isEmpty {
                #expect(schema.faults(in: try JSONValue(parsing: fact.good)) == [], "\(fact)")
            }
            guard !fact.bad.isEmpty else { continue }
            let faults = schema.faults(in: try JSONValue(parsing: fact.bad))
            #expect(faults.map { "\($0.pointer) \($0.detail)" } == [fact.fault], "\(fact)")
        }
    }

    @Test(arguments: [
        #"{"pattern":"a"}"#, #"{"properties":{"a":{"unevaluatedProperties":false}}}"#, "1",
        ##"{"$ref":"#/nowhere"}"##, #"{"$ref":"https://example.com/schema"}"#, #"{"allOf":[1]}"#,
    ])
    func `is refused with a word that it does not understand`(text: String) {
        #expect(throws: JSONSchema.Unusable.self) { try JSONSchema(JSONValue(parsing: text)) }
    }

    @Test func `that refers to itself ends`() throws {
        let schema = try JSONSchema(JSONValue(parsing: ##"{"$ref":"#"}"##))
        #expect(schema.faults(in: .null).count == 1)
    }
}
