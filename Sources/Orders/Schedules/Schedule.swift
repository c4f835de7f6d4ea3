package import Formats
package import FoundationEssentials
package import JSON

/// What is run again and again, or once: when, what with, and what becomes of times at which it cannot be run.
///
/// Source of what it has in common with AWS's: EventBridge Scheduler User Guide; API reference, CreateSchedule.
package struct Schedule: Sendable, Hashable {
    /// The most schedules of a service.
    package static let maximumCount = 1_000
    /// The most bytes of all their documents: they are read whenever one is looked for that is due.
    package static let maximumSize = 16 << 20

    package let name: ScheduleName
    package var timing: Timing
    package var isEnabled = true
    /// Whether it is deleted once its last run has begun.
    package var isDeletedAfterCompletion = false
    package var target: Target
    /// What each run is given, before the keywords in it are replaced: `ScheduleRun.input(of:)`.
    package var input: JSONValue = .object(JSONObject())
    package var retry = Retry()
    /// The URL of the queue that gets what could not be run.
    package var deadLetterQueue: String?
    package var overlap = Overlap.allow
    /// How many seconds after its time a run may still begin; what could not begin until then is missed.
    package var catchUp = 86_400

    package init(_ name: ScheduleName, _ timing: Timing, _ target: Target) {
        (self.name, self.timing, self.target) = (name, timing, target)
    }

    /// When it is run.
    package struct Timing: Sendable, Hashable {
        package var expression: ScheduleExpression
        package var timeZone = "UTC"
        package var start: Date?
        package var end: Date?
        package var skipped = Timetable.SkippedTime.skip
        package var repeated = Timetable.RepeatedTime.once
        /// Within how many minutes after its time a run begins; 0: at its time.
        package var flexibleWindow = 0

        package init(_ expression: ScheduleExpression) { self.expression = expression }

        /// Its times on the clocks of its zone; a rate without a start begins when the schedule is made.
        package func timetable(in zone: ZoneRules, madeAt: Date) -> Timetable {
            var timetable = Timetable(
                expression,
                zone: zone,
                start: start ?? madeAt.wholeSecond,
                end: end
            )
            (timetable.skipped, timetable.repeated) = (skipped, repeated)
            // EventBridge Scheduler passes over both for a single time.
            if case .at = expression.kind { (timetable.start, timetable.end) = (.distantPast, nil) }
            return timetable
        }
    }

    /// What is run.
    package enum Target: Sendable, Hashable {
        /// A workflow, by its name.
        case workflow(String)
        /// A function, by its name or its ARN.
        case function(String)
    }

    /// How often a function that fails is called again, and how long; a workflow has its own `Retry`.
    package struct Retry: Sendable, Hashable {
        /// Beside the first; as many as Lambda makes of an asynchronous invocation.
        package var maximumAttempts = 2
        /// Since the first, in seconds.
        package var maximumAge = 86_400

        package init() {}
    }

    /// What becomes of a time that comes while the run before it has not ended.
    package enum Overlap: String, Sendable, Hashable, CaseIterable {
        /// It is passed over.
        case skip
        /// The first such time is run when that run has ended; others are passed over.
        case bufferOne = "buffer-one"
        /// It is run beside the other, as in EventBridge Scheduler.
        case allow
    }
}

/// 1 to 64 of `A-Z a-z 0-9 . _ -`, as EventBridge Scheduler has it; but neither `.` nor `..`, which no path could hold.
package struct ScheduleName: Sendable, Hashable, Comparable, CustomStringConvertible {
    package static let maximumLength = 64
    package static let rule =
        "1 to \(maximumLength) of A-Z a-z 0-9 . _ - (but neither \".\" nor \"..\")"

    package let text: String
    package var description: String { text }

    package init?(_ text: String) {
        guard text.utf8.count <= Self.maximumLength, OrderNumber(text) != nil else { return nil }
        self.text = text
    }

    package static func < (left: ScheduleName, right: ScheduleName) -> Bool {
        left.text < right.text
    }
}
