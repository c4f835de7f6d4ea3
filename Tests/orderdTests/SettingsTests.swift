import Foundation
import OrderAPI
import Testing

@testable import orderd

struct `The settings` {
    static func read(
        flags: [String: String] = [:],
        environment: [String: String] = [:],
        file: String? = nil
    ) throws -> Settings {
        try Settings.read(
            flags: flags,
            environment: environment,
            file: file.map { SettingsFile(path: "orderd.yaml", text: $0) }
        )
    }

    /// What the reading complains about, a line each.
    static func faults(
        flags: [String: String] = [:],
        environment: [String: String] = [:],
        file: String? = nil
    ) -> [String] {
        do {
            _ = try read(flags: flags, environment: environment, file: file)
            return []
        } catch let faults as SettingFaults {
            return faults.faults.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `come from the flag before the environment before the file before the default`()
        throws
    {
        let file = "http:\n  port: 3\n"
        let environment = ["ORDERD_HTTP_PORT": "2"]
        #expect(try Self.read().http.port == 8080)
        #expect(try Self.read(file: file).http.port == 3)
        #expect(try Self.read(environment: environment, file: file).http.port == 2)
        let flags = ["http.port": "1"]
        #expect(try Self.read(flags: flags, environment: environment, file: file).http.port == 1)
    }

    @Test func `keep what the old pipeline's variables mean`() throws {
        let old = ["SENDER_EMAIL": "a@b.de", "SNS_TOPIC_ARN": "arn:aws:sns:x:1:t"]
        let settings = try Self.read(environment: old)
        #expect(settings.email.sender == "a@b.de")
        #expect(settings.notice.topicARN == "arn:aws:sns:x:1:t")
        let newer = old.merging(["ORDERD_EMAIL_SENDER": "c@d.de"]) { $1 }
        #expect(try Self.read(environment: newer).email.sender == "c@d.de")
    }

    @Test(arguments: [
        (
            "http:\n  port: 70000\n",
            "orderd.yaml:2: http.port is \"70000\"; expected a whole number"
        ),
        (
            "http:\n  prot: 1\n",
            "orderd.yaml:2: there is no setting http.prot; did you mean http.port?"
        ),
        ("log:\n  level: loud\n", "orderd.yaml:2: log.level is \"loud\"; expected one of trace"),
        (
            "queue:\n  gracePeriod: 20\n",
            "orderd.yaml:2: queue.gracePeriod is \"20\"; expected a time"
        ),
        ("email:\n  policy: maybe\n", "expected one of hold, resend, assume-sent"),
        (
            "heartbeat:\n  schedule: daily\n",
            "expected a schedule such as rate(5 minutes) or cron(0 * * * ? *), or off"
        ),
        (
            "heartbeat:\n  timeZone: Mars/Base\n",
            "heartbeat.timeZone is \"Mars/Base\"; expected a time zone of this machine"
        ),
        (
            "heartbeat:\n  url: ftp://h/\n",
            "heartbeat.url is \"ftp://h/\"; expected an http or https URL without a password"
        ),
        ("lambda:\n  notIdempotent: a b\n", "names of Lambda functions with commas between, or *"),
        ("health:\n  failedPercent: 101\n", "expected a whole number from 0 to 100"),
        ("http: [1]\n", "orderd.yaml:1: http must be a single value"),
        ("http:\n\tport: 1\n", "orderd.yaml: is not valid YAML"),
    ])
    func `of a file are refused with the line and what would be right`(file: String, part: String) {
        let faults = Self.faults(file: file)
        #expect(faults.count == 1)
        #expect(faults.first?.contains(part) == true, "\(faults)")
    }

    @Test func `are refused all at once, from wherever they come`() {
        let faults = Self.faults(
            flags: ["nonsense": "1"],
            environment: ["ORDERD_HTTP_PROT": "1", "ORDERD_QUEUE_CONCURRENCY": "0"],
            file: "http:\n  port: x\nunknown: 1\n"
        )
        #expect(faults.count == 5, "\(faults)")
        #expect(
            faults.contains {
                $0.hasPrefix("ORDERD_HTTP_PROT: ") && $0.contains("ORDERD_HTTP_PORT")
            }
        )
        #expect(faults.contains { $0.hasPrefix("--set nonsense: ") })
    }

    @Test(arguments: [
        ("http.port", "ORDERD_HTTP_PORT"),
        ("http.maximumBodySize", "ORDERD_HTTP_MAXIMUM_BODY_SIZE"),
        ("data.writerCacheMB", "ORDERD_DATA_WRITER_CACHE_MB"),
    ])
    func `have a variable each`(key: String, variable: String) {
        #expect(SettingsReader.variable(key) == variable)
    }

    @Test(arguments: [
        ("500ms", 500), ("20s", 20_000), ("5m", 300_000), ("1h", 3_600_000), ("24h", 86_400_000),
    ])
    func `write times with a unit`(text: String, milliseconds: Int) {
        #expect(SettingsReader.duration(text) == .milliseconds(milliseconds))
    }

    @Test(arguments: ["", "5", "0s", "-1s", "25h", "1.5s", "s", "99999999999999999999s"])
    func `refuse other times`(text: String) {
        #expect(SettingsReader.duration(text) == nil)
    }

    @Test func `of the shipped file are the defaults`() throws {
        let path = Repository.root.appending(path: "config/orderd.yaml").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let shipped = try Settings.read(
            flags: [:],
            environment: [:],
            file: SettingsFile(path: path, text: text)
        )
        #expect("\(shipped)" == "\(try Self.read())")
    }

    @Test func `of the shipped file are all that there are`() throws {
        let path = Repository.root.appending(path: "config/orderd.yaml").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var reader = SettingsReader(flags: [:], environment: [:], file: nil)
        var settings = Settings()
        settings.readAll(&reader)
        for key in reader.known {
            let name = String(key.split(separator: ".").last ?? "")
            #expect(text.contains("\n  \(name):"), "\(key) is missing in config/orderd.yaml")
        }
    }

    private static func reports(
        flags: [String: String] = [:],
        environment: [String: String] = [:],
        file: String? = nil
    ) -> [String: SettingReport] {
        let (settings, origins, _) = Settings.look(
            flags: flags,
            environment: environment,
            file: file.map { SettingsFile(path: "orderd.yaml", text: $0) }
        )
        let all = SettingReport.all(origins, settings.filledIn)
        return Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
    }

    @Test func `are told with their values in effect and where these come from`() throws {
        let reports = Self.reports(
            flags: ["queue.pollInterval": "2s"],
            environment: [
                "ORDERD_HTTP_PORT": "2", "ORDERD_HTTP_KEYS": "id name", "SENDER_EMAIL": "a@b.de",
            ],
            file: "queue:\n  concurrency: 320\nalerts:\n  webhook: https://h/secret\n"
        )
        let expected: [(String, String?, SettingReport.Source)] = [
            ("http.port", "2", .environment("ORDERD_HTTP_PORT")),
            ("http.host", "127.0.0.1", .byDefault), ("retention.age", "30d", .byDefault),
            ("queue.pollInterval", "2s", .argument),
            ("queue.concurrency", "320", .file("orderd.yaml:2")),
            // What follows another setting follows it here too.
            ("email.concurrency", "320", .byDefault), ("aws.maximumConnections", "320", .byDefault),
            ("email.sender", "a@b.de", .environment("SENDER_EMAIL")),
            ("notice.topicArn", nil, .byDefault),
            ("tls.clientScopes", "orders:write,orders:read", .byDefault),
        ]
        for (key, value, source) in expected {
            let report = try #require(reports[key])
            #expect(report.value == value.map { .text($0) }, "\(key)")
            #expect(report.source == source, "\(key)")
            #expect(!report.isSecret)
        }
        #expect(reports["http.keys"]?.value == .secret)
        #expect(reports["http.keys"]?.source == .environment("ORDERD_HTTP_KEYS"))
        #expect(reports["alerts.webhook"]?.value == .secret)
        #expect(reports["alerts.webhookSecret"]?.value == nil)
        let sandbox = Self.reports(flags: ["sandbox.enabled": "true"])
        #expect(sandbox["email.sender"]?.value == .text("orders@example.com"))
    }

    @Test func `are told with what each is for, all of them`() throws {
        var reader = SettingsReader(flags: [:], environment: [:], file: nil)
        var settings = Settings()
        settings.readAll(&reader)
        let reports = Self.reports()
        #expect(Set(reports.keys) == reader.known)
        for report in reports.values {
            #expect(report.about.count > 10, "\(report.key)")
            #expect(!report.about.contains { $0.isNewline }, "\(report.key)")
        }
        #expect(reports["http.port"]?.about == "0 chooses a free one and logs it")
        #expect(
            reports["cloudwatch.metrics"]?.about
                == "Embedded Metric Format: off, log: lines among the log's for agents, ship: lines in the log stream"
        )
    }

