/// What is to become of an order.
package enum Verdict: Sendable {
    case revise(Revision)
    /// It is as it was wished to be, and stays so.
    case leave
    /// It stays as it is, and why.
    case refuse(Refusal)

    /// Why an order stays as it is.
    package enum Refusal: Sendable, Hashable {
        case ended
        /// It has not come to its end.
        case notEnded
        /// It has succeeded: there is nothing to run again.
        case succeeded
        /// It is held for an uncertain delivery, about which a person decides.
        case awaitsDecision
        /// Its customer's data are gone.
        case erased
        /// What is stored of it is damaged: it can be stopped, or run from the start with its input given anew.
        case damaged
        /// The definition that was asked for cannot take it up; this is why.
        case unfit(String)
        /// It is being changed by others again and again.
        case busy
    }
}
