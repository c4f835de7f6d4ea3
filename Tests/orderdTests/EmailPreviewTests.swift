import Foundation
import JSON
import TestClosing
import Testing

/// `orderd email preview`: what a person sees before anything is sent.
@Suite(.closingPrograms)
struct `A preview of the e-mail` {
    private func preview(
        _ order: String,
        _ arguments: [String] = []
    ) async throws -> (status: Int32, text: String) {
        let folder = try TestFolder.make()
        try Data(order.utf8).write(to: folder.appending(path: "order.json"))
        return try await Command.run(
            Repository.program.path,
            ["email", "preview", "--order", "order.json"] + arguments,
            in: folder
        )
    }

    @Test func `shows subject, text, HTML and the raw message`() async throws {
        let html = Repository.root.appending(path: "config/templates/email-html.mustache").path
        let (status, text) = try await preview(
            #"{"orderId":"7","customerEmail":"a@bücher.example"}"#,
            ["--set", "email.htmlTemplate=\(html)", "--set", "email.sender=Jörg <o@example.com>"]
        )
        #expect(status == 0, "\(text)")
        for part in [
            "To:       a@xn--bcher-kva.example\n", "Subject:  Order Confirmation: 7\n",
            "--- text\nThank you for your order! Your order ID is 7.\n",
            "--- HTML\n<!DOCTYPE html>",
            "--- raw message", "From: =?UTF-8?Q?J=C3=B6rg?= <o@example.com>\n",
            "Content-Type: multipart/alternative;",
        ] {
            #expect(text.contains(part), "\(part) is not in \(text)")
        }
    }

    @Test func `is one JSON object for programs`() async throws {
        let (status, text) = try await preview(
            #"{"orderId":"7","customerEmail":"a@example.com"}"#,
            ["--json", "--set", "email.sender=o@example.com"]
        )
        #expect(status == 0, "\(text)")
        let document = try JSONValue(parsing: text)
        #expect(document["to"] == ["a@example.com"] && document["from"] == "o@example.com")
        #expect(document["subject"] == "Order Confirmation: 7")
        #expect(document["raw"]?.string?.contains("\r\nSubject: Order Confirmation: 7") == true)
    }

    @Test func `writes a file that a mail program opens`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "mail.eml")
        let (status, text) = try await preview(
            #"{"orderId":"7","customerEmail":"a@example.com"}"#,
            ["--output", file.path]
        )
        let bytes = try Data(contentsOf: file)
        #expect(status == 0 && text.contains("\(file.path): \(bytes.count) bytes"))
        #expect(bytes.starts(with: Array("From: orders@example.com\r\n".utf8)))
        #expect(
            bytes.suffix(9) == Data("ID is 7.\n".utf8) || bytes.suffix(8) == Data("ID is 7.".utf8)
        )
    }

    @Test func `warns of gaps and lets no order steer the terminal`() async throws {
        let (status, text) = try await preview(
            #"{"orderId":"7","customerEmail":"a@example.com","x":"\u001b[2J"}"#,
            ["--set", "email.headers=X-A={{gone}}!; X-B=b{{x}}"]
        )
        #expect(status == 0, "\(text)")
        #expect(text.contains("warning: email.headers: X-A: the order has nothing for {{gone}}"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test(arguments: [
        (#"{"orderId":"7"}"#, "order.json: customerEmail is empty"),
        (#"{"customerEmail":"nobody"}"#, "order.json: customerEmail has no @"),
        (#"{"orderId":"a b","customerEmail":"a@example.com"}"#, "\"a b\" is no order's number"),
        ("[1]", "order.json: is array, and an order is an object"),
        ("{", "order.json:1:2: "),
    ])
    func `says what is wrong with the order`(_ order: String, _ part: String) async throws {
        let (status, text) = try await preview(order)
        #expect(status == 78)
        #expect(text.contains(part), "\(text)")
    }
}
