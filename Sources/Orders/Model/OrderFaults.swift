/// Everything that is wrong with a requested order.
public struct OrderFaults: Error, Sendable, Hashable {
    /// The faults, at least one.
    public var faults: [OrderFault]

    /// These faults.
    public init(_ faults: [OrderFault]) { self.faults = faults }
}
