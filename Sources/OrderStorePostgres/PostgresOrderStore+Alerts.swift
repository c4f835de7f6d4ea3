package import FoundationEssentials
package import Orders

extension PostgresOrderStore: AlertStore {
    /// What was kept last.
    package func alertLedger() async throws -> AlertLedger {
        try await read { try $0.alertLedger() }
    }

    package func keep(_ change: AlertLedger.Change) async throws {
        try await write { connection in
            try connection.lock(.alerts)
            for key in change.endedAlerts { try connection.delete(key) }
            for alert in change.alerts { try connection.replace(alert) }
            for key in change.endedSendings { try connection.delete(key) }
            for sending in change.sendings { try connection.replace(sending) }
            if let lookedAt = change.lookedAt {
                try connection.set(Connection.lookedAt, to: "\(lookedAt.milliseconds)")
            }
        }
    }

    package func overdueOrders(
        since instant: Date,
        limit: Int
    ) async throws -> (count: Int, orders: [OrderID]) {
        try await read { connection in
            let count = try connection.count(
                Connection.overdueCount,
                instant,
                StoreSummary.maximumCount
            )
            let orders = try connection.all(Connection.overdue, instant, limit) {
                OrderID($0.text(0)) ?? .damaged(at: $0.int(1))
            }
            return (count, orders)
        }
    }
}

extension Connection {
    fileprivate static let lookedAt = "alerts looked at"

    /// Each part is served by an index: orders_due, orders_waiting, and orders_suspected, which is nearly empty.
    fileprivate static let overdueCount = SQL(
        """
        select count(*) from (
            select 1 from orders where status in (\(.queued), \(.running)) and due is not null
                and gate is null and crash_streak < 2 and due <= $1
            union all
            select 1 from orders where gate is not null and due <= $1
            union all
            select 1 from orders where status in (\(.queued), \(.running)) and gate is null
                and crash_streak >= 2 and due <= $1
            limit $2
        ) found
        """
    )
    fileprivate static let overdue = SQL(
        """
        select o.number, o.id from orders o join (
            (select id, due from orders where status = \(.queued) and due is not null
                and gate is null and crash_streak < 2 and due <= $1 order by due, id limit $2)
            union all
            (select id, due from orders where status = \(.running) and due is not null
                and gate is null and crash_streak < 2 and due <= $1 order by due, id limit $2)
            union all
            (select id, due from orders where gate is not null and due <= $1 order by due, id limit $2)
            union all
            (select id, due from orders where status in (\(.queued), \(.running)) and gate is null
                and crash_streak >= 2 and due <= $1 order by due, id limit $2)
        ) found on found.id = o.id
        order by found.due, found.id limit $2
        """
    )

    fileprivate func alertLedger() throws -> AlertLedger {
        var ledger = AlertLedger()
        ledger.alerts = try all(
            """
            select name, kind, subject, is_lasting, since, state, until, told_at, count, examples, detail
            from alerts order by kind, subject
            """
        ) { $0.alert() }
        .compactMap(\.self)
        ledger.sendings = try all(
            """
            select message, way, alert, body, created_at, due, attempts from alert_messages order by id
            """
        ) { $0.alertSending() }
        .compactMap(\.self)
        ledger.lookedAt = try setting(Self.lookedAt).flatMap { Int64($0) }
            .map(Date.init(milliseconds:))
        return ledger
    }

    fileprivate func delete(_ key: Alert.Key) throws {
        try run(
            "delete from alerts where kind = $1 and subject = $2",
            key.kind.rawValue,
            key.subject
        )
    }

    fileprivate func replace(_ alert: Alert) throws {
        try delete(alert.key)
        try run(
            """
            insert into alerts(name, kind, subject, is_lasting, since, state, until, told_at, count, examples,
                detail) values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            alert.id,
            alert.key.kind.rawValue,
            alert.key.subject,
            alert.isLasting,
            alert.since,
            alert.state.name,
            alert.state.until,
            alert.toldAt,
            alert.count,
            // An order's id has no space in it.
            alert.examples.joined(separator: " "),
            alert.detail
        )
    }

    fileprivate func delete(_ key: AlertSending.Key) throws {
        try run(
            "delete from alert_messages where message = $1 and way = $2",
            key.message,
            key.way.rawValue
        )
    }

    /// Writes it in its own place, since messages go in the order in which they came.
    fileprivate func replace(_ sending: AlertSending) throws {
        try run(
            """
            insert into alert_messages(message, way, alert, body, created_at, due, attempts)
            values($1, $2, $3, $4, $5, $6, $7)
            on conflict (message, way) do update set alert = excluded.alert, body = excluded.body,
                created_at = excluded.created_at, due = excluded.due, attempts = excluded.attempts
            """,
            sending.key.message,
            sending.key.way.rawValue,
            sending.alert,
            sending.body,
            sending.createdAt,
            sending.due,
            sending.attempts
        )
    }
}

extension Row {
    /// A row of alerts; nil when a later version has written a kind that this one does not know.
    fileprivate func alert() -> Alert? {
        guard let kind = AlertKind(rawValue: text(1)),
            let state = Alert.State(text(5), until: optionalDate(6))
        else { return nil }
        return Alert(
            id: text(0),
            key: Alert.Key(kind, text(2)),
            isLasting: bool(3),
            since: date(4),
            state: state,
            toldAt: optionalDate(7),
            count: Int(int(8)),
            examples: text(9).split(separator: " ").map(String.init),
            detail: optionalText(10)
        )
    }

    /// A row of alert_messages; nil when a later version knows a way that this one does not.
    fileprivate func alertSending() -> AlertSending? {
        guard let way = AlertWay(rawValue: text(1)) else { return nil }
        return AlertSending(
            key: AlertSending.Key(message: text(0), way: way),
            alert: text(2),
            body: bytes(3),
            createdAt: date(4),
            due: date(5),
            attempts: Int(int(6))
        )
    }
}
