import Foundation
import Glibc
import JSON
import TestClosing
import Testing

/// What happens to a service's files that nobody planned for.
@Suite(.closingPrograms)
struct `In bad weather` {
    @Test func `a store that is gone keeps the service from starting, and says what was there`()
        async throws
    {
        let data = try TestFolder.make().appending(path: "data")
        let service = try await ServiceProcess(["--sandbox"], data: data)
        for index in 0..<20 {
            #expect(try await service.post(Self.order("\(index)")).status == 202)
        }
        await service.kill()
        try FileManager.default.removeItem(at: data.appending(path: "orders.sqlite"))
        let (status, text) = try await Self.serve(data)
        #expect(status == 78)
        #expect(
            text.contains("there is no file, but its lock file remembers a store of"),
            "\(text)"
        )
    }

    @Test
    func
        `a store that is deleted while it is open takes no order, and health says so within a second`()
        async throws
    {
        let data = try TestFolder.make().appending(path: "data")
        let service = try await ServiceProcess(["--sandbox"], data: data)
        #expect(try await service.post(Self.order("001")).status == 202)
        _ = try await service.order("001", is: ["SUCCEEDED"])
        try FileManager.default.removeItem(at: data.appending(path: "orders.sqlite"))
        let line = try await service.program.line(containing: "all that the store holds was copied")
        let refused = try await service.post(Self.order("002"))
        #expect(refused.status == 503)
        #expect(refused.body.contains("was deleted or moved away"), "\(refused.body)")
        let rescued = try #require(try JSONValue(parsing: line)["store.copy"]?.string)
        let health = try await service.curl("/health")
        #expect(health.status == 503)
        #expect(health.body.contains("orders.sqlite.rescued"))
        #expect(try await service.curl("/readyz").status == 503)
        #expect(try await service.curl("/livez").status == 200)
        #expect(try await service.curl("/orders/001").status == 200)
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        // As the handbook has it.
        for name in ["orders.sqlite-wal", "orders.sqlite-shm"] {
            try? FileManager.default.removeItem(at: data.appending(path: name))
        }
        try FileManager.default.moveItem(
            atPath: rescued,
            toPath: data.appending(path: "orders.sqlite").path
        )
        let next = try await ServiceProcess(["--sandbox"], data: data)
        #expect(try await next.curl("/orders/001").json()["status"] == "SUCCEEDED")
        #expect(try await next.curl("/health").status == 200)
    }

    @Test func `a restored backup waits for a person, and sends nothing until told`() async throws {
        let folder = try TestFolder.make()
        let data = folder.appending(path: "data")
        let backup = folder.appending(path: "backup.sqlite")
        let first = try await ServiceProcess(["--sandbox", "--paused"], data: data)
        #expect(try await first.curl("/queue").json()["mode"] == "paused")
        for name in ["001", "002"] { #expect(try await first.post(Self.order(name)).status == 202) }
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["store", "backup", "--data", data.path, backup.path]
        )
        #expect(status == 0, "\(text)")
        #expect(try await first.curl("/queue/resume", ["-X", "POST"]).status == 200)
        for name in ["001", "002"] { _ = try await first.order(name, is: ["SUCCEEDED"]) }
        first.program.send(SIGTERM)
        _ = await first.program.end()

        for name in ["orders.sqlite", "orders.sqlite-wal", "orders.sqlite-shm"] {
            try? FileManager.default.removeItem(at: data.appending(path: name))
        }
        try FileManager.default.copyItem(at: backup, to: data.appending(path: "orders.sqlite"))
        let second = try await ServiceProcess(["--sandbox"], data: data)
        let line = try await second.program.line(
            containing: "the store is a copy of an earlier time"
        )
        #expect(line.contains("2 of 2 orders that were unfinished in it are held"), "\(line)")
        let queue = try await second.curl("/queue").json()
        #expect(queue["mode"] == "paused")
        #expect(queue["restoration"]?["undecided"] == 2)
        let health = try await second.curl("/health").json()
        #expect(health["status"] == "warn")
        let held = try await second.curl("/orders/001").json()
        #expect(held["status"] == "HELD")
        #expect(held["error"] == "Restored")
        #expect(held["cause"]?.string?.contains("May have been sent since") == true)

        // One is known to be done, the other goes on.
        #expect(try await second.curl("/orders/001/stop", ["-X", "POST"]).status == 202)
        let all = ["-H", "Content-Type: application/json", "-d"]
        let preview = try await second.curl(
            "/redrives",
            all + [#"{"status":"HELD","error":"Restored","preview":true}"#]
        )
        #expect(try preview.json()["matching"] == 1)
        let begun = try await second.curl(
            "/redrives",
            all + [#"{"status":"HELD","error":"Restored"}"#]
        )
        #expect(begun.status == 202, "\(begun.body)")
        _ = try await second.order("002", is: ["RUNNING", "QUEUED"])
        #expect(
            try await second.curl("/sandbox/messages").json()["messages"]?.array?.isEmpty == true
        )
        #expect(try await second.curl("/queue/resume", ["-X", "POST"]).status == 200)
        _ = try await second.order("002", is: ["SUCCEEDED"])
        #expect(try await second.curl("/orders/001").json()["status"] == "ABORTED")
        let after = try await second.curl("/queue").json()
        #expect(after["restoration"] == nil)
    }

    @Test func `a bit that was turned in an order's text holds it, and its mail goes nowhere`()
        async throws
    {
        let data = try TestFolder.make().appending(path: "data")
        let first = try await ServiceProcess(["--sandbox", "--paused"], data: data)
        for name in ["001", "002"] { #expect(try await first.post(Self.order(name)).status == 202) }
        first.program.send(SIGTERM)
        _ = await first.program.end()
        let file = data.appending(path: "orders.sqlite")
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("buyer-001@".utf8)))
        bytes[place.lowerBound] ^= 1
        try bytes.write(to: file)
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["store", "verify", "--data", data.path]
        )
        #expect(status == 1)
        #expect(text.contains("its input does not match its checksum"), "\(text)")
        let second = try await ServiceProcess(["--sandbox"], data: data)
        #expect(try await second.curl("/queue/resume", ["-X", "POST"]).status == 200)
        _ = try await second.order("002", is: ["SUCCEEDED"])
        let held = try await second.order("001", is: ["HELD"])
        #expect(held["error"] == "Damaged")
        #expect(held["damage"]?.string?.contains("its input") == true)
        let line = try await second.program.line(containing: "damage in the store")
        #expect(!line.contains("@"), "nothing of a customer stands in the log")
        let messages = try await second.curl("/sandbox/messages").json()["messages"]?.array
        #expect(messages?.count == 2)
        let refused = try await second.curl("/orders/001/redrive", ["-X", "POST"])
        #expect(refused.status == 409)
        #expect(refused.body.contains("order-damaged"))
    }

    @Test func `a log that was cut is told of on eighty columns, with what can be kept`()
        async throws
    {
        let data = try TestFolder.make().appending(path: "data")
        let service = try await ServiceProcess(["--sandbox", "--paused"], data: data)
        for index in 0..<30 {
            #expect(try await service.post(Self.order("\(index)")).status == 202)
        }
        service.program.send(SIGSTOP)
        await service.kill()
        let log = data.appending(path: "orders.sqlite-wal")
        let bytes = try Data(contentsOf: log)
        try bytes.prefix(bytes.count / 2).write(to: log)
        let (refusal, why) = try await Self.serve(data)
        #expect(refusal == 78)
        #expect(why.contains("orderd store recover"), "\(why)")
        let (shown, text) = try await Self.store("recover", data)
        #expect(shown == 0)
        let table = text.split(separator: "\n").drop { !$0.hasPrefix("choice") }
        #expect(table.allSatisfy { $0.count <= 80 }, "\(text)")
        let (made, _) = try await Self.store("recover", data, ["--choose", "before"])
        #expect(made == 0)
        let next = try await ServiceProcess(["--sandbox"], data: data)
        #expect(try await next.curl("/queue").json()["mode"] == "paused")
    }

    @Test func `folder and files are the owner's alone, and a folder of others is refused`()
        async throws
    {
        let folder = try TestFolder.make()
        let data = folder.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        chmod(data.path, 0o755)
        let service = try await ServiceProcess(
            ["--sandbox"],
            data: data,
            within: ["/bin/sh", "-c", #"umask 0; exec "$0" "$@""#]
        )
        _ = try await service.program.line(containing: "others could read this")
        #expect(try await service.post(Self.order("001")).status == 202)
        for (name, mode) in [
            ("", 0o700), ("orders.sqlite", 0o600), ("orders.sqlite-wal", 0o600),
            ("orders.sqlite-shm", 0o600), ("orders.sqlite.lock", 0o600),
        ] {
            let path = data.appending(path: name).path
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
        }
        await service.kill()
        chmod(data.path, 0o777)
        let (status, text) = try await Self.serve(data)
        #expect(status == 78)
        #expect(text.contains("others may write to it"), "\(text)")
        let shared = try await ServiceProcess(
            ["--sandbox", "--set", "data.shared=true"],
            data: data
        )
        #expect(try await shared.curl("/orders/001").status == 200)
    }

    private static func order(_ number: String) -> String {
        #"{"orderId":"\#(number)","customerEmail":"buyer-\#(number)@example.com"}"#
    }

    private static func serve(_ data: URL) async throws -> (status: Int32, text: String) {
        try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--port", "0", "--data", data.path]
        )
    }

    private static func store(
        _ command: String,
        _ data: URL,
        _ arguments: [String] = []
    ) async throws -> (status: Int32, text: String) {
        try await Command.run(
            Repository.program.path,
            ["store", command, "--data", data.path] + arguments
        )
    }
}
