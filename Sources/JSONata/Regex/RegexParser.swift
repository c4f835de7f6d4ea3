/// Reads a pattern, with the leniencies of ECMA-262's Annex B.
struct RegexParser {
    private let pattern: [UInt16]
    private var position = 0
    private var depth = 0
    private var nextGroup = 1
    /// How many groups remember their matches.
    let groupCount: Int
    /// The numbers of groups that have names.
    private let names: [String: Int]

    /// How deep groups may stand inside one another.
    private static let maximumDepth = 100

    init(_ pattern: [UInt16]) {
        self.pattern = pattern
        (groupCount, names) = Self.groups(in: pattern)
    }

    mutating func parse() throws(RegexError) -> RegexTree {
        let tree = try alternatives()
        guard position == pattern.count else { throw RegexError(reason: "Unmatched ')'") }
        return tree
    }

    /// How many capturing groups there are and what they are called; references may come before them.
    private static func groups(in pattern: [UInt16]) -> (Int, [String: Int]) {
        var (count, names, inSet, place): (Int, [String: Int], Bool, Int) = (0, [:], false, 0)
        while place < pattern.count {
            switch pattern[place] {
            case "\\": place += 1
            case "[": inSet = true
            case "]": inSet = false
            case "(" where !inSet:
                let rest = pattern[(place + 1)...]
                if rest.first != "?" {
                    count += 1
                } else if rest.dropFirst().first == "<", let third = rest.dropFirst(2).first,
                    third != "=", third != "!"
                {
                    count += 1
                    names[Self.name(rest.dropFirst(2))] = count
                }
            default: break
            }
            place += 1
        }
        return (count, names)
    }

    private static func name(_ units: some Sequence<UInt16>) -> String {
        String(decoding: units.prefix { $0 != ">" }, as: UTF16.self)
    }

