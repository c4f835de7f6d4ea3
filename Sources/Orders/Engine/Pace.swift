import FoundationEssentials

/// How fast a provider is called: decides who may call it now, from what became of earlier calls.
///
/// One refusal for going too fast slows the provider as a whole: it rests, then one call tries it, and from there the rate
/// grows again. Each order waiting on its own would send the same storm again and again.
struct Pace {
    private let limits: ProviderGate.Limits
    private var inFlight = 0
    /// When the next call fits the rate.
    private var nextSlot = Date.distantPast
    /// Until when nobody calls.
    private var restsUntil = Date.distantPast
    /// How often it had to rest without a call that went well in between.
    private var rests = 0
    /// Calls that came to nothing, in a row.
    private var failures = 0
    /// Calls a second that the provider is trusted with; nil while it has not complained.
    private var rate: Double?
    private var sends = Sends()

    /// The latest instant seen so far.
    private var latest = Date.distantPast

    /// The longest rest that we choose ourselves.
    static let maximumRest: TimeInterval = 30
    /// The longest rest that a provider may ask for.
    static let maximumAskedRest = ProviderGate.longestRest
    /// Calls that come to nothing in a row, before it rests.
    static let maximumFailures = 3
    /// The least rate, in calls a second.
    static let minimumRate = 0.5

    init(_ limits: ProviderGate.Limits) { self.limits = limits }

    enum Admission: Equatable {
        case go
        /// As many are calling as may: somebody has to end first.
        case full
        case wait(TimeInterval)
    }

    /// How a call ended, as far as the provider's strength goes.
    enum Outcome: Equatable {
        /// It was answered, well or with a refusal of what was sent.
        case answered
        /// It was refused for going too fast; after so many seconds it may be tried again, if that was said.
        case throttled(TimeInterval?)
        /// The provider was out of reach or did not answer in time.
        case failed
        /// It was not made.
        case notMade
    }

    /// How many calls a second are let through; nil when there is no limit.
    var currentRate: Double? {
        guard let rate else { return limits.rate }
        return limits.rate.map { min($0, rate) } ?? rate
    }

    /// Until when it rests, if it does.
    func rest(at now: Date) -> Date? { restsUntil > now ? restsUntil : nil }

    /// How many calls may begin now, and whether others may wait behind them.
    func room(at now: Date) -> (calls: Int, isOpen: Bool) {
        guard rest(at: now) == nil else { return (0, false) }
        guard rests == 0 else { return (max(0, 1 - inFlight), false) }
        let calls = max(0, limits.concurrency - inFlight)
        // At a rate one call fits a slot; those who wait already have the later ones.
        guard currentRate != nil else { return (calls, true) }
        return (nextSlot <= now ? min(calls, 1) : 0, true)
    }

    mutating func admit(at now: Date) -> Admission {
        heedClock(now)
        guard restsUntil <= now else { return .wait(restsUntil.timeIntervalSince(now)) }
        // After a rest one call tries whether it has recovered.
        guard inFlight < (rests > 0 ? 1 : limits.concurrency) else { return .full }
        if let rate = currentRate {
            // A slot that nobody used is lost, so that no burst follows a pause.
            let slot = max(nextSlot, now)
            guard slot <= now else { return .wait(slot.timeIntervalSince(now)) }
            nextSlot = slot.addingTimeInterval(1 / rate)
        }
        inFlight += 1
        return .go
    }

    /// When the clock was set back, what was due by it before is due now.
    ///
    /// A few seconds back are only a caller that asked for the time earlier than another.
    private mutating func heedClock(_ now: Date) {
        let isSetBack = latest.timeIntervalSince(now) > 10
        if isSetBack { (nextSlot, restsUntil) = (now, now) }
        latest = isSetBack ? now : max(latest, now)
    }

    mutating func end(_ outcome: Outcome, at now: Date) {
        heedClock(now)
        inFlight -= 1
        switch outcome {
        case .notMade: return
        case .answered:
            (failures, rests) = (0, 0)
            sends.note(at: now)
            // One more call a second for every ten seconds' worth of good answers.
            if let rate { self.rate = rate > limits.maximumRate ? nil : rate + 0.1 }
        case .throttled(let retryAfter):
            slowDown(at: now)
            rest(retryAfter, at: now)
        case .failed:
            failures += 1
            if failures >= Self.maximumFailures { rest(nil, at: now) }
        }
    }

    private mutating func slowDown(at now: Date) {
        guard restsUntil <= now else { return }
        let recent = max(sends.perSecond(at: now), Self.minimumRate)
        rate = max(Self.minimumRate, min(rate ?? recent, recent) * 0.7)
    }

    /// What was on its way together is refused together, and counts as one.
    private mutating func rest(_ asked: TimeInterval?, at now: Date) {
        if restsUntil <= now { rests += 1 }
        let chosen = min(Self.maximumRest, Double(1 << min(rests - 1, 5)))
        restsUntil = max(
            restsUntil,
            now.addingTimeInterval(max(min(asked ?? 0, Self.maximumAskedRest), chosen))
        )
    }

    /// Counts what was sent in the present second and the one before.
    private struct Sends {
        private var second = 0
        private var present = 0
        private var before = 0

        mutating func note(at now: Date) {
            roll(to: now)
            present += 1
        }

        mutating func perSecond(at now: Date) -> Double {
            roll(to: now)
            return Double(max(present, before))
        }

        private mutating func roll(to now: Date) {
            let now = Int(now.timeIntervalSince1970)
            guard now != second else { return }
            (before, present) = (now == second + 1 ? present : 0, 0)
            second = now
        }
    }
}
