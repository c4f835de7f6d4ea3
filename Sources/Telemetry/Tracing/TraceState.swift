/// The list of `tracestate`: what each vendor on the way keeps with a trace, the newest first (W3C Trace Context §3.3).
package enum TraceState {
    /// More members make the list none (§3.3.1.1).
    package static let maximumMembers = 32
    /// What is handed on at most, in characters: as much as everybody should (§3.3.1.5).
    package static let maximumLength = 512
    /// Longer members are the first to go where there is too much (§3.3.1.5).
    private static let longMember = 128

    /// The list as it is handed on; nil when it is none, empty when nothing stands in it.
    ///
    /// Blanks around members and empty ones go. One wrong member, or a key twice, makes the whole list none.
    package static func checked(_ text: String) -> String? {
        var members: [Substring.UTF8View] = []
        var keys: Set<String> = []
        for part in text.utf8.split(separator: UInt8(ascii: ",")) {
            let member = trimmed(part)
            if member.isEmpty { continue }
            guard let equals = member.firstIndex(of: UInt8(ascii: "=")), isKey(member[..<equals]),
                isValue(member[member.index(after: equals)...]),
                keys.insert(String(Substring(member[..<equals]))).inserted
            else { return nil }
            members.append(member)
        }
        guard members.count <= maximumMembers else { return nil }
        return shortened(members).map { String(Substring($0)) }.joined(separator: ",")
    }

    private static func shortened(_ members: [Substring.UTF8View]) -> [Substring.UTF8View] {
        func length(_ members: [Substring.UTF8View]) -> Int {
            members.reduce(max(0, members.count - 1)) { $0 + $1.count }
        }
        var kept = members
        while length(kept) > maximumLength,
            let place = kept.lastIndex(where: { $0.count > longMember })
        {
            kept.remove(at: place)
        }
        while length(kept) > maximumLength { kept.removeLast() }
        return kept
    }

    private static func trimmed(_ part: Substring.UTF8View) -> Substring.UTF8View {
        func isBlank(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        }
        var part = part.drop(while: isBlank)
        while let last = part.last, isBlank(last) { part.removeLast() }
        return part
    }

    /// `rojo`, or with a tenant `fw529a3039@dt` (§3.3.1.3.1, and Level 2, which lets digits begin both).
    private static func isKey(_ key: Substring.UTF8View) -> Bool {
        guard let first = key.first, isLetterOrDigit(first), key.count <= 256 else { return false }
        let parts = key.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(isKeyCharacter) }) else {
            return false
        }
        guard parts.count == 2 else { return true }
        guard let system = parts[1].first, isLetterOrDigit(system) else { return false }
        return parts[0].count <= 241 && parts[1].count <= 14
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isKeyCharacter(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "_-*/".utf8.contains(byte)
    }

    /// 1 to 256 printable characters without comma and equals sign, the last one no blank (§3.3.1.3.2).
    private static func isValue(_ value: Substring.UTF8View) -> Bool {
        guard (1...256).contains(value.count), value.last != UInt8(ascii: " ") else { return false }
        return value.allSatisfy {
            0x20...0x7e ~= $0 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=")
        }
    }
}
