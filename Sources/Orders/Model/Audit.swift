public import FoundationEssentials

/// Who does something to orders beside their workflow, and why.
public struct Operator: Sendable, Hashable {
    /// The most bytes of a name that are kept.
    public static let maximumName = 200
    /// The most bytes of a reason that are kept.
    public static let maximumReason = 1_000

    /// A person's or a program's name.
    public var name: String
    /// Why it is done, in that person's words.
    public var reason: String?

    /// That person with that reason; what is too long is cut off.
    public init(_ name: String, reason: String? = nil) {
        self.name = String(name.prefix(Self.maximumName))
        self.reason = reason.map { String($0.prefix(Self.maximumReason)) }
    }
}

/// One thing that was done to an order beside its workflow.
public struct AuditEntry: Sendable, Hashable {
    /// When.
    public var at: Date
    /// What.
    public var action: Action
    /// Who, and why.
    public var by: Operator
    /// More about it: what was before, what was asked for.
    public var detail: String?

    /// What can be done.
    public enum Action: String, Sendable, CaseIterable {
        case stop
        case redrive
        /// A quarantined order goes on.
        case release
        /// An uncertain delivery was decided about.
        case decide
        /// The customer's data were erased.
        case erase
        /// The service itself held the order, because the process ended too often while it ran.
        case quarantine
        /// The service itself held the order, because what is stored of it is damaged.
        case damage
        /// The service itself held the order, because the store is a copy of an earlier time.
        case restore
        /// Of the whole queue: no order is taken up.
        case pause
        /// Of the whole queue: no order is accepted.
        case drain
        /// Of the whole queue: everything goes on.
        case resume
        /// Many orders are redriven.
        case bulkRedrive = "bulk-redrive"
    }

    /// That action.
    public init(_ action: Action, by: Operator, at now: Date, detail: String? = nil) {
        at = now
        self.action = action
        self.by = by
        self.detail = detail
    }
}

/// One end of the process while an order was running.
public struct Crash: Sendable, Hashable {
    /// The number of the start of the process that ended.
    public var boot: Int64
    /// When the next start found it.
    public var foundAt: Date
    /// The state that the order was in, once it was in one.
    public var state: String?
    /// The how-manieth run of the order it was.
    public var run: Int

    /// The most ends in a row, without a recorded step in between, before an order is held.
    public static let limit = 3

    /// That end.
    public init(boot: Int64, foundAt: Date, state: String?, run: Int) {
        self.boot = boot
        self.foundAt = foundAt
        self.state = state
        self.run = run
    }
}
