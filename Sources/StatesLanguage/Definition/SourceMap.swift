internal import JSON

/// Where the parts of a definition stand in its text, by the places that diagnostics name.
///
/// It is only made for a definition with faults, from a text that is known to be JSON.
struct SourceMap {
    private let text: [UInt8]
    private var position = 0
    /// The offset of the value, or of its name where it has one, by its place.
    private var offsets: [Place: Int] = [:]
    /// The offset of each line's first byte.
    private let lineStarts: [Int]

    init(_ text: [UInt8]) {
        self.text = text
        let newlines = text.indices.filter { text[$0] == UInt8(ascii: "\n") }
        lineStarts = [0] + newlines.map { $0 + 1 }
        skipSpace()
        offsets[.root] = position
        value(at: .root)
    }

    /// The line and the column of a place.
    func position(of place: Place) -> Diagnostic.Position? {
        guard let offset = offsets[place] else { return nil }
        var (line, end) = (0, lineStarts.count)
        while line + 1 < end {
            let middle = (line + end) / 2
            if lineStarts[middle] <= offset { line = middle } else { end = middle }
        }
        return Diagnostic.Position(line: line + 1, column: offset - lineStarts[line] + 1)
    }

    private mutating func value(at place: Place) {
        switch peek {
        case UInt8(ascii: "{"): members(at: place)
        case UInt8(ascii: "["): elements(at: place)
        case UInt8(ascii: "\""): skipString()
        default: skipWord()
        }
        skipSpace()
    }

    private mutating func members(at place: Place) {
        position += 1
        skipSpace()
        while let next = peek, next != UInt8(ascii: "}") {
            let start = position
            skipString()
            let inner = place / name(start..<position)
            offsets[inner] = start
            skipSpace()
            // The colon, and the comma after the value if there is one.
            position += 1
            skipSpace()
            value(at: inner)
            skipComma()
        }
        position += 1
    }

    private mutating func elements(at place: Place) {
        position += 1
        skipSpace()
        var index = 0
        while let next = peek, next != UInt8(ascii: "]") {
            let inner = place[index]
            offsets[inner] = position
            value(at: inner)
            skipComma()
            index += 1
        }
        position += 1
    }

    private func name(_ range: Range<Int>) -> String {
        (try? JSONValue(parsing: Array(text[range])))?.string ?? ""
    }

    private mutating func skipString() {
        position += 1
        while let next = peek, next != UInt8(ascii: "\"") {
            position += next == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
    }

    private mutating func skipWord() {
        while let next = peek, next > 0x20, !",]}".utf8.contains(next) { position += 1 }
    }

    private mutating func skipComma() {
        guard peek == UInt8(ascii: ",") else { return }
        position += 1
        skipSpace()
    }

    private mutating func skipSpace() {
        while let next = peek, next <= 0x20 { position += 1 }
    }

    private var peek: UInt8? { position < text.count ? text[position] : nil }
}
