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
                try connection.end(lease.order, ending, at: move.at.milliseconds)
            }
            if case .hold(let reason) = move.next {
                try connection.hold(lease.order, reason, at: move.at.milliseconds)
            }
            return true
        }
    }
}

extension Connection {
    /// Brings the order's row up to date; false when the lease does not hold.
    fileprivate func move(_ move: Move, _ lease: Lease, epoch: Int64) throws -> Bool {
        switch move.next {
        case .proceed:
            try run(
                """
                update orders set state = ?, failed = failed + ?, crash_streak = 0, suspicion = 0
                where id = ? and fence = ? and lease_epoch = ?
                """,
                move.state,
                move.failures,
                lease.order,
                lease.fence,
                epoch
            )
        case .sleep, .hold, .end:
            try run(
                """
                update orders set state = ?, failed = failed + ?, status = ?, due = ?, gate = ?,
                    timer = ?, lease_epoch = null, crash_streak = 0, suspicion = 0
                where id = ? and fence = ? and lease_epoch = ?
                """,
                move.state,
                move.failures,
                move.next.status.code,
                move.next.due?.milliseconds,
                move.next.gate,
                move.next.timer?.milliseconds,
                lease.order,
                lease.fence,
                epoch
            )
        }
        guard changes == 1 else { return false }
        tally.move(from: .running, to: move.next.status)
        return true
    }

    /// Appends history events as one row, in the order of the orders: neighbours are written together.
    func append(_ events: [RecordedEvent], to order: Int64) throws {
        guard let first = events.first else { return }
        try run(
            "insert into history(order_id, first_event, count, events) values(?, ?, ?, ?)",
            order,
            first.id,
            events.count,
            Array(events.map(\.json).joined(separator: [UInt8(ascii: "\n")]))
        )
    }

    /// Keeps the position, unless the order has succeeded: it never goes on, so its position makes room.
    fileprivate func keep(_ move: Move, of order: Int64) throws {
        if move.next.status == .succeeded {
            try run("delete from executions where order_id = ?", order)
        } else {
            try run(
                "insert or replace into executions(order_id, snapshot) values(?, ?)",
                order,
                move.snapshot
            )
        }
    }

    func end(_ order: Int64, _ ending: Ending, at now: Int64) throws {
        try run("update orders set finished_at = ? where id = ?", now, order)
        try run(
            "insert or replace into endings(order_id, output, error, cause) values(?, ?, ?, ?)",
            order,
            ending.output,
            ending.error,
            ending.cause
        )
    }

    /// Notes why the order is held where a person looks for the error.
    ///
    /// A decision that came between the uncertain outcome and this moment must not be lost: then the order goes on.
    fileprivate func hold(_ order: Int64, _ reason: String, at now: Int64) throws {
        // Served by deliveries_by_key.
        let open = try first(
            "select count(*), coalesce(sum(status = 3), 0) from deliveries where order_id = ?",
            order
        ) { (all: $0.int(0), uncertain: $0.int(1)) }
        if let open, open.all > 0, open.uncertain == 0 {
            tally.move(from: .held, to: .running)
            return try run("update orders set status = 1, due = ? where id = ?", now + 1_000, order)
        }
        try run(
            "insert or replace into endings(order_id, error, cause) values(?, 'Held', ?)",
            order,
            reason
        )
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
