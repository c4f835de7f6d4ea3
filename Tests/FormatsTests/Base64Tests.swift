import Formats
import Testing

struct `Base64 text` {
    @Test(arguments: [
        // RFC 4648 §10.
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("Zürich", "WsO8cmljaA=="),
    ])
    func `is what the standard says`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test func `is read and written for every byte`() {
        for length in 0...256 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
            let text = Base64.encode(bytes)
            #expect(text.utf8.count == (length + 2) / 3 * 4)
            #expect(Base64.decode(text) == bytes)
        }
        #expect(Base64.encode([0xFB, 0xEF, 0xFF]) == "++//")
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg===", "Z===", "====", "=", "Zg==Zg==", "Zm9v=", "Zm9vZ", "Z=g=",
        "Zm9v\n", "Zm 9v", "Zm-_", "Zm9é", "###", "####",
    ])
    func `is refused when its padding is wrong or a digit is none`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(
        arguments: [
            ("", []), ("Z", []), ("Zg", [0x66]), ("Zm8", [0x66, 0x6F]),
            ("Zm9v", [0x66, 0x6F, 0x6F]),
        ] as [(String, [UInt8])]
    )
    func `may be given as digits without padding`(digits: String, bytes: [UInt8]) {
        #expect(Base64.decode(digits: Array(digits.utf8)) == bytes)
    }

    @Test func `has sixty-four digits`() {
        let values = (0...255).compactMap { Base64.value(of: UInt8($0)) }
        #expect(values.sorted() == Array(0..<64))
    }
}
