import Formats
import Testing

struct `Hexadecimal text` {
    @Test(
        arguments: [
            ([], ""), ([0], "00"), ([0x0F, 0xF0], "0ff0"), ([0x01, 0x23, 0xAB, 0xFF], "0123abff"),
        ] as [([UInt8], String)]
    )
    func `has two digits for each byte`(bytes: [UInt8], text: String) {
        #expect(bytes.hexadecimal == text)
        #expect(([7] + bytes)[1...].hexadecimal == text)
        #expect(Hexadecimal.bytes(text.utf8.span) == bytes)
        #expect(Hexadecimal.bytes(text.uppercased().utf8.span) == bytes)
    }

    @Test func `is read and written for every byte`() {
        let all = [UInt8](0...255)
        #expect(Hexadecimal.bytes(all.hexadecimal.utf8.span) == all)
        #expect(all.count { $0.hexadecimalValue != nil } == 22)
    }

    @Test(arguments: ["0", "012", "0g", "g0", "+1", "-0", " 1", "0x", "é"])
    func `is refused when a digit is missing or none`(text: String) {
        #expect(Hexadecimal.bytes(text.utf8.span) == nil)
    }

    @Test(arguments: [
        (0, "0000000000000000"), (UInt64.max, "ffffffffffffffff"), (0x0123, "0000000000000123"),
    ])
    func `of a word has sixteen digits`(word: UInt64, text: String) {
        #expect(word.hexadecimal == text)
    }
}
