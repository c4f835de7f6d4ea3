import FoundationEssentials
package import Orders

extension SQLiteOrderStore: RetentionStore {
    /// Deletes ended orders with all that belongs to them, in one small transaction.
    package func prune(_ request: PruneRequest) async throws -> Int {
        let excess = max(0, published.tally.value.ended - request.keeping)
        return try await write { [numbers, epoch] connection in
            let before = request.endedBefore.milliseconds
            let old = try connection.ended(before: before, limit: request.limit)
            let many = try connection.ended(before: .max, limit: min(request.limit, excess))
            let orders = many.count > old.count ? many : old
            // A number that is still on its way into the table would be merged after its order is gone.
            var indexed = try NumberIndex.indexed(connection)
            if orders.contains(where: { $0.id > indexed }) {
                numbers.hasten()
                try numbers.mergeSlice(connection)
                indexed = try NumberIndex.indexed(connection)
            }
            let ready = orders.filter { $0.id <= indexed }
            for order in ready { try connection.delete(order) }
            if !ready.isEmpty { connection.changesEnded = true }
            if let limit = request.keysBefore {
                try connection.deleteKeys(before: limit, request.limit)
            }
            try connection.deleteRecords(before: before, epoch, request.limit)
            return ready.count
        }
    }
}

private struct EndedOrder {
    let id: Int64
    let digest: Int64
    /// Its status's code.
    let status: Int64
}

extension Connection {
    /// Orders that have ended, the longest ended first; served by orders_finished.
    ///
    /// The newest order of all stays: SQLite gives the number of the last row again once that row is gone, and a row that
    /// is numbered like an earlier one would be missing from the number index after a restart.
    fileprivate func ended(before: Int64, limit: Int) throws -> [EndedOrder] {
        guard limit > 0 else { return [] }
        return try all(
            """
            select id, digest, status from orders
            where finished_at is not null and finished_at < ? and id < (select max(id) from orders)
            order by finished_at, id limit ?
            """,
            before,
            limit
        ) { EndedOrder(id: $0.int(0), digest: $0.int(1), status: $0.int(2)) }
    }

    /// Lets the oldest idempotency keys go; served by idempotency_keys_by_age.
    fileprivate func deleteKeys(before: Date, _ limit: Int) throws {
        try run(
            """
            delete from idempotency_keys where digest in (
                select digest from idempotency_keys where created_at < ? order by created_at limit ?
            )
            """,
            before.milliseconds,
            limit
        )
    }

    /// Lets go of what was noted about the service as a whole, and of bulk redrives that have ended.
    fileprivate func deleteRecords(before: Int64, _ epoch: Int64, _ limit: Int) throws {
        // The present boot is the last and stays, so that no number is given again.
        try run(
            """
            delete from boots where epoch in (
                select epoch from boots where epoch < ? and started_at < ? order by epoch limit ?
            )
            """,
            epoch,
            before,
            limit
        )
        // Served by audit_of_queue.
        try run(
            """
            delete from audit where id in (
                select id from audit indexed by audit_of_queue
                where order_id is null and at < ? order by at limit ?
            )
            """,
            before,
            limit
        )
        // The newest stays, so that no number is given again. Served by bulk_redrives_by_end.
        try run(
            """
            delete from bulk_redrives where id in (
                select id from bulk_redrives
                where finished_at < ? and id < (select max(id) from bulk_redrives)
                order by finished_at limit ?
            )
            """,
            before,
            limit
        )
    }

    fileprivate func delete(_ order: EndedOrder) throws {
        let deliveries = try all("select status from deliveries where order_id = ?", order.id) {
            Delivery.Status(code: $0.int(0))
        }
        for case let status? in deliveries { tally[status] -= 1 }
        try run("delete from deliveries where order_id = ?", order.id)
        try deleteHistory(of: order.id)
        try run("delete from inputs where order_id = ?", order.id)
        try run("delete from executions where order_id = ?", order.id)
        try run("delete from endings where order_id = ?", order.id)
        try run("delete from crashes where order_id = ?", order.id)
        try run("delete from damages where order_id = ?", order.id)
        try run("delete from audit where order_id = ?", order.id)
        try run("delete from answers where order_id = ?", order.id)
        try run("delete from origins where order_id = ?", order.id)
        try run("delete from tasks where order_id = ?", order.id)
        try run("delete from children where child_id = ?", order.id)
        try run("delete from children where parent_id = ?", order.id)
        // Served by idempotency_keys_by_order.
        try run("delete from idempotency_keys where order_id = ?", order.id)
        try run(
            "delete from order_numbers where digest = ? and order_id = ?",
            order.digest,
            order.id
        )
        try run("delete from orders where id = ?", order.id)
        if let status = OrderStatus(code: order.status) { tally[status] -= 1 }
    }
}
