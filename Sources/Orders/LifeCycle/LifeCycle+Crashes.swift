package import FoundationEssentials

extension LifeCycle {
    /// The suspicion of an order that was running alone when its process ended.
    static let wholeSuspicion = 1_000
    /// From this on an order is to blame: to have run alone at one end of the process may be chance.
    static let blame = 2 * wholeSuspicion

    /// What each of so many orders bears that were running when their process ended: nobody knows which of them did it.
    package static func share(of running: Int) -> Int { wholeSuspicion / max(1, running) }

    /// What the end of the process that had leased it makes of it; nil for an order without a lease.
    ///
    /// It is due at once, or held when that has happened too often and it is to blame. `earlier` are its crashes before this one, asked for only when it is held.
    package func takingBack(
        share: Int,
        at now: Date,
        earlier: () throws -> [Crash]
    ) rethrows -> OrderEdit? {
        guard let holder else { return nil }
        var edit = OrderEdit(self)
        let crash = Crash(boot: holder, foundAt: now, state: state, run: attempts.started)
        edit.crash = crash
        edit.life.release()
        edit.life.due = now
        edit.life.attempts.crashed += 1
        edit.life.streak += 1
        edit.life.suspicion += share
        guard edit.life.streak >= Crash.limit, edit.life.suspicion >= Self.blame else {
            return edit
        }
        (edit.life.status, edit.life.due) = (.held, nil)
        let evidence = Self.evidence(try earlier() + [crash], streak: edit.life.streak)
        edit.ending = .replaced(.held(.quarantine, evidence))
        edit.audit = AuditEntry(.quarantine, by: Operator("orderd"), at: now, detail: evidence)
        return edit
    }

    private static func evidence(_ crashes: [Crash], streak: Int) -> String {
        let last = crashes.sorted { $0.boot < $1.boot }.suffix(streak)
        let boots = last.map { "\($0.boot)" }.joined(separator: ", ")
        let place = last.last?.state.map { "in state \($0)" } ?? "before its first state"
        return
            "the process ended \(streak) times in a row while this order ran, \(place), in run "
            + "\(last.last?.run ?? 0); boots \(boots). A redrive lets it go on"
    }

    /// When an order is due that the clock was set back for; nil when it stays.
    ///
    /// What was to be taken up as soon as it was accepted is due now, and no order rests longer at a gate than its
    /// provider is left alone.
    package func followingClock(acceptedAt: Date, at now: Date) -> Date? {
        guard let due, due > now else { return nil }
        let longest = now.addingTimeInterval(ProviderGate.longestRest)
        if gate != nil { return due > longest ? now : nil }
        return status == .queued && due == acceptedAt ? now : nil
    }
}
