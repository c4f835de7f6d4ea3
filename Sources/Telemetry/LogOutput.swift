internal import Dispatch
internal import Glibc
internal import Synchronization

/// Where log lines go: a descriptor, or a closure in tests.
///
/// A descriptor is written to on a thread of its own, because a slow reader of the log must not hold up whoever logs. What
/// waits is bounded: beyond it lines are dropped and counted, and the next line that fits says how many.
public final class LogOutput: Sendable {
    /// The most lines that wait for a slow reader.
    static let maximumWaiting = 8_192

    private let sink: @Sendable ([UInt8]) -> Void
    private let order = Mutex(())
    /// Where lines are written; nil when they are handed over at once.
    private let queue: DispatchQueue?
    private let waiting = Atomic<Int>(0)
    private let dropped = Atomic<Int>(0)

    /// An output that hands each line, with its line end, to a closure, one at a time.
    public init(_ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
        queue = nil
    }

    /// An output that hands lines over on a queue of that name, and so on a thread of its own.
    init(on name: String, _ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
        queue = DispatchQueue(label: name)
    }

    /// The process's standard error.
    public static let standardError = LogOutput(descriptor: STDERR_FILENO)
    /// The process's standard output.
    public static let standardOutput = LogOutput(descriptor: STDOUT_FILENO)

    private convenience init(descriptor: Int32) {
        self.init(on: "log") { Self.write($0, to: descriptor) }
        // The program may end anywhere; what it said last is what people look for.
        atexit { LogOutput.flushAll() }
    }

    private static func flushAll() {
        standardError.flush()
        standardOutput.flush()
    }

    func write(_ line: [UInt8]) {
        guard let queue else { return order.withLock { _ in sink(line) } }
        guard waiting.load(ordering: .relaxed) < Self.maximumWaiting else {
            dropped.wrappingAdd(1, ordering: .relaxed)
            return
        }
        waiting.wrappingAdd(1, ordering: .relaxed)
        queue.async { [self] in
            sink(line)
            waiting.wrappingSubtract(1, ordering: .relaxed)
            let lost = dropped.exchange(0, ordering: .relaxed)
            if lost > 0 {
                sink(
                    Array(
                        "{\"level\":\"warning\",\"message\":\"log lines dropped\",\"lines\":\(lost)}\n"
                            .utf8
                    )
                )
            }
        }
    }

    /// Returns when everything that was logged before is written.
    public func flush() { queue?.sync {} }

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
