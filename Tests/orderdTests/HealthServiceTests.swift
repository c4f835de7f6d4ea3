import Foundation
import JSON
import TestClosing
import TestProcesses
import Testing

/// Each condition is provoked, shows, and goes away by itself; and with it the alert.
@Suite(.closingPrograms(minutes: 20))
struct `The health of a service` {
    /// Alerts that come soon and are over soon.
    private static let quick = [
        "alerts.gatherFor=1s", "alerts.quietAfter=1s", "alerts.coolDown=1s",
    ].flatMap { ["--set", $0] }

    @Test func `says what was looked at when nothing is wrong`() async throws {
        let service = try await ServiceProcess(["--sandbox"], data: try TestFolder.make())
        // Credentials without an end have no time left to tell; all else has been looked at within seconds.
        var checks: [(name: String, finding: JSONValue)] = []
        repeat {
            try Task.checkCancellation()
            let found = try await service.curl("/health").json()["checks"]?.object ?? [:]
            checks = found.map { ($0, $1[0] ?? .null) }
        } while !checks.allSatisfy {
            $0.name == "credentials:present" || $0.finding["observedValue"] != nil
        }
        #expect(checks.count >= 15, "\(checks.count)")
        for (name, finding) in checks {
            #expect(finding["output"]?.string?.isEmpty == false, "\(name)")
            #expect(finding["time"]?.string != nil, "\(name)")
            #expect(finding["status"] == "pass", "\(name)")
            if finding["observedValue"] != nil {
                #expect(finding["observedUnit"] != nil, "\(name)")
            }
        }
    }

