import Foundation
import Synchronization
import TestClosing
import TestProcesses
import Testing

/// A PostgreSQL server of the tests' own, in a folder that goes with it, behind a Unix socket alone.
final class TestServer: Sendable {
    /// The one that the running suite has.
    @TaskLocal static var current: TestServer?

    /// Where its data and its socket are.
    let folder: URL
    private let programs: String
    private let process: Mutex<ChildProcess?>
    private let count = Atomic(0)

    /// Makes a new database cluster and starts its server.
    init() async throws {
        folder = try TestFolder.make()
        programs = try Self.findPrograms()
        process = Mutex(nil)
        if getuid() == 0 {
            try await run("/usr/bin/chown", ["postgres:", folder.path])
        }
        try await asServersUser(
            programs + "initdb",
            [
                "--pgdata=\(data)", "--auth=trust", "--username=orderd", "--encoding=UTF8",
                "--locale=C", "--no-sync", "--data-checksums",
            ]
        )
        afterwards { try await self.stop() }
        try await start()
    }

    /// Where Debian has the programs of its newest version.
    private static func findPrograms() throws -> String {
        let versions = URL(filePath: "/usr/lib/postgresql")
        let names = try FileManager.default.contentsOfDirectory(atPath: versions.path)
        let newest = try #require(names.compactMap { Int($0) }.max(), "there is no PostgreSQL")
        return versions.appending(path: "\(newest)/bin").path + "/"
    }

    private var data: String { folder.appending(path: "data").path }

    /// Where a database is that all tests share; each has a schema of its own.
    var address: String { "host=\(folder.path) user=orderd dbname=postgres" }

    /// A name that nobody has had.
    func makeSchema() -> String { "test_\(count.add(1, ordering: .relaxed).newValue)" }

    /// Starts the server, and returns when it takes connections.
    func start() async throws {
        let (program, arguments) = Self.asServersUser(
            programs + "postgres",
            [
                "-D", data, "-k", folder.path, "-c", "listen_addresses=", "-c", "fsync=off", "-c",
                "full_page_writes=off", "-c", "max_connections=200", "-c", "shared_buffers=32MB",
                "-c", "log_min_messages=log", "-c", "deadlock_timeout=50ms",
            ]
        )
        let server = try ChildProcess(program, arguments, environment: [:], in: folder)
        process.withLock { $0 = server }
        // It goes on talking, and is listened to until its end.
        let isReady = await withCheckedContinuation { (ready: CheckedContinuation<Bool, Never>) in
            Thread {
                var waiting: CheckedContinuation<Bool, Never>? = ready
                var text = ""
                while true {
                    let more = server.output.availableData
                    guard !more.isEmpty else { break }
                    guard waiting != nil else { continue }
                    text += String(decoding: more, as: UTF8.self)
                    guard text.contains("ready to accept connections") else { continue }
                    waiting?.resume(returning: true)
                    waiting = nil
                }
                waiting?.resume(returning: false)
            }.start()
        }
        try #require(isReady, "the server has not started")
    }

    /// Has statements run beside the store, one behind the other.
    func execute(_ statements: String...) async throws {
        let commands = statements.flatMap { ["--command", $0] }
        try await run(
            programs + "psql",
            ["--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--quiet", address] + commands
        )
    }

    /// Ends the server as a crash does: it writes nothing more, and its clients lose their connections.
    func stop() async throws {
        guard let server = process.withLock({ $0.take() }) else { return }
        server.send(SIGQUIT)
        _ = await ended(server)
    }

    private func asServersUser(_ program: String, _ arguments: [String]) async throws {
        let (program, arguments) = Self.asServersUser(program, arguments)
        try await run(program, arguments)
    }

    /// PostgreSQL refuses to run as root.
    private static func asServersUser(
        _ program: String,
        _ arguments: [String]
    ) -> (String, [String]) {
        guard getuid() == 0 else { return (program, arguments) }
        let user = ["--reuid=postgres", "--regid=postgres", "--clear-groups", program]
        return ("/usr/bin/setpriv", user + arguments)
    }

    private func run(_ program: String, _ arguments: [String]) async throws {
        let process = try ChildProcess(
            program,
            arguments,
            environment: ["PATH": "/usr/bin:/bin"],
            in: folder
        )
        let (status, text) = await withCheckedContinuation { done in
            Thread {
                let text = (try? process.output.readToEnd()) ?? Data()
                done.resume(
                    returning: (process.wait(), String(decoding: text, as: UTF8.self))
                )
            }.start()
        }
        try #require(status == 0, "\(program): \(text)")
    }

    /// Waits for the end of a program, on a thread of its own.
    private func ended(_ process: ChildProcess) async -> Int32 {
        await withCheckedContinuation { done in
            Thread { done.resume(returning: process.wait()) }.start()
        }
    }
}

/// Has one server for all tests of a suite.
struct ServerTrait: SuiteTrait, TestScoping {
    /// The suites within share it.
    var isRecursive: Bool { false }

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await TestClosing.closing {
            let server = try await TestServer()
            try await TestServer.$current.withValue(server) { try await function() }
        }
    }
}

extension Trait where Self == ServerTrait {
    /// For the suite whose tests use PostgreSQL.
    static var server: Self { Self() }
}
