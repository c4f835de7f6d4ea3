public import StatesLanguage

/// A workflow definition with its name.
public struct Workflow: Sendable {
    /// SHA-256 of the definition's text, in hexadecimal digits: the same text is the same workflow.
    public typealias ID = String

    /// SHA-256 of the definition.
    public let id: ID
    /// The name by which people know it.
    public let name: String
    /// The definition's text, as it was read.
    public let definition: [UInt8]
    /// The definition, ready to run.
    public let machine: StateMachine
    /// What it demands of its orders.
    public let rules: OrderRules

    /// A definition whose text was parsed into that machine.
    public init(
        id: ID,
        name: String,
        definition: [UInt8],
        machine: StateMachine,
        rules: OrderRules = OrderRules()
    ) {
        self.rules = rules
        self.id = id
        self.name = name
        self.definition = definition
        self.machine = machine
    }
}
