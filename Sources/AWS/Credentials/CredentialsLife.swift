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
    private var failures = 0
    private var refusals = 0
    private var lastRefusal = Date.distantPast
    /// Before this the source is not asked.
    private var rest: Range<Date>?

    mutating func ask(at now: Date) -> Answer {
        // A clock that was put back must not make a rest out of years.
        if rest.map({ $0.contains(now) }) ?? false { return answerAtRest(now) }
        guard let held, !isStale else { return fetchOrWait() }
        guard let end = held.credentials.expiration else { return .use(held.credentials) }
        let left = end.timeIntervalSince(now)
        if left > Self.advisory || left > Self.mandatory && isFetching {
            return .use(held.credentials)
        }
        return fetchOrWait()
    }

    private mutating func fetchOrWait() -> Answer {
        guard !isFetching else { return .wait }
        isFetching = true
        return .fetch
    }

    private func answerAtRest(_ now: Date) -> Answer {
        if let held, isUsable(held, now) { return .use(held.credentials) }
        return fault.map(Answer.fail) ?? .none
    }

    private func isUsable(_ held: SourcedCredentials, _ now: Date) -> Bool {
        held.outlivesItsEnd || (held.credentials.expiration ?? .distantFuture) > now
    }
}

extension CredentialsLife {
    /// The source has given these; `luck` is a random number below 1.
    mutating func found(_ new: SourcedCredentials, at now: Date, luck: Double) {
        let left = new.credentials.expiration?.timeIntervalSince(now) ?? .infinity
        guard left > 0 || new.outlivesItsEnd else {
            return failed(CredentialsError(new.source, "they have ended already"), now, luck)
        }
        held = new
        (isFetching, failures, fault, lookedAt, rest) = (false, 0, nil, nil, nil)
        if isStale, refusals > 1 { takeRest(backoff(refusals, luck), now) }
        isStale = false
        guard left <= Self.advisory else { return }
        // Such short lives would have every call ask the source.
        let (least, spread) = Self.extensionRest
        takeRest(new.outlivesItsEnd ? least + luck * spread : max(1, left / 2), now)
    }

    /// The source has none.
    ///
    /// Temporary credentials are used to their end all the same; others were taken away.
    mutating func foundNothing(lookedAt: String, _ now: Date, _ luck: Double) {
        if held?.credentials.expiration == nil { held = nil }
        (isFetching, isStale, fault, self.lookedAt) = (false, false, nil, lookedAt)
        restAfterFailure(now, luck)
    }

    mutating func failed(_ error: CredentialsError, _ now: Date, _ luck: Double) {
        (isFetching, fault, lookedAt) = (false, error, nil)
        restAfterFailure(now, luck)
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
    mutating func sourceChanged() { (isStale, rest) = (true, nil) }

    /// A service does not take these any more.
    ///
    /// Of many calls that were refused together the first one counts. A source that gives what is refused again is asked
    /// less and less often.
    mutating func refused(_ credentials: Credentials, at now: Date, luck: Double) {
        guard let held, held.credentials == credentials, !isStale else { return }
        if now.timeIntervalSince(lastRefusal) > Self.advisory { refusals = 0 }
        (isStale, lastRefusal, rest) = (true, now, nil)
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
