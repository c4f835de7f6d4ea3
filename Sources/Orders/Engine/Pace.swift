import FoundationEssentials

/// How fast a provider is called: decides who may call it now, from what became of earlier calls.
///
/// One refusal for going too fast, or three calls in a row that come to nothing, and the provider rests as a whole: each
/// order waiting on its own would send the same storm again and again. After every rest one call tries it. Once one goes
/// well, every further one lets one more call in at a time, so that their number doubles with each round, and the rate
/// grows as fast up to what the provider was last seen to take.
struct Pace {
    private let limits: ProviderGate.Limits
    /// What the provider itself says that it takes, in calls a second; nil while it has not said.
    var allowed: Double?
    private var inFlight = 0
    /// When the next call fits the rate.
    private var nextSlot = Date.distantPast
    /// For how many the call counts that has the slot before.
    private var slotWeight = 1.0
    /// Until when nobody calls.
    private var restsUntil = Date.distantPast
    /// Since when no call has gone well; nil while it is not known to be down.
    private var downSince: Date?
    /// How many may call at a time while it opens after a rest; nil: as many as ever may.
    private var window: Int?
    /// Calls that came to nothing, in a row.
    private var failures = 0
    /// Calls a second that the provider is trusted with; nil while it has not complained.
    private var rate: Double?
    /// What it is trusted with of what it took when it last complained; nil when that is not known.
    private var ceiling: Double?
    private var sends = Sends()

    /// The latest instant seen so far.
    private var latest = Date.distantPast

    /// How long it rests before each try, at least.
    static let rest: TimeInterval = 1
    /// The longest rest that we choose ourselves.
    static let maximumRest: TimeInterval = 30
    /// A rest is this part of the time for which the provider has been down: who is away for a minute is found within a
    /// second of its return, and who is away for a night does not spoil an order every second.
    static let restsInOutage = 60.0
    /// The longest rest that a provider may ask for.
    static let maximumAskedRest = ProviderGate.longestRest
    /// Calls that come to nothing in a row, before it rests.
    static let maximumFailures = 3
    /// The least rate, in calls a second.
    static let minimumRate = 0.5
    /// The part of what a provider took before it complained that it is trusted with afterwards.
    static let trust = 0.8
    /// What a good answer adds to the rate below the ceiling: it doubles in half a second.
    static let fastStep = 1.4
    /// What it adds from there on, where the next complaint is near: a tenth in half a second.
    static let slowStep = 0.2

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
        /// It failed at the provider's, or was not answered in time: it may have been accepted.
        case failed
        /// The provider was out of reach or took nothing at all: certainly not accepted, so that a try costs nothing.
        case unavailable
        case notMade
    }

    /// How many calls a second are let through; nil when there is no limit.
    var currentRate: Double? { [rate, limits.rate, allowed].compactMap(\.self).min() }

    /// Until when it rests, if it does.
    func rest(at now: Date) -> Date? { restsUntil > now ? restsUntil : nil }

    /// How many calls may begin now, and whether others may wait behind them.
    func room(at now: Date) -> (calls: Int, isOpen: Bool) {
        guard rest(at: now) == nil else { return (0, false) }
        let calls = max(0, places - inFlight)
        guard downSince == nil else { return (calls, false) }
        // At a rate one call fits a slot; those who wait already have the later ones.
        guard currentRate != nil else { return (calls, true) }
        return (nextSlot <= now ? min(calls, 1) : 0, true)
    }

    /// Whether a call may begin, which counts for so many by the rate.
    mutating func admit(at now: Date, weight: Int = 1) -> Admission {
        heedClock(now)
        guard restsUntil <= now else { return .wait(restsUntil.timeIntervalSince(now)) }
        guard inFlight < places else { return .full }
        // A try after a rest needs no slot besides.
        if downSince == nil, let rate = currentRate {
            // A slot that nobody used is lost, so that no burst follows a pause.
            let slot = max(nextSlot, now)
            guard slot <= now else { return .wait(slot.timeIntervalSince(now)) }
            slotWeight = Double(weight)
            nextSlot = slot.addingTimeInterval(slotWeight / rate)
        }
        inFlight += 1
        return .go
    }

    /// Takes a slot for a call that is made beside the orders', which then wait a little longer.
    mutating func count(weight: Int, at now: Date) {
        guard let rate = currentRate else { return }
        nextSlot = max(nextSlot, now).addingTimeInterval(Double(weight) / rate)
    }

    /// The most calls at a time.
    var concurrency: Int { limits.concurrency }

    /// How many calls went well in a second of late.
    mutating func answeredPerSecond(at now: Date) -> Int { Int(sends.perSecond(at: now)) }

    /// Since when no call has gone well; nil while it takes them.
    var closedSince: Date? { downSince }

    /// Whether it is on its way from a rest to what it takes at most: then each answer may make room for more than one.
    var isOpening: Bool { window != nil || rate != nil }

    /// How many may call at a time; after a rest one call tries whether it has recovered.
    private var places: Int { downSince == nil ? window ?? limits.concurrency : 1 }

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
        case .answered: goOn(at: now)
        case .throttled(let asked):
            slowDown(at: now)
            rest(for: min(asked ?? 0, Self.maximumAskedRest), atMost: Self.maximumRest, at: now)
        case .failed:
            failures += 1
            if isInDoubt { rest(atMost: Self.maximumRest, at: now) }
        case .unavailable:
            failures += 1
            if isInDoubt { rest(atMost: Self.rest, at: now) }
        }
    }

    /// Whether one more call that came to nothing is enough for a rest.
    private var isInDoubt: Bool {
        failures >= Self.maximumFailures || downSince != nil
    }

    private mutating func goOn(at now: Date) {
        failures = 0
        sends.note(at: now)
        if downSince != nil {
            (downSince, window) = (nil, 2)
        } else if let places = window {
            window = places + 1
        }
        if let places = window, places >= limits.concurrency { window = nil }
        guard let rate else { return }
        let grown = grown(rate)
        self.rate = grown
        // The slot was given at a lower rate.
        if let present = currentRate {
            nextSlot = min(nextSlot, now.addingTimeInterval(slotWeight / present))
        }
    }

    /// The rate after one more good answer; nil once the provider counts as unlimited.
    private func grown(_ rate: Double) -> Double? {
        guard let ceiling, rate < ceiling / Self.trust else {
            // It takes more than when it last complained.
            return rate > limits.maximumRate ? nil : rate + Self.fastStep
        }
        return rate < ceiling ? min(rate + Self.fastStep, ceiling) : rate + Self.slowStep
    }

    /// What was on its way together is refused together, and counts as one; what a try is told, is known.
    private mutating func slowDown(at now: Date) {
        guard restsUntil <= now, downSince == nil else { return }
        let taken = sends.perSecond(at: now)
        ceiling = taken > 0 ? max(Self.minimumRate, min(taken, rate ?? taken) * Self.trust) : nil
        rate = max(Self.minimumRate, (ceiling ?? 0) / 4)
    }

    /// Rests for as long as it was asked to, and for a while at least; who is told so again while resting goes by what was
    /// asked alone.
    private mutating func rest(
        for asked: TimeInterval = 0,
        atMost maximum: TimeInterval,
        at now: Date
    ) {
        let isResting = restsUntil > now
        let since = downSince ?? now
        downSince = since
        let share = now.timeIntervalSince(since) / Self.restsInOutage
        let chosen = isResting ? 0 : min(max(Self.rest, share), maximum)
        restsUntil = max(restsUntil, now.addingTimeInterval(max(asked, chosen)))
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