    @Test func `shows refused sends, and that there are none any more`() async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let service = try await ServiceProcess(
            ["--set", "health.refusedWindow=3s"] + Self.quick,
            environment: sandbox.environment,
            data: folder.appending(path: "data")
        )
        try await sandbox.fail(#"{"kind":"refuse","service":"ses","code":"MessageRejected"}"#)
        // Each shows for some seconds alone, which a busy machine may let pass: then another is refused.
        var (number, isShown) = (0, (refused: false, failed: false))
        while !isShown.refused || !isShown.failed {
            try Task.checkCancellation()
            number += 1
            _ = try await service.post(#"{"orderId":"\#(number)","customerEmail":"a@example.com"}"#)
            let check = try await service.curl("/health").json()["checks"]?["deliveries:refused"]
            isShown.refused = isShown.refused || check?[0]?["status"] == "warn"
            let metrics = try await service.curl("/metrics").body
            let firing = #"orderd_alerts_firing{kind="order.failed"} 1"#
            isShown.failed = isShown.failed || metrics.contains(firing)
        }
        try await sandbox.fail("")
        _ = try await service.check("deliveries:refused", is: "pass")
        try await service.firing("order.failed", is: 0)
    }

    @Test func `shows an uncertain delivery and a held order until somebody decides`() async throws
    {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let service = try await ServiceProcess(
            Self.quick,
            environment: sandbox.environment,
            data: folder.appending(path: "data")
        )
        try await sandbox.fail(#"{"kind":"drop-after","service":"ses"}"#)
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await service.check("deliveries:uncertain", is: "warn")
        _ = try await service.check("orders:held", is: "warn")
        try await sandbox.fail("")
        try await service.firing("delivery.uncertain", is: 1)
        try await service.firing("order.held", is: 1)
        let list = try await service.curl("/deliveries?status=uncertain").json()
        let id = try #require(list["deliveries"]?[0]?["id"])
        let decided = try await service.curl(
            "/deliveries/\(id.text.filter { $0 != "\"" })/decision",
            ["-H", "Content-Type: application/json", "-d", #"{"decision":"assume-sent"}"#]
        )
        #expect(decided.status == 200, "\(decided.body)")
        _ = try await service.check("deliveries:uncertain", is: "pass")
        _ = try await service.check("orders:held", is: "pass")
        try await service.firing("delivery.uncertain", is: 0)
        try await service.firing("order.held", is: 0)
    }

    @Test func `shows a provider that takes nothing, and not our own pace`() async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let service = try await ServiceProcess(
            ["--set", "email.rate=1", "--set", "notice.concurrency=1"] + Self.quick,
            environment: sandbox.environment,
            data: folder.appending(path: "data")
        )
        for number in 1...6 {
            _ = try await service.post(#"{"orderId":"p\#(number)","customerEmail":"a@b.de"}"#)
        }
        // While they wait for their turn.
        for _ in 1...3 {
            let check = try await service.curl("/health").json()["checks"]?["providers:postponed"]
            #expect(check?[0]?["status"] == "pass", "\(check ?? .null)")
        }
        _ = try await service.order("p6", is: ["SUCCEEDED"])
        let quiet = try await service.curl("/health").json()["checks"]?["providers:postponed"]
        #expect(quiet?[0]?["status"] == "pass", "\(quiet ?? .null)")
        try await sandbox.fail(#"{"kind":"throttle","service":"ses"}"#)
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await service.check("providers:postponed", is: "warn")
        try await service.firing("provider.closed", is: 1)
        try await sandbox.fail("")
        _ = try await service.order("1", is: ["SUCCEEDED"])
        try await service.firing("provider.closed", is: 0)
    }

    @Test func `shows a backlog whose oldest order waits for long`() async throws {
        let service = try await ServiceProcess(
            [
                "--sandbox", "--set", "health.queueAge=1s", "--set", "alerts.orderStuckAfter=1s",
                "--set", "queue.concurrency=1", "--set", "notice.rate=1", "--set", "email.rate=1",
            ] + Self.quick,
            data: try TestFolder.make()
        )
        for number in 1...8 {
            _ = try await service.post(#"{"orderId":"\#(number)","customerEmail":"a@b.de"}"#)
        }
        let check = try await service.check("queue:oldestAge", is: "warn")
        #expect(check["output"]?.string?.contains("longer than usual (1 s)") == true, "\(check)")
        try await service.firing("order.stuck", is: 1)
        _ = try await service.order("8", is: ["SUCCEEDED"])
        _ = try await service.check("queue:oldestAge", is: "pass")
        try await service.firing("order.stuck", is: 0)
    }

    @Test func `shows a dispatcher that gets no answer of the store`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        _ = try await service.check("dispatcher:inFlight", is: "pass")
        // Another program keeps the file for itself.
        let script = """
            import sqlite3, sys, time
            store = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
            store.execute("begin immediate")
            print("locked", flush=True)
            time.sleep(600)
            """
        let locker = try RunningProgram(
            URL(filePath: "/usr/bin/python3"),
            ["-c", script, data.appending(path: "orders.sqlite").path]
        )
        _ = try await locker.line(containing: "locked")
        let check = try await service.check("dispatcher:inFlight", is: "fail")
        #expect(check["output"]?.string?.contains("locked") == true, "\(check)")
        #expect(try await service.curl("/readyz").status == 503)
        locker.send(SIGKILL)
        _ = await locker.end()
        _ = try await service.check("dispatcher:inFlight", is: "pass")
    }

    @Test func `shows a heartbeat that is late, and that it beats again`() async throws {
        let other = try await ServiceProcess(["--sandbox"], data: try TestFolder.make())
        let service = try await ServiceProcess(
            [
                "--sandbox", "--set", "heartbeat.schedule=cron(* * * * ? *)", "--set",
                "health.heartbeatMissed=1", "--set",
                "heartbeat.url=http://\(other.address)/livez",
            ] + Self.quick,
            data: try TestFolder.make()
        )
        // It takes connections and answers nobody, so that the heartbeat lasts ten seconds, two longer than it may.
        other.program.send(SIGSTOP)
        let check = try await service.check("heartbeat:age", is: "warn")
        let sentence = "the heartbeat has not succeeded at its last time"
        #expect(check["output"]?.string == sentence, "\(check)")
        try await service.firing("schedule.missed", is: 1)
        other.program.send(SIGCONT)
        _ = try await service.check("heartbeat:age", is: "pass")
        let beats = "orderd_schedule_last_success_timestamp_seconds{schedule=\"heartbeat\"} 0"
        while try await service.curl("/metrics").body.contains(beats) {
            try Task.checkCancellation()
        }
        try await service.firing("schedule.missed", is: 0)
    }

    @Test func `shows credentials that end soon, until there are others`() async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let keys = folder.appending(path: "keys.json")
        func write(lasting seconds: TimeInterval) throws {
            let end = Date().addingTimeInterval(seconds).ISO8601Format()
            let id = sandbox.environment["AWS_ACCESS_KEY_ID"] ?? ""
            let secret = sandbox.environment["AWS_SECRET_ACCESS_KEY"] ?? ""
            try Data(
                #"{"Version":1,"AccessKeyId":"\#(id)","SecretAccessKey":"\#(secret)","SessionToken":"t","Expiration":"\#(end)"}"#
                    .utf8
            ).write(to: keys)
        }
        try write(lasting: 200)
        let config = folder.appending(path: "config")
        try Data("[default]\ncredential_process = cat \(keys.path)\n".utf8).write(to: config)
        var environment = sandbox.environment
        environment["AWS_ACCESS_KEY_ID"] = nil
        environment["AWS_SECRET_ACCESS_KEY"] = nil
        environment["AWS_CONFIG_FILE"] = config.path
        environment["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent"
        environment["HOME"] = folder.path
        let service = try await ServiceProcess(
            Self.quick,
            environment: environment,
            data: folder.appending(path: "data")
        )
        let check = try await service.check("credentials:present", is: "warn")
        #expect(check["output"]?.string?.contains(" end in ") == true, "\(check)")
        try await service.firing("credentials.expiring", is: 1)
        try write(lasting: 7_200)
        // The file that says where they are has changed, so they are fetched anew.
        try Data("[default]\ncredential_process = cat '\(keys.path)'\n".utf8).write(to: config)
        _ = try await service.check("credentials:present", is: "pass")
        try await service.firing("credentials.expiring", is: 0)
    }

    @Test(.enabled(if: SmallDisk.isPossible))
    func `shows a disk with little room, until there is more`() async throws {
        let disk = try SmallDisk(in: try TestFolder.make())
        let service = try await disk.serve(
            ["--sandbox", "--set", "data.minimumFreeMB=2", "--set", "health.diskFreeMB=8"]
                + Self.quick
        )
        #expect(try await service.check("disk:free", is: "pass")["observedUnit"] == "bytes")
        try disk.fill(leaving: 5_000_000, of: service)
        let check = try await service.check("disk:free", is: "warn")
        #expect(check["output"]?.string?.contains("orders are refused below") == true)
        try await service.firing("disk.low", is: 1)
        try disk.fill(leaving: 500_000, of: service)
        var output = ""
        while !output.contains("no order is accepted") {
            try Task.checkCancellation()
            output = try await service.check("disk:free", is: "warn")["output"]?.string ?? ""
        }
        try disk.empty(of: service)
        _ = try await service.check("disk:free", is: "pass")
        try await service.firing("disk.low", is: 0)
    }
}
