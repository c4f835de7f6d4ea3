/// How often an order was taken up, and how that ended; each fact is counted apart.
public struct Attempts: Sendable, Equatable {
    /// Runs begun.
    public var started = 0
    /// Task attempts that failed.
    public var failed = 0
    /// Runs that the end of the process cut off.
    public var crashed = 0
    /// Runs given back unfinished at a shutdown.
    public var handedBack = 0

    /// No run yet.
    public init() {}
}
