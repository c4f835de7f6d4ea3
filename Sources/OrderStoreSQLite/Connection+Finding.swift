import Orders

extension Connection {
    /// The places of the orders that a query means, newest first, and where the next page goes on.
    ///
    /// At most so many orders are looked at: one reader serves everybody.
    func find(
        _ query: OrderQuery,
        among numbers: NumberIndex,
        scanning limit: Int
    ) throws -> (orders: [Int64], next: Int64?) {
        var (found, last, scanned, isWhole) = ([Int64](), Int64(0), 0, true)
        try candidates(query, numbers) { id, isMeant in
            // What comes behind a full page, or behind the last that may be looked at, is the next page's.
            guard found.count < query.limit, scanned < limit else {
                isWhole = false
                return false
            }
            (last, scanned) = (id, scanned + 1)
            if isMeant { found.append(id) }
            return true
        }
        return (found, isWhole ? nil : last)
    }

    /// The same of ledger entries; served by deliveries_by_status.
    func find(
        _ query: DeliveryQuery,
        scanning limit: Int
    ) throws -> (entries: [Int64], next: Int64?) {
        var (found, last, scanned, isWhole) = ([Int64](), Int64(0), 0, true)
        try prefix(
            """
            select id, (?3 is null or kind = ?3) and (?4 is null or name = ?4) from deliveries
                where status = ?1 and id < ?2 order by id desc
            """,
            query.status.code,
            query.before ?? .max,
            query.kind?.rawValue,
            query.name
        ) { row in
            guard found.count < query.limit, scanned < limit else {
                isWhole = false
                return false
            }
            (last, scanned) = (row.int(0), scanned + 1)
            if row.int(1) != 0 { found.append(last) }
            return true
        }
        return (found, isWhole ? nil : last)
    }

    /// Hands over the orders in question, newest first, each with whether it is meant.
    private func candidates(
        _ query: OrderQuery,
        _ numbers: NumberIndex,
        _ body: (_ id: Int64, _ isMeant: Bool) throws -> Bool
    ) throws {
        let (filter, before) = (query.filter, query.before ?? .max)
        let workflow = try filter.workflow.map { hash in
            try first("select id from workflows where hash = ?", hash) { $0.int(0) } ?? 0
        }
        let read: (Row) throws -> Bool = { [self] row in
            let id = row.int(0)
            var isMeant = row.int(1) != 0
            if isMeant, let address = filter.address {
                isMeant = address.finds(in: try storedInput(id))
            }
            return try body(id, isMeant)
        }
        if let number = filter.number {
            let places = try places(of: number, numbers)
            try prefix(
                Self.ordersOfNumber,
                before,
                workflow,
                filter.state,
                filter.createdAfter?.milliseconds,
                filter.createdBefore?.milliseconds,
                filter.finishedAfter?.milliseconds,
                filter.finishedBefore?.milliseconds,
                filter.error,
                filter.place?.prefix,
                "[" + places.map(String.init).joined(separator: ",") + "]",
                filter.status?.code,
                read: read
            )
        } else if let status = filter.status {
            // Served by orders_by_status.
            try prefix(
                Self.ordersOfStatus,
                before,
                workflow,
                filter.state,
                filter.createdAfter?.milliseconds,
                filter.createdBefore?.milliseconds,
                filter.finishedAfter?.milliseconds,
                filter.finishedBefore?.milliseconds,
                filter.error,
                filter.place?.prefix,
                status.code,
                read: read
            )
        } else {
            try prefix(
                Self.ordersByAge,
                before,
                workflow,
                filter.state,
                filter.createdAfter?.milliseconds,
                filter.createdBefore?.milliseconds,
                filter.finishedAfter?.milliseconds,
                filter.finishedBefore?.milliseconds,
                filter.error,
                filter.place?.prefix,
                read: read
            )
        }
    }

    /// The places of the orders of that number, one of each workflow that the store knows at most.
    private func places(of number: OrderNumber, _ numbers: NumberIndex) throws -> [Int64] {
        let names = try all("select distinct name from workflows") { $0.text(0) }
        let ids = [OrderID(number)] + names.compactMap { OrderID(number, in: $0) }
        return try ids.compactMap { try numbers.order($0, self) }
    }

    private static let ordersOfNumber = SQL(
        """
        select id, \(isMeant: ()) from orders where id < ?1 and (?11 is null or status = ?11)
            and id in (select value from json_each(?10)) order by id desc
        """
    )
    private static let ordersByAge = SQL(
        "select id, \(isMeant: ()) from orders where id < ?1 order by id desc"
    )
    private static let ordersOfStatus = SQL(
        "select id, \(isMeant: ()) from orders where id < ?1 and status = ?10 order by id desc"
    )

    /// An input for a search, which nothing acts on: without a look at its checksum.
    private func storedInput(_ order: Int64) throws -> [UInt8] {
        try first("select body from inputs where order_id = ?", order) { $0.blob(0) } ?? []
    }
}

extension SQL.Text.StringInterpolation {
    /// Whether an order is meant by the filters that stand in the parameters from the second to the ninth.
    fileprivate mutating func appendInterpolation(isMeant: Void) {
        appendLiteral(
            """
            (?2 is null or workflow = ?2) and (?3 is null or state is ?3)
                and (?4 is null or created_at >= ?4) and (?5 is null or created_at < ?5)
                and (?6 is null or finished_at is not null and finished_at >= ?6)
                and (?7 is null or finished_at is not null and finished_at < ?7)
                and (?8 is null or exists (
                    select 1 from endings e where e.order_id = orders.id and e.error = ?8
                ))
                and (?9 is null or case ?9 when '' then instr(number, ':') = 0
                    else substr(number, 1, length(?9)) = ?9 end)
            """
        )
    }
}
