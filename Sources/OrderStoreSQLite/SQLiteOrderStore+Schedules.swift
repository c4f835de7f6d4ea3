import FoundationEssentials
import JSON
package import Orders

extension SQLiteOrderStore: ScheduleStore {
    package func schedules() async throws -> ScheduleList {
        try await read { connection in
            var list = ScheduleList()
            try connection.prefix(Connection.allSchedules) { row in
                if let entry = row.scheduleEntry() {
                    list.sound.append(entry)
                } else {
                    list.damaged.append(row.text(ScheduleColumns.name))
                }
                return true
            }
            let restored = try connection.first("select max(found_at) from restorations") {
                $0.optionalInt(0)
            }
            list.restoredAt = (restored ?? nil).map(Date.init(milliseconds:))
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
        try await guarded { connection in
            let before = try connection.schedule(entry.schedule.name)
            guard before?.revision ?? 0 == entry.revision else { return nil }
            if before == nil {
                let count = try connection.first("select count(*) from schedules") { $0.int(0) }
                guard let count, count < Schedule.maximumCount else {
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
            let found = try connection.first(
                "select revision from schedules where name = ?",
                name
            ) { $0.int(0) }
            guard let found, revision == nil || revision == found else { return false }
            try connection.run("delete from schedules where name = ?", name)
            try connection.run("delete from schedule_runs where schedule = ?", name)
            if let audit { try connection.insert(audit, order: nil) }
            return true
        }
    }

    /// Those that are as they were written.
    package func runs(of name: ScheduleName, limit: Int) async throws -> [ScheduleRun] {
        try await read { connection in
            try connection.all(Connection.latestRuns, name.text, Int64(limit)) {
                $0.scheduleRun()
            }
            .compactMap(\.self)
        }
    }
}

extension Connection {
    fileprivate static let allSchedules = SQL(
        "select \(ScheduleColumns.self), \(isSound: .schedules) from schedules order by name"
    )
    private static let oneSchedule = SQL(
        "select \(ScheduleColumns.self), \(isSound: .schedules) from schedules where name = ?"
    )
    fileprivate static let latestRuns = SQL(
        """
        select \(RunColumns.self), \(isSound: .scheduleRuns) from schedule_runs
            where schedule = ? order by id desc limit ?
        """
    )

    fileprivate func schedule(_ name: ScheduleName) throws -> ScheduleEntry? {
        let found = try first(Self.oneSchedule, name.text) { $0.scheduleEntry() }
        guard let found else { return nil }
        guard let entry = found else {
            throw StoreError.damaged("the schedule \(name) does not match its checksum")
        }
        return entry
    }

    fileprivate func write(_ entry: ScheduleEntry) throws {
        let (name, progress) = (entry.schedule.name.text, entry.progress)
        // Written anew: its checksum is made by a trigger.
        try run("delete from schedules where name = ?", name)
        try run(
            """
            insert into schedules(name, definition, source, made_at, handled_until, latest, latest_at, buffered,
                started, skipped, missed, missed_at, revision) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            name,
            JSONValue.object(entry.schedule.document).bytes,
            entry.source.rawValue,
            entry.madeAt.milliseconds,
            progress.handledUntil.milliseconds,
            progress.latest?.text,
            progress.latestAt?.milliseconds,
            progress.buffered?.milliseconds,
            Int64(progress.started),
            Int64(progress.skipped),
            Int64(progress.missed),
            progress.missedAt?.milliseconds,
            entry.revision
        )
    }

    fileprivate func write(_ run: ScheduleRun, of name: ScheduleName) throws {
        try self.run(
            """
            insert into schedule_runs(schedule, outcome, first_at, last_at, count, handled_at, number, reason)
                values(?, ?, ?, ?, ?, ?, ?, ?)
            """,
            name.text,
            run.outcome.rawValue,
            run.first.milliseconds,
            run.last.milliseconds,
            Int64(run.count),
            run.handledAt.milliseconds,
            run.order?.text,
            run.reason
        )
        try self.run(
            """
            delete from schedule_runs where schedule = ? and id <= (
                select id from schedule_runs where schedule = ? order by id desc limit 1 offset ?)
            """,
            name.text,
            name.text,
            Int64(ScheduleRun.maximumCount)
        )
    }
}

/// What is read of a schedule's row; behind it stands whether the row is as it was written.
private enum ScheduleColumns: Int32, Column {
    case name, definition, source, madeAt, handledUntil, latest, latestAt, buffered, started,
        skipped
    case missed, missedAt, revision
}

private enum RunColumns: Int32, Column {
    case outcome, firstAt, lastAt, count, handledAt, number, reason
}

extension Row {
    /// A row of schedules; nil when it is not as it was written, or a later version has written what this one does not
    /// know.
    fileprivate func scheduleEntry() -> ScheduleEntry? {
        typealias Columns = ScheduleColumns
        guard int(Int32(Columns.allCases.count)) == 1,
            let name = ScheduleName(text(Columns.name)),
            let document = try? JSONValue(parsing: blob(Columns.definition.rawValue)),
            let schedule = try? Schedule(name, document),
            let source = ScheduleEntry.Source(rawValue: text(Columns.source))
        else { return nil }
        var progress = ScheduleEntry.Progress(
            handledUntil: Date(milliseconds: int(Columns.handledUntil))
        )
        progress.latest = optionalText(Columns.latest).flatMap { OrderID($0) }
        progress.latestAt = optionalInt(Columns.latestAt).map(Date.init(milliseconds:))
        progress.buffered = optionalInt(Columns.buffered).map(Date.init(milliseconds:))
        progress.started = Int(int(Columns.started))
        progress.skipped = Int(int(Columns.skipped))
        progress.missed = Int(int(Columns.missed))
        progress.missedAt = optionalInt(Columns.missedAt).map(Date.init(milliseconds:))
        return ScheduleEntry(
            schedule,
            from: source,
            madeAt: Date(milliseconds: int(Columns.madeAt)),
            progress: progress,
            revision: int(Columns.revision)
        )
    }

    /// A row of runs; nil when it is not as it was written.
    fileprivate func scheduleRun() -> ScheduleRun? {
        guard int(Int32(RunColumns.allCases.count)) == 1,
            let outcome = ScheduleRun.Outcome(rawValue: text(RunColumns.outcome))
        else { return nil }
        return ScheduleRun(
            outcome,
            Date(milliseconds: int(RunColumns.firstAt)),
            through: Date(milliseconds: int(RunColumns.lastAt)),
            count: Int(int(RunColumns.count)),
            handledAt: Date(milliseconds: int(RunColumns.handledAt)),
            order: optionalText(RunColumns.number).flatMap { OrderID($0) },
            reason: optionalText(RunColumns.reason)
        )
    }
}
