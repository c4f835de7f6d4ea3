import JSON
package import StatesLanguage

/// A workflow definition with its name.
package struct Workflow: Sendable {
    /// SHA-256 of the definition's text, in hexadecimal digits: the same text is the same workflow.
    package typealias ID = String

    /// SHA-256 of the definition.
    package let id: ID
    /// The name by which people know it.
    package let name: String
    /// The definition's text, as it was read.
    package let definition: [UInt8]
    /// The definition, ready to run.
    package let machine: StateMachine
    package let rules: OrderRules
    /// The errors and causes that stand in the definition word for word.
    let failureTexts: FailureTexts

    /// A definition whose text was parsed into that machine.
    package init(
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
        failureTexts = FailureTexts(of: (try? JSONValue(parsing: definition)) ?? .null)
    }
}
