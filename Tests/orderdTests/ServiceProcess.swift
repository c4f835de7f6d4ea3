import Foundation
import JSON
import Synchronization
import TestClosing
import TestProcesses

/// A program that was started for a test, with which it ends, and what it writes.
final class RunningProgram: Sendable {
    private let process: ChildProcess
    private let output: Output
    private let exit = AsyncStream<Int32>.makeStream()

    /// What the program has written so far, and who waits for more.
    private final class Output: Sendable {
        private let state = Mutex(State())

        private struct State {
            var text = ""
            /// Whether nothing will be added any more.
            var hasEnded = false
            var waiting: [CheckedContinuation<Void, Never>] = []
        }

        var text: String { state.withLock { $0.text } }

        var hasEnded: Bool { state.withLock { $0.hasEnded } }

        /// Adds what was read; nothing means the end.
        func append(_ data: Data) {
            let waiting = state.withLock { state in
                state.text += String(decoding: data, as: UTF8.self)
                state.hasEnded = data.isEmpty
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }

        /// Returns once there is more than that many bytes, or there will be no more.
        func more(than count: Int) async {
            await withCheckedContinuation { continuation in
                let hasMore = state.withLock { state in
                    if state.hasEnded || state.text.utf8.count > count { return true }
                    state.waiting.append(continuation)
                    return false
                }
                if hasMore { continuation.resume() }
            }
        }
    }

    /// Starts it; its standard output and error are read as one.
    init(
        _ program: URL,
        _ arguments: [String],
        environment: [String: String] = [:],
        in folder: URL = Repository.root
    ) throws {
        output = Output()
        process = try ChildProcess(
            program.path,
            arguments,
            environment: Self.environment(environment),
            in: folder
        )
        // Reading and waiting block, so they have a thread.
        let thread = Thread { [process, output, exit] in
            Thread.current.name = "program"
            while true {
                let data = process.output.availableData
                output.append(data)
                if data.isEmpty { break }
            }
            exit.continuation.yield(process.wait())
            exit.continuation.finish()
        }
        thread.start()
        afterwards { [self] in
            killGroup()
            _ = await end()
        }
    }

    /// The variables of the tests without those that would set up the program, and these.
    static func environment(_ additions: [String: String]) -> [String: String] {
        let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
            !name.hasPrefix("AWS_") && !name.hasPrefix("ORDERD_")
                && !name.lowercased().hasSuffix("_proxy")
        }
        return inherited.merging(additions) { $1 }
    }

    var id: pid_t { process.id }

    /// All that it has written.
    var text: String { output.text }

    /// The first line that contains the text, as soon as there is one; a program that ends without it is a failure.
    ///
    /// A test that is cancelled ends the program, so that it waits for no more.
    func line(containing part: String) async throws -> String {
        try await withTaskCancellationHandler {
            try await nextLine(containing: part)
        } onCancel: {
            killGroup()
        }
    }

    private func nextLine(containing part: String) async throws -> String {
        while true {
            let hasEnded = output.hasEnded
            let text = output.text
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { $0.contains(part) }) { return String(line) }
            if hasEnded { throw Ended(before: part, text: text) }
            await output.more(than: text.utf8.count)
        }
    }

    struct Ended: Error {
        let before: String
        let text: String
    }

    func send(_ signal: Int32) { process.send(signal) }

    /// Kills it and all that it started.
    func killGroup() { process.sendToGroup(SIGKILL) }

    /// Waits for its end and answers its status, or the number of the signal that ended it.
    func end() async -> Int32 {
        for await status in exit.stream { return status }
        // The wait was cancelled, or its end has been told.
        return -1
    }
}

/// A started service and where it listens.
struct ServiceProcess {
    let program: RunningProgram
    let address: String

    /// Starts `orderd serve` on a free port, perhaps by a command that becomes it, and waits until it serves.
    init(
        _ arguments: [String],
        environment: [String: String] = [:],
        data: URL,
        within command: [String] = []
    ) async throws {
        let serve = ["serve", "--port", "0", "--data", data.path] + arguments
        let whole = command + [Repository.program.path] + serve
        program = try RunningProgram(
            URL(filePath: whole[0]),
            Array(whole.dropFirst()),
            environment: Self.patient.merging(environment) { $1 }
        )
        let line = try await program.line(containing: #""message":"serving""#)
        address = try JSONValue(parsing: line)["http.address"]?.string ?? ""
    }

    /// What waits ends by what a test does, and not by the time that a busy machine takes.
    private static let patient = [
        "ORDERD_HTTP_HEAD_TIMEOUT": "10m", "ORDERD_HTTP_BODY_TIMEOUT": "10m",
        "ORDERD_AWS_CONNECT_TIMEOUT": "10m", "ORDERD_AWS_REQUEST_TIMEOUT": "10m",
        "ORDERD_QUEUE_GRACE_PERIOD": "10m",
    ]

    /// Kills it, as a power cut would.
    func kill() async {
        program.send(SIGKILL)
        _ = await program.end()
    }

    /// What a request by curl is answered with.
    func curl(_ path: String, _ arguments: [String] = []) async throws -> Answer {
        try await Answer(curl: ["http://\(address)\(path)"] + arguments)
    }

    func post(_ order: String) async throws -> Answer {
        try await curl("/orders", ["-H", "Content-Type: application/json", "-d", order])
    }

    /// The order as soon as it has come to one of these statuses.
    func order(_ number: String, is statuses: Set<String>) async throws -> JSONValue {
        while true {
            try Task.checkCancellation()
            let order = try await curl("/orders/\(number)").json()
            if let status = order["status"]?.string, statuses.contains(status) { return order }
        }
    }
}

/// An answer as curl prints it with its head.
struct Answer {
    let status: Int
    let head: String
    let body: String

    init(curl arguments: [String]) async throws {
        let (exit, text) = try await Command.run(
            "/usr/bin/curl",
            ["--silent", "--show-error", "--include", "--max-time", "300"] + arguments
        )
        guard exit == 0, let end = text.range(of: "\r\n\r\n") else { throw Failure(text: text) }
        head = String(text[..<end.lowerBound])
        body = String(text[end.upperBound...])
        status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
    }

    struct Failure: Error {
        let text: String
    }

    func json() throws -> JSONValue { try JSONValue(parsing: body) }
}

/// A program that runs to its end.
enum Command {
    /// Its exit status and all that it wrote to standard output and error.
    static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        in folder: URL = Repository.root
    ) async throws -> (status: Int32, text: String) {
        try await withCheckedThrowingContinuation { continuation in
            // Reading to the end blocks, so it has a thread of its own.
            let thread = Thread {
                Thread.current.name = "program"
                do {
                    // What should end and does not must not hold up the tests: it ends with status 124.
                    let process = try ChildProcess(
                        "/usr/bin/timeout",
                        ["300", path] + arguments,
                        environment: RunningProgram.environment(environment),
                        in: folder
                    )
                    let data = try process.output.readToEnd() ?? Data()
                    let text = String(decoding: data, as: UTF8.self)
                    continuation.resume(returning: (process.wait(), text))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
            thread.start()
        }
    }
}
