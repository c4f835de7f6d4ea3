internal import Formats

/// The value of the Date field (RFC 9110 §6.6.1), written once a second.
struct DateField {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    private(set) var text: [UInt8] = []
    private var second = Int.min

    init() {}

    init(_ secondsSinceEpoch: Int) {
        update(secondsSinceEpoch)
    }

    /// Brings the text up to date; seconds since 1970.
    mutating func update(_ secondsSinceEpoch: Int) {
        guard secondsSinceEpoch != second else { return }
        second = secondsSinceEpoch
        text = HTTPDate.text(secondsSince1970: secondsSinceEpoch)
    }
}