    /// Names that a secret may have, and settings of such names that hold none: paths, rules and names.
    @Test func `that are secrets are marked, and shown nowhere`() throws {
        let suspicious = [
            "key", "secret", "token", "password", "credential", "webhook", "url", "pass",
        ]
        let harmless: Set = [
            "http.keysFile", "tls.privateKeyFile", "httpTask.secretsFile", "alerts.webhookFile",
            "alerts.webhookSecretFile", "alerts.webhookAllow", "lambda.pass",
            "health.credentialsLeft",
        ]
        let reports = Self.reports()
        for report in reports.values {
            let name = report.key.split(separator: ".").last?.lowercased() ?? ""
            let isSuspicious =
                suspicious.contains(where: name.contains) && !harmless.contains(report.key)
            #expect(report.isSecret == isSuspicious, "\(report.key)")
        }
        #expect(harmless.isSubset(of: reports.keys))
        // A text that each of them may have.
        let value = "https://user:hush@example.com/hush/hush"
        let flags = Dictionary(uniqueKeysWithValues: reports.keys.map { ($0, value) })
        for report in Self.reports(flags: flags).values {
            switch report.value {
            case .secret: #expect(report.isSecret)
            case .text(let text):
                #expect(text == "https://***@example.com/hush/hush", "\(report.key)")
                #expect(!report.isSecret)
            case nil: Issue.record("\(report.key) has lost its value")
            }
        }
    }

    @Test(arguments: [
        ("http://u:p@proxy:3128", "http://***@proxy:3128"), ("https://h/a@b", "https://h/a@b"),
        ("a@b.de", "a@b.de"), ("https://u@h/x;http://v:w@i", "https://***@h/x;http://***@i"),
        ("x https://a:b@c@d/ y", "x https://***@d/ y"), ("http://", "http://"), ("", ""),
    ])
    func `are told without the passwords in their URLs`(text: String, shown: String) {
        #expect(SettingReport.withoutPasswords(text) == shown)
    }
}
