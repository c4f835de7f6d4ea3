internal import Formats

/// The parameters of a form (`application/x-www-form-urlencoded`), by their names.
struct FormParameters {
    private var values = [String: String](minimumCapacity: 16)

    /// Reads a form's body; of two parameters with one name the later counts.
    init(_ body: [UInt8]) {
        let bytes = body.span
        var start = 0
        while start < bytes.count {
            var end = start
            var mark: Int?
            while end < bytes.count, bytes[end] != UInt8(ascii: "&") {
                if mark == nil, bytes[end] == UInt8(ascii: "=") { mark = end }
                end += 1
            }
            if end > start {
                let name = bytes.extracting(start..<(mark ?? end))
                let value = bytes.extracting(min((mark ?? end) + 1, end)..<end)
                values[Self.decode(name)] = Self.decode(value)
            }
            start = end + 1
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// `name.member.1`, `name.member.2` and so on, as long as there is one.
    func members(_ name: String) -> [String] {
        var list: [String] = []
        while let value = values["\(name).member.\(list.count + 1)"] { list.append(value) }
        return list
    }

    private static func decode(_ text: Span<UInt8>) -> String {
        PercentEncoding.decodeLeniently(text, plus: .space)
    }
}
