/// A pattern as it is written.
indirect enum RegexTree {
    case empty
    case one(RegexMatcher)
    case sequence([RegexTree])
    case alternatives([RegexTree])
    /// A group that remembers what it has matched.
    case capture(RegexTree, group: Int)
    case look(RegexTree, isNegative: Bool, isBehind: Bool)
    case backreference(Int)
    case lineStart
    case lineEnd
    case wordBoundary(isNegative: Bool)
    /// The groups inside forget what they have matched at each turn.
    case repeated(RegexTree, RegexCount, groups: Range<Int>)
}

/// How often something may be repeated.
struct RegexCount {
    var least: Int
    var most: Int
    var isLazy = false
}

/// What one code unit has to be.
enum RegexMatcher {
    case unit(UInt16)
    case set(RegexSet)
    /// Anything but the end of a line.
    case any
}

/// A set of code units.
struct RegexSet {
    /// In their order, with gaps between them.
    private let ranges: [ClosedRange<UInt16>]
    private var isNegative = false
    /// Which of the first 128 code units are in it; most questions end here.
    private var low: (UInt64, UInt64) = (0, 0)
    private var ignoresCase = false

    /// All code units in these ranges, which may overlap.
    init(_ ranges: [ClosedRange<UInt16>]) {
        self.ranges = Self.joined(ranges)
        updateLow()
    }

    var inverted: RegexSet {
        var set = self
        set.isNegative.toggle()
        set.updateLow()
        return set
    }

    /// The set to which a code unit belongs with all that differ from it in case alone.
    var folded: RegexSet {
        var set = self
        set.ignoresCase = true
        set.updateLow()
        return set
    }

    /// The ranges that it consists of, as long as case counts.
    var members: [ClosedRange<UInt16>] { isNegative ? complement : ranges }

    func contains(_ unit: UInt16) -> Bool {
        if unit < 64 { return low.0 & 1 << UInt64(unit) != 0 }
        if unit < 128 { return low.1 & 1 << UInt64(unit - 64) != 0 }
        return holds(unit)
    }

    private func holds(_ unit: UInt16) -> Bool {
        guard ignoresCase else { return isInRange(unit) != isNegative }
        return unit.caseVariants.contains(where: isInRange) != isNegative
    }

    private func isInRange(_ unit: UInt16) -> Bool {
        var (start, end) = (0, ranges.count)
        while start < end {
            let middle = (start + end) / 2
            if ranges[middle].upperBound < unit { start = middle + 1 } else { end = middle }
        }
        return start < ranges.count && ranges[start].lowerBound <= unit
    }

    private mutating func updateLow() {
        low = (0, 0)
        for unit in 0..<UInt16(128) where holds(unit) {
            if unit < 64 { low.0 |= 1 << UInt64(unit) } else { low.1 |= 1 << UInt64(unit - 64) }
        }
    }

    /// The same code units in ranges that are in order and do not touch each other.
    private static func joined(_ ranges: [ClosedRange<UInt16>]) -> [ClosedRange<UInt16>] {
        var result: [ClosedRange<UInt16>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, Int(range.lowerBound) <= Int(last.upperBound) + 1 {
                let end = max(last.upperBound, range.upperBound)
                result[result.count - 1] = last.lowerBound...end
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// The ranges between the ranges.
    private var complement: [ClosedRange<UInt16>] {
        var result: [ClosedRange<UInt16>] = []
        var next: UInt32 = 0
        for range in ranges {
            if UInt32(range.lowerBound) > next {
                result.append(UInt16(next)...(range.lowerBound - 1))
            }
            next = UInt32(range.upperBound) + 1
        }
        if next <= UInt32(UInt16.max) { result.append(UInt16(next)...UInt16.max) }
        return result
    }

    static let digits = RegexSet([0x30...0x39])
    static let wordUnits = RegexSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let blanks = RegexSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
}

extension UInt16 {
    var endsLine: Bool { self == 0x0A || self == 0x0D || self == 0x2028 || self == 0x2029 }

    /// The code unit that stands for all that differ in case alone (ECMA-262, Canonicalize).
    var folded: UInt16 {
        if self < 128 { return (0x61...0x7A).contains(self) ? self - 32 : self }
        guard let scalar = Unicode.Scalar(self) else { return self }
        let upper = scalar.properties.uppercaseMapping.utf16
        guard upper.count == 1, let unit = upper.first, unit >= 128 else { return self }
        return unit
    }

    /// The code units that differ from it in case alone, as far as one mapping tells.
    var caseVariants: [UInt16] {
        guard let scalar = Unicode.Scalar(self) else { return [self] }
        let properties = scalar.properties
        let variants = [properties.uppercaseMapping, properties.lowercaseMapping].compactMap {
            $0.utf16.count == 1 ? $0.utf16.first : nil
        }
        return [self] + variants.filter { $0.folded == folded }
    }
}
