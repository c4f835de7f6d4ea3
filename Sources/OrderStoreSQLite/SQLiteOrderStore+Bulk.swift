public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// Which ended orders a bulk redrive would mean.
    public func match(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) async throws -> BulkMatch {
        try await read { connection in
            let found = try connection.places(
                filter,
                after: place,
                limit: StoreSummary.maximumCount
            )
            return BulkMatch(count: found.count, orders: Array(found.prefix(limit)))
        }
    }

    /// Keeps a bulk redrive with its audit entry.
    public func begin(_ bulk: BulkRedrive) async throws -> BulkRedrive {
        try await write { connection in
            let limit = StoreSummary.maximumCount
            var kept = bulk
            kept.total = try connection.places(bulk.filter, after: 0, limit: limit).count
            kept.id = try connection.insert(kept)
            let detail = "\(kept.id): \(kept.total) orders \(bulk.filter.status.rawValue)"
            let audit = AuditEntry(.bulkRedrive, by: bulk.by, at: bulk.createdAt, detail: detail)
            try connection.insert(audit, order: nil)
            return kept
        }
    }

    /// The bulk redrives, newest first.
    public func bulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await read { connection in
            try connection.all(
                """
                select id, status, error, finished_after, finished_before, from_start, on_current, rate, who, why,
                    created_at, finished_at, state, total, redriven, refused, cursor, stops
                from bulk_redrives order by id desc limit ?
                """,
                limit
            ) { $0.bulkRedrive() }
        }
    }

    /// The bulk redrives that run, oldest first; none that is damaged.
    public func runningBulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await read { connection in
            // Served by bulk_redrives_running.
            try connection.all(
                """
                select id, status, error, finished_after, finished_before, from_start, on_current, rate, who, why,
                    created_at, finished_at, state, total, redriven, refused, cursor, stops
                from bulk_redrives where state = 0 and sum = row_sum('bulk_redrives', id, status, error,
                    finished_after, finished_before, from_start, on_current, rate, who, why, created_at,
                    finished_at, state, total, redriven, refused, cursor, stops)
                order by id limit ?
                """,
                limit
            ) { $0.bulkRedrive() }
        }
    }

    /// The bulk redrive of that number.
    public func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive? {
        try await read { try $0.bulkRedrive(bulk)?.bulk }
    }

    /// The next orders of a bulk redrive that runs.
    public func nextSlice(of bulk: Int64, limit: Int) async throws -> [BulkMatch.Place] {
        try await read { connection in
            guard let (bulk, cursor) = try connection.bulkRedrive(bulk), bulk.state == .running
            else { return [] }
            var filter = bulk.filter
            // What was redriven and failed again is not meant a second time.
            let end = bulk.createdAt.addingTimeInterval(0.001)
            filter.finishedBefore = min(filter.finishedBefore ?? end, end)
            return try connection.places(filter, after: cursor, limit: limit)
        }
    }

    /// Notes how a bulk redrive goes on.
    public func advance(_ bulk: Int64, _ progress: BulkProgress) async throws {
        try await write { connection in
            switch progress {
            case .refused(let place):
                try connection.run(
                    """
                    update bulk_redrives set refused = refused + 1, cursor = max(cursor, ?)
                    where id = ? and state = 0
                    """,
                    place,
                    bulk
                )
            case .finished(let now):
                try connection.run(
                    "update bulk_redrives set state = 1, finished_at = ? where id = ? and state = 0",
                    now.milliseconds,
                    bulk
                )
            }
        }
    }

    /// Ends a bulk redrive that runs.
    public func cancelBulk(
        _ bulk: Int64,
        by operator: Operator,
        at now: Date
    ) async throws -> BulkRedrive? {
        try await write { connection in
            try connection.run(
                "update bulk_redrives set state = 2, finished_at = ? where id = ? and state = 0",
                now.milliseconds,
                bulk
            )
            if connection.changes == 1 {
                let detail = "\(bulk): cancelled"
                let audit = AuditEntry(.bulkRedrive, by: `operator`, at: now, detail: detail)
                try connection.insert(audit, order: nil)
            }
            return try connection.bulkRedrive(bulk)?.bulk
        }
    }
}

