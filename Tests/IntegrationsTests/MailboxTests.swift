import Integrations
import Testing

struct `A mailbox in a setting` {
    @Test(
        arguments: [
            ("o@example.com", "o@example.com"),
            (" o@example.com ", "o@example.com"),
            ("<o@example.com>", "o@example.com"),
            ("Shop <o@example.com>", "Shop <o@example.com>"),
            ("Shop Inc. <o@example.com>", "\"Shop Inc.\" <o@example.com>"),
            ("\"Shop, Inc.\" <o@example.com>", "\"Shop, Inc.\" <o@example.com>"),
            (#""a \"b\" \\ c" <o@example.com>"#, #""a \"b\" \\ c" <o@example.com>"#),
            ("Jörg <o@bücher.example>", "=?UTF-8?Q?J=C3=B6rg?= <o@xn--bcher-kva.example>"),
            (
                "=?UTF-8?Q?J=C3=B6rg?= <o@example.com>", "=?UTF-8?Q?J=C3=B6rg?= <o@example.com>"
            ),
            ("日本 <o@example.com>", "=?UTF-8?B?5pel5pys?= <o@example.com>"),
            (#""a b"@example.com"#, #""a b"@example.com"#),
        ]
    )
    func `stands in a header in ASCII`(_ text: String, _ header: String) throws {
        #expect(try Mailbox(text).header == header)
    }

    @Test(
        arguments: [
            ("", "an address is missing"),
            ("not an address", "is no e-mail address"),
            ("Shop, Inc. <o@example.com>", "stands in quotes"),
            ("A <a@example.com>, b@example.com", "names 2 addresses"),
            ("a@example.com,", "an address is missing"),
            ("Shop: <o@example.com>", "has : in a name without quotes"),
            ("a@b <o@example.com>", "has @ in a name without quotes"),
            ("\"Shop <o@example.com>", "a quote that is not closed"),
            ("Shop\r\nBcc: x <o@example.com>", "a line break"),
            ("Shop <o@example.com> x", "is no e-mail address"),
            ("Shop <o@localhost>", "has no valid domain"),
            ("Jörg@example.com", "outside ASCII before the @"),
        ]
    )
    func `that is none says what would be one`(_ text: String, _ part: String) {
        let fault = #expect(throws: Mailbox.Fault.self) { try Mailbox(text) }
        #expect(fault?.description.contains(part) == true, "\(fault?.description ?? "")")
    }

    @Test func `may be one of several`() throws {
        let list = try Mailbox.list(#"a@example.com, "B, C" <b@example.com>"#)
        #expect(list.map(\.header) == ["a@example.com", "\"B, C\" <b@example.com>"])
    }
}
