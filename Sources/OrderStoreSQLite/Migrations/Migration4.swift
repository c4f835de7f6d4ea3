import GRDB

extension Migrations {
    /// Deliveries have one status more: waiting.
    ///
    /// The check is widened in the table's definition alone, as SQLite describes it (lang_altertable.html §7): what it let in it
    /// lets in still, so no row is looked at.
    static func letDeliveriesWait(_ database: Database) throws {
        try widenStatuses(of: database, from: 4, to: 5)
    }

    /// Changes the greatest code that the table's check lets in.
    static func widenStatuses(of database: Database, from old: Int, to new: Int) throws {
        let version = try Int.fetchOne(database, sql: "pragma schema_version") ?? 0
        try database.execute(
            sql: """
                pragma writable_schema = on;
                update sqlite_schema
                    set sql = replace(sql, 'check(status between 0 and \(old))', 'check(status between 0 and \(new))')
                    where type = 'table' and name = 'deliveries';
                pragma writable_schema = reset;
                """
        )
        let sql = try String.fetchOne(
            database,
            sql: "select sql from sqlite_schema where type = 'table' and name = 'deliveries'"
        )
        guard sql?.contains("check(status between 0 and \(new))") == true else {
            throw DatabaseError(message: "the table of deliveries is not the one that was made")
        }
        // Who has the file open already reads the definitions anew.
        try database.execute(sql: "pragma schema_version = \(version + 1)")
    }
}
