import Foundation

extension Double {
    /// Three figures at least, and commas between thousands: `2,931`, `48.2`, `0.41`.
    var readable: String {
        switch abs(self) {
        case 100...: grouped
        case 10..<100: String(format: "%.1f", self)
        default: String(format: "%.2f", self)
        }
    }

    /// As a whole number, with commas between thousands.
    var grouped: String {
        let digits = String(Int(rounded()).magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}
