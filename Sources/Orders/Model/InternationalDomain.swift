@_spi(_Unicode) import Swift

/// A domain with letters beyond ASCII, as the Domain Name System and SES write it (RFC 5890 to 5895).
///
/// Letters are mapped to lower case and composed; what is then no letter, mark, digit or hyphen is refused, and so is
/// what only looks like another letter. The rules for scripts written from right to left (RFC 5893) are left to the
/// registries. Letters are composed by the standard library: all of Foundation would bring ICU along.
enum InternationalDomain {
    /// The same domain in ASCII, its international labels in their `xn--` form; nil when it is none.
    static func ascii(_ domain: some StringProtocol) -> String? {
        // More than a host name can have, and what follows stays small.
        guard domain.unicodeScalars.count <= 253 else { return nil }
        var labels: [String] = []
        for label in mapped(domain).split(separator: ".", omittingEmptySubsequences: false) {
            guard let label = Self.label(Array(label)) else { return nil }
            labels.append(label)
        }
        return labels.joined(separator: ".")
    }

    /// What people mean when they write a domain (RFC 5895 §2): lower case, composed, with dots of any script.
    private static func mapped(_ domain: some StringProtocol) -> [Unicode.Scalar] {
        var text = String.UnicodeScalarView()
        for scalar in domain.unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: text.append(".")
            case 0xFF01...0xFF5E: text.append(contentsOf: lowered(scalar.value - 0xFEE0))
            // Thai and Lao AM, which keyboards write as one letter.
            case 0x0E33: text.append(contentsOf: "\u{E4D}\u{E32}".unicodeScalars)
            case 0x0EB3: text.append(contentsOf: "\u{ECD}\u{EB2}".unicodeScalars)
            default: text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return Array(String(text)._nfc)
    }

    private static func lowered(_ value: UInt32) -> String.UnicodeScalarView {
        (Unicode.Scalar(value)?.properties.lowercaseMapping ?? "").unicodeScalars
    }

    private static func label(_ scalars: [Unicode.Scalar]) -> String? {
        guard let first = scalars.first, !first.properties.generalCategory.isMark else {
            return nil
        }
        guard !scalars.allSatisfy(\.isASCII) else {
            return String(String.UnicodeScalarView(scalars))
        }
        guard first != "-", scalars.last != "-", !hasReservedHyphens(scalars) else { return nil }
        let areValid = scalars.indices.allSatisfy {
            InternationalLetter.isValid(at: $0, in: scalars)
        }
        return areValid ? "xn--\(Punycode.encode(scalars))" : nil
    }

    /// Two hyphens in third and fourth place are kept for encodings (RFC 5891 §4.2.3.1).
    private static func hasReservedHyphens(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.count >= 4 && scalars[2] == "-" && scalars[3] == "-"
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool {
        self == .nonspacingMark || self == .spacingMark || self == .enclosingMark
    }
}
