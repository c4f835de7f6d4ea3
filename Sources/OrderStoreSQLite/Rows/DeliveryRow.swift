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

    enum Columns: Int32, Column {
        case id
        case orderId
        case visit
        case name
        case state
        case kind
        case status
        case contentHash
        case messageId
        case reason
        case attempts
        case fence
        case intendedAt
        case concludedAt
        case sum
    }

    /// The ledger's entry as the domain knows it.
    func entry(of order: OrderID) throws -> Delivery {
        guard let kind = Delivery.Kind(rawValue: kind), let status = Delivery.Status(code: status)
        else { throw damage }
        var delivery = Delivery(
            id: id,
            order: order,
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
        delivery.fence = fence
        return delivery
    }

    func knownStatus() throws -> Delivery.Status {
        guard let status = Delivery.Status(code: status) else { throw damage }
        return status
    }

    var damage: Damage { Damage(order: order, what: "its delivery \(id)") }
}

extension DeliveryRow {
    /// The row of an entry of the order at that place.
    init(_ entry: Delivery, of order: Int64) {
        id = entry.id
        self.order = order
        visit = Int64(entry.key.visit)
        name = entry.key.name
        state = entry.key.state
        kind = entry.kind.rawValue
        status = entry.status.code
        contentHash = entry.contentHash
        messageID = entry.messageID
        reason = entry.reason
        attempts = Int64(entry.attempts)
        fence = entry.fence
        intendedAt = entry.intendedAt.milliseconds
        concludedAt = entry.concludedAt?.milliseconds
    }
}

extension Connection {
    /// The entry of that key.
    ///
    /// This and the others throw `Damage` when a row is not what was written.
    func deliveryRow(of order: Int64, _ key: Delivery.Key) throws -> DeliveryRow? {
        if let known = leased.deliveries(of: order) {
            return known.first { $0.visit == key.visit && $0.name == key.name }
        }
        // Served by deliveries_by_key.
        return try first(
            Self.deliveryByKey,
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

    /// All entries of an order.
    func deliveryRows(of order: Int64) throws -> [DeliveryRow] {
        if let known = leased.deliveries(of: order) { return known }
        // Served by deliveries_by_key.
        return try all(
            Self.deliveriesOfOrder,
            order,
            read: sound
        )
    }

    /// Entries by their ids; one that is known as damaged is left out: it must not hide the others.
    func deliveryRows(_ ids: [Int64]) throws -> [DeliveryRow] {
        try ids.compactMap { id in
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
            Self.deliveryByID,
            id
        ) { ($0.deliveryRow(), $0.int(DeliveryRow.Columns.sum)) }
    }

    private static let deliveryByKey = SQL(
        "select \(DeliveryRow.Columns.self) from deliveries where order_id = ? and visit = ? and name = ?"
    )
    private static let deliveriesOfOrder = SQL(
        "select \(DeliveryRow.Columns.self) from deliveries where order_id = ? order by id"
    )
    private static let deliveryByID = SQL(
        "select \(DeliveryRow.Columns.self) from deliveries where id = ?"
    )

    private func sound(_ row: Row) throws -> DeliveryRow {
        let delivery = row.deliveryRow()
        guard row.int(DeliveryRow.Columns.sum) == sums.delivery(delivery) else {
            throw delivery.damage
        }
        return delivery
    }

    /// Adds an entry; its id follows that of the newest.
    func insert(_ intent: Delivery.Intent, under lease: Lease, at now: Date) throws {
        let newest =
            try newestDelivery ?? first("select max(id) from deliveries") { $0.optionalInt(0) }
            ?? nil
        let id = (newest ?? 0) + 1
        newestDelivery = id
        let entry = Delivery(id: id, of: lease.id, intent, at: now, fence: lease.fence)
        let row = DeliveryRow(entry, of: lease.order)
        try noting {
            try run(
                """
                insert into deliveries(id, order_id, visit, name, state, kind, status, content_hash, attempts,
                    fence, intended_at, message_id, concluded_at, sum)
                values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                row.messageID,
                row.concludedAt,
                sums.delivery(row)
            )
        }
        tally[entry.status] += 1
        leased.add(row)
    }

    func write(_ entry: Delivery, inPlaceOf old: DeliveryRow) throws {
        try write(DeliveryRow(entry, of: old.order), inPlaceOf: old)
    }

    /// Writes the row with its checksum in place of what it was.
    func write(_ row: DeliveryRow, inPlaceOf old: DeliveryRow) throws {
        try noting {
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
        }
        leased.replace(row)
        if let status = Delivery.Status(code: old.status) { tally[status] -= 1 }
        if let status = Delivery.Status(code: row.status) { tally[status] += 1 }
    }
}

extension Row {
    fileprivate func deliveryRow() -> DeliveryRow {
        typealias Columns = DeliveryRow.Columns
        return DeliveryRow(
            id: int(Columns.id),
            order: int(Columns.orderId),
            visit: int(Columns.visit),
            name: text(Columns.name),
            state: text(Columns.state),
            kind: text(Columns.kind),
            status: int(Columns.status),
            contentHash: text(Columns.contentHash),
            messageID: optionalText(Columns.messageId),
            reason: optionalText(Columns.reason),
            attempts: int(Columns.attempts),
            fence: int(Columns.fence),
            intendedAt: int(Columns.intendedAt),
            concludedAt: optionalInt(Columns.concludedAt)
        )
    }
}
