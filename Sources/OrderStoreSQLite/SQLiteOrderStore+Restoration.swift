import FoundationEssentials
import Orders

extension Connection {
    /// Lets a copy of an earlier time do nothing by itself: the queue is paused and what is unfinished is held.
    ///
    /// The mark of the copy goes within the same transaction; the restoration stays as a record.
    func putToRest(_ copy: Opening.Copy, at now: Date) throws -> Restoration {
        let latest = try first("select max(id) from orders") { $0.optionalInt(0) } ?? nil
        var restoration = Restoration(at: now, copy, held: 0)
        let held = try holdUnfinished(restoration, at: now)
        (restoration.held, restoration.undecided) = (held, held)
        try run(
            "insert into restorations(found_at, copied_at, kind, latest_order, held) values(?, ?, ?, ?, ?)",
            now.milliseconds,
            restoration.copiedAt?.milliseconds,
            restoration.kind.stored,
            latest ?? 0,
            held
        )
        // What many were to be redriven for has been done since, perhaps.
        try run(
            "update bulk_redrives set state = 2, finished_at = ? where state = 0",
            now.milliseconds
        )
        _ = try setQueueMode(.paused, by: Self.restorer, at: now)
        try run("delete from settings where name = 'copy'")
        return restoration
    }

    /// The latest restoration for which orders are still held; nil when there is none.
    func openRestoration() throws -> Restoration? {
        let latest = try first(
            "select found_at, copied_at, kind, held from restorations order by id desc limit 1"
        ) { row in
            var restoration = Restoration(
                at: Date(milliseconds: row.int(0)),
                copiedAt: row.optionalInt(1).map(Date.init(milliseconds:)),
                kind: Restoration.Kind(stored: row.text(2)),
                held: Int(row.int(3))
            )
            restoration.undecided = 0
            return restoration
        }
        guard var restoration = latest else { return nil }
        // Served by orders_by_status.
        restoration.undecided = try count(
            """
            select count(*) from (
                select 1 from orders o join endings e on e.order_id = o.id
                where o.status = 6 and e.error = ? limit ?
            )
            """,
            Restoration.error,
            StoreSummary.maximumCount
        )
        return restoration.undecided > 0 ? restoration : nil
    }

    private static let restorer = Operator("orderd", reason: "the store is a copy")

    private func holdUnfinished(_ restoration: Restoration, at now: Date) throws -> Int {
        var (held, last) = (0, Int64(0))
        while true {
            let batch = try all(
                "select id from orders where id > ? and status in (0, 1, 6) order by id limit 1000",
                last
            ) { $0.int(0) }
            guard let end = batch.last else { return held }
            for id in batch {
                do {
                    try hold(id, restoration, at: now)
                } catch let damage as Damage {
                    try hold(damage, at: now.milliseconds)
                }
            }
            (held, last) = (held + batch.count, end)
        }
    }

    private func hold(_ id: Int64, _ restoration: Restoration, at now: Date) throws {
        guard var row = try orderRow(id) else { return }
        row.release()
        row.status = OrderStatus.held.code
        row.fence += 1
        try write(row)
        let deliveries = try deliveryRows(of: id)
        let before = try ending(id).map { " It was held before: \($0.cause ?? $0.error ?? "")" }
        let cause = restoration.cause(of: row, knownAsSent: deliveries) + (before ?? "")
        try replaceEnding(of: id, by: StoredEnding(error: Restoration.error, cause: cause))
    }
}

extension Restoration {
    fileprivate init(at now: Date, _ copy: Opening.Copy, held: Int) {
        switch copy {
        case .backup(let mark):
            self.init(
                at: now,
                copiedAt: Date(milliseconds: mark.madeAt),
                kind: .backup,
                held: held
            )
        case .snapshot(let missing):
            self.init(at: now, copiedAt: nil, kind: .snapshot(missing: missing), held: held)
        }
    }

    /// Why an order is held for it, and what may have been sent that the copy does not know of.
    fileprivate func cause(of order: OrderRow, knownAsSent deliveries: [DeliveryRow]) -> String {
        let made = copiedAt.map { "made at \($0.formatted(.iso8601))" } ?? "of an earlier time"
        let sent = deliveries.filter { $0.status == Delivery.Status.sent.code }
        let open = deliveries.filter { $0.status != Delivery.Status.sent.code }
        let known = sent.map { "\($0.kind) \($0.name)" }.joined(separator: ", ")
        let unknown = open.map { "\($0.kind) \($0.name), " }.joined()
        return
            "the store is a copy \(made), in which this order was \(order.state.map { "in state \($0)" } ?? "not begun"). Known as sent: "
            + "\(known.isEmpty ? "nothing" : known). May have been sent since: \(unknown)whatever comes after in its workflow. "
            + "POST /orders/\(order.number)/redrive lets it go on from there, /stop ends it"
    }
}

extension Restoration.Kind {
    fileprivate var stored: String {
        switch self {
        case .backup: "backup"
        case .snapshot(let missing): "snapshot \(missing)"
        }
    }

    fileprivate init(stored: String) {
        let words = stored.split(separator: " ")
        self = words.count == 2 ? .snapshot(missing: Int64(words[1]) ?? 0) : .backup
    }
}
