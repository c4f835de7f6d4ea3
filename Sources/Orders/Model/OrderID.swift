/// What an order is known by: its workflow and its number in it.
///
/// One number of one workflow is one order. Its text is `Refunds:001`, and `001` alone in the default workflow; a colon is no
/// character of a number.
package struct OrderID: Sendable, Hashable, CustomStringConvertible {
    /// The most characters of a full id: SNS takes 128 of a message's group and of what makes it one message.
    package static let maximumLength = 120
    /// What a valid full id is, in words.
    package static let rule =
        "\(OrderNumber.rule), after the workflow's name and a colon where it is not the default one"

    /// The full id, as URLs, the shell and the store have it.
    package let text: String
    /// How many bytes of the text are the workflow's name and the colon; one text alone is copied with every order.
    private let prefix: Int

    package var description: String { text }

    /// The workflow's name, of the same characters as a number; nil for the default workflow, whatever that is called.
    package var workflow: String? {
        prefix == 0 ? nil : String(text.utf8.prefix(prefix - 1))
    }

    package var number: OrderNumber {
        prefix == 0
            ? OrderNumber(valid: text)
            : OrderNumber(valid: String(decoding: text.utf8.dropFirst(prefix), as: UTF8.self))
    }

    /// An order of the default workflow.
    package init(_ number: OrderNumber) {
        text = number.text
        prefix = 0
    }

    /// An order of that workflow; nil when its name is none that an id can hold, or the id would be too long.
    package init?(_ number: OrderNumber, in workflow: String) {
        guard OrderNumber(workflow) != nil else { return nil }
        text = "\(workflow):\(number.text)"
        prefix = workflow.utf8.count + 1
        guard text.utf8.count <= Self.maximumLength else { return nil }
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

    /// What an order is called whose id is damaged in the store, by its place there.
    package static func damaged(at place: Int64) -> OrderID {
        OrderID(OrderNumber(valid: "damaged-\(place)"))
    }
}
