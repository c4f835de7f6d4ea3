/// What the queue as a whole does.
package enum QueueMode: String, Sendable, CaseIterable {
    /// Orders are accepted and worked on.
    case running
    /// Orders are accepted; none is taken up.
    case paused
    /// No order is accepted; those that are there are worked on.
    case draining
}
