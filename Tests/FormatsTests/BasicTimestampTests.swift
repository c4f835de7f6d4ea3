import Formats
import FoundationEssentials
import Testing

struct `A timestamp in the basic format` {
    @Test(arguments: [
        (1_440_938_160, "20150830T123600Z"), (1_440_938_160.9, "20150830T123600Z"),
        (0, "19700101T000000Z"), (-0.5, "19691231T235959Z"), (951_827_696, "20000229T123456Z"),
        (253_402_300_799, "99991231T235959Z"), (-62_167_219_200, "00000101T000000Z"),
    ])
    func `is the second that an instant falls into`(seconds: Double, text: String) throws {
        #expect(BasicTimestamp.text(Date(timeIntervalSince1970: seconds)) == text)
        let read = try #require(BasicTimestamp.date(text))
        #expect(read.timeIntervalSince1970 == seconds.rounded(.down))
    }

    @Test(arguments: [(1e300, "99991231T235959Z"), (-1e300, "00000101T000000Z")])
    func `is the nearest that can be written of an instant that cannot`(
        seconds: Double,
        text: String
    ) {
        #expect(BasicTimestamp.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(arguments: [
        "", "20150830", "20150830T123600", "20150830T123600z", "20150830t123600Z",
        "2015-08-30T12:36:00Z", "20150830T12360Z", "20150830T1236000Z", "2015083xT123600Z",
        "20150830 123600Z", "+0150830T123600Z",
    ])
    func `is refused in any other form`(text: String) {
        #expect(BasicTimestamp.date(text) == nil)
    }
}
