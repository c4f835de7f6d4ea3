import GRDB

extension Migrations {
    /// Deliveries have one status more: withheld.
    static func letDeliveriesBeWithheld(_ database: Database) throws {
        try widenStatuses(of: database, from: 5, to: 6)
    }
}
