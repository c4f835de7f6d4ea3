import Formats
package import FoundationEssentials

/// What is to be done for a schedule next.
package enum ScheduleTurn: Sendable, Hashable {
    /// The run of that time begins.
    case start(Date)
    /// Times that are not run.
    case pass(ScheduleRun.Outcome, first: Date, last: Date, count: Int, reason: Reason)
    /// That time waits for the end of the run before it.
    case buffer(Date)
    /// Nothing until then; a time that waits is asked about again meanwhile.
    case rest(until: Date?)
    /// It has no times any more.
    case end

    package enum Reason: Sendable, Hashable {
        case overlap
        case late
        /// The store is a copy of an earlier time: what was run after that is not known.
        case restored
    }
}

extension ScheduleEntry {
    /// The order whose end has to be known before the next turn; nil: it does not matter.
    package func latestThatMatters(at now: Date, _ timetable: Timetable) -> OrderID? {
        guard schedule.isEnabled, schedule.overlap != .allow, let latest = progress.latest else {
            return nil
        }
        if progress.buffered != nil { return latest }
        let isDue = timetable.next(after: progress.handledUntil).map { $0 <= now } ?? false
        return isDue ? latest : nil
    }

    /// What comes next; whether the run before it goes on matters where `latestThatMatters` names it.
    ///
    /// Times until `restoredAt` are never run: the store is a copy that does not know what was run.
    package func turn(
        at now: Date,
        _ timetable: Timetable,
        latestRuns: Bool,
        restoredAt: Date? = nil
    ) -> ScheduleTurn {
        guard schedule.isEnabled else { return .rest(until: nil) }
        let oldest = now.addingTimeInterval(-Double(schedule.catchUp))
        if let buffered = progress.buffered {
            if let restoredAt, buffered <= restoredAt {
                return .pass(.missed, first: buffered, last: buffered, count: 1, reason: .restored)
            }
            if buffered < oldest {
                return .pass(.missed, first: buffered, last: buffered, count: 1, reason: .late)
            }
            if !latestRuns { return .start(buffered) }
        }
        guard let next = timetable.next(after: progress.handledUntil) else {
            return progress.buffered == nil ? .end : .rest(until: nil)
        }
        guard next <= now else { return .rest(until: next) }
        if let restoredAt, next <= restoredAt {
            return pass(.missed, from: next, timetable, .restored) { $0 <= min(restoredAt, now) }
        }
        if next < oldest { return pass(.missed, from: next, timetable, .late) { $0 < oldest } }
        if schedule.overlap == .allow || !latestRuns { return .start(next) }
        if schedule.overlap == .bufferOne, progress.buffered == nil { return .buffer(next) }
        return pass(.skipped, from: next, timetable, .overlap) { $0 <= now }
    }

    /// The times that have come and were not run before others take their place, the one that waits among them; nil when there
    /// are none.
    package func overtaken(at now: Date, _ timetable: Timetable) -> ScheduleRun? {
        guard schedule.isEnabled else { return nil }
        var (first, last, count) = (progress.buffered, progress.buffered, 0)
        if first != nil { count = 1 }
        if let next = timetable.next(after: progress.handledUntil), next <= now,
            case .pass(_, _, let end, let passed, _) = pass(
                .missed,
                from: next,
                timetable,
                .late,
                while: { $0 <= now }
            )
        {
            (first, last, count) = (first ?? next, end, count + passed)
        }
        guard let first, let last else { return nil }
        return ScheduleRun(
            .missed,
            first,
            through: last,
            count: count,
            handledAt: now,
            reason: "its times were changed before these were run"
        )
    }

    /// The times from one on for which the condition holds, as many as are told at once.
    private func pass(
        _ outcome: ScheduleRun.Outcome,
        from first: Date,
        _ timetable: Timetable,
        _ reason: ScheduleTurn.Reason,
        while holds: (Date) -> Bool
    ) -> ScheduleTurn {
        var (last, count) = (first, 1)
        while count < Self.maximumPassed, let next = timetable.next(after: last), holds(next) {
            (last, count) = (next, count + 1)
        }
        return .pass(outcome, first: first, last: last, count: count, reason: reason)
    }

    /// So many times are passed over at once: the engine's loop has others to serve.
    static let maximumPassed = 1_000
}
