import Foundation
import TestClosing
import Testing

/// What keeps the service from starting, and how it says so.
@Suite(.closingPrograms)
struct `A start that cannot be` {
    @Test func `names everything that is missing at once`() async throws {
        let text = try await refusal([])
        #expect(text.contains("AWS_REGION: is not set"))
        #expect(text.contains("email.sender: is not set"))
        #expect(text.contains("notice.topicArn: is not set"))
    }

    @Test func `is for a topic of another region`() async throws {
        let text = try await refusal(
            ["--set", "email.sender=o@example.com"],
            environment: [
                "AWS_REGION": "eu-central-1",
                "SNS_TOPIC_ARN": "arn:aws:sns:eu-west-1:123456789012:orders",
            ]
        )
        #expect(text.contains("is a topic in eu-west-1, and AWS_REGION is eu-central-1"), "\(text)")
    }

    @Test func `a folder that is named as a file of secrets keeps its rights`() async throws {
        let folder = try TestFolder.make()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: folder.path
        )
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--data", try TestFolder.make().path]
                + ["--set", "http.keysFile=\(folder.path)"]
        )
        #expect(status == 78)
        #expect(text.contains("is a folder, not a file"))
        let rights = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(rights[.posixPermissions] as? Int == 0o755)
    }

    @Test(arguments: [
        (["--set", "http.prot=1"], "did you mean http.port?"),
        (["--set", "novalue"], "write it as key=value"),
        (["--config", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["--host", "0.0.0.0"], "say http.auth: none if that is meant"),
        (["--host", "example.com"], "is no numeric address"),
        (
            ["--set", "http.allowedHosts=http://orders.internal"],
            "http.allowedHosts is \"http://orders.internal\"; expected host names such as"
        ),
        (["--data", "/proc/orderd"], "data.directory: /proc/orderd cannot be written"),
        (["--data", "/dev/null"], "data.directory: /dev/null is no folder"),
        (
            ["--set", "http.keysFile=/dev/null"],
            "http.keysFile: /dev/null: is no regular file: it is read"
        ),
        (["--set", "http.keysFile=/"], "http.keysFile: /: is a folder, not a file"),
        (
            ["--set", "tls.certificateFile=/dev/null", "--set", "tls.privateKeyFile=/dev/null"],
            "tls: /dev/null: is no regular file: it is read again when it changes"
        ),
        (["--set", "workflow.file=/"], "workflow.file: names /: is a folder, not a file"),
        (["--config", "/dev/zero"], "/dev/zero: is larger than 16 MiB"),
        (["--set", "workflow.file=nowhere.json"], "workflow.file: names nowhere.json"),
        (["--set", "email.textTemplate=nowhere"], "email.textTemplate: names nowhere"),
        (
            ["--set", "email.sender=Shop, Inc. <o@example.com>"],
            "email.sender: \"Shop\" is no e-mail address: it has no @; write orders@example.com or"
        ),
        (
            ["--set", "email.sender=A <a@example.com>, b@example.com"],
            "email.sender: names 2 addresses; one is wanted"
        ),
        (
            ["--set", "email.sender=not an address"],
            "email.sender: \"not an address\" is no e-mail"
        ),
        (["--set", "email.bcc=x"], "email.bcc: \"x\" is no e-mail address"),
        (
            ["--set", "email.headers=X-Shop"],
            "email.headers: \"X-Shop\" is not written as NAME=VALUE"
        ),
        (
            ["--set", "email.headers=Subject=A"],
            "the header Subject is written by orderd or has a meaning for SES"
        ),
        (["--set", "email.headers=X={{a"], "email.headers: X: a tag is not closed"),
        (["--set", "email.tags=a=b c"], "email.tags: the tag a=b c has another character"),
        (["--set", "email.tags=orderId=1"], "orderId is the tag by which orderd finds"),
        (["--set", "email.configurationSet=a b"], "email.configurationSet: is \"a b\"; the name"),
        (["--set", "email.attachmentsDirectory=nowhere"], "nowhere is not there"),
        (["--set", "email.attachedFiles=a.pdf"], "email.attachmentsDirectory is not set"),
        (
            [
                "--set", "email.attachmentsDirectory=/usr", "--set",
                "email.attachedFiles=../etc/passwd",
            ],
            "email.attachedFiles: ../etc/passwd is no name of a file in the folder"
        ),
        (
            ["--set", "email.sesTemplate=T", "--set", "email.htmlTemplate=x"],
            "email.htmlTemplate: has no use beside email.sesTemplate"
        ),
        (
            ["--set", "notice.topicArn=arn:aws:sqs:us-east-1:123456789012:orders"],
            "is the ARN of something in sqs; a topic's is like arn:aws:sns:"
        ),
        (
            ["--set", "cloudwatch.logGroup=my shop"],
            "cloudwatch.logGroup: \"my shop\" may have letters, digits and"
        ),
        (
            ["--set", "cloudwatch.logGroup=shop", "--set", "cloudwatch.logStream=a:b"],
            "cloudwatch.logStream: \"a:b\" may have neither : nor *"
        ),
        (
            ["--set", "cloudwatch.metrics=ship"],
            "cloudwatch.metrics: is ship and cloudwatch.logGroup is not set; name a group, or say"
        ),
        (
            ["--set", "cloudwatch.namespace=AWS/x"],
            "cloudwatch.namespace: \"AWS/x\" begins with AWS/, which is kept for AWS itself"
        ),
        (["--set", "notice.topicArn=orders"], "notice.topicArn: \"orders\" is no ARN"),
        (["--set", "notice.topicArn=arn:aws:sns:us-east-1:1:a"], "is the ARN of no topic"),
        (["--set", "notice.attributes=total:Number=abc"], "\"abc\", and a number is wanted"),
        (["--set", "notice.attributes=x:Foo=1"], "the only type that is said is :Number"),
        (["--set", "email.sesTemplate=a b"], "is neither the name of a template"),
        (["--set", "email.headers=X-A=1; x-a=2"], "email.headers: x-a stands there twice"),
        (["--set", "email.headers=X-SES-SOURCE-ARN=a"], "has a meaning for SES"),
        (["--set", "notice.protocolTemplates=smtp=x"], "smtp is none of SNS's protocols"),
        (["--set", "notice.attributes=AWS.x=1"], "\"AWS.x\" is no name of an attribute"),
        (
            ["--set", "email.policies=Refnds=resend"],
            "email.policies: names the workflow Refnds, and no order runs on one of that name; "
                + "there is SimpleOrderWorkflow"
        ),
        (
            ["--set", "notice.policies=SimpleOrderWorkflow=hold, Gifts=resend"],
            "notice.policies: names the workflow Gifts"
        ),
    ])
    func `says which setting, and what would be right`(
        arguments: [String],
        part: String
    ) async throws {
        let text = try await refusal(["--sandbox"] + arguments)
        #expect(text.contains(part), "\(text)")
    }

    @Test(arguments: [
        ("HTTPS_PROXY", "socks5://u:secret@proxy.test", "HTTPS_PROXY: names a SOCKS proxy"),
        ("https_proxy", "https://u:secret@proxy.test", "https_proxy: asks for TLS to the proxy"),
        ("ALL_PROXY", "http://u:secret@proxy.test:x", "ALL_PROXY: has a port that is no number"),
        ("NO_PROXY", "10.0.0.0/40", "NO_PROXY: has the entry 10.0.0.0/40"),
        ("AWS_CA_BUNDLE", "/nowhere.pem", "AWS_CA_BUNDLE: TLS settings: /nowhere.pem: No such"),
    ])
    func `says what of the way to AWS is wrong, without passwords`(
        variable: String,
        value: String,
        part: String
    ) async throws {
        let text = try await refusal([], environment: [variable: value])
        #expect(text.contains("  \(part)"), "\(text)")
        #expect(!text.contains("secret"))
    }

    @Test(arguments: [
        (#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}"#, "no JSON: unexpected end of text"),
        (#"{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}"#, "/StartAt"),
        (
            #"{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"Z"}}}"#,
            "/States/A/Next"
        ),
        (
            #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:listBuckets","End":true}}}"#,
            ":1:45: ORDERD_NOT_PERFORMED: Nothing here performs arn:aws:states:::aws-sdk:s3:listBuckets, which is no service that is called here"
        ),
        ("// comment\n{}", "comment"),
    ])
    func `says what is wrong with the workflow, and where`(
        definition: String,
        part: String
    ) async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "workflow.asl.json")
        try Data(definition.utf8).write(to: file)
        let text = try await refusal(["--sandbox", "--set", "workflow.file=\(file.path)"])
        #expect(text.contains(part), "\(text)")
        #expect(text.contains(file.path), "\(text)")
    }

    @Test func `names the faults of settings and of files at once`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "t.mustache")
        try Data("{{#a}}".utf8).write(to: file)
        let text = try await refusal([
            "--sandbox", "--set", "http.port=x", "--set", "email.textTemplate=\(file.path)",
            "--set", "workflow.file=nowhere.json",
        ])
        #expect(text.contains("http.port is \"x\""))
        #expect(text.contains("\(file.path):1:1: a section is not closed, at {{#a}}"))
        #expect(text.contains("workflow.file: names nowhere.json"))
    }

    @Test func `says that a broken settings file is broken, and where`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "orderd.yaml")
        try Data("http:\n  port: [\n".utf8).write(to: file)
        let text = try await refusal(["--sandbox", "--config", file.path])
        #expect(text.contains("\(file.path): is not valid YAML"), "\(text)")
    }

    @Test func `says that another process has the data directory`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        let text = try await refusal(["--sandbox", "--data", data.path])
        #expect(text.contains("another orderd works on this data directory"), "\(text)")
        await service.kill()
    }

    @Test func `is not for a policy of a workflow that earlier orders run on`() async throws {
        let data = try TestFolder.make()
        let earlier = ["--sandbox", "--set", "workflow.name=Refunds"]
        await (try await ServiceProcess(earlier, data: data)).kill()
        let policies = "email.policies=Refunds=resend"
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--sandbox", "--data", data.path, "--set", policies]
        )
        #expect(status == 0, "\(text)")
        let (later, fault) = try await Command.run(
            Repository.program.path,
            ["check", "--sandbox", "--data", data.path, "--set", policies + ", Refnds=hold"]
        )
        #expect(later == 78)
        #expect(fault.contains("Refnds"), "\(fault)")
        #expect(fault.contains("there is Refunds, SimpleOrderWorkflow"), "\(fault)")
    }

    @Test func `says that the port is taken`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        let port = String(service.address.split(separator: ":").last ?? "")
        let text = try await refusal(["--sandbox", "--port", port])
        #expect(text.contains("cannot listen there"), "\(text)")
        await service.kill()
    }

    /// What `orderd serve` says when it refuses to start; its exit status is 78.
    private func refusal(
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> String {
        let data = try TestFolder.make()
        let own = arguments.contains("--data") ? [] : ["--data", data.path]
        let port = arguments.contains("--port") ? [] : ["--port", "0"]
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve"] + own + port + arguments,
            environment: environment
        )
        #expect(status == 78, "\(text)")
        return text
    }
}
