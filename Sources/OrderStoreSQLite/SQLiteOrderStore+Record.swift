package import FoundationEssentials
package import Orders

extension SQLiteOrderStore {
    /// Writes one step of an order's run, whose parts belong together.
    package func record(_ step: Step, under lease: Lease) async throws -> Delivery? {
        if step.intent != nil, let fault = misplaced {
            // Nothing is sent any more; what has happened is kept all the same.
            if let happened = step.happened { _ = try await record(happened, under: lease) }
            throw StoreError.unavailable(fault)
        }
        let holder = holder
        let recorded = try await write { try $0.record(step, under: lease, holder) }
        guard recorded.isHeld else { throw StoreError.leaseLost(lease.id) }
        return recorded.entry
    }

    /// Applies a person's decision to an uncertain delivery and makes its held order due.
    package func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        after attempts: Int?,
        by operator: Operator,
        at now: Date
    ) async throws -> DecisionResult {
        try await write { connection in
            guard let row = try connection.deliveryRow(id: delivery),
                let order = try connection.orderRow(row.order)
            else { return .unknown }
            let entry = try row.entry(of: connection.id(of: order))
            let (result, edit) = try order.life()
                .deciding(decision, about: entry, after: attempts, by: `operator`, at: now) {
                    (
                        try connection.ending(order.id)?.error,
                        try connection.damage(of: order.id) != nil
                    )
                }
            if case .applied(let decided) = result { try connection.write(decided, inPlaceOf: row) }
            if let edit { try connection.write(edit, to: order) }
            return result
        }
    }
}

extension Connection {
    /// The order's row, which may be known already, as long as the lease holds; nil when it does not.
    func row(under lease: Lease, _ holder: Holder, _ known: OrderRow? = nil) throws -> OrderRow? {
        guard lease.node == holder.node, let row = try known ?? orderRow(lease.order),
            try row.life().isLeased(lease, to: holder.boot)
        else { return nil }
        return row
    }

    /// Writes a step; answers whether the lease held if it had to, and the entry of the intent as it was before.
    func record(
        _ step: Step,
        under lease: Lease,
        _ holder: Holder
    ) throws -> (isHeld: Bool, entry: Delivery?) {
        let known = try step.conclusion.flatMap { try conclude($0, under: lease) }
        guard step.needsLease else { return (true, nil) }
        guard let row = try row(under: lease, holder, known) else { return (false, nil) }
        if let move = step.move {
            if let end = move.ended, try hasAnswer(against: end, of: row.id, besides: move.answers)
            {
                throw StoreError.answered(lease.id)
            }
            // What the step takes in and closes goes first, so that only what is left can wake the order.
            try drop(move.answers, of: row.id)
            if let tasks = move.openTasks { try replaceOpenTasks(of: row.id, by: tasks) }
            let edit = try row.life()
                .recording(move) {
                    try deliveryRows(of: row.id).map { try $0.entry(of: lease.id).status }
                } hasAnswers: {
                    try hasAnswers(row.id)
                }
            try write(edit, to: row)
        }
        guard let intent = step.intent, let now = step.intendedAt else { return (true, nil) }
        guard let before = try deliveryRow(of: row.id, intent.key) else {
            try insert(intent, under: lease, at: now)
            return (true, nil)
        }
        var entry = try before.entry(of: lease.id)
        let (unchanged, answer) = (entry, entry.intend(intent, at: now, fence: lease.fence))
        if entry != unchanged { try write(entry, inPlaceOf: before) }
        return (true, answer)
    }

    /// Writes the outcome of a send; answers the order's row if it was read and stayed as it was.
    private func conclude(_ conclusion: Conclusion, under lease: Lease) throws -> OrderRow? {
        guard let row = try deliveryRow(of: lease.order, conclusion.key) else { return nil }
        var entry = try row.entry(of: lease.id)
        let before = entry.status
        guard entry.conclude(conclusion.outcome, at: conclusion.at, fence: lease.fence) else {
            return nil
        }
        // A send that outlived its order is not tried again.
        if entry.status == .waiting,
            let order = try storedOrderRow(row.order)?.row,
            OrderStatus(code: order.status)?.isFinal == true
        {
            _ = entry.giveUp(at: conclusion.at)
        }
        try write(entry, inPlaceOf: row)
        do {
            return try didConclude(row.order, from: before, at: conclusion.at)
        } catch let damage as Damage {
            // What was sent is sent, whatever else is wrong with the order.
            try hold(damage, at: conclusion.at.milliseconds)
            return nil
        }
    }

    /// Does what an outcome means for its order; answers the order's row if that stayed as it was.
    @discardableResult
    func didConclude(
        _ order: Int64,
        from before: Delivery.Status,
        at now: Date
    ) throws -> OrderRow? {
        guard let row = try orderRow(order) else { return nil }
        let life = try row.life()
        if life.status.isFinal { changesEnded = true }
        let edit = try life.concluding(from: before, at: now) {
            (
                try ending(order)?.error, try damage(of: order) != nil,
                try deliveryRows(of: order).map { try $0.knownStatus() }
            )
        }
        guard let edit else { return row }
        try write(edit, to: row)
        return nil
    }
}
