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
            Self.cancelAllBulks,
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
            Self.undecided,
            Hold.restoration.rawValue,
            StoreSummary.maximumCount
        )
        return restoration.undecided > 0 ? restoration : nil
    }

    private static let restorer = Operator("orderd", reason: "the store is a copy")

    private func holdUnfinished(_ restoration: Restoration, at now: Date) throws -> Int {
        var (held, last) = (0, Int64(0))
        while true {
            let batch = try all(Self.nextUnfinished, last) { $0.int(0) }
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
        guard let row = try orderRow(id) else { return }
        let (life, order) = (try row.life(), try self.id(of: row))
        let cause = restoration.cause(
            ofOrderIn: life.state,
            deliveries: try deliveryRows(of: id).map { try $0.entry(of: order) },
            heldBefore: try ending(id).map { $0.cause ?? $0.error ?? "" }
        )
        if let edit = life.holding(forRestoration: cause) { try write(edit, to: row) }
    }

    private static let cancelAllBulks = SQL(
        """
        update bulk_redrives set state = \(bulk: .cancelled), finished_at = ?
        where state = \(bulk: .running)
        """
    )
    private static let undecided = SQL(
        """
        select count(*) from (
            select 1 from orders o join endings e on e.order_id = o.id
            where o.status = \(.held) and e.error = ? limit ?
        )
        """
    )
    private static let nextUnfinished = SQL(
        """
        select id from orders where id > ? and status in (\(.queued), \(.running), \(.held))
        order by id limit 1000
        """
    )
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
