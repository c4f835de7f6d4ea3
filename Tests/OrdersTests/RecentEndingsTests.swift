import FoundationEssentials
import Testing

@testable import Orders

/// When somebody is told that too many orders fail.
struct `The orders that ended last` {
    private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

    /// A case: how orders ended, a letter a second from noon on (s succeeded, f failed, t timed out, a aborted, h held), when
    /// they are looked at, and what is made of them.
    struct Case: Sendable, CustomTestStringConvertible {
        var endings: String
        var percent = 50
        var after: TimeInterval = 60
        var ended: Int
        var failed: Int
        var isAlarming: Bool

        var testDescription: String { "\(endings) \(percent) % after \(after) s" }
    }

    @Test(arguments: [
        Case(endings: "", ended: 0, failed: 0, isAlarming: false),
        Case(endings: "sssss", ended: 5, failed: 0, isAlarming: false),
        // Four are no pattern, five are one.
        Case(endings: "ffff", ended: 4, failed: 4, isAlarming: false),
        Case(endings: "fffff", ended: 5, failed: 5, isAlarming: true),
        Case(endings: "ttttt", ended: 5, failed: 5, isAlarming: true),
        // Half of them are in order, one more is not.
        Case(endings: "ffffffffffssssssssss", ended: 20, failed: 10, isAlarming: false),
        Case(endings: "fffffffffffsssssssss", ended: 20, failed: 11, isAlarming: true),
        Case(endings: "ssfff", ended: 5, failed: 3, isAlarming: true),
        // A person stopped them.
        Case(endings: "aaaaaaaaaaaaaaaaaaaa", ended: 0, failed: 0, isAlarming: false),
        Case(endings: "ffffffaaaaaaaaaaaaaaaaaaaa", ended: 6, failed: 6, isAlarming: true),
        Case(endings: "hhhhhh", ended: 0, failed: 0, isAlarming: false),
        // Only the last twenty count.
        Case(endings: "ffffffffffssssssssssssssssssss", ended: 20, failed: 0, isAlarming: false),
        Case(endings: "ssssssssssfffffffffffffffffffff", ended: 20, failed: 20, isAlarming: true),
        // And only for the time of the window: the first ends at noon.
        Case(endings: "fffff", after: 600, ended: 5, failed: 5, isAlarming: true),
        Case(endings: "fffff", after: 601, ended: 4, failed: 4, isAlarming: false),
        Case(endings: "fffff", after: 700, ended: 0, failed: 0, isAlarming: false),
        // With 100 nobody is told, with 0 of the first.
        Case(endings: "fffff", percent: 100, ended: 5, failed: 5, isAlarming: false),
        Case(endings: "ssssf", percent: 0, ended: 5, failed: 1, isAlarming: true),
        Case(endings: "sssss", percent: 0, ended: 5, failed: 0, isAlarming: false),
    ])
    func `alarm when more of them failed than is in order`(example: Case) {
        var recent = RecentEndings()
        for (second, letter) in example.endings.enumerated() {
            let now = Self.noon.addingTimeInterval(TimeInterval(second))
            recent.note(Self.status(letter), error: nil, at: now)
        }
        let tally = recent.tally(
            at: Self.noon.addingTimeInterval(example.after),
            RecentEndings.Limits(failedPercent: example.percent)
        )
        #expect(tally.ended == example.ended)
        #expect(tally.failed == example.failed)
        #expect(tally.isAlarming == example.isAlarming)
    }

    private static func status(_ letter: Character) -> OrderStatus {
        switch letter {
        case "f": .failed
        case "t": .timedOut
        case "a": .aborted
        case "h": .held
        default: .succeeded
        }
    }

    @Test(
        arguments: [
            (["A"], "A"), (["A", "B", "A"], "A"), (["A", "B"], "B"), (["A", "B", "B", "A"], "A"),
            ([], nil),
        ] as [([String], String?)]
    )
    func `name the error that most of them ended with`(errors: [String], most: String?) {
        var recent = RecentEndings()
        for error in errors { recent.note(.failed, error: error, at: Self.noon) }
        recent.note(.failed, error: nil, at: Self.noon)
        recent.note(.succeeded, error: nil, at: Self.noon)
        #expect(recent.tally(at: Self.noon, RecentEndings.Limits()).mostFrequentError == most)
    }

    @Test func `are counted by status and error, and errors beyond fifty as one`() {
        let ended = EndedOrders()
        for number in 1...EndedOrders.maximumErrors + 10 {
            ended.note(.failed, error: "E\(number)", at: Self.noon)
        }
        for status in [OrderStatus.failed, .timedOut] {
            ended.note(status, error: "E1", at: Self.noon)
        }
        ended.note(.succeeded, error: nil, at: Self.noon)
        #expect(ended.counts.count == EndedOrders.maximumErrors + 3)
        #expect(ended.counts[.init(status: .failed, error: "E1")] == 2)
        #expect(ended.counts[.init(status: .timedOut, error: "E1")] == 1)
        #expect(ended.counts[.init(status: .failed, error: "other")] == 10)
        #expect(ended.counts[.init(status: .succeeded, error: nil)] == 1)
    }
}
