/// The instants that the formats with four digits for the year can write, in milliseconds since 1970.
///
/// One beyond them is written as the nearest of them: a text can name one, for `0000-01-01T00:00:00+01:00` lies in the
/// year before.
enum FourDigitYears {
    private static let first = -62_167_219_200_000
    private static let last = 253_402_300_799_999

    @inline(__always)
    static func nearest(toMilliseconds milliseconds: Double) -> Int {
        // Compared before it is made a whole number, which not every one of these can be.
        if milliseconds <= Double(first) { return first }
        if milliseconds >= Double(last) { return last }
        return Int(milliseconds)
    }

    @inline(__always)
    static func nearest(toMilliseconds milliseconds: Int) -> Int {
        min(max(milliseconds, first), last)
    }

    @inline(__always)
    static func nearest(toSeconds seconds: Double) -> Int {
        if seconds <= Double(first / 1000) { return first / 1000 }
        if seconds >= Double(last / 1000) { return last / 1000 }
        return Int(seconds)
    }

    @inline(__always)
    static func nearest(toSeconds seconds: Int) -> Int {
        min(max(seconds, first / 1000), last / 1000)
    }
}
