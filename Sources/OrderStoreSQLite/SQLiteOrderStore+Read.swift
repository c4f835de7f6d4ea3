package import FoundationEssentials
package import Orders

extension SQLiteOrderStore: OrderReader {
    /// How many orders are not finished, as of the last commit.
    package var backlog: Int { published.tally.value.backlog }

    /// Grows with every commit that changes or deletes an order which had ended.
    package var endedRevision: Int? { published.revision.value }

    /// The order of that number with its deliveries.
    package func order(_ id: OrderID) async throws -> Order? {
        try await read { [numbers] connection in
            try numbers.order(id, connection).map(connection.order)
        }
    }

    package func children(
        of order: OrderID,
        after place: Int64,
        limit: Int
    ) async throws -> ChildPage {
        try await read { [numbers] connection in
            guard let id = try numbers.order(order, connection) else { return ChildPage() }
            return try connection.children(of: id, after: place, limit: limit)
        }
    }

    package func awaitingParent(of order: OrderID) async throws -> OrderID? {
        try await read { [numbers] connection in
            try numbers.order(order, connection).flatMap(connection.awaitingParent)
        }
    }

    package func history(
        of order: OrderID,
        after id: Int,
        limit: Int
    ) async throws -> HistoryPage? {
        try await read { [numbers] connection in
            guard let place = try numbers.order(order, connection) else { return nil }
            return try connection.history(of: place, after: id, limit: limit)
        }
    }

    /// Ledger entries of one status, newest first.
    package func deliveries(_ query: DeliveryQuery) async throws -> DeliveryPage {
        try await read { [maximumScan] connection in
            let found = try connection.find(query, scanning: maximumScan)
            let entries = try connection.deliveryRows(found.entries).compactMap {
                row -> Delivery? in
                guard let order = try connection.storedOrderRow(row.order)?.row,
                    let id = OrderID(order.number)
                else { return nil }
                return try row.entry(of: id)
            }
            return DeliveryPage(deliveries: entries, next: found.next)
        }
    }

