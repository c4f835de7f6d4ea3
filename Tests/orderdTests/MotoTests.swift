import Foundation
import JSON
import TestClosing
import Testing

/// The whole path against an SES and SNS that we did not write.
@Suite(
    .enabled(
        if: MotoServer.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "moto is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"
    ),
    .closingPrograms
)
struct `Against moto the service` {
    @Test(arguments: [false, true])
    func `sends the e-mail and the notice of an order`(overTLS: Bool) async throws {
        try await withMoto(overTLS: overTLS) { moto, service in
            _ = try await service.post(#"{"orderId":"001","customerEmail":"buyer@example.com"}"#)
            let order = try await service.order("001", is: ["SUCCEEDED", "FAILED", "HELD"])
            #expect(order["status"] == "SUCCEEDED", "\(order)")
            let numbers = (order["deliveries"]?.array ?? []).map { $0["messageId"] }
            try #require(numbers.count == 2)

            let emails = try await moto.things("ses", "Message")
            #expect(emails.count == 1)
            #expect(emails.first?["id"] == numbers[0])
            #expect(emails.first?["source"] == "orders@example.com")
            #expect(emails.first?["destinations"]?["ToAddresses"] == ["buyer@example.com"])
            #expect(emails.first?["subject"] == "Order Confirmation: 001")
            #expect(
                emails.first?["body"] == "Thank you for your order! Your order ID is 001."
            )

            let message = try await moto.receive(from: "notices")
            let notice = try JSONValue(parsing: message["Body"]?.string ?? "")
            #expect(notice["MessageId"] == numbers[1])
            #expect(notice["TopicArn"]?.string == Self.topic)
            #expect(notice["Subject"] == "New Order Processed")
            #expect(
                notice["Message"]
                    == "New order processed: Order ID 001 for customer buyer@example.com."
            )
        }
    }

    @Test func `carries every letter there and back`() async throws {
        try await withMoto(overTLS: false) { moto, service in
            let body = #"{"orderId":"é","customerEmail":"b@example.com"}"#
            #expect(try await service.post(body).status == 422)
            let order = #"{"orderId":"1","customerEmail":"o'neil+a&b=c%20@example.com"}"#
            #expect(try await service.post(order).status == 202)
            _ = try await service.order("1", is: ["SUCCEEDED"])
            let emails = try await moto.things("ses", "Message")
            #expect(
                emails.first?["destinations"]?["ToAddresses"] == ["o'neil+a&b=c%20@example.com"]
            )
            let notices = try await moto.things("sns", "Topic").first?["sent_notifications"]
            #expect(
                notices?[0]?[1]
                    == "New order processed: Order ID 1 for customer o'neil+a&b=c%20@example.com."
            )
        }
    }

    @Test func `sends HTML, headers and files as one message`() async throws {
        let folder = try TestFolder.make()
        try Data("terms".utf8).write(to: folder.appending(path: "terms.txt"))
        let html = Repository.root.appending(path: "config/templates/email-html.mustache")
        let settings = [
            "email.sender=\"Läden, Jörgs\" <orders@example.com>", "email.htmlTemplate=\(html.path)",
            "email.cc=c@example.com", "email.bcc=b@example.com",
            "email.headers=X-Order={{orderId}}",
            "email.attachmentsDirectory=\(folder.path)", "email.attachedFiles=terms.txt",
        ]
        try await withMoto(overTLS: false, settings: settings) { moto, service in
            _ = try await service.post(#"{"orderId":"9","customerEmail":"a@example.com"}"#)
            let order = try await service.order("9", is: ["SUCCEEDED", "FAILED", "HELD"])
            #expect(order["status"] == "SUCCEEDED", "\(order)")
            let emails = try await moto.things("ses", "RawMessage")
            #expect(
                Set(emails.first?["destinations"]?.array?.compactMap(\.string) ?? []) == [
                    "a@example.com", "b@example.com", "c@example.com",
                ]
            )
            let raw = emails.first?["raw_data"]?.string ?? ""
            #expect(raw.contains("From: =?UTF-8?Q?L=C3=A4den=2C_J=C3=B6rgs?= <orders@example.com>"))
            #expect(raw.contains("X-Order: 9") && raw.contains("Cc: c@example.com"))
            #expect(raw.contains("<strong>9</strong>") && raw.contains("filename=\"terms.txt\""))
            #expect(!raw.contains("b@example.com"))
        }
    }

    @Test func `lets orders wait while the sender is not verified, and says so`() async throws {
        try await withMoto(overTLS: false, sender: "stranger@example.org") { moto, service in
            _ = try await service.post(#"{"orderId":"1","customerEmail":"b@example.com"}"#)
            var reason: String?
            while reason == nil {
                let order = try await service.order("1", is: ["QUEUED", "RUNNING"])
                reason = order["deliveries"]?[0]?["reason"]?.string
            }
            #expect(
                reason?.contains("may not send from stranger@example.org") == true,
                "\(reason ?? "")"
            )
            #expect(try await moto.things("ses", "Message").isEmpty)
        }
    }

    @Test func `gives a FIFO topic its group`() async throws {
        let topic = "\(Self.topic).fifo"
        try await withMoto(overTLS: false, topic: topic) { moto, service in
            _ = try await service.post(#"{"orderId":"7","customerEmail":"b@example.com"}"#)
            let order = try await service.order("7", is: ["SUCCEEDED", "FAILED", "HELD"])
            #expect(order["status"] == "SUCCEEDED", "\(order)")
            let topics = try await moto.things("sns", "Topic")
            let fifo = topics.first { $0["arn"]?.string == topic }
            // moto keeps a notice as its id, message, subject, attributes and group.
            let notice = fifo?["sent_notifications"]?[0]
            #expect(notice?[1] == "New order processed: Order ID 7 for customer b@example.com.")
            #expect(notice?[4] == "7")
        }
    }

    @Test func `finds nothing wrong in a check`() async throws {
        try await withMoto(overTLS: true) { moto, _ in
            let data = try TestFolder.make()
            let own = ["SENDER_EMAIL": "orders@example.com", "SNS_TOPIC_ARN": Self.topic]
            let (status, text) = try await Command.run(
                Repository.program.path,
                ["check", "--data", data.path],
                environment: moto.environment.merging(own) { $1 }
            )
            #expect(status == 0, "\(text)")
            #expect(text.contains("SES in us-east-1: reached"), "\(text)")
        }
    }

    private static let topic = "arn:aws:sns:us-east-1:123456789012:orders"

    /// moto with a verified sender, a topic and a queue that gets its notices, and a service that sends there.
    private func withMoto(
        overTLS: Bool,
        sender: String = "orders@example.com",
        topic: String = Self.topic,
        settings: [String] = [],
        _ body: (MotoServer, ServiceProcess) async throws -> Void
    ) async throws {
        try #require(MotoServer.isInstalled, "run the README's test command first")
        let folder = try TestFolder.make()
        let moto = try await MotoServer(overTLS ? .tls(folder: folder) : .plain)
        try await prepare(moto)
        let own = ["SENDER_EMAIL": sender, "SNS_TOPIC_ARN": topic]
        let service = try await ServiceProcess(
            settings.flatMap { ["--set", $0] },
            environment: moto.environment.merging(own) { $1 },
            data: folder.appending(path: "data")
        )
        try await body(moto, service)
    }

    private func prepare(_ moto: MotoServer) async throws {
        try await moto.call(
            "ses",
            ["Action": "VerifyEmailIdentity", "EmailAddress": "orders@example.com"]
        )
        try await moto.verify("orders@example.com")
        try await moto.call(
            "sns",
            ["Action": "CreateTopic", "Name": "orders", "Version": "2010-03-31"]
        )
        try await moto.call(
            "sns",
            [
                "Action": "CreateTopic", "Name": "orders.fifo", "Version": "2010-03-31",
                "Attributes.entry.1.key": "FifoTopic", "Attributes.entry.1.value": "true",
            ]
        )
        try await moto.call(
            "sqs",
            ["Action": "CreateQueue", "QueueName": "notices", "Version": "2012-11-05"]
        )
        try await moto.call(
            "sns",
            [
                "Action": "Subscribe", "Version": "2010-03-31", "TopicArn": Self.topic,
                "Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:123456789012:notices",
            ]
        )
    }
}
