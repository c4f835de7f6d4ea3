extension OutputSpan<UInt8> {
    /// Two digits of a number that is not negative; those before them are left out.
    @inline(__always)
    mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Two digits, and the mark behind them.
    @inline(__always)
    mutating func append(twoDigits number: Int, then mark: Unicode.Scalar) {
        append(twoDigits: number)
        append(UInt8(ascii: mark))
    }
}
