import Foundation
import Glibc
import Synchronization
import TestProcesses

/// A temporary folder and the processes that are at work in it; both end with the measurement, however that ends.
final class Workshop: Sendable {
    let folder: URL
    private let state = Mutex(State())

    private struct State {
        /// Those that are not known to have ended, with the signal that ends each.
        var running: [(child: ChildProcess, ending: Int32)] = []
        var isClosed = false
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("orderd-bench-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A server that gives up root's rights reaches its folder through this one.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: folder.path
        )
    }

    /// A new folder within.
    func makeFolder(_ name: String) throws -> URL {
        let new = folder.appendingPathComponent("\(name)-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
        return new
    }

    /// Starts a process that `end` or `close` ends with the signal.
    func start(_ command: Command, ending: Int32 = SIGKILL) throws -> ChildProcess {
        try state.withLock { state in
            guard !state.isClosed else { throw CancellationError() }
            let child = try ChildProcess(
                command.program,
                command.arguments,
                environment: ProcessInfo.processInfo.environment
                    .merging(command.environment) { $1 },
                in: command.folder ?? folder
            )
            state.running.append((child, ending))
            return child
        }
    }

    /// Ends what was started by that signal, or by its own, and returns when it has ended.
    func end(_ child: ChildProcess, by signal: Int32? = nil) {
        let ending = state.withLock { state in
            state.running.first { $0.child === child }?.ending
        }
        guard let ending else { return }
        child.sendToGroup(signal ?? ending)
        _ = child.wait()
        forget(child)
    }

    private func forget(_ child: ChildProcess) {
        state.withLock { $0.running.removeAll { $0.child === child } }
    }

    /// What the program printed; throws when it failed.
    @concurrent
    func output(_ command: Command) async throws -> String {
        let child = try start(command)
        let text = String(decoding: try child.output.readToEnd() ?? Data(), as: UTF8.self)
        let status = child.wait()
        forget(child)
        guard status == 0 else {
            throw BenchmarkError("\(command.program) failed (\(status)):\n\(text.suffix(2_000))")
        }
        return text
    }

    /// Ends everything and removes the folder; nothing can be started any more.
    func close() {
        let running = state.withLock { state in
            state.isClosed = true
            return state.running
        }
        for (child, ending) in running { child.sendToGroup(ending) }
        for (child, _) in running { _ = child.wait() }
        try? FileManager.default.removeItem(at: folder)
    }
}

/// A program with its arguments.
struct Command {
    var program: String
    var arguments: [String]
    /// Variables beside those of this process.
    var environment: [String: String] = [:]
    /// Where it runs; nil is the workshop's folder.
    var folder: URL?
}

extension Command {
    init(_ program: Program, _ arguments: [String], environment: [String: String] = [:]) {
        self.init(program: program.path, arguments: arguments, environment: environment)
    }
}
