/// What `submit` made of an order.
package enum Submission: Sendable, Equatable {
    /// It is accepted and on disk.
    case accepted
    /// There was an order of that number; this is how it stands.
    case existing(Order)
    /// The idempotency key was used for this order, with this body; this is how it stands.
    case repeated(Order)
    /// The idempotency key stands for another body.
    case keyTaken
    /// It is new, and was to be refused then: nothing is kept of it.
    case refused
}
