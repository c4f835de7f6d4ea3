package import FoundationEssentials

/// How fast orders came and went in the last hour: a sample for every ten seconds, made of readings that somebody takes more
/// often.
package struct RateHistory: Sendable {
    /// Seconds of a sample.
    package static let step = 10
    /// Samples that are kept; the oldest make room.
    package static let maximumCount = 360

    /// Ten seconds, or more where nobody took a reading for longer.
    package struct Sample: Sendable, Equatable {
        /// When it ended.
        package var at: Date
        /// Orders a second that came, or were run again.
        package var accepted: Double
        package var succeeded: Double
        /// Orders a second that failed or timed out.
        package var failed: Double
        /// How many were accepted and not finished at its end.
        package var backlog: Int
    }

    /// What is counted at one time.
    package struct Reading: Sendable, Equatable {
        /// How many orders are accepted and not finished.
        package var backlog: Int
        /// How many orders have succeeded since the start of the process, as the following count too.
        package var succeeded: Int
        /// How many have failed or timed out.
        package var failed: Int
        /// How many have ended, in whatever way.
        package var ended: Int

        package init(backlog: Int, succeeded: Int, failed: Int, ended: Int) {
            self.backlog = backlog
            (self.succeeded, self.failed, self.ended) = (succeeded, failed, ended)
        }
    }

    /// Oldest first.
    package private(set) var samples: [Sample] = []
    private var start: (reading: Reading, at: Date)?

    package init() {}

    /// Takes a reading, which ends a sample when it is the first one within another ten seconds of the clock.
    package mutating func note(_ reading: Reading, at now: Date) {
        guard let start, start.at <= now else {
            // A clock that was set back has samples of times that are still to come.
            samples.removeAll { $0.at > now }
            self.start = (reading, now)
            return
        }
        guard Self.span(of: now) > Self.span(of: start.at) else { return }
        samples.append(Sample(from: start.reading, to: reading, since: start.at, at: now))
        if samples.count > Self.maximumCount { samples.removeFirst() }
        self.start = (reading, now)
    }

    /// The samples that ended later than that, oldest first.
    package func samples(after time: Date) -> ArraySlice<Sample> {
        samples.drop { $0.at <= time }
    }

    /// Which ten seconds they are.
    private static func span(of time: Date) -> Double {
        (time.timeIntervalSince1970 / Double(step)).rounded(.down)
    }
}

extension RateHistory.Sample {
    fileprivate init(
        from first: RateHistory.Reading,
        to last: RateHistory.Reading,
        since start: Date,
        at end: Date
    ) {
        let seconds = end.timeIntervalSince(start)
        func rate(_ count: Int) -> Double { max(0, Double(count)) / seconds }
        at = end
        accepted = rate(last.ended + last.backlog - first.ended - first.backlog)
        succeeded = rate(last.succeeded - first.succeeded)
        failed = rate(last.failed - first.failed)
        backlog = last.backlog
    }
}
