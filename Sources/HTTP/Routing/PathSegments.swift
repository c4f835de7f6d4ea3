internal import Formats

/// A path cut at its slashes, without dot segments (RFC 3986 §5.2.4).
///
/// A final empty segment stands for a trailing slash. Dot segments count as such when their dots are
/// percent-encoded too: the two spellings are equivalent (RFC 3986 §6.2.2.2).
struct PathSegments {
    private(set) var segments: [Substring] = []
    /// Whether it has more `..` than segments before them.
    private(set) var leadsAboveRoot = false

    /// The path starts with a slash; one that does not has no segments.
    init(_ path: String) {
        guard path.utf8.first == UInt8(ascii: "/") else { return }
        segments.reserveCapacity(4)
        var rest = path.utf8.dropFirst()
        while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
            append(Substring(rest[..<slash]), isLast: false)
            rest = rest[slash...].dropFirst()
        }
        append(Substring(rest), isLast: true)
    }

    /// The segments with their escapes resolved; nil when one is broken, no UTF-8 or NUL, and for a path that leads
    /// above the root.
    ///
    /// RFC 3986 would end such a path at the root; who asks for one is looking for files (nginx answers 400 too).
    func decoded() -> [Substring]? {
        guard !leadsAboveRoot else { return nil }
        guard segments.contains(where: { $0.utf8.contains(UInt8(ascii: "%")) }) else {
            return segments
        }
        var decoded: [Substring] = []
        for segment in segments {
            guard let text = PercentEncoding.decode(segment), !text.utf8.contains(0) else {
                return nil
            }
            decoded.append(text[...])
        }
        return decoded
    }

    private mutating func append(_ segment: Substring, isLast: Bool) {
        switch Dots(segment) {
        case .none:
            segments.append(segment)
        case .here:
            if isLast { segments.append("") }
        case .up:
            if segments.popLast() == nil { leadsAboveRoot = true }
            if isLast { segments.append("") }
        }
    }

    private enum Dots {
        case none
        case here
        case up

        init(_ segment: Substring) {
            // `%2e%2e` is the longest way to write two dots.
            guard segment.utf8.count <= 6, let first = segment.utf8.first,
                first == UInt8(ascii: ".") || first == UInt8(ascii: "%")
            else {
                self = .none
                return
            }
            switch segment.lowercased().replacing("%2e", with: ".") {
            case ".": self = .here
            case "..": self = .up
            default: self = .none
            }
        }
    }
}
