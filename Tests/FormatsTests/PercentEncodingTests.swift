import Formats
import Testing

struct `Percent-encoding` {
    @Test(arguments: [
        ("", ""), ("aZ09-._~", "aZ09-._~"), ("a b", "a%20b"), ("%", "%25"), ("ä", "%C3%A4"),
        ("a/b?c=d&e+f", "a%2Fb%3Fc%3Dd%26e%2Bf"), ("\u{0}\u{7F}", "%00%7F"), ("😀", "%F0%9F%98%80"),
    ])
    func `escapes all but what is unreserved`(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
        #expect(PercentEncoding.decodeLeniently(encoded.utf8.span) == text)
    }

    @Test func `keeps what it is told to keep`() {
        #expect(PercentEncoding.encode("/a b", keeping: .unreserved.adding("/")) == "/a%20b")
        #expect(PercentEncoding.encode("a-b", keeping: .alphanumerics) == "a%2Db")
        #expect(PercentEncoding.encode("a", keeping: .none) == "%61")
        #expect(PercentEncoding.decode("%2f%41%2F", keepingEscaped: ByteSet("/")) == "%2fA%2F")
    }

    @Test func `reads either case, and a plus as the caller wants`() {
        #expect(PercentEncoding.decode("%c3%A4+b") == "ä+b")
        #expect(PercentEncoding.decode("%c3%A4+b", plus: .space) == "ä b")
        #expect(PercentEncoding.decode("a+b", plus: .space) == "a b")
        #expect(PercentEncoding.decode("%2B", plus: .space) == "+")
        #expect(PercentEncoding.decodeLeniently("a+%2B".utf8.span, plus: .space) == "a +")
    }

    @Test(arguments: [
        ("%", "%"), ("a%", "a%"), ("%4", "%4"), ("%zz", "%zz"), ("%4g", "%4g"), ("%%41", "%A"),
        ("%+1", "%+1"), ("%ff", "\u{FFFD}"), ("%C3", "\u{FFFD}"),
    ])
    func `that is broken is refused, or read leniently`(text: String, lenient: String) {
        #expect(PercentEncoding.decode(text) == nil)
        #expect(PercentEncoding.decode(text[...], plus: .space) == nil)
        #expect(PercentEncoding.decodeLeniently(text.utf8.span) == lenient)
    }
}

struct `A set of bytes` {
    @Test func `contains its characters and no others`() {
        let set = ByteSet("-@az09/").adding("~")
        let contained = (0...255).map { UInt8($0) }.filter { set.contains($0) }
        #expect(contained == Array("-/09@az~".utf8))
        #expect(!(0...255).contains { ByteSet.none.contains(UInt8($0)) })
        #expect((0...255).count { ByteSet.alphanumerics.contains(UInt8($0)) } == 62)
        #expect((0...255).count { ByteSet.unreserved.contains(UInt8($0)) } == 66)
    }
}
