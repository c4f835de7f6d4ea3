extension OrderControl {
    /// Decides about an uncertain delivery, so that its held order goes on.
    package func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        by operator: Operator
    ) async throws -> DecisionResult {
        let result = try await store.decide(delivery, decision, by: `operator`, at: clock.now)
        if case .applied = result { dispatcher.wake.raise() }
        return result
    }

    /// What the same decision about all that are meant would come to, at most so many of them; nothing is changed.
    package func preview(
        _ decision: Delivery.Decision,
        about filter: DeliveryFilter,
        before: Int64?,
        limit: Int
    ) async throws -> BulkDecision {
        let found = try await find(filter, decision, before: before)
        var preview = found.tally
        preview.decided = Array(found.possible.prefix(limit))
        preview.leave(found.possible.dropFirst(limit), after: preview.decided)
        return preview
    }

    /// Decides the same about all uncertain deliveries that are meant, the newest first and at most so many.
    ///
    /// Each is decided and audited by itself, as a person would one after the other: one that is settled or sent again
    /// meanwhile stays as it is. When the store fails in the midst, what is decided is told, and where to go on.
    package func decide(
        _ decision: Delivery.Decision,
        about filter: DeliveryFilter,
        before: Int64?,
        limit: Int,
        by operator: Operator
    ) async throws -> BulkDecision {
        let found = try await find(filter, decision, before: before)
        var done = found.tally
        var rest = found.possible.prefix(limit)
        let left = found.possible.dropFirst(limit)
        while !rest.isEmpty {
            // Together they share a transaction.
            let batch = rest.prefix(Self.batch)
            let results = await results(of: decision, about: batch, by: `operator`)
            for (delivery, result) in zip(batch, results) { done.note(result, of: delivery) }
            guard results.allSatisfy({ $0 != .unavailable }) else {
                done.next = batch.first.map { $0.id + 1 }
                return done
            }
            rest = rest.dropFirst(Self.batch)
        }
        done.leave(left, after: Array(found.possible.prefix(limit)))
        return done
    }

    private func results(
        of decision: Delivery.Decision,
        about batch: ArraySlice<Delivery>,
        by operator: Operator
    ) async -> [BulkDecision.Result] {
        await withTaskGroup(of: (Int64, BulkDecision.Result).self) { group in
            for delivery in batch {
                group.addTask { (delivery.id, await self.result(decision, delivery, `operator`)) }
            }
            var results: [Int64: BulkDecision.Result] = [:]
            for await (id, result) in group { results[id] = result }
            return batch.map { results[$0.id] ?? .unavailable }
        }
    }

    private func result(
        _ decision: Delivery.Decision,
        _ delivery: Delivery,
        _ operator: Operator
    ) async -> BulkDecision.Result {
        do {
            let result = try await store.decide(
                delivery.id,
                decision,
                after: delivery.attempts,
                by: `operator`,
                at: clock.now
            )
            switch result {
            case .applied(let decided):
                dispatcher.wake.raise()
                return .decided(decided)
            case .notUncertain, .unknown: return .settled
            case .orderEnded: return .refused
            }
        } catch StoreError.damaged {
            // The others must not wait for it.
            return .refused
        } catch {
            return .unavailable
        }
    }

    /// Uncertain deliveries that are meant and can be decided so, and how many cannot.
    private func find(
        _ filter: DeliveryFilter,
        _ decision: Delivery.Decision,
        before: Int64?
    ) async throws -> (possible: [Delivery], tally: BulkDecision) {
        var (possible, tally) = ([Delivery](), BulkDecision())
        var (looked, before) = (0, before ?? Int64.max)
        while looked < BulkDecision.maximumLook {
            let page = try await reader.deliveries(
                DeliveryQuery(.uncertain, before: before, limit: Self.page)
            )
            for delivery in page.deliveries where filter.mayInclude(delivery) {
                guard let order = try await store.order(delivery.order),
                    filter.includes(order, default: workflows.current.name)
                else { continue }
                tally.matching += 1
                switch delivery.deciding(decision, inOrder: order.status, at: clock.now) {
                case .applied where order.damage == nil: possible.append(delivery)
                case .applied, .notUncertain, .orderEnded, .unknown: tally.refused += 1
                }
            }
            guard let next = page.next else { return (possible, tally) }
            (looked, before) = (looked + Self.page, next)
        }
        tally.next = before
        return (possible, tally)
    }

    /// How many entries are read at a time.
    private static var page: Int { 200 }
    /// How many are decided at a time.
    private static var batch: Int { 16 }
}
