public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// Writes the intent and answers the entry as it was before; nil means that it is new.
    public func intend(
        _ intent: Delivery.Intent,
        at now: Date,
        under lease: Lease
    ) async throws -> Delivery? {
        let result = try await guarded {
            [epoch] connection -> (isHeld: Bool, before: Delivery?) in
            guard try connection.row(under: lease, epoch: epoch) != nil else { return (false, nil) }
            guard let before = try connection.deliveryRow(of: lease.order, intent.key) else {
                try connection.insert(intent, under: lease, at: now.milliseconds)
                return (true, nil)
            }
            let entry = try connection.resume(before, intent, lease, now.milliseconds)
            return (true, try entry.entry(of: lease.number))
        }
        guard result.isHeld else { throw StoreError.leaseLost(lease.number) }
        return result.before
    }

    /// Writes how the attempt to send ended, whether the lease holds or not.
    public func conclude(
        _ key: Delivery.Key,
        _ outcome: Delivery.Outcome,
        at now: Date,
        under lease: Lease
    ) async throws {
        try await write { [hasSuspects] connection in
            guard let entry = try connection.deliveryRow(of: lease.order, key) else { return }
            // Two attempts may overlap, of a stopped run and of the next: what one of them delivered is delivered.
            let isSent = entry.status == Delivery.Status.sent.code
            guard !isSent || outcome.status == .sent else { return }
            // What became of an earlier attempt says nothing of a later one, unless it was accepted.
            guard outcome.status == .sent || entry.fence == lease.fence else { return }
            try connection.conclude(entry, outcome, now.milliseconds)
            do {
                try connection.didConclude(entry, hasSuspects: hasSuspects, now.milliseconds)
            } catch let damage as Damage {
                // What was sent is sent, whatever else is wrong with the order.
                try connection.hold(damage, at: now.milliseconds)
            }
        }
    }

    /// Applies a person's decision to an uncertain delivery and makes its held order due.
    public func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        by operator: Operator,
        at now: Date
    ) async throws -> DecisionResult {
        try await write { connection in
            guard let row = try connection.deliveryRow(id: delivery),
                let order = try connection.orderRow(row.order)
            else { return .unknown }
            let number = try connection.number(of: order)
            let entry = try row.entry(of: number)
            guard entry.status == .uncertain else { return .notUncertain(entry) }
            if decision == .resend, order.hasEnded { return .orderEnded(entry) }
            switch decision {
            case .resend: try connection.set(row, .resend, now.milliseconds)
            case .assumeSent:
                try connection.conclude(row, .sent(messageID: nil), now.milliseconds)
            }
            try connection.unhold(order, now.milliseconds)
            connection.changesEnded = true
            let detail =
                "\(decision.rawValue): \(entry.kind.rawValue) \(entry.key.name), delivery \(entry.id)"
            let audit = AuditEntry(.decide, by: `operator`, at: now, detail: detail)
            try connection.insert(audit, order: order.id)
            let decided = try connection.deliveryRow(id: delivery)
            return .applied(try decided?.entry(of: number) ?? entry)
        }
    }

    /// Ledger entries of one status, newest first.
    public func deliveries(_ status: Delivery.Status, limit: Int) async throws -> [Delivery] {
        try await read { connection in
            try connection.deliveryRows(status, limit: limit).compactMap { row in
                guard let order = try connection.storedOrderRow(row.order)?.row,
                    let number = OrderNumber(order.number)
                else { return nil }
                return try row.entry(of: number)
            }
        }
    }
}

extension OrderRow {
    /// Whether the order has come to its end.
    fileprivate var hasEnded: Bool { OrderStatus(code: status)?.isFinal ?? false }
}

extension Connection {
    /// Decides what an intent means for an entry that exists, and answers the entry as it was.
    fileprivate func resume(
        _ row: DeliveryRow,
        _ intent: Delivery.Intent,
        _ lease: Lease,
        _ now: Int64
    ) throws -> DeliveryRow {
        switch Delivery.Status(code: row.status) {
        case .sent, .uncertain: return row
        case .refused, .resend:
            try intendAgain(row, intent, lease, now)
            return row
        case .intended:
            // Whoever intended it did not live to write the outcome.
            return try conclude(row, .uncertain(reason: Self.interrupted), now)
        case nil: throw row.damage
        }
    }

    private func intendAgain(
        _ row: DeliveryRow,
        _ intent: Delivery.Intent,
        _ lease: Lease,
        _ now: Int64
    ) throws {
        var again = row
        again.status = Delivery.Status.intended.code
        again.contentHash = intent.contentHash
        again.attempts += 1
        again.fence = lease.fence
        again.intendedAt = now
        (again.concludedAt, again.reason) = (nil, nil)
        try write(again, inPlaceOf: row)
    }

    @discardableResult
    func conclude(
        _ row: DeliveryRow,
        _ outcome: Delivery.Outcome,
        _ now: Int64
    ) throws -> DeliveryRow {
        var concluded = row
        switch outcome {
        case .sent(let id): (concluded.messageID, concluded.reason) = (id, nil)
        case .refused(let why), .uncertain(let why):
            (concluded.messageID, concluded.reason) = (nil, why)
        }
        concluded.status = outcome.status.code
        concluded.concludedAt = now
        try write(concluded, inPlaceOf: row)
        return concluded
    }

    /// What an outcome means for the order around it.
    fileprivate func didConclude(
        _ before: DeliveryRow,
        hasSuspects: Bool,
        _ now: Int64
    ) throws {
        guard var order = try orderRow(before.order) else { return }
        if order.hasEnded { changesEnded = true }
        // A send that outlived its run may tell what its order is held for.
        if before.status == Delivery.Status.uncertain.code, try !awaitsDecision(order.id) {
            try unhold(order, now)
            order = try orderRow(order.id) ?? order
        }
        guard hasSuspects, order.crashStreak > 0 || order.suspicion > 0 else { return }
        order.clear()
        try write(order)
    }

    fileprivate func set(_ row: DeliveryRow, _ status: Delivery.Status, _ now: Int64) throws {
        var changed = row
        changed.status = status.code
        changed.concludedAt = now
        try write(changed, inPlaceOf: row)
    }

    /// Whether a delivery of the order is uncertain.
    fileprivate func awaitsDecision(_ order: Int64) throws -> Bool {
        try deliveryRows(of: order).contains { $0.status == Delivery.Status.uncertain.code }
    }

    /// Lets an order go on that was held for a delivery; one that is quarantined, damaged or restored stays.
    fileprivate func unhold(_ order: OrderRow, _ now: Int64) throws {
        guard order.status == OrderStatus.held.code, order.crashStreak < Crash.limit,
            try damage(of: order.id) == nil,
            try ending(order.id)?.error != Restoration.error
        else { return }
        var row = order
        row.status = OrderStatus.running.code
        row.due = now
        try write(row)
        tally.move(from: .held, to: .running)
        try run("delete from endings where order_id = ?", order.id)
    }
}