    /// Orders, newest first; by status served by orders_by_status, else by the key.
    package func list(_ query: OrderQuery) async throws -> OrderPage {
        try await read { [maximumScan, numbers] connection in
            let found = try connection.find(query, among: numbers, scanning: maximumScan)
            return OrderPage(orders: try found.orders.map(connection.listedRow), next: found.next)
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

    /// The counts as of the last commit, and the oldest order that waits.
    package func summary(at now: Date) async throws -> StoreSummary {
        var summary = try await read { connection in
            var summary = StoreSummary()
            // Served by orders_due.
            summary.oldestQueued = try connection.first(
                Connection.oldestQueued,
                now.milliseconds
            ) { Date(milliseconds: $0.int(0)) }
            // Served by orders_due.
            summary.dueLater = try connection.count(
                Connection.dueLater,
                now.milliseconds,
                StoreSummary.maximumCount
            )
            // Served by orders_waiting.
            for gate in try connection.gates() {
                summary.waiting[gate] = try connection.count(
                    "select count(*) from (select 1 from orders where gate = ? limit ?)",
                    gate,
                    StoreSummary.maximumCount
                )
            }
            // Served by orders_suspected.
            summary.quarantined = try connection.count(
                Connection.quarantined
            )
            summary.damaged = try connection.count(
                "select count(*) from damages where is_decided = 0"
            )
            summary.restoration = try connection.openRestoration()
            summary.size = try connection.count(
                "select page_count * page_size from pragma_page_count, pragma_page_size"
            )
            summary.free = try connection.count(
                "select freelist_count * page_size from pragma_freelist_count, pragma_page_size"
            )
            return summary
        }
        let tally = published.tally.value
        for status in OrderStatus.allCases { summary.orders[status] = tally[status] }
        for status in Delivery.Status.allCases { summary.deliveries[status] = tally[status] }
        return summary
    }
}

extension Connection {
    /// The order at that place with its input, ending and deliveries.
    func order(_ id: Int64) throws -> Order {
        do {
            let order = try soundOrder(id)
            // Only what is held or has ended can be known as damaged.
            guard order.status == .held || order.status.isFinal, let damage = try damage(of: id)
            else { return order }
            return try damagedOrder(id, damage)
        } catch let damage as Damage {
            guard damage.order == id, let known = try self.damage(of: id) else { throw damage }
            return try damagedOrder(id, known)
        }
    }

    private func soundOrder(_ id: Int64) throws -> Order {
        var order = try row(id)
        order.input = try input(id)
        order.parents = try parents(of: id)
        order.origin = try origin(of: id)
        // Nobody has taken it up or done anything about it: there is nothing else, and it is asked for most.
        if order.status == .queued, order.attempts == Attempts(), order.redrives == 0 {
            return order
        }
        if let ending = try ending(id) {
            (order.output, order.error, order.cause) = (ending.output, ending.error, ending.cause)
        }
        order.deliveries = try deliveryRows(of: id).map { try $0.entry(of: order.id) }
        order.children = try children(of: id, after: 0, limit: Order.maximumChildren).children
        order.crashes = try crashes(of: id)
        order.audit = try audit(of: id)
        return order
    }

    /// Adds the newest orders of that status, as far as they may be looked at.
    fileprivate func gather(
        _ status: OrderStatus,
        _ query: FailureQuery,
        into groups: inout FailureGroups
    ) throws {
        var looked = 0
        try prefix(
            Self.ordersAndErrors,
            status.code,
            query.finishedAfter?.milliseconds ?? .min,
            query.finishedBefore?.milliseconds ?? .max
        ) { row in
            guard looked < query.limit else {
                groups.noteMore(of: status)
                return false
            }
            looked += 1
            // An id that is none stands in a damaged row; `GET /health` tells of those.
            guard row.int(5) == 1, let order = OrderID(row.text(0)) else { return true }
            groups.add(
                FailureGroups.Failure(
                    order,
                    status,
                    error: row.optionalText(1),
                    cause: row.optionalText(2),
                    state: row.optionalText(3),
                    at: Date(milliseconds: row.int(4))
                )
            )
            return true
        }
    }

    private static let ordersAndErrors = SQL(
        """
        select o.number, e.error, substr(e.cause, 1, \(FailureGroup.maximumCause)), o.state,
            coalesce(o.finished_at, o.created_at),
            o.erased_at is null and coalesce(o.finished_at, o.created_at) >= ?2
                and coalesce(o.finished_at, o.created_at) < ?3
        from orders o left join endings e on e.order_id = o.id where o.status = ?1 order by o.id desc
        """
    )

    /// An order of which something is damaged: that is left out, and what is sound is told.
    private func damagedOrder(_ id: Int64, _ damage: String) throws -> Order {
        let known = try idAsStored(ofOrder: id)
        guard let stored = try storedOrderRow(id)?.row, var order = try? makeOrder(stored, known)
        else { throw StoreError.damaged("order at place \(id): \(damage)") }
        order.damage = damage
        order.input = (try? input(id)) ?? []
        if let ending = try? ending(id) {
            (order.output, order.error, order.cause) = (ending.output, ending.error, ending.cause)
        }
        let deliveries = try? deliveryRows(of: id).map { try $0.entry(of: known) }
        order.deliveries = deliveries ?? []
        order.crashes = try crashes(of: id)
        order.audit = (try? audit(of: id)) ?? []
        return order
    }

    /// The same for the writer, which asks for every order that it leases.
    func originIfAny(_ order: Int64) throws -> [UInt8]? {
        let latest: Int64
        if let known = latestOrigin {
            latest = known
        } else {
            latest = try first("select max(order_id) from origins") { $0.optionalInt(0) ?? 0 } ?? 0
            latestOrigin = latest
        }
        return order <= latest ? try origin(of: order) : nil
    }

    /// How the order came here; what is not as it was written is left out once that is known.
    private func origin(of order: Int64) throws -> [UInt8]? {
        let found = try first(
            Self.originOfOrder,
            order
        ) { (body: $0.blob(0), isSound: $0.int(1) == 1) }
        guard let found else { return nil }
        guard found.isSound else {
            try meet(Damage(order: order, what: "how it came", acts: false))
            return nil
        }
        return found.body
    }

    private static let originOfOrder = SQL(
        "select body, \(isSound: .origins) from origins where order_id = ?"
    )

    func crashes(of order: Int64) throws -> [Crash] {
        try all(
            "select epoch, found_at, state, run from crashes where order_id = ? order by epoch",
            order
        ) { $0.crash() }
    }

    fileprivate static let oldestQueued = SQL(
        """
        select created_at from orders
        where status = \(.queued) and due is not null and gate is null and due <= ? order by due, id limit 1
        """
    )
    fileprivate static let dueLater = SQL(
        """
        select count(*) from (
            select 1 from orders
            where status in (\(.queued), \(.running)) and due > ? and gate is null limit ?
        )
        """
    )
    fileprivate static let quarantined = SQL(
        "select count(*) from orders where crash_streak >= 2 and crash_streak >= \(Crash.limit) and status = \(.held)"
    )

    /// What a query for a single number answers.
    func count<each Value: Bindable>(
        _ sql: SQL,
        _ values: repeat each Value
    ) throws -> Int {
        try first(sql, repeat each values) { Int($0.int(0)) } ?? 0
    }

    func workflowHash(_ id: Int64) throws -> Workflow.ID {
        if let known = latestWorkflow, known.id == id { return known.hash }
        let hash = try first("select hash from workflows where id = ?", id) { $0.text(0) }
        if let hash { latestWorkflow = (hash, id) }
        return hash ?? ""
    }

    /// The order at that place as its row tells it; as far as it can be told of one that is known as damaged.
    fileprivate func row(_ id: Int64) throws -> Order {
        guard let row = try orderRow(id) else {
            throw StoreError.unavailable("order \(id) is not in the file")
        }
        return try makeOrder(row, self.id(of: row))
    }

    /// The same for a list, in which damage that is known must not hide the others.
    fileprivate func listedRow(_ id: Int64) throws -> Order {
        do {
            var order = try row(id)
            if order.status.hasError, let ending = try ending(id) {
                (order.error, order.cause) = (ending.error, ending.cause)
            }
            return order
        } catch let damage as Damage {
            guard let known = try self.damage(of: id) else { throw damage }
            return try damagedOrder(id, known)
        }
    }

    /// The order's id although its row may be damaged; one that is none any more is shown by the order's place.
    func idAsStored(ofOrder place: Int64) throws -> OrderID {
        try storedOrderRow(place).flatMap { OrderID($0.row.number) } ?? .damaged(at: place)
    }

    /// The id in a row, which was valid when it was accepted.
    func id(of row: OrderRow) throws -> OrderID {
        guard let id = OrderID(row.number) else {
            throw Damage(order: row.id, what: "its number")
        }
        return id
    }

    private func makeOrder(_ row: OrderRow, _ id: OrderID) throws -> Order {
        let life = try row.life()
        var order = Order(
            accepted: NewOrder(
                id: id,
                input: [],
                workflow: try workflowHash(row.workflow),
                createdAt: Date(milliseconds: row.createdAt)
            )
        )
        order.take(life)
        return order
    }
}

extension Row {
    fileprivate func crash() -> Crash {
        Crash(
            boot: int(0),
            foundAt: Date(milliseconds: int(1)),
            state: optionalText(2),
            run: Int(int(3))
        )
    }
}
