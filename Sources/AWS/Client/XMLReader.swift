internal import Formats

/// Reads XML from bytes, once, from the front.
struct XMLReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func readDocument() throws(XMLError) -> XMLElement {
        if skip("\u{FEFF}") {}
        try skipBetweenElements()
        let root = try readElement(depth: 1)
        try skipBetweenElements()
        guard position == bytes.count else { throw fault("text after the end") }
        return root
    }

    private mutating func readElement(depth: Int) throws(XMLError) -> XMLElement {
        guard depth <= XMLElement.depthLimit else { throw fault("elements stand too deep") }
        guard skip("<") else { throw fault("expected an element") }
        let name = try readName()
        var element = XMLElement(name: local(name))
        try skipAttributes()
        if skip("/>") { return element }
        guard skip(">") else { throw fault("expected >") }
        var text: [UInt8] = []
        while !skip("</") {
            try readContent(of: &element, &text, depth: depth)
        }
        guard bytes[try readName()] == bytes[name] else {
            throw fault("the end tag is another element's")
        }
        skipSpace()
        guard skip(">") else { throw fault("expected >") }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw fault("the text is not UTF-8")
        }
        element.text = string
        return element
    }

    private mutating func readContent(
        of element: inout XMLElement,
        _ text: inout [UInt8],
        depth: Int
    ) throws(XMLError) {
        switch next {
        case UInt8(ascii: "<"): try readMarkup(of: &element, &text, depth: depth)
        case UInt8(ascii: "&"):
            position += 1
            text += try readReference()
        case .some:
            let start = position
            while let byte = next, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") {
                position += 1
            }
            text += bytes[start..<position]
        case nil: throw fault("the text ends inside an element")
        }
    }

    private mutating func readMarkup(
        of element: inout XMLElement,
        _ text: inout [UInt8],
        depth: Int
    ) throws(XMLError) {
        if skip("<!--") {
            try skip(past: "-->")
        } else if skip("<![CDATA[") {
            let start = position
            try skip(past: "]]>")
            text += bytes[start..<position - 3]
        } else if skip("<?") {
            try skip(past: "?>")
        } else {
            element.children.append(try readElement(depth: depth + 1))
        }
    }

    /// Between the ampersand and the semicolon: one of the five names, or a character's number.
    private mutating func readReference() throws(XMLError) -> [UInt8] {
        let start = position
        try skip(past: ";")
        let name = String(decoding: bytes[start..<position - 1], as: UTF8.self)
        if let known = Self.entities[name] { return [known] }
        let isHexadecimal = name.hasPrefix("#x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard name.hasPrefix("#"), digits.first?.isHexDigit == true,
            let code = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(code), code != 0
        else { throw fault("unknown reference") }
        return Array(String(Character(scalar)).utf8)
    }

    private static let entities: [String: UInt8] = [
        "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "amp": UInt8(ascii: "&"),
        "quot": UInt8(ascii: "\""), "apos": UInt8(ascii: "'"),
    ]

    /// Where the name stands.
    private mutating func readName() throws(XMLError) -> Range<Int> {
        let start = position
        let ends = Self.endsName
        var isASCII = true
        while let byte = next, !ends.contains(byte) {
            isASCII = isASCII && byte < 0x80
            position += 1
        }
        guard position > start,
            isASCII || String(validating: bytes[start..<position], as: UTF8.self) != nil
        else { throw fault("expected a name") }
        return start..<position
    }

    private static let endsName = ByteSet(" \t\r\n/>=<&'\"!?")

    private mutating func skipAttributes() throws(XMLError) {
        while true {
            skipSpace()
            guard let byte = next, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") else {
                return
            }
            _ = try readName()
            skipSpace()
            guard skip("=") else { throw fault("expected = after an attribute's name") }
            skipSpace()
            if skip("\"") {
                try skip(past: "\"")
            } else if skip("'") {
                try skip(past: "'")
            } else {
                throw fault("expected a quoted value")
            }
        }
    }

    /// White space, comments and processing instructions.
    ///
    /// A document type would be an element here.
    private mutating func skipBetweenElements() throws(XMLError) {
        while true {
            skipSpace()
            if skip("<?") {
                try skip(past: "?>")
            } else if skip("<!--") {
                try skip(past: "-->")
            } else {
                return
            }
        }
    }

    /// The name without its prefix.
    private func local(_ name: Range<Int>) -> String {
        let start = bytes[name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.lowerBound
        return String(decoding: bytes[start..<name.upperBound], as: UTF8.self)
    }
}

extension XMLReader {
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { position += 1 }
    }

    /// Goes past the text if it stands here, and says whether it did.
    private mutating func skip(_ text: StaticString) -> Bool {
        guard stands(text, at: position) else { return false }
        position += text.utf8CodeUnitCount
        return true
    }

    private func stands(_ text: StaticString, at place: Int) -> Bool {
        guard bytes.count - place >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in wanted.indices where bytes[place + offset] != wanted[offset] {
                return false
            }
            return true
        }
    }

    private mutating func skip(past text: StaticString) throws(XMLError) {
        while !skip(text) {
            guard position < bytes.count else { throw fault("expected \(text)") }
            position += 1
        }
    }

    private func fault(_ reason: String) -> XMLError { XMLError(reason: reason, offset: position) }
}
