import FoundationEssentials
import Testing

@testable import Orders

/// How a provider is called: a table of moments.
struct `The pace of a provider` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    @Test func `keeps to so many calls at a time`() {
        var pace = Pace(ProviderGate.Limits(concurrency: 2))
        #expect(pace.admit(at: Self.at(0)) == .go)
        #expect(pace.admit(at: Self.at(0)) == .go)
        #expect(pace.admit(at: Self.at(0)) == .full)
        pace.end(.answered, at: Self.at(1))
        #expect(pace.admit(at: Self.at(1)) == .go)
    }

    @Test func `keeps to so many calls a second, without a burst after a pause`() {
        var pace = Pace(ProviderGate.Limits(rate: 4))
        #expect(pace.admit(at: Self.at(0)) == .go)
        #expect(pace.admit(at: Self.at(0)) == .wait(0.25))
        #expect(pace.admit(at: Self.at(0.25)) == .go)
        #expect(pace.admit(at: Self.at(10)) == .go)
        #expect(pace.admit(at: Self.at(10)) == .wait(0.25))
    }

    @Test func `counts a call for as many as it is sent to`() {
        var pace = Pace(ProviderGate.Limits(rate: 4))
        #expect(pace.admit(at: Self.at(0), weight: 3) == .go)
        #expect(pace.admit(at: Self.at(0.5)) == .wait(0.25))
        #expect(pace.admit(at: Self.at(0.75)) == .go)
    }

    @Test func `keeps to the least of what was set and what the provider allows`() {
        var pace = Pace(ProviderGate.Limits(rate: 4))
        pace.allowed = 2
        #expect(pace.currentRate == 2)
        #expect(pace.admit(at: Self.at(0)) == .go)
        #expect(pace.admit(at: Self.at(0)) == .wait(0.5))
        pace.allowed = 8
        #expect(pace.currentRate == 4)
        pace.allowed = nil
        #expect(pace.currentRate == 4)
    }

    @Test(arguments: [(0.9, 1), (12.6, 1), (12.6, 3)])
    func `keeps to what the provider allows after a throttle as well`(
        allowed: Double,
        weight: Int
    ) {
        var pace = Pace(ProviderGate.Limits())
        pace.allowed = allowed
        var now = 0.0
        var sent = 0.0
        var isFirst = true
        // Calls one after the other, each answered after 50 ms, for five minutes after the first was throttled.
        while now < 300 {
            switch pace.admit(at: Self.at(now), weight: weight) {
            case .go:
                now += 0.05
                pace.end(isFirst ? .throttled(nil) : .answered, at: Self.at(now))
                if !isFirst { sent += Double(weight) }
                isFirst = false
            case .wait(let seconds): now += max(seconds, 0.001)
            case .full: Issue.record("nobody else calls")
            }
        }
        #expect(sent <= 300 * allowed + Double(weight))
        #expect(sent > 300 * allowed * 0.5)
    }

    @Test func `at a rate has room for one call, and only when its slot has come`() {
        var pace = Pace(ProviderGate.Limits(concurrency: 8, rate: 4))
        #expect(pace.room(at: Self.at(0)) == (1, true))
        #expect(pace.admit(at: Self.at(0)) == .go)
        #expect(pace.room(at: Self.at(0.1)) == (0, true))
        #expect(pace.room(at: Self.at(0.25)) == (1, true))
    }

    @Test func `rests after a throttle, then lets one call try`() {
        var pace = Pace(ProviderGate.Limits())
        for _ in 0..<10 { #expect(pace.admit(at: Self.at(0)) == .go) }
        for _ in 0..<10 { pace.end(.throttled(nil), at: Self.at(0)) }
        #expect(pace.admit(at: Self.at(0.5)) == .wait(0.5))
        #expect(pace.admit(at: Self.at(1)) == .go)
        #expect(pace.admit(at: Self.at(1)) == .full)
        pace.end(.throttled(nil), at: Self.at(1))
        #expect(pace.admit(at: Self.at(1)) == .wait(1), "the second rest is no longer")
        #expect(pace.admit(at: Self.at(2)) == .go)
        pace.end(.answered, at: Self.at(2))
        #expect(pace.rest(at: Self.at(2)) == nil)
        #expect(pace.currentRate.map { $0 < 2 } == true, "and from there the rate grows")
    }

    @Test func `rests as long as it is told to, and half a minute at most of its own`() {
        var pace = Pace(ProviderGate.Limits())
        _ = pace.admit(at: Self.at(0))
        pace.end(.throttled(90), at: Self.at(0))
        #expect(pace.rest(at: Self.at(0)) == Self.at(90))
        var now = 90.0
        for _ in 0..<10 {
            #expect(pace.admit(at: Self.at(now)) == .go)
            pace.end(.throttled(nil), at: Self.at(now))
            guard case .wait(let seconds) = pace.admit(at: Self.at(now)) else {
                Issue.record("it does not rest at \(now)")
                return
            }
            #expect(seconds <= Pace.maximumRest)
            now += seconds
        }
    }

    @Test func `rests a quarter of an hour at most when it is told to rest for years`() {
        var pace = Pace(ProviderGate.Limits())
        _ = pace.admit(at: Self.at(0))
        pace.end(.throttled(4_000_000_000), at: Self.at(0))
        #expect(pace.rest(at: Self.at(0)) == Self.at(Pace.maximumAskedRest))
    }

    @Test func `goes on when the clock is set back by an hour`() {
        var limits = ProviderGate.Limits()
        limits.rate = 1
        var pace = Pace(limits)
        #expect(pace.admit(at: Self.at(3_600)) == .go)
        #expect(pace.admit(at: Self.at(0)) == .go)
        pace.end(.throttled(90), at: Self.at(3_600))
        pace.end(.answered, at: Self.at(0))
        #expect(pace.admit(at: Self.at(0)) == .go)
    }

    @Test func `keeps its rest from a caller whose time is a little older`() {
        var pace = Pace(ProviderGate.Limits())
        _ = pace.admit(at: Self.at(100))
        pace.end(.throttled(90), at: Self.at(100))
        #expect(pace.admit(at: Self.at(99)) == .wait(91))
    }

    @Test func `rests when call after call comes to nothing, not after one`() {
        var pace = Pace(ProviderGate.Limits())
        for index in 1...Pace.maximumFailures {
            #expect(pace.admit(at: Self.at(0)) == .go)
            pace.end(.failed, at: Self.at(0))
            #expect((pace.rest(at: Self.at(0)) != nil) == (index == Pace.maximumFailures))
        }
    }

    @Test func `is open to twice as many with each round once a try has gone well`() {
        var pace = Pace(ProviderGate.Limits(concurrency: 20))
        for _ in 1...Pace.maximumFailures { _ = pace.admit(at: Self.at(0)) }
        for _ in 1...Pace.maximumFailures { pace.end(.unavailable, at: Self.at(0)) }
        var rounds: [Int] = []
        for round in 1...6 {
            let now = Self.at(Double(round))
            var calls = 0
            while pace.admit(at: now) == .go { calls += 1 }
            #expect(pace.room(at: now).calls == 0)
            for _ in 0..<calls { pace.end(.answered, at: now) }
            rounds.append(calls)
        }
        #expect(rounds == [1, 2, 4, 8, 16, 20])
    }

    /// A rest of a second for each minute of the outage, so that trying does not go on for ever at one pace; what
    /// certainly came to nothing did no harm.
    @Test(arguments: [
        (Pace.Outcome.failed, [(30.0, 1.0), (60, 1), (600, 10), (1_800, 30), (86_400, 30)]),
        (.throttled(nil), [(30, 1), (60, 1), (600, 10), (1_800, 30), (86_400, 30)]),
        (.unavailable, [(30, 1), (60, 1), (600, 1), (86_400, 1)]),
    ])
    func `is tried after a while that grows with the outage`(
        outcome: Pace.Outcome,
        rests: [(outage: Double, rest: Double)]
    ) {
        for (outage, rest) in rests {
            var pace = Pace(ProviderGate.Limits())
            for _ in 1...Pace.maximumFailures { _ = pace.admit(at: Self.at(0)) }
            for _ in 1...Pace.maximumFailures { pace.end(outcome, at: Self.at(0)) }
            #expect(pace.admit(at: Self.at(outage)) == .go)
            #expect(pace.admit(at: Self.at(outage)) == .full, "one at a time")
            pace.end(outcome, at: Self.at(outage))
            #expect(pace.rest(at: Self.at(outage)) == Self.at(outage + rest))
        }
    }

    @Test func `does not rest longer for what was on its way when the rest began`() {
        var pace = Pace(ProviderGate.Limits())
        for _ in 0..<10 { _ = pace.admit(at: Self.at(0)) }
        for index in 0..<10 { pace.end(.failed, at: Self.at(Double(index) / 10)) }
        #expect(pace.rest(at: Self.at(1)) == Self.at(0.2 + Pace.rest))
    }

    /// How calls went: when each ended, in seconds, and whether well.
    private typealias Calls = [(at: Double, isGood: Bool)]

    /// A provider that answers within 20 ms, called as often as the pace admits it, but no more than `demand` times a
    /// second until the outage is over.
    private static func calls(
        demand: Double,
        outage: ClosedRange<Double>,
        as outcome: Pace.Outcome
    ) -> Calls {
        var pace = Pace(ProviderGate.Limits(concurrency: 32))
        var calls: Calls = []
        var ends: [Double] = []
        var begun = 0.0
        for step in 0...Int((outage.upperBound + 10) * 500) {
            let now = Double(step) / 500
            while let end = ends.first, end <= now {
                ends.removeFirst()
                let isGood = !outage.contains(end)
                pace.end(isGood ? .answered : outcome, at: at(now))
                calls.append((now, isGood))
            }
            while now > outage.lowerBound || begun < now * demand {
                guard pace.admit(at: at(now)) == .go else { break }
                begun += 1
                ends.append(now + 0.02)
            }
        }
        return calls
    }

    @Test(
        arguments: [Pace.Outcome.throttled(nil), .failed, .unavailable],
        [(3.0, 20.0), (5, 60), (20, 20), (100, 20), (100, 60), (400, 45)]
    )
    func `is found within two seconds of its return and busy as before within five`(
        outcome: Pace.Outcome,
        outage: (demand: Double, seconds: Double)
    ) throws {
        let end = 3 + outage.seconds
        let calls = Self.calls(demand: outage.demand, outage: 3...end, as: outcome)
        let tries = calls.count { !$0.isGood }
        #expect(Double(tries) <= 33 + outage.seconds, "one try a second, and what was on its way")
        let good = calls.filter { $0.isGood && $0.at > end }
        #expect(try #require(good.first).at < end + 2)
        let rates = (0...50).map { tenth in
            let from = end + Double(tenth) / 10
            return Double(good.count { $0.at >= from && $0.at < from + 1 })
        }
        #expect(rates.contains { $0 >= outage.demand }, "\(rates)")
    }

    @Test
    func `is called often within five seconds when nobody knows how much it takes`() {
        let calls = Self.calls(demand: 1_000, outage: 0...20, as: .throttled(nil))
        let fast = calls.count { $0.at > 24 && $0.at <= 25 }
        #expect(fast > 90)
        let tries = calls.count { !$0.isGood }
        #expect(tries <= 32 + 20)
    }

    @Test func `is left alone for as long as it asked, and not a second longer`() {
        let calls = Self.calls(demand: 100, outage: 3...4, as: .throttled(7))
        let after = calls.filter { $0.at > 4 }
        #expect(after.first.map { $0.at > 10 && $0.at < 10.2 } == true)
        #expect(after.count { $0.at > 13 && $0.at <= 14 } > 90)
    }

    @Test func `is not asked for much more than it takes`() {
        var pace = Pace(ProviderGate.Limits())
        var (good, refused) = (0, 0)
        // It takes 14 calls in any second.
        var taken: [Double] = []
        for step in 0..<60_000 {
            let now = Double(step) / 1_000
            guard pace.admit(at: Self.at(now)) == .go else { continue }
            taken.removeAll { $0 <= now - 1 }
            let isGood = taken.count < 14
            if isGood { taken.append(now) }
            (good, refused) = isGood ? (good + 1, refused) : (good, refused + 1)
            pace.end(isGood ? .answered : .throttled(nil), at: Self.at(now))
        }
        #expect(good > 60 * 14 / 2)
        #expect(refused * 10 < good)
    }

    @Test func `goes back to no limit once the provider keeps up`() {
        var pace = Pace(ProviderGate.Limits())
        _ = pace.admit(at: Self.at(0))
        pace.end(.throttled(nil), at: Self.at(0))
        var now = 1.0
        var calls = 0
        while pace.currentRate != nil, calls < 100_000 {
            switch pace.admit(at: Self.at(now)) {
            case .go:
                pace.end(.answered, at: Self.at(now))
                calls += 1
            case .wait(let seconds): now += seconds + 1e-6
            case .full: Issue.record("nobody is calling")
            }
        }
        #expect(pace.currentRate == nil)
    }

    @Test func `that was not called is as it was`() {
        var pace = Pace(ProviderGate.Limits(concurrency: 1))
        for _ in 0..<5 {
            #expect(pace.admit(at: Self.at(0)) == .go)
            pace.end(.notMade, at: Self.at(0))
        }
        #expect(pace.rest(at: Self.at(0)) == nil)
    }
}

struct `The flow of orders` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `is what the last minute shows`() {
        var meter = FlowMeter()
        #expect(meter.ended == 0)
        for second in 0...100 {
            let now = Self.start.addingTimeInterval(Double(second))
            meter.note(backlog: 1_000 + second * 2, ended: second * 5, at: now)
        }
        #expect(meter.ended == 5)
        #expect(meter.accepted == 7)
        #expect(meter.wait(for: 100) == 20)
        #expect(meter.wait(for: 1) == 1)
        #expect(meter.wait(for: 1_000_000) == 600)
    }

    @Test func `begins anew when the clock is set back`() {
        var meter = FlowMeter()
        meter.note(backlog: 0, ended: 0, at: Self.start)
        meter.note(backlog: 0, ended: 10, at: Self.start.addingTimeInterval(10))
        meter.note(backlog: 0, ended: 20, at: Self.start.addingTimeInterval(-3_600))
        #expect(meter.ended == 0)
        #expect(meter.wait(for: 5) == 60)
    }
}
