package import FoundationEssentials

/// One end of the process while an order was running.
package struct Crash: Sendable, Hashable {
    /// The number of the start of the process that ended.
    package var boot: Int64
    /// When the next start found it.
    package var foundAt: Date
    /// The state that the order was in, once it was in one.
    package var state: String?
    /// The how-manieth run of the order it was.
    package var run: Int

    /// The most ends in a row, without a recorded step in between, before an order is held.
    package static let limit = 3

    package init(boot: Int64, foundAt: Date, state: String?, run: Int) {
        self.boot = boot
        self.foundAt = foundAt
        self.state = state
        self.run = run
    }
}
