import AWS
package import Orders

/// Who an e-mail comes from or goes to: an address, with a name or without (RFC 5322 §3.4).
package struct Mailbox: Sendable, Hashable {
    /// The name, without quotes.
    package let name: String?
    /// Whether the name is in encoded words already, as SES wants it.
    private let isEncoded: Bool
    package let address: EmailAddress

    /// As it stands in a header: in ASCII, the name quoted or in encoded words where it has to be (RFC 2047).
    package var header: String {
        guard let name else { return address.mailbox }
        return "\(isEncoded ? name : HeaderText.phrase(name)) <\(address.mailbox)>"
    }

    /// Why a text is no mailbox, and what would be one.
    package struct Fault: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// Reads `orders@example.com`, `Shop <orders@example.com>` or `"Shop, Inc." <orders@example.com>`.
    package init(_ text: String) throws(Fault) {
        var mailboxes = try Self.list(text)
        guard mailboxes.count == 1 else {
            throw Fault(
                description: "\"\(text)\" names \(mailboxes.count) addresses; one is wanted"
            )
        }
        self = mailboxes.removeLast()
    }

    /// An address without a name.
    package init(_ address: EmailAddress) { self.init(name: nil, address: address) }

    private init(name: String?, isEncoded: Bool = false, address: EmailAddress) {
        self.name = name
        self.isEncoded = isEncoded
        self.address = address
    }

    /// Reads mailboxes with commas between.
    package static func list(_ text: String) throws(Fault) -> [Mailbox] {
        var mailboxes: [Mailbox] = []
        for part in try parts(of: text) { mailboxes.append(try read(part)) }
        return mailboxes
    }

    /// What stands between commas that are in no quotes.
    private static func parts(of text: String) throws(Fault) -> [String] {
        var parts = [""]
        var (isQuoted, isEscaped) = (false, false)
        for character in text {
            if character == ",", !isQuoted {
                parts.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && character == "\\" && !isEscaped
            parts[parts.count - 1].append(character)
        }
        guard !isQuoted else {
            throw Fault(description: "\"\(text)\" has a quote that is not closed")
        }
        return parts.map(\.trimmed)
    }

    private static func read(_ text: String) throws(Fault) -> Mailbox {
        guard text.hasSuffix(">"), let start = text.lastIndex(of: "<") else {
            return Mailbox(name: nil, address: try address(text))
        }
        let inside = text[text.index(after: start)...].dropLast()
        let written = String(text[..<start]).trimmed
        let name = try displayName(written, in: text)
        return Mailbox(
            name: name.isEmpty ? nil : name,
            isEncoded: written.wholeMatch(of: Self.encodedWords) != nil,
            address: try address(String(inside))
        )
    }

    private static var encodedWords: Regex<Substring> {
        /=\?[\w\-]+\?[QqBb]\?[!->@-~]*\?=(?: =\?[\w\-]+\?[QqBb]\?[!->@-~]*\?=)*/
    }

    private static func address(_ text: String) throws(Fault) -> EmailAddress {
        do {
            return try EmailAddress(text)
        } catch {
            let example =
                "write orders@example.com or Shop <orders@example.com>; a name with a comma in it "
                + "stands in quotes: \"Shop, Inc.\" <orders@example.com>"
            throw Fault(
                description: text.isEmpty
                    ? "an address is missing; \(example)"
                    : "\"\(text)\" is no e-mail address: it \(error.rawValue); \(example)"
            )
        }
    }

    /// The name without its quotes, which it needs for what has a meaning in a header.
    private static func displayName(_ text: String, in whole: String) throws(Fault) -> String {
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw Fault(description: "a name has a line break or another control character in it")
        }
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else {
            if let special = text.first(where: { "()<>[]:;@\\,\"".contains($0) }) {
                let problem =
                    "\"\(whole)\" has \(special) in a name without quotes; write \"NAME\" <ADDRESS>"
                throw Fault(description: problem)
            }
            return text
        }
        var name = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            isEscaped = false
            name.append(character)
        }
        return name
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
    }
}
