package import FoundationEssentials
package import Orders

extension PostgresOrderStore {
    /// Writes one step of an order's run, whose parts belong together.
    package func record(_ step: Step, under lease: Lease) async throws -> Delivery? {
        try await write(about: [lease.order]) { [holder] connection in
            try connection.record(step, under: lease, holder)
        }
        .get()
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
            // The entry is read once its order is locked.
            guard let place = try connection.order(ofDelivery: delivery),
                let order = try connection.orderRow(place),
                let row = try connection.deliveryRows(of: place).first(where: { $0.id == delivery })
            else { return .unknown }
            let (result, edit) = try order.life.deciding(
                decision,
                about: row.entry(of: order.number),
                after: attempts,
                by: `operator`,
                at: now
            ) { (try connection.ending(place, order.life.status)?.error, false) }
            if case .applied(let decided) = result { try connection.write(decided, inPlaceOf: row) }
            if let edit { try connection.write(edit, to: order) }
            return result
        }
    }
}

extension Connection {
    /// The order's row as long as the lease holds; nil when it does not.
    func row(under lease: Lease, _ holder: Holder) throws -> OrderRow? {
        guard lease.node == holder.node, let row = try orderRow(lease.order),
            row.life.isLeased(lease, to: holder.boot)
        else { return nil }
        return row
    }

    /// Writes a step; answers the entry of the intent as it was before.
    ///
    /// That the lease is lost, or that the task was answered which the step ends, is answered and not thrown: the outcome
    /// that came with it is kept.
    func record(
        _ step: Step,
        under lease: Lease,
        _ holder: Holder
    ) throws -> Result<Delivery?, StoreError> {
        if let conclusion = step.conclusion { try conclude(conclusion, under: lease) }
        guard step.needsLease else { return .success(nil) }
        guard let row = try row(under: lease, holder) else { return .failure(.leaseLost(lease.id)) }
        if let move = step.move {
            if let end = move.ended, try hasAnswer(against: end, of: row.id, besides: move.answers)
            {
                return .failure(.answered(lease.id))
            }
            // What the step takes in and closes goes first, so that only what is left can wake the order.
            try drop(move.answers, of: row.id)
            if let tasks = move.openTasks { try replaceOpenTasks(of: row.id, by: tasks) }
            let edit = try row.life.recording(move) {
                try deliveryRows(of: row.id).map(\.status)
            } hasAnswers: {
                try hasAnswers(row.id)
            }
            try write(edit, to: row)
        }
        guard let intent = step.intent, let now = step.intendedAt else { return .success(nil) }
        guard let before = try deliveryRow(of: row.id, intent.key) else {
            try insert(intent, under: lease, at: now)
            return .success(nil)
        }
        var entry = before.entry(of: lease.id)
        let (unchanged, answer) = (entry, entry.intend(intent, at: now, fence: lease.fence))
        if entry != unchanged { try write(entry, inPlaceOf: before) }
        return .success(answer)
    }

    /// Writes the outcome of a send.
    private func conclude(_ conclusion: Conclusion, under lease: Lease) throws {
        // Locked before its entries are read.
        guard let order = try orderRow(lease.order),
            let row = try deliveryRow(of: lease.order, conclusion.key)
        else { return }
        var entry = row.entry(of: order.number)
        let before = entry.status
        guard entry.conclude(conclusion.outcome, at: conclusion.at, fence: lease.fence) else {
            return
        }
        // A send that outlived its order is not tried again.
        if order.life.status.isFinal { _ = entry.giveUp(at: conclusion.at) }
        try write(entry, inPlaceOf: row)
        try didConclude(order, from: before, at: conclusion.at)
    }

    /// Does what an outcome means for its order.
    func didConclude(_ order: OrderRow, from before: Delivery.Status, at now: Date) throws {
        let edit = try order.life.concluding(from: before, at: now) {
            (
                try ending(order.id, order.life.status)?.error, false,
                try deliveryRows(of: order.id).map(\.status)
            )
        }
        if let edit { try write(edit, to: order) }
    }
}
