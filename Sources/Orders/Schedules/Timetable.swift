package import Formats
package import FoundationEssentials

/// When a schedule fires: its expression on the clocks of its zone, between its start and its end.
package struct Timetable: Sendable, Hashable {
    package var expression: ScheduleExpression
    package var zone: ZoneRules
    /// From when on it fires; of a rate it is the first time.
    package var start: Date
    /// When it fires for the last time at the latest; nil: it has no end.
    package var end: Date?
    package var skipped = SkippedTime.skip
    package var repeated = RepeatedTime.once

    /// What becomes of a local time over which the clocks are set forward.
    package enum SkippedTime: String, Sendable, Hashable, CaseIterable {
        /// It does not come, as in EventBridge Scheduler.
        case skip
        /// It comes as much later as the clocks are set forward.
        case later
    }

    /// How often a local time comes that the clocks show twice.
    package enum RepeatedTime: String, Sendable, Hashable, CaseIterable {
        /// The first time alone, as in EventBridge Scheduler.
        case once
        case twice
    }

    package init(
        _ expression: ScheduleExpression,
        zone: ZoneRules = .utc,
        start: Date,
        end: Date? = nil
    ) {
        (self.expression, self.zone, self.start, self.end) = (expression, zone, start, end)
    }

    /// The times after an instant, so many of them or all that there are.
    package func times(after instant: Date, limit: Int) -> [Date] {
        Array(sequence(first: instant) { next(after: $0) }.dropFirst().prefix(limit))
    }

    /// The first time after an instant; nil when there is none any more.
    package func next(after instant: Date) -> Date? {
        // A time that is the start's own counts.
        let after = max(
            Int(instant.timeIntervalSince1970.rounded(.down)),
            Int(start.timeIntervalSince1970.rounded(.up)) - 1
        )
        let next: Int? =
            switch expression.kind {
            case .rate(let seconds): nextOfRate(seconds, after: after)
            case .at(let local): instants(of: local).first { $0 > after }
            case .cron(let cron): next(of: cron, after: after)
            }
        guard let next else { return nil }
        let date = Date(timeIntervalSince1970: Double(next))
        if let end, date > end { return nil }
        return date
    }

    private func nextOfRate(_ seconds: Int, after: Int) -> Int {
        let first = Int(start.timeIntervalSince1970.rounded(.up))
        return first + ((after - first) / seconds + (after < first ? 0 : 1)) * seconds
    }

    private func instants(of local: Int) -> [Int] {
        let instants = zone.instants(ofLocal: local)
        if instants.isEmpty, skipped == .later { return [zone.instant(ofSkippedLocal: local)] }
        return repeated == .once ? Array(instants.prefix(1)) : instants
    }

    private func next(of cron: CronExpression, after: Int) -> Int? {
        // The day before is looked at too: where the clocks are set back over midnight it goes on.
        var day =
            (after + zone.offset(at: after)).quotientAndFloorRemainder(dividingBy: 86_400).0 - 1
        while let found = cron.firstDay(from: day) {
            // On a day with two offsets, later local times may come first.
            let candidates = [found, found + 1].compactMap { candidate in
                cron.firstDay(from: candidate) == candidate
                    ? next(of: cron, on: candidate, after: after) : nil
            }
            if let next = candidates.min() { return next }
            day = found + 1
        }
        return nil
    }

    private func next(of cron: CronExpression, on day: Int, after: Int) -> Int? {
        let midnight = day * 86_400
        let offset = zone.offset(at: midnight - 86_400)
        if offset == zone.offset(at: midnight + 2 * 86_400) {
            return cron.times.lazy.map { midnight + $0 - offset }.first { $0 > after }
        }
        return cron.times.lazy.flatMap { instants(of: midnight + $0) }.filter { $0 > after }.min()
    }
}

extension Date {
    /// The second that it is in.
    package var wholeSecond: Date {
        Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down))
    }
}
