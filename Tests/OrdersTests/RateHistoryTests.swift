import FoundationEssentials
import Testing

@testable import Orders

struct `The rates of the last hour` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    /// A history with a reading for each second.
    private static func history(
        seconds: Int,
        from offset: TimeInterval = 0,
        _ reading: (Int) -> RateHistory.Reading
    ) -> RateHistory {
        var history = RateHistory()
        for second in 0...seconds {
            history.note(reading(second), at: start.addingTimeInterval(offset + Double(second)))
        }
        return history
    }

    @Test func `are samples of ten seconds, the oldest first`() {
        let history = Self.history(seconds: 25) { second in
            RateHistory.Reading(
                backlog: 100 + second * 2,
                succeeded: second * 5,
                failed: second,
                ended: second * 7
            )
        }
        #expect(
            history.samples
                == [10, 20].map { second in
                    RateHistory.Sample(
                        at: Self.start.addingTimeInterval(second),
                        accepted: 9,
                        succeeded: 5,
                        failed: 1,
                        backlog: 100 + Int(second) * 2
                    )
                }
        )
    }

    @Test func `end at the clock's tens, whenever the first reading was`() {
        let history = Self.history(seconds: 20, from: 7) { second in
            RateHistory.Reading(backlog: second, succeeded: 0, failed: 0, ended: 0)
        }
        #expect(history.samples.map { $0.at.timeIntervalSince(Self.start) } == [10, 20])
        #expect(history.samples.map(\.accepted) == [1, 1])
    }

    @Test func `are the mean of the time without readings`() {
        var history = RateHistory()
        let none = RateHistory.Reading(backlog: 0, succeeded: 0, failed: 0, ended: 0)
        history.note(none, at: Self.start)
        let many = RateHistory.Reading(backlog: 0, succeeded: 60, failed: 0, ended: 60)
        history.note(many, at: Self.start.addingTimeInterval(60))
        #expect(history.samples.map(\.succeeded) == [1])
        #expect(history.samples.map(\.accepted) == [1])
    }

    @Test func `are kept for an hour, and one sample more makes the oldest go`() {
        let history = Self.history(seconds: 3_610) { second in
            RateHistory.Reading(backlog: second, succeeded: 0, failed: 0, ended: 0)
        }
        #expect(history.samples.count == RateHistory.maximumCount)
        #expect(history.samples.first?.at == Self.start.addingTimeInterval(20))
        #expect(history.samples(after: Self.start.addingTimeInterval(3_590)).count == 2)
        #expect(history.samples(after: Self.start.addingTimeInterval(3_610)).isEmpty)
    }

    @Test func `lose what is still to come when the clock is set back, and are never below 0`() {
        var history = Self.history(seconds: 30) { second in
            RateHistory.Reading(backlog: second, succeeded: 0, failed: 0, ended: 0)
        }
        let empty = RateHistory.Reading(backlog: 0, succeeded: 0, failed: 0, ended: 0)
        history.note(empty, at: Self.start.addingTimeInterval(15))
        #expect(history.samples.map { $0.at.timeIntervalSince(Self.start) } == [10])
        history.note(empty, at: Self.start.addingTimeInterval(20))
        #expect(history.samples.map(\.accepted) == [1, 0])
        var emptied = Self.history(seconds: 0) { _ in
            RateHistory.Reading(backlog: 9, succeeded: 0, failed: 0, ended: 0)
        }
        emptied.note(empty, at: Self.start.addingTimeInterval(10))
        #expect(emptied.samples.map(\.accepted) == [0])
    }
}
