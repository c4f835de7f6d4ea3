import Foundation
import JSON
import TestClosing
import Testing

/// People are told of what is wrong with the program itself, by receivers that others wrote.
@Suite(
    .enabled(
        if: WebhookReceiver.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "standardwebhooks is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q standardwebhooks"
    ),
    .closingPrograms(minutes: 20)
)
struct `A service that tells people` {
    private static let secrets = [
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_bm90IGEgcmVhbCBzZWNyZXQgYXQgYWxsISE=",
    ]

    /// Alerts that come soon and are over soon.
    private static let quick = [
        "alerts.gatherFor=1s", "alerts.quietAfter=2s", "alerts.coolDown=1s",
    ].flatMap { ["--set", $0] }

    private static func failing(in folder: URL) throws -> [String] {
        let file = folder.appending(path: "failing.asl.json")
        let text = #"{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"Sold Out","Cause":"c"}}}"#
        try Data(text.utf8).write(to: file)
        return ["--set", "workflow.file=\(file.path)"]
    }

    @Test func `tells of a thousand orders that fail once, signed with every secret`() async throws
    {
        let folder = try TestFolder.make()
        let receiver = try await WebhookReceiver(Self.secrets)
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "alerts.gatherFor=20s", "--set", "alerts.quietAfter=5s"]
                + receiver.settings(Self.secrets) + (try Self.failing(in: folder)),
            data: folder.appending(path: "data")
        )
        let orders = (1...1_000).map {
            #"{"orderId":"o-\#($0)","customerEmail":"secret@example.com"}"#
        }
        let file = folder.appending(path: "orders.ndjson")
        try Data(orders.joined(separator: "\n").utf8).write(to: file)
        let answer = try await service.curl(
            "/orders",
            ["-H", "Content-Type: application/x-ndjson", "--data-binary", "@\(file.path)"]
        )
        #expect(answer.status == 200)
        let began = try await receiver.message("order.failed")
        let ended = try await receiver.message("order.failed.resolved")
        #expect(receiver.all.count == 2)
        #expect(began["good"] == [true, true])
        #expect(ended["good"] == [true, true])
        let data = began["body"]?["data"]
        #expect(data?["orders"]?.array?.count == 5)
        #expect(data?["summary"]?.string?.hasSuffix("mostly with Sold Out") == true, "\(began)")
        // All of them, if they have failed while it gathered; and in the end in any case.
        #expect(ended["body"]?["data"]?["count"] == 1_000)
        #expect(ended["body"]?["data"]?["alert"] == data?["alert"])
        #expect(!receiver.all.description.contains("secret@example.com"))
        #expect(!service.program.text.contains("t0ken"))
        // The receiver has a message before the service has its answer.
        let sent = #"orderd_alert_messages_total{target="webhook",outcome="sent"} 2"#
        while try await !service.curl("/metrics").body.contains(sent) {
            try Task.checkCancellation()
        }
        let metrics = try await service.curl("/metrics").body
        #expect(metrics.contains(#"orderd_alerts_firing{kind="order.failed"} 0"#))
    }

    @Test func `tries again after a kill between two attempts, with the same id`() async throws {
        let folder = try TestFolder.make()
        let receiver = try await WebhookReceiver([Self.secrets[0]], answering: [503, 302])
        let arguments =
            ["--sandbox", "--set", "alerts.gatherFor=1s"] + receiver.settings([Self.secrets[0]])
            + (try Self.failing(in: folder))
        let data = folder.appending(path: "data")
        let first = try await ServiceProcess(arguments, data: data)
        _ = try await first.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        let failed = try await receiver.message("order.failed", status: 503)
        _ = try await first.program.line(containing: "an alert could not be sent")
        await first.kill()
        _ = try await ServiceProcess(arguments, data: data)
        // A redirection is not followed, and is tried again like any failure.
        let redirected = try await receiver.message("order.failed", status: 302)
        let taken = try await receiver.message("order.failed")
        #expect(failed["id"] == redirected["id"] && failed["id"] == taken["id"])
        #expect(failed["body"] == taken["body"])
        #expect(receiver.all.allSatisfy { $0["good"] == [true] && $0["path"] == "/hook/t0ken" })
        #expect(receiver.all.count == 3)
    }

    @Test func `counts what failed when it was killed before it could tell`() async throws {
        let folder = try TestFolder.make()
        let receiver = try await WebhookReceiver([Self.secrets[0]])
        let data = folder.appending(path: "data")
        // Nothing gathers for that long, so the first process tells nothing.
        let arguments =
            ["--sandbox"] + receiver.settings([Self.secrets[0]]) + (try Self.failing(in: folder))
        let first = try await ServiceProcess(
            arguments + ["--set", "alerts.gatherFor=1h"],
            data: data
        )
        for number in 1...3 {
            _ = try await first.post(#"{"orderId":"\#(number)","customerEmail":"a@b.de"}"#)
        }
        for number in 1...3 { _ = try await first.order("\(number)", is: ["FAILED"]) }
        await first.kill()
        let second = try await ServiceProcess(
            arguments + ["--set", "alerts.gatherFor=1h"],
            data: data
        )
        var metrics = ""
        while !metrics.contains(#"orderd_alerts_firing{kind="order.failed"} 1"#) {
            try Task.checkCancellation()
            metrics = try await second.curl("/metrics").body
        }
        #expect(receiver.all.isEmpty)
    }

    @Test func `stops asking a receiver that answers 410, and says so`() async throws {
        let folder = try TestFolder.make()
        let receiver = try await WebhookReceiver([Self.secrets[0]], answering: [410])
        let service = try await ServiceProcess(
            ["--sandbox"] + Self.quick + receiver.settings([Self.secrets[0]])
                + (try Self.failing(in: folder)),
            data: folder.appending(path: "data")
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await service.program.line(containing: "the receiver of alerts wants no more")
        let check = try await service.check("alerts:sent", is: "warn")
        #expect(check["output"]?.string?.contains("webhook: the receiver wants no more") == true)
        #expect(receiver.all.count == 1)
    }

    @Test func `by topic and e-mail too, and the sandbox shows them`() async throws {
        let folder = try TestFolder.make()
        let topic = "arn:aws:sns:us-east-1:000000000000:alerts"
        let service = try await ServiceProcess(
            [
                "--sandbox", "--set", "alerts.topic=\(topic)", "--set",
                "alerts.email=ops@example.com, boss@example.com", "--set",
                "alerts.name=shop",
            ] + Self.quick + (try Self.failing(in: folder)),
            data: folder.appending(path: "data")
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        var messages: [JSONValue] = []
        while messages.count < 4 {
            try Task.checkCancellation()
            messages = try await service.curl("/sandbox/messages").json()["messages"]?.array ?? []
        }
        let emails = messages.filter { $0["kind"] == "email" }
        let notices = messages.filter { $0["kind"] == "notice" }
        #expect(
            emails.map { $0["subject"] } == [
                "[shop] an order has failed, mostly with Sold Out",
                "[shop] no order fails any more; an order has failed",
            ]
        )
        #expect(emails.allSatisfy { $0["to"] == ["ops@example.com", "boss@example.com"] })
        #expect(emails.first?["text"]?.string?.contains("Orders: 1\n") == true, "\(emails)")
        #expect(notices.count == 2)
        #expect(notices.allSatisfy { $0["topic"]?.string == topic }, "\(notices)")
        // None of them is in the ledger of orders.
        #expect(try await service.curl("/deliveries?status=sent").json()["deliveries"] == [])
    }

    @Test func `has a command that tries every way`() async throws {
        let folder = try TestFolder.make()
        let receiver = try await WebhookReceiver([Self.secrets[0]], answering: [200, 500])
        let sandbox = try await SandboxProcess(in: folder)
        func run() async throws -> (status: Int32, text: String) {
            try await Command.run(
                Repository.program.path,
                ["alerts", "test", "--data", folder.appending(path: "data").path]
                    + [
                        "--set", "alerts.email=ops@example.com", "--set",
                        "alerts.topic=arn:aws:sns:us-east-1:000000000000:alerts",
                    ] + receiver.settings([Self.secrets[0]]),
                environment: sandbox.environment
            )
        }
        let good = try await run()
        #expect(good.status == 0, "\(good.text)")
        for way in ["topic", "email", "webhook"] {
            #expect(good.text.contains("alerts.\(way): took the test test-"), "\(good.text)")
        }
        #expect(try sandbox.messages().map { $0["kind"] } == ["notice", "email"])
        #expect(receiver.all.first?["body"]?["type"] == "alert.test")
        #expect(receiver.all.first?["good"] == [true])
        let bad = try await run()
        #expect(bad.status == 1)
        #expect(bad.text.contains("alerts.webhook: it answered 500"), "\(bad.text)")
    }
}

/// What of the settings about alerts is refused, without a word of their secrets.
@Suite(.closingPrograms)
struct `The settings of alerts` {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    @Test(
        arguments: [
            (["alerts.topic=orders"], "alerts.topic: \"orders\" is no topic's ARN"),
            (["alerts.email=ops"], "alerts.email: \"ops\" is no e-mail address"),
            (
                ["alerts.email=\((1...21).map { "a\($0)@b.de" }.joined(separator: ","))"],
                "alerts.email: names 21 addresses, and 20 is the most"
            ),
            (["alerts.kinds=order.lost"], "expected some of order.failed, order.held"),
            (["alerts.perHour=0"], "expected a whole number from 1 to 1000"),
            (["alerts.webhook=https://h.test/t0ken"], "is set without alerts.webhookSecret"),
            (["alerts.webhookSecret=\(secret)"], "alerts.webhook, which it is for, is not"),
            (
                ["alerts.webhook=https://h.test/t0ken", "alerts.webhookSecret=whsec_t0ken"],
                "holds something else than 1 to 5 secrets"
            ),
            (
                ["alerts.webhook=h.test/t0ken", "alerts.webhookSecret=\(secret)"],
                "it must be so that it is a URL that begins with https://"
            ),
            (
                ["alerts.webhook=http://h.test/t0ken", "alerts.webhookSecret=\(secret)"],
                "alerts.webhookAllow does not let h.test be called in plain text"
            ),
            (
                ["alerts.webhookFile=/nowhere", "alerts.webhookSecret=\(secret)"],
                "alerts.webhookFile: /nowhere: "
            ),
            (
                [
                    "alerts.webhookFile=/nowhere", "alerts.webhook=https://h.test/t0ken",
                    "alerts.webhookSecret=\(secret)",
                ], "alerts.webhook: is set, and alerts.webhookFile too"
            ),
            (["alerts.webhookAllow=a b://"], "hosts with commas between that are not public"),
        ] as [([String], String)]
    )
    func `are refused at the start`(settings: [String], part: String) async throws {
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--sandbox", "--data", try TestFolder.make().path]
                + settings.flatMap { ["--set", $0] }
        )
        #expect(status == 78)
        #expect(text.contains(part), "\(text)")
        #expect(!text.contains("t0ken") && !text.contains(Self.secret), "\(text)")
    }

    @Test func `come from files, and check says who is told`() async throws {
        let folder = try TestFolder.make()
        for (name, text) in [("url", "https://h.test/t0ken\n"), ("secret", "\(Self.secret)\n")] {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            chmod(file.path, 0o600)
        }
        let (status, text) = try await Command.run(
            Repository.program.path,
            [
                "check", "--sandbox", "--data", folder.appending(path: "data").path, "--set",
                "alerts.email=ops@example.com", "--set", "alerts.kinds=order.failed, disk.low",
            ],
            environment: [
                "ORDERD_ALERTS_WEBHOOK_FILE": folder.appending(path: "url").path,
                "ORDERD_ALERTS_WEBHOOK_SECRET_FILE": folder.appending(path: "secret").path,
            ]
        )
        #expect(status == 0, "\(text)")
        #expect(text.contains("alerts: order.failed, disk.low to ops@example.com"), "\(text)")
        #expect(text.contains("to a webhook at h.test"), "\(text)")
        #expect(!text.contains("t0ken"))
    }

    @Test func `let no webhook be called on a network of one's own`() async throws {
        let folder = try TestFolder.make()
        let (status, text) = try await Command.run(
            Repository.program.path,
            [
                "alerts", "test", "--sandbox", "--data", folder.appending(path: "data").path,
                "--set", "alerts.webhook=https://127.0.0.1:1/t0ken", "--set",
                "alerts.webhookSecret=\(Self.secret)",
            ]
        )
        #expect(status == 1)
        #expect(text.contains("127.0.0.1 is no public address (loopback)"), "\(text)")
        #expect(text.contains("to alerts.webhookAllow if that is meant"), "\(text)")
    }
}
