import FoundationEssentials
package import Orders

extension PostgresOrderStore: RetentionStore {
    /// Deletes ended orders with all that belongs to them, in one small transaction.
    package func prune(_ request: PruneRequest) async throws -> Int {
        try await write { connection in
            let excess = max(0, try connection.totals().ended - request.keeping)
            let old = try connection.ended(before: request.endedBefore, limit: request.limit)
            let many = try connection.ended(before: nil, limit: min(request.limit, excess))
            let orders = many.count > old.count ? many : old
            try connection.delete(orders)
            if let limit = request.keysBefore {
                try connection.deleteKeys(before: limit, request.limit)
            }
            try connection.deleteRecords(before: request.endedBefore, request.limit)
            return orders.count
        }
    }
}

private struct EndedOrder {
    let id: Int64
    let status: OrderStatus
}

extension Connection {
    /// Orders that have ended, the longest ended first; served by orders_finished.
    fileprivate func ended(before: Date?, limit: Int) throws -> [EndedOrder] {
        guard limit > 0 else { return [] }
        return try all(
            """
            select id, status from orders where finished_at is not null and finished_at < $1
            order by finished_at, id limit $2 for update skip locked
            """,
            before?.milliseconds ?? .max,
            limit
        ) { EndedOrder(id: $0.int(0), status: OrderStatus(rawValue: $0.text(1)) ?? .failed) }
    }

    /// Lets the oldest idempotency keys go; served by idempotency_keys_by_age.
    fileprivate func deleteKeys(before: Date, _ limit: Int) throws {
        try run(
            """
            delete from idempotency_keys where digest in (
                select digest from idempotency_keys where created_at < $1 order by created_at limit $2
                for update skip locked
            )
            """,
            before,
            limit
        )
    }

    /// Lets go of what was noted about the service as a whole, and of bulk redrives that have ended.
    fileprivate func deleteRecords(before: Date, _ limit: Int) throws {
        // Leases and entries name a start only while it has not ended.
        try run(
            """
            delete from nodes where epoch in (
                select epoch from nodes where ended_at < $1 order by epoch limit $2 for update skip locked
            )
            """,
            before,
            limit
        )
        // Served by audit_of_queue.
        try run(
            """
            delete from audit where id in (
                select id from audit where order_id is null and at < $1 order by at limit $2
                for update skip locked
            )
            """,
            before,
            limit
        )
        // Served by bulk_redrives_by_end.
        try run(
            """
            delete from bulk_redrives where id in (
                select id from bulk_redrives where finished_at < $1 order by finished_at limit $2
                for update skip locked
            )
            """,
            before,
            limit
        )
    }

    fileprivate func delete(_ orders: [EndedOrder]) throws {
        guard !orders.isEmpty else { return }
        let ids = List(orders.map(\.id))
        let deliveries = try all(
            "delete from deliveries where order_id = any($1) returning status",
            ids
        ) { Delivery.Status(rawValue: $0.text(0)) }
        for case let status? in deliveries { tally[status] -= 1 }
        for statement in Self.deletions { try run(statement, ids) }
        for order in orders {
            tally[order.status] -= 1
            forget(order.id)
        }
    }

    private static let deletions: [SQL] = [
        "delete from history where order_id = any($1)",
        "delete from inputs where order_id = any($1)",
        "delete from executions where order_id = any($1)",
        "delete from endings where order_id = any($1)",
        "delete from crashes where order_id = any($1)",
        "delete from audit where order_id = any($1)",
        "delete from answers where order_id = any($1)",
        "delete from origins where order_id = any($1)",
        "delete from tasks where order_id = any($1)",
        "delete from children where child_id = any($1)",
        "delete from children where parent_id = any($1)",
        "delete from idempotency_keys where order_id = any($1)",
        "delete from orders where id = any($1)",
    ]
}
