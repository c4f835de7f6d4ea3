import Foundation
import JSON
import TestClosing
import Testing

/// The log of the program itself.
@Suite(.closingPrograms)
struct `The log of the service` {
    @Test func `goes into a file that is opened again when it was moved`() async throws {
        let folder = try TestFolder.make()
        let (file, moved) = (folder.appending(path: "log"), folder.appending(path: "log.1"))
        let program = try RunningProgram(
            Repository.program,
            [
                "serve", "--sandbox", "--port", "0", "--data", folder.appending(path: "data").path,
                "--set", "log.file=\(file.path)",
            ]
        )
        let address = try #require(try await address(in: file))
        try FileManager.default.moveItem(at: file, to: moved)
        program.send(SIGHUP)
        while !FileManager.default.fileExists(atPath: file.path) { try Task.checkCancellation() }
        let answer = try await Answer(curl: ["http://\(address)/livez"])
        #expect(answer.status == 200)
        program.send(SIGTERM)
        #expect(await program.end() == 0)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(#""http.route":"/livez""#) && text.contains(#""message":"stopped""#))
        #expect(!(try String(contentsOf: moved, encoding: .utf8)).contains("stopped"))
        #expect(program.text.isEmpty)
        for line in text.split(separator: "\n") {
            #expect(throws: Never.self) { try JSONValue(parsing: String(line)) }
        }
    }

    /// Where the service listens, as soon as the file says so.
    private func address(in file: URL) async throws -> String? {
        while true {
            try Task.checkCancellation()
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            guard
                let line = text.split(separator: "\n").first(where: { $0.contains(#""serving""#) })
            else {
                await Task.yield()
                continue
            }
            return try JSONValue(parsing: String(line))["http.address"]?.string
        }
    }

    @Test func `changes its levels while it runs, by command`() async throws {
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "log.levels=engine=warning, http=error"],
            data: try TestFolder.make()
        )
        let url = ["--url", "http://\(service.address)", "--json"]
        let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
        _ = try await service.post(order)
        _ = try await service.order("1", is: ["SUCCEEDED"])
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["log", "level", "engine=debug", "http=info"] + url
        )
        #expect(status == 0)
        let levels = try JSONValue(parsing: text)["levels"]
        #expect(levels?["engine"] == "debug" && levels?["aws"] == "info")
        _ = try await service.post(order.replacing("1", with: "2"))
        _ = try await service.program.line(containing: #""order.id":"2","order.seconds""#)
        #expect(!service.program.text.contains(#""order.id":"1""#))
        #expect(service.program.text.contains(#""action":"set log levels""#))
        let wrong = try await Command.run(
            Repository.program.path,
            ["log", "level", "motor=debug"] + url
        )
        #expect(wrong.status == 1 && wrong.text.contains("there is no component motor"))
    }

    @Test(arguments: [
        ("log.levels=motor=debug", "each component one of orderd, http, engine"),
        ("log.levels=engine=loud", "each level one of trace"),
        ("log.file=/nowhere/at/all/log", "cannot be opened"), ("log.repeats=-1", "log.repeats"),
    ])
    func `is refused where its settings mean nothing`(setting: String, reason: String) async throws
    {
        let folder = try TestFolder.make()
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--port", "0", "--data", folder.path, "--set", setting]
        )
        #expect(status == 78 && text.contains(reason), "\(text)")
    }
}
