import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// Writes one step of an order, if the lease still holds.
    public func record(_ move: Move, under lease: Lease) async throws {
        try await held(lease) { [epoch] connection in
            guard try connection.move(move, lease, epoch: epoch) else { return false }
            try connection.append(move.history, to: lease.order)
            try connection.keep(move, of: lease.order)
            if case .end(let ending) = move.next {
                try connection.replaceEnding(of: lease.order, by: StoredEnding(ending))
            }
            if case .hold(let reason) = move.next {
                try connection.hold(lease.order, reason, at: move.at.milliseconds)
            }
            return true
        }
    }
}

extension Connection {
    /// The order's row as long as the lease holds; nil when it does not.
    func row(under lease: Lease, epoch: Int64) throws -> OrderRow? {
        guard let row = try orderRow(lease.order), row.fence == lease.fence,
            row.leaseEpoch == epoch
        else { return nil }
        return row
    }

    /// Brings the order's row up to date; false when the lease does not hold.
    fileprivate func move(_ move: Move, _ lease: Lease, epoch: Int64) throws -> Bool {
        guard var row = try row(under: lease, epoch: epoch) else { return false }
        row.state = move.state
        row.failed += Int64(move.failures)
        if case .proceed = move.next, row.crashStreak == 0, row.suspicion == 0 {
            try writeProgress(row)
            return true
        }
        row.clear()
        if move.next.endsLease {
            row.release()
            row.status = move.next.status.code
            row.due = move.next.due?.milliseconds
            row.gate = move.next.gate
            row.timer = move.next.timer?.milliseconds
        }
        if case .end = move.next { row.finishedAt = move.at.milliseconds }
        try write(row)
        tally.move(from: .running, to: move.next.status)
        return true
    }

    /// Keeps the position, unless the order has succeeded: it never goes on, so its position makes room.
    fileprivate func keep(_ move: Move, of order: Int64) throws {
        if move.next.status == .succeeded {
            try run("delete from executions where order_id = ?", order)
        } else {
            try replaceSnapshot(of: order, by: move.snapshot)
        }
    }

    /// Notes why the order is held where a person looks for the error.
    ///
    /// A decision that came between the uncertain outcome and this moment must not be lost: then the order goes on.
    fileprivate func hold(_ order: Int64, _ reason: String, at now: Int64) throws {
        let deliveries = try deliveryRows(of: order)
        let uncertain = Delivery.Status.uncertain.code
        if !deliveries.isEmpty, deliveries.allSatisfy({ $0.status != uncertain }),
            var row = try orderRow(order)
        {
            row.status = OrderStatus.running.code
            row.due = now + 1_000
            try write(row)
            return tally.move(from: .held, to: .running)
        }
        try replaceEnding(of: order, by: StoredEnding(error: "Held", cause: reason))
    }
}

extension StoredEnding {
    init(_ ending: Ending) {
        self.init(output: ending.output, error: ending.error, cause: ending.cause)
    }
}

extension Move.Next {
    /// The order's status after the step.
    fileprivate var status: OrderStatus {
        switch self {
        case .proceed, .sleep: .running
        case .hold: .held
        case .end(let ending): ending.status
        }
    }

    fileprivate var endsLease: Bool {
        if case .proceed = self { false } else { true }
    }

    /// When the order is due after the step.
    fileprivate var due: Date? {
        guard case .sleep(let until, _, _) = self else { return nil }
        return until
    }

    /// The gate that the order waits for after the step.
    fileprivate var gate: String? {
        guard case .sleep(_, let gate, _) = self else { return nil }
        return gate
    }

    /// When the order is due after the step although its gate has no room.
    fileprivate var timer: Date? {
        guard case .sleep(_, _, let timer) = self else { return nil }
        return timer
    }
}
