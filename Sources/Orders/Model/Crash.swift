public import FoundationEssentials

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
