import GRDB

extension Migrations {
    /// Kinds of deliveries are names: the table does not list them any more.
    ///
    /// A check is dropped in the table's definition alone, as SQLite describes it (lang_altertable.html §7): no row is copied,
    /// so none that is damaged is in the way, and a store with millions of deliveries opens as fast as another.
    static func openDeliveryKinds(_ database: Database) throws {
        let version = try Int.fetchOne(database, sql: "pragma schema_version") ?? 0
        try database.execute(
            sql: """
                pragma writable_schema = on;
                update sqlite_schema
                    set sql = replace(sql, ' check(kind in (''email'', ''notice''))', '')
                    where type = 'table' and name = 'deliveries';
                pragma writable_schema = reset;
                """
        )
        // Who has the file open already reads the definitions anew.
        try database.execute(sql: "pragma schema_version = \(version + 1)")
    }
}
