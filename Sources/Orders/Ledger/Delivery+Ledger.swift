package import FoundationEssentials

/// The ledger's rules: what an intent, an outcome and a decision make of a delivery's entry.
///
/// An intent without outcome is uncertain for ever, until a person or a policy decides: nothing here makes it one that
/// may be sent.
extension Delivery {
    /// An entry that is new: the delivery is about to be sent for the first time.
    package init(id: Int64, of order: OrderID, _ intent: Intent, at now: Date, fence: Int64) {
        self.init(
            id: id,
            order: order,
            intent: intent,
            status: .intended,
            attempts: 1,
            intendedAt: now
        )
        self.fence = fence
        withhold(intent, at: now)
    }

    /// Notes at once that it is not sent, if it is to be withheld: then no attempt is cut off.
    private mutating func withhold(_ intent: Intent, at now: Date) {
        guard let name = intent.withheldAs else { return }
        (status, messageID, concludedAt) = (.withheld, name, now)
    }

    /// Takes it up again under that lease, and answers the entry as whoever wants to send is to know it: on one that is
    /// sent or uncertain nothing may be sent.
    package mutating func intend(_ intent: Intent, at now: Date, fence: Int64) -> Delivery {
        switch status {
        case .sent, .withheld, .uncertain: return self
        case .refused, .waiting, .resend:
            let before = self
            status = .intended
            contentHash = intent.contentHash
            attempts += 1
            self.fence = fence
            intendedAt = now
            (concludedAt, reason) = (nil, nil)
            withhold(intent, at: now)
            return before
        case .intended:
            // Whoever intended it did not live to write the outcome.
            interrupt(at: now)
            return self
        }
    }

    /// Notes how an attempt under that lease ended; false when that changes nothing.
    ///
    /// Two attempts may overlap, of a stopped run and of the next: what one of them delivered is delivered, and what else
    /// became of the earlier says nothing of the later.
    package mutating func conclude(_ outcome: Outcome, at now: Date, fence: Int64) -> Bool {
        let isTold =
            outcome.status == .sent
            || (status != .sent && status != .withheld && self.fence == fence)
        guard isTold else { return false }
        settle(outcome, at: now)
        return true
    }

    /// Notes that its order has ended, so that what waits is not sent any more; false when that changes nothing.
    package mutating func giveUp(at now: Date) -> Bool {
        guard status == .waiting else { return false }
        (status, concludedAt) = (.refused, now)
        return true
    }

    /// What a decision makes of it in an order of that status; only an uncertain one can be decided about, and after the
    /// order's end nothing is sent any more.
    func deciding(
        _ decision: Decision,
        inOrder status: OrderStatus,
        at now: Date
    ) -> DecisionResult {
        guard self.status == .uncertain else { return .notUncertain(self) }
        var decided = self
        switch decision {
        case .resend where status.isFinal: return .orderEnded(self)
        case .resend: (decided.status, decided.concludedAt) = (.resend, now)
        case .assumeSent: decided.settle(.sent(messageID: nil), at: now)
        }
        return .applied(decided)
    }

    /// Notes that the process ended between the intent and the outcome: nobody can tell whether it was accepted.
    package mutating func interrupt(at now: Date) {
        settle(
            .uncertain(reason: "the process ended between the intent and the outcome"),
            at: now
        )
    }

    /// Lets go of what it says in words: the hash of a short text with an address in it tells the address to whoever
    /// guesses it.
    package mutating func erase() { (contentHash, reason) = ("", nil) }

    private mutating func settle(_ outcome: Outcome, at now: Date) {
        switch outcome {
        case .sent(let id): (messageID, reason) = (id, nil)
        case .refused(let why), .postponed(let why), .uncertain(let why):
            (messageID, reason) = (nil, why)
        }
        status = outcome.status
        concludedAt = now
    }
}

extension AuditEntry {
    /// That somebody has decided about a delivery.
    init(
        _ decision: Delivery.Decision,
        about delivery: Delivery,
        by operator: Operator,
        at now: Date
    ) {
        let detail =
            "\(decision.rawValue): \(delivery.kind.rawValue) \(delivery.key.name), delivery \(delivery.id)"
        self.init(.decide, by: `operator`, at: now, detail: detail)
    }

    /// Lets go of what somebody wrote, which may name the customer; who did what, and when, stays.
    package mutating func erase() { (by.reason, detail) = (nil, nil) }
}
