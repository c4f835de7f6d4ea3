import FoundationEssentials
import Synchronization
package import Telemetry

/// How long orders, their tasks and their deliveries take, and how tasks and deliveries end, since the start of the process.
///
/// Who shows it asks for it when it is looked at; noting allocates nothing but the first time that something has a name.
package final class EngineMeter: Sendable {
    /// How many integrations are told apart; those that come after them count as `other`.
    package static let maximumIntegrations = 100

    /// From when an order was due first until it was taken up.
    package let queueWait = Histogram(bounds: Histogram.secondsOfAnOrder)
    /// From an order's acceptance to its end, by how it ended.
    package let orders: [OrderStatus: Histogram]
    /// What was sent, by kind.
    package let deliveries: [Delivery.Kind: Sends]
    private let integrations = Mutex<[String: Calls]>([:])

    /// What became of the attempts to send one kind of delivery.
    package struct Sends: Sendable {
        package let duration = Histogram(bounds: Histogram.secondsOfARequest)
        package let attempts: [SendOutcome: Counter]

        init() { attempts = SendOutcome.allCases.counters }
    }

    /// What became of the calls of one integration.
    package struct Calls: Sendable {
        package let duration = Histogram(bounds: Histogram.secondsOfARequest)
        package let retries = Counter()
        package let attempts: [TaskEnd: Counter]

        init() { attempts = TaskEnd.all.counters }
    }

    package init() {
        let final = OrderStatus.allCases.filter(\.isFinal)
        orders = Dictionary(
            uniqueKeysWithValues: final.map { ($0, Histogram(bounds: Histogram.secondsOfAnOrder)) }
        )
        deliveries = Dictionary(uniqueKeysWithValues: Delivery.Kind.known.map { ($0, Sends()) })
    }

    /// What was called, by the name of who performs it.
    package var calls: [String: Calls] { integrations.withLock { $0 } }

    /// Notes that an order was taken up; only the first time is a wait in the queue.
    func noteTakenUp(_ claim: Claim, in traceID: TraceID? = nil, at now: Date) {
        guard claim.isFirst else { return }
        queueWait.observe(
            max(0, now.timeIntervalSince(max(claim.due, claim.createdAt))),
            in: traceID,
            at: now.timeIntervalSince1970
        )
    }

    func noteEnd(
        _ status: OrderStatus,
        after seconds: TimeInterval,
        in traceID: TraceID? = nil,
        at now: Date
    ) {
        orders[status]?.observe(max(0, seconds), in: traceID, at: now.timeIntervalSince1970)
    }

    func note(
        _ kind: Delivery.Kind,
        _ attempt: Deliveries.Attempt,
        after seconds: TimeInterval,
        in traceID: TraceID? = nil,
        at began: Date
    ) {
        guard let sends = deliveries[kind] else { return }
        sends.duration.observe(
            max(0, seconds),
            in: traceID,
            at: began.timeIntervalSince1970 + max(0, seconds)
        )
        sends.attempts[SendOutcome(attempt)]?.add()
    }

    /// Notes how a call of an integration ended; without a time it was not waited for.
    func note(
        _ integration: String,
        _ end: TaskEnd,
        retries: Int,
        after seconds: TimeInterval? = nil,
        in traceID: TraceID? = nil,
        at began: Date = .distantPast
    ) {
        let calls = calls(of: integration)
        calls.attempts[end]?.add()
        if let seconds {
            calls.duration.observe(
                max(0, seconds),
                in: traceID,
                at: began.timeIntervalSince1970 + max(0, seconds)
            )
        }
        if retries > 0, end.isAttempt { calls.retries.add() }
    }

    private func calls(of integration: String) -> Calls {
        integrations.withLock { all in
            if let known = all[integration] { return known }
            let name = all.count < Self.maximumIntegrations ? integration : EndReport.otherError
            if let known = all[name] { return known }
            let calls = Calls()
            all[name] = calls
            return calls
        }
    }
}

extension EngineMeter {
    /// What one attempt to send came to.
    package enum SendOutcome: String, Sendable, CaseIterable {
        case accepted
        /// Refused for good.
        case refused
        /// Refused because the provider is called too often.
        case throttled
        /// Not accepted for a reason that passes.
        case unavailable
        case uncertain

        init(_ attempt: Deliveries.Attempt) {
            switch attempt {
            case .accepted: self = .accepted
            case .uncertain: self = .uncertain
            case .refused(let refusal) where refusal.isThrottle: self = .throttled
            case .refused(let refusal): self = refusal.retryAfter == nil ? .refused : .unavailable
            }
        }
    }
}

extension Collection where Element: Hashable {
    /// A counter for each.
    fileprivate var counters: [Element: Counter] {
        Dictionary(uniqueKeysWithValues: map { ($0, Counter()) })
    }
}

extension Claim {
    /// Whether the order was never taken up before.
    var isFirst: Bool { attempts.started <= 1 && snapshot == nil }
}