extension Connection {
    /// Orders that a filter means, the oldest first; served by orders_by_status.
    fileprivate func places(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) throws -> [BulkMatch.Place] {
        try all(
            """
            select o.id, o.number from orders o left join endings e on e.order_id = o.id
            where o.status = ? and o.id > ? and o.erased_at is null
                and coalesce(o.finished_at, o.created_at) >= ? and coalesce(o.finished_at, o.created_at) < ?
                and (? is null or e.error = ?)
            order by o.id limit ?
            """,
            filter.status.code,
            place,
            filter.finishedAfter?.milliseconds ?? 0,
            filter.finishedBefore?.milliseconds ?? .max,
            filter.error,
            filter.error,
            limit
        ) { (id: $0.int(0), number: OrderNumber($0.text(1))) }
        // A number that is none stands in a damaged row, which is refused when its turn comes.
        .compactMap { id, number in
            (number ?? OrderNumber("damaged-\(id)")).map { BulkMatch.Place(id: id, number: $0) }
        }
    }

    /// Counts an order that a bulk redrive has run again, with the redrive itself: a crash must not have it done twice.
    func count(_ order: Int64, redrivenBy bulk: Int64) throws {
        try run(
            "update bulk_redrives set redriven = redriven + 1, cursor = max(cursor, ?) where id = ?",
            order,
            bulk
        )
    }

    fileprivate func insert(_ bulk: BulkRedrive) throws -> Int64 {
        try run(
            """
            insert into bulk_redrives(status, error, finished_after, finished_before, from_start, on_current,
                rate, who, why, created_at, state, total, stops)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
            """,
            bulk.filter.status.code,
            bulk.filter.error,
            bulk.filter.finishedAfter?.milliseconds,
            bulk.filter.finishedBefore?.milliseconds,
            bulk.isFromStart ? 1 : 0,
            bulk.isOnCurrent ? 1 : 0,
            bulk.rate,
            bulk.by.name,
            bulk.by.reason,
            bulk.createdAt.milliseconds,
            bulk.total,
            bulk.stops ? 1 : 0
        )
        return lastInsertedID
    }

    fileprivate func bulkRedrive(_ id: Int64) throws -> (bulk: BulkRedrive, cursor: Int64)? {
        try first(
            """
            select id, status, error, finished_after, finished_before, from_start, on_current, rate, who, why,
                created_at, finished_at, state, total, redriven, refused, cursor, stops
            from bulk_redrives where id = ?
            """,
            id
        ) { ($0.bulkRedrive(), $0.int(16)) }
    }
}

extension Row {
    /// A row of bulk_redrives with all its columns.
    fileprivate func bulkRedrive() -> BulkRedrive {
        var bulk = BulkRedrive(
            BulkRedrive.Filter(
                // The table's check admits the codes of statuses alone.
                status: OrderStatus(code: int(1)) ?? .failed,
                error: optionalText(2),
                finishedAfter: optionalInt(3).map(Date.init(milliseconds:)),
                finishedBefore: optionalInt(4).map(Date.init(milliseconds:))
            ),
            isFromStart: int(5) == 1,
            isOnCurrent: int(6) == 1,
            rate: Int(int(7)),
            by: Operator(text(8), reason: optionalText(9)),
            at: Date(milliseconds: int(10))
        )
        bulk.id = int(0)
        bulk.finishedAt = optionalInt(11).map(Date.init(milliseconds:))
        let states = BulkRedrive.State.allCases
        bulk.state = states.indices.contains(Int(int(12))) ? states[Int(int(12))] : .cancelled
        bulk.total = Int(int(13))
        bulk.redriven = Int(int(14))
        bulk.refused = Int(int(15))
        bulk.stops = int(17) == 1
        return bulk
    }
}
