import Foundation
import GRDB

/// Gives every row its checksum, in a file that an earlier version has written without them.
enum Sealing {
    /// Draws what a new file needs, and seals what has no checksums yet; answers the key of the checksums.
    ///
    /// A store keeps the id that the lock file knows it by. Throws `Damage` when the key is not what was written.
    static func seal(_ database: Database, storeID: [UInt8]?) throws -> [UInt8] {
        let known = try [UInt8].fetch(database, setting: "number key")
        let isUnsealed = try [UInt8].fetch(database, setting: "unsealed") != nil
        if let known {
            guard known.count == 16 else { throw Damage(what: "the key of its checksums") }
            if !isUnsealed {
                _ = try Connection(database, key: known).setting("number key") as [UInt8]?
            }
        }
        let key = known ?? randomBytes()
        RareRows.install(in: database, key: key)
        guard known == nil || isUnsealed else { return key }
        let connection = Connection(database, key: key)
        try database.inTransaction(.immediate) {
            try connection.set("number key", to: key)
            try connection.set("store id", to: storeID ?? randomBytes())
            try connection.run("delete from settings where name = 'unsealed'")
            try connection.sealAll()
            try RareRows.seal(database)
            return .commit
        }
        return key
    }

    private static func randomBytes() -> [UInt8] {
        (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    }
}

extension [UInt8] {
    /// The value of a setting without a look at its checksum, which needs the key that is one of them.
    fileprivate static func fetch(_ database: Database, setting: String) throws -> [UInt8]? {
        let value = try DatabaseValue.fetchOne(
            database,
            sql: "select value from settings where name = ?",
            arguments: [setting]
        )
        // Until a file is sealed, settings may be texts as well.
        return value.flatMap { Data.fromDatabaseValue($0).map(Array.init) }
    }
}

extension Connection {
    fileprivate func sealAll() throws {
        try sealSettings()
        try sealWorkflows()
        try sealOrders()
        try sealDeliveries()
        try sealHistory()
        try sealKeys()
        try sealAudit()
    }

    private func sealSettings() throws {
        let settings = try all("select name, value from settings") { ($0.text(0), $0.blob(1)) }
        for (name, value) in settings { try set(name, to: value) }
    }

    private func sealWorkflows() throws {
        let workflows = try all("select id, hash, name, definition from workflows") { [sums] row in
            (row.int(0), sums.workflow(hash: row.text(1), name: row.text(2), row.blob(3)))
        }
        for (id, sum) in workflows {
            try run("update workflows set sum = ? where id = ?", sum, id)
        }
    }

    private func sealOrders() throws {
        try forEach(
            { last in
                try all("select id from orders where id > ? order by id limit 1000", last) {
                    $0.int(0)
                }
            },
            body: sealOrder
        )
    }

    private func sealOrder(_ id: Int64) throws {
        if let row = try storedOrderRow(id)?.row {
            try run("update orders set sum = ? where id = ?", sums.order(row), id)
        }
        let input = try first("select body from inputs where order_id = ?", id) { $0.blob(0) }
        if let input {
            let sum = sums.input(id, input)
            try run("update inputs set sum = ? where order_id = ?", sum, id)
        }
        let snapshot = try first("select snapshot from executions where order_id = ?", id) {
            $0.blob(0)
        }
        if let snapshot {
            let sum = sums.execution(id, snapshot)
            try run("update executions set sum = ? where order_id = ?", sum, id)
        }
        let ending = try first(
            "select output, error, cause from endings where order_id = ?",
            id
        ) { [sums] in sums.ending(id, $0.optionalBlob(0), $0.optionalText(1), $0.optionalText(2)) }
        if let ending { try run("update endings set sum = ? where order_id = ?", ending, id) }
    }

    private func sealDeliveries() throws {
        let ids = try all("select id from deliveries") { $0.int(0) }
        for id in ids {
            guard let row = try storedDeliveryRow(id)?.row else { continue }
            try run("update deliveries set sum = ? where id = ?", sums.delivery(row), id)
        }
    }

    private func sealHistory() throws {
        try forEach(
            { last in
                try all(
                    "select distinct order_id from early_history where order_id > ? order by order_id limit 1000",
                    last
                ) { $0.int(0) }
            },
            body: sealHistory(of:)
        )
    }

    private func sealHistory(of order: Int64) throws {
        let rows = try all(
            "select first_event, count, events from early_history where order_id = ?",
            order
        ) { [sums] row in
            let (first, count) = (row.int(0), row.int(1))
            return (first, sums.history(order, first: first, count: count, row.blob(2)))
        }
        for (first, sum) in rows {
            try run(
                "update early_history set sum = ? where order_id = ? and first_event = ?",
                sum,
                order,
                first
            )
        }
    }

    private func sealKeys() throws {
        let keys = try all("select digest, body, order_id, created_at from idempotency_keys") {
            [sums] row in
            let digest = row.blob(0)
            let sum = sums.key(digest, row.blob(1), order: row.int(2), createdAt: row.int(3))
            return (digest, sum)
        }
        for (digest, sum) in keys {
            try run("update idempotency_keys set sum = ? where digest = ?", sum, digest)
        }
    }

    private func sealAudit() throws {
        let rows = try all("select order_id, at, action, who, why, detail, id from audit") {
            [sums] row in (row.int(6), sums.audit(row.auditRow()))
        }
        for (id, sum) in rows { try run("update audit set sum = ? where id = ?", sum, id) }
    }

    /// Goes through a table in pieces: what one query answers is in memory at once.
    private func forEach(
        _ ids: (_ last: Int64) throws -> [Int64],
        body: (Int64) throws -> Void
    ) throws {
        var last: Int64 = 0
        while true {
            let batch = try ids(last)
            guard let end = batch.last else { return }
            for id in batch { try body(id) }
            last = end
        }
    }
}
