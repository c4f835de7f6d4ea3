/// The pattern of `StringMatches`: `*` stands for any text, a backslash takes `*` or itself as it is.
struct WildcardPattern: Sendable, Hashable {
    /// The literal pieces between the stars.
    private let pieces: [[UInt8]]

    /// Nil when a backslash is followed by something else.
    init?(_ pattern: String) {
        var pieces: [[UInt8]] = [[]]
        var bytes = Array(pattern.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "*"): pieces.append([])
            case UInt8(ascii: "\\"):
                guard let escaped = bytes.popFirst(),
                    escaped == UInt8(ascii: "*") || escaped == UInt8(ascii: "\\")
                else { return nil }
                pieces[pieces.count - 1].append(escaped)
            default: pieces[pieces.count - 1].append(byte)
            }
        }
        self.pieces = pieces
    }

    /// Whether the whole text fits.
    func matches(_ text: String) -> Bool { matches(utf8: Array(text.utf8)) }

    /// Whether the whole text fits.
    ///
    /// Each piece is taken where it first occurs, so the time grows with
    /// the text and not with the number of stars.
    func matches(utf8 text: some RandomAccessCollection<UInt8>) -> Bool {
        var rest = text[...]
        guard let first = pieces.first, let last = pieces.last, rest.starts(with: first) else {
            return false
        }
        guard pieces.count > 1 else { return rest.count == first.count }
        rest = rest.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let end = Self.end(of: piece, in: rest) else { return false }
            rest = rest[end...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func end<Text: RandomAccessCollection<UInt8>>(
        of piece: [UInt8],
        in text: Text
    ) -> Text.Index? {
        guard piece.count <= text.count else { return nil }
        let borders = borders(of: piece)
        var matched = 0
        for place in text.indices {
            let byte = text[place]
            while matched > 0, byte != piece[matched] { matched = borders[matched - 1] }
            if byte == piece[matched] { matched += 1 }
            if matched == piece.count { return text.index(after: place) }
        }
        return nil
    }

    /// For each beginning of the piece: how much of it, short of all, stands at its beginning and its end.
    ///
    /// Knuth, Morris and Pratt: the search never goes back in the text.
    private static func borders(of piece: [UInt8]) -> [Int] {
        var borders = [Int](repeating: 0, count: piece.count)
        var length = 0
        for place in piece.indices.dropFirst() {
            while length > 0, piece[place] != piece[length] { length = borders[length - 1] }
            if piece[place] == piece[length] { length += 1 }
            borders[place] = length
        }
        return borders
    }
}
