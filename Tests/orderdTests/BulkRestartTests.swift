import Foundation
import JSON
import TestClosing
import Testing

/// A bulk redrive whose service is killed in the midst of it.
@Suite(.closingPrograms)
struct `A bulk redrive of a service that is killed` {
    private static let orders = 12
    private static let definition =
        #"{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"E","Cause":"always"}}}"#

    @Test func `goes on after the next start and redrives each order once`() async throws {
        let folder = try TestFolder.make()
        let workflow = folder.appending(path: "workflow.asl.json")
        try Data(Self.definition.utf8).write(to: workflow)
        let data = folder.appending(path: "data")
        let arguments = ["--sandbox", "--set", "workflow.file=\(workflow.path)"]
        let first = try await ServiceProcess(arguments, data: data)
        for number in 1...Self.orders {
            _ = try await first.post(#"{"orderId":"\#(number)","customerEmail":"a@b.de"}"#)
            _ = try await first.order("\(number)", is: ["FAILED"])
        }
        // One a second, so that even a slow machine kills it before it is through.
        let body = #"{"error":"E","ratePerSecond":1,"reason":"a test"}"#
        let begun = try await first.curl(
            "/redrives",
            ["-H", "Content-Type: application/json", "-d", body]
        )
        #expect(begun.status == 202)
        _ = try await bulk(of: first) { ($0["redriven"]?.int ?? 0) > 0 }
        await first.kill()
        let second = try await ServiceProcess(arguments, data: data)
        let kept = try await second.curl("/redrives/1").json()
        #expect(kept["state"] == "running", "it ended before the kill: \(kept.text)")
        let done = try await bulk(of: second) { $0["state"] == "finished" }
        #expect(done["redriven"]?.int == Self.orders, "\(done.text)")
        #expect(done["refused"] == 0)
        for number in 1...Self.orders {
            let order = try await second.order("\(number)", is: ["FAILED"])
            #expect(order["redrives"] == 1, "\(number)")
        }
        await second.kill()
    }

    /// The bulk redrive once it stands so.
    private func bulk(
        of service: ServiceProcess,
        where condition: (JSONValue) -> Bool
    ) async throws -> JSONValue {
        while true {
            try Task.checkCancellation()
            let bulk = try await service.curl("/redrives/1").json()
            if condition(bulk) { return bulk }
        }
    }
}
