import Orders

/// The checksums that are stored in rows and compared whenever one is read: a bit that a disk turned must not act.
///
/// They are keyed with the store's own key, so that a row of another store is recognised too. Each begins with its table and
/// the row's key: a row that stands in the wrong place is as wrong as a changed one.
struct RowSums {
    private let hash: SipHash

    init(key: [UInt8]) { hash = SipHash(key: key) }

    /// `due`, `gate`, `timer` and `lease_epoch` are left out: they say when an order is taken up and not what is done, change
    /// for many orders at once, and stand a second time in the indexes that `store verify` compares with the table.
    func order(_ row: OrderRow) -> Int64 {
        var values = begin(.orders, row.id)
        values.add(row.number)
        values.add(row.digest)
        values.add(row.workflow)
        values.add(row.createdAt)
        // A fresh order has none of these: its checksum is made for every order that is accepted.
        guard row.isTakenUp else { return values.finish() }
        values.add(row.status)
        values.add(row.startedAt)
        values.add(row.finishedAt)
        values.add(row.fence)
        values.add(row.started)
        values.add(row.failed)
        values.add(row.crashed)
        values.add(row.handedBack)
        values.add(row.crashStreak)
        values.add(row.suspicion)
        values.add(row.redrives)
        values.add(row.erasedAt)
        values.add(row.state)
        return values.finish()
    }

    /// The same of an order that is being accepted, from where its texts lie.
    func arrival(_ order: Arrival, number: UnsafeRawBufferPointer) -> Int64 {
        var values = begin(.orders, order.id)
        values.add(number)
        values.add(order.digest)
        values.add(order.workflow)
        values.add(order.createdAt)
        return values.finish()
    }

    func input(_ order: Int64, _ body: UnsafeRawBufferPointer) -> Int64 {
        var values = begin(.inputs, order)
        values.add(body)
        return values.finish()
    }

    func input(_ order: Int64, _ body: [UInt8]) -> Int64 {
        body.withUnsafeBytes { input(order, $0) }
    }

    func execution(_ order: Int64, _ snapshot: [UInt8]) -> Int64 {
        var values = begin(.executions, order)
        values.add(snapshot)
        return values.finish()
    }

    func ending(_ order: Int64, _ output: [UInt8]?, _ error: String?, _ cause: String?) -> Int64 {
        var values = begin(.endings, order)
        values.add(output)
        values.add(error)
        values.add(cause)
        return values.finish()
    }

    func history(_ order: Int64, first: Int64, count: Int64, _ events: [UInt8]) -> Int64 {
        var values = begin(.history, order)
        values.add(first)
        values.add(count)
        values.add(events)
        return values.finish()
    }

    func delivery(_ row: DeliveryRow) -> Int64 {
        var values = begin(.deliveries, row.id)
        values.add(row.order)
        values.add(row.visit)
        values.add(row.name)
        values.add(row.state)
        values.add(row.kind)
        values.add(row.status)
        values.add(row.contentHash)
        values.add(row.messageID)
        values.add(row.reason)
        values.add(row.attempts)
        values.add(row.fence)
        values.add(row.intendedAt)
        values.add(row.concludedAt)
        return values.finish()
    }

    func workflow(hash: String, name: String, _ definition: [UInt8]) -> Int64 {
        var values = begin(.workflows, 0)
        values.add(hash)
        values.add(name)
        values.add(definition)
        return values.finish()
    }

    func key(_ digest: [UInt8], _ body: [UInt8], order: Int64, createdAt: Int64) -> Int64 {
        var values = begin(.idempotencyKeys, order)
        values.add(digest)
        values.add(body)
        values.add(createdAt)
        return values.finish()
    }

    func audit(_ row: AuditRow) -> Int64 {
        var values = begin(.audit, row.order ?? 0)
        values.add(row.at)
        values.add(row.action)
        values.add(row.who)
        values.add(row.why)
        values.add(row.detail)
        return values.finish()
    }

    func setting(_ name: String, _ value: [UInt8]) -> Int64 {
        var values = begin(.settings, 0)
        values.add(name)
        values.add(value)
        return values.finish()
    }

    private func begin(_ table: Table, _ key: Int64) -> SipHash.Values {
        var values = hash.values
        values.add(table.rawValue)
        values.add(key)
        return values
    }

    /// Part of what is stored: a number is never given another meaning.
    private enum Table: Int64 {
        case orders = 1
        case inputs
        case executions
        case endings
        case history
        case deliveries
        case workflows
        case idempotencyKeys
        case audit
        case settings
    }
}
