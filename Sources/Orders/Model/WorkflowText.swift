/// A workflow definition as a store keeps it.
package struct WorkflowText: Sendable, Equatable {
    /// The name under which it was first registered.
    package var name: String
    /// The definition's text.
    package var definition: [UInt8]

    package init(name: String, definition: [UInt8]) {
        self.name = name
        self.definition = definition
    }
}
