package import FoundationEssentials
package import Orders

extension SQLiteOrderStore: SuppressionStore {
    /// Puts an address on the list, with an audit entry.
    package func suppress(_ suppression: Suppression) async throws -> SuppressionChange {
        try await guarded { connection in
            let before = try connection.takeOff(suppression.address)
            let count = try connection.first("select count(*) from suppressions") { $0.int(0) }
            guard let count, count < Suppression.maximumCount else {
                throw StoreError.unavailable(
                    "the suppression list is full: it holds \(Suppression.maximumCount) addresses"
                )
            }
            try connection.insert(suppression)
            try connection.insert(.suppressed(suppression), order: nil)
            return SuppressionChange(before: before, number: try connection.nextSuppressionChange())
        }
    }

    /// Takes an address off the list, with an audit entry.
    package func release(
        _ address: String,
        by operator: Operator,
        at now: Date
    ) async throws -> SuppressionChange {
        try await write { connection in
            let number = try connection.nextSuppressionChange()
            guard let before = try connection.takeOff(address) else {
                return SuppressionChange(before: nil, number: number)
            }
            let entry = AuditEntry.released(before, by: `operator`, at: now)
            try connection.insert(entry, order: nil)
            return SuppressionChange(before: before, number: number)
        }
    }

    package func suppression(of address: String) async throws -> Suppression? {
        try await read { try $0.suppression(of: address) }
    }

    /// Those on the list, in order of their addresses; what is damaged is told and left out.
    package func suppressions(after address: String, limit: Int) async throws -> [Suppression] {
        let (found, damaged) = try await read { connection in
            try connection.suppressions(after: address, limit: limit)
        }
        if damaged > 0 {
            published.damages.continuation.yield(
                "\(damaged) addresses that nothing is to be sent to: they do not match their checksums"
            )
        }
        return found
    }
}

extension Connection {
    /// So many that are as they were written, and how many between them are not.
    fileprivate func suppressions(
        after address: String,
        limit: Int
    ) throws -> (found: [Suppression], damaged: Int) {
        var (found, damaged): ([Suppression], Int) = ([], 0)
        // Served by the index of the addresses, which are unique.
        try prefix(
            """
            select address, cause, detail, since, who, why,
                sum is row_sum('suppressions', id, address, cause, detail, since, who, why)
                from suppressions where address > ? order by address
            """,
            address
        ) { row in
            if row.int(6) == 0 {
                damaged += 1
            } else if let suppression = row.suppression() {
                found.append(suppression)
            }
            return found.count < limit
        }
        return (found, damaged)
    }
}

extension Connection {
    fileprivate func suppression(of address: String) throws -> Suppression? {
        try first(
            """
            select address, cause, detail, since, who, why from suppressions where address = ?
                and sum = row_sum('suppressions', id, address, cause, detail, since, who, why)
            """,
            address
        ) { $0.suppression() } ?? nil
    }

    /// Deletes the row, whether it is as it was written or not; answers it if it was.
    fileprivate func takeOff(_ address: String) throws -> Suppression? {
        let before = try suppression(of: address)
        try run("delete from suppressions where address = ?", address)
        return before
    }

    fileprivate func nextSuppressionChange() throws -> Int64 {
        let before: String? = try setting("suppression changes")
        let number = (before.flatMap { Int64($0) } ?? 0) + 1
        try set("suppression changes", to: "\(number)")
        return number
    }

    fileprivate func insert(_ suppression: Suppression) throws {
        try run(
            "insert into suppressions(address, cause, detail, since, who, why) values(?, ?, ?, ?, ?, ?)",
            suppression.address,
            suppression.cause.rawValue,
            suppression.detail,
            suppression.since.milliseconds,
            suppression.by.name,
            suppression.by.reason
        )
    }
}

extension Row {
    /// A row of suppressions; nil when a later version has written a cause that this one does not know.
    fileprivate func suppression() -> Suppression? {
        guard let cause = Suppression.Cause(rawValue: text(1)) else { return nil }
        return Suppression(
            address: text(0),
            cause,
            detail: optionalText(2),
            since: Date(milliseconds: int(3)),
            by: Operator(text(4), reason: optionalText(5))
        )
    }
}
