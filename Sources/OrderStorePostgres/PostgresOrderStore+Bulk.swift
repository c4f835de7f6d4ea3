package import FoundationEssentials
import JSON
package import Orders

extension PostgresOrderStore: BulkStore {
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
            try connection.all(Connection.newestBulks, limit) { $0.bulkRedrive() }
        }
    }

    /// The bulk redrives that run, oldest first; served by bulk_redrives_running.
    package func runningBulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await read { connection in
            try connection.all(Connection.runningBulks, limit) { $0.bulkRedrive() }
        }
    }

    package func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive? {
        try await read { try $0.first(Connection.bulkByID, bulk) { $0.bulkRedrive() } }
    }

    /// The next orders of a bulk redrive that runs.
    package func nextSlice(of bulk: Int64, limit: Int) async throws -> [BulkMatch.Place] {
        try await read { connection in
            guard
                let bulk = try connection.first(
                    Connection.bulkByID,
                    bulk,
                    read: { $0.bulkRedrive() }
                ),
                bulk.state == .running
            else { return [] }
            return try connection.places(bulk.remaining, after: bulk.cursor, limit: limit)
        }
    }

    /// Notes how a bulk redrive goes on.
    package func advance(_ bulk: Int64, _ progress: BulkProgress) async throws {
        try await write { connection in
            guard var bulk = try connection.lockedBulkRedrive(bulk) else { return }
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
            guard var kept = try connection.lockedBulkRedrive(bulk) else { return nil }
            guard kept.cancel(at: now) else { return kept }
            try connection.write(kept)
            try connection.insert(.cancelled(bulk, by: `operator`, at: now), order: nil)
            return kept
        }
    }
}

private enum BulkColumns: Int32, Column {
    case id, status, error, finishedAfter, finishedBefore, fromStart, onCurrent, rate, who, why
    case createdAt, finishedAt, state, total, redriven, refused, cursor, stops, inState, workflow
    case place, patch
}

extension Connection {
    fileprivate static let newestBulks = SQL(
        "select \(BulkColumns.self) from bulk_redrives order by id desc limit $1"
    )
    fileprivate static let runningBulks = SQL(
        "select \(BulkColumns.self) from bulk_redrives where state = 'running' order by id limit $1"
    )
    fileprivate static let bulkByID = SQL(
        "select \(BulkColumns.self) from bulk_redrives where id = $1"
    )
    private static let lockingBulk = SQL(
        "select \(BulkColumns.self) from bulk_redrives where id = $1 for update"
    )

    fileprivate func lockedBulkRedrive(_ id: Int64) throws -> BulkRedrive? {
        try first(Self.lockingBulk, id) { $0.bulkRedrive() }
    }

    /// Orders that a filter means, the oldest first; served by orders_by_status.
    fileprivate func places(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) throws -> [BulkMatch.Place] {
        try all(
            """
            select o.id, o.number from orders o left join endings e on e.order_id = o.id
            where o.status = $1 and o.id > $2 and o.erased_at is null
                and coalesce(o.finished_at, o.created_at) >= $3 and coalesce(o.finished_at, o.created_at) < $4
                and ($5 is null or e.error = $5) and ($6 is null or o.state = $6)
                and ($7 is null or o.workflow = (select w.id from workflows w where w.hash = $7))
                and ($8 is null or case $8 when '' then position(':' in o.number) = 0
                    else starts_with(o.number, $8) end)
            order by o.id limit $9
            """,
            filter.status.rawValue,
            place,
            filter.finishedAfter?.milliseconds ?? 0,
            filter.finishedBefore?.milliseconds ?? .max,
            filter.error,
            filter.state,
            filter.workflow,
            filter.place?.prefix,
            limit
        ) { row in
            let (place, id) = (row.int(0), OrderID(row.text(1)))
            return BulkMatch.Place(place: place, order: id ?? .damaged(at: place))
        }
    }

    /// Counts an order that a bulk redrive has run again, with the redrive itself: a crash must not have it done twice.
    func count(_ order: Int64, redrivenBy bulk: Int64) throws {
        guard var kept = try lockedBulkRedrive(bulk) else { return }
        kept.count(order)
        try write(kept)
    }

    fileprivate func write(_ bulk: BulkRedrive) throws {
        try run(
            """
            update bulk_redrives set state = $2, finished_at = $3, redriven = $4, refused = $5, cursor = $6,
                patch = $7
            where id = $1
            """,
            bulk.id,
            bulk.state.rawValue,
            bulk.finishedAt,
            bulk.redriven,
            bulk.refused,
            bulk.cursor,
            bulk.patch?.value.bytes
        )
    }

    fileprivate func insert(_ bulk: BulkRedrive) throws -> Int64 {
        try first(
            """
            insert into bulk_redrives(status, error, finished_after, finished_before, from_start, on_current,
                rate, who, why, created_at, state, total, stops, in_state, workflow, place, patch)
            values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id
            """,
            bulk.filter.status.rawValue,
            bulk.filter.error,
            bulk.filter.finishedAfter,
            bulk.filter.finishedBefore,
            bulk.isFromStart,
            bulk.isOnCurrent,
            bulk.rate,
            bulk.by.name,
            bulk.by.reason,
            bulk.createdAt,
            BulkRedrive.State.running.rawValue,
            bulk.total,
            bulk.stops,
            bulk.filter.state,
            bulk.filter.workflow,
            bulk.filter.place?.prefix,
            bulk.patch?.value.bytes
        ) { $0.int(0) } ?? 0
    }
}

extension Row {
    /// A row of bulk_redrives with all its columns.
    fileprivate func bulkRedrive() -> BulkRedrive {
        typealias Columns = BulkColumns
        var bulk = BulkRedrive(
            BulkRedrive.Filter(
                status: OrderStatus(rawValue: text(Columns.status)) ?? .failed,
                error: optionalText(Columns.error),
                state: optionalText(Columns.inState),
                finishedAfter: optionalDate(Columns.finishedAfter),
                finishedBefore: optionalDate(Columns.finishedBefore)
            ),
            isFromStart: bool(Columns.fromStart),
            isOnCurrent: bool(Columns.onCurrent),
            rate: Int(int(Columns.rate)),
            by: Operator(text(Columns.who), reason: optionalText(Columns.why)),
            at: date(Columns.createdAt)
        )
        bulk.id = int(Columns.id)
        bulk.finishedAt = optionalDate(Columns.finishedAt)
        // The table's check admits the names of states alone.
        bulk.state = BulkRedrive.State(rawValue: text(Columns.state)) ?? .cancelled
        bulk.total = Int(int(Columns.total))
        bulk.redriven = Int(int(Columns.redriven))
        bulk.refused = Int(int(Columns.refused))
        bulk.cursor = int(Columns.cursor)
        bulk.stops = bool(Columns.stops)
        bulk.filter.workflow = optionalText(Columns.workflow)
        bulk.filter.place = optionalText(Columns.place).map(OrderFilter.Place.init(prefix:))
        if let patch = optionalBytes(Columns.patch) {
            bulk.patch = (try? JSONValue(parsing: patch)).flatMap { try? JSONPatch($0) }
            // Without it the orders would begin with what it was to change.
            if bulk.patch == nil { bulk.state = .cancelled }
        }
        return bulk
    }
}
