package import FoundationEssentials

/// A schedule as the store holds it: what it is, and up to where it has been run.
package struct ScheduleEntry: Sendable, Hashable {
    package var schedule: Schedule
    package var source: Source
    /// When it was first seen, in whole seconds: a rate without a start counts from here.
    package var madeAt: Date
    package var progress: Progress
    /// Another one with every change that is written.
    package var revision: Int64 = 0

    /// Where its definition stands.
    package enum Source: String, Sendable, Hashable {
        /// In the file of schedules, and is changed there.
        case file
        case api
    }

    package struct Progress: Sendable, Hashable {
        /// All times until then have been dealt with.
        package var handledUntil: Date
        /// The order of the last run that has begun.
        package var latest: OrderID?
        /// That run's time.
        package var latestAt: Date?
        /// The time that waits for that run's end.
        package var buffered: Date?
        package var started = 0
        package var skipped = 0
        package var missed = 0
        /// When it was last found that a time was missed.
        package var missedAt: Date?

        package init(handledUntil: Date) { self.handledUntil = handledUntil }
    }

    /// A schedule that is made now: what lies in the past is none of its times.
    package init(_ schedule: Schedule, from source: Source, at now: Date) {
        self.schedule = schedule
        self.source = source
        madeAt = now.wholeSecond
        // The first time of a rate is the second in which it is made.
        progress = Progress(handledUntil: now.wholeSecond.addingTimeInterval(-1))
    }

    package init(
        _ schedule: Schedule,
        from source: Source,
        madeAt: Date,
        progress: Progress,
        revision: Int64
    ) {
        self.schedule = schedule
        self.source = source
        self.madeAt = madeAt
        self.progress = progress
        self.revision = revision
    }

    /// Takes on another definition of the same name.
    ///
    /// With other times, or after it was switched off, it goes on from now: nobody asked for times that have passed.
    package mutating func take(_ changed: Schedule, from source: Source, at now: Date) {
        if changed.timing != schedule.timing || (changed.isEnabled && !schedule.isEnabled) {
            progress.handledUntil = max(
                progress.handledUntil,
                now.wholeSecond.addingTimeInterval(-1)
            )
            // One that waited before is taken up again when it is switched on.
            if changed.timing != schedule.timing { progress.buffered = nil }
        }
        if changed.timing.expression != schedule.timing.expression { madeAt = now.wholeSecond }
        (schedule, self.source) = (changed, source)
    }
}

/// What became of one time of a schedule, or of several in a row.
package struct ScheduleRun: Sendable, Hashable {
    /// The most that are kept of a schedule, the latest.
    package static let maximumCount = 100

    package var outcome: Outcome
    /// The first of the times.
    package var first: Date
    /// The last of them; the same for one.
    package var last: Date
    package var count: Int
    /// When it was dealt with.
    package var handledAt: Date
    /// The order that carries it out.
    package var order: OrderID?
    /// Why it was not begun.
    package var reason: String?

    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case started
        /// The run before it had not ended.
        case skipped
        /// It could not begin within its catch-up time.
        case missed
    }

    package init(
        _ outcome: Outcome,
        _ first: Date,
        through last: Date? = nil,
        count: Int = 1,
        handledAt: Date,
        order: OrderID? = nil,
        reason: String? = nil
    ) {
        self.outcome = outcome
        self.first = first
        self.last = last ?? first
        self.count = count
        self.handledAt = handledAt
        self.order = order
        self.reason = reason
    }
}

extension ScheduleEntry {
    /// Notes what became of the time that was next, or of the one that waited.
    package mutating func note(_ run: ScheduleRun) {
        if progress.buffered == run.first { progress.buffered = nil }
        progress.handledUntil = max(progress.handledUntil, run.last)
        switch run.outcome {
        case .started:
            progress.started += run.count
            (progress.latest, progress.latestAt) = (run.order, run.first)
        case .skipped: progress.skipped += run.count
        case .missed:
            progress.missed += run.count
            progress.missedAt = run.handledAt
        }
    }
}
