import JSON

/// Looks for one e-mail address in the inputs of orders.
///
/// An input has the address when one of its strings, however deep, is the address; letters of ASCII count as equal in both
/// cases, since nearly all providers take the local part so, and a person who looks for somebody does not know how it was
/// typed. There is no index: one would cost every order that is accepted a write at a random place, for a search that
/// people make now and then.
package struct AddressSearch: Sendable, Hashable {
    /// The address with its ASCII letters small.
    package let address: String
    private let bytes: [UInt8]
    /// For each number of bytes that match, how many of them still do when the next does not (Knuth, Morris, Pratt).
    private let borders: [Int]

    /// The most bytes of an address.
    package static let maximumLength = 320

    /// A search for that address, a text with an `@`; nil for any other.
    package init?(_ address: String) {
        guard address.utf8.count <= Self.maximumLength, address.utf8.contains(UInt8(ascii: "@"))
        else { return nil }
        bytes = address.utf8.map(Self.small)
        borders = Self.borders(of: bytes)
        self.address = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a JSON text has the address; a text that is none has not.
    package func finds(in input: [UInt8]) -> Bool {
        // Nearly no input has it, and most need not be parsed to know that: only an escape can hide it.
        guard mayStand(in: input.span), let value = try? JSONValue(parsing: input) else {
            return false
        }
        return stands(in: value)
    }

    private func stands(in value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.utf8.elementsEqual(bytes) { Self.small($0) == $1 }
        case .array(let elements): elements.contains(where: stands)
        case .object(let members): members.values.contains(where: stands)
        case .null, .bool, .number: false
        }
    }

    private func mayStand(in input: Span<UInt8>) -> Bool {
        var matched = 0
        for place in input.indices {
            let byte = Self.small(input[place])
            if byte == UInt8(ascii: "\\") { return true }
            while matched > 0, bytes[matched] != byte { matched = borders[matched] }
            if bytes[matched] == byte { matched += 1 }
            if matched == bytes.count { return true }
        }
        return false
    }

    private static func borders(of bytes: [UInt8]) -> [Int] {
        var borders = [0, 0]
        for place in bytes.indices.dropFirst() {
            var border = borders[place]
            while border > 0, bytes[border] != bytes[place] { border = borders[border] }
            borders.append(bytes[border] == bytes[place] ? border + 1 : 0)
        }
        return borders
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
}
