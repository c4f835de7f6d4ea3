import Testing

@testable import AWS

struct `The text of a header` {
    @Test(
        arguments: [
            ("", ""),
            ("Order 001", "Order 001"),
            ("ä", "=?UTF-8?B?w6Q=?="),
            ("Order Größe", "=?UTF-8?Q?Order_Gr=C3=B6=C3=9Fe?="),
            ("a =?b?= c", "=?UTF-8?B?YSA9P2I/PSBj?="),
            (" a", "=?UTF-8?Q?_a?="),
            ("a ", "=?UTF-8?Q?a_?="),
        ]
    )
    func `is ASCII`(_ text: String, _ encoded: String) {
        #expect(HeaderText.encode(text, in: "Subject") == encoded)
    }

    @Test func `stands in words of 75 characters that cut no letter`() throws {
        let words = HeaderText.encode(String(repeating: "Größe ", count: 40), in: "X").split(
            separator: " "
        )
        #expect(words.count > 3)
        for word in words {
            #expect(word.utf8.count <= 75)
            let payload = word.dropFirst("=?UTF-8?Q?".count).dropLast(2)
            let bytes = payload.replacing("_", with: " ").split(
                separator: "=",
                omittingEmptySubsequences: false
            )
            let decoded = bytes.enumerated().flatMap { index, part -> [UInt8] in
                guard index > 0 else { return Array(part.utf8) }
                return [UInt8(part.prefix(2), radix: 16) ?? 0] + Array(part.dropFirst(2).utf8)
            }
            #expect(String(validating: decoded, as: UTF8.self) != nil, "\(word)")
        }
    }

    @Test(
        arguments: [
            ("Shop", "Shop"),
            ("Shop, Inc.", #""Shop, Inc.""#),
            (#"The "Best""#, #""The \"Best\"""#),
            (#"back\slash"#, #""back\\slash""#),
            ("Jörg", "=?UTF-8?Q?J=C3=B6rg?="),
            ("a@b", #""a@b""#),
        ]
    )
    func `is a phrase before an address`(_ name: String, _ phrase: String) {
        #expect(HeaderText.phrase(name) == phrase)
    }

    @Test(
        arguments: [
            ("a.pdf", "; filename=\"a.pdf\""),
            (#"a"b\.pdf"#, #"; filename="a\"b\\.pdf""#),
            ("ö.pdf", "; filename*=UTF-8''%C3%B6.pdf"),
            (
                String(repeating: "ö", count: 9),
                "; filename*0*=UTF-8''%C3%B6%C3%B6%C3%B6%C3%B6%C3%B6%C3%B6%C3%B6%C3%B6; filename*1*=%C3%B6"
            ),
        ]
    )
    func `is a parameter (RFC 2231)`(_ name: String, _ parameter: String) {
        #expect(MIMEParameter.text("filename", name) == parameter)
    }
}

struct `Quoted-printable text` {
    @Test(
        arguments: [
            ("plain", "plain"),
            ("a=b", "a=3Db"),
            ("ä", "=C3=A4"),
            ("blank \r\nend", "blank=20\r\nend"),
            ("tab\t", "tab=09"),
            (".\r\n.", "=2E\r\n=2E"),
            (String(repeating: "x", count: 76), String(repeating: "x", count: 76)),
            (
                String(repeating: "x", count: 77),
                String(repeating: "x", count: 75) + "=\r\nxx"
            ),
            (
                String(repeating: "x", count: 74) + "ä",
                String(repeating: "x", count: 74) + "=\r\n=C3=A4"
            ),
        ]
    )
    func `has short lines`(_ text: String, _ encoded: String) {
        let found = QuotedPrintable.encode(Array(text.utf8))
        #expect(String(decoding: found, as: UTF8.self) == encoded)
    }
}

struct `A header's lines` {
    @Test func `are folded at blanks and never cut`() {
        var header = MailHeader()
        let long = String(repeating: "y", count: 90)
        header.add("X", "\(String(repeating: "word ", count: 16))end \(long) z")
        header.add("To", addresses: [])
        let text = String(decoding: header.bytes, as: UTF8.self)
        #expect(
            text
                == "X: \(String(repeating: "word ", count: 13))word\r\n word word end\r\n \(long)\r\n z\r\n"
        )
    }
}
