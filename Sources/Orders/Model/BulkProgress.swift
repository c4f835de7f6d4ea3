package import FoundationEssentials

/// How a bulk redrive goes on, but for the orders that it redrives: those are counted with their revision.
package enum BulkProgress: Sendable {
    /// The order at that place cannot be redriven.
    case refused(Int64)
    /// There is no order left that it means.
    case finished(at: Date)
}
