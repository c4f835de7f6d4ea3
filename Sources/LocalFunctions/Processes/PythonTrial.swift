internal import Foundation
package import Sockets

/// Whether a Python can be started for a function, as its user and in its folder, and may read what it is to run.
///
/// Nothing of the function itself is run.
package struct PythonTrial: Sendable {
    private let command: WorkerProcess.Command

    /// How long it may take, as a worker until its first event.
    private static let limit = Duration.seconds(10)
    /// The most bytes that are read of what it says.
    private static let longestAnswer = 8_192

    /// What would run the function under that configuration; nil when that is no Python.
    package init?(_ function: LocalFunction, _ configuration: LocalFunctionsConfiguration) {
        guard function.program == .python else { return nil }
        command = WorkerProcess.Command(
            path: configuration.python,
            arguments: [configuration.python, "-c", Self.program, function.handler],
            environment: ["PATH": configuration.path, "LANG": "en_US.UTF-8"],
            folder: function.folder,
            owner: function.owner ?? configuration.owner,
            memoryMB: function.memoryMB
        )
    }

    /// Why it does not work, for people.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// What the Python calls itself, such as `Python 3.11.2`; or throws why it cannot run the function.
    package func version(on loop: EventLoop) async throws(Fault) -> String {
        let (end, text) = try await withLoop(loop)
        let lines = text.split(whereSeparator: \.isNewline)
        guard end.status == 0, let first = lines.first else {
            let how =
                end.signal.map { "by signal \($0)" } ?? "with status \(end.status ?? 0)"
            let last = lines.last.map { ": \($0)" } ?? ""
            throw Fault(description: "\(command.path) ended \(how)\(last)")
        }
        return String(first)
    }

    private func withLoop(
        _ loop: EventLoop
    ) async throws(Fault) -> (end: WorkerProcess.End, text: String) {
        let result: Result<(WorkerProcess.End, String), Fault> =
            await withTaskExecutorPreference(loop) { await run(on: loop) }
        return try result.get()
    }

    /// On the loop's thread, which the process ends with.
    private func run(on loop: EventLoop) async -> Result<(WorkerProcess.End, String), Fault> {
        let process: WorkerProcess
        do throws(WorkerProcess.Fault) {
            process = try WorkerProcess(command, on: loop)
        } catch {
            return .failure(Fault(description: "\(error)"))
        }
        process.output.deadline = loop.now + Self.limit
        var bytes: [UInt8] = []
        var isLate = false
        do throws(SocketError) {
            while bytes.count < Self.longestAnswer,
                try await process.output.read(into: &bytes, limit: Self.longestAnswer) > 0
            {}
            process.exit.deadline = loop.now + Self.limit
            try await process.exit.waitUntilReadable()
        } catch {
            // Also when it has closed its output and does not end.
            isLate = true
        }
        process.signal(9)
        let end = process.reap()
        guard !isLate else {
            let fault = "\(command.path) did not end within \(Self.limit.components.seconds) s"
            return .failure(Fault(description: fault))
        }
        return .success((end, String(decoding: bytes, as: UTF8.self)))
    }

    /// A failure's last line says all: a traceback is for whoever wrote the program.
    private static let program = """
        import os, sys
        module = sys.argv[1].rpartition('.')[0].replace('.', '/')
        path = module + '.py' if os.path.exists(module + '.py') else module + '/__init__.py'
        try:
            open(path, 'rb').close()
        except OSError as error:
            sys.exit('%s cannot be read: %s' % (path, error.strerror))
        print('Python %d.%d.%d' % sys.version_info[:3])
        """
}
