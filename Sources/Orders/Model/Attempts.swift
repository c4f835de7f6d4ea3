/// How often an order was taken up, and how that ended; each fact is counted apart.
package struct Attempts: Sendable, Equatable {
    /// Runs begun.
    package var started = 0
    /// Task attempts that failed.
    package var failed = 0
    /// Runs that the end of the process cut off.
    package var crashed = 0
    /// Runs given back unfinished at a shutdown.
    package var handedBack = 0

    package init() {}
}
