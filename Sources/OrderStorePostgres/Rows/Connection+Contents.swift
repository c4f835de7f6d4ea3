import FoundationEssentials
import Orders

/// What belongs to an order beside its row.
extension Connection {
    /// What its client sent; nothing once it is erased.
    func input(_ order: Int64) throws -> [UInt8] {
        try first("select body from inputs where order_id = $1", order) { $0.bytes(0) } ?? []
    }

    func replaceInput(of order: Int64, by body: [UInt8]) throws {
        try run(
            """
            insert into inputs(order_id, body) values($1, $2)
            on conflict (order_id) do update set body = excluded.body
            """,
            order,
            body
        )
    }

    /// Its execution when it was last recorded.
    func snapshot(_ order: Int64) throws -> [UInt8]? {
        try first("select snapshot from executions where order_id = $1", order) { $0.bytes(0) }
    }

    func replaceSnapshot(of order: Int64, by snapshot: [UInt8]) throws {
        try run(
            """
            insert into executions(order_id, snapshot) values($1, $2)
            on conflict (order_id) do update set snapshot = excluded.snapshot
            """,
            order,
            snapshot
        )
    }

    /// How it came here, as JSON text.
    func origin(of order: Int64) throws -> [UInt8]? {
        try first("select body from origins where order_id = $1", order) { $0.bytes(0) }
    }

    /// How it ended, or why it is held; of an order of that status.
    func ending(_ order: Int64, _ status: OrderStatus) throws -> Ending? {
        try first("select output, error, cause from endings where order_id = $1", order) { row in
            Ending(
                status: status,
                output: row.optionalBytes(0),
                error: row.optionalText(1),
                cause: row.optionalText(2)
            )
        }
    }

    func replaceEnding(of order: Int64, by ending: Ending) throws {
        try run(
            """
            insert into endings(order_id, output, error, cause) values($1, $2, $3, $4)
            on conflict (order_id)
                do update set output = excluded.output, error = excluded.error, cause = excluded.cause
            """,
            order,
            ending.output,
            ending.error,
            ending.cause
        )
    }

    /// Appends history events as one row.
    func append(_ events: [RecordedEvent], to order: Int64) throws {
        guard let first = events.first else { return }
        try run(
            "insert into history(order_id, first_event, count, events) values($1, $2, $3, $4)",
            order,
            first.id,
            events.count,
            HistoryPage.lines(events)
        )
    }

    /// Events after that one, so many at most.
    func history(of order: Int64, after id: Int, limit: Int) throws -> HistoryPage {
        var page = HistoryPage.Maker(after: id, limit: limit)
        var place = id
        while true {
            // A row holds the events of one step, so the first may begin before the page does.
            let rows = try all(
                """
                select first_event, count, events from history
                where order_id = $1 and first_event + count - 1 > $2 order by first_event limit 200
                """,
                order,
                place
            ) { (first: Int($0.int(0)), count: Int($0.int(1)), lines: $0.bytes(2)) }
            for row in rows where !page.take((row.first, row.lines)) { return page.page }
            guard rows.count == 200, let last = rows.last else { return page.page }
            place = last.first + last.count - 1
        }
    }

    /// The number of the order's last event; 0 without any.
    func lastEvent(of order: Int64) throws -> Int {
        try count(
            """
            select first_event + count - 1 from history
            where order_id = $1 order by first_event desc limit 1
            """,
            order
        )
    }

    func insert(_ crash: Crash, of order: Int64) throws {
        try run(
            """
            insert into crashes(order_id, epoch, found_at, state, run) values($1, $2, $3, $4, $5)
            on conflict do nothing
            """,
            order,
            crash.boot,
            crash.foundAt,
            crash.state,
            crash.run
        )
    }

    func crashes(of order: Int64) throws -> [Crash] {
        try all(
            "select epoch, found_at, state, run from crashes where order_id = $1 order by epoch, run",
            order
        ) { row in
            Crash(
                boot: row.int(0),
                foundAt: row.date(1),
                state: row.optionalText(2),
                run: Int(row.int(3))
            )
        }
    }

    /// Writes what was done, and by whom, to an order or to the queue as a whole.
    func insert(_ entry: AuditEntry, order: Int64?) throws {
        try run(
            "insert into audit(order_id, at, action, who, why, detail) values($1, $2, $3, $4, $5, $6)",
            order,
            entry.at,
            entry.action.rawValue,
            entry.by.name,
            entry.by.reason,
            entry.detail
        )
    }

    func audit(of order: Int64) throws -> [AuditEntry] {
        try all(
            "select at, action, who, why, detail from audit where order_id = $1 order by id",
            order
        ) { $0.auditEntry() }
    }

    /// What the store itself is told to remember.
    func setting(_ name: String) throws -> String? {
        try first("select value from settings where name = $1", name) { $0.text(0) }
    }

    func set(_ name: String, to value: String) throws {
        try run(
            """
            insert into settings(name, value) values($1, $2)
            on conflict (name) do update set value = excluded.value
            """,
            name,
            value
        )
    }

    /// A number that is higher than all before it, over all nodes.
    func next(of counter: String) throws -> Int64 {
        try first(
            """
            insert into counters as c(name, value) values($1, 1)
            on conflict (name) do update set value = c.value + 1 returning value
            """,
            counter
        ) { $0.int(0) } ?? 1
    }
}

extension Row {
    /// Columns of audit from `at` on, at 0.
    func auditEntry() -> AuditEntry {
        AuditEntry(
            // A later version may know actions that this one does not.
            AuditEntry.Action(rawValue: text(1)) ?? .decide,
            by: Operator(text(2), reason: optionalText(3)),
            at: date(0),
            detail: optionalText(4)
        )
    }
}
