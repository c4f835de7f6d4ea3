import StatesLanguage
import TestClosing
import Testing

@testable import Orders

/// What an order is known by: its workflow and its number in it.
struct `An order's id` {
    @Test(
        arguments: [
            ("001", nil, "001"),
            ("Refunds:001", "Refunds", "001"),
            ("a.b_c-d:x", "a.b_c-d", "x"),
        ] as [(String, String?, String)]
    )
    func `is a number, after the workflow's name where that is not the default one`(
        text: String,
        workflow: String?,
        number: String
    ) throws {
        let id = try #require(OrderID(text))
        #expect(id.workflow == workflow)
        #expect(id.number.text == number)
        #expect(id.text == text)
        #expect(id.description == text)
    }

    @Test(arguments: [
        "", ":", "001:", ":001", "a:b:c", "a b:1", "a:1 2", "..:1", "a:.", "ä:1", "a:ä", "a/b:1",
        String(repeating: "x", count: 81) + ":1", "a:" + String(repeating: "1", count: 81),
    ])
    func `is no other text`(text: String) { #expect(OrderID(text) == nil) }

    @Test func `tells one number of two workflows apart`() throws {
        let number = try #require(OrderNumber("001"))
        let refund = try #require(OrderID(number, in: "Refunds"))
        #expect(OrderID(number) != refund)
        #expect(refund == OrderID("Refunds:001"))
        #expect(OrderID(number, in: "no name") == nil)
    }
}
