/// Numbers in English words.
enum NumberWords {
    private static let few = [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen",
        "Nineteen",
    ]
    private static let fewOrdinals = [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth",
        "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth",
        "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ]
    private static let tens = [
        "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety",
    ]
    private static let magnitudes: [(name: String, value: Double)] = [
        ("Thousand", 1e3), ("Million", 1e6), ("Billion", 1e9), ("Trillion", 1e12),
    ]

    /// The words, each with a capital.
    static func text(_ number: Double, isOrdinal: Bool) -> String {
        words(number, after: "", isOrdinal: isOrdinal)
    }

    /// What joins the words to those before depends on how large the number is.
    private static func words(
        _ number: Double,
        after before: String,
        isOrdinal: Bool
    ) -> String {
        let isFirst = before.isEmpty
        if number < 20 {
            let word = isOrdinal ? fewOrdinals[Int(number)] : few[Int(number)]
            return before + (isFirst ? "" : " and ") + word
        }
        if number < 100 {
            return before + (isFirst ? "" : " and ")
                + belowHundred(Int(number), isOrdinal: isOrdinal)
        }
        let (name, size) = magnitude(of: number)
        let count = (number / size).rounded(.down)
        let rest = number - count * size
        let head =
            before + (isFirst ? "" : ", ") + words(count, after: "", isOrdinal: false) + " " + name
        guard rest > 0 else { return head + (isOrdinal ? "th" : "") }
        return words(rest, after: head, isOrdinal: isOrdinal)
    }

    private static func belowHundred(_ number: Int, isOrdinal: Bool) -> String {
        let ten = tens[number / 10 - 2]
        let rest = number % 10
        if rest > 0 { return ten + "-" + (isOrdinal ? fewOrdinals[rest] : few[rest]) }
        return isOrdinal ? ten.dropLast() + "ieth" : ten
    }

    private static func magnitude(of number: Double) -> (name: String, value: Double) {
        magnitudes.last { $0.value <= number } ?? ("Hundred", 100)
    }

    private static let values: [String: Double] = {
        var values: [String: Double] = ["hundred": 100, "hundredth": 100]
        for (value, word) in few.enumerated() { values[word.lowercased()] = Double(value) }
        for (value, word) in fewOrdinals.enumerated() { values[word.lowercased()] = Double(value) }
        for (place, word) in tens.enumerated() {
            values[word.lowercased()] = Double(10 * (place + 2))
            values[word.lowercased().dropLast() + "ieth"] = Double(10 * (place + 2))
        }
        for (name, value) in magnitudes {
            values[name.lowercased()] = value
            values[name.lowercased() + "th"] = value
        }
        return values
    }()

    /// The number that the words, in small letters, stand for; nil when a word is none of them.
    static func number(_ text: String) -> Double? {
        var segments = [0.0]
        for word in text.split(whereSeparator: { " ,-\t\n\r".contains($0) }) where word != "and" {
            guard let value = values[String(word)] else { return nil }
            let last = segments.removeLast()
            if value >= 100 {
                segments.append(last * value)
            } else if last >= 1000 {
                segments += [last, value]
            } else {
                segments.append(last + value)
            }
        }
        return segments.reduce(0, +)
    }

    /// What words match, as a regular expression; long words before those that they begin with.
    static let pattern: String = {
        let words = values.keys.sorted { ($1.count, $0) < ($0.count, $1) }
        return "(?:" + (words + ["and", "[\\-, ]"]).joined(separator: "|") + ")+"
    }()
}

/// Roman numerals.
enum Roman {
    private static let numerals: [(value: Double, text: String)] = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    private static let digits: [Character: Double] = [
        "M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1,
    ]

    /// In small letters.
    static func text(_ number: Double) -> String {
        var (text, rest) = ("", number)
        for (value, numeral) in numerals {
            let count = (rest / value).rounded(.down)
            text += String(repeating: numeral, count: Int(count))
            rest -= count * value
        }
        return text
    }

    /// Of capital letters; nil when one of them is no numeral.
    static func number(_ text: String) -> Double? {
        var (sum, largest) = (0.0, 1.0)
        for letter in text.reversed() {
            guard let value = digits[letter] else { return nil }
            if value < largest {
                sum -= value
            } else {
                largest = value
                sum += value
            }
        }
        return sum
    }
}

/// Numbers as the letters of a list, from a to z and on with aa.
enum Letters {
    static func text(_ number: Double, isUpper: Bool) -> String {
        let first: UInt8 = isUpper ? 0x41 : 0x61
        var letters: [UInt8] = []
        var rest = number
        while rest > 0 {
            letters.append(first + UInt8((rest - 1).truncatingRemainder(dividingBy: 26)))
            rest = ((rest - 1) / 26).rounded(.down)
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    static func number(_ text: String, isUpper: Bool) -> Double {
        let first: Double = isUpper ? 0x41 : 0x61
        return text.utf16.reduce(0) { $0 * 26 + Double($1) - first + 1 }
    }
}
