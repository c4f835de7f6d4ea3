/// When a schedule fires: `rate(5 minutes)`, as EventBridge Scheduler writes it.
///
/// Source: EventBridge Scheduler User Guide, Schedule types. `rate` counts fixed units, so `rate(1 day)` is 24 hours.
package struct ScheduleExpression: Sendable, Hashable {
    /// The time between two firings.
    package let interval: Duration
    /// The expression as it was written.
    package let text: String

    /// Takes `rate(N unit)` with a unit of minute(s), hour(s) or day(s); says what is wrong with any other.
    package init(_ text: String) throws(Fault) {
        guard text.hasPrefix("rate("), text.hasSuffix(")") else {
            throw Fault(text, "only rate(N minutes|hours|days) is understood")
        }
        let words = text.dropFirst(5).dropLast().split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0 else {
            throw Fault(text, "expected a positive whole number and a unit between the brackets")
        }
        guard let unit = Self.units[String(words[1])] else {
            throw Fault(text, "the unit must be minute, minutes, hour, hours, day or days")
        }
        guard count <= Self.maximumSeconds / unit else { throw Fault(text, "longer than a year") }
        interval = .seconds(count * unit)
        self.text = text
    }

    private static let units = [
        "minute": 60, "minutes": 60, "hour": 3_600, "hours": 3_600, "day": 86_400, "days": 86_400,
    ]
    private static let maximumSeconds = 366 * 86_400

    package struct Fault: Error, Hashable, CustomStringConvertible {
        /// What was written, why it is refused, and what would be right.
        package let description: String

        init(_ text: String, _ reason: String) {
            description =
                "the schedule \"\(text)\" is not valid: \(reason), for example rate(5 minutes)"
        }
    }
}
