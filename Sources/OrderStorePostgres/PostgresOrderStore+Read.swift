package import FoundationEssentials
package import Orders

extension PostgresOrderStore: OrderReader {
    /// How many orders are not finished, as of this node's last commit; what others have done is in it within a second of
    /// the next.
    package var backlog: Int { published.value.backlog }

    /// Other nodes change orders too.
    package var endedRevision: Int? { nil }

    /// The order of that number with its deliveries.
    package func order(_ id: OrderID) async throws -> Order? {
        try await read { connection in try connection.place(of: id).map(connection.order) }
    }

    package func children(
        of order: OrderID,
        after place: Int64,
        limit: Int
    ) async throws -> ChildPage {
        try await read { connection in
            guard let id = try connection.place(of: order) else { return ChildPage() }
            return try connection.children(of: id, after: place, limit: limit)
        }
    }

    package func awaitingParent(of order: OrderID) async throws -> OrderID? {
        try await read { connection in
            try connection.place(of: order).flatMap(connection.awaitingParent)
        }
    }

    package func history(
        of order: OrderID,
        after id: Int,
        limit: Int
    ) async throws -> HistoryPage? {
        try await read { connection in
            guard let place = try connection.place(of: order) else { return nil }
            return try connection.history(of: place, after: id, limit: limit)
        }
    }

    /// Ledger entries of one status, newest first; served by deliveries_by_status.
    package func deliveries(_ query: DeliveryQuery) async throws -> DeliveryPage {
        try await read { [maximumScan] connection in
            let found = try connection.find(query, scanning: maximumScan)
            return DeliveryPage(
                deliveries: try connection.entries(found.places),
                next: found.next
            )
        }
    }

    /// Orders, newest first; by status served by orders_by_status, else by the key.
    package func list(_ query: OrderQuery) async throws -> OrderPage {
        try await read { [maximumScan] connection in
            let found = try connection.find(query, scanning: maximumScan)
            return OrderPage(
                orders: try connection.listedOrders(found.places),
                next: found.next
            )
        }
    }

    /// Failures by status and error; served by orders_by_status.
    package func failures(_ query: FailureQuery) async throws -> FailureGroups {
        try await read { connection in
            var groups = FailureGroups()
            for status in query.statuses { try connection.gather(status, query, into: &groups) }
            return groups
        }
    }

    /// The counts of all nodes together, and the oldest order that waits.
    package func summary(at now: Date) async throws -> StoreSummary {
        try await read { connection in
            var summary = StoreSummary()
            let totals = try connection.totals()
            for status in OrderStatus.allCases { summary.orders[status] = totals[status] }
            for status in Delivery.Status.allCases { summary.deliveries[status] = totals[status] }
            // Served by orders_due.
            summary.oldestQueued = try connection.first(Connection.oldestQueued, now) {
                $0.date(0)
            }
            summary.dueLater = try connection.count(
                Connection.dueLater,
                now,
                StoreSummary.maximumCount
            )
            for gate in try connection.gates() {
                // Served by orders_waiting.
                summary.waiting[gate] = try connection.count(
                    "select count(*) from (select 1 from orders where gate = $1 limit $2) found",
                    gate,
                    StoreSummary.maximumCount
                )
            }
            // Served by orders_suspected.
            summary.quarantined = try connection.count(Connection.quarantined)
            summary.size = try connection.count(
                """
                select sum(pg_total_relation_size(oid))::bigint from pg_class
                where relkind = 'r' and relnamespace = current_schema()::regnamespace
                """
            )
            return summary
        }
    }
}

extension Connection {
    /// The order at that place with its input, ending and deliveries.
    func order(_ id: Int64) throws -> Order {
        guard let row = try orderRow(id) else {
            throw StoreError.unavailable("order \(id) has just been deleted")
        }
        var order = try makeOrder(row)
        order.input = try input(id)
        order.parents = try parents(of: id)
        order.origin = try origin(of: id)
        // Nobody has taken it up or done anything about it: there is nothing else, and it is asked for most.
        guard row.isTakenUp else { return order }
        order.take(try ending(id, row.life.status))
        order.deliveries = try deliveryRows(of: id).map { $0.entry(of: order.id) }
        order.children = try children(of: id, after: 0, limit: Order.maximumChildren).children
        order.crashes = try crashes(of: id)
        order.audit = try audit(of: id)
        return order
    }

