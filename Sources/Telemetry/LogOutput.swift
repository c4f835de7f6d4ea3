internal import Glibc
internal import Synchronization

/// Where log lines go: a descriptor, or a closure in tests.
public final class LogOutput: Sendable {
    private let sink: @Sendable ([UInt8]) -> Void
    private let order = Mutex(())

    /// An output that hands each line, with its line end, to a closure, one at a time.
    public init(_ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
    }

    /// The process's standard error.
    public static let standardError = LogOutput(descriptor: STDERR_FILENO)
    /// The process's standard output.
    public static let standardOutput = LogOutput(descriptor: STDOUT_FILENO)

    private convenience init(descriptor: Int32) {
        self.init { Self.write($0, to: descriptor) }
    }

    func write(_ line: [UInt8]) {
        order.withLock { _ in sink(line) }
    }

    /// Writes a line with one write(2); a pipe may take less at a time.
    ///
    /// When the reader has gone the line is lost: there is nobody left to tell.
    private static func write(_ line: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < line.count {
            let count = line[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                written += count
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, 100)
            } else if errno != EINTR {
                return
            }
        }
    }
}
