import Foundation
import JSON
import TestClosing
import Testing

/// A store that ran in the shadow and is started live.
@Suite(.closingPrograms)
struct `A store of the shadow` {
    private static let shadow = ["--sandbox", "--set", "delivery.mode=shadow"]

    @Test func `is opened live with unfinished orders only if that is meant`() async throws {
        let data = try TestFolder.make()
        let before = try await ServiceProcess(Self.shadow + ["--paused"], data: data)
        #expect(
            try await before.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#).status == 202
        )
        before.program.send(SIGTERM)
        #expect(await before.program.end() == 0)

        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--port", "0", "--data", data.path]
        )
        #expect(status == 78)
        #expect(text.contains("unfinished orders (1) would send from now on"), "\(text)")
        #expect(text.contains("delivery.modeChange: accept"), "\(text)")

        let live = try await ServiceProcess(
            ["--sandbox", "--set", "delivery.modeChange=accept"],
            data: data
        )
        #expect(live.program.text.contains("the store was in another mode of delivery before"))
        _ = try await live.curl("/queue/resume", ["-X", "POST"])
        #expect(try await live.order("1", is: ["SUCCEEDED"])["status"] == "SUCCEEDED")
        live.program.send(SIGTERM)
        #expect(await live.program.end() == 0)
        // The mode is noted: nothing is left to be told.
        let after = try await ServiceProcess(["--sandbox"], data: data)
        #expect(!after.program.text.contains("another mode of delivery"))
    }

    @Test func `is opened live with a warning when all its orders have ended`() async throws {
        let data = try TestFolder.make()
        let before = try await ServiceProcess(Self.shadow, data: data)
        _ = try await before.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await before.order("1", is: ["SUCCEEDED"])
        before.program.send(SIGTERM)
        #expect(await before.program.end() == 0)
        let live = try await ServiceProcess(["--sandbox"], data: data)
        let line = try await live.program.line(containing: "another mode of delivery")
        #expect(line.contains(#""deliveries.withheld":2"#), "\(line)")
    }
}
