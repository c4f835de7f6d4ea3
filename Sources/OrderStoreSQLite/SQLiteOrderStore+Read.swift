public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// How many orders are not finished, as of the last commit.
    public var backlog: Int { tally.value.backlog }

    /// Grows with every commit that changes or deletes an order which had ended.
    public var endedRevision: Int { revision.value }

    /// The order of that number with its deliveries.
    public func order(_ number: OrderNumber) async throws -> Order? {
        try await read { [numbers] connection in
            guard let id = try numbers.order(number, connection) else { return nil }
            return try connection.order(id)
        }
    }

    /// History events after that id.
    public func history(
        of number: OrderNumber,
        after id: Int,
        limit: Int
    ) async throws -> HistoryPage? {
        try await read { [numbers] connection in
            guard let order = try numbers.order(number, connection) else { return nil }
            return try connection.history(of: order, after: id, limit: limit)
        }
    }

    /// Orders, newest first; by status served by orders_by_status, else by the key.
    public func list(_ query: OrderQuery) async throws -> OrderPage {
        try await read { [maximumScan] connection in
            let found = try connection.find(query, scanning: maximumScan)
            return OrderPage(orders: try found.orders.map(connection.row), next: found.next)
        }
    }

    /// The counts as of the last commit, and the oldest order that waits.
    public func summary(at now: Date) async throws -> StoreSummary {
        var summary = try await read { connection in
            var summary = StoreSummary()
            // Served by orders_due.
            summary.oldestQueued = try connection.first(
                """
                select created_at from orders
                where status = 0 and due is not null and gate is null and due <= ? order by due, id limit 1
                """,
                now.milliseconds
            ) { Date(milliseconds: $0.int(0)) }
            // Served by orders_due.
            summary.dueLater = try connection.count(
                """
                select count(*) from (
                    select 1 from orders where status in (0, 1) and due > ? and gate is null limit ?
                )
                """,
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
                "select count(*) from orders where crash_streak >= 2 and status = 6"
            )
            summary.size = try connection.count(
                "select page_count * page_size from pragma_page_count, pragma_page_size"
            )
            summary.free = try connection.count(
                "select freelist_count * page_size from pragma_freelist_count, pragma_page_size"
            )
            return summary
        }
        let tally = tally.value
        for status in OrderStatus.allCases { summary.orders[status] = tally[status] }
        for status in Delivery.Status.allCases { summary.deliveries[status] = tally[status] }
        return summary
    }
}

extension Connection {
    /// The order at that place with its input, ending and deliveries.
    func order(_ id: Int64) throws -> Order {
        var order = try row(id)
        order.input = try input(id)
        // Nobody has taken it up or done anything about it: there is nothing else, and it is asked for most.
        if order.status == .queued, order.attempts == Attempts(), order.redrives == 0 {
            return order
        }
        let ending = try first("select output, error, cause from endings where order_id = ?", id) {
            ($0.optionalBlob(0), $0.optionalText(1), $0.optionalText(2))
        }
        if let ending { (order.output, order.error, order.cause) = ending }
        order.deliveries = try all(
            "select * from ledger where order_id = ? order by id",
            id
        ) { $0.delivery() }
        order.crashes = try all(
            "select epoch, found_at, state, run from crashes where order_id = ? order by epoch",
            id
        ) { $0.crash() }
        order.audit = try all(
            "select at, action, who, why, detail from audit where order_id = ? order by id",
            id
        ) { $0.auditEntry() }
        return order
    }

    /// What a query for a single number answers.
    func count<each Value: Bindable>(
        _ sql: StaticString,
        _ values: repeat each Value
    ) throws -> Int {
        try first(sql, repeat each values) { Int($0.int(0)) } ?? 0
    }

    func input(_ order: Int64) throws -> [UInt8] {
        try first("select body from inputs where order_id = ?", order) { $0.blob(0) } ?? []
    }

    func workflowHash(_ id: Int64) throws -> Workflow.ID {
        try first("select hash from workflows where id = ?", id) { $0.text(0) } ?? ""
    }

