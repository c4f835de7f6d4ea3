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
    }

    init(_ order: Revised) { self.order = order }
}

extension OrderControl {
    /// The most orders that are erased with one.
    package static let maximumErased = 10_000
    private static let page = 100

    /// Erases what an ended order holds of its customer: input, output, position, history, the texts of its deliveries, and
    /// what people wrote when they intervened.
    ///
    /// Number, status, times, counts, message ids, and who did what and when, stay.
    ///
    /// Orders that its tasks have started have their inputs from it, so those that have ended are erased with it, and theirs
    /// in turn; what is left is told. Erasing an order again goes on with what was left.
    package func erase(_ order: OrderID, by operator: Operator) async throws -> Erasure {
        var erasure = Erasure(try await eraseAlone(order, by: `operator`))
        guard case .changed = erasure.order else { return erasure }
        var (seen, parents): (Set<OrderID>, [OrderID]) = ([order], [order])
        while let parent = parents.popLast() {
            for child in try await children(of: parent) where seen.insert(child).inserted {
                guard seen.count <= Self.maximumErased else {
                    erasure.hasMore = true
                    return erasure
                }
                guard let found = try await store.order(child) else { continue }
                guard try await !isShared(found) else {
                    erasure.left.append(Erasure.Left(order: child, reason: .shared))
                    continue
                }
                switch try await eraseAlone(child, by: `operator`) {
                case .changed:
                    erasure.children.append(child)
                    parents.append(child)
                case .refused: erasure.left.append(Erasure.Left(order: child, reason: .notEnded))
                case .unknown: continue
                }
            }
        }
        return erasure
    }

    private func eraseAlone(_ order: OrderID, by operator: Operator) async throws -> Revised {
        let now = clock.now
        return try await store.revise(order) { .erase($0, by: `operator`, at: now) }
    }

    /// One more than may be erased at most.
    private func children(of parent: OrderID) async throws -> [OrderID] {
        var all: [OrderID] = []
        while all.count <= Self.maximumErased {
            let found = try await store.children(of: parent, after: all.count, limit: Self.page)
            all += found
            if found.count < Self.page { break }
        }
        return all
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
