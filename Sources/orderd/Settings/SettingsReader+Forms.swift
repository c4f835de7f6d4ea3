import Orders

// The forms that values have.
extension SettingsReader {
    mutating func text(_ key: String, into value: inout String) {
        read(key, into: &value, expected: "a text") { $0.isEmpty ? nil : $0 }
    }

    /// A text that is shown to nobody.
    mutating func secret(_ key: String, into value: inout String) {
        text(key, into: &value)
        markSecret()
    }

    mutating func int(_ key: String, into value: inout Int, in range: ClosedRange<Int>) {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        read(key, into: &value, expected: expected) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func choice<Choice>(_ key: String, into value: inout Choice)
    where Choice: RawRepresentable<String> & CaseIterable {
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        read(key, into: &value, expected: "one of \(words)") { Choice(rawValue: $0) }
    }

    /// A choice for each of several names: `Refunds=resend, Gifts=hold`.
    mutating func choices<Choice>(_ key: String, into value: inout [String: Choice])
    where Choice: RawRepresentable<String> & CaseIterable {
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        read(key, into: &value, expected: "NAME=CHOICE, …, each choice one of \(words)") {
            Self.named($0) { Choice(rawValue: $0) }
        }
    }

    /// A number for each of several functions or actions of services: `ProcessOrderFunction=10`.
    mutating func limits(
        _ key: String,
        into value: inout [String: Int],
        in range: ClosedRange<Int>
    ) {
        let expected =
            "NAME=NUMBER, …, each number from \(range.lowerBound) to \(range.upperBound) and each "
            + "name a function's, such as ProcessOrderFunction, or an action's, such as dynamodb:query"
        read(key, into: &value, expected: expected) { text in
            let limits = Self.named(text) { text in
                Int(text).flatMap { range.contains($0) ? $0 : nil }
            }
            return limits.flatMap { $0.keys.allSatisfy(Self.isLimited) ? $0 : nil }
        }
    }

    /// Whether it can be the name of what performs tasks; those of deliveries have limits of their own.
    private static func isLimited(_ name: String) -> Bool {
        guard !Delivery.Kind.known.map(\.rawValue).contains(name) else { return false }
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { isFunction(String($0)) }
    }

    /// Whether it can be the name of a Lambda function: 1 to 64 of A–Z, a–z, 0–9, `-` and `_`.
    static func isFunction(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }

    /// The parts of `NAME=VALUE, NAME=VALUE`; nil when one of them is none, or a name stands twice.
    static func named<Value>(
        _ text: String,
        parse: (String) -> Value?
    ) -> [String: Value]? {
        var values: [String: Value] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1).map {
                String($0.drop(while: \.isWhitespace)).trimmedAtEnd
            }
            guard sides.count == 2, !sides[0].isEmpty, let value = parse(sides[1]),
                values.updateValue(value, forKey: sides[0]) == nil
            else { return nil }
        }
        return values
    }

    mutating func duration(_ key: String, into value: inout Duration) {
        read(key, into: &value, expected: "a time such as 500ms, 20s, 5m or 1h") {
            Self.duration($0)
        }
    }

    /// A longer time: `90m`, `12h` or `30d`, up to ten years.
    mutating func age(_ key: String, into value: inout Duration) {
        read(key, into: &value, expected: "a time such as 12h or 30d, ten years at most") { text in
            guard text.hasSuffix("d") else { return Self.duration(text) }
            guard let days = Int(text.dropLast()), (1...3_653).contains(days) else { return nil }
            return .seconds(days * 86_400)
        }
    }

    /// `500ms`, `20s`, `5m` or `1h`, up to a day.
    static func duration(_ text: String) -> Duration? {
        let units: [(suffix: String, milliseconds: Int)] = [
            ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.suffix) }),
            let count = Int(text.dropLast(unit.suffix.count)), count > 0,
            count <= 86_400_000 / unit.milliseconds
        else { return nil }
        return .milliseconds(count * unit.milliseconds)
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        String(reversed().drop(while: \.isWhitespace).reversed())
    }
}
