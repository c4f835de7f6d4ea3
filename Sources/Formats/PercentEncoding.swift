/// Percent-encoding (RFC 3986 §2.1).
package enum PercentEncoding {
    /// What a plus sign stands for.
    package enum Plus: Sendable {
        /// For a plus sign, as in paths.
        case itself
        /// For a space, as in forms and queries.
        case space
    }

    /// The text with every byte escaped that is none of these characters.
    package static func encode(_ text: String, keeping kept: ByteSet = .unreserved) -> String {
        let bytes = text.utf8.span
        var escapes = 0
        for place in bytes.indices where !kept.contains(bytes[place]) { escapes += 1 }
        guard escapes > 0 else { return text }
        return String(unsafeUninitializedCapacity: bytes.count + 2 * escapes) { encoded in
            var end = 0
            for place in bytes.indices {
                let byte = bytes[place]
                if kept.contains(byte) {
                    encoded[end] = byte
                    end += 1
                } else {
                    encoded[end] = UInt8(ascii: "%")
                    encoded[end + 1] = Hexadecimal.uppercaseDigit(byte >> 4)
                    encoded[end + 2] = Hexadecimal.uppercaseDigit(byte & 15)
                    end += 3
                }
            }
            return end
        }
    }

    /// Appends the text, every byte of it escaped that is none of these characters.
    package static func append(
        _ text: String,
        to encoded: inout [UInt8],
        keeping kept: ByteSet = .unreserved
    ) {
        let bytes = text.utf8.span
        encoded.reserveCapacity(encoded.count + bytes.count)
        for place in bytes.indices {
            let byte = bytes[place]
            if kept.contains(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(Hexadecimal.uppercaseDigit(byte >> 4))
                encoded.append(Hexadecimal.uppercaseDigit(byte & 15))
            }
        }
    }

    /// The decoded text; nil when an escape is cut short or the bytes are not UTF-8.
    ///
    /// An escape of a character that is to be kept stays an escape.
    package static func decode(
        _ text: Substring,
        plus: Plus = .itself,
        keepingEscaped kept: ByteSet = .none
    ) -> String? {
        let bytes = text.utf8.span
        guard bytes.hasEscape || plus == .space else { return String(text) }
        return decode(bytes, plus, kept).flatMap { String(validating: $0, as: UTF8.self) }
    }

    package static func decode(_ text: String) -> String? { decode(text[...]) }

    /// The decoded text, where a percent sign without two digits stands for itself and bytes that are not UTF-8 are
    /// replaced.
    package static func decodeLeniently(_ text: Span<UInt8>, plus: Plus = .itself) -> String {
        String(unsafeUninitializedCapacity: text.count) { decoded in
            var (place, end) = (0, 0)
            while place < text.count {
                if let byte = text.escapedByte(at: place) {
                    decoded[end] = byte
                    place += 3
                } else {
                    decoded[end] = text[place].decoded(plus)
                    place += 1
                }
                end += 1
            }
            return end
        }
    }

    private static func decode(
        _ text: Span<UInt8>,
        _ plus: Plus,
        _ kept: ByteSet
    ) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            guard text[place] == UInt8(ascii: "%") else {
                decoded.append(text[place].decoded(plus))
                place += 1
                continue
            }
            guard let byte = text.escapedByte(at: place) else { return nil }
            if kept.contains(byte) {
                for offset in 0..<3 { decoded.append(text[place + offset]) }
            } else {
                decoded.append(byte)
            }
            place += 3
        }
        return decoded
    }
}

extension Span<UInt8> {
    fileprivate var hasEscape: Bool {
        for place in indices where self[place] == UInt8(ascii: "%") { return true }
        return false
    }

    /// The byte whose escape begins there; nil where none does.
    fileprivate func escapedByte(at place: Int) -> UInt8? {
        guard self[place] == UInt8(ascii: "%"), place + 2 < count,
            let high = self[place + 1].hexadecimalValue, let low = self[place + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }
}

extension UInt8 {
    fileprivate func decoded(_ plus: PercentEncoding.Plus) -> UInt8 {
        self == UInt8(ascii: "+") && plus == .space ? UInt8(ascii: " ") : self
    }
}
