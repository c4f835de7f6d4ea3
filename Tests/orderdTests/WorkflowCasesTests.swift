import Foundation
import Glibc
import JSON
import Orders
import TestClosing
import Testing

@testable import orderd

@Suite(.closing)
struct `The cases beside a definition` {
    private static func read(
        _ file: String,
        in folder: URL,
        of name: String = "Shop"
    ) -> WorkflowDesk.Cases? {
        var settings = Settings.Workflow()
        settings.name = "Shop"
        settings.file = folder.appending(path: file).path
        settings.directory = folder.path
        return WorkflowCases(of: name, settings).read()
    }

    private static func write(_ text: String, as name: String, in folder: URL) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    @Test(arguments: [
        ("shop.asl.json", "shop.tests.json"), ("shop.json", "shop.tests.json"),
        ("shop", "shop.tests.json"),
    ])
    func `are called as it is`(definition: String, cases: String) throws {
        let folder = try TestFolder.make()
        #expect(Self.read(definition, in: folder) == nil)
        try Self.write(#"{"cases":[]}"#, as: cases, in: folder)
        #expect(Self.read(definition, in: folder) == .document(["cases": []]))
        #expect(Self.read(definition, in: folder, of: "Refunds") == nil)
        try Self.write("[1]", as: "Refunds.tests.json", in: folder)
        #expect(Self.read(definition, in: folder, of: "Refunds") == .document([1]))
    }

    @Test(arguments: [(0, nil), (1, "is larger than 1 MiB")] as [(Int, String?)])
    func `are as large as that, and no larger`(excess: Int, reason: String?) throws {
        let folder = try TestFolder.make()
        let blanks = String(repeating: " ", count: WorkflowCases.maximumSize + excess - 2)
        try Self.write("{}" + blanks, as: "shop.tests.json", in: folder)
        switch Self.read("shop.json", in: folder) {
        case .document(let cases): #expect(reason == nil && cases == [:])
        case .unreadable(let found): #expect(reason.map(found.contains) == true, "\(found)")
        case nil: Issue.record("not found")
        }
    }

    @Test func `are no pipe, which could be waited at for ever`() throws {
        let folder = try TestFolder.make()
        #expect(mkfifo(folder.appending(path: "shop.tests.json").path, 0o600) == 0)
        guard case .unreadable(let reason) = Self.read("shop.json", in: folder) else {
            Issue.record("was read")
            return
        }
        #expect(reason.contains("is no regular file"))
    }
}
