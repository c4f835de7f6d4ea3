import FoundationEssentials

/// What came of erasing an order and those that its tasks have started.
package struct Erasure: Sendable, Equatable {
    /// What came of the order itself.
    package var order: Revised
    /// Orders that its tasks have started, or theirs, and that hold nothing of the customer any more.
    package var children: [OrderID] = []
    /// Those that still do.
    package var left: [Left] = []
    /// Whether there are more than were looked at.
    package var hasMore = false

    package struct Left: Sendable, Equatable {
        package var order: OrderID
        package var reason: Reason
    }

    package enum Reason: String, Sendable {
        /// It runs on by itself.
        case notEnded = "not-ended"
        /// A task of another order has started it too, which is not erased.
        case shared
        /// It has started orders that the store cannot name any more.
        case damaged
    }

    init(_ order: Revised) { self.order = order }
}

extension OrderControl {
    /// The most orders that are erased with one, and for how long the last of them is begun, in seconds.
    package static let maximumErased = 10_000
    private static let longestErasure = 15.0
    private static let page = 100

    /// Erases what an ended order holds of its customer: input, output, position, history, the texts of its deliveries, and
    /// what people wrote when they intervened.
    ///
    /// Number, status, times, counts, message ids, and who did what and when, stay.
    ///
    /// Orders that its tasks have started have their inputs from it, so those that have ended are erased with it, and theirs
    /// in turn; what is left is told. Erasing an order again goes on with what was left.
    package func erase(_ order: OrderID, by operator: Operator) async throws -> Erasure {
        let erasure = try await eraseAll(order, by: `operator`)
        // Once for all of them: it waits for everybody who reads.
        if case .changed = erasure.order { try await store.finishErasing() }
        return erasure
    }

    private func eraseAll(_ order: OrderID, by operator: Operator) async throws -> Erasure {
        var erasure = Erasure(try await eraseAlone(order, by: `operator`))
        guard case .changed = erasure.order else { return erasure }
        var (seen, parents): (Set<OrderID>, [OrderID]) = ([order], [order])
        let end = clock.now.addingTimeInterval(Self.longestErasure)
        while let parent = parents.popLast() {
            var place: Int64? = 0
            while let after = place {
                let page = try await store.children(of: parent, after: after, limit: Self.page)
                place = page.next
                if page.damaged > 0, erasure.left.last?.order != parent {
                    erasure.left.append(Erasure.Left(order: parent, reason: .damaged))
                }
                for child in page.children where seen.insert(child).inserted {
                    guard seen.count <= Self.maximumErased, clock.now < end else {
                        erasure.hasMore = true
                        return erasure
                    }
                    guard try await erase(child, with: &erasure, by: `operator`) else { continue }
                    parents.append(child)
                }
            }
        }
        return erasure
    }

    /// Erases an order that a task has started, and answers whether those that it has started itself are to follow.
    private func erase(
        _ child: OrderID,
        with erasure: inout Erasure,
        by operator: Operator
    ) async throws -> Bool {
        guard let found = try await store.order(child) else { return false }
        guard try await !isShared(found) else {
            erasure.left.append(Erasure.Left(order: child, reason: .shared))
            return false
        }
        switch try await eraseAlone(child, by: `operator`) {
        case .changed:
            erasure.children.append(child)
            return true
        case .refused: erasure.left.append(Erasure.Left(order: child, reason: .notEnded))
        case .unknown: break
        }
        return false
    }

    private func eraseAlone(_ order: OrderID, by operator: Operator) async throws -> Revised {
        let now = clock.now
        return try await store.revise(order) { .erase($0, by: `operator`, at: now) }
    }

    /// Whether an order has started it whose data stay.
    private func isShared(_ child: Order) async throws -> Bool {
        for parent in child.parents {
            if let order = try await store.order(parent.order), order.erasedAt == nil {
                return true
            }
        }
        return false
    }
}
