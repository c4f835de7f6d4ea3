package import FoundationEssentials

extension LifeCycle {
    /// Whether it is held because the process ended too often while it ran.
    package var isQuarantined: Bool { status == .held && streak >= Crash.limit }

    /// What finding it damaged makes of it; nil for an order that has ended: nothing is done for it any more.
    package func holding(forDamage evidence: String, at now: Date) -> OrderEdit? {
        guard !status.isFinal else { return nil }
        var edit = holding(.damage, evidence)
        edit.audit = .damage(evidence, at: now)
        return edit
    }

    /// What it becomes when the store turns out to be a copy; nil for an order that has ended.
    package func holding(forRestoration cause: String) -> OrderEdit? {
        status.isFinal ? nil : holding(.restoration, cause)
    }

    private func holding(_ hold: Hold, _ cause: String) -> OrderEdit {
        var edit = OrderEdit(self)
        edit.life.release()
        edit.life.status = .held
        // Whoever worked on it has lost it.
        edit.life.fence += 1
        edit.ending = .replaced(.held(hold, cause))
        return edit
    }

    /// What it becomes when nothing about its deliveries is left to be decided; nil when it is not held for one.
    ///
    /// One that is quarantined, damaged or restored stays held: that is another decision.
    func goingOn(at now: Date, heldFor error: String?, isDamaged: Bool) -> OrderEdit? {
        guard status == .held, !isQuarantined, !isDamaged, error != Hold.restoration.rawValue else {
            return nil
        }
        var edit = OrderEdit(self)
        edit.life.status = .running
        edit.life.due = now
        edit.ending = .removed
        return edit
    }

    /// What a person's decision about a delivery makes of it and of its order.
    ///
    /// `hold` is asked for only when the order is held.
    package func deciding(
        _ decision: Delivery.Decision,
        about entry: Delivery,
        after attempts: Int?,
        by operator: Operator,
        at now: Date,
        hold: () throws -> (error: String?, isDamaged: Bool)
    ) rethrows -> (result: DecisionResult, edit: OrderEdit?) {
        // Sent again meanwhile, it is not the attempt any more that somebody judged.
        if let attempts, attempts != entry.attempts { return (.notUncertain(entry), nil) }
        let result = entry.deciding(decision, inOrder: status, at: now)
        guard case .applied = result else { return (result, nil) }
        var edit = OrderEdit(self)
        if status == .held {
            let (error, isDamaged) = try hold()
            edit = goingOn(at: now, heldFor: error, isDamaged: isDamaged) ?? edit
        }
        edit.audit = AuditEntry(decision, about: entry, by: `operator`, at: now)
        return (result, edit)
    }

    /// What the outcome of a send makes of its order; nil when nothing.
    ///
    /// A send that outlived its run may tell what its order is held for, and whose send has come to an outcome did not end
    /// the process. `hold` is asked for only when the order is held.
    package func concluding(
        from before: Delivery.Status,
        at now: Date,
        hold: () throws -> (error: String?, isDamaged: Bool, deliveries: [Delivery.Status])
    ) rethrows -> OrderEdit? {
        var edit: OrderEdit?
        if before == .uncertain, status == .held {
            let (error, isDamaged, deliveries) = try hold()
            if !deliveries.contains(.uncertain) {
                edit = goingOn(at: now, heldFor: error, isDamaged: isDamaged)
            }
        }
        guard streak > 0 || suspicion > 0 else { return edit }
        var cleared = edit ?? OrderEdit(self)
        cleared.life.clearSuspicion()
        return cleared
    }
}

extension AuditEntry {
    /// That the service itself held an order, since what is stored of it is damaged.
    package static func damage(_ evidence: String, at now: Date) -> AuditEntry {
        AuditEntry(.damage, by: Operator("orderd"), at: now, detail: evidence)
    }
}
