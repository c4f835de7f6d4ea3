import AWS
import Integrations
import JSON
import Orders
import Synchronization
import Testing

struct `The e-mail of an order` {
    private func make(
        _ order: JSONValue,
        _ change: (inout EmailComposer.Configuration) throws -> Void = { _ in }
    ) async throws -> Composition<Email> {
        var configuration = EmailComposer.Configuration(
            sender: try Mailbox("Shop <o@example.com>"),
            content: .texts(
                subject: try MessageTemplate("Order {{orderId}}"),
                text: try MessageTemplate("Hi {{name}}", at: "text"),
                html: try MessageTemplate("<b>{{name}}</b>", as: .html)
            )
        )
        try change(&configuration)
        let id = try #require(OrderID("001"))
        let made = try await EmailComposer(configuration)
            .email(to: "a@example.com", for: order, as: id, visit: 1)
        return Composition(message: made.message.email, gaps: made.gaps)
    }

    @Test func `has text and HTML, each escaped as it needs`() async throws {
        let email = try await make(["orderId": "1\r\n2", "name": "<Ann> & Co"]).message
        guard case .message(let message) = email.content else { throw CancellationError() }
        #expect(message.subject == "Order 1  2")
        #expect(message.text == "Hi <Ann> & Co")
        #expect(message.html == "<b>&lt;Ann&gt; &amp; Co</b>")
    }

    @Test func `tells of gaps in all its texts`() async throws {
        let gaps = try await make(["orderId": "1"]) { configuration in
            configuration.headers = [("X-Shop", try MessageTemplate("{{shop}}!", at: "X-Shop"))]
        }.gaps
        #expect(
            gaps == [
                TemplateGap(template: "text", names: ["name"]),
                TemplateGap(template: "template", names: ["name"]),
                TemplateGap(template: "X-Shop", names: ["shop"]),
            ]
        )
    }

    @Test func `goes to others too, with headers and tags`() async throws {
        let email = try await make(["orderId": "1", "name": "A"]) { configuration in
            configuration.cc = [try Mailbox("C <c@example.com>")]
            configuration.bcc = [try Mailbox("b@example.com")]
            configuration.replyTo = [try Mailbox("r@example.com")]
            configuration.headers = [("X-Name", try MessageTemplate("{{name}}\n{{orderId}}"))]
            configuration.tags = [Email.Pair("kind", "confirmation")]
            configuration.configurationSet = "main"
        }.message
        #expect(email.from == "Shop <o@example.com>")
        #expect(email.cc == ["C <c@example.com>"] && email.bcc == ["b@example.com"])
        #expect(email.replyTo == ["r@example.com"] && email.recipients == 3)
        #expect(email.headers == [Email.Pair("X-Name", "A 1")])
        #expect(
            email.tags == [
                Email.Pair("orderId", "001"), Email.Pair("orderdVisit", "1"),
                Email.Pair("kind", "confirmation"),
            ]
        )
        #expect(email.configurationSet == "main")
    }

    @Test
    func `has no header that an order has nothing for, and a subject without blanks at its ends`()
        async throws
    {
        let email = try await make(["orderId": "1", "name": "A"]) { configuration in
            configuration.content = .texts(
                subject: try MessageTemplate(" Order {{orderId}}\r\n"),
                text: try MessageTemplate("T")
            )
            configuration.headers = [
                ("X-Gone", try MessageTemplate("{{gone}}")),
                ("X-Name", try MessageTemplate("{{name}}")),
            ]
        }.message
        #expect(email.headers == [Email.Pair("X-Name", "A")])
        guard case .message(let message) = email.content else { throw CancellationError() }
        #expect(message.subject == "Order 1")
    }

    @Test func `is written by SES when it has the template`() async throws {
        let order: JSONValue = ["orderId": "1", "total": 1.50]
        let email = try await make(order) { $0.content = .sesTemplate("Welcome") }.message
        let template = Email.Template(name: "Welcome", data: order.text)
        #expect(email.content == .template(template))
    }

    private static let files: [JSONValue] = [
        ["fileName": "a.pdf", "content": "JVBERg=="],
        ["fileName": "b", "content": "AAE=", "contentType": "image/x-own", "contentId": "b@shop"],
        ["file": "2026/terms.pdf"], ["file": "x.bin", "fileName": "terms.txt"],
    ]

    @Test func `brings files of the order and of the folder`() async throws {
        let order: JSONValue = ["orderId": "1", "name": "A", "files": .array(Self.files)]
        let email = try await make(order) { configuration in
            configuration.attachments.member = "files"
            configuration.attachments.files = ["always.png"]
            configuration.attachments.read = { name, _ in Array(name.utf8) }
        }.message
        guard case .message(let message) = email.content else { throw CancellationError() }
        #expect(
            message.attachments.map(\.fileName) == [
                "always.png", "a.pdf", "b", "terms.pdf", "terms.txt",
            ]
        )
        #expect(
            message.attachments.map(\.contentType) == [
                "image/png", "application/pdf", "image/x-own", "application/pdf",
                "application/octet-stream",
            ]
        )
        #expect(message.attachments.map(\.contentID) == [nil, nil, "b@shop", nil, nil])
        #expect(message.attachments[1].content == Array("%PDF".utf8))
        #expect(message.attachments[3].content == Array("2026/terms.pdf".utf8))
    }

    @Test(
        arguments: [
            ("a.pdf", "files is a JSON string, and a list of attachments is wanted"),
            (["a.pdf"], "files[0] is no attachment"),
            ([["fileName": "a"]], "files[0] is no attachment"),
            ([["fileName": "a", "content": "%"]], "files[0].content is no Base64"),
            (
                [["fileName": "../a", "content": "AA=="]],
                "\"../a\" is a path; the name alone is wanted"
            ),
            ([["file": "a"]], "the attachment a is gone"),
        ] as [(JSONValue, String)]
    )
    func `is not written with files that are none`(_ files: JSONValue, _ part: String) async {
        let fault = await #expect(throws: CompositionFault.self) {
            _ = try await make(["orderId": "1", "name": "A", "files": files]) { configuration in
                configuration.attachments.member = "files"
                configuration.attachments.read = { _, _ throws(AttachmentFault) in
                    throw AttachmentFault("is gone")
                }
            }
        }
        #expect(fault?.description.contains(part) == true, "\(fault?.description ?? "")")
    }

    @Test func `does not read more files than an e-mail takes`() async throws {
        let limits = Limits()
        #expect(await fault(naming: 51, of: 1, limits)?.description == "more than 50 attachments")
        #expect(limits.all == [])
        let tooLarge = await fault(naming: 50, of: 10_000_000, limits)
        #expect(tooLarge?.description == "the attachment f is too large")
        #expect(limits.all == [28_000_000, 18_000_000, 8_000_000])
    }

    /// What files were asked for at most.
    private final class Limits: Sendable {
        private let limits = Mutex<[Int]>([])

        var all: [Int] { limits.withLock { $0 } }

        func note(_ limit: Int) { limits.withLock { $0.append(limit) } }
    }

    private func fault(naming count: Int, of size: Int, _ limits: Limits) async -> CompositionFault?
    {
        await #expect(throws: CompositionFault.self) {
            let files = JSONValue.array(Array(repeating: ["file": "f"], count: count))
            let order: JSONValue = ["orderId": "1", "name": "A", "files": files]
            _ = try await make(order) { configuration in
                configuration.attachments.member = "files"
                configuration.attachments.read = { _, limit throws(AttachmentFault) in
                    limits.note(limit)
                    guard size <= limit else { throw AttachmentFault("is too large") }
                    return [UInt8](repeating: 0, count: size)
                }
            }
        }
    }

    @Test func `has no files that nobody asked for`() async throws {
        let order: JSONValue = ["orderId": "1", "name": "A", "files": .array(Self.files)]
        let email = try await make(order).message
        guard case .message(let message) = email.content else { throw CancellationError() }
        #expect(message.attachments.isEmpty)
    }
}

