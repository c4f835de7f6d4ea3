package import FoundationEssentials

/// How far an order is: where it stands, who may take it up and when, and how its runs went.
///
/// Every change of it is one of the functions here and in the extensions beside it; a store writes what they answer.
package struct LifeCycle: Sendable, Equatable {
    package var status: OrderStatus
    /// When its workflow began.
    package var startedAt: Date?
    /// When its workflow ended.
    package var finishedAt: Date?
    /// When it may next be taken up; nil while it is leased, held or finished.
    package var due: Date?
    /// The gate that it waits for; there is one only beside a due time.
    package var gate: String?
    /// When it may be taken up although its gate has no room; there is one only beside a gate.
    package var timer: Date?
    /// The start of the process that has leased it, as the store numbers them over all nodes; nil without a lease.
    package var holder: Int64?
    /// Grows with every lease and with every change from outside.
    package var fence: Int64 = 0
    package var attempts = Attempts()
    /// How often in a row the process ended while it ran, without a recorded step in between.
    package var streak = 0
    /// Its part in those ends, in thousandths: of several orders that ran together each bears a share.
    package var suspicion = 0
    /// How often it was run again after its end.
    package var redrives = 0
    /// When its customer's data were erased.
    package var erasedAt: Date?
    /// The state of its workflow that it is in or was last in.
    package var state: String?

    /// An order that was just accepted.
    package init(due: Date) {
        status = .queued
        self.due = due
    }

    /// Leases the order, and counts a started run; false when it is not to be taken up.
    package mutating func lease(to holder: Int64, at now: Date) -> Bool {
        guard status == .queued || status == .running, due != nil, self.holder == nil else {
            return false
        }
        release()
        status = .running
        fence += 1
        self.holder = holder
        attempts.started += 1
        startedAt = startedAt ?? now
        return true
    }

    /// Whether that lease of that holder is the one that holds.
    package func isLeased(_ lease: Lease, to holder: Int64) -> Bool {
        fence == lease.fence && self.holder == holder
    }

    package mutating func handBack(due: Date) {
        release()
        self.due = due
        attempts.handedBack += 1
    }

    /// What a recorded step makes of it; `deliveries` are asked for only when it is to be held, and whether there are answers,
    /// heartbeats aside, when it is to sleep.
    ///
    /// The answers that the step has taken in, and those to tasks that it closes, are gone by then.
    package func recording(
        _ move: Move,
        deliveries: () throws -> [Delivery.Status],
        hasAnswers: () throws -> Bool
    ) throws -> OrderEdit {
        var edit = OrderEdit(self)
        edit.history = move.history
        edit.snapshot = .replaced(move.snapshot)
        edit.life.state = move.state
        edit.life.attempts.failed += move.failures
        edit.life.clearSuspicion()
        guard move.endsLease else { return edit }
        edit.life.release()
        switch move.next {
        case .proceed: break
        case .sleep(let until, let gate, let timer):
            (edit.life.due, edit.life.gate, edit.life.timer) = (until, gate, timer)
            // What came between the last look and this moment must not wait for the order's own time.
            if try hasAnswers(), let woken = edit.life.answered(at: move.at) {
                edit.life = woken.life
            }
        case .hold(let reason):
            let known = try deliveries()
            if !known.isEmpty, !known.contains(.uncertain) {
                // A decision that came between the uncertain outcome and this moment must not be lost.
                edit.life.due = move.at.addingTimeInterval(Self.pauseAfterDecision)
            } else {
                try edit.life.move(to: .held)
                edit.ending = .replaced(.held(.delivery, reason))
            }
        case .end(let ending):
            try edit.life.move(to: ending.status)
            edit.life.finishedAt = move.at
            edit.givesUpAt = move.at
            edit.ending = .replaced(ending)
            if move.next.dropsPosition { edit.snapshot = .removed }
        }
        return edit
    }

    private static let pauseAfterDecision: TimeInterval = 1

    /// What a change from outside the workflow's course makes of it.
    package func revised(by revision: Revision) throws -> OrderEdit {
        var edit = OrderEdit(self)
        edit.audit = revision.audit
        guard !revision.isErasure else {
            guard status.isFinal else { throw IllegalMove(from: status, to: status) }
            edit.life.erasedAt = revision.audit.at
            edit.isErasure = true
            return edit
        }
        edit.openTasks = revision.openTasks
        edit.life.release()
        edit.life.clearSuspicion()
        try edit.life.move(to: revision.status)
        edit.life.due = revision.due
        edit.life.fence += 1
        edit.life.finishedAt = revision.ending.map { _ in revision.audit.at }
        edit.givesUpAt = edit.life.finishedAt
        if revision.isRedrive {
            edit.life.redrives += 1
            edit.life.attempts = Attempts()
        }
        edit.history = revision.history
        if let snapshot = revision.snapshot { edit.snapshot = .replaced(snapshot) }
        if let input = revision.input { edit.input = .replaced(input) }
        edit.ending = revision.ending.map { .replaced($0) } ?? .removed
        edit.workflow = revision.workflow
        edit.bulk = revision.bulk
        return edit
    }

    /// Takes it off its lease and out of every line.
    mutating func release() { (holder, due, gate, timer) = (nil, nil, nil, nil) }

    /// Takes the suspicion from an order that has come further: it did not end the process on its way here.
    package mutating func clearSuspicion() { (streak, suspicion) = (0, 0) }

    mutating func move(to next: OrderStatus) throws(IllegalMove) {
        guard status.successors.contains(next) else { throw IllegalMove(from: status, to: next) }
        status = next
    }
}

extension OrderStatus {
    /// The legal moves: what an order of this status can become in one change.
    package var successors: Set<OrderStatus> {
        switch self {
        case .queued: [.running, .held, .aborted]
        case .running: [.running, .succeeded, .failed, .timedOut, .aborted, .held]
        // Held again, when damage is found or the store turns out to be a copy.
        case .held: [.running, .aborted, .held]
        // It has come to its end, and there is nothing to run again.
        case .succeeded: []
        case .failed, .timedOut, .aborted: [.running]
        }
    }
}

/// A change that no order can make: a fault of whoever asked for it.
package struct IllegalMove: Error, Equatable, CustomStringConvertible {
    package var from: OrderStatus
    package var to: OrderStatus

    package var description: String {
        "an order that is \(from.rawValue) cannot become \(to.rawValue)"
    }
}
