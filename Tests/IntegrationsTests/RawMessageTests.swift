import AWS
import Formats
import Foundation
import Integrations
import JSON
import TestClosing
import TestProcesses
import TestRandomness
import Testing

/// What Python's `email` package, which we did not write, reads in the messages that we write.
@Suite(.closing)
struct `A raw message` {
    @Test func `is read by another program as it was meant`() async throws {
        var random = SeededRandom(20)
        let messages =
            try Self.texts.map { try Meant($0) } + (0..<220).map { _ in try Meant(&random) }
        let file = try TestFolder.make().appending(path: "messages.jsonl")
        let lines = messages.map { $0.line + "\n" }.joined()
        try Data(lines.utf8).write(to: file)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/read_mail.py")
        let python = try ChildProcess(
            "python3",
            [script.path, file.path],
            environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONUTF8": "1"],
            in: file.deletingLastPathComponent()
        )
        let output = try python.output.readToEnd() ?? Data()
        #expect(python.wait() == 0)
        #expect(String(decoding: output, as: UTF8.self) == "read \(messages.count)\n")
    }

    /// Texts on which writers of mail have failed.
    static let texts = [
        "plain", "Größe 42", "日本語の件名はとても長いので何行にも分かれることになりますがそれでも読めなければなりません",
        "=?UTF-8?Q?not_an_encoded_word?=", "a =?b?= c", "ends in =", "x == y", "under_score and ?",
        "\"quoted\" and \\ back", "comma, semicolon; colon: <angle> (paren)", "👩‍👩‍👧‍👦 family 👍🏽 flags 🇩🇪🇨🇭",
        "e\u{301} combining and \u{200F}right-to-left עברית", "tab here", "two  blanks   three",
        ".dot first", "From here", "a.b.c", "'", "100% off!", "@", "=20", "ß", "\u{1F600}",
        String(repeating: "word ", count: 60) + "end", String(repeating: "ä", count: 300),
        String(repeating: "x", count: 900), String(repeating: "长", count: 200),
        String(repeating: "a", count: 74) + "é", String(repeating: "=", count: 100),
    ]
}

/// A message and what is meant by it.
private struct Meant {
    let line: String

    /// One that has the text in all its places.
    init(_ text: String) throws {
        let body = "\(text)\r\n.\n..\rtrailing \n\(text)"
        try self.init(
            name: text,
            subject: text,
            header: String(text.prefix(100)).trimmingCharacters(in: .whitespaces),
            text: body,
            html: "<p>\(text)</p>",
            files: ["\(text.prefix(60).filter { $0 != "/" && $0 != "\\" }).pdf"],
            shown: text.utf8.count.isMultiple(of: 2)
        )
    }

    init(_ random: inout SeededRandom) throws {
        let hasHTML = Bool.random(using: &random)
        let count = Int.random(in: 0...2, using: &random)
        try self.init(
            name: Self.text(1...30, &random),
            subject: Self.text(1...120, &random),
            header: Self.text(1...20, &random),
            text: Self.text(1...3_000, breaks: true, &random),
            html: hasHTML ? Self.text(1...3_000, breaks: true, &random) : nil,
            files: (0..<count).map { number in
                Self.text(1...60, &random).filter { !"/\\".contains($0) } + "\(number)"
            },
            shown: Bool.random(using: &random)
        )
    }

    private init(
        name: String,
        subject: String,
        header: String,
        text: String,
        html: String?,
        files: [String],
        shown: Bool
    ) throws {
        let quoted = name.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        let mailbox = try Mailbox("\"\(quoted)\" <shop@bücher.example>")
        let person: JSONValue = [.string(name), "shop@xn--bcher-kva.example"]
        let attachments = files.enumerated().map { number, file in
            Email.Attachment(
                fileName: file,
                contentType: "application/pdf",
                content: Array("%PDF \(number)\r\n\0\u{FF}".utf8),
                contentID: shown && html != nil ? "part\(number)" : nil
            )
        }
        let message = Email.Message(
            subject: subject,
            text: text,
            html: html,
            attachments: attachments
        )
        let other = "a.customer+with.a.rather.long.name@some.rather.long.subdomain.example.com"
        var email = Email(from: mailbox.header, to: [other], content: .message(message))
        email.cc = Array(repeating: mailbox.header, count: 3)
        email.replyTo = [mailbox.header]
        email.headers = [Email.Pair("X-Text", header)]
        #expect(email.fault == nil)
        let read: JSONValue = [
            "raw": .string(Base64.encode(try #require(email.raw))), "from": [person],
            "to": [["", .string(other)]], "cc": [person, person, person], "replyTo": [person],
            "subject": .string(subject), "headers": ["X-Text": .string(header)],
            "text": .string(text), "html": html.map(JSONValue.string) ?? .null,
            "files": .array(
                attachments.map { file in
                    [
                        .string(file.fileName), .string(file.contentType),
                        .string(Base64.encode(file.content)),
                        file.contentID.map(JSONValue.string) ?? .null,
                    ]
                }
            ),
        ]
        line = read.text
    }

    private static let letters = Array(
        "abcdefghij klmnop qrstuvwxyz ABC 0123456789 .,;:!?=_-+*/\\\"'()<>@[]{}#$%&~^|` äöüßéñø łżğ "
            + "日本語中文한국어 עברית العربية 👍🏽👩‍👩‍👧‍👦🇨🇭 \u{2028}\u{FEFF}\u{200B}"
    )

    /// A text without blanks at its ends or two in a row, which a header may lose.
    private static func text(
        _ length: ClosedRange<Int>,
        breaks: Bool = false,
        _ random: inout SeededRandom
    ) -> String {
        let count = Int.random(in: length, using: &random)
        let isASCII = Bool.random(using: &random)
        let pool = isASCII ? letters.filter(\.isASCII) : letters
        var text = "("
        for _ in 0..<count {
            let letter = pool[Int.random(in: 0..<pool.count, using: &random)]
            if letter == " ", text.last == " " { continue }
            text.append(letter)
            if breaks, Int.random(in: 0..<40, using: &random) == 0 { text += "\n" }
        }
        return text + ")"
    }
}
