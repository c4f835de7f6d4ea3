import Synchronization

/// Whether new orders are taken, and if not, why; asked for every order, so asking is one load.
public final class IntakeGate: Sendable {
    private let reasons = Atomic<UInt8>(0)
    private let wait = Atomic<Int>(5)

    /// Why no order is taken now.
    public struct Reasons: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8

        /// Those bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// An operator lets the queue run empty.
        public static let draining = Reasons(rawValue: 1)
        /// The disk has no room to spare.
        public static let diskFull = Reasons(rawValue: 2)
        /// More orders wait than may.
        public static let backlogFull = Reasons(rawValue: 4)
    }

    /// A gate that is open.
    public init() {}

    /// Why no order is taken; empty when the gate is open.
    public var closed: Reasons { Reasons(rawValue: reasons.load(ordering: .relaxed)) }

    /// After how many seconds asking again may help.
    public var retryAfter: Int {
        get { wait.load(ordering: .relaxed) }
        set { wait.store(newValue, ordering: .relaxed) }
    }

    /// Closes or opens the gate for that reason alone.
    public func set(_ reason: Reasons, isClosed: Bool) {
        if isClosed {
            reasons.bitwiseOr(reason.rawValue, ordering: .relaxed)
        } else {
            reasons.bitwiseAnd(~reason.rawValue, ordering: .relaxed)
        }
    }
}
