package import FoundationEssentials

/// How fast orders come and go, from readings of two numbers that somebody takes now and then.
package struct FlowMeter: Sendable {
    /// How far back the rates look.
    package static let span: TimeInterval = 60
    /// The longest and the shortest wait that is asked for, in seconds.
    static let waits = 1...600

    private var readings: [Reading] = []

    private struct Reading {
        var at: Date
        var backlog: Int
        var ended: Int
    }

    package init() {}

    /// Takes a reading: how many orders wait, and how many have ended since the start.
    package mutating func note(backlog: Int, ended: Int, at now: Date) {
        // A clock that was set back makes earlier readings worthless.
        if let last = readings.last, last.at >= now { readings = [] }
        readings.append(Reading(at: now, backlog: backlog, ended: ended))
        readings.removeAll { now.timeIntervalSince($0.at) > Self.span }
    }

    /// Orders that ended a second.
    package var ended: Double { rate { Double($0.ended) } }

    /// Orders that were accepted a second: what ended and what was added to the backlog.
    package var accepted: Double { max(0, rate { Double($0.ended + $0.backlog) }) }

    private func rate(_ value: (Reading) -> Double) -> Double {
        guard let first = readings.first, let last = readings.last, last.at > first.at else {
            return 0
        }
        return (value(last) - value(first)) / last.at.timeIntervalSince(first.at)
    }

    /// After how many seconds that many orders will have ended at the present rate.
    package func wait(for orders: Int) -> Int {
        guard ended > 0 else { return 60 }
        let seconds = (Double(orders) / ended).rounded(.up)
        return Int(min(max(seconds, Double(Self.waits.lowerBound)), Double(Self.waits.upperBound)))
    }
}
