/// What an order is known by: its workflow and its number in it.
///
/// One number of one workflow is one order. Its text is `Refunds:001`, and `001` alone in the default workflow; a colon is no character of a number.
package struct OrderID: Sendable, Hashable, CustomStringConvertible {
    /// The workflow's name, of the same characters as a number; nil for the default workflow, whatever that is called.
    package let workflow: String?
    package let number: OrderNumber
    /// The full id, as URLs, the shell and the store have it.
    package let text: String

    package var description: String { text }

    /// What a valid full id is, in words.
    package static let rule =
        "\(OrderNumber.rule), after the workflow's name and a colon where it is not the default one"

    /// An order of the default workflow.
    package init(_ number: OrderNumber) {
        workflow = nil
        self.number = number
        text = number.text
    }

    /// An order of that workflow; nil when its name is none that an id can hold.
    package init?(_ number: OrderNumber, in workflow: String) {
        guard OrderNumber(workflow) != nil else { return nil }
        self.workflow = workflow
        self.number = number
        text = "\(workflow):\(number.text)"
    }

    /// Takes a text that is a valid full id; nil for any other.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            guard let number = OrderNumber(text) else { return nil }
            self.init(number)
            return
        }
        guard let number = OrderNumber(String(text[text.index(after: colon)...])) else {
            return nil
        }
        self.init(number, in: String(text[..<colon]))
    }
}
