import AWS
import Foundation
import TestClosing
import Testing

@testable import orderd

/// The hands of sources of credentials.
@Suite(.closingPrograms)
struct `This machine` {
    private let machine = ThisMachine(environment: ["PATH": "/usr/bin:/bin", "GIVEN": "value"])

    private func sh(_ script: String, within limit: Duration = .seconds(600)) async throws -> String
    {
        try await machine.run(["/bin/sh", "-c", script], within: limit)
    }

    private func fault(_ script: String, within limit: Duration = .seconds(600)) async -> String? {
        do {
            _ = try await sh(script, within: limit)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("echo $GIVEN", "value\n"), ("cat", ""), ("printf a; printf b >&2; printf c", "ac"),
        ("head -c 1000000 /dev/zero >&2; printf x", "x"),
        // It may close what it prints to before it ends.
        ("printf x; exec >&- 2>&-; sleep 0.1; exit 0", "x"),
        // What it leaves running does not hold it up once it has let go of the pipes.
        ("printf x; sleep 600 >/dev/null 2>&1 &", "x"),
    ])
    func `runs a program for what it prints`(_ script: String, _ output: String) async throws {
        #expect(try await sh(script) == output)
    }

    @Test(arguments: [
        ("echo one >&2; echo two >&2; exit 3", "/bin/sh ended with status 3: one two"),
        ("exit 1", "/bin/sh ended with status 1"), ("kill -9 $$", "/bin/sh ended by signal 9"),
        ("exec >&-; exit 7", "/bin/sh ended with status 7"),
        ("yes", "/bin/sh printed more than 64 KiB"),
        ("yes >&2", "/bin/sh wrote more than 1024 KiB to its standard error"),
    ])
    func `tells how a program failed`(_ script: String, _ reason: String) async {
        #expect(await fault(script) == reason)
    }

    /// As the first process of a container does, when what the program leaves running holds its pipes.
    @Test func `does not take for success what another has waited for`() async throws {
        let file = try TestFolder.make().appending(path: "id")
        async let reason = fault("echo $$ >\(file.path); sleep 600 & exit 3")
        var id: pid_t?
        while id == nil {
            try Task.checkCancellation()
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            id = text.hasSuffix("\n") ? pid_t(text.dropLast()) : nil
        }
        let process = try #require(id)
        while waitpid(process, nil, WNOHANG) == 0 { try Task.checkCancellation() }
        kill(-process, SIGKILL)
        let told = await reason
        #expect(told == "/bin/sh ended before its output did, and how is not known")
    }

    @Test(arguments: ["sleep 600", "exec >&- 2>&-; sleep 600"])
    func `kills a program that does not end`(_ script: String) async {
        let reason = await fault(script, within: .milliseconds(200))
        #expect(reason == "/bin/sh has not ended within 0 s and was killed")
    }

    @Test func `kills a program when nobody waits for it any more`() async throws {
        let running = Task { await fault("sleep 600") }
        running.cancel()
        #expect(await running.value == "/bin/sh was cancelled")
    }

    @Test func `tells that there is no such program`() async {
        await #expect(throws: LocalFault("/no/such: No such file or directory")) {
            try await machine.run(["/no/such"], within: .seconds(600))
        }
    }

    @Test func `reads, traces and replaces files`() async throws {
        let file = try TestFolder.make().appending(path: "file").path
        #expect(try await machine.text(of: file) == nil)
        #expect(await machine.trace(of: file) == nil)
        try await machine.replace(file, with: "one")
        #expect(try await machine.text(of: file) == "one")
        let trace = try #require(await machine.trace(of: file))
        #expect(await machine.trace(of: file) == trace)
        try await machine.replace(file, with: "two")
        #expect(await machine.trace(of: file) != trace)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let folder = URL(filePath: file).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
        await #expect(throws: LocalFault.self) {
            try await machine.replace("\(folder)/none/file", with: "x")
        }
    }
}
