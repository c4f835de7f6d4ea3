/// Everything that is wrong with a requested order.
package struct OrderFaults: Error, Sendable, Hashable {
    /// The faults, at least one.
    package var faults: [OrderFault]

    package init(_ faults: [OrderFault]) { self.faults = faults }
}
