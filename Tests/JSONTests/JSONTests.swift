import JSON
import Testing

struct `A JSON text` {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1.50", "1e400", "-12.5E+3", "\"\"", "[]", "{}",
        #"{"b":1,"a":[1,2,{"c":null}]}"#, #""a\"b\\c\n\u0000é😀""#, #"{"":{"":""}}"#,
        "[[[[[[]]]]]]", #"["\u001f","\b\f\r\t"]"#,
    ])
    func `comes back as it was written`(text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
    }

    // Strings are read and written eight bytes at a time.
    @Test(arguments: [
        #"\""#, #"\\"#, #"\u0000"#, #"\u001f"#, #"\n"#, " ", "\u{7F}", "é", "😀", "!#[]",
    ])
    func `keeps what is special anywhere in a string`(special: String) throws {
        for length in 0...20 {
            for place in 0...length {
                let rest = String(repeating: "x", count: length - place)
                let text = "\"\(String(repeating: "x", count: place))\(special)\(rest)\""
                #expect(try JSONValue(parsing: text).text == text)
                #expect(try JSONValue(parsing: "{\(text):1}").text == "{\(text):1}")
            }
        }
    }

    @Test(arguments: ["\"", "\u{0}", "\u{1F}", "\n"])
    func `may have no bare control character or quote anywhere in a string`(bad: String) {
        for length in 0...20 {
            for place in 0...length {
                let rest = String(repeating: "x", count: length - place)
                let text = "\"\(String(repeating: "x", count: place))\(bad)\(rest)\""
                #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
            }
        }
    }

    @Test(arguments: UInt8(0)..<0x80)
    func `escapes a byte of ASCII wherever it stands, and gives it back`(byte: UInt8) throws {
        let isEscaped = byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        for length in 1...24 {
            for place in 0..<length {
                var bytes = Array(repeating: UInt8(ascii: "x"), count: length)
                bytes[place] = byte
                let value = JSONValue.string(String(decoding: bytes, as: UTF8.self))
                #expect((value.text.utf8.count > length + 2) == isEscaped)
                #expect(try JSONValue(parsing: value.bytes) == value)
            }
        }
        let all = JSONValue.string(String(repeating: String(UnicodeScalar(byte)), count: 100))
        #expect(try JSONValue(parsing: all.bytes) == all)
    }

    @Test func `must be UTF-8 anywhere in a string`() {
        for length in 0...20 {
            for place in 0...length {
                var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                bytes.insert(0xC3, at: place)
                let text = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
                #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
            }
        }
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], "EF BB BF"),
            ([0xFF, 0xFE, 0x7B, 0], "UTF-16"),
            ([0xFE, 0xFF, 0, 0x7B], "UTF-16"), ([0x7B, 0, 0x7D, 0], "UTF-16"),
            ([0, 0x7B, 0, 0x7D], "UTF-16"), ([0x22, 0, 0xE9, 0], "UTF-16"),
            ([0xFF, 0xFE, 0, 0], "UTF-32"),
            ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0x7B, 0, 0, 0], "UTF-32"),
            ([0, 0, 0, 0x7B], "UTF-32"),
            ([0xEF, 0xBB], "expected a value"), ([0], "expected a value"), ([0x7B], "end of text"),
            ([0x22, 0, 0x22], "control character"),
        ] as [([UInt8], String)]
    )
    func `in another encoding is refused as what it is`(bytes: [UInt8], phrase: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.description.contains(phrase) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        (" \t\r\n[ 1 , 2 ] \n", "[1,2]"),
        (#"{ "a" : { } }"#, #"{"a":{}}"#),
        (#""\u0041\u00e9\u20AC""#, #""Aé€""#),
        (#""\ud83d\ude00 \uD834\uDD1E""#, #""😀 𝄞""#),
        (#""\/\b\f\n\r\t\"\\""#, #""/\b\f\n\r\t\"\\""#),
        (#""\u0008\u000c\u007f""#, "\"\\b\\f\u{7f}\""),
        (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
    ])
    func `is written compactly`(text: String, compact: String) throws {
        #expect(try JSONValue(parsing: text).text == compact)
    }

    @Test(arguments: [
        ("", "unexpected end of text", 0),
        ("   ", "unexpected end of text", 3),
        ("nul", "expected a value", 0),
        ("True", "expected a value", 0),
        ("nullx", "unexpected text after the value", 4),
        ("1 2", "unexpected text after the value", 2),
        ("01", "unexpected text after the value", 1),
        ("-", "expected a digit", 1),
        ("+1", "expected a value", 0),
        (".5", "expected a value", 0),
        ("1.", "expected a digit", 2),
        ("1e", "expected a digit", 2),
        ("1e+", "expected a digit", 3),
        ("0x1", "unexpected text after the value", 1),
        ("NaN", "expected a value", 0),
        ("[1,]", "expected a value", 3),
        ("[1 2]", "expected ',' or ']'", 3),
        ("[1", "unexpected end of text", 2),
        ("]", "expected a value", 0),
        ("{", "unexpected end of text", 1),
        (#"{"a"}"#, "expected ':'", 4),
        (#"{"a":}"#, "expected a value", 5),
        (#"{"a":1,}"#, "expected a name in quotes", 7),
        (#"{"a":1 "b":2}"#, "expected ',' or '}'", 7),
        ("{a:1}", "expected a name in quotes", 1),
        ("{'a':1}", "expected a name in quotes", 1),
        (#"{"a":1}//x"#, "unexpected text after the value", 7),
        ("\"a", "unterminated string", 2),
        ("\"a\\", "unknown escape in a string", 3),
        ("\"a\nb\"", "control character in a string", 2),
        ("\"\u{0}\"", "control character in a string", 1),
        (#""\x""#, "unknown escape in a string", 2),
        (#""\u12""#, "expected four hexadecimal digits", 2),
        (#""\u+123""#, "expected four hexadecimal digits", 2),
        (#""\ud800""#, "half of a surrogate pair in a string", 2),
        (#""\ud800\n""#, "half of a surrogate pair in a string", 2),
        (#""\ud800A""#, "half of a surrogate pair in a string", 2),
        (#""\udc00""#, "half of a surrogate pair in a string", 2),
        (#""\ud800\ud800""#, "half of a surrogate pair in a string", 2),
        (
            "\u{FEFF}1",
            "write UTF-8 without a byte order mark: there is one (EF BB BF)", 0
        ),
        ("\u{A0}1", "expected a value", 0),
    ])
    func `is refused with the place of its fault`(text: String, reason: String, offset: Int) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        do {
            _ = try JSONValue(parsing: text)
        } catch {
            #expect(error.reason == reason)
            #expect(error.offset == offset)
        }
    }

    @Test(arguments: [
        [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xE2, 0x82], [0xFE], [0xE9],
    ])
    func `must be UTF-8`(bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        for text in [[quote] + bytes + [quote], [quote, 0x5C, 0x6E] + bytes + [quote]] {
            #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        }
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
    func `may be nested as deep as the limit and no deeper`(open: String, close: String) throws {
        let options = JSONValue.ParsingOptions(maximumDepth: 8)
        func nested(_ depth: Int) -> String {
            String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        }
        #expect(try JSONValue(parsing: nested(8), options: options).text == nested(8))
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(9), options: options) }
        #expect(try JSONValue(parsing: nested(512)).text.utf8.count > 512)
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(513)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(1_000_000)) }
    }

    @Test(arguments: [
        (#"{"a":1,"b":2,"ab":3,"":4}"#, #"{"a":1}"#), (#"{"b":[1,{"a":"x"}]}"#, "{}"),
        (#"{"b":{"a":1},"a":{"b":[true,-1.5e3],"c":{}}}"#, #"{"a":{"b":[true,-1.5e3],"c":{}}}"#),
        (#"{"a":1,"b":1,"b":2,"a":2}"#, #"{"a":2}"#), (#"[{"b":1}]"#, #"[{"b":1}]"#), ("7", "7"),
        // Whether it is wanted is not known before its escapes are resolved.
        (#"{"\u0061":1,"\u0062":2}"#, #"{"a":1,"b":2}"#),
    ])
    func `may be read for some members of its object alone`(text: String, read: String) throws {
        let options = JSONValue.ParsingOptions(wantedMembers: ["a"])
        #expect(try JSONValue(parsing: text, options: options).text == read)
    }

    @Test(arguments: [
        #"{"b":01}"#, #"{"b":-}"#, #"{"b":"\x"}"#, #"{"b":"\ud800"}"#, "{\"b\":\"\u{1}\"}",
        #"{"b":tru}"#, #"{"b":[1,]}"#, #"{"b":{"c" 1}}"#, #"{"b":{c:1}}"#, #"{"b":{"c":}}"#,
        #"{"b":1"#, #"{"b":"x"#, #"{"b":1}}"#, #"{"b":1,}"#,
        "{\"b\":\(String(repeating: "[", count: 512))\(String(repeating: "]", count: 512))}",
    ])
    func `is checked where it is not wanted too`(text: String) {
        let options = JSONValue.ParsingOptions(wantedMembers: ["a"])
        #expect(throws: JSONError.self) { try JSONValue(parsing: text, options: options) }
        let broken = Array(#"{"b":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(throws: JSONError.self) { try JSONValue(parsing: broken, options: options) }
    }

    @Test func `may be refused for a name that occurs twice`() throws {
        let options = JSONValue.ParsingOptions(duplicateNames: .refused)
        do {
            _ = try JSONValue(parsing: #"{"a":1,"\u0061":2}"#, options: options)
            Issue.record("accepted")
        } catch {
            #expect(error.reason == #"the name "a" occurs twice in one object"#)
            #expect(error.offset == 7)
        }
        let apart = #"{"a":{"a":1},"b":[{"a":1},{"a":2}]}"#
        #expect(try JSONValue(parsing: apart, options: options).text == apart)
    }

    @Test func `tells the line and the column of a fault`() {
        let text = Array("{\n  \"a\": x\n}".utf8)
        do {
            _ = try JSONValue(parsing: text)
            Issue.record("accepted")
        } catch {
            #expect(error.position(in: text) == (line: 2, column: 8))
            #expect(error.description == "expected a value at byte 9")
        }
    }

    @Test func `for people has a line for each member`() throws {
        let value: JSONValue = ["a": [1, [], [:]], "b": ["c": nil]]
        #expect(
            value.prettyText == """
                {
                  "a": [
                    1,
                    [],
                    {}
                  ],
                  "b": {
                    "c": null
                  }
                }
                """
        )
    }

    @Test(arguments: ["[]", "{}", "12", #""ab""#, "[1,[2]]", #"{"a":{"b":"c"}}"#])
    func `may have a limit, and not one byte more`(text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.text(upTo: text.utf8.count) == text)
        #expect(value.text(upTo: text.utf8.count - 1) == nil)
    }
}
