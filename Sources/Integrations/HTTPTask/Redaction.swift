import Formats
package import JSON

/// Takes secrets out of what somebody else said, before it is kept or shown.
package struct Redaction: Sendable {
    /// The longest first: one may be within another.
    private let secrets: [String]

    /// What stands in a secret's place.
    static let mask = "***"
    /// Shorter ones are words like any other: masking them would spoil every answer and hide nothing.
    static let shortestSecret = 4
    /// A user's name this long is a key that somebody uses as a name.
    static let shortestName = 16

    /// Masks these in every form in which a request repeats them.
    package init(secrets: [String], names: [String] = []) {
        let long =
            secrets.filter { $0.utf8.count >= Self.shortestSecret }
            + names.filter { $0.utf8.count >= Self.shortestName }
        self.secrets = Set(long.flatMap(Self.forms)).sorted {
            ($1.utf8.count, $1) < ($0.utf8.count, $0)
        }
    }

    /// As it is, in a URL, in a form, and in JSON.
    private static func forms(_ text: String) -> [String] {
        let escaped = PercentEncoding.encode(text)
        let inForm = escaped.split(separator: "%20", omittingEmptySubsequences: false)
            .joined(separator: "+")
        let inJSON = String(JSONValue.string(text).text.dropFirst().dropLast())
        return [text, escaped, inForm, inJSON]
    }

    package func text(_ text: String) -> String {
        var bytes = Array(text.utf8)
        // Byte by byte: as characters, a secret with an accent behind it would be another text.
        for secret in secrets { bytes = Self.masked(Array(secret.utf8), in: bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func masked(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var (start, place) = (0, 0)
        while place + secret.count <= bytes.count {
            guard bytes[place] == secret[0],
                bytes[place..<place + secret.count].elementsEqual(secret)
            else {
                place += 1
                continue
            }
            output += bytes[start..<place] + Array(mask.utf8)
            place += secret.count
            start = place
        }
        return start == 0 ? bytes : output + bytes[start...]
    }

    /// The same of everything in a value, names and numbers too.
    package func value(_ value: JSONValue) -> JSONValue {
        switch value {
        case .null, .bool: value
        case .number(let number):
            text(number.text) == number.text ? value : .string(text(number.text))
        case .string(let text): .string(self.text(text))
        case .array(let elements): .array(elements.map(self.value))
        case .object(let members):
            .object(JSONObject(members.map { (text($0.key), self.value($0.value)) }))
        }
    }
}
