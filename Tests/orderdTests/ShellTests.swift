import Foundation
import JSON
import TestClosing
import Testing

/// The commands that ask a service, as they are typed.
@Suite(.closingPrograms)
struct `The shell` {
    @Test func `submits a file, follows an order to its end and tells its story`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        let address = ["--url", "http://\(service.address)"]
        func run(_ arguments: [String]) async throws -> (status: Int32, text: String) {
            try await Command.run(Repository.program.path, arguments + address)
        }

        let file = data.appending(path: "orders.ndjson")
        try Data(
            """
            {"orderId":"1","customerEmail":"a@b.de"}

            {"orderId":"2"}
            {"customerEmail":"c@d.de"}
            """.utf8
        ).write(to: file)
        let first = try await run(["orders", "submit", "--table", file.path])
        #expect(first.status == 1)
        #expect(first.text.contains("line 3: The order is not valid: customerEmail is required"))
        #expect(first.text.contains("2 accepted, 1 rejected"))

        let watched = try await run(["orders", "watch", "1"])
        #expect(watched.status == 0)
        let last = try #require(watched.text.split(separator: "\n").last)
        #expect(try JSONValue(parsing: String(last))["status"] == "SUCCEEDED")

        let story = try await run(["orders", "history", "--table", "1"])
        #expect(story.text.contains("ProcessOrderFunction  succeeded"))
        // The other order may have been sent something before.
        #expect(story.text.contains(/email \d+  sent/))
        let events = try await run(["orders", "history", "1"])
        #expect(try JSONValue(parsing: events.text)["events"]?.array?.isEmpty == false)

        let top = try await run(["top", "--once", "--json"])
        #expect(try JSONValue(parsing: top.text)["queue"]?["mode"] == "running")
        // The order without a number got none anew when the file was submitted again.
        _ = try await run(["orders", "submit", file.path])
        let orders = try await run(["orders", "list"])
        #expect(try JSONValue(parsing: orders.text)["orders"]?.array?.count == 2)
        #expect(try await run(["orders", "watch", "9"]).status == 1)
    }
}
