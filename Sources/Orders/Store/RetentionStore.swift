/// What lets go of orders that have ended.
package protocol RetentionStore: AnyObject, Sendable {
    /// Deletes orders that have ended, the longest ended first, with all that belongs to them; answers how many.
    ///
    /// Those that ended before `endedBefore` go, and as many as there are beyond `keeping`; at most `limit` of them,
    /// so that the transaction stays small. An id whose order is deleted can be given again. What was noted about the
    /// queue as a whole, and bulk redrives that have ended, go when they are as old.
    func prune(_ request: PruneRequest) async throws -> Int
}
