import FoundationEssentials
import Orders

/// The places of what a query means, newest first, and where the next page goes on.
struct Found {
    private(set) var places: [Int64] = []
    /// nil at the end.
    private(set) var next: Int64?
    private let limit: Int
    private let maximumScan: Int
    private var last: Int64
    private var scanned = 0
    private(set) var isWhole = true

    /// At most so many are found, and at most so many looked at: one reader serves everybody.
    fileprivate init(before: Int64?, limit: Int, scanning maximumScan: Int) {
        (self.limit, self.maximumScan) = (limit, maximumScan)
        last = before ?? .max
    }

    /// Looks at portions, each behind a place and of a size, until there are no more or enough was found.
    fileprivate mutating func look(
        _ portion: (_ before: Int64, _ size: Int) throws -> [(place: Int64, isMeant: Bool)]
    ) rethrows {
        // Nearly always one page is all that was asked for.
        var size = limit + 1
        while true {
            let candidates = try portion(last, size)
            for candidate in candidates {
                // What comes behind a full page, or behind the last that may be looked at, is the next page's.
                guard places.count < limit, scanned < maximumScan else {
                    next = last
                    return
                }
                (last, scanned) = (candidate.place, scanned + 1)
                if candidate.isMeant { places.append(candidate.place) }
            }
            guard candidates.count == size else { return }
            size = Self.portion
        }
    }

    private static let portion = 500
}

extension Connection {
    func find(_ query: OrderQuery, scanning limit: Int) throws -> Found {
        let workflow = try query.filter.workflow.map { try place(ofWorkflow: $0) ?? 0 }
        let ids = try query.filter.number.map(self.ids)
        var found = Found(before: query.before, limit: query.limit, scanning: limit)
        try found.look { before, size in
            try candidates(query.filter, workflow, ids, before: before, size)
        }
        return found
    }

    /// The same of ledger entries; served by deliveries_by_status.
    func find(_ query: DeliveryQuery, scanning limit: Int) throws -> Found {
        var found = Found(before: query.before, limit: query.limit, scanning: limit)
        try found.look { before, size in
            try all(
                """
                select id, ($3 is null or kind = $3) and ($4 is null or name = $4) from deliveries
                where status = $1 and id < $2 order by id desc limit $5
                """,
                query.status.rawValue,
                before,
                query.kind?.rawValue,
                query.name,
                size
            ) { ($0.int(0), $0.bool(1)) }
        }
        return found
    }

    /// The orders in question, newest first, each with whether it is meant.
    private func candidates(
        _ filter: OrderFilter,
        _ workflow: Int64?,
        _ ids: [OrderID]?,
        before: Int64,
        _ size: Int
    ) throws -> [(place: Int64, isMeant: Bool)] {
        let read: (Row) -> (place: Int64, isMeant: Bool) = { row in
            let isFound = filter.address.map { $0.finds(in: row.bytes(2)) } ?? true
            return (row.int(0), row.bool(1) && isFound)
        }
        // Each has the same parameters, whether it wants them all or not.
        let sql: SQL =
            if ids != nil {
                Self.ordersOfNumber
            } else if filter.status != nil {
                Self.ordersOfStatus
            } else {
                Self.ordersByAge
            }
        return try all(
            sql,
            before,
            workflow,
            filter.state,
            filter.createdAfter,
            filter.createdBefore,
            filter.finishedAfter,
            filter.finishedBefore,
            filter.error,
            filter.place?.prefix,
            filter.address != nil,
            size,
            filter.status?.rawValue,
            List((ids ?? []).map(\.text)),
            read: read
        )
    }

    /// The ids that an order of that number can have, one of each workflow that the store knows at most.
    private func ids(_ number: OrderNumber) throws -> [OrderID] {
        let names = try all(
            // Of two workflows of one text only the first has a row of its own in `workflows`.
            "select name from workflows union select name from workflow_changes"
        ) { $0.text(0) }
        return [OrderID(number)] + names.compactMap { OrderID(number, in: $0) }
    }

    /// Served by the unique index of numbers.
    private static let ordersOfNumber = SQL(
        """
        select id, \(part: isMeant) from orders where id < $1 and number = any($13)
            and ($12 is null or status = $12) order by id desc limit $11
        """
    )
    private static let ordersByAge = SQL(
        """
        select id, \(part: isMeant) from orders where id < $1 and $12 is null and $13 is not null
        order by id desc limit $11
        """
    )
    /// Served by orders_by_status.
    private static let ordersOfStatus = SQL(
        """
        select id, \(part: isMeant) from orders where id < $1 and status = $12 and $13 is not null
        order by id desc limit $11
        """
    )

    /// Whether an order is meant by the filters that stand in the parameters from the second to the ninth, and its input where
    /// an address is looked for in it.
    private static let isMeant: SQL.Text = """
        ($2 is null or workflow = $2) and ($3 is null or state = $3)
        and ($4 is null or created_at >= $4) and ($5 is null or created_at < $5)
        and ($6 is null or finished_at >= $6) and ($7 is null or finished_at < $7)
        and ($8 is null or exists (
            select 1 from endings e where e.order_id = orders.id and e.error = $8
        ))
        and ($9 is null or case $9 when '' then position(':' in number) = 0
            else starts_with(number, $9) end),
        case when $10 then (select i.body from inputs i where i.order_id = orders.id) end
        """
}
