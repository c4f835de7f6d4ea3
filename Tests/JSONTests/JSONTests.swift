import JSON
import Testing

struct `JSON values` {
    @Test(arguments: [
        "null", "true", "-0", "1.50", "1e400", "\"\"", "[]", "{}", #"{"b":1,"a":[1,2,{"c":null}]}"#,
        #""a\"b\\c\n\u0000é😀""#,
    ])
    func `come back as they were written`(text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
    }
}
