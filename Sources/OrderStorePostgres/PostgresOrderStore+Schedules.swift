import FoundationEssentials
import JSON
package import Orders

extension PostgresOrderStore: ScheduleStore {
    package func schedules() async throws -> ScheduleList {
        try await read { connection in
            var list = ScheduleList()
            let rows = try connection.all(Connection.allSchedules) {
                ($0.text(ScheduleColumns.name), $0.scheduleEntry())
            }
            for (name, entry) in rows {
                if let entry { list.sound.append(entry) } else { list.damaged.append(name) }
            }
            return list
        }
    }

    package func schedule(_ name: ScheduleName) async throws -> ScheduleEntry? {
        try await read { try $0.schedule(name) }
    }

    package func keep(
        _ entry: ScheduleEntry,
        run: ScheduleRun?,
        audit: AuditEntry?
    ) async throws -> ScheduleEntry? {
        try await write { connection in
            try connection.lock(.schedules)
            let before = try connection.schedule(entry.schedule.name)
            guard before?.revision ?? 0 == entry.revision else { return nil }
            if before == nil {
                let count = try connection.count("select count(*) from schedules")
                guard count < Schedule.maximumCount else {
                    throw StoreError.unavailable(
                        "there are \(Schedule.maximumCount) schedules already, and no more are possible"
                    )
                }
            }
            var entry = entry
            entry.revision += 1
            try connection.write(entry)
            if let run { try connection.write(run, of: entry.schedule.name) }
            if let audit { try connection.insert(audit, order: nil) }
            return entry
        }
    }

    package func deleteSchedule(
        _ name: String,
        ifAt revision: Int64?,
        audit: AuditEntry?
    ) async throws -> Bool {
        try await write { connection in
            try connection.lock(.schedules)
            let deleted = try connection.change(
                "delete from schedules where name = $1 and ($2 is null or revision = $2)",
                name,
                revision
            )
            guard deleted > 0 else { return false }
            try connection.run("delete from schedule_runs where schedule = $1", name)
            if let audit { try connection.insert(audit, order: nil) }
            return true
        }
    }

    package func runs(of name: ScheduleName, limit: Int) async throws -> [ScheduleRun] {
        try await read { connection in
            try connection.all(Connection.latestRuns, name.text, limit) { $0.scheduleRun() }
                .compactMap(\.self)
        }
    }
}

extension Connection {
    fileprivate static let allSchedules = SQL(
        "select \(ScheduleColumns.self) from schedules order by name"
    )
    private static let oneSchedule = SQL(
        "select \(ScheduleColumns.self) from schedules where name = $1"
    )
    fileprivate static let latestRuns = SQL(
        "select \(RunColumns.self) from schedule_runs where schedule = $1 order by id desc limit $2"
    )

    fileprivate func schedule(_ name: ScheduleName) throws -> ScheduleEntry? {
        let found = try first(Self.oneSchedule, name.text) { $0.scheduleEntry() }
        guard let found else { return nil }
        guard let entry = found else {
            throw StoreError.damaged("the schedule \(name) is not as this version writes it")
        }
        return entry
    }

    fileprivate func write(_ entry: ScheduleEntry) throws {
        let (name, progress) = (entry.schedule.name.text, entry.progress)
        try run("delete from schedules where name = $1", name)
        try run(
            """
            insert into schedules(name, definition, source, made_at, handled_until, latest, latest_at, buffered,
                started, skipped, missed, missed_at, revision)
            values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            name,
            JSONValue.object(entry.schedule.document).bytes,
            entry.source.rawValue,
            entry.madeAt,
            progress.handledUntil,
            progress.latest?.text,
            progress.latestAt,
            progress.buffered,
            progress.started,
            progress.skipped,
            progress.missed,
            progress.missedAt,
            entry.revision
        )
    }

    fileprivate func write(_ run: ScheduleRun, of name: ScheduleName) throws {
        try self.run(
            """
            insert into schedule_runs(schedule, outcome, first_at, last_at, count, handled_at, number, reason)
            values($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            name.text,
            run.outcome.rawValue,
            run.first,
            run.last,
            run.count,
            run.handledAt,
            run.order?.text,
            run.reason
        )
        try self.run(
            """
            delete from schedule_runs where schedule = $1 and id <= (
                select id from schedule_runs where schedule = $1 order by id desc limit 1 offset $2)
            """,
            name.text,
            ScheduleRun.maximumCount
        )
    }
}

private enum ScheduleColumns: Int32, Column {
    case name, definition, source, madeAt, handledUntil, latest, latestAt, buffered, started
    case skipped, missed, missedAt, revision
}

private enum RunColumns: Int32, Column {
    case outcome, firstAt, lastAt, count, handledAt, number, reason
}

extension Row {
    /// A row of schedules; nil when a later version has written what this one does not know.
    fileprivate func scheduleEntry() -> ScheduleEntry? {
        typealias Columns = ScheduleColumns
        guard let name = ScheduleName(text(Columns.name)),
            let document = try? JSONValue(parsing: bytes(Columns.definition)),
            let schedule = try? Schedule(name, document),
            let source = ScheduleEntry.Source(rawValue: text(Columns.source))
        else { return nil }
        var progress = ScheduleEntry.Progress(handledUntil: date(Columns.handledUntil))
        progress.latest = optionalText(Columns.latest).flatMap { OrderID($0) }
        progress.latestAt = optionalDate(Columns.latestAt)
        progress.buffered = optionalDate(Columns.buffered)
        progress.started = Int(int(Columns.started))
        progress.skipped = Int(int(Columns.skipped))
        progress.missed = Int(int(Columns.missed))
        progress.missedAt = optionalDate(Columns.missedAt)
        return ScheduleEntry(
            schedule,
            from: source,
            madeAt: date(Columns.madeAt),
            progress: progress,
            revision: int(Columns.revision)
        )
    }

    /// A row of runs; nil when a later version has written what this one does not know.
    fileprivate func scheduleRun() -> ScheduleRun? {
        guard let outcome = ScheduleRun.Outcome(rawValue: text(RunColumns.outcome)) else {
            return nil
        }
        return ScheduleRun(
            outcome,
            date(RunColumns.firstAt),
            through: date(RunColumns.lastAt),
            count: Int(int(RunColumns.count)),
            handledAt: date(RunColumns.handledAt),
            order: optionalText(RunColumns.number).flatMap { OrderID($0) },
            reason: optionalText(RunColumns.reason)
        )
    }
}