    fileprivate func makeOrder(_ row: OrderRow) throws -> Order {
        var order = Order(
            accepted: NewOrder(
                id: row.number,
                input: [],
                workflow: try workflowHash(row.workflow),
                createdAt: row.createdAt
            )
        )
        order.take(row.life)
        return order
    }

    /// Adds the newest orders of that status, as far as they may be looked at.
    fileprivate func gather(
        _ status: OrderStatus,
        _ query: FailureQuery,
        into groups: inout FailureGroups
    ) throws {
        let found = try all(
            Self.ordersAndErrors,
            status.rawValue,
            query.finishedAfter?.milliseconds ?? .min,
            query.finishedBefore?.milliseconds ?? .max,
            query.limit + 1
        ) { row -> FailureGroups.Failure? in
            guard row.bool(5), let order = OrderID(row.text(0)) else { return nil }
            return FailureGroups.Failure(
                order,
                status,
                error: row.optionalText(1),
                cause: row.optionalText(2),
                state: row.optionalText(3),
                at: row.date(4)
            )
        }
        for case let failure? in found.prefix(query.limit) { groups.add(failure) }
        if found.count > query.limit { groups.noteMore(of: status) }
    }

    private static let ordersAndErrors = SQL(
        """
        select o.number, e.error, left(e.cause, \(FailureGroup.maximumCause)), o.state,
            coalesce(o.finished_at, o.created_at),
            o.erased_at is null and coalesce(o.finished_at, o.created_at) >= $2
                and coalesce(o.finished_at, o.created_at) < $3
        from orders o left join endings e on e.order_id = o.id where o.status = $1
        order by o.id desc limit $4
        """
    )
    fileprivate static let oldestQueued = SQL(
        """
        select created_at from orders
        where status = \(.queued) and due is not null and gate is null and crash_streak < 2 and due <= $1
        order by due, id limit 1
        """
    )
    fileprivate static let dueLater = SQL(
        """
        select count(*) from (
            select 1 from orders where status in (\(.queued), \(.running)) and due > $1 and gate is null
                and crash_streak < 2 limit $2
        ) found
        """
    )
    fileprivate static let quarantined = SQL(
        "select count(*) from orders where crash_streak >= 2 and crash_streak >= \(Crash.limit) and status = \(.held)"
    )
}

extension Connection {
    /// Orders without their inputs, outputs and deliveries, newest first.
    fileprivate func listedOrders(_ places: [Int64]) throws -> [Order] {
        guard !places.isEmpty else { return [] }
        return try all(Self.listed, List(places)) { row in
            (
                row.orderRow(), row.optionalText(OrderRow.Columns.width),
                row.optionalText(OrderRow.Columns.width + 1)
            )
        }
        .map { row, error, cause in
            var order = try makeOrder(row)
            if order.status.hasError { (order.error, order.cause) = (error, cause) }
            return order
        }
    }

    private static let listed = SQL(
        """
        select \(OrderRow.Columns.self, of: "o"), e.error, e.cause from orders o
        left join endings e on e.order_id = o.id where o.id = any($1) order by o.id desc
        """
    )

    /// Entries of the ledger, newest first.
    fileprivate func entries(_ ids: [Int64]) throws -> [Delivery] {
        guard !ids.isEmpty else { return [] }
        return try all(Self.listedEntries, List(ids)) { row in
            let id = OrderID(row.text(DeliveryRow.Columns.width))
            let delivery = try row.deliveryRow()
            return delivery.entry(of: id ?? .damaged(at: delivery.order))
        }
    }

    private static let listedEntries = SQL(
        """
        select \(DeliveryRow.Columns.self, of: "d"), o.number from deliveries d
        join orders o on o.id = d.order_id where d.id = any($1) order by d.id desc
        """
    )
}
