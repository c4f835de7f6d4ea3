extension Span<UInt8> {
    /// Where the byte stands first, from a place on.
    ///
    /// Eight bytes at a time, because every byte of every head is looked at here.
    @inline(__always)
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        while index &+ 8 <= count {
            // Bounds are checked by the load; every pattern of bits is a UInt64.
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let difference = UInt64(littleEndian: word) ^ pattern
            // The lowest byte that is zero has its highest bit set here (Warren, Hacker's Delight, 6-1).
            let zeros =
                (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
            if zeros != 0 { return index &+ zeros.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < count {
            if self[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    /// Whether all of it may stand in a field value.
    ///
    /// Eight bytes at a time, because every byte of every value is looked at here.
    @inline(__always)
    var isFieldContent: Bool {
        var index = 0
        while index &+ 8 <= count {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            // As above; a byte below 0x20 has its highest bit set in the difference alone.
            let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
            let controls = (word &- 0x2020_2020_2020_2020) & ~word
            let deletes = (delete &- 0x0101_0101_0101_0101) & ~delete
            // A tab is one of the controls.
            guard (controls | deletes) & 0x8080_8080_8080_8080 == 0 else { break }
            index &+= 8
        }
        while index < count {
            guard self[index].isFieldContent else { return false }
            index &+= 1
        }
        return true
    }

    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            for index in 0..<count where self[index] != text[index] { return false }
            return true
        }
    }

    /// Whether the bytes are these in any case; the text is lowercase.
    @inline(__always)
    func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            for index in 0..<count
            where self[index] != text[index] && self[index].asciiLowercased != text[index] {
                return false
            }
            return true
        }
    }
}

extension String {
    /// Bytes as text; what is not UTF-8 is replaced.
    init(_ bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Appends a literal, which is bytes already.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a text as UTF-8.
    @inline(__always)
    mutating func append(ascii text: String) {
        // Twice as fast as appending the UTF-8 view itself.
        text.utf8.span.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends a text as the value of a field: what could end the line becomes a space, as in a field of HTTPTypes.
    mutating func append(fieldValue text: String) {
        let bytes = text.utf8.span
        guard !bytes.isFieldContent else { return append(ascii: text) }
        for place in bytes.indices {
            append(bytes[place].isFieldContent ? bytes[place] : UInt8(ascii: " "))
        }
    }

    /// Appends a number that is not negative, without making a text of it.
    mutating func append(decimal value: Int) {
        precondition(value >= 0, "Lengths and codes are not negative.")
        if value > 9 { append(decimal: value / 10) }
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}
