/// What became of the wish to change an order.
package enum Revised: Sendable, Equatable {
    /// It is changed; this is how it stands now.
    case changed(Order)
    /// It stays as it is, and why.
    case refused(Verdict.Refusal, Order)
    /// There is no such order.
    case unknown
}
