/// A workflow definition as a store keeps it.
public struct WorkflowText: Sendable, Equatable {
    /// The name under which it was first registered.
    public var name: String
    /// The definition's text.
    public var definition: [UInt8]

    /// A definition of that name.
    public init(name: String, definition: [UInt8]) {
        self.name = name
        self.definition = definition
    }
}
