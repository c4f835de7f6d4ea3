import AWS
import Foundation
import Glibc

/// The machine's files and programs; what blocks has a thread.
struct ThisMachine: LocalMachine {
    let environment: [String: String]

    /// The largest file that is read.
    private static let maximumSize = 1 << 20

    func text(of path: String) async throws(LocalFault) -> String? {
        try await Self.onThread { () throws(LocalFault) in
            guard access(path, F_OK) == 0 else { return nil }
            do throws(InputFile.Unreadable) {
                return try InputFile(path, maximumSize: Self.maximumSize, flags: O_NONBLOCK).text
            } catch {
                throw LocalFault("\(error)")
            }
        }
    }

    func trace(of path: String) async -> FileTrace? {
        let trace = await Self.result { () throws(LocalFault) -> FileTrace? in
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            return FileTrace(
                changed: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
                size: Int(status.st_size),
                number: UInt64(status.st_ino)
            )
        }
        return try? trace.get()
    }

    func replace(_ path: String, with text: String) async throws(LocalFault) {
        try await Self.onThread { () throws(LocalFault) in
            // Beside it, since only within a file system a file takes another's place at once.
            var template = Array("\(path).XXXXXX".utf8CString)
            let descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw LocalFault(path, errno) }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            do {
                try file.write(contentsOf: Data(text.utf8))
                try file.synchronize()
                guard rename(template, path) == 0 else { throw LocalFault(path, errno) }
            } catch {
                unlink(template)
                throw error as? LocalFault ?? LocalFault("\(path): cannot be written: \(error)")
            }
        }
    }

    func run(_ command: [String], within limit: Duration) async throws(LocalFault) -> String {
        let run = ProgramRun(command, environment: environment, limit: limit)
        let result = await withTaskCancellationHandler {
            await Self.result { () throws(LocalFault) in try run.output() }
        } onCancel: {
            run.cancel()
        }
        return try result.get()
    }

    func pause(_ duration: Duration) async { try? await Task.sleep(for: duration) }

    private static func onThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws(LocalFault) -> Value
    ) async throws(LocalFault) -> Value {
        try await result(body).get()
    }

    private static func result<Value: Sendable>(
        _ body: @escaping @Sendable () throws(LocalFault) -> Value
    ) async -> Result<Value, LocalFault> {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                Thread.current.name = "machine"
                continuation.resume(
                    returning: Result { () throws(LocalFault) in try body() }
                )
            }
            thread.start()
        }
    }
}

extension LocalFault {
    /// What a call of the system that failed says of that file or program.
    init(_ name: String, _ number: Int32) {
        self.init("\(name): \(String(cString: strerror(number)))")
    }
}
