package import FoundationEssentials
import JSON
package import Orders

extension SQLiteOrderStore: BulkStore {
    /// Which ended orders a bulk redrive would mean.
    package func match(
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
    package func begin(_ bulk: BulkRedrive) async throws -> BulkRedrive {
        try await write { connection in
            let limit = StoreSummary.maximumCount
            var kept = bulk
            kept.total = try connection.places(bulk.filter, after: 0, limit: limit).count
            kept.id = try connection.insert(kept)
            try connection.insert(.begun(kept), order: nil)
            return kept
        }
    }

    /// The bulk redrives, newest first.
    package func bulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await read { connection in
            try connection.all(
                Connection.newestBulks,
                limit
            ) { $0.bulkRedrive() }
        }
    }

    /// The bulk redrives that run, oldest first; none that is damaged.
    package func runningBulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await read { connection in
            // Served by bulk_redrives_running.
            try connection.all(
                Connection.runningBulks,
                limit
            ) { $0.bulkRedrive() }
            .filter { $0.state == .running }
        }
    }

    package func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive? {
        try await read { try $0.bulkRedrive(bulk) }
    }

    /// The next orders of a bulk redrive that runs.
    package func nextSlice(of bulk: Int64, limit: Int) async throws -> [BulkMatch.Place] {
        try await read { connection in
            guard let bulk = try connection.bulkRedrive(bulk), bulk.state == .running else {
                return []
            }
            return try connection.places(bulk.remaining, after: bulk.cursor, limit: limit)
        }
    }

    /// Notes how a bulk redrive goes on.
    package func advance(_ bulk: Int64, _ progress: BulkProgress) async throws {
        try await write { connection in
            guard var bulk = try connection.bulkRedrive(bulk) else { return }
            bulk.note(progress)
            try connection.write(bulk)
        }
    }

    package func cancelBulk(
        _ bulk: Int64,
        by operator: Operator,
        at now: Date
    ) async throws -> BulkRedrive? {
        try await write { connection in
            guard var kept = try connection.bulkRedrive(bulk) else { return nil }
            guard kept.cancel(at: now) else { return kept }
            try connection.write(kept)
            try connection.insert(.cancelled(bulk, by: `operator`, at: now), order: nil)
            return kept
        }
    }
}

private enum BulkColumns: Int32, Column {
    case id
    case status
    case error
    case finishedAfter
    case finishedBefore
    case fromStart
    case onCurrent
    case rate
    case who
    case why
    case createdAt
    case finishedAt
    case state
    case total
    case redriven
    case refused
    case cursor
    case stops
    case inState
    case workflow
    case place
    case patch
}

extension Connection {
    fileprivate static let newestBulks = SQL(
        """
        select \(BulkColumns.self)
        from bulk_redrives order by id desc limit ?
        """
    )
    fileprivate static let runningBulks = SQL(
        """
        select \(BulkColumns.self)
        from bulk_redrives where state = \(bulk: .running) and \(isSound: .bulkRedrives) order by id limit ?
        """
    )
    fileprivate static let bulkByID = SQL(
        """
        select \(BulkColumns.self)
        from bulk_redrives where id = ?
        """
    )

    /// Orders that a filter means, the oldest first; served by orders_by_status.
    fileprivate func places(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) throws -> [BulkMatch.Place] {
        try all(
            """
            select o.id, o.number from orders o left join endings e on e.order_id = o.id
            where o.status = ?1 and o.id > ?2 and o.erased_at is null
                and coalesce(o.finished_at, o.created_at) >= ?3 and coalesce(o.finished_at, o.created_at) < ?4
                and (?5 is null or e.error = ?5) and (?6 is null or o.state is ?6)
                and (?7 is null or o.workflow = (select w.id from workflows w where w.hash = ?7))
                and (?8 is null or case ?8 when '' then instr(o.number, ':') = 0
                    else substr(o.number, 1, length(?8)) = ?8 end)
            order by o.id limit ?9
            """,
            filter.status.code,
            place,
            filter.finishedAfter?.milliseconds ?? 0,
            filter.finishedBefore?.milliseconds ?? .max,
            filter.error,
            filter.state,
            filter.workflow,
            filter.place?.prefix,
            limit
        ) { row in
            // An id that is none stands in a damaged row, which is refused when its turn comes.
            let (place, id) = (row.int(0), OrderID(row.text(1)))
            return BulkMatch.Place(place: place, order: id ?? .damaged(at: place))
        }
    }

