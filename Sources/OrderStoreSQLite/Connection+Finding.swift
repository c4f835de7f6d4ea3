import Orders

extension Connection {
    /// The places of the orders that a query means, newest first, and where the next page goes on.
    ///
    /// At most so many orders are looked at: one reader serves everybody.
    func find(
        _ query: OrderQuery,
        scanning limit: Int
    ) throws -> (orders: [Int64], next: Int64?) {
        var (found, last, scanned, isWhole) = ([Int64](), Int64(0), 0, true)
        try candidates(query) { id, isMeant in
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

    /// Hands over the orders in question, newest first, each with whether it is meant.
    private func candidates(
        _ query: OrderQuery,
        _ body: (_ id: Int64, _ isMeant: Bool) throws -> Bool
    ) throws {
        let (filter, before) = (query.filter, query.before ?? .max)
        let workflow = try filter.workflow.map { hash in
            try first("select id from workflows where hash = ?", hash) { $0.int(0) } ?? 0
        }
        // What the ids begin with; nothing: they have no workflow in them.
        let place: String? =
            switch filter.place {
            case nil: nil
            case .own: ""
            case .named(let name): name + ":"
            }
        let read: (Row) throws -> Bool = { try body($0.int(0), $0.int(1) != 0) }
        if let status = filter.status {
            // Served by orders_by_status.
            try prefix(
                """
                select id,
                    (?3 is null or workflow = ?3) and (?4 is null or state is ?4)
                    and (?5 is null or created_at >= ?5) and (?6 is null or created_at < ?6)
                    and (?7 is null or finished_at is not null and finished_at >= ?7)
                    and (?8 is null or finished_at is not null and finished_at < ?8)
                    and (?9 is null or exists (
                        select 1 from endings e where e.order_id = orders.id and e.error = ?9
                    ))
                    and (?10 is null or case ?10 when '' then instr(number, ':') = 0
                        else substr(number, 1, length(?10)) = ?10 end)
                from orders where id < ?1 and status = ?2 order by id desc
                """,
                before,
                status.code,
                workflow,
                filter.state,
                filter.createdAfter?.milliseconds,
                filter.createdBefore?.milliseconds,
                filter.finishedAfter?.milliseconds,
                filter.finishedBefore?.milliseconds,
                filter.error,
                place,
                read: read
            )
        } else {
            try prefix(
                """
                select id,
                    (?2 is null or workflow = ?2) and (?3 is null or state is ?3)
                    and (?4 is null or created_at >= ?4) and (?5 is null or created_at < ?5)
                    and (?6 is null or finished_at is not null and finished_at >= ?6)
                    and (?7 is null or finished_at is not null and finished_at < ?7)
                    and (?8 is null or exists (
                        select 1 from endings e where e.order_id = orders.id and e.error = ?8
                    ))
                    and (?9 is null or case ?9 when '' then instr(number, ':') = 0
                        else substr(number, 1, length(?9)) = ?9 end)
                from orders where id < ?1 order by id desc
                """,
                before,
                workflow,
                filter.state,
                filter.createdAfter?.milliseconds,
                filter.createdBefore?.milliseconds,
                filter.finishedAfter?.milliseconds,
                filter.finishedBefore?.milliseconds,
                filter.error,
                place,
                read: read
            )
        }
    }
}
