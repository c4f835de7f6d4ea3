/// Why a store did not do what it was asked.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    /// The order has been leased anew, stopped or finished since.
    case leaseLost(OrderID)
    /// The task that a step ends by itself has an answer, which came first.
    case answered(OrderID)
    /// The store cannot write; it says why. Nothing was acknowledged.
    case unavailable(String)
    /// What was asked for is stored and not as it was written; the words say what. It is held and never acted upon.
    case damaged(String)

    package var description: String {
        switch self {
        case .leaseLost(let order): "the lease of order \(order) does not hold any more"
        case .answered(let order): "a task of order \(order) was answered before it ended by itself"
        case .unavailable(let reason): "the store is unavailable: \(reason)"
        case .damaged(let what): "damaged in the store: \(what)"
        }
    }
}
