import FoundationEssentials

/// How long credentials are used, and when their source is asked: the decisions of `CachedCredentials`.
///
/// From fifteen minutes before their end one caller fetches others while the rest go on with the old; from ten minutes
/// before, all wait for that one fetch. A source that fails is left alone for a while, longer each time, and what was
/// fetched before is used as long as it lives.
struct CredentialsLife: Sendable {
    static let advisory: TimeInterval = 900
    static let mandatory: TimeInterval = 600
    static let longestRest: TimeInterval = 60
    /// How long the source that extends its credentials is left alone, and then a random part of the second more.
    static let extensionRest: (least: TimeInterval, spread: TimeInterval) = (900 + 120, 480)

    /// What a caller is to do.
    enum Answer: Sendable, Hashable {
        case use(Credentials)
        case none
        case fail(CredentialsError)
        /// Ask the source, and report what it said.
        case fetch
        /// Ask again when the fetch that is under way has ended.
        case wait
    }

    private(set) var held: SourcedCredentials?
    /// Why the last fetch gave nothing.
    private(set) var fault: CredentialsError?
    /// Where the last fetch looked that found nothing.
    private(set) var lookedAt: String?
    private(set) var isFetching = false
    /// Whether others should be there: a file has changed, or a service has refused these.
    private var isStale = false
    /// Whether a file has changed since the fetch began that is under way: it may have read the old one.
    private var hasChangedMeanwhile = false
    private var failures = 0
    private var refusals = 0
    private var lastRefusal = Date.distantPast
    /// Before this the source is not asked.
    private var rest: Range<Date>?
    /// When credentials are used although they looked ended as they came: our clock may be ahead, which only a signed
    /// call can tell.
    private var trial: Range<Date>?
    private var lastRefused: Credentials?

    mutating func ask(at now: Date) -> Answer {
        // A clock that was put back must not make a rest out of years.
        if rest.map({ $0.contains(now) }) ?? false { return answerAtRest(now) }
        guard let held, !isStale else { return fetchOrWait() }
        guard let end = held.credentials.expiration else { return .use(held.credentials) }
        let left = end.timeIntervalSince(now)
        // The clock was put right, and nothing was the matter with them.
        if trial != nil, left > 0 { (trial, rest, fault, failures) = (nil, nil, nil, 0) }
        if left > Self.advisory || left > Self.mandatory && isFetching {
            return .use(held.credentials)
        }
        return fetchOrWait()
    }

    private mutating func fetchOrWait() -> Answer {
        guard !isFetching else { return .wait }
        (isFetching, hasChangedMeanwhile) = (true, false)
        return .fetch
    }

    private func answerAtRest(_ now: Date) -> Answer {
        if let held, isUsable(held, now) { return .use(held.credentials) }
        return fault.map(Answer.fail) ?? .none
    }

    private func isUsable(_ held: SourcedCredentials, _ now: Date) -> Bool {
        held.outlivesItsEnd || (held.credentials.expiration ?? .distantFuture) > now
            || trial.map { $0.contains(now) } ?? false
    }
}

extension CredentialsLife {
    /// The source has given these; `luck` is a random number below 1.
    mutating func found(_ new: SourcedCredentials, at now: Date, luck: Double) {
        let left = new.credentials.expiration?.timeIntervalSince(now) ?? .infinity
        guard left > 0 || new.outlivesItsEnd else { return foundEnded(new, now, luck) }
        held = new
        (isFetching, failures, fault, lookedAt, rest, trial) = (false, 0, nil, nil, nil, nil)
        if isStale, refusals > 1 { takeRest(backoff(refusals, luck), now) }
        isStale = false
        defer { heedChange() }
        guard left <= Self.advisory else { return }
        // Such short lives would have every call ask the source.
        let (least, spread) = Self.extensionRest
        takeRest(new.outlivesItsEnd ? least + luck * spread : max(1, left / 2), now)
    }

    /// The source has given what has ended, or our clock is ahead of AWS's by more than they last.
    ///
    /// They are tried until a service refuses them, unless older ones live. When it was the clock, the first call is
    /// refused for its time, is signed anew by what that teaches, and the credentials live on by the clock that is right.
    private mutating func foundEnded(
        _ new: SourcedCredentials,
        _ now: Date,
        _ luck: Double
    ) {
        let isHopeless = lastRefused == new.credentials
        let hasOthers = held.map { isUsable($0, now) && !isStale } ?? false
        failed(CredentialsError(new.source, "they have ended already"), now, luck)
        guard !isHopeless, !hasOthers else { return }
        (held, trial) = (new, rest)
        if !hasChangedMeanwhile { isStale = false }
    }

    /// The source has none.
    ///
    /// Temporary credentials are used to their end all the same; others were taken away.
    mutating func foundNothing(lookedAt: String, _ now: Date, _ luck: Double) {
        if held?.credentials.expiration == nil { held = nil }
        (isFetching, isStale, fault, self.lookedAt) = (false, false, nil, lookedAt)
        restAfterFailure(now, luck)
        heedChange()
    }

    mutating func failed(_ error: CredentialsError, _ now: Date, _ luck: Double) {
        (isFetching, fault, lookedAt, trial) = (false, error, nil, nil)
        restAfterFailure(now, luck)
        heedChange()
    }

    /// What the fetch has read may be from before the change: another one is due at once.
    private mutating func heedChange() {
        guard hasChangedMeanwhile else { return }
        (isStale, rest) = (true, nil)
    }

    /// The source that extends its credentials is not pressed for others once they have ended.
    private mutating func restAfterFailure(_ now: Date, _ luck: Double) {
        failures += 1
        if let held, held.outlivesItsEnd, (held.credentials.expiration ?? now) <= now {
            takeRest(Self.extensionRest.least + luck * Self.extensionRest.spread, now)
        } else {
            takeRest(backoff(failures, luck), now)
        }
    }

    /// Whoever fetched was cancelled: another one does it.
    mutating func gaveUp() { isFetching = false }

    /// A file has changed that says where credentials are.
    mutating func sourceChanged() {
        (isStale, rest, lastRefused) = (true, nil, nil)
        hasChangedMeanwhile = isFetching
    }

    /// A service does not take these any more.
    ///
    /// Of many calls that were refused together the first one counts. A source that gives what is refused again is asked
    /// less and less often.
    mutating func refused(_ credentials: Credentials, at now: Date, luck: Double) {
        guard let held, held.credentials == credentials, !isStale else { return }
        if now.timeIntervalSince(lastRefusal) > Self.advisory { refusals = 0 }
        (isStale, lastRefusal, rest, trial) = (true, now, nil, nil)
        lastRefused = credentials
        refusals += 1
        if refusals > 1 { takeRest(backoff(refusals, luck), now) }
    }

    private mutating func takeRest(_ seconds: TimeInterval, _ now: Date) {
        rest = now..<now.addingTimeInterval(seconds)
    }

    /// Doubles from one second on, and is half of that at least.
    private func backoff(_ count: Int, _ luck: Double) -> TimeInterval {
        let bound = min(TimeInterval(1 << min(count - 1, 10)), Self.longestRest)
        return bound * (0.5 + luck / 2)
    }
}
