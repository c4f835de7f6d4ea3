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
        limit: Int
    ) async throws -> BulkDecision {
        let found = try await find(filter, decision)
        var preview = found.tally
        preview.decided = Array(found.possible.prefix(limit))
        preview.hasMore = preview.hasMore || found.possible.count > limit
        return preview
    }

    /// Decides the same about all uncertain deliveries that are meant, the newest first and at most so many.
    ///
    /// Each is decided and audited by itself, as a person would one after the other: one that is settled meanwhile stays as
    /// it is, and the same again decides what is left.
    package func decide(
        _ decision: Delivery.Decision,
        about filter: DeliveryFilter,
        limit: Int,
        by operator: Operator
    ) async throws -> BulkDecision {
        let found = try await find(filter, decision)
        var done = found.tally
        done.hasMore = done.hasMore || found.possible.count > limit
        for delivery in found.possible.prefix(limit) {
            do {
                switch try await decide(delivery.id, decision, by: `operator`) {
                case .applied(let decided): done.decided.append(decided)
                case .notUncertain, .unknown: done.settled += 1
                case .orderEnded: done.refused += 1
                }
            } catch StoreError.damaged {
                // The others must not wait for it.
                done.refused += 1
            }
        }
        return done
    }

    /// Uncertain deliveries that are meant and can be decided so, and how many cannot.
    private func find(
        _ filter: DeliveryFilter,
        _ decision: Delivery.Decision
    ) async throws -> (possible: [Delivery], tally: BulkDecision) {
        var (possible, tally) = ([Delivery](), BulkDecision())
        var (looked, before) = (0, Int64.max)
        while looked < BulkDecision.maximumLook {
            let page = try await reader.deliveries(.uncertain, before: before, limit: Self.page)
            guard let last = page.last else { return (possible, tally) }
            for delivery in page where filter.mayInclude(delivery) {
                guard let order = try await store.order(delivery.order),
                    filter.includes(order, default: workflows.current.name)
                else { continue }
                tally.matching += 1
                switch delivery.deciding(decision, inOrder: order.status, at: clock.now) {
                case .applied: possible.append(delivery)
                case .notUncertain, .orderEnded, .unknown: tally.refused += 1
                }
            }
            (looked, before) = (looked + page.count, last.id)
        }
        tally.hasMore = true
        return (possible, tally)
    }

    /// How many entries are read at a time.
    private static var page: Int { 200 }
}
