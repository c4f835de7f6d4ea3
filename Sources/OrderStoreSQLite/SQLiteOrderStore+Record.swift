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
        return try await write { try $0.record(step, under: lease, holder) }.entry(of: lease)
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

/// What came of a step; an outcome of a send that it brings is kept in each case.
enum Recorded {
    /// All of it is written; the entry of its intent as it was before.
    case written(Delivery?)
    case leaseLost
    /// The move has not heard of an answer.
    case answered

    /// The entry of the intent as it was before; throws when the step was refused.
    func entry(of lease: Lease) throws(StoreError) -> Delivery? {
        switch self {
        case .written(let entry): return entry
        case .leaseLost: throw .leaseLost(lease.id)
        case .answered: throw .answered(lease.id)
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

    /// Writes a step.
    ///
    /// What is refused is answered and not thrown: that would take the outcome back which the step brings.
    func record(
        _ step: Step,
        under lease: Lease,
        _ holder: Holder
    ) throws -> Recorded {
        let known = try step.conclusion.flatMap { try conclude($0, under: lease) }
        guard step.needsLease else { return .written(nil) }
        guard let row = try row(under: lease, holder, known) else { return .leaseLost }
        if let move = step.move {
            if let end = move.ended, try hasAnswer(against: end, of: row.id, besides: move.answers)
            {
                return .answered
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
        guard let intent = step.intent, let now = step.intendedAt else { return .written(nil) }
        guard let before = try deliveryRow(of: row.id, intent.key) else {
            try insert(intent, under: lease, at: now)
            return .written(nil)
        }
        var entry = try before.entry(of: lease.id)
        let (unchanged, answer) = (entry, entry.intend(intent, at: now, fence: lease.fence))
        if entry != unchanged { try write(entry, inPlaceOf: before) }
        return .written(answer)
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
