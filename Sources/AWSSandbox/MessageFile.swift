internal import Glibc
internal import JSON
internal import Synchronization

/// A file with one message a line, which outlives the process that writes it.
///
/// A line is in the kernel's hands before its message is accepted: killing the process loses nothing.
final class MessageFile: Sendable {
    private let path: String
    private let descriptor = Mutex<Int32>(-1)

    init(path: String) { self.path = path }

    deinit { descriptor.withLock { if $0 >= 0 { close($0) } } }

    /// Opens the file, makes it if need be, and answers the messages in it with the sizes of their lines.
    func open() throws -> [(SandboxMessage, Int)] {
        let opened = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw failure("open") }
        descriptor.withLock { $0 = opened }
        let bytes = try readAll(opened)
        // A line that a kill cut off ends here, so that the next one is whole.
        if let last = bytes.last, last != newline { try append([]) }
        return bytes.split(separator: newline).compactMap { line in
            let document = try? JSONValue(parsing: Array(line))
            return document.flatMap(SandboxMessage.init(document:)).map { ($0, line.count) }
        }
    }

    func append(_ line: [UInt8]) throws {
        let bytes = line + [newline]
        var written = 0
        while written < bytes.count {
            let count = descriptor.withLock {
                write($0, Array(bytes[written...]), bytes.count - written)
            }
            guard count > 0 || errno == EINTR else { throw failure("write") }
            written += max(0, count)
        }
    }

    private func readAll(_ descriptor: Int32) throws -> [UInt8] {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count == 0 { return all }
            guard count > 0 || errno == EINTR else { throw failure("read") }
            all += piece.prefix(max(0, count))
        }
    }

    private func failure(_ operation: String) -> MessageFileError {
        MessageFileError(description: "\(operation) \(path): \(String(cString: strerror(errno)))")
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }
}

/// Why the file of messages cannot be used.
struct MessageFileError: Error, CustomStringConvertible {
    let description: String
}
