/// Keeps addresses of e-mail out of the log: of `ann@example.com` a line shows `a***@example.com`.
///
/// It looks at whole lines, for an address may stand in any text that somebody else has written: an error, a cause, a name.
/// A line without `@` costs one look for it.
package enum AddressMask {
    private static let at = UInt8(ascii: "@")
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let stars = Array("***".utf8)

    /// Masks the addresses behind that place of a line.
    package static func mask(_ line: inout [UInt8], from start: Int = 0) {
        guard line[start...].contains(at) else { return }
        line = masked(line, from: start)
    }

    private static func masked(_ line: [UInt8], from start: Int) -> [UInt8] {
        var masked: [UInt8] = []
        masked.reserveCapacity(line.count)
        masked.append(contentsOf: line[..<start])
        var place = start
        while let found = line[place...].firstIndex(of: at) {
            guard let local = localPart(line, before: found, from: place) else {
                masked.append(contentsOf: line[place...found])
                place = found + 1
                continue
            }
            masked.append(contentsOf: line[place..<local.lowerBound])
            masked.append(
                contentsOf: line[local].prefix { $0 != quote && $0 != backslash }.first(1)
            )
            masked.append(contentsOf: stars)
            masked.append(at)
            place = found + 1
        }
        masked.append(contentsOf: line[place...])
        return masked
    }

    /// The local part before an `@` with a domain behind it; nil where there is no address.
    private static func localPart(
        _ line: [UInt8],
        before found: Int,
        from start: Int
    ) -> Range<Int>? {
        guard found + 1 < line.count, isOfDomain(line[found + 1]), found > start else { return nil }
        if line[found - 1] == quote { return quoted(line, before: found, from: start) }
        var place = found
        while place > start, isOfLocalPart(line[place - 1]) { place -= 1 }
        place = min(found, place + lengthOfEscape(line, at: place, from: start))
        return place == found ? nil : place..<found
    }

    /// How many bytes there belong to an escape that begins before: a line stays the JSON that it is.
    private static func lengthOfEscape(_ line: [UInt8], at place: Int, from start: Int) -> Int {
        var first = place
        while first > start, line[first - 1] == backslash { first -= 1 }
        guard (place - first) % 2 == 1 else { return 0 }
        return line[place] == UInt8(ascii: "u") ? 5 : 1
    }

    /// A local part in quotes (RFC 5322 §3.4.1); in JSON a backslash stands before each of them.
    private static func quoted(_ line: [UInt8], before found: Int, from start: Int) -> Range<Int>? {
        func isEscaped(_ place: Int) -> Bool { place > start && line[place - 1] == backslash }
        let end = found - 1
        guard let place = line[start..<end].lastIndex(of: quote) else { return nil }
        // A quote of another kind ends the text that the address stands in.
        guard isEscaped(place) == isEscaped(end) else { return nil }
        return (isEscaped(place) ? place - 1 : place)..<found
    }

    private static func isOfDomain(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: "[") || byte >= 0x80
    }

    /// RFC 5322's `atext` and dots, and whatever is no ASCII (RFC 6531 §3.3).
    private static func isOfLocalPart(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte >= 0x80 || ".!#$%&'*+-/?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= lower
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

extension Collection<UInt8> {
    /// The first character, which may be of several bytes.
    fileprivate func first(_ count: Int) -> SubSequence {
        guard let first, first >= 0xC0 else { return prefix(count) }
        let rest = dropFirst().prefix { $0 & 0xC0 == 0x80 }
        return prefix(1 + rest.count)
    }
}
