import FoundationEssentials
package import Telemetry

/// The way to send e-mails and notices for one claimed order: intent on disk, send, outcome on disk or with what follows.
package struct Deliveries: Sendable {
    private let writer: StepWriter
    /// Whether an outcome may wait for what is written next, which then follows at once.
    private let combines: Bool
    private let clock: any WallClock
    private let policies: Policies
    private let gates: ProviderGates?
    private let run: RunningOrder
    private let mode: Mode
    private let meter: EngineMeter?
    /// The trace for the meter's exemplars.
    private let exemplar: TraceID?
    private let noteSent: (@Sendable (_ messageID: String, _ order: OrderID) -> Void)?

    /// Whether deliveries are sent.
    package enum Mode: String, Sendable, CaseIterable {
        case live
        /// Nothing is sent: the ledger says what would have been. Orders run as if it had.
        case shadow
    }

    /// What happens to deliveries whose fate is uncertain, by kind.
    package struct Policies: Sendable, Hashable {
        private var policies: [Delivery.Kind: DeliveryPolicy]

        /// Those policies; of kinds that are not named a person decides.
        package init(_ policies: [Delivery.Kind: DeliveryPolicy] = [:]) {
            self.policies = policies
        }

        /// What happens to those of that kind.
        package subscript(kind: Delivery.Kind) -> DeliveryPolicy {
            get { policies[kind] ?? .hold }
            set { policies[kind] = newValue }
        }
    }

    /// For the order of that writer's lease, which that run works on; without gates nothing is held back.
    ///
    /// With `combines` that a message was accepted is written with what the run writes next (`Integration.sends`).
    package init(
        writer: StepWriter,
        combines: Bool = false,
        clock: any WallClock,
        policies: Policies,
        gates: ProviderGates? = nil,
        run: RunningOrder = RunningOrder(),
        mode: Mode = .live,
        meter: EngineMeter? = nil,
        exemplar: TraceID? = nil,
        noteSent: (@Sendable (_ messageID: String, _ order: OrderID) -> Void)? = nil
    ) {
        self.exemplar = exemplar
        self.noteSent = noteSent
        self.writer = writer
        self.combines = combines
        self.clock = clock
        self.policies = policies
        self.gates = gates
        self.run = run
        self.mode = mode
        self.meter = meter
    }

    /// How a delivery stands after all that was done for it.
    package enum Result: Sendable, Equatable {
        /// It is sent, now or by an earlier attempt; the provider's name for it, if known.
        case sent(messageID: String?)
        /// It was certainly not accepted this time.
        case refused(Refusal)
        /// Its fate is uncertain and the policy wants a person to decide.
        case held(reason: String)
    }

    /// What a provider said when it did not accept a delivery.
    package struct Refusal: Sendable, Equatable, Error {
        /// The error's name, as a state's Retry and Catch see it.
        package var error: String
        package var cause: String
        /// When the order is not to blame and may come back: after how long; zero: once the provider's gate has room.
        package var retryAfter: Duration?
        /// Whether the provider refused because it is called too often.
        package var isThrottle: Bool
        /// What may be said of it in logs and health, where nothing of a customer may stand: a cause may name an address.
        ///
        /// nil when nothing was asked of the provider, and nobody needs to be told.
        package var summary: String?

        package init(
            error: String,
            cause: String,
            retryAfter: Duration? = nil,
            isThrottle: Bool = false,
            summary: String? = nil
        ) {
            self.summary = summary ?? error
            self.error = error
            self.cause = cause
            self.retryAfter = retryAfter
            self.isThrottle = isThrottle
        }
    }

    /// What one attempt to send came to.
    package enum Attempt: Sendable {
        /// The provider accepted it under this name.
        case accepted(messageID: String)
        /// It was certainly not accepted.
        case refused(Refusal)
        /// It may have been accepted.
        case uncertain(reason: String)
    }

    /// Sends a delivery unless the ledger says that it is sent, and keeps the ledger true whatever happens.
    ///
    /// By the provider's rate it counts for `weight`. Throws `StoreError`; then nothing was sent, or the ledger shows the
    /// intent without an outcome.
    package func deliver(
        _ intent: Delivery.Intent,
        weight: Int = 1,
        send: () async -> Attempt
    ) async throws -> Result {
        if mode == .shadow { return try await withhold(intent) }
        guard let gate = gates?.deliveries[intent.kind] else {
            return try await pursue(intent, send)
        }
        if !gate.tryEnter(weight: weight) {
            // What has happened is not kept back for a provider's sake.
            try await writer.settle()
            // What is sent already need not wait for a provider that rests.
            if let messageID = try await sentBefore(intent.key) {
                return .sent(messageID: messageID)
            }
            guard try await gate.enter(weight: weight) else { return .refused(.busy) }
        }
        return try await pass(gate, intent, send)
    }

    private static let withheldPrefix = "withheld-"

    /// Whether a delivery that counts as sent was withheld, by the name that the ledger has for it.
    package static func isWithheld(_ messageID: String?) -> Bool {
        messageID?.hasPrefix(withheldPrefix) == true
    }

    /// Notes that it would have been sent, once; what was sent before is sent.
    private func withhold(_ intent: Delivery.Intent) async throws -> Result {
        var intent = intent
        let name = Self.withheldPrefix + intent.contentHash.prefix(16)
        intent.withheldAs = name
        guard let before = try await writer.intend(intent, at: clock.now) else {
            return .sent(messageID: name)
        }
        switch before.status {
        case .sent, .withheld: return .sent(messageID: before.messageID)
        case .refused, .waiting, .resend: return .sent(messageID: name)
        case .intended, .uncertain:
            let reason = before.reason ?? "its outcome is not known"
            // Nothing may be sent, so a policy to send again waits for a person.
            return policies[intent.kind] == .assumeSent
                ? try await assumeSent(intent)
                : .held(reason: "\(intent.kind) uncertain: \(reason)")
        }
    }

    private func pass(
        _ gate: ProviderGate,
        _ intent: Delivery.Intent,
        _ send: () async -> Attempt
    ) async throws -> Result {
        var outcome = Pace.Outcome.notMade
        var result: Result
        do {
            defer { gate.leave(outcome) }
            // From here to the outcome nothing may cut it off, or it would be uncertain for nothing.
            guard run.beginSend() else { throw StoreError.leaseLost(writer.lease.id) }
            defer { run.endSend() }
            result = try await pursue(intent) {
                let attempt = await send()
                outcome = Pace.Outcome(attempt)
                return attempt
            }
        }
        if outcome.isCertain, gate.opensAt != nil { result.waitForGate() }
        return result
    }

    private func sentBefore(_ key: Delivery.Key) async throws -> String?? {
        let deliveries = try await writer.store.order(writer.lease.id)?.deliveries ?? []
        let entry = deliveries.first {
            $0.key == key && ($0.status == .sent || $0.status == .withheld)
        }
        return entry.map(\.messageID)
    }

    private func pursue(
        _ intent: Delivery.Intent,
        _ send: () async -> Attempt
    ) async throws -> Result {
        guard let before = try await writer.intend(intent, at: clock.now) else {
            return try await attempt(intent, 1, send)
        }
        switch before.status {
        case .sent, .withheld: return .sent(messageID: before.messageID)
        case .refused, .waiting, .resend:
            return try await attempt(intent, before.attempts + 1, send)
        case .intended, .uncertain:
            return try await resolve(before, intent, send)
        }
    }

    private func attempt(
        _ intent: Delivery.Intent,
        _ number: Int,
        _ send: () async -> Attempt
    ) async throws -> Result {
        let began = clock.now
        let attempt = await send()
        meter?.note(
            intent.kind,
            attempt,
            after: clock.now.timeIntervalSince(began),
            in: exemplar,
            at: began
        )
        func conclusion(_ outcome: Delivery.Outcome) -> Conclusion {
            Conclusion(intent.key, outcome, at: clock.now)
        }
        switch attempt {
        case .accepted(let messageID):
            noteSent?(messageID, writer.lease.id)
            let sent = conclusion(.sent(messageID: messageID))
            if combines { try await writer.keep(sent) } else { try await writer.conclude(sent) }
            return .sent(messageID: messageID)
        case .refused(let refusal):
            let reason = "\(refusal.error): \(refusal.cause)"
            let isForGood = refusal.retryAfter == nil
            try await writer.conclude(
                conclusion(isForGood ? .refused(reason: reason) : .postponed(reason: reason))
            )
            return .refused(refusal)
        case .uncertain(let reason):
            try await writer.conclude(conclusion(.uncertain(reason: reason)))
            return try await settle(intent, reason, after: number)
        }
    }

    /// The policy decides about an entry that an earlier attempt left uncertain.
    private func resolve(
        _ before: Delivery,
        _ intent: Delivery.Intent,
        _ send: () async -> Attempt
    ) async throws -> Result {
        let reason = before.reason ?? "its outcome is not known"
        guard policies[intent.kind] == .resend else {
            return try await settle(intent, reason, after: before.attempts)
        }
        guard before.attempts < Self.maximumSends else {
            return .held(
                reason:
                    "\(intent.kind) uncertain after \(before.attempts) sends: \(reason)"
            )
        }
        // Whatever a person decided meanwhile stands; so the ledger is asked again.
        let policy = Operator("policy resend")
        _ = try await writer.store.decide(before.id, .resend, by: policy, at: clock.now)
        return try await pursue(intent, send)
    }

    /// How often policy `resend` sends one delivery without an answer, before a person has to look.
    ///
    /// A provider whose answers are always lost would fill a customer's mailbox.
    static let maximumSends = 10

    /// What an uncertain outcome means now.
    ///
    /// `resend` does not send at once: the next attempt of the task does.
    private func settle(
        _ intent: Delivery.Intent,
        _ reason: String,
        after attempts: Int
    ) async throws -> Result {
        switch policies[intent.kind] {
        case .hold: return .held(reason: "\(intent.kind) uncertain: \(reason)")
        case .assumeSent: return try await assumeSent(intent)
        case .resend:
            return .refused(
                Refusal(
                    error: "Delivery.Uncertain",
                    cause: reason,
                    // Longer each time: those that wait for the same provider must not keep others from their turn.
                    retryAfter: .seconds(1 << min(attempts - 1, 8))
                )
            )
        }
    }

    /// Takes it as sent by a decision that is kept like a person's; what a person has decided meanwhile stands.
    private func assumeSent(_ intent: Delivery.Intent) async throws -> Result {
        let entry = try await writer.store.order(writer.lease.id)?.deliveries.first {
            $0.key == intent.key
        }
        guard let entry else { throw StoreError.leaseLost(writer.lease.id) }
        let policy = Operator("policy \(DeliveryPolicy.assumeSent.rawValue)")
        switch try await writer.store.decide(entry.id, .assumeSent, by: policy, at: clock.now) {
        case .applied(let decided), .orderEnded(let decided):
            return .sent(messageID: decided.messageID)
        case .notUncertain(let other) where other.status == .sent:
            return .sent(messageID: other.messageID)
        // Somebody wants it sent again: the task's next attempt does.
        case .notUncertain: return .refused(.busy)
        case .unknown: throw StoreError.leaseLost(writer.lease.id)
        }
    }
}

