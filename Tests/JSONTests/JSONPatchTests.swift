import JSON
import Testing

struct `A JSON pointer` {
    /// RFC 6901 §5.
    private static let document: JSONValue = ["foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8]
    private static let places: [(String, JSONValue)] = [
        ("", document), ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1),
        ("/m~0n", 8),
    ]

    @Test(arguments: places)
    func `leads to a value`(text: String, value: JSONValue) throws {
        let pointer = try #require(JSONPointer(text))
        #expect(Self.document[pointer] == value)
        #expect(pointer.text == text)
    }

    @Test(arguments: ["", "a", "a/b", "m~n", "~1", "/~/", "é"])
    func `has any name as a part`(name: String) {
        #expect(JSONPointer("/" + JSONPointer.escape(name))?.tokens == [name])
    }

    @Test(arguments: ["foo", "/a~", "/a~2", "/~~0"])
    func `is no other text`(text: String) { #expect(JSONPointer(text) == nil) }

    @Test(arguments: ["/foo/2", "/foo/-", "/foo/00", "/foo/+1", "/foo/bar", "/none", "/foo/0/x"])
    func `leads nowhere where nothing is`(text: String) throws {
        let document: JSONValue = ["foo": ["bar", "baz"]]
        #expect(document[try #require(JSONPointer(text))] == nil)
    }
}

struct `A JSON patch` {
    private static func patch(_ text: String) throws -> JSONPatch {
        try JSONPatch(JSONValue(parsing: Array(text.utf8)))
    }

