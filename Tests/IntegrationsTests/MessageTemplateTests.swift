import JSON
import Testing

@testable import Integrations

struct `A message template` {
    static let order: JSONValue = [
        "orderId": "001", "customerEmail": "a&b@example.com", "total": 9.5, "gift": true,
        "note": nil, "address": ["city": "Köln"],
        "lines": [["sku": "A", "count": 1], ["sku": "B", "count": 12]], "tags": ["a", 1],
        "other": [["a": 1], ["count": 2]],
    ]

    @Test(arguments: [
        ("", ""),
        ("Thank you!", "Thank you!"),
        ("Order {{{orderId}}}.", "Order 001."),
        ("{{{customerEmail}}}", "a&b@example.com"),
        ("{{customerEmail}}", "a&b@example.com"),
        ("{{% CONTENT_TYPE:HTML}}\n{{customerEmail}}", "a&amp;b@example.com"),
        ("{{#note}}a note{{/note}}{{^note}}no note{{/note}}", "no note"),
        ("{{#gift}}\na gift\n{{/gift}}\n", "a gift\n"),
        ("{{{total}}}", "9.5"),
        ("{{#gift}}a gift{{/gift}}", "a gift"),
        ("{{{address.city}}}", "Köln"),
        ("[{{{note}}}][{{{missing}}}]", "[][]"),
        ("{{#lines}}{{{count}}}×{{{sku}}} {{/lines}}", "1×A 12×B "),
        ("{{^missing}}none{{/missing}}", "none"),
        ("{{address}} {{tags}}", #"{"city":"Köln"} ["a",1]"#),
        ("{{#lines}}{{.}}{{/lines}}", #"{"sku":"A","count":1}{"sku":"B","count":12}"#),
        (
            "{{#tags}}{{.}},{{/tags}}{{^none}}{{#reversed(tags)}}{{.}}{{/reversed(tags)}}{{/none}}",
            "a,1,1a"
        ),
        ("{{#empty(tags)}}no{{/empty(tags)}}", ""),
    ])
    func `is filled in with the order`(template: String, text: String) throws {
        #expect(try MessageTemplate(template).message(for: Self.order).text == text)
    }

    @Test func `escapes as the kind of its text needs it`() throws {
        let page = try MessageTemplate("{{customerEmail}} {{{customerEmail}}}", as: .html)
        #expect(page.message(for: Self.order).text == "a&amp;b@example.com a&b@example.com")
    }

    @Test(arguments: [
        "", "a < b", "{{orderId}}", "{{ orderId }}{{{ customerEmail\t}}}", "{{{customerEmail}}}}",
        "<p>{{customerEmail}} {{quoted}}</p>\n{{total}} {{gift}}\n",
        "{{address}}{{{tags}}}{{lines}}",
        "{{note}}{{missing}}{{{note}}}{{gap}}{{missing}}", "{{orderId}}}",
    ])
    func `of names alone is filled in as Mustache does it`(text: String) throws {
        var order = try #require(Self.order.object)
        order["quoted"] = #"<"&'>"#
        for kind in [MessageTemplate.ContentType.text, .html] {
            #expect(PlainTemplate(text, as: kind) != nil)
            let template = try MessageTemplate(text, as: kind)
            for order in [.object(order), [:], "text", ["orderId"]] as [JSONValue] {
                let (message, searched) = (
                    template.message(for: order), template.searchedMessage(for: order)
                )
                #expect(message.text == searched.text)
                #expect(message.missing == searched.missing)
            }
        }
    }

    @Test(arguments: [
        "{{a.b}}", "{{.}}", "{{&a}}", "{{#a}}{{/a}}", "{{^a}}{{/a}}", "{{! a }}",
        "{{uppercased(a)}}",
        "{{% CONTENT_TYPE:HTML}}{{a}}", "{{=<% %>=}}{{a}}<% a %>", "{{a}}{{", "{{ä}}",
    ])
    func `of more than names is Mustache's`(text: String) {
        #expect(PlainTemplate(text, as: .text) == nil)
    }

    @Test(arguments: [
        ("{{orderId}} {{{address.city}}}", ""),
        (
            "{{name}} {{name}} {{{address.street}}} {{address.street.number}}",
            "name, address.street"
        ),
        ("{{#lines}}{{sku}} {{orderId}} {{price}}{{/lines}}", "price"),
        ("{{#lines}}{{price}}{{/lines}}{{orderId}}{{size}}", "price, size"),
        ("{{#lines}}{{gap}}{{/lines}}", "gap"),
        ("{{#other}}{{count}}{{/other}}", "count"),
        ("{{note}} {{note.x}} {{orderId.x}} {{lines.0.sku}}", "note, note.x, orderId.x, lines.0"),
        ("{{#orderId}}{{customerEmail}} {{nothing}}{{/orderId}}", "nothing"),
        ("{{uppercased(orderId)}}", ""),
        ("{{#discount}}less {{discount}}{{/discount}}{{^gift}}{{wrapping}}{{/gift}}", ""),
        ("{{^discount}}no discount{{/discount}} {{#note}}{{note}}{{/note}}", ""),
    ])
    func `says what an order has nothing for`(template: String, missing: String) throws {
        let message = try MessageTemplate(template).message(for: Self.order)
        #expect(message.missing.joined(separator: ", ") == missing)
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
        let message = template.message(for: ["name": .string(name)])
        #expect(message.line == "Order \(subject)")
        #expect(message.text == "Order \(name)")
    }

    @Test func `does not read the order as a template`() throws {
        let template = try MessageTemplate("{{{name}}}")
        let order: JSONValue = ["name": "{{{secret}}}", "secret": "x"]
        #expect(template.message(for: order).text == "{{{secret}}}")
    }

    @Test(arguments: [
        ("Hello\n{{{orderId}}", 2, "a tag is not closed"),
        ("{{#lines}}", 1, "a section is not closed, at {{#lines}}"),
        (
            "{{#a}}\n{{#b}}\n{{/a}}", 3,
            "a tag closes a section that is not the one that is open, at {{/a}}"
        ),
        ("{{/lines}}", 1, "a tag closes a section that is not the one that is open, at {{/lines}}"),
        (
            "one\ntwo {{first name}}", 2,
            "a tag is not closed, or a name cannot have that character"
        ),
        ("a\n{{#lines}}{{sku}}\n{{^gift}}{{/gift}}", 2, "a section is not closed, at {{#lines}}"),
        ("Hi\n {{}}", 2, "a tag without a name, at {{}}"),
        ("{{ }}", 1, "a tag without a name"), ("{{{}}}", 1, "a tag without a name"),
        ("{{> footer}}", 1, "a template has no others to take in, at {{> footer}}"),
        ("\u{FEFF}Hi", 1, "begins with a byte order mark"),
        ("{{% LANGUAGE:de}}", 1, "the only such tag is {{% CONTENT_TYPE:TEXT}} or HTML"),
    ])
    func `that is broken is refused with its line and its tag`(
        template: String,
        line: Int,
        problem: String
    ) {
        do {
            _ = try MessageTemplate(template)
            Issue.record("taken")
        } catch {
            #expect(error.line == line)
            #expect(error.description.hasPrefix(problem), "\(error)")
            #expect(error.column >= 1)
        }
    }

    @Test func `of no object leaves the names empty`() throws {
        #expect(try MessageTemplate("[{{{orderId}}}]").message(for: "text").text == "[]")
    }
}
