package import FoundationEssentials
package import Orders

extension SQLiteOrderStore: AlertStore {
    /// What was kept last; what is damaged is told of and left out.
    package func alertLedger() async throws -> AlertLedger {
        let (ledger, damaged) = try await read { connection in try connection.alertLedger() }
        if damaged > 0 {
            published.damages.continuation.yield(
                "\(damaged) alerts or messages of alerts: they do not match their checksums"
            )
        }
        return ledger
    }

    package func keep(_ change: AlertLedger.Change) async throws {
        try await write { connection in
            for key in change.endedAlerts { try connection.delete(key) }
            for alert in change.alerts {
                try connection.delete(alert.key)
                try connection.insert(alert)
            }
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
            let gates = try connection.gates()
            var (count, found): (Int, [DueOrder]) = (0, [])
            for status in [OrderStatus.queued, .running] {
                // Served by orders_due.
                count += try connection.count(
                    Connection.overdueCount,
                    status.code,
                    instant.milliseconds,
                    StoreSummary.maximumCount
                )
                found += try connection.all(
                    Connection.overdue,
                    status.code,
                    instant.milliseconds,
                    limit
                ) { $0.dueOrder() }
            }
            for gate in gates {
                // Served by orders_waiting.
                count += try connection.count(
                    Connection.overdueCountAtGate,
                    gate,
                    instant.milliseconds,
                    StoreSummary.maximumCount
                )
                found += try connection.all(
                    Connection.overdueAtGate,
                    gate,
                    instant.milliseconds,
                    limit
                ) { $0.dueOrder() }
            }
            let longest = found.sorted { ($0.due, $0.place) < ($1.due, $1.place) }.prefix(limit)
            return (
                min(count, StoreSummary.maximumCount),
                try longest.map { try connection.idAsStored(ofOrder: $0.place) }
            )
        }
    }
}

extension Connection {
    fileprivate static let lookedAt = "alerts looked at"

    fileprivate static let overdueCount = SQL(
        """
        select count(*) from (
            select 1 from orders where status = ? and due is not null and gate is null and due <= ? limit ?
        )
        """
    )
    fileprivate static let overdue = SQL(
        """
        select id, due from orders where status = ? and due is not null and gate is null and due <= ?
        order by due, id limit ?
        """
    )
    fileprivate static let overdueCountAtGate = SQL(
        "select count(*) from (select 1 from orders where gate = ? and due <= ? limit ?)"
    )
    fileprivate static let overdueAtGate = SQL(
        "select id, due from orders where gate = ? and due <= ? order by due, id limit ?"
    )

    private static let allAlerts = SQL(
        """
        select name, kind, subject, is_lasting, since, state, until, told_at, count, examples, detail,
            \(isSound: .alerts) from alerts order by kind, subject
        """
    )
    private static let allMessages = SQL(
        """
        select message, way, alert, body, created_at, due, attempts, \(isSound: .alertMessages)
        from alert_messages order by id
        """
    )

    /// What is kept as it was written, and how many rows are not.
    fileprivate func alertLedger() throws -> (AlertLedger, damaged: Int) {
        var (ledger, damaged) = (AlertLedger(), 0)
        try prefix(Self.allAlerts) { row in
            if row.int(11) == 0 {
                damaged += 1
            } else if let alert = row.alert() {
                ledger.alerts.append(alert)
            }
            return true
        }
        try prefix(Self.allMessages) { row in
            if row.int(7) == 0 {
                damaged += 1
            } else if let sending = row.alertSending() {
                ledger.sendings.append(sending)
            }
            return true
        }
        let lookedAt: String? = try setting(Self.lookedAt)
        ledger.lookedAt = lookedAt.flatMap { Int64($0) }.map(Date.init(milliseconds:))
        return (ledger, damaged)
    }

    fileprivate func delete(_ key: Alert.Key) throws {
        try run(
            "delete from alerts where kind = ? and subject = ?",
            key.kind.rawValue,
            key.subject
        )
    }

    fileprivate func insert(_ alert: Alert) throws {
        try run(
            """
            insert into alerts(name, kind, subject, is_lasting, since, state, until, told_at, count, examples,
                detail) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            alert.id,
            alert.key.kind.rawValue,
            alert.key.subject,
            alert.isLasting ? 1 : 0,
            alert.since.milliseconds,
            alert.state.name,
            alert.state.until?.milliseconds,
            alert.toldAt?.milliseconds,
            alert.count,
            // An order's id has no space in it.
            alert.examples.joined(separator: " "),
            alert.detail
        )
    }

    fileprivate func delete(_ key: AlertSending.Key) throws {
        try run(
            "delete from alert_messages where message = ? and way = ?",
            key.message,
            key.way.rawValue
        )
    }

    /// Writes it in its own place, since messages go in the order in which they came.
    fileprivate func replace(_ sending: AlertSending) throws {
        let place = try first(
            "select id from alert_messages where message = ? and way = ?",
            sending.key.message,
            sending.key.way.rawValue
        ) { $0.int(0) }
        try delete(sending.key)
        try run(
            """
            insert into alert_messages(id, message, way, alert, body, created_at, due, attempts)
                values(?, ?, ?, ?, ?, ?, ?, ?)
            """,
            place,
            sending.key.message,
            sending.key.way.rawValue,
            sending.alert,
            sending.body,
            sending.createdAt.milliseconds,
            sending.due.milliseconds,
            sending.attempts
        )
    }
}

extension Row {
    /// A row of alerts; nil when a later version has written a kind that this one does not know.
    fileprivate func alert() -> Alert? {
        guard let kind = AlertKind(rawValue: text(1)),
            let state = Alert.State(text(5), until: optionalInt(6).map(Date.init(milliseconds:)))
        else { return nil }
        return Alert(
            id: text(0),
            key: Alert.Key(kind, text(2)),
            isLasting: int(3) == 1,
            since: Date(milliseconds: int(4)),
            state: state,
            toldAt: optionalInt(7).map(Date.init(milliseconds:)),
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
            body: blob(3),
            createdAt: Date(milliseconds: int(4)),
            due: Date(milliseconds: int(5)),
            attempts: Int(int(6))
        )
    }
}
