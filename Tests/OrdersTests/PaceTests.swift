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
        #expect(pace.admit(at: Self.at(1)) == .wait(2), "the second rest is longer")
        #expect(pace.admit(at: Self.at(3)) == .go)
        pace.end(.answered, at: Self.at(3))
        #expect(pace.rest(at: Self.at(3)) == nil)
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

/// How fast orders come and go.
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
