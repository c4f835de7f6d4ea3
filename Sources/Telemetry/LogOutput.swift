internal import Dispatch
internal import Glibc
internal import Synchronization

/// Where log lines go: a descriptor, or a closure in tests.
///
/// A descriptor is written to on a thread of its own, because a slow reader of the log must not hold up whoever logs. Lines
/// gather for a moment before they are written, so that a busy process pays one wake-up and one system call for many. What
/// waits is bounded: beyond it lines are dropped and counted, and the next line that fits says how many.
public final class LogOutput: Sendable {
    /// The most lines that wait for a slow reader.
    static let maximumWaiting = 8_192

    private let sink: @Sendable ([UInt8]) -> Void
    private let order = Mutex(())
    /// Where lines are written; nil when they are handed over at once.
    private let queue: DispatchQueue?
    private let waiting = Mutex(Waiting())

    /// How long lines wait for others to be written with: too short to be seen by a reader.
    private static let gatheringMicroseconds: UInt32 = 4_000
    /// What is kept of a text's memory for the next.
    private static let keptCapacity = 262_144

    /// The lines that wait for the thread, as one text.
    private struct Waiting {
        var text: [UInt8] = []
        /// An emptied text whose memory the next one takes.
        var spare: [UInt8] = []
        /// Those in the hands of the thread count too.
        var lines = 0
        var dropped = 0
    }

    /// An output that hands each line, with its line end, to a closure, one at a time.
    public init(_ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
        queue = nil
    }

    /// An output that hands lines over on a queue of that name, and so on a thread of its own; many at a time.
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

    /// Writes a line, which ends with its line end.
    public func write(_ line: [UInt8]) {
        append { $0.append(contentsOf: line) }
    }

    /// Writes the line that the closure appends, with its line end, to those that wait.
    ///
    /// The closure runs under a lock that all who log here share.
    public func append(_ line: (inout [UInt8]) -> Void) {
        guard let queue else {
            var text: [UInt8] = []
            line(&text)
            return order.withLock { _ in sink(text) }
        }
        let isFirst = waiting.withLock { waiting in
            guard waiting.lines < Self.maximumWaiting else {
                waiting.dropped += 1
                return false
            }
            defer { line(&waiting.text) }
            waiting.lines += 1
            return waiting.text.isEmpty
        }
        if isFirst { queue.async { [self] in hand() } }
    }

    /// Hands over what waits; on the queue.
    private func hand() {
        usleep(Self.gatheringMicroseconds)
        var (text, lines) = waiting.withLock { waiting in
            let text = waiting.text
            waiting.text = waiting.spare
            waiting.spare = []
            return (text, waiting.lines)
        }
        sink(text)
        text.removeAll(keepingCapacity: text.capacity <= Self.keptCapacity)
        let dropped = waiting.withLock { waiting in
            waiting.spare = text
            // Lines that came meanwhile have a turn of their own.
            waiting.lines -= lines
            defer { waiting.dropped = 0 }
            return waiting.dropped
        }
        guard dropped > 0 else { return }
        sink(
            Array(
                "{\"level\":\"warning\",\"message\":\"log lines dropped\",\"lines\":\(dropped)}\n"
                    .utf8
            )
        )
    }

    /// Returns when everything that was logged before is written, or when its reader is stuck.
    public func flush() {
        guard let queue else { return }
        let isWritten = DispatchSemaphore(value: 0)
        queue.async { isWritten.signal() }
        _ = isWritten.wait(timeout: .now() + Self.patience)
    }

    /// How long an ending process waits for the reader of its log.
    private static let patience = DispatchTimeInterval.seconds(2)

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
