package import FoundationEssentials

/// Where bulk redrives live: what was asked for, how far it is, and which orders are next.
package protocol BulkStore: AnyObject, Sendable {
    /// Which ended orders a bulk redrive would mean, those after `place` first, at most `limit` of them named.
    func match(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) async throws -> BulkMatch

    /// Keeps a bulk redrive, and answers it with its number and the count of what it means now.
    func begin(_ bulk: BulkRedrive) async throws -> BulkRedrive

    /// The bulk redrives, newest first.
    func bulkRedrives(limit: Int) async throws -> [BulkRedrive]

    /// The bulk redrives that run, oldest first; none that is damaged.
    func runningBulkRedrives(limit: Int) async throws -> [BulkRedrive]

    /// The bulk redrive of that number, or nil.
    func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive?

    /// The next orders of a bulk redrive that runs: those after the last that was redriven or refused.
    func nextSlice(of bulk: Int64, limit: Int) async throws -> [BulkMatch.Place]

    /// Notes how a bulk redrive goes on; one that does not run any more stays as it is.
    func advance(_ bulk: Int64, _ progress: BulkProgress) async throws

    /// Ends a bulk redrive that runs; nil when there is none of that number.
    func cancelBulk(_ bulk: Int64, by operator: Operator, at now: Date) async throws -> BulkRedrive?
}
