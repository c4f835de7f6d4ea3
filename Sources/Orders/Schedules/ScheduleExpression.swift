import Formats
import FoundationEssentials

/// When a schedule fires, as EventBridge Scheduler writes it: `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)` or
/// `at(2026-12-24T18:00:00)`.
///
/// Source: EventBridge Scheduler User Guide, Schedule types. `rate` counts fixed units, so `rate(1 day)` is 24 hours; the
/// other two are local times of the schedule's zone.
package struct ScheduleExpression: Sendable, Hashable {
    package let kind: Kind
    /// The expression as it was written.
    package let text: String

    package enum Kind: Sendable, Hashable {
        /// Every so many seconds.
        case rate(Int)
        case cron(CronExpression)
        /// Once, at a local time in seconds since 1970 as if it were UTC's.
        case at(Int)
    }

    /// Reads one of the three; says what is wrong with anything else, and what would be right.
    package init(_ text: String) throws(Fault) {
        do throws(Reason) {
            guard text.utf8.count <= Self.maximumLength else {
                throw Reason("it has more than \(Self.maximumLength) characters")
            }
            kind = try Self.kind(text)
            self.text = text
        } catch {
            throw Fault(text, error)
        }
    }

    /// Every so many minutes.
    init(everyMinutes minutes: Int) {
        (kind, text) = (.rate(minutes * 60), "rate(\(minutes) minutes)")
    }

    /// The most characters, as EventBridge Scheduler has it.
    private static let maximumLength = 256

    private static func kind(_ text: String) throws(Reason) -> Kind {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
            throw Reason("it is none of rate(…), cron(…) and at(…)")
        }
        let inner = String(text[open...].dropFirst().dropLast())
        switch text[..<open] {
        case "rate": return .rate(try seconds(inner))
        case "cron": return .cron(try CronExpression(inner))
        case "at": return .at(try localTime(inner))
        default: throw Reason("it is none of rate(…), cron(…) and at(…)")
        }
    }

    private static func seconds(_ text: String) throws(Reason) -> Int {
        let example = "rate(5 minutes)"
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let count = Int(words[0]), count > 0 else {
            throw Reason("a positive whole number and a unit are expected", example)
        }
        guard let unit = units[String(words[1])] else {
            throw Reason("the unit must be minute, minutes, hour, hours, day or days", example)
        }
        guard count <= maximumRate / unit else {
            throw Reason("that is more than ten years", example)
        }
        return count * unit
    }

    private static let units = [
        "minute": 60, "minutes": 60, "hour": 3_600, "hours": 3_600, "day": 86_400, "days": 86_400,
    ]
    private static let maximumRate = 3_660 * 86_400

    /// `2026-12-24T18:00:00`, in seconds as if it were UTC's.
    private static func localTime(_ text: String) throws(Reason) -> Int {
        guard text.utf8.count == 19, let date = Timestamp.date("\(text)Z") else {
            throw Reason("a local time without a zone is expected", "at(2026-12-24T18:00:00)")
        }
        return Int(date.timeIntervalSince1970)
    }

    /// What is wrong with an expression.
    package struct Fault: Error, Hashable, CustomStringConvertible {
        /// What was written, why it is refused, and what would be right.
        package let description: String

        fileprivate init(_ text: String, _ reason: Reason) {
            description =
                "the schedule \"\(text.prefix(ScheduleExpression.maximumLength))\" is not valid: \(reason.text), for example "
                + reason.example
        }
    }

    /// Why a part is refused, and an expression that is right.
    struct Reason: Error {
        var text: String
        var example: String

        init(_ text: String, _ example: String = "rate(5 minutes) or cron(0 9 ? * MON-FRI *)") {
            (self.text, self.example) = (text, example)
        }
    }
}
