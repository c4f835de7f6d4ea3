/// An e-mail address that SES takes: one mailbox of RFC 5321 §4.1.2, without display name or comment.
///
/// The local part is a dot-string or a quoted string in ASCII, since SES knows no SMTPUTF8; the domain is a host name,
/// international or not, or a bracketed address literal.
package struct EmailAddress: Sendable, Hashable {
    /// RFC 5321 §4.5.3.1: 254 octets, since a path of 256 includes the angle brackets.
    package static let maximumLength = 254
    /// RFC 5321 §4.5.3.1.1.
    package static let maximumLocalPartLength = 64
    /// RFC 1035 §2.3.4.
    package static let maximumLabelLength = 63

    /// The address as it was written.
    package let text: String
    /// The address as SES takes it: an international domain in its `xn--` form.
    package let mailbox: String

    /// Takes a valid address, or says what is wrong with it.
    package init(_ text: String) throws(Fault) {
        let written = text.utf8.span
        guard !written.isEmpty else { throw .empty }
        guard written.count <= Self.maximumWritten else { throw .tooLong }
        var isASCII = true
        for place in written.indices {
            let byte = written[place]
            if byte < 0x20 || byte == 0x7F { throw .controlCharacter }
            if byte >= 0x80 { isASCII = false }
        }
        mailbox = isASCII ? text : try Self.mailbox(text)
        let bytes = mailbox.utf8.span
        guard bytes.count <= Self.maximumLength else { throw .tooLong }
        guard let at = bytes.indices.last(where: { bytes[$0] == UInt8(ascii: "@") }) else {
            throw .noAt
        }
        guard Self.isLocalPart(bytes.extracting(first: at)) else { throw .localPart }
        guard Self.isDomain(bytes.extracting((at + 1)...)) else { throw .domain }
        self.text = text
    }

    /// No address in any script is longer, in bytes.
    private static let maximumWritten = 1_024

    private static func mailbox(_ text: String) throws(Fault) -> String {
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { throw .noAt }
        let (name, domain) = (text[..<at], text[text.utf8.index(after: at)...])
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII }
        guard let ascii = InternationalDomain.ascii(domain) else { throw .domain }
        return "\(name)@\(ascii)"
    }

    /// What is wrong with a text that should be an address.
    package enum Fault: String, Error, CaseIterable {
        case empty = "is empty"
        case tooLong = "is longer than 254 characters"
        case controlCharacter = "contains a control character such as a line break"
        case notASCII = "contains characters outside ASCII before the @, which SES does not take"
        case noAt = "has no @"
        case localPart = "has no valid name before the @; exactly one plain address is wanted"
        case domain = "has no valid domain after the @"
    }

    private static func isLocalPart(_ bytes: Span<UInt8>) -> Bool {
        guard 1...maximumLocalPartLength ~= bytes.count else { return false }
        if bytes[0] == UInt8(ascii: "\"") { return isQuotedString(bytes) }
        return isDotted(bytes) { $0.isAtomText }
    }

    /// Whether the bytes are one or more non-empty words of such bytes with single dots between them.
    @inline(__always)
    private static func isDotted(
        _ bytes: Span<UInt8>,
        word isWordByte: (UInt8) -> Bool
    ) -> Bool {
        let dot = UInt8(ascii: ".")
        var previous = dot
        for place in bytes.indices {
            let byte = bytes[place]
            guard byte == dot ? previous != dot : isWordByte(byte) else { return false }
            previous = byte
        }
        return previous != dot
    }

    private static func isQuotedString(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 3, bytes[bytes.count - 1] == UInt8(ascii: "\"") else { return false }
        var isEscaped = false
        for place in 1..<bytes.count - 1 {
            let byte = bytes[place]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isEscaped
    }

    private static func isDomain(_ bytes: Span<UInt8>) -> Bool {
        if !bytes.isEmpty, bytes[0] == UInt8(ascii: "[") {
            return AddressLiteral.isOne(bytes.indices.map { bytes[$0] }[...])
        }
        var label = 0
        var hasDot = false
        var previous = UInt8(ascii: ".")
        for place in bytes.indices {
            let byte = bytes[place]
            if byte == UInt8(ascii: ".") { hasDot = true }
            label = byte == UInt8(ascii: ".") ? 0 : label + 1
            let isEdge = byte == UInt8(ascii: "-") && previous == UInt8(ascii: ".")
            let isOpen = byte == UInt8(ascii: ".") && previous == UInt8(ascii: "-")
            guard label <= maximumLabelLength, !isEdge, !isOpen else { return false }
            previous = byte
        }
        guard hasDot, previous != UInt8(ascii: "-") else { return false }
        return isDotted(bytes) { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// RFC 5322 §3.2.3, `atext`: letters, digits and `!#$%&'*+-/=?^_{|}~` with the grave accent.
    fileprivate var isAtomText: Bool {
        switch self {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
        default: isLetterOrDigit
        }
    }
}
