import Foundation
import JSON
import TestClosing
import Testing

/// `orderd check`: what it asks AWS, and what it says of what it is told.
@Suite(.closingPrograms)
struct `A check of the account` {
    /// Runs the check against a sandbox that answers with that fault, and what the sandbox took.
    private func check(
        _ arguments: [String] = [],
        fault: String? = nil
    ) async throws -> (status: Int32, text: String, messages: [JSONValue]) {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        if let fault { try await sandbox.fail(fault) }
        let data = folder.appending(path: "data").path
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--data", data] + arguments,
            environment: sandbox.environment
        )
        return (status, text, try sandbox.messages())
    }

    private static func denied(_ action: String, _ service: String = "ses") -> String {
        let message =
            "User `arn:aws:iam::1:user/u' is not authorized to perform `\(action)' on resource `*'"
        return
            #"{"kind":"refuse","code":"AccessDeniedException","status":403,"service":"\#(service)","message":"\#(message)"}"#
    }

    @Test func `says what is in order, and sends nothing`() async throws {
        let (status, text, messages) = try await check()
        #expect(status == 0, "\(text)")
        #expect(text.contains("SES in us-east-1: production, "))
        #expect(text.contains("SNS in us-east-1: the topic is there"))
        #expect(messages.isEmpty)
    }

    @Test func `is one JSON object for programs, whatever was found`() async throws {
        let well = try JSONValue(parsing: try await check(["--json"]).text)
        #expect(well["ok"] == true && well["faults"] == [])
        let notes = (well["notes"]?.array ?? []).compactMap(\.string)
        #expect(notes.contains { $0.hasPrefix("SES in us-east-1: production, ") })
        let denied = try await check(["--json"], fault: Self.denied("ses:GetAccount"))
        let warnings = try JSONValue(parsing: denied.text)["warnings"]?.array ?? []
        #expect(warnings.contains { $0.string?.hasPrefix("ses:GetAccount is denied") == true })
        let ill = try await check(
            ["--json"],
            fault: #"{"kind":"refuse","code":"NotFound","status":404,"service":"sns"}"#
        )
        let document = try JSONValue(parsing: ill.text)
        #expect(ill.status == 78 && document["ok"] == false)
        #expect(document["faults"]?[0]?["place"] == "SNS")
    }

    @Test func `names what is denied and the statement that is missing`() async throws {
        let (status, text, _) = try await check(fault: Self.denied("ses:GetAccount"))
        #expect(status == 0, "\(text)")
        #expect(text.contains("warning: ses:GetAccount is denied to these credentials"), "\(text)")
        #expect(text.contains(#""Sid": "ReadTheQuota""#))
        let topic = try await check(fault: Self.denied("SNS:GetTopicAttributes", "sns"))
        #expect(topic.text.contains(#""Sid": "ReadTheTopic""#), "\(topic.text)")
    }

    @Test func `is wrong when AWS does not know the credentials or the topic`() async throws {
        let unknown = try await check(
            fault: #"{"kind":"refuse","code":"UnrecognizedClientException","service":"ses"}"#
        )
        #expect(unknown.status == 78)
        #expect(unknown.text.contains("AWS does not know these credentials"), "\(unknown.text)")
        let topic = try await check(
            fault: #"{"kind":"refuse","code":"NotFound","status":404,"service":"sns"}"#
        )
        #expect(topic.status == 78)
        #expect(topic.text.contains("SNS: sns GetTopicAttributes: NotFound"), "\(topic.text)")
    }

    @Test func `sends one e-mail to the simulator and one notice when it is asked to`() async throws
    {
        let (status, text, messages) = try await check([
            "--send", "--set", "email.bcc=boss@example.com",
        ])
        #expect(status == 0, "\(text)")
        #expect(messages.map { $0["kind"] } == ["email", "notice"])
        #expect(messages.first?["to"] == ["success@simulator.amazonses.com"])
        #expect(messages.first?["bcc"] == nil)
        #expect(text.contains("SES: sent \(messages.first?["id"]?.string ?? "?") to success@"))
    }

    @Test(
        arguments: [
            (#"{"total":"abc"}"#, "the attribute total is \"abc\", and a number is wanted"),
            (#"{"total":1,"files":[{"file":"a.pdf"}]}"#, "email.attachmentsDirectory is not set"),
            (#"{"total":1,"files":[{"fileName":"a"}]}"#, "files[0] is no attachment"),
        ]
    )
    func `refuses a sample for which nothing could be written`(
        _ sample: String,
        _ part: String
    ) async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "sample.json")
        try Data(sample.utf8).write(to: file)
        let (status, text) = try await Command.run(
            Repository.program.path,
            [
                "check", "--sandbox", "--data", folder.appending(path: "data").path, "--sample",
                file.path, "--set", "notice.attributes=total:Number={{total}}", "--set",
                "email.attachments=files",
            ]
        )
        #expect(status == 78)
        #expect(text.contains("sample.json: ") && text.contains(part), "\(text)")
    }

    @Test func `prints no permission to send where no workflow sends`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "workflow.asl.json")
        try Data(#"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#.utf8).write(to: file)
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--print", "policy", "--set", "workflow.file=\(file.path)"],
            environment: [
                "AWS_REGION": "eu-central-1", "SENDER_EMAIL": "orders@example.com",
                "SNS_TOPIC_ARN": "arn:aws:sns:eu-central-1:123456789012:orders",
            ]
        )
        #expect(status == 0)
        #expect(!text.contains("ses:SendEmail") && !text.contains("sns:Publish"), "\(text)")
        #expect(text.contains("ses:GetAccount"))
    }

    @Test func `starts the Python of functions`() async throws {
        let functions = try `Functions of one's own`.make("return event")
        func check(_ python: String) async throws -> (status: Int32, text: String) {
            let user = geteuid() == 0 ? ["--set", "lambda.user=root"] : []
            return try await Command.run(
                Repository.program.path,
                ["check", "--sandbox", "--data", TestFolder.make().path] + user
                    + ["--set", "lambda.directory=\(functions.path)"]
                    + ["--set", "lambda.python=\(python)"]
            )
        }
        let good = try await check("/usr/bin/python3")
        #expect(good.status == 0, "\(good.text)")
        #expect(good.text.contains("functions: Python 3."), "\(good.text)")
        let bad = try await check("/bin/false")
        #expect(bad.status == 78)
        #expect(bad.text.contains("/bin/false ended with status 1"), "\(bad.text)")
    }

    @Test func `says which permission a send lacks`() async throws {
        let (status, text, messages) = try await check(
            ["--send"],
            fault: Self.denied("ses:SendEmail")
        )
        #expect(status == 78)
        #expect(text.contains("SES: ses:SendEmail is denied to these credentials"), "\(text)")
        #expect(text.contains(#""Sid": "SendConfirmations""#))
        #expect(messages.map { $0["kind"] } == ["notice"])
    }

    @Test(
        arguments: [
            ("policy.json", [] as [String]),
            ("policy-attachments.json", ["--set", "email.attachments=files"]),
            ("policy-cloudwatch.json", ["--set", "cloudwatch.logGroup=/orderd"]),
            (
                "policy-alerts.json",
                [
                    "--set", "alerts.email=ops@example.com", "--set",
                    "alerts.topic=arn:aws:sns:eu-central-1:123456789012:alerts",
                ]
            ),
            (
                "policy-template.json",
                ["--set", "email.sesTemplate=Welcome", "--set", "email.configurationSet=main"]
            ),
        ]
    )
    func `prints the policies that config/iam holds`(
        _ file: String,
        _ arguments: [String]
    ) async throws {
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--print", "policy"] + arguments,
            environment: [
                "AWS_REGION": "eu-central-1", "SENDER_EMAIL": "orders@example.com",
                "SNS_TOPIC_ARN": "arn:aws:sns:eu-central-1:123456789012:orders",
            ]
        )
        let shipped = Repository.root.appending(path: "config/iam/\(file)")
        #expect(status == 0)
        #expect(text == (try String(contentsOf: shipped, encoding: .utf8)))
    }
}
