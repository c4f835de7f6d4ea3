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

    /// A search for that address; nil for no address at all.
    package init?(_ address: String) {
        guard !address.isEmpty else { return nil }
        bytes = address.utf8.map(Self.small)
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
        var (matched, start, place) = (0, 0, 0)
        while place < input.count {
            let byte = input[place]
            if byte == UInt8(ascii: "\\") { return true }
            if Self.small(byte) == bytes[matched] {
                if matched == 0 { start = place }
                matched += 1
                place += 1
                if matched == bytes.count { return true }
            } else if matched > 0 {
                (matched, place) = (0, start + 1)
            } else {
                place += 1
            }
        }
        return false
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
}
