import Integrations
import JSON
import Orders
import StatesLanguage
import TestClosing
import Testing

/// What was sent, written again by what wrote it.
@Suite(.closing)
struct `A message that was sent` {
    private static let function: TaskResource =
        "arn:aws:lambda:us-east-1:000000000000:function:ProcessOrderFunction"

    /// The writer of a service with the templates of that call.
    private static func writer(_ call: FunctionFixture.Call = .init()) throws -> SentMessages {
        SentMessages(try FunctionFixture.configuration(call))
    }

    @Test func `by ProcessOrderFunction is written again to the byte`() async throws {
        try await FunctionFixture.run { fixture async throws in
            let call = FunctionFixture.Call(visit: 12, cc: "Chefin <c@example.com>")
            #expect(try await fixture.perform(call) == FunctionFixture.success)
            let ledger = try await fixture.ledger()
            #expect(ledger.count == 2)
            var contents: [DeliveryContent.Message] = []
            for delivery in ledger {
                let written = try await Self.writer(call)
                    .write(delivery, resource: Self.function, input: call.input)
                #expect(written?.contentHash == delivery.contentHash)
                if let written { contents.append(written.content.message) }
            }
            var email = DeliveryContent.Email(from: "shop@example.com")
            (email.to, email.cc) = (["buyer@example.com"], ["Chefin <c@example.com>"])
            email.words = .texts(
                subject: "Order Confirmation: 001",
                text: "Thank you! Your order ID is 001.",
                html: nil
            )
            #expect(
                contents == [
                    .email(email),
                    .notice(
                        topic: call.topic,
                        subject: "New Order Processed",
                        message: "Order ID 001 for buyer@example.com."
                    ),
                ]
            )
        }
    }

    @Test(arguments: [
        (FunctionFixture.Call(emailText: "Thanks! {{orderId}}"), "email"),
        (FunctionFixture.Call(cc: "new@example.com"), "email"),
        (FunctionFixture.Call(noticeSubject: "Another"), "notice"),
        (FunctionFixture.Call(topic: "arn:aws:sns:us-east-1:000000000000:other"), "notice"),
    ])
    func `is another one once a template or a setting is`(
        changed: FunctionFixture.Call,
        kind: String
    ) async throws {
        try await FunctionFixture.run { fixture async throws in
            _ = try await fixture.perform()
            for delivery in try await fixture.ledger() {
                let written = try #require(
                    try await Self.writer(changed)
                        .write(delivery, resource: Self.function, input: FunctionFixture.input)
                )
                let isSame = written.contentHash == delivery.contentHash
                #expect(isSame == (delivery.kind.rawValue != kind))
                #expect(written.doubt.hasPrefix("the templates have changed since"))
            }
        }
    }

    @Test func `to nobody cannot be written`() async throws {
        try await FunctionFixture.run { fixture async throws in
            _ = try await fixture.perform()
            let email = try #require(try await fixture.ledger().first)
            await #expect(throws: Unwritable.self) {
                try await Self.writer()
                    .write(email, resource: Self.function, input: ["orderId": "001"])
            }
        }
    }

    @Test(arguments: `A delivery by a service's ARN`.sendings)
    func `by a service's action is written again to the byte`(
        _ sending: `A delivery by a service's ARN`.Sending
    ) async throws {
        let fixture = try await ServiceFixture.make()
        let call = ServiceFixture.Call(sending.resource, sending.input)
        _ = try await fixture.perform(call, AnsweringTransport([.answer(200, sending.answer)]))
        let delivery = try #require(try await fixture.ledger().first)
        let writer = try Self.writer()
        // The history has the same text.
        let input = try JSONValue(parsing: sending.input.text)
        let written = try await writer.write(delivery, resource: sending.resource, input: input)
        #expect(written?.contentHash == delivery.contentHash)
        #expect(written?.content.message.kind == sending.kind)
        #expect(written?.content.request?.arguments.object?.keys == sending.input.object?.keys)
        let other = try await writer.write(
            delivery,
            resource: "arn:aws:states:::dynamodb:putItem",
            input: input
        )
        #expect(other == nil)
    }

    @Test func `to a function is written again to the byte`() async throws {
        let fixture = try await ServiceFixture.make()
        let resource: TaskResource = "arn:aws:lambda:us-east-1:123456789012:function:charge"
        var call = ServiceFixture.Call(resource, ["sum": 2.50])
        call.notIdempotent = ["*"]
        _ = try await fixture.perform(call, AnsweringTransport([.answer(200, "1")]))
        let delivery = try #require(try await fixture.ledger().first)
        let written = try await Self.writer()
            .write(delivery, resource: resource, input: call.input)
        #expect(written?.contentHash == delivery.contentHash)
        let expected = DeliveryContent.Message.invocation(
            function: "arn:aws:lambda:us-east-1:123456789012:function:charge",
            payload: call.input.text
        )
        #expect(written?.content.message == expected)
    }

    @Test(
        arguments: [
            (
                "aws-sdk:sesv2:sendEmail",
                #"{"FromEmailAddress":"a@b.de","Destination":{"ToAddresses":["c@d.de"],"BccAddresses":["e@f.de"]},"ReplyToAddresses":["g@h.de"],"Content":{"Simple":{"Subject":{"Data":"S"},"Body":{"Text":{"Data":"T"},"Html":{"Data":"<p>"}}}}}"#,
                .texts(subject: "S", text: "T", html: "<p>")
            ),
            (
                "aws-sdk:sesv2:sendEmail", #"{"Content":{"Raw":{"Data":"From: a@b.de\n\nT"}}}"#,
                .raw("From: a@b.de\n\nT")
            ),
            (
                "aws-sdk:sesv2:sendEmail",
                #"{"Content":{"Template":{"TemplateName":"welcome","TemplateData":"{}"}}}"#,
                .template(name: "welcome", data: "{}")
            ),
            (
                "aws-sdk:ses:sendEmail",
                #"{"Source":"a@b.de","Destination":{"ToAddresses":["c@d.de"],"BccAddresses":["e@f.de"]},"ReplyToAddresses":["g@h.de"],"Message":{"Subject":{"Data":"S"},"Body":{"Text":{"Data":"T"}}}}"#,
                .texts(subject: "S", text: "T", html: nil)
            ),
            (
                "aws-sdk:ses:sendTemplatedEmail",
                #"{"Source":"a@b.de","Destination":{},"Template":"welcome","TemplateData":"{}"}"#,
                .template(name: "welcome", data: "{}")
            ),
        ] as [(String, String, DeliveryContent.Words)]
    )
    func `is read in the terms of either of SES's APIs`(
        action: String,
        arguments: String,
        words: DeliveryContent.Words
    ) async throws {
        let key = Delivery.Key(state: "S", visit: 2, name: "n")
        let delivery = Delivery(
            id: 1,
            order: try #require(OrderID("001")),
            intent: Delivery.Intent(key: key, kind: .email, contentHash: ""),
            status: .sent,
            attempts: 1,
            intendedAt: FunctionFixture.now
        )
        let input = try JSONValue(parsing: arguments)
        let written = try await Self.writer()
            .write(delivery, resource: TaskResource("arn:aws:states:::\(action)"), input: input)
        guard case .email(let email) = written?.content.message else {
            Issue.record("no e-mail: \(String(describing: written))")
            return
        }
        #expect(email.words == words)
        #expect(written?.content.request?.arguments == input)
        guard case .texts = words else { return }
        #expect(email.from == "a@b.de" && email.to == ["c@d.de"] && email.bcc == ["e@f.de"])
        #expect(email.replyTo == ["g@h.de"] && email.cc == [])
    }
}