    /// Counts an order that a bulk redrive has run again, with the redrive itself: a crash must not have it done twice.
    func count(_ order: Int64, redrivenBy bulk: Int64) throws {
        guard var kept = try bulkRedrive(bulk) else { return }
        kept.count(order)
        try write(kept)
    }

    fileprivate func write(_ bulk: BulkRedrive) throws {
        try run(
            """
            update bulk_redrives set state = ?, finished_at = ?, redriven = ?, refused = ?, cursor = ?,
                patch = ?
            where id = ?
            """,
            bulk.state.code,
            bulk.finishedAt?.milliseconds,
            bulk.redriven,
            bulk.refused,
            bulk.cursor,
            bulk.patch?.value.bytes,
            bulk.id
        )
    }

    fileprivate func insert(_ bulk: BulkRedrive) throws -> Int64 {
        try run(
            """
            insert into bulk_redrives(status, error, finished_after, finished_before, from_start, on_current,
                rate, who, why, created_at, state, total, stops, in_state, workflow, place, patch)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            BulkRedrive.State.running.code,
            bulk.total,
            bulk.stops ? 1 : 0,
            bulk.filter.state,
            bulk.filter.workflow,
            bulk.filter.place?.prefix,
            bulk.patch?.value.bytes
        )
        return lastInsertedID
    }

    fileprivate func bulkRedrive(_ id: Int64) throws -> BulkRedrive? {
        try first(
            Connection.bulkByID,
            id
        ) { $0.bulkRedrive() }
    }
}

extension Row {
    /// A row of bulk_redrives with all its columns.
    fileprivate func bulkRedrive() -> BulkRedrive {
        var bulk = BulkRedrive(
            BulkRedrive.Filter(
                // The table's check admits the codes of statuses alone.
                status: OrderStatus(code: int(BulkColumns.status)) ?? .failed,
                error: optionalText(BulkColumns.error),
                state: optionalText(BulkColumns.inState),
                finishedAfter: optionalInt(BulkColumns.finishedAfter).map(Date.init(milliseconds:)),
                finishedBefore: optionalInt(BulkColumns.finishedBefore).map(
                    Date.init(milliseconds:)
                )
            ),
            isFromStart: int(BulkColumns.fromStart) == 1,
            isOnCurrent: int(BulkColumns.onCurrent) == 1,
            rate: Int(int(BulkColumns.rate)),
            by: Operator(text(BulkColumns.who), reason: optionalText(BulkColumns.why)),
            at: Date(milliseconds: int(BulkColumns.createdAt))
        )
        bulk.id = int(BulkColumns.id)
        bulk.finishedAt = optionalInt(BulkColumns.finishedAt).map(Date.init(milliseconds:))
        // The table's check admits the codes of states alone.
        bulk.state = BulkRedrive.State(code: int(BulkColumns.state)) ?? .cancelled
        bulk.total = Int(int(BulkColumns.total))
        bulk.redriven = Int(int(BulkColumns.redriven))
        bulk.refused = Int(int(BulkColumns.refused))
        bulk.cursor = int(BulkColumns.cursor)
        bulk.stops = int(BulkColumns.stops) == 1
        bulk.filter.workflow = optionalText(BulkColumns.workflow)
        bulk.filter.place = optionalText(BulkColumns.place).map(OrderFilter.Place.init(prefix:))
        if let patch = optionalBlob(BulkColumns.patch.rawValue) {
            bulk.patch = (try? JSONValue(parsing: patch)).flatMap { try? JSONPatch($0) }
            // Without it the orders would begin with what it was to change.
            if bulk.patch == nil { bulk.state = .cancelled }
        }
        return bulk
    }
}
