package import FoundationEssentials
package import Orders

extension PostgresOrderStore: SuppressionStore {
    /// Puts an address on the list, with an audit entry.
    package func suppress(_ suppression: Suppression) async throws -> SuppressionChange {
        try await write { connection in
            try connection.lock(.suppressions)
            let before = try connection.takeOff(suppression.address)
            guard
                try connection.count("select count(*) from suppressions") < Suppression.maximumCount
            else {
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
            try connection.lock(.suppressions)
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
        try await read { connection in
            try connection.first(
                "select address, cause, detail, since, who, why from suppressions where address = $1",
                address
            ) { $0.suppression() } ?? nil
        }
    }

    /// Those on the list, in order of their addresses.
    package func suppressions(after address: String, limit: Int) async throws -> [Suppression] {
        try await read { connection in
            try connection.all(
                """
                select address, cause, detail, since, who, why from suppressions
                where address > $1 order by address limit $2
                """,
                address,
                limit
            ) { $0.suppression() }
            .compactMap(\.self)
        }
    }
}

extension Connection {
    /// Deletes the row, and answers it.
    fileprivate func takeOff(_ address: String) throws -> Suppression? {
        try first(
            """
            delete from suppressions where address = $1
            returning address, cause, detail, since, who, why
            """,
            address
        ) { $0.suppression() } ?? nil
    }

    fileprivate func nextSuppressionChange() throws -> Int64 { try next(of: "suppression changes") }

    fileprivate func insert(_ suppression: Suppression) throws {
        try run(
            "insert into suppressions(address, cause, detail, since, who, why) values($1, $2, $3, $4, $5, $6)",
            suppression.address,
            suppression.cause.rawValue,
            suppression.detail,
            suppression.since,
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
            since: date(3),
            by: Operator(text(4), reason: optionalText(5))
        )
    }
}
