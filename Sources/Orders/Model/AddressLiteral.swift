internal import Formats

/// A numeric address in brackets in the place of a mailbox's domain (RFC 5321 §4.1.3).
///
/// General address literals are none here: no tag for one has been registered but `IPv6`.
enum AddressLiteral {
    /// Whether the text, brackets and all, is one.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 2, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]")
        else { return false }
        let text = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
        guard text.lowercased().hasPrefix("ipv6:") else { return isVersion4(text[...]) }
        return isVersion6(text.dropFirst(5))
    }

    /// Four numbers up to 255.
    private static func isVersion4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(\.isDigit)
                    && Int(part).map { $0 <= 255 } == true
            }
    }

    /// Eight groups, of which `::` stands for two or more that are zero, the last two perhaps written as version 4.
    private static func isVersion6(_ text: Substring) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        switch halves.count {
        case 1: return groups(halves[0], mayEndInVersion4: true) == 8
        case 2:
            guard let before = groups(halves[0], mayEndInVersion4: false),
                let after = groups(halves[1], mayEndInVersion4: true)
            else { return false }
            return before + after <= 6
        default: return false
        }
    }

    /// How many groups a text has; nil when one of them is none.
    private static func groups(_ text: Substring, mayEndInVersion4: Bool) -> Int? {
        if text.isEmpty { return 0 }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        if mayEndInVersion4, let last = parts.last, last.utf8.contains(UInt8(ascii: ".")) {
            guard isVersion4(last) else { return nil }
            parts.removeLast()
            count = 2
        }
        let areGroups = parts.allSatisfy { part in
            (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { $0.hexadecimalValue != nil }
        }
        return areGroups ? count + parts.count : nil
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
