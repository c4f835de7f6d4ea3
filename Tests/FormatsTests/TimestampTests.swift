import Formats
import FoundationEssentials
import Testing

struct `An RFC 3339 timestamp` {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
        (-86_400, "1969-12-31T00:00:00.000Z"), (951_827_696.5, "2000-02-29T12:34:56.500Z"),
        (1_709_251_199.9994, "2024-02-29T23:59:59.999Z"),
        (1_709_251_199.9996, "2024-03-01T00:00:00.000Z"),
        (-2_203_891_200, "1900-03-01T00:00:00.000Z"), (4_107_542_400, "2100-03-01T00:00:00.000Z"),
        (253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
        (-62_167_219_200, "0000-01-01T00:00:00.000Z"),
    ])
    func `is written in UTC to the nearest millisecond`(seconds: Double, text: String) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(arguments: [
        (253_402_300_800, "9999-12-31T23:59:59.999Z"), (1e300, "9999-12-31T23:59:59.999Z"),
        (.infinity, "9999-12-31T23:59:59.999Z"), (-62_167_219_201, "0000-01-01T00:00:00.000Z"),
        (-1e300, "0000-01-01T00:00:00.000Z"),
    ])
    func `is the nearest that can be written of an instant that cannot`(
        seconds: Double,
        text: String
    ) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(arguments: [(0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z")])
    func `is appended to what is there`(milliseconds: Int, text: String) {
        var line = Array("at ".utf8)
        Timestamp.write(millisecondsSince1970: milliseconds, into: &line)
        #expect(String(decoding: line, as: UTF8.self) == "at \(text)")
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -0.001),
        ("2026-03-14T02:59:00+01:00", 1_773_453_540), ("2026-03-14T01:59:00.000Z", 1_773_453_540),
        ("2026-03-13T20:29:00-05:30", 1_773_453_540), ("2000-02-29T12:34:56.5Z", 951_827_696.5),
        ("2024-02-29T23:59:60Z", 1_709_251_200), ("1900-03-01T00:00:00Z", -2_203_891_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799), ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("0000-01-01T00:00:00+01:00", -62_167_222_800), ("1970-01-01T00:00:00-00:00", 0),
        ("1970-01-01T00:00:00+23:59", -86_340),
    ])
    func `is read`(text: String, seconds: Double) throws {
        let date = try #require(Timestamp.date(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
    }

    @Test(arguments: [
        "", "2026", "2026-03-14", "2026-03-14T01:59:00", "2026-03-14 01:59:00Z",
        "2026-03-14t01:59:00Z", "2026-03-14T01:59:00z", "2026-03-14T01:59Z",
        "2026-03-14T01:59:00.Z", "2026-03-14T01:59:00,5Z", "2026-03-14T01:59:00Z ",
        " 2026-03-14T01:59:00Z", "2026-03-14T01:59:00+0100", "2026-03-14T01:59:00+01",
        "2026-03-14T01:59:00+24:00", "2026-03-14T01:59:00+01:60", "2026-13-14T01:59:00Z",
        "2026-00-14T01:59:00Z", "2026-03-32T01:59:00Z", "2026-03-00T01:59:00Z",
        "2026-02-29T01:59:00Z", "1900-02-29T00:00:00Z", "2100-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z", "2026-03-14T24:00:00Z", "2026-03-14T01:60:00Z",
        "2026-03-14T01:59:61Z", "26-03-14T01:59:00Z", "12026-03-14T01:59:00Z",
        "-2026-03-14T01:59:00Z", "2026-3-14T01:59:00Z", "20260314T015900Z",
        "２０26-03-14T01:59:00Z",
    ])
    func `is refused in any other form`(text: String) {
        #expect(Timestamp.date(text) == nil)
    }

    @Test func `reads as the instant that was written`() throws {
        for step in -100...100 {
            let date = Date(timeIntervalSince1970: Double(step) * 86_399_123.456)
            let read = try #require(Timestamp.date(Timestamp.text(date)))
            #expect(abs(read.timeIntervalSince(date)) < 0.000_6)
        }
    }
}
