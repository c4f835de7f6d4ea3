import Orders
import Testing

struct `An e-mail address` {
    @Test(arguments: [
        "a@b.de", "buyer@example.com", "first.last+tag@sub.example.co.uk", "o'neil@example.com",
        #""a b"@example.com"#, #""a\"b"@example.com"#, "x@[192.0.2.1]", "x@[IPv6:2001:db8::1]",
        "x@[ipv6:::1]", "x@[IPv6:1:2:3:4:5:6:7:8]", "x@[IPv6:::ffff:192.0.2.1]",
        "x@xn--bcher-kva.example", "a@1.de", "\(String(repeating: "a", count: 64))@example.com",
        "a@\(String(repeating: "b", count: 63)).de",
    ])
    func `is taken as it is`(text: String) throws {
        let address = try EmailAddress(text)
        #expect(address.text == text)
        #expect(address.mailbox == text)
    }

    @Test(arguments: [
        ("Buyer@BÜCHER.example", "Buyer@xn--bcher-kva.example"),
        (#""a ü"@b.de"#.replacing("ü", with: "u"), #""a u"@b.de"#),
        ("x@bu\u{308}cher.example", "x@xn--bcher-kva.example"),
        ("x@mail.例え.jp", "x@mail.xn--r8jz45g.jp"),
    ])
    func `is sent to the xn-- form of its domain`(text: String, mailbox: String) throws {
        let address = try EmailAddress(text)
        #expect(address.text == text)
        #expect(address.mailbox == mailbox)
    }

    @Test(arguments: [
        ("", EmailAddress.Fault.empty),
        ("buyer", .noAt),
        ("@example.com", .localPart),
        ("a@", .domain),
        ("a@localhost", .domain),
        ("a@b..de", .domain),
        ("a@.de", .domain),
        ("a@b.de.", .domain),
        ("a@-b.de", .domain),
        ("a@b-.de", .domain),
        ("a@b_c.de", .domain),
        ("a@[", .domain),
        ("a@[192.0.2.1", .domain),
        ("a@[]", .domain),
        ("a@[12]", .domain),
        ("a@[192.0.2.256]", .domain),
        ("a@[192.0.2]", .domain),
        ("a@[1.2.3.4.5]", .domain),
        ("a@[1..2.3]", .domain),
        ("a@[2001:db8::1]", .domain),
        ("a@[IPv6:]", .domain),
        ("a@[IPv6:1:2:3:4:5:6:7]", .domain),
        ("a@[IPv6:1:2:3:4:5:6:7:8:9]", .domain),
        ("a@[IPv6:1::2::3]", .domain),
        ("a@[IPv6:12345::]", .domain),
        ("a@[IPv6:g::]", .domain),
        ("a@[IPv6:1:2:3:4:5:6:7::]", .domain),
        ("a@[IPv6:192.0.2.1::]", .domain),
        ("a@[x-tag:1]", .domain),
        (".a@b.de", .localPart),
        ("a.@b.de", .localPart),
        ("a..b@c.de", .localPart),
        ("a b@c.de", .localPart),
        ("a@b.de, c@d.de", .localPart),
        ("a@b.de,c@d.de", .localPart),
        ("Buyer <a@b.de>", .localPart),
        (#""a"b"@c.de"#, .localPart),
        (#""a\"@c.de"#, .localPart),
        ("a@b.de\r\nBcc: c@d.de", .controlCharacter),
        ("a@b.de\n", .controlCharacter),
        ("a\u{0}@b.de", .controlCharacter),
        ("a@b.de\u{7F}", .controlCharacter),
        ("ü@b.de", .notASCII),
        ("ü@bücher.example", .notASCII),
        ("a@bücher", .domain),
        ("a@☃.example", .domain),
        ("a@bücher.example\u{2028}", .domain),
        ("a@ü, b@example.com", .notASCII),
        ("a@\(String(repeating: "ü", count: 60)).de", .domain),
        ("a@\(String(repeating: "bücher.", count: 30))de", .tooLong),
        ("\(String(repeating: "a", count: 65))@example.com", .localPart),
        ("a@\(String(repeating: "b", count: 64)).de", .domain),
        ("a@\(String(repeating: "b", count: 300)).de", .tooLong),
    ])
    func `is refused with its fault`(text: String, fault: EmailAddress.Fault) {
        #expect(throws: fault) { try EmailAddress(text) }
    }

    @Test func `may have 254 characters and no more`() throws {
        let label = String(repeating: "b", count: 61)
        let domain = Array(repeating: label, count: 3).joined(separator: ".") + ".com"
        let local = String(repeating: "a", count: 254 - 1 - domain.utf8.count)
        _ = try EmailAddress("\(local)@\(domain)")
        #expect(throws: EmailAddress.Fault.tooLong) { try EmailAddress("a\(local)@\(domain)") }
    }
}