extension Deliveries.Refusal {
    /// Nothing was asked of the provider: too many ask it already.
    fileprivate static let busy: Deliveries.Refusal = {
        var refusal = Deliveries.Refusal(
            error: "ProviderBusy",
            cause: "the provider's limit or its own wish keeps others waiting too",
            retryAfter: .zero
        )
        refusal.summary = nil
        return refusal
    }()
}

extension Deliveries.Result {
    /// While the provider rests, its gate alone says when the order goes on: a time of the order's own would be over too
    /// early, or when the provider has long been back.
    fileprivate mutating func waitForGate() {
        guard case .refused(var refusal) = self, refusal.retryAfter != nil else { return }
        refusal.retryAfter = .zero
        self = .refused(refusal)
    }
}

extension Pace.Outcome {
    /// What an attempt tells of the provider's strength.
    fileprivate init(_ attempt: Deliveries.Attempt) {
        switch attempt {
        case .accepted: self = .answered
        case .uncertain: self = .failed
        case .refused(let refusal) where refusal.isThrottle:
            self = .throttled(refusal.retryAfter?.seconds)
        case .refused(let refusal): self = refusal.retryAfter == nil ? .answered : .unavailable
        }
    }

    /// Whether nothing was accepted for certain, so that sending again does no harm.
    fileprivate var isCertain: Bool {
        switch self {
        case .throttled, .unavailable: true
        case .answered, .failed, .notMade: false
        }
    }
}
