import Foundation
import JSON
import TestClosing
import Testing

/// Several workflows in one service, as a user has them.
@Suite(.closingPrograms)
struct `A folder of workflows` {
    private static func pass(_ result: String) -> String {
        #"{"StartAt":"P","States":{"P":{"Type":"Pass","Result":"\#(result)","End":true}}}"#
    }

    private static func write(_ files: [String: String]) throws -> URL {
        let folder = try TestFolder.make()
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return folder
    }

    @Test func `runs each order on its own, and is read again when asked`() async throws {
        let folder = try Self.write(["Refunds.asl.json": Self.pass("old"), "notes.txt": "x"])
        let service = try await ServiceProcess(
            [
                "--sandbox", "--set", "workflow.directory=\(folder.path)", "--set",
                "workflow.requireEmails=Refunds=false", "--set",
                #"workflow.route=$exists(refundOf) ? "Refunds""#,
            ],
            data: try TestFolder.make()
        )
        let first = try await service.post(#"{"orderId":"1","refundOf":"0"}"#)
        #expect(first.head.contains("Location: /orders/Refunds:1"), "\(first.head)")
        #expect(try await service.order("Refunds:1", is: ["SUCCEEDED"])["output"] == "old")
        let plain = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        #expect(plain.head.contains("Location: /orders/1"))
        let post = ["-X", "POST", "-H", "Content-Type: application/json"]
        let unknown = try await service.curl("/orders?workflow=Gifts", post + ["-d", "{}"])
        #expect(unknown.status == 422)
        #expect(unknown.body.contains("there is SimpleOrderWorkflow, Refunds"), "\(unknown.body)")

        try Data("{".utf8).write(to: folder.appending(path: "Refunds.asl.json"))
        let broken = try await service.curl("/workflows/reload", ["-X", "POST"])
        #expect(broken.status == 422)
        #expect(broken.body.contains("Refunds.asl.json"), "\(broken.body)")
        let detail = try #require(try broken.json()["detail"]?.string)
        #expect(detail.hasPrefix("nothing has changed; faults") && !detail.contains("Refunds"))
        try Data(Self.pass("new").utf8).write(to: folder.appending(path: "Refunds.asl.json"))
        try Data(Self.pass("gift").utf8).write(to: folder.appending(path: "Gifts.asl.json"))
        let reloaded = try await service.curl("/workflows/reload", ["-X", "POST"])
        let changes = try reloaded.json()["workflows"]?.array ?? []
        #expect(
            changes.map { "\($0["name"]?.string ?? "") \($0["change"]?.string ?? "")" }
                == ["Gifts new", "Refunds changed", "SimpleOrderWorkflow same"]
        )
        let second = try await service.curl(
            "/orders?workflow=Refunds",
            post + ["-d", #"{"orderId":"2"}"#]
        )
        #expect(second.status == 202)
        let ended = try await service.order("Refunds:2", is: ["SUCCEEDED"])
        #expect(ended["output"] == "new")
        let digest = try #require(ended["workflow"]?.string)
        let shown = try await service.curl("/workflows/\(digest)").json()
        #expect(shown["name"] == "Refunds")
        #expect(shown["definition"]?["StartAt"] == "P")
    }

    @Test func `shows the cases beside a definition, which can be tried as they are`() async throws
    {
        let cases =
            #"{"definition":"Refunds.asl.json","cases":[{"name":"c","expect":{"output":"x"}}]}"#
        let folder = try Self.write([
            "Refunds.asl.json": Self.pass("x"), "Refunds.tests.json": cases,
            "Gifts.asl.json": Self.pass("y"), "Gifts.tests.json": "{\n  cases",
            "Bare.asl.json": Self.pass("z"),
        ])
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "workflow.directory=\(folder.path)"],
            data: try TestFolder.make()
        )
        for (name, count) in [("Refunds", 1), ("SimpleOrderWorkflow", 2)] {
            let shown = try await service.curl("/workflows/\(name)").json()
            #expect(shown["cases"]?["cases"]?.array?.count == count, "\(shown)")
            let trial: JSONValue = ["workflow": .string(name), "cases": shown["cases"] ?? .null]
            let post = ["-H", "Content-Type: application/json", "-d", trial.text]
            let report = try await service.curl("/workflows/test", post).json()
            let passed = report["cases"]?.array?.map { $0["passed"] }
            #expect(passed == Array(repeating: true, count: count), "\(report)")
            #expect(report["coverage"]?["states"] == ["covered": 1, "of": 1, "missing": []])
        }
        let broken = try await service.curl("/workflows/Gifts").json()
        #expect(broken["casesFault"]?.string?.contains("Gifts.tests.json:2:3: expected") == true)
        #expect(broken["cases"] == nil)
        let bare = try await service.curl("/workflows/Bare").json()
        #expect(bare["cases"] == nil && bare["casesFault"] == nil)
    }

    @Test(arguments: [
        (["Refunds.asl.json": "{"], [], "Refunds.asl.json:1:2"),
        (["a b.asl.json": "{}"], [], "a b is none"),
        (["SimpleOrderWorkflow.asl.json": "{}"], [], "is called as the default workflow"),
        (
            [:], ["workflow.requireEmails=Gifts=false"],
            "names the workflow Gifts, and there is none"
        ),
        ([:], ["workflow.requireEmails=Gifts"], "expected NAME=true or NAME=false, …"),
        ([:], ["workflow.route=(("], "workflow.route: is no JSONata expression"),
    ])
    func `keeps the service from starting when it is faulty`(
        files: [String: String],
        settings: [String],
        part: String
    ) async throws {
        let folder = try Self.write(files)
        let all = ["workflow.directory=\(folder.path)"] + settings
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--port", "0", "--data", try TestFolder.make().path]
                + all.flatMap { ["--set", $0] }
        )
        #expect(status == 78)
        #expect(text.contains(part), "\(text)")
    }
}
