internal import Formats

/// The parameters of a form (`application/x-www-form-urlencoded`), by their names.
struct FormParameters {
    private var values: [String: String] = [:]

    init(_ body: [UInt8]) {
        for pair in body.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            values[Self.decode(parts[0])] = parts.count == 2 ? Self.decode(parts[1]) : ""
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// `name.member.1`, `name.member.2` and so on, as long as there is one.
    func members(_ name: String) -> [String] {
        var list: [String] = []
        while let value = values["\(name).member.\(list.count + 1)"] { list.append(value) }
        return list
    }

    private static func decode(_ text: ArraySlice<UInt8>) -> String {
        PercentEncoding.decodeLeniently(text.span, plus: .space)
    }
}
