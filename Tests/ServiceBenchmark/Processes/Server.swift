import Foundation
import Glibc
import Synchronization
import TestProcesses

/// A process that listens on a port of loopback.
final class Server: Sendable {
    let port: UInt16
    /// How long it took until it listened; it is looked for every 5 ms.
    let readyAfter: Duration
    private let process: ChildProcess
    private let workshop: Workshop
    private let log: ServerLog

    /// Starts it and returns once it listens; throws with its last words when it ends, or does not listen in time.
    init(
        _ command: Command,
        port: UInt16,
        in workshop: Workshop,
        ending: Int32 = SIGKILL,
        within limit: Duration = .seconds(20)
    ) async throws {
        guard !Self.isListening(port) else {
            throw BenchmarkError("port \(port) is in use: choose others with --port")
        }
        self.port = port
        self.workshop = workshop
        process = try workshop.start(command, ending: ending)
        log = ServerLog(process.output)
        let start = ContinuousClock.now
        let deadline = start + limit
        while !Self.isListening(port) {
            guard !log.isOver, ContinuousClock.now < deadline else {
                workshop.end(process)
                throw BenchmarkError("\(command.program) does not listen:\n\(log.lastWords)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        readyAfter = start.duration(to: .now)
    }

    var processID: pid_t { process.id }

    var lastWords: String { log.lastWords }

    /// Whether it still writes, and so runs.
    var isRunning: Bool { !log.isOver }

    /// Ends it by that signal, or by the one that it was started with.
    func end(by signal: Int32? = nil) { workshop.end(process, by: signal) }

    /// Looks into the kernel's table, so that nothing is sent.
    private static func isListening(_ port: UInt16) -> Bool {
        let digits = String(port, radix: 16, uppercase: true)
        let end = ":" + String(repeating: "0", count: 4 - digits.count) + digits
        return ["/proc/net/tcp", "/proc/net/tcp6"].contains { table in
            guard let data = FileManager.default.contents(atPath: table) else { return false }
            return String(decoding: data, as: UTF8.self).split(separator: "\n").contains { line in
                let words = line.split(separator: " ")
                return words.count > 3 && words[1].hasSuffix(end) && words[3] == "0A"
            }
        }
    }
}

/// Reads what a server says, or it would wait for its reader, and keeps the end of it.
private final class ServerLog: Sendable {
    private let state = Mutex((text: Data(), isOver: false))
    private static let kept = 2_000

    init(_ output: FileHandle) {
        let reader = Thread { [self] in
            while let data = try? output.read(upToCount: 65_536), !data.isEmpty {
                state.withLock { $0.text = ($0.text + data).suffix(Self.kept) }
            }
            state.withLock { $0.isOver = true }
        }
        reader.start()
    }

    var isOver: Bool { state.withLock(\.isOver) }

    var lastWords: String { state.withLock { String(decoding: $0.text, as: UTF8.self) } }
}
