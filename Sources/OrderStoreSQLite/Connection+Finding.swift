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
        let filter = query.filter
        let workflow = try filter.workflow.map { hash in
            try first("select id from workflows where hash = ?", hash) { $0.int(0) } ?? 0
        }
        let (sql, places) = try course(of: filter, numbers)
        var page = FoundPage(limit: query.limit, scanning: limit)
        try prefix(
            sql,
            query.before ?? .max,
            workflow,
            filter.state,
            filter.createdAfter?.milliseconds,
            filter.createdBefore?.milliseconds,
            filter.finishedAfter?.milliseconds,
            filter.finishedBefore?.milliseconds,
            filter.error,
            filter.place?.prefix,
            filter.status?.code,
            places
        ) { row in
            guard page.takesMore else { return false }
            let id = row.int(0)
            guard row.int(1) != 0, let address = filter.address else {
                page.note(id, isMeant: row.int(1) != 0)
                return true
            }
            let input = try storedInput(id)
            // A large input takes the reader's time of many orders.
            page.note(id, isMeant: address.finds(in: input), weight: 1 + input.count / 4_096)
            return true
        }
        return (page.found, page.next)
    }

    /// The same of ledger entries; served by deliveries_by_status.
    func find(
        _ query: DeliveryQuery,
        scanning limit: Int
    ) throws -> (entries: [Int64], next: Int64?) {
        var page = FoundPage(limit: query.limit, scanning: limit)
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
            guard page.takesMore else { return false }
            page.note(row.int(0), isMeant: row.int(1) != 0)
            return true
        }
        return (page.found, page.next)
    }

    /// The statement that hands over the orders in question, newest first, and what it needs besides the filter.
    private func course(
        of filter: OrderFilter,
        _ numbers: NumberIndex
    ) throws -> (sql: SQL, places: String?) {
        if let number = filter.number {
            let places = try places(of: number, numbers).map(String.init)
            return (Self.ordersOfNumber, "[" + places.joined(separator: ",") + "]")
        }
        return (filter.status == nil ? Self.ordersByAge : Self.ordersOfStatus, nil)
    }

    /// The places of the orders of that number, one of each workflow that the store knows at most.
    private func places(of number: OrderNumber, _ numbers: NumberIndex) throws -> [Int64] {
        let names = try all(Self.names) { $0.text(0) }
        let ids = [OrderID(number)] + names.compactMap { OrderID(number, in: $0) }
        return try ids.compactMap { try numbers.order($0, self) }
    }

    // Of two workflows of one text only the first has a row of its own in `workflows`.
    private static let names: SQL =
        "select name from workflows union select name from workflow_changes"
    private static let ordersOfNumber = SQL(
        """
        select id, \(isMeant: ()) from orders where id < ?1 and (?10 is null or status = ?10)
            and id in (select value from json_each(?11)) order by id desc
        """
    )
    private static let ordersByAge = SQL(
        "select id, \(isMeant: ()) from orders where id < ?1 and ?10 is null and ?11 is null order by id desc"
    )
    /// Served by orders_by_status.
    private static let ordersOfStatus = SQL(
        "select id, \(isMeant: ()) from orders where id < ?1 and status = ?10 and ?11 is null order by id desc"
    )

    /// An input for a search, which nothing acts on: without a look at its checksum.
    private func storedInput(_ order: Int64) throws -> [UInt8] {
        try first("select body from inputs where order_id = ?", order) { $0.blob(0) } ?? []
    }
}

/// What was found of a page, and how much was looked at for it.
private struct FoundPage {
    private(set) var found: [Int64] = []
    /// Where the next page goes on; nil at the end.
    var next: Int64? { isWhole ? nil : last }

    private let limit: Int
    private let maximumWeight: Int
    private var last: Int64 = 0
    private var weight = 0
    private var isWhole = true

    /// A page of that many, for which so many rows of usual size may be looked at.
    init(limit: Int, scanning maximumWeight: Int) {
        (self.limit, self.maximumWeight) = (limit, maximumWeight)
    }

    /// Whether another row may be looked at; what comes behind a full page, or behind the last, is the next page's.
    var takesMore: Bool {
        mutating get {
            isWhole = found.count < limit && weight < maximumWeight
            return isWhole
        }
    }

    mutating func note(_ id: Int64, isMeant: Bool, weight: Int = 1) {
        (last, self.weight) = (id, self.weight + weight)
        if isMeant { found.append(id) }
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
