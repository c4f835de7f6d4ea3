import JSON
import Testing

struct `JSON numbers` {
    @Test(arguments: [
        ("1", "1.0", true), ("1", "1e0", true), ("100", "1E2", true), ("0", "-0", true),
        ("0.1", "1e-1", true), ("120e-1", "12", true), ("1", "2", false), ("1", "-1", false),
        ("9007199254740993", "9007199254740992", false), ("1e400", "1e401", false),
        ("1e400", "10e399", true), ("0e99999999999999999999", "0", true),
    ])
    func `are equal by value and not by text`(left: String, right: String, isEqual: Bool) throws {
        let (left, right) = (try JSONValue(parsing: left), try JSONValue(parsing: right))
        #expect((left == right) == isEqual)
        #expect(!isEqual || left.hashValue == right.hashValue)
    }

    @Test(arguments: [
        ("0", 0), ("-7", -7), ("2.0", 2), ("2e3", 2000), ("20e-1", 2), ("2.5", nil), ("1e-1", nil),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
        ("9223372036854775808", nil), ("1e400", nil), ("1e99999999999999999999", nil),
    ])
    func `are whole when they are whole and fit`(text: String, int: Int?) throws {
        #expect(try JSONValue(parsing: text).int == int)
    }

    @Test(arguments: [
        (1.0, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (1e15, "1000000000000000.0"), (1e300, "1e+300"),
        (123_456_789, "123456789"),
    ])
    func `have a shortest text`(double: Double, text: String) {
        #expect(JSONNumber(double)?.text == text)
    }

    @Test func `are finite`() throws {
        #expect(JSONNumber(.infinity) == nil)
        #expect(JSONNumber(.nan) == nil)
        #expect(try JSONValue(parsing: "1e400").number?.double == .infinity)
    }
}
