import GRDB

/// The versions of the file's tables, each a step from the one before.
///
/// A migration that shipped is never edited: a later one is added, in a file of its own.
enum Migrations {
    /// Brings the tables up to date; a new file gets them all.
    static func migrate(_ database: DatabaseQueue) throws { try migrator.migrate(database) }

    /// Whether a later version has changed the tables.
    static func isNewer(_ database: Database) throws -> Bool {
        try migrator.hasBeenSuperseded(database)
    }

    /// Whether a database has been a store of ours, of this or of another version.
    static func haveBegun(in database: Database) throws -> Bool {
        try migrator.appliedIdentifiers(database).contains { $0 == firstMigration }
    }

    /// Whether the file has the table of commits, which came with the second version.
    ///
    /// It is asked of the table and of the list of migrations: a bit that was turned hides one of them.
    static func haveMadeCommits(in database: Database) throws -> Bool {
        if try database.tableExists("commits") { return true }
        return try migrator.appliedIdentifiers(database).contains(secondMigration)
    }

    /// In what the tables, indexes and triggers differ from those that the migrations make.
    static func findings(in database: Database) throws -> [String] {
        guard try migrator.hasCompletedMigrations(database) else { return [] }
        let model = try DatabaseQueue()
        try migrate(model)
        let (made, found) = (try model.read(definitions), try definitions(database))
        let names = Set(made.keys).union(found.keys).filter { made[$0] != found[$0] }
        return names.sorted().map { "the definition of \($0) is not the one that was made" }
    }

    private static func definitions(_ database: Database) throws -> [String: String] {
        let rows = try GRDB.Row.fetchAll(
            database,
            // Quoted, since a text that has become bytes by a turned bit reads the same.
            sql: """
                select quote(type) || ' ' || quote(name), quote(tbl_name) || ' ' || quote(sql) from sqlite_schema
                union all select 'migration ' || rowid, quote(identifier) from grdb_migrations
                """
        )
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// The first bytes of the word order, in the file's header where tools look for what a file is of.
    static let applicationID = 0x6F72_6472

    private static let firstMigration = "1 orders"
    private static let secondMigration = "2 checksums"

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(firstMigration, migrate: createOrders)
        migrator.registerMigration(secondMigration, migrate: addChecksums)
        migrator.registerMigration("3 delivery kinds", migrate: openDeliveryKinds)
        migrator.registerMigration("4 waiting deliveries", migrate: letDeliveriesWait)
        migrator.registerMigration("5 suppressions", migrate: addSuppressions)
        migrator.registerMigration("6 tasks", migrate: addTasks)
        migrator.registerMigration("7 withheld deliveries", migrate: letDeliveriesBeWithheld)
        migrator.registerMigration("8 schedules", migrate: addSchedules)
        migrator.registerMigration("9 alerts", migrate: addAlerts)
        migrator.registerMigration("10 history rows", migrate: giveHistoryRowIDs)
        migrator.registerMigration("11 parts of failures, versions", migrate: addParts)
        return migrator
    }
}
