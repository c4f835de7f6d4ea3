import Foundation
import TestClosing
import Testing

/// The files that the program carries.
@Suite(.closingPrograms)
struct `orderd init` {
    private static let program = Repository.program.path

    @Test func `writes what a service runs on, and nothing over what is there`() async throws {
        let folder = try TestFolder.make()
        let (status, text) = try await Command.run(Self.program, ["init"], in: folder)
        #expect(status == 0, "\(text)")
        let written = try FileManager.default.subpathsOfDirectory(
            atPath: folder.appending(path: "config").path
        )
        #expect(written.contains("orderd.yaml") && written.contains("workflow.asl.json"))
        for name in written where name != "templates" {
            let own = try Data(contentsOf: folder.appending(path: "config/\(name)"))
            let shipped = try Data(
                contentsOf: Repository.root.appending(path: "config/\(name)")
            )
            #expect(own == shipped, "\(name)")
        }
        let workflow = folder.appending(path: "config/workflow.asl.json")
        try Data("mine".utf8).write(to: workflow)
        let again = try await Command.run(Self.program, ["init"], in: folder)
        #expect(again.text.contains("config/workflow.asl.json: is there already"))
        #expect(again.status == 2)
        #expect(try Data(contentsOf: workflow) == Data("mine".utf8))
        let forced = try await Command.run(Self.program, ["init", "--force"], in: folder)
        #expect(forced.status == 0)
        #expect(try Data(contentsOf: workflow) != Data("mine".utf8))
    }

    @Test func `makes what the service's user may read, whatever the umask`() async throws {
        let folder = try TestFolder.make()
        let line = #"umask 077; exec "$0" init a/b"#
        let (status, text) = try await Command.run(
            "/bin/sh",
            ["-c", line, Self.program],
            in: folder
        )
        #expect(status == 0, "\(text)")
        #expect(text.contains("cd -- 'a/b' && orderd check"))
        for (path, mode) in [
            ("a", 0o755), ("a/b", 0o755), ("a/b/config", 0o755), ("a/b/config/templates", 0o755),
            ("a/b/config/orderd.yaml", 0o644),
        ] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: folder.appending(path: path).path
            )
            #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
        }
    }

    @Test func `is not needed: without files the service runs on the built-in ones`() async throws {
        let folder = try TestFolder.make()
        let arguments = ["check", "--sandbox", "--data", "data"]
        let (status, text) = try await Command.run(Self.program, arguments, in: folder)
        #expect(status == 0, "\(text)")
        #expect(text.contains("built in: config/workflow.asl.json"))
        #expect(text.contains("built in: config/templates/email-text.mustache"))
    }

    @Test func `does not run on the built-in one where a file is there and cannot be read`()
        async throws
    {
        let folder = try TestFolder.make()
        let config = folder.appending(path: "config")
        try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
        for name in ["orderd.yaml", "workflow.asl.json"] {
            try FileManager.default.createSymbolicLink(
                atPath: config.appending(path: name).path,
                withDestinationPath: "/nowhere"
            )
            let arguments = ["check", "--sandbox", "--data", "data"]
            let (status, text) = try await Command.run(Self.program, arguments, in: folder)
            #expect(status == 78)
            #expect(text.contains("config/\(name)"), "\(text)")
            try FileManager.default.removeItem(at: config.appending(path: name))
        }
    }

    @Test func `and a file at its usual place comes before the built-in one`() async throws {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "config/workflow.asl.json")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data("{}".utf8).write(to: file)
        let arguments = ["check", "--sandbox", "--data", "data"]
        let (status, text) = try await Command.run(Self.program, arguments, in: folder)
        #expect(status == 78)
        #expect(text.contains("config/workflow.asl.json:1:1: "), "\(text)")
    }
}
