import Foundation
import JSON
import TestClosing
import Testing

/// What the program says of its AWS credentials, and what it makes of changes.
@Suite(.closingPrograms)
struct `AWS credentials` {
    /// Nothing of the machine that the tests run on.
    private func environment(_ home: URL, _ more: [String: String] = [:]) -> [String: String] {
        [
            "HOME": home.path, "AWS_EC2_METADATA_DISABLED": "true", "AWS_REGION": "us-east-1",
            "SENDER_EMAIL": "orders@example.com",
            "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:000000000000:orders",
        ].merging(more) { $1 }
    }

    private func write(_ text: String, to file: String, in home: URL) throws {
        let folder = home.appending(path: ".aws")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: file), options: .atomic)
    }

    @Test func `that appear in a file while the service runs are used`() async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let names: Set = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
        let key = try #require(sandbox.environment["AWS_ACCESS_KEY_ID"])
        let secret = try #require(sandbox.environment["AWS_SECRET_ACCESS_KEY"])
        let reached = sandbox.environment.filter { !names.contains($0.key) }
        let service = try await ServiceProcess(
            [],
            environment: environment(folder, reached),
            data: folder.appending(path: "data")
        )
        let warning = try await service.program.line(containing: "there are no AWS credentials")
        let lookedAt = try JSONValue(parsing: warning)["aws.credentials.looked.at"]?.string
        #expect(lookedAt?.contains("\(folder.path)/.aws/credentials") == true)
        #expect(warning.contains("Set AWS_ACCESS_KEY_ID"))
        var check: JSONValue?
        while check?["status"] != "warn" {
            try Task.checkCancellation()
            check = try await service.curl("/health").json()["checks"]?["credentials:present"]?[0]
        }
        let metrics = try await service.curl("/metrics").body
        #expect(metrics.contains("orderd_aws_credentials_remaining_seconds 0\n"))
        #expect(metrics.contains("orderd_aws_clock_skew_seconds 0\n"))

        try write(
            "[default]\naws_access_key_id = \(key)\naws_secret_access_key = \(secret)\n",
            to: "credentials",
            in: folder
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"b@example.com"}"#)
        let order = try await service.order("1", is: ["SUCCEEDED", "FAILED", "HELD"])
        #expect(order["status"] == "SUCCEEDED", "\(order)")
        let told = try await service.program.line(containing: "AWS credentials found")
        #expect(try JSONValue(parsing: told)["aws.credentials.source"] == #"profile "default""#)
        #expect(!service.program.text.contains(secret))
        #expect(!service.program.text.contains(key))
        #expect(
            try await service.curl("/metrics").body
                .contains("orderd_aws_credentials_remaining_seconds +Inf\n")
        )
    }

    @Test func `of a program are told at the start with their end`() async throws {
        let home = try TestFolder.make()
        let end = Date(timeIntervalSinceNow: 7_200).formatted(.iso8601)
        try write(
            """
            [default]
            credential_process = /bin/echo '{"Version":1,"AccessKeyId":"AKIDPROCESS1",\
            "SecretAccessKey":"s","SessionToken":"t","Expiration":"\(end)"}'

            """,
            to: "config",
            in: home
        )
        let service = try await ServiceProcess(
            [],
            environment: environment(home),
            data: home.appending(path: "data")
        )
        let line = try JSONValue(
            parsing: try await service.program.line(containing: "AWS credentials found")
        )
        #expect(line["aws.credentials.source"] == #"credential_process of profile "default""#)
        #expect(line["aws.credentials.key"] == "…ESS1")
        #expect(line["aws.credentials.end"]?.string?.prefix(19) == end.prefix(19))
        var check: JSONValue?
        while check?["observedValue"] == nil {
            try Task.checkCancellation()
            check = try await service.curl("/health").json()["checks"]?["credentials:present"]?[0]
        }
        #expect(check?["status"] == "pass")
        #expect((1...7_200).contains(check?["observedValue"]?.number?.int ?? 0))
    }

    @Test(
        arguments: [
            ([:], "", "there are none in AWS_ACCESS_KEY_ID"),
            (["AWS_PROFILE": "gone"], "", #"profile "gone": there is no such profile"#),
            (
                ["AWS_PROFILE": "a"],
                "[profile a]\nrole_arn = arn:aws:iam::1:role/a\nsource_profile = a\n",
                "in a circle: a → a"
            ),
            (
                [:], "[default]\ncredential_process = /bin/sh -c 'echo no luck >&2; exit 3'\n",
                "/bin/sh ended with status 3: no luck"
            ),
            (["AWS_REGION": "xx-west"], "", #"AWS_REGION: "xx-west" is no region of AWS"#),
            (["AWS_RETRY_MODE": "eager"], "", "AWS_RETRY_MODE: \"eager\" is none of"),
        ] as [([String: String], String, String)]
    )
    func `that cannot be used fail a check with the reason`(
        _ more: [String: String],
        _ config: String,
        _ reason: String
    ) async throws {
        let home = try TestFolder.make()
        try write(config, to: "config", in: home)
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--data", home.appending(path: "data").path],
            environment: environment(home, more)
        )
        #expect(status == 78)
        #expect(text.contains(reason), "\(text)")
    }

    @Test func `are not asked for by an offline check, which says where they would come from`()
        async throws
    {
        let home = try TestFolder.make()
        try write("[default]\ncredential_process = /bin/false\n", to: "config", in: home)
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--offline", "--data", home.appending(path: "data").path],
            environment: environment(home)
        )
        #expect(status == 0, "\(text)")
        #expect(text.contains(#"credentials: from credential_process of profile "default""#))
    }
}
