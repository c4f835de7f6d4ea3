import JSON

extension BuiltIn {
    static let encodings = [
        BuiltIn("base64encode", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            return try evaluator.limited(Base64.encode(text))
        },
        BuiltIn("base64decode", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            try evaluator.spend(text.utf8.count / 8)
            return try evaluator.limited(Base64.decode(text))
        },
        encoder("encodeUrlComponent", keeping: PercentCode.marks),
        encoder("encodeUrl", keeping: PercentCode.marks.union(PercentCode.reserved)),
        decoder("decodeUrlComponent", keeping: []),
        decoder("decodeUrl", keeping: PercentCode.reserved),
    ]

    private static func encoder(_ name: String, keeping kept: Set<UInt8>) -> BuiltIn {
        BuiltIn(name, "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            // Half a surrogate pair, which JavaScript refuses, is a replacement character in Swift.
            guard !text.unicodeScalars.contains("\u{FFFD}") else {
                throw Fault("D3140", value: .string(text), detail: name)
            }
            return try evaluator.limited(PercentCode.encode(text, keeping: kept))
        }
    }

    private static func decoder(_ name: String, keeping kept: Set<UInt8>) -> BuiltIn {
        BuiltIn(name, "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            guard let decoded = PercentCode.decode(text, keeping: kept) else {
                throw Fault("D3140", value: .string(text), detail: name)
            }
            return try evaluator.limited(decoded)
        }
    }
}

/// Base 64 over the code units 0 to 255, as jsonata-js has it on a server.
private enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    /// The value of each letter; `none` for what is no letter.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: none, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        // The alphabet for URLs is read too.
        values[Int(UInt8(ascii: "-"))] = 62
        values[Int(UInt8(ascii: "_"))] = 63
        return values
    }()
    private static let none: UInt8 = 255

    static func encode(_ text: String) -> String {
        let bytes = text.utf16.map { UInt8(truncatingIfNeeded: $0) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 3 * 4 + 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for place in 0..<3 {
                bits = bits << 8 | UInt32(place < group.count ? group[start + place] : 0)
            }
            for place in 0..<4 {
                let isPadding = place > group.count
                let index = Int(bits >> UInt32(18 - 6 * place) & 63)
                result.append(isPadding ? UInt8(ascii: "=") : alphabet[index])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What is not in the alphabet is passed over; padding ends the text.
    static func decode(_ text: String) -> String {
        var (bits, count): (UInt32, Int) = (0, 0)
        var units: [UInt16] = []
        units.reserveCapacity(text.utf8.count / 4 * 3)
        for letter in text.utf8.prefix(while: { $0 != UInt8(ascii: "=") }) {
            let value = values[Int(letter)]
            guard value != none else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            units.append(UInt16(bits >> UInt32(count) & 255))
        }
        return String(decoding: units, as: UTF16.self)
    }
}

/// Percent-encoding as JavaScript's functions for URIs have it (ECMA-262 §19.2.6).
private enum PercentCode {
    static let marks = Set("-_.!~*'()".utf8)
    static let reserved = Set(";/?:@&=+$,#".utf8)
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    static func encode(_ text: String, keeping kept: Set<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte.isLetterOrDigit || kept.contains(byte) {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(hexadecimal[Int(byte >> 4)])
                result.append(hexadecimal[Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Nil when the text is malformed; what is reserved stays encoded when it is to be kept.
    static func decode(_ text: String, keeping kept: Set<UInt8>) -> String? {
        let bytes = Array(text.utf8)
        var (result, place): ([UInt8], Int) = ([], 0)
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "%") else {
                result.append(bytes[place])
                place += 1
                continue
            }
            guard let byte = byte(bytes, at: place) else { return nil }
            if kept.contains(byte) {
                result += bytes[place..<(place + 3)]
            } else {
                result.append(byte)
            }
            place += 3
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func byte(_ bytes: [UInt8], at place: Int) -> UInt8? {
        guard place + 2 < bytes.count else { return nil }
        let digits = bytes[(place + 1)...(place + 2)].map {
            Character(Unicode.Scalar($0)).hexDigitValue
        }
        guard let high = digits[0], let low = digits[1] else { return nil }
        return UInt8(high << 4 | low)
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        self &- UInt8(ascii: "0") < 10 || (self & 0xDF) &- UInt8(ascii: "A") < 26
    }
}