struct `The notice about an order` {
    private static let topic = "arn:aws:sns:us-east-1:123456789012:orders"

    private func make(
        _ order: JSONValue,
        number: String = "001",
        topic: String = topic,
        subject: String = "New",
        _ change: (inout NoticeComposer.Configuration) throws -> Void = { _ in }
    ) throws -> Notice {
        var configuration = NoticeComposer.Configuration(
            topic: topic,
            subject: try MessageTemplate(subject),
            message: try MessageTemplate("Order {{orderId}}")
        )
        try change(&configuration)
        let id = try #require(OrderID(number))
        return try NoticeComposer(configuration).notice(for: order, as: id, visit: 2).message.notice
    }

    @Test func `has a text for each protocol that wants its own`() throws {
        let notice = try make(["orderId": "1\"2"]) { configuration in
            configuration.protocols = ["sms": try MessageTemplate("SMS {{orderId}}")]
        }
        #expect(notice.message == "Order 1\"2")
        #expect(notice.protocolMessages == ["sms": "SMS 1\"2"])
    }

    @Test func `has attributes, but none that would be empty`() throws {
        let notice = try make(["orderId": "1", "total": 12.50, "shop": "b"]) { configuration in
            configuration.attributes = [
                .init(name: "total", isNumber: true, value: try MessageTemplate("{{total}}")),
                .init(name: "shop", isNumber: false, value: try MessageTemplate("{{shop}}")),
                .init(name: "none", isNumber: false, value: try MessageTemplate("{{none}}")),
            ]
        }
        #expect(notice.attributes == ["total": .number("12.5"), "shop": .string("b")])
    }

    @Test func `is not written with an attribute that is no number`() {
        let fault = #expect(throws: CompositionFault.self) {
            try make(["total": "many"]) { configuration in
                configuration.attributes = [
                    .init(name: "total", isNumber: true, value: try MessageTemplate("{{total}}"))
                ]
            }
        }
        #expect(fault?.description.contains("\"many\", and a number is wanted") == true)
    }

    @Test func `has a subject of 99 characters at most`() throws {
        #expect(try make([:], subject: "").subject == nil)
        let long = String(repeating: "ä", count: 99)
        #expect(try make([:], subject: long).subject == long)
        let cut = try #require(try make([:], subject: long + "b").subject)
        #expect(cut == String(repeating: "ä", count: 98) + "…")
        let family = try #require(
            try make([:], subject: String(repeating: "👩‍👩‍👧‍👦", count: 20)).subject
        )
        #expect(family == String(repeating: "👩‍👩‍👧‍👦", count: 14) + "…")
    }

    @Test func `has ids that a FIFO topic takes, however long the order's is`() throws {
        let short = try make([:], topic: Self.topic + ".fifo")
        #expect(short.groupID == "001" && short.deduplicationID == "001-2")
        let number = "\(String(repeating: "W", count: 39)):\(String(repeating: "n", count: 80))"
        let long = try make([:], number: number, topic: Self.topic + ".fifo")
        #expect(long.groupID == number && long.deduplicationID == "\(number)-2")
        #expect(try make([:]).groupID == nil)
    }
}
