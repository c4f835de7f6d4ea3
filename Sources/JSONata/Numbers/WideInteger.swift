/// A whole number without sign that may have hundreds of digits.
struct WideInteger {
    /// From the least significant.
    private var limbs: [UInt32]

    init(_ value: UInt64) {
        limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    }

    mutating func multiply(by factor: UInt32) {
        var carry: UInt64 = 0
        for place in limbs.indices {
            let product = UInt64(limbs[place]) * UInt64(factor) + carry
            limbs[place] = UInt32(truncatingIfNeeded: product)
            carry = product >> 32
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
    }

    /// Divides and answers the remainder.
    private mutating func divide(by divisor: UInt32) -> UInt32 {
        var remainder: UInt64 = 0
        for place in limbs.indices.reversed() {
            let dividend = remainder << 32 | UInt64(limbs[place])
            limbs[place] = UInt32(truncatingIfNeeded: dividend / UInt64(divisor))
            remainder = dividend % UInt64(divisor)
        }
        while limbs.last == 0 { limbs.removeLast() }
        return UInt32(remainder)
    }

    /// The digits from 0 to 9, the most significant first; none for zero.
    var decimalDigits: [UInt8] {
        var rest = self
        var digits: [UInt8] = []
        while rest.limbs.contains(where: { $0 != 0 }) {
            var group = rest.divide(by: 1_000_000_000)
            for _ in 0..<9 {
                digits.append(UInt8(group % 10))
                group /= 10
            }
        }
        while digits.last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}
