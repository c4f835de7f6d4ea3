extension MutableRawSpan {
    /// Puts a byte at a place, which goes on behind it.
    @inline(__always)
    mutating func put(_ byte: UInt8, at place: inout Int) {
        storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
        place &+= 1
    }

    /// Puts a text as it is: by words, the last of which covers a part of the one before, because most are short.
    @inline(__always)
    mutating func put(_ text: borrowing Span<UInt8>, at place: inout Int) {
        let count = text.count
        if count >= 8 {
            var offset = 0
            while offset < count &- 8 {
                put(UInt64.self, of: text, from: offset, at: place)
                offset &+= 8
            }
            put(UInt64.self, of: text, from: count &- 8, at: place)
        } else if count >= 4 {
            put(UInt32.self, of: text, from: 0, at: place)
            put(UInt32.self, of: text, from: count &- 4, at: place)
        } else {
            for offset in 0..<count {
                storeBytes(of: text[offset], toByteOffset: place &+ offset, as: UInt8.self)
            }
        }
        place &+= count
    }

    @inline(__always)
    private mutating func put<Word: FixedWidthInteger & BitwiseCopyable>(
        _: Word.Type,
        of text: borrowing Span<UInt8>,
        from offset: Int,
        at place: Int
    ) {
        // Bounds are checked by both; every pattern of bits is a word.
        let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Word.self)
        storeBytes(of: word, toByteOffset: place &+ offset, as: Word.self)
    }

    /// Puts a string in quotes, escaped where RFC 8259 §7 demands it and nowhere else.
    @inline(__always)
    mutating func put(
        quoted text: borrowing Span<UInt8>,
        hasEscapes: Bool,
        at place: inout Int
    ) {
        put(UInt8(ascii: "\""), at: &place)
        if hasEscapes { put(escaped: text, at: &place) } else { put(text, at: &place) }
        put(UInt8(ascii: "\""), at: &place)
    }

    /// JSON text within JSON has a quote every few bytes: what stands before it is put as a word, whose rest is overwritten.
    private mutating func put(escaped text: borrowing Span<UInt8>, at place: inout Int) {
        var offset = 0
        while offset &+ 8 <= text.count {
            let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            storeBytes(of: word, toByteOffset: place, as: UInt64.self)
            let plain = word.plainCount
            offset &+= plain
            place &+= plain
            guard plain < 8 else { continue }
            put(escapeOf: text[offset], at: &place)
            offset &+= 1
        }
        while offset < text.count {
            let byte = text[offset]
            if byte.isEscaped { put(escapeOf: byte, at: &place) } else { put(byte, at: &place) }
            offset &+= 1
        }
    }

    @inline(__always)
    private mutating func put(escapeOf byte: UInt8, at place: inout Int) {
        put(UInt8(ascii: "\\"), at: &place)
        guard byte < 0x20 else { return put(byte, at: &place) }
        put(controlEscapeOf: byte, at: &place)
    }

    private mutating func put(controlEscapeOf byte: UInt8, at place: inout Int) {
        guard byte.escapeLength > 1 else { return put(byte.escapeLetter, at: &place) }
        put(UInt8(ascii: "u"), at: &place)
        put(UInt8(ascii: "0"), at: &place)
        put(UInt8(ascii: "0"), at: &place)
        put(UInt8(ascii: "0") + byte >> 4, at: &place)
        let digit = byte & 15
        put(digit + UInt8(ascii: digit < 10 ? "0" : "W"), at: &place)
    }
}

extension Span<UInt8> {
    /// How many bytes more than these the escaped text has.
    var escapesLength: Int {
        var (length, place) = (0, 0)
        while place &+ 8 <= count {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
            if word.hasControls {
                for place in place..<place &+ 8 { length &+= self[place].escapeLength }
            } else {
                length &+= word.markCount
            }
            place &+= 8
        }
        while place < count {
            length &+= self[place].escapeLength
            place &+= 1
        }
        return length
    }
}

extension UInt8 {
    /// How many bytes more than one the escaped byte has: `\n` one, `\u0001` five.
    fileprivate var escapeLength: Int {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: 1
        case 0..<0x20: 5
        default: 0
        }
    }

    /// What follows the backslash when one byte does.
    fileprivate var escapeLetter: UInt8 {
        switch self {
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        default: self
        }
    }
}