    private mutating func alternatives() throws(RegexError) -> RegexTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw RegexError(reason: "Too deeply nested") }
        var choices = [try sequence()]
        while take("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence() throws(RegexError) -> RegexTree {
        var items: [RegexTree] = []
        while let unit = peek(), unit != "|", unit != ")" {
            let firstGroup = nextGroup
            let item = try term()
            items.append(try quantified(item, groups: firstGroup..<nextGroup))
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private mutating func quantified(
        _ item: RegexTree,
        groups: Range<Int>
    ) throws(RegexError) -> RegexTree {
        guard var count = count() else { return item }
        guard item.canBeRepeated else { throw RegexError(reason: "Nothing to repeat") }
        guard count.least <= count.most else {
            throw RegexError(reason: "numbers out of order in {} quantifier")
        }
        count.isLazy = take("?")
        return .repeated(item, count, groups: groups)
    }

    private mutating func count() -> RegexCount? {
        if take("*") { return RegexCount(least: 0, most: .max) }
        if take("+") { return RegexCount(least: 1, most: .max) }
        if take("?") { return RegexCount(least: 0, most: 1) }
        let start = position
        guard take("{"), let least = number() else {
            position = start
            return nil
        }
        var most = least
        if take(",") { most = number() ?? .max }
        guard take("}") else {
            position = start
            return nil
        }
        return RegexCount(least: least, most: most)
    }

    private mutating func number() -> Int? {
        let start = position
        var value = 0
        while let unit = peek(), unit.isDigit {
            value = min(value * 10 + Int(unit - .zero), Int(Int32.max))
            position += 1
        }
        return position > start ? value : nil
    }

    private mutating func term() throws(RegexError) -> RegexTree {
        let unit = pattern[position]
        position += 1
        switch unit {
        case "^": return .lineStart
        case "$": return .lineEnd
        case ".": return .one(.any)
        case "(": return try group()
        case "[": return .one(.set(try set()))
        case "\\": return try escape()
        case "*", "+", "?": throw RegexError(reason: "Nothing to repeat")
        case "{":
            position -= 1
            if count() != nil { throw RegexError(reason: "Nothing to repeat") }
            position += 1
            return .one(.unit(unit))
        default: return .one(.unit(unit))
        }
    }

    private mutating func group() throws(RegexError) -> RegexTree {
        let tree: RegexTree
        if !take("?") {
            tree = try capture()
        } else if take(":") {
            tree = try alternatives()
        } else if take("=") {
            tree = .look(try alternatives(), isNegative: false, isBehind: false)
        } else if take("!") {
            tree = .look(try alternatives(), isNegative: true, isBehind: false)
        } else if take("<") {
            tree = try behindOrNamed()
        } else {
            throw RegexError(reason: "Invalid group")
        }
        guard take(")") else { throw RegexError(reason: "Unterminated group") }
        return tree
    }

    private mutating func capture() throws(RegexError) -> RegexTree {
        let group = nextGroup
        nextGroup += 1
        return .capture(try alternatives(), group: group)
    }

    private mutating func behindOrNamed() throws(RegexError) -> RegexTree {
        if take("=") { return .look(try alternatives(), isNegative: false, isBehind: true) }
        if take("!") { return .look(try alternatives(), isNegative: true, isBehind: true) }
        guard let end = pattern[position...].firstIndex(where: { $0 == ">" }), end > position else {
            throw RegexError(reason: "Invalid capture group name")
        }
        position = end + 1
        return try capture()
    }

    private func peek() -> UInt16? { position < pattern.count ? pattern[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }
}

extension RegexParser {
    /// What follows a backslash outside of a set.
    private mutating func escape() throws(RegexError) -> RegexTree {
        guard let unit = peek() else { throw RegexError(reason: "\\ at end of pattern") }
        switch unit {
        case "b", "B":
            position += 1
            return .wordBoundary(isNegative: unit == "B")
        case _ where unit.isDigit && unit != .zero: return backreference()
        case "k" where !names.isEmpty: return try namedReference()
        default:
            if let set = classEscape() { return .one(.set(set)) }
            return .one(.unit(unitEscape()))
        }
    }

    /// A reference to a group that there is, else an octal escape.
    private mutating func backreference() -> RegexTree {
        let start = position
        if let group = number(), group <= groupCount { return .backreference(group) }
        position = start
        return .one(.unit(octalOrSelf()))
    }

    private mutating func namedReference() throws(RegexError) -> RegexTree {
        let rest = pattern[(position + 1)...]
        guard rest.first == "<", let group = names[Self.name(rest.dropFirst())] else {
            throw RegexError(reason: "Invalid named reference")
        }
        position = (rest.firstIndex { $0 == ">" } ?? pattern.count - 1) + 1
        return .backreference(group)
    }

    private mutating func classEscape() -> RegexSet? {
        let set: RegexSet
        switch peek() {
        case "d": set = .digits
        case "D": set = RegexSet.digits.inverted
        case "w": set = .wordUnits
        case "W": set = RegexSet.wordUnits.inverted
        case "s": set = .blanks
        case "S": set = RegexSet.blanks.inverted
        default: return nil
        }
        position += 1
        return set
    }

    /// The one code unit that an escape stands for.
    private mutating func unitEscape() -> UInt16 {
        let unit = pattern[position]
        position += 1
        switch unit {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "x": return hexadecimal(digits: 2) ?? unit
        case "u": return hexadecimal(digits: 4) ?? unit
        case "c": return control()
        case _ where unit.isOctalDigit:
            position -= 1
            return octalOrSelf()
        default: return unit
        }
    }

    private mutating func hexadecimal(digits count: Int) -> UInt16? {
        let digits = pattern[position...].prefix(count)
        guard digits.count == count, let unit = UInt16(hexadecimal: digits) else { return nil }
        position += count
        return unit
    }

    private mutating func control() -> UInt16 {
        guard let letter = peek(), letter.isASCIILetter else {
            // The backslash is meant itself, and the c after it too.
            position -= 1
            return .backslash
        }
        position += 1
        return letter % 32
    }

    private mutating func octalOrSelf() -> UInt16 {
        guard let first = peek(), first.isOctalDigit else {
            position += 1
            return pattern[position - 1]
        }
        var value: UInt16 = 0
        var digits = 0
        while let digit = peek(), digit.isOctalDigit, digits < 3, value < 32 {
            value = value * 8 + (digit - .zero)
            digits += 1
            position += 1
        }
        return value
    }

    /// What stands between brackets.
    private mutating func set() throws(RegexError) -> RegexSet {
        let isNegative = take("^")
        var ranges: [ClosedRange<UInt16>] = []
        while !take("]") {
            guard peek() != nil else { throw RegexError(reason: "Unterminated character class") }
            let first = setItem()
            guard peek() == "-", position + 1 < pattern.count, pattern[position + 1] != "]" else {
                ranges += first.ranges
                continue
            }
            position += 1
            let last = setItem()
            guard let low = first.unit, let high = last.unit else {
                ranges += first.ranges + last.ranges
                ranges.append(UInt16.minus...UInt16.minus)
                continue
            }
            guard low <= high else {
                throw RegexError(reason: "Range out of order in character class")
            }
            ranges.append(low...high)
        }
        let set = RegexSet(ranges)
        return isNegative ? set.inverted : set
    }

    /// One code unit or one class inside of brackets.
    private mutating func setItem() -> (unit: UInt16?, ranges: [ClosedRange<UInt16>]) {
        var unit = pattern[position]
        position += 1
        if unit == .backslash, peek() != nil {
            if let set = classEscape() { return (nil, set.members) }
            if take("b") {
                unit = 0x08
            } else {
                unit = unitEscape()
            }
        }
        return (unit, [unit...unit])
    }
}

extension RegexTree {
    /// Whether a quantifier may follow; looking ahead may be repeated, as Annex B has it.
    fileprivate var canBeRepeated: Bool {
        switch self {
        case .lineStart, .lineEnd, .wordBoundary: false
        case .look(_, _, let isBehind): !isBehind
        case .empty, .one, .sequence, .alternatives, .capture, .backreference, .repeated: true
        }
    }
}

private func ~= (scalar: Unicode.Scalar, unit: UInt16?) -> Bool {
    unit.map { UInt32($0) } == scalar.value
}

private func == (unit: UInt16?, scalar: Unicode.Scalar) -> Bool { scalar ~= unit }

private func != (unit: UInt16?, scalar: Unicode.Scalar) -> Bool { !(scalar ~= unit) }

extension UInt16 {
    fileprivate var isOctalDigit: Bool { self &- .zero < 8 }

    fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xFFDF) }
}
