internal import FoundationEssentials

/// The `Date` field of an answer (RFC 9110 §5.6.7), in the form that every server must send.
enum HTTPDate {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else.
    static func parse(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[1].count == 2, parts[3].count == 4,
            let month = months.firstIndex(of: parts[2])
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, clock.allSatisfy({ $0.count == 2 }) else { return nil }
        let monthNumber = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        let stamp = "\(parts[3])\(monthNumber)\(parts[1])T\(clock.joined())Z"
        return SigningTime(stamp: stamp)?.date
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
