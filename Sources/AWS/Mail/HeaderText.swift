internal import Formats

/// A text as it stands in the header of an e-mail, which is ASCII (RFC 2047).
package enum HeaderText {
    /// The text as it is when it may stand so in that field; else in encoded words with a blank between each two.
    package static func encode(_ text: String, in field: String) -> String {
        let room = longestLine - field.utf8.count - ": ".utf8.count
        return isPlain(text, in: room)
            ? text
            : encodedWords(text, behind: field.utf8.count + ": ".utf8.count).joined(separator: " ")
    }

    /// RFC 5322 §2.1.1, without CRLF.
    static let longestLine = 998

    /// A display name as it stands before an address: a phrase (RFC 5322 §3.2.5).
    package static func phrase(_ name: String) -> String {
        guard isPlain(name, in: longestLine / 2) else {
            return encodedWords(name, behind: longestAddressField).joined(separator: " ")
        }
        let isAtoms = name.utf8.allSatisfy { $0 == 0x20 || ByteSet.atomText.contains($0) }
        // Between atoms several blanks are one.
        return isAtoms && !name.contains("  ") ? name : quoted(name)
    }

    /// A quoted string (RFC 5322 §3.2.4) of printable ASCII.
    static func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return "\"\(escaped)\""
    }

    /// Whether it says the same without an encoding: printable ASCII that looks like no encoded word, keeps its
    /// blanks where a line is folded, and can be folded.
    private static func isPlain(_ text: String, in room: Int) -> Bool {
        let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        return text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
            && words.allSatisfy { $0.count <= room } && words.first?.isEmpty != true
            && words.last?.isEmpty != true
    }

    /// The payload of an encoded word, which has 75 characters at most (RFC 2047 §2).
    private static let longestPayload = 75 - "=?UTF-8?Q??=".utf8.count

    /// `Reply-To: `, with the blank.
    private static let longestAddressField = 10

    /// The words, of which the first stands behind so many characters: a line with one has 76 at most (RFC 2047 §2).
    private static func encodedWords(_ text: String, behind count: Int) -> [String] {
        let first = max(20, longestPayload - count)
        let scalars = text.unicodeScalars.map { Array(String($0).utf8) }
        let quotedLength = scalars.joined().reduce(0) { $0 + quotedPrintable($1).utf8.count }
        let length = scalars.reduce(0) { $0 + $1.count }
        // What people can read is worth a third more.
        guard quotedLength * 3 > (length + 2) / 3 * 16 else {
            let letters = scalars.map { $0.map(quotedPrintable).joined() }
            return packed(letters, first, upTo: longestPayload) { $0.utf8.count }
                .map { "=?UTF-8?Q?\($0.joined())?=" }
        }
        return packed(scalars, first / 4 * 3, upTo: longestPayload / 4 * 3, size: \.count)
            .map { "=?UTF-8?B?\(Base64.encode(Array($0.joined())))?=" }
    }

    /// The pieces in groups, the first and the others no larger than that: a letter is never cut (RFC 2047 §5).
    private static func packed<Piece>(
        _ pieces: [Piece],
        _ first: Int,
        upTo limit: Int,
        size: (Piece) -> Int
    ) -> [[Piece]] {
        var groups: [[Piece]] = []
        var room = 0
        for piece in pieces {
            if size(piece) > room {
                room = groups.isEmpty ? first : limit
                groups.append([])
            }
            groups[groups.count - 1].append(piece)
            room -= size(piece)
        }
        return groups
    }

    /// A byte in the Q encoding, safe also in a phrase (RFC 2047 §5).
    private static func quotedPrintable(_ byte: UInt8) -> String {
        if byte == 0x20 { return "_" }
        guard ByteSet.phraseSafe.contains(byte) else { return "=\(Hexadecimal.uppercase(byte))" }
        return String(UnicodeScalar(byte))
    }
}

extension ByteSet {
    /// RFC 5322 §3.2.3.
    fileprivate static let atomText = ByteSet.alphanumerics.adding("!#$%&'*+-/=?^_`{|}~")
    /// RFC 2047 §5 (3).
    fileprivate static let phraseSafe = ByteSet.alphanumerics.adding("!*+-/")
}
