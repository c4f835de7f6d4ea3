import Foundation
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
}
