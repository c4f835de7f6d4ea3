import FoundationEssentials
import Orders

/// A row of `deliveries`.
struct DeliveryRow {
    let id: Int64
    /// The place of its order.
    let order: Int64
    let key: Delivery.Key
    let kind: Delivery.Kind
    var status: Delivery.Status
    var contentHash: String
    var messageID: String?
    var reason: String?
    var attempts: Int
    var fence: Int64
    /// The start of the node whose attempt was the last.
    var holder: Int64
    var intendedAt: Date
    var concludedAt: Date?

    enum Columns: Int32, Column {
        case id, orderId, visit, name, state, kind, status, contentHash, messageId, reason, attempts
        case fence, holder, intendedAt, concludedAt
    }

    /// The ledger's entry as the domain knows it.
    func entry(of order: OrderID) -> Delivery {
        var delivery = Delivery(
            id: id,
            order: order,
            intent: Delivery.Intent(key: key, kind: kind, contentHash: contentHash),
            status: status,
            attempts: attempts,
            intendedAt: intendedAt
        )
        delivery.messageID = messageID
        delivery.reason = reason
        delivery.concludedAt = concludedAt
        delivery.fence = fence
        return delivery
    }

    /// The row of an entry that was written in place of this one.
    fileprivate func replaced(by entry: Delivery, holder: Int64) -> DeliveryRow {
        var row = self
        row.status = entry.status
        row.contentHash = entry.contentHash
        row.messageID = entry.messageID
        row.reason = entry.reason
        row.attempts = entry.attempts
        row.fence = entry.fence
        row.holder = holder
        row.intendedAt = entry.intendedAt
        row.concludedAt = entry.concludedAt
        return row
    }

    static let ofOrder = SQL(
        "select \(Columns.self) from deliveries where order_id = $1 order by id"
    )
    static let ofOrders = SQL(
        "select \(Columns.self) from deliveries where order_id = any($1) order by id"
    )
    static let byID = SQL("select \(Columns.self) from deliveries where id = $1")
}

extension Connection {
    func deliveryRow(of order: Int64, _ key: Delivery.Key) throws -> DeliveryRow? {
        try deliveryRows(of: order).first { $0.key.visit == key.visit && $0.key.name == key.name }
    }

    /// The order of an entry; it stays the same.
    func order(ofDelivery id: Int64) throws -> Int64? {
        try first("select order_id from deliveries where id = $1", id) { $0.int(0) }
    }

    /// Adds an entry.
    func insert(_ intent: Delivery.Intent, under lease: Lease, at now: Date) throws {
        // Its id is given by the table.
        let entry = Delivery(id: 0, of: lease.id, intent, at: now, fence: lease.fence)
        try run(
            """
            insert into deliveries(order_id, visit, name, state, kind, status, content_hash, attempts, fence,
                holder, intended_at, message_id, concluded_at)
            values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            lease.order,
            entry.key.visit,
            entry.key.name,
            entry.key.state,
            entry.kind.rawValue,
            entry.status.rawValue,
            entry.contentHash,
            entry.attempts,
            entry.fence,
            holder?.boot,
            entry.intendedAt,
            entry.messageID,
            entry.concludedAt
        )
        tally[entry.status] += 1
        forgetDeliveries(of: lease.order)
    }

    /// Writes an entry in place of what it was; an attempt that it begins is this node's.
    func write(_ entry: Delivery, inPlaceOf old: DeliveryRow) throws {
        let isBegun = entry.attempts > old.attempts
        let row = old.replaced(by: entry, holder: isBegun ? holder?.boot ?? old.holder : old.holder)
        try run(
            """
            update deliveries set status = $2, content_hash = $3, message_id = $4, reason = $5, attempts = $6,
                fence = $7, holder = $8, intended_at = $9, concluded_at = $10
            where id = $1
            """,
            row.id,
            row.status.rawValue,
            row.contentHash,
            row.messageID,
            row.reason,
            row.attempts,
            row.fence,
            row.holder,
            row.intendedAt,
            row.concludedAt
        )
        note(row)
        tally[old.status] -= 1
        tally[row.status] += 1
    }
}

extension Row {
    /// A row of deliveries; throws when a later version has written what this one does not know.
    func deliveryRow() throws -> DeliveryRow {
        typealias Columns = DeliveryRow.Columns
        guard let kind = Delivery.Kind(rawValue: text(Columns.kind)),
            let status = Delivery.Status(rawValue: text(Columns.status))
        else {
            throw StoreError.damaged(
                "delivery \(int(Columns.id)) is a \(text(Columns.kind)) that is \(text(Columns.status)), "
                    + "which this version does not know"
            )
        }
        return DeliveryRow(
            id: int(Columns.id),
            order: int(Columns.orderId),
            key: Delivery.Key(
                state: text(Columns.state),
                visit: Int(int(Columns.visit)),
                name: text(Columns.name)
            ),
            kind: kind,
            status: status,
            contentHash: text(Columns.contentHash),
            messageID: optionalText(Columns.messageId),
            reason: optionalText(Columns.reason),
            attempts: Int(int(Columns.attempts)),
            fence: int(Columns.fence),
            holder: int(Columns.holder),
            intendedAt: date(Columns.intendedAt),
            concludedAt: optionalDate(Columns.concludedAt)
        )
    }
}
