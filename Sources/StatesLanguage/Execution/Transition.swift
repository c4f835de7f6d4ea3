/// What one event led to: the history's new events and what is to be done now.
package struct Transition: Sendable, Equatable {
    /// The new history events, in the order of their ids.
    package var history: [HistoryEvent] = []
    /// What is to be done now, in order.
    package var commands: [Command] = []

    /// Quotas of AWS's that were passed.
    package var warnings: [QuotaWarning] = []
    /// The parts of the definition that were reached, when the interpreter traces them.
    package var trace: [MachinePart] = []

    package init() {}
}
