import Foundation
import JSON
import TestClosing
import Testing

/// How the program ends, and what its exit says.
@Suite(.closingPrograms)
struct `An end of the service` {
    @Test func `at once by a second signal leaves the send uncertain and loses nothing`()
        async throws
    {
        try await withWorkingService { service, sandbox, data, order in
            service.program.send(SIGTERM)
            _ = try await service.program.line(containing: "ending in order")
            service.program.send(SIGTERM)
            #expect(await service.program.end() == SIGTERM + 128)
            try await sandbox.fail("")
            let next = try await ServiceProcess([], environment: sandbox.environment, data: data)
            let order = try await next.order(order, is: ["HELD"])
            #expect(order["deliveries"]?[0]?["status"] == "uncertain")
            #expect(order["attempts"]?["crashed"] == 1)
            await next.kill()
        }
    }

    @Test func `at the end of the grace period hands the rest back and says so`() async throws {
        let grace = ["--set", "queue.gracePeriod=200ms"]
        try await withWorkingService(grace) { service, sandbox, data, order in
            service.program.send(SIGTERM)
            #expect(await service.program.end() == 75)
            try await sandbox.fail("")
            let next = try await ServiceProcess([], environment: sandbox.environment, data: data)
            let order = try await next.order(order, is: ["HELD", "SUCCEEDED"])
            #expect(order["attempts"]?["crashed"] == 0)
            #expect(order["attempts"]?["failed"] == 0)
            #expect(order["attempts"]?["handedBack"] == 1)
            await next.kill()
        }
    }

    @Test func `waits for a send that is on its way`() async throws {
        try await withWorkingService(delay: 400) { service, sandbox, _, order in
            service.program.send(SIGTERM)
            #expect(await service.program.end() == 0)
            let messages = try sandbox.messages()
            #expect(messages.contains { $0["to"] == ["\(order)@example.com"] })
        }
    }

    /// Runs the body while the service waits for SES's answer to the e-mail of the order with that number.
    private func withWorkingService(
        _ arguments: [String] = [],
        delay milliseconds: Int = 600_000,
        _ body: (ServiceProcess, SandboxProcess, URL, String) async throws -> Void
    ) async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        try await sandbox.fail(#"{"kind":"delay","milliseconds":\#(milliseconds)}"#)
        let data = folder.appending(path: "data")
        let service = try await ServiceProcess(
            arguments,
            environment: sandbox.environment,
            data: data
        )
        try await body(service, sandbox, data, try await orderInDelivery(service))
    }

    /// Submits orders until the e-mail of one is on its way: on a busy machine it may be answered before one looks.
    private func orderInDelivery(_ service: ServiceProcess) async throws -> String {
        var number = 0
        while true {
            number += 1
            let order = #"{"orderId":"\#(number)","customerEmail":"\#(number)@example.com"}"#
            _ = try await service.post(order)
            var status: JSONValue?
            while status == nil {
                try Task.checkCancellation()
                let order = try await service.curl("/orders/\(number)").json()
                status = order["deliveries"]?[0]?["status"]
            }
            if status == "intended" { return String(number) }
        }
    }
}

/// The commands that ask a running service or look at its file.
@Suite(.closingPrograms)
struct `The operator's commands` {
    @Test func `submit, show, stop, redrive and erase an order, and decide about a delivery`()
        async throws
    {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        let url = ["--url", "http://\(service.address)"]
        let file = data.appending(path: "order.json")
        let later = #"{"orderId":"1","customerEmail":"a@b.de","notBefore":"\#(tomorrow)"}"#
        try Data(later.utf8).write(to: file)
        let submitted = try await orderd(["orders", "submit", file.path] + url)
        #expect(submitted["status"] == "QUEUED")
        let ada = ["--operator", "ada", "--reason", "a test"]
        let stopped = try await orderd(["orders", "stop", "1"] + url + ada)
        #expect(stopped["status"] == "ABORTED")
        #expect(stopped["audit"]?[0]?["by"] == "ada")
        #expect(stopped["audit"]?[0]?["reason"] == "a test")
        let listed = try await orderd(["orders", "list", "--status", "ABORTED"] + url)
        #expect(listed["orders"]?[0]?["orderId"] == "1")
        _ = try await orderd(["orders", "redrive", "1", "--from-start"] + url)
        let ended = try await service.order("1", is: ["SUCCEEDED"])
        #expect(ended["redrives"] == 1)
        let history = try await orderd(["orders", "show", "1", "--history"] + url)
        #expect(history["events"]?[0]?["type"] == "ExecutionStarted")
        let erased = try await orderd(["orders", "erase", "1"] + url)
        #expect(erased["input"] == nil)
        #expect(erased["erasedAt"] != nil)
        let deliveries = try await orderd(["deliveries", "list", "--status", "sent"] + url)
        #expect(deliveries["deliveries"]?.array?.count == 2)
        let program = Repository.program.path
        let decide = ["deliveries", "decide", "1", "resend"] + url
        let (status, text) = try await Command.run(program, decide)
        #expect(status == 1)
        #expect(text.contains("nothing-to-decide"))
        let paused = try await orderd(["queue", "pause"] + url + ada)
        #expect(paused["mode"] == "paused")
        #expect(try await orderd(["queue", "drain"] + url)["mode"] == "draining")
        #expect(try await orderd(["queue", "resume"] + url)["mode"] == "running")
        #expect(try await orderd(["queue", "show"] + url)["backlog"] == 0)
        let meant = try await orderd(["redrives", "begin", "--preview"] + url)
        #expect(meant["matching"] == 0)
        let bulk = ["redrives", "begin", "--status", "ABORTED", "--rate", "1"]
        let begun = try await orderd(bulk + url + ada)
        #expect(begun["by"] == "ada")
        #expect(begun["ratePerSecond"] == 1)
        let cancelled = try await orderd(["redrives", "cancel", "1"] + url + ada)
        #expect(cancelled["id"] == 1)
        let redrives = try await orderd(["redrives", "list"] + url)
        #expect(redrives["redrives"]?.array?.count == 1)
        for command in [["verify"], ["stats"], ["backup", data.appending(path: "b").path]] {
            let arguments = ["store"] + command + ["--data", data.path]
            let (status, text) = try await Command.run(program, arguments)
            #expect(status == 0, "\(command): \(text)")
        }
        await service.kill()
    }

    private var tomorrow: String {
        Date(timeIntervalSinceNow: 86_400).ISO8601Format()
    }

    private func orderd(_ arguments: [String]) async throws -> JSONValue {
        let (status, text) = try await Command.run(Repository.program.path, arguments)
        #expect(status == 0, "\(arguments): \(text)")
        return try JSONValue(parsing: text)
    }
}
