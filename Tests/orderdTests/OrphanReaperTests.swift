import Foundation
import TestClosing
import Testing

@testable import orderd

@Suite(.closingPrograms)
struct `The first process of a container` {
    @Test(arguments: [
        ("12 (sleep) Z 1 5 5 0", true), ("12 (a) b) c) Z 1 5 5 0", true),
        ("12 (sleep) S 1 5 5 0", false), ("12 (sleep) Z 7 5 5 0", false), ("12 (Z 1", false),
        ("", false),
    ])
    func `knows whose child has ended`(stat: String, hasEnded: Bool) {
        #expect(OrphanReaper.isEnded(stat, childOf: 1) == hasEnded)
    }

    /// A namespace of processes, as a container has one, needs root.
    @Test(.enabled(if: getuid() == 0)) func `takes orphans off the list`() async throws {
        let folder = try TestFolder.make()
        let service = try await ServiceProcess(
            ["--sandbox"],
            data: folder.appending(path: "data"),
            within: ["/usr/bin/unshare", "--pid", "--fork", "--mount-proc", "--kill-child"]
        )
        let first = try #require(try Self.children(of: service.program.id).first)
        // A shell that ends at once leaves its child to the first process of the namespace.
        let orphan = try await Command.run(
            "/usr/bin/nsenter",
            ["-t", "\(first)", "-p", "-m", "sh", "-c", "sleep 0 & echo left"]
        )
        #expect(orphan.text.contains("left"))
        _ = try await Command.run(
            "/usr/bin/nsenter",
            ["-t", "\(first)", "-p", "-m", "sh", "-c", "(sleep 0.2 &) ; exit 0"]
        )
        while try Self.children(of: first).isEmpty { try Task.checkCancellation() }
        while try !Self.children(of: first).isEmpty { try Task.checkCancellation() }
        #expect(try await service.curl("/livez").status == 200)
    }

    private static func children(of process: Int32) throws -> [Int32] {
        let text = try String(
            contentsOfFile: "/proc/\(process)/task/\(process)/children",
            encoding: .utf8
        )
        return text.split(separator: " ").compactMap { Int32($0) }
    }
}
