import Foundation
package import Orders

extension PostgresOrderStore {
    package func standing(_ id: OrderID) async throws -> Standing? {
        try await read { connection in try connection.place(of: id).map(connection.standing) }
    }

    /// Has the dead versions of rows cleared away that hold a customer's data.
    ///
    /// What the database has logged of them goes when the server recycles its log, and from its archive and its copies when
    /// whoever keeps those lets them go: that is out of this store's hands.
    package func finishErasing() async throws {
        // It takes as long as the tables are large, and the writer and the reader go on meanwhile.
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            let thread = Thread { [server] in
                nameThread("store-eraser")
                done.resume(
                    with: Result {
                        do {
                            let connection = try server.openReader()
                            for table in Self.tablesOfCustomers { try connection.vacuum(table) }
                        } catch { throw StoreError(error) }
                    }
                )
            }
            thread.start()
        }
    }

    private static let tablesOfCustomers = [
        "inputs", "origins", "executions", "history", "endings", "deliveries", "idempotency_keys",
        "audit",
    ]

    /// Changes an order as `decide` says, in one transaction.
    package func revise(
        _ id: OrderID,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised {
        try await write { connection in
            guard let place = try connection.place(of: id),
                let row = try connection.orderRow(place)
            else { return .unknown }
            let standing = try connection.standing(place)
            switch decide(standing) {
            case .refuse(let refusal): return .refused(refusal, standing.order)
            case .leave: return .changed(standing.order)
            case .revise(let revision):
                try connection.write(try row.life.revised(by: revision), to: row)
                return .changed(try connection.order(place))
            }
        }
    }

    /// Has a provider's news of a delivery join an order's story.
    package func note(
        of order: OrderID,
        _ decide: @escaping @Sendable (Order) -> DeliveryNews?
    ) async throws -> NewsResult {
        try await write { connection in
            guard let place = try connection.place(of: order),
                let row = try connection.orderRow(place)
            else { return .unknown }
            let standing = try connection.order(place)
            guard let news = decide(standing) else { return .setAside }
            if let result = news.result(in: standing.audit) { return result }
            if let (id, messageID) = news.settled,
                let delivery = try connection.deliveryRows(of: place).first(where: { $0.id == id })
            {
                var entry = delivery.entry(of: standing.id)
                let before = entry.status
                let sent = Delivery.Outcome.sent(messageID: messageID)
                if entry.conclude(sent, at: news.entry.at, fence: entry.fence) {
                    try connection.write(entry, inPlaceOf: delivery)
                    try connection.didConclude(row, from: before, at: news.entry.at)
                }
            }
            try connection.insert(news.entry, order: place)
            return .noted(isNew: true)
        }
    }
}

extension Connection {
    fileprivate func standing(_ place: Int64) throws -> Standing {
        guard let row = try orderRow(place) else {
            throw StoreError.unavailable("order \(place) has just been deleted")
        }
        return Standing(
            order: try order(place),
            snapshot: try snapshot(place),
            lastEvent: try lastEvent(of: place),
            isQuarantined: row.life.isQuarantined,
            fence: row.life.fence
        )
    }
}
