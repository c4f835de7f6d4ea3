/// The generator of `java.util.Random`: the same seed gives the same number, as it must.
struct JavaRandom {
    private var state: UInt64

    init(seed: Int) { state = (UInt64(bitPattern: Int64(seed)) ^ 0x5_DEEC_E66D) & Self.mask }

    private static let mask: UInt64 = (1 << 48) - 1

    private mutating func next() -> UInt64 {
        state = (state &* 0x5_DEEC_E66D &+ 0xB) & Self.mask
        return state >> 16
    }

    /// 0 or more and less than 1, as `nextDouble` makes it of 53 bits.
    mutating func double() -> Double {
        let high = next() >> 6
        let low = next() >> 5
        return Double(high << 27 | low) * 0x1p-53
    }

    mutating func int(in range: Range<Int>) -> Int {
        let drawn = next() << 32 | next()
        let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
        return range.lowerBound &+ Int(truncatingIfNeeded: drawn % width)
    }
}
