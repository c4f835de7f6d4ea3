import Formats
package import JSON

/// How `RequestBody` becomes a form (`application/x-www-form-urlencoded`).
///
/// Names of what is nested have brackets, everything but letters, digits and `-._~` is escaped, and a space is `%20`: so
/// Step Functions shows it in its documentation ("Applying URL-encoding on request body").
package enum FormEncoding: String, Sendable, CaseIterable {
    /// `array[0]=a&array[1]=b`
    case indices = "INDICES"
    /// `array=a&array=b`
    case `repeat` = "REPEAT"
    /// `array=a,b`
    case commas = "COMMAS"
    /// `array[]=a&array[]=b`
    case brackets = "BRACKETS"

    /// The form of these members; nil when an array under `COMMAS` holds more than texts, numbers and the like.
    package func form(_ members: JSONObject) -> String? {
        var pairs: [(name: String, value: String)] = []
        for (name, value) in members {
            guard append(value, as: name, to: &pairs) else { return nil }
        }
        return Self.text(pairs)
    }

    /// Pairs as a form or a query.
    package static func text(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
            .joined(separator: "&")
    }

    private func append(
        _ value: JSONValue,
        as name: String,
        to pairs: inout [(name: String, value: String)]
    ) -> Bool {
        switch value {
        case .object(let members):
            for (key, value) in members {
                guard append(value, as: "\(name)[\(key)]", to: &pairs) else { return false }
            }
        case .array(let elements) where self == .commas:
            let texts = elements.compactMap(\.plainText)
            guard texts.count == elements.count else { return false }
            if !texts.isEmpty { pairs.append((name, texts.joined(separator: ","))) }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                guard append(element, as: name + suffix(index), to: &pairs) else { return false }
            }
        case .null, .bool, .number, .string: pairs.append((name, value.plainText ?? ""))
        }
        return true
    }

    private func suffix(_ index: Int) -> String {
        switch self {
        case .indices: "[\(index)]"
        case .brackets: "[]"
        case .repeat, .commas: ""
        }
    }
}

extension JSONValue {
    /// What is no object and no array as a text; null is empty.
    var plainText: String? {
        switch self {
        case .null: ""
        case .bool(let value): "\(value)"
        case .number(let number): number.text
        case .string(let text): text
        case .array, .object: nil
        }
    }
}
