import JSON
import Testing

@testable import Integrations

struct `A message template` {
    static let order: JSONValue = [
        "orderId": "001", "customerEmail": "a&b@example.com", "total": 9.5, "gift": true,
        "note": nil, "address": ["city": "Köln"],
        "lines": [["sku": "A", "count": 1], ["sku": "B", "count": 12]],
    ]

    @Test(arguments: [
        ("", ""),
        ("Thank you!", "Thank you!"),
        ("Order {{{orderId}}}.", "Order 001."),
        ("{{{customerEmail}}}", "a&b@example.com"),
        ("{{customerEmail}}", "a&amp;b@example.com"),
        ("{{{total}}}", "9.5"),
        ("{{#gift}}a gift{{/gift}}", "a gift"),
        ("{{{address.city}}}", "Köln"),
        ("[{{{note}}}][{{{missing}}}]", "[][]"),
        ("{{#lines}}{{{count}}}×{{{sku}}} {{/lines}}", "1×A 12×B "),
        ("{{^missing}}none{{/missing}}", "none"),
    ])
    func `is filled in with the order`(template: String, text: String) throws {
        #expect(try MessageTemplate(template).text(for: Self.order) == text)
    }

    @Test(arguments: [
        ("a\r\nBcc: c@example.com", "a  Bcc: c@example.com"),
        ("a\u{0}b\u{1B}c\u{7F}d\te", "a b c d e"),
        ("Grüße 😀", "Grüße 😀"),
    ])
    func `makes a subject of one line, whatever the order holds`(
        name: String,
        subject: String
    ) throws {
        let template = try MessageTemplate("Order {{{name}}}")
        #expect(template.line(for: ["name": .string(name)]) == "Order \(subject)")
        #expect(template.text(for: ["name": .string(name)]) == "Order \(name)")
    }

    @Test func `does not read the order as a template`() throws {
        let template = try MessageTemplate("{{{name}}}")
        let order: JSONValue = ["name": "{{{secret}}}", "secret": "x"]
        #expect(template.text(for: order) == "{{{secret}}}")
    }

    @Test(arguments: ["{{{orderId}}", "{{#lines}}", "{{/lines}}"])
    func `that is broken is refused`(template: String) {
        #expect(throws: (any Error).self) { try MessageTemplate(template) }
    }

    @Test func `of no object leaves the names empty`() throws {
        #expect(try MessageTemplate("[{{{orderId}}}]").text(for: "text") == "[]")
    }
}
