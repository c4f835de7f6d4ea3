import Synchronization

/// Whether new orders are taken, and if not, why; asked for every order, so asking is one load.
package final class IntakeGate: Sendable {
    private let reasons = Atomic<UInt8>(0)
    private let wait = Atomic<Int>(5)

    /// Why no order is taken now.
    package struct Reasons: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// An operator lets the queue run empty.
        package static let draining = Reasons(rawValue: 1)
        /// The disk has no room to spare.
        package static let diskFull = Reasons(rawValue: 2)
        package static let backlogFull = Reasons(rawValue: 4)
    }

    /// A gate that is open.
    package init() {}

    /// Why no order is taken; empty when the gate is open.
    package var closed: Reasons { Reasons(rawValue: reasons.load(ordering: .relaxed)) }

    /// After how many seconds asking again may help.
    package var retryAfter: Int {
        get { wait.load(ordering: .relaxed) }
        set { wait.store(newValue, ordering: .relaxed) }
    }

    /// Closes or opens the gate for that reason alone.
    package func set(_ reason: Reasons, isClosed: Bool) {
        if isClosed {
            reasons.bitwiseOr(reason.rawValue, ordering: .relaxed)
        } else {
            reasons.bitwiseAnd(~reason.rawValue, ordering: .relaxed)
        }
    }
}
