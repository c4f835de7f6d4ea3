/// What one event led to: the history's new events and what is to be done now.
public struct Transition: Sendable, Equatable {
    /// The new history events, in the order of their ids.
    public var history: [HistoryEvent] = []
    /// What is to be done now, in order.
    public var commands: [Command] = []

    /// Quotas of AWS's that were passed.
    public var warnings: [QuotaWarning] = []
    /// The parts of the definition that were reached, when the interpreter traces them.
    public var trace: [MachinePart] = []

    /// Nothing happened.
    public init() {}
}