    /// RFC 6902, Appendix A, and what its sections say besides.
    @Test(arguments: [
        (
            #"{"foo":"bar"}"#, #"{"op":"add","path":"/baz","value":"qux"}"#,
            #"{"foo":"bar","baz":"qux"}"#
        ),
        (
            #"{"foo":["bar","baz"]}"#, #"{"op":"add","path":"/foo/1","value":"qux"}"#,
            #"{"foo":["bar","qux","baz"]}"#
        ),
        (#"{"baz":"qux","foo":"bar"}"#, #"{"op":"remove","path":"/baz"}"#, #"{"foo":"bar"}"#),
        (
            #"{"foo":["bar","qux","baz"]}"#, #"{"op":"remove","path":"/foo/1"}"#,
            #"{"foo":["bar","baz"]}"#
        ),
        (
            #"{"baz":"qux","foo":"bar"}"#, #"{"op":"replace","path":"/baz","value":"boo"}"#,
            #"{"baz":"boo","foo":"bar"}"#
        ),
        (
            #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
            #"{"op":"move","from":"/foo/waldo","path":"/qux/thud"}"#,
            #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#
        ),
        (
            #"{"foo":["all","grass","cows","eat"]}"#,
            #"{"op":"move","from":"/foo/1","path":"/foo/3"}"#,
            #"{"foo":["all","cows","eat","grass"]}"#
        ),
        (
            #"{"baz":"qux","foo":["a",2,"c"]}"#, #"{"op":"test","path":"/foo/1","value":2}"#,
            #"{"baz":"qux","foo":["a",2,"c"]}"#
        ),
        (
            #"{"foo":"bar"}"#, #"{"op":"add","path":"/child","value":{"grandchild":{}}}"#,
            #"{"foo":"bar","child":{"grandchild":{}}}"#
        ),
        (
            #"{"foo":"bar"}"#, #"{"op":"add","path":"/baz","value":"qux","xyz":123}"#,
            #"{"foo":"bar","baz":"qux"}"#
        ),
        (#"{"/":9,"~1":10}"#, #"{"op":"test","path":"/~01","value":10}"#, #"{"/":9,"~1":10}"#),
        (
            #"{"foo":["bar"]}"#, #"{"op":"add","path":"/foo/-","value":["abc","def"]}"#,
            #"{"foo":["bar",["abc","def"]]}"#
        ),
        (#"{"foo":1}"#, #"{"op":"add","path":"/foo","value":2}"#, #"{"foo":2}"#),
        (#"{"foo":1}"#, #"{"op":"add","path":"","value":[1]}"#, "[1]"),
        (#"{"foo":1}"#, #"{"op":"replace","path":"","value":null}"#, "null"),
        (
            #"{"a":{"b":1}}"#, #"{"op":"copy","from":"/a","path":"/a/c"}"#,
            #"{"a":{"b":1,"c":{"b":1}}}"#
        ),
        (#"{"a":1}"#, #"{"op":"move","from":"/a","path":"/a"}"#, #"{"a":1}"#),
        (
            #"{"a":{"b":[1,{"c":2}]}}"#, #"{"op":"replace","path":"/a/b/1/c","value":3}"#,
            #"{"a":{"b":[1,{"c":3}]}}"#
        ),
        (#"{"n":1.0}"#, #"{"op":"test","path":"/n","value":1}"#, #"{"n":1.0}"#),
    ])
    func `changes what it names`(document: String, operation: String, result: String) throws {
        let value = try JSONValue(parsing: Array(document.utf8))
        #expect(try Self.patch("[\(operation)]").applied(to: value).text == result)
    }

    @Test(arguments: [
        (#"{"op":"test","path":"/baz","value":"bar"}"#, "the value at /baz is not \"bar\""),
        (#"{"op":"add","path":"/none/bat","value":1}"#, "there is nothing at /none to hold /bat"),
        (#"{"op":"remove","path":"/none"}"#, "there is nothing at /none"),
        (#"{"op":"replace","path":"/none","value":1}"#, "there is nothing at /none"),
        (#"{"op":"move","from":"/none","path":"/a"}"#, "there is nothing at /none"),
        (#"{"op":"move","from":"/list","path":"/list/0"}"#, "/list cannot be moved into itself"),
        (#"{"op":"add","path":"/list/2","value":1}"#, "/list/2 is no place in an array of 1"),
        (#"{"op":"add","path":"/list/01","value":1}"#, "/list/01 is no place in an array of 1"),
        (
            #"{"op":"add","path":"/baz/x","value":1}"#,
            "/baz/x lies in a string, which holds nothing"
        ),
        (#"{"op":"remove","path":""}"#, "the root cannot be removed"),
    ])
    func `tells which change does not fit, and makes none`(operation: String, reason: String) throws
    {
        let value: JSONValue = ["baz": "qux", "list": [1]]
        let patch = try Self.patch(#"[{"op":"add","path":"/first","value":1},\#(operation)]"#)
        let fault = #expect(throws: JSONPatch.Fault.self) { try patch.applied(to: value) }
        #expect(fault?.operation == 1)
        #expect(fault?.reason == reason)
    }

    @Test(arguments: [
        ("{}", "a JSON Patch is an array, not object"),
        ("[1]", "an operation is an object, not number"),
        (
            #"[{"op":"spin","path":"/a"}]"#,
            "op must be one of add, remove, replace, move, copy, test"
        ),
        (#"[{"op":"remove"}]"#, "it needs path, a string such as /customerEmail"),
        (
            #"[{"op":"remove","path":"a"}]"#,
            "path is no JSON Pointer: a must begin with /, and have ~ as ~0 or ~1 alone"
        ),
        (#"[{"op":"add","path":"/a"}]"#, "it needs a value"),
        (#"[{"op":"copy","path":"/a"}]"#, "it needs from, a string such as /customerEmail"),
    ])
    func `says what is wrong with its own text`(text: String, reason: String) throws {
        let fault = #expect(throws: JSONPatch.Fault.self) { try Self.patch(text) }
        #expect(fault?.reason == reason)
    }

    @Test(arguments: [(511, true), (512, true), (513, false)])
    func `nests no value deeper than a parser takes`(depth: Int, isPossible: Bool) throws {
        let outer = 256
        let inner = depth - outer
        let path = String(repeating: "/a", count: outer)
        let open = String(repeating: #"{"a":"#, count: outer - 1)
        let document = open + "{}" + String(repeating: "}", count: outer - 1)
        let value = try JSONValue(parsing: Array(document.utf8))
        let text = String(repeating: "[", count: inner) + String(repeating: "]", count: inner)
        let operation = #"[{"op":"add","path":"\#(path)","value":\#(text)}]"#
        let patch = try Self.patch(operation)
        if isPossible {
            let made = try patch.applied(to: value).bytes
            #expect(throws: Never.self) { try JSONValue(parsing: made) }
        } else {
            let fault = #expect(throws: JSONPatch.Fault.self) { try patch.applied(to: value) }
            #expect(fault?.reason == "it would be nested deeper than 512 levels")
        }
    }

    @Test func `has bounds for its operations and its pointers`() throws {
        let operation = #"{"op":"remove","path":"/a"}"#
        let many = Array(repeating: operation, count: 101).joined(separator: ",")
        let tooMany = #expect(throws: JSONPatch.Fault.self) { try Self.patch("[\(many)]") }
        #expect(tooMany?.reason == "a patch has at most 100 operations")
        let long = String(repeating: "/a", count: 513)
        let tooDeep = #expect(throws: JSONPatch.Fault.self) {
            try Self.patch(#"[{"op":"remove","path":"\#(long)"}]"#)
        }
        #expect(tooDeep?.reason == "path leads deeper than 512 levels")
    }

    @Test func `shows what it changes without its values`() throws {
        let patch = try Self.patch(
            #"[{"op":"add","path":"/a","value":"Ada"},{"op":"move","from":"/a","path":"/b"}]"#
        )
        let bare = patch.withoutValues
        #expect(
            bare.value.text
                == #"[{"op":"add","path":"/a","value":null},{"op":"move","from":"/a","path":"/b"}]"#
        )
        #expect(try JSONPatch(bare.value) == bare)
    }

    @Test func `copies no value until the memory is full`() throws {
        let doubling = #"{"op":"copy","from":"","path":"/-"}"#
        let patch = try Self.patch(
            "[\(Array(repeating: doubling, count: 60).joined(separator: ","))]"
        )
        let fault = #expect(throws: JSONPatch.Fault.self) {
            try patch.applied(to: ["12345678"])
        }
        #expect(fault?.reason == "its copies have more than 1048576 bytes")
    }
}
