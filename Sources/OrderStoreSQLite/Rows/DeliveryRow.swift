import FoundationEssentials
import Orders

/// A row of `deliveries` with all its columns but the checksum.
struct DeliveryRow {
    let id: Int64
    /// The place of its order.
    let order: Int64
    let visit: Int64
    let name: String
    let state: String
    let kind: String
    /// A code of `Delivery.Status`; anything else in a damaged row.
    var status: Int64
    var contentHash: String
    var messageID: String?
    var reason: String?
    var attempts: Int64
    var fence: Int64
    var intendedAt: Int64
    var concludedAt: Int64?

    /// The ledger's entry as the domain knows it.
    func entry(of number: OrderNumber) throws -> Delivery {
        guard let kind = Delivery.Kind(rawValue: kind), let status = Delivery.Status(code: status)
        else { throw damage }
        var delivery = Delivery(
            id: id,
            order: number,
            intent: Delivery.Intent(
                key: Delivery.Key(state: state, visit: Int(visit), name: name),
                kind: kind,
                contentHash: contentHash
            ),
            status: status,
            attempts: Int(attempts),
            intendedAt: Date(milliseconds: intendedAt)
        )
        delivery.messageID = messageID
        delivery.reason = reason
        delivery.concludedAt = concludedAt.map(Date.init(milliseconds:))
        return delivery
    }

    var damage: Damage { Damage(order: order, what: "its delivery \(id)") }
}

extension Connection {
    /// The entry of that key; served by deliveries_by_key.
    ///
    /// This and the others throw `Damage` when a row is not what was written.
    func deliveryRow(of order: Int64, _ key: Delivery.Key) throws -> DeliveryRow? {
        try first(
            """
            select id, order_id, visit, name, state, kind, status, content_hash, message_id, reason, attempts,
                fence, intended_at, concluded_at, sum
            from deliveries where order_id = ? and visit = ? and name = ?
            """,
            order,
            key.visit,
            key.name,
            read: sound
        )
    }

    func deliveryRow(id: Int64) throws -> DeliveryRow? {
        guard let (row, sum) = try storedDeliveryRow(id) else { return nil }
        guard sum == sums.delivery(row) else { throw row.damage }
        return row
    }

    /// All entries of an order; served by deliveries_by_key.
    func deliveryRows(of order: Int64) throws -> [DeliveryRow] {
        try all(
            """
            select id, order_id, visit, name, state, kind, status, content_hash, message_id, reason, attempts,
                fence, intended_at, concluded_at, sum
            from deliveries where order_id = ? order by id
            """,
            order,
            read: sound
        )
    }

    /// Entries of one status, newest first; served by deliveries_by_status.
    ///
    /// One that is known as damaged is left out: it must not hide the others.
    func deliveryRows(_ status: Delivery.Status, limit: Int) throws -> [DeliveryRow] {
        let ids = try all(
            "select id from deliveries where status = ? order by id desc limit ?",
            status.code,
            limit
        ) { $0.int(0) }
        return try ids.compactMap { id in
            do { return try deliveryRow(id: id) } catch let damage as Damage {
                guard let order = damage.order, try self.damage(of: order) != nil else {
                    throw damage
                }
                return nil
            }
        }
    }

    /// An entry without a look at its checksum, which comes with it.
    func storedDeliveryRow(_ id: Int64) throws -> (row: DeliveryRow, sum: Int64)? {
        try first(
            """
            select id, order_id, visit, name, state, kind, status, content_hash, message_id, reason, attempts,
                fence, intended_at, concluded_at, sum
            from deliveries where id = ?
            """,
            id
        ) { ($0.deliveryRow(), $0.int(14)) }
    }

    private func sound(_ row: Row) throws -> DeliveryRow {
        let delivery = row.deliveryRow()
        guard row.int(14) == sums.delivery(delivery) else { throw delivery.damage }
        return delivery
    }

    /// Adds an entry; its id follows that of the newest.
    func insert(_ intent: Delivery.Intent, under lease: Lease, at now: Int64) throws {
        let newest = try first("select max(id) from deliveries") { $0.optionalInt(0) } ?? nil
        let row = DeliveryRow(
            id: (newest ?? 0) + 1,
            order: lease.order,
            visit: Int64(intent.key.visit),
            name: intent.key.name,
            state: intent.key.state,
            kind: intent.kind.rawValue,
            status: Delivery.Status.intended.code,
            contentHash: intent.contentHash,
            attempts: 1,
            fence: lease.fence,
            intendedAt: now
        )
        try run(
            """
            insert into deliveries(id, order_id, visit, name, state, kind, status, content_hash, attempts,
                fence, intended_at, sum)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            row.id,
            row.order,
            row.visit,
            row.name,
            row.state,
            row.kind,
            row.status,
            row.contentHash,
            row.attempts,
            row.fence,
            row.intendedAt,
            sums.delivery(row)
        )
        tally[.intended] += 1
    }

    /// Writes the row with its checksum in place of what it was.
    func write(_ row: DeliveryRow, inPlaceOf old: DeliveryRow) throws {
        try run(
            """
            update deliveries set status = ?, content_hash = ?, message_id = ?, reason = ?, attempts = ?, fence = ?,
                intended_at = ?, concluded_at = ?, sum = ?
            where id = ?
            """,
            row.status,
            row.contentHash,
            row.messageID,
            row.reason,
            row.attempts,
            row.fence,
            row.intendedAt,
            row.concludedAt,
            sums.delivery(row),
            row.id
        )
        if let status = Delivery.Status(code: old.status) { tally[status] -= 1 }
        if let status = Delivery.Status(code: row.status) { tally[status] += 1 }
    }
}

extension Row {
    fileprivate func deliveryRow() -> DeliveryRow {
        DeliveryRow(
            id: int(0),
            order: int(1),
            visit: int(2),
            name: text(3),
            state: text(4),
            kind: text(5),
            status: int(6),
            contentHash: text(7),
            messageID: optionalText(8),
            reason: optionalText(9),
            attempts: int(10),
            fence: int(11),
            intendedAt: int(12),
            concludedAt: optionalInt(13)
        )
    }
}
