import FoundationEssentials
import Orders

extension Connection {
    /// Holds the order that is damaged, with the evidence; what was written is left as it was found.
    ///
    /// One that has ended keeps its status: nothing is done for it any more, and it is not run again until somebody says so.
    func hold(_ damage: Damage, at now: Int64) throws {
        guard let order = damage.order else { throw damage }
        let evidence =
            "\(damage.what) does not match its checksum: what stands on the disk is not what was written. It was left as it is; "
            + "compare it with a backup. Stopping the order, or running it from the start with its input given anew, lets go of it"
        try run(
            """
            insert into damages(order_id, found_at, evidence) values(?1, ?2, ?3)
            on conflict(order_id) do update set is_decided = 0, found_at = ?2, evidence = ?3
                where is_decided = 1 and ?4
            """,
            order,
            now,
            evidence,
            damage.acts ? 1 : 0
        )
        guard changes == 1 else { return }
        self.damage.append("\(try name(ofOrder: order)): \(damage.what)")
        guard let (row, sum) = try storedOrderRow(order) else { return }
        changesEnded = true
        if sum == sums.order(row) {
            let edit = try row.life()
                .holding(forDamage: evidence, at: Date(milliseconds: now))
            if let edit { try write(edit, to: row) }
        } else {
            try holdDamagedRow(row, evidence, at: now)
        }
    }

    /// A checksum that does not match must not be made to match, or the damage would be forgotten.
    private func holdDamagedRow(_ row: OrderRow, _ evidence: String, at now: Int64) throws {
        let status = OrderStatus(code: row.status)
        guard status?.isFinal != true else { return }
        // The indexes may know the row as it was; SQLite would not find its entries there.
        try run("reindex orders")
        try run(Self.holdAsItIs, row.id)
        if let status { tally.move(from: status, to: .held) }
        try insert(.damage(evidence, at: Date(milliseconds: now)), order: row.id)
        try replaceEnding(of: row.id, by: StoredEnding(.held(.damage, evidence)))
    }

    private static let holdAsItIs = SQL(
        """
        update orders set status = \(.held), due = null, gate = null, timer = null, lease_epoch = null
        where id = ?
        """
    )

    /// The order of that place in words for people; its number may be what is damaged.
    func name(ofOrder place: Int64) throws -> String {
        let number = try first("select number from orders where id = ?", place) { $0.text(0) }
        return number.flatMap(OrderID.init).map { "order \($0)" } ?? "order at place \(place)"
    }

    /// What is known to be damaged of an order; nil when nothing is.
    func damage(of order: Int64) throws -> String? {
        try first("select evidence from damages where order_id = ?", order) { $0.text(0) }
    }
}

/// An index names an order that it should not: it is made anew from its table.
struct IndexDamage: Error {
    var what: String
}