    /// The order at that place as its row tells it.
    fileprivate func row(_ id: Int64) throws -> Order {
        let order = try first(
            """
            select o.number, w.hash, o.created_at, o.status, o.started_at, o.finished_at, o.due, o.state,
                o.started, o.failed, o.crashed, o.handed_back, o.redrives, o.erased_at
            from orders o join workflows w on w.id = o.workflow where o.id = ?
            """,
            id
        ) { $0.order() }
        guard let order else { throw StoreError.unavailable("order \(id) is not in the file") }
        return order
    }

    fileprivate func history(of order: Int64, after id: Int, limit: Int) throws -> HistoryPage {
        // A row holds the events of one step, so the first row may begin before the page does.
        var (events, size, hasMore) = ([RecordedEvent](), 0, false)
        try prefix(
            """
            select first_event, events from history
            where order_id = ? and first_event + count - 1 > ? order by first_event
            """,
            order,
            id
        ) { row in
            let first = Int(row.int(0))
            for (offset, line) in row.blob(1).split(separator: UInt8(ascii: "\n")).enumerated()
            where first + offset > id {
                hasMore = !events.isEmpty && (events.count == limit || size > Self.maximumPage)
                if hasMore { return false }
                events.append(RecordedEvent(id: first + offset, json: Array(line)))
                size += line.count
            }
            return true
        }
        return HistoryPage(events: events, hasMore: hasMore)
    }

    /// The most bytes of events in a page, beyond which it ends before its limit of events.
    private static let maximumPage = 4 * 1024 * 1024
}

extension Row {
    /// The column holds a number that was valid when it was accepted.
    func number(_ column: Int32) -> OrderNumber {
        guard let number = OrderNumber(text(column)) else {
            preconditionFailure("the file holds an order number that was never accepted")
        }
        return number
    }

    func order() -> Order {
        var order = Order(
            accepted: NewOrder(
                number: number(0),
                input: [],
                workflow: text(1),
                createdAt: Date(milliseconds: int(2))
            )
        )
        order.status = OrderStatus(code: int(3))
        order.startedAt = optionalInt(4).map(Date.init(milliseconds:))
        order.finishedAt = optionalInt(5).map(Date.init(milliseconds:))
        order.due = optionalInt(6).map(Date.init(milliseconds:))
        order.state = optionalText(7)
        order.attempts.started = Int(int(8))
        order.attempts.failed = Int(int(9))
        order.attempts.crashed = Int(int(10))
        order.attempts.handedBack = Int(int(11))
        order.redrives = Int(int(12))
        order.erasedAt = optionalInt(13).map(Date.init(milliseconds:))
        return order
    }

    fileprivate func crash() -> Crash {
        Crash(
            boot: int(0),
            foundAt: Date(milliseconds: int(1)),
            state: optionalText(2),
            run: Int(int(3))
        )
    }

    fileprivate func auditEntry() -> AuditEntry {
        // A later version may know actions that this one does not; then it would have refused the file.
        AuditEntry(
            AuditEntry.Action(rawValue: text(1)) ?? .decide,
            by: Operator(text(2), reason: optionalText(3)),
            at: Date(milliseconds: int(0)),
            detail: optionalText(4)
        )
    }

    func delivery() -> Delivery {
        var delivery = Delivery(
            id: int(0),
            order: number(1),
            intent: Delivery.Intent(
                key: Delivery.Key(state: text(4), visit: Int(int(2)), name: text(3)),
                kind: Delivery.Kind(rawValue: text(5)) ?? .email,
                contentHash: text(7)
            ),
            status: Delivery.Status(code: int(6)),
            attempts: Int(int(10)),
            intendedAt: Date(milliseconds: int(11))
        )
        delivery.messageID = optionalText(8)
        delivery.reason = optionalText(9)
        delivery.concludedAt = optionalInt(12).map(Date.init(milliseconds:))
        return delivery
    }
}
