import Foundation
import Glibc
import Synchronization

/// What a command or a setting names to be read: a file, a pipe such as `<(…)` or `/dev/stdin`, or `-`, which is standard
/// input.
struct InputFile {
    private let path: String
    /// Its bytes.
    let bytes: [UInt8]
    /// Whether it has a place in a folder, which a pipe has not.
    let isRegular: Bool

    /// The most bytes that are read of anything: the largest definition that AWS takes has one MiB.
    static let maximumSize = 16 << 20

    /// Reads all of it.
    init(
        _ path: String,
        maximumSize: Int = maximumSize,
        flags: Int32 = 0
    ) throws(Unreadable) {
        self.path = path
        guard path != "-" else {
            guard !Self.hasReadStandardInput.exchange(true, ordering: .relaxed) else {
                throw Unreadable(path: "-", reason: "standard input can be read only once")
            }
            (bytes, isRegular) = try Self.read(STDIN_FILENO, "standard input", maximumSize)
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags)
        guard descriptor >= 0 else { throw Unreadable(path: path, errno: errno) }
        defer { close(descriptor) }
        (bytes, isRegular) = try Self.read(descriptor, path, maximumSize)
    }

    /// Reads a file that is read again whenever it changes, which no pipe can be.
    init(watched path: String) throws(Unreadable) {
        try Self.refusePipe(path, because: Self.isReadAgain)
        // Without waiting, if a pipe has taken its place since.
        try self.init(path, flags: O_NONBLOCK)
    }

    /// Refuses pipes, sockets and devices without opening them, which could wait for ever.
    static func refusePipe(_ path: String, because reason: String) throws(Unreadable) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFDIR else {
            throw Unreadable(path: path, reason: "is no regular file: \(reason)")
        }
    }

    /// Why keys and certificates cannot come through a pipe.
    static let isReadAgain = "it is read again when it changes, and a pipe can be read only once"

    /// Its text, which has to be UTF-8.
    var text: String {
        get throws(Unreadable) {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Unreadable(path: path, reason: "is not UTF-8")
            }
            return text
        }
    }

    private static let hasReadStandardInput = Atomic(false)

    private static func read(
        _ descriptor: Int32,
        _ name: String,
        _ maximumSize: Int
    ) throws(Unreadable) -> ([UInt8], isRegular: Bool) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Unreadable(path: name, errno: errno) }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else { throw Unreadable(path: name, errno: EISDIR) }
        var bytes: [UInt8] = []
        while bytes.count <= maximumSize {
            let piece = try piece(of: descriptor, name)
            guard !piece.isEmpty else { return (bytes, kind == S_IFREG) }
            bytes += piece
        }
        throw Unreadable(path: name, reason: "is larger than \(Self.words(maximumSize))")
    }

    /// What is there by now, at most 64 KiB; nothing at the end.
    private static func piece(
        of descriptor: Int32,
        _ name: String
    ) throws(Unreadable) -> ArraySlice<UInt8> {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count >= 0 { return buffer[..<count] }
            // Somebody else may have made the terminal or pipe one that does not wait.
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if errno == EAGAIN { poll(&waiting, 1, -1) } else if errno != EINTR { break }
        }
        throw Unreadable(path: name, errno: errno)
    }

    private static func words(_ size: Int) -> String {
        size >= 1 << 20 ? "\(size >> 20) MiB" : "\(size >> 10) KiB"
    }
}

extension InputFile {
    /// Why something could not be read.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        /// What is wrong with it, without its name.
        let reason: String

        var description: String { "\(path): \(reason)" }

        fileprivate init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }

        init(path: String, errno: Int32) {
            let reason =
                switch errno {
                case ENOENT: "there is no such file"
                case EISDIR: "is a folder, not a file"
                default: "cannot be read: \(String(cString: strerror(errno)))"
                }
            self.init(path: path, reason: reason)
        }
    }
}
