internal import Dispatch
internal import Glibc
internal import JSON
internal import Synchronization

/// Where log lines go: a descriptor, or a closure in tests.
///
/// A descriptor is written to on a thread of its own, because a slow reader of the log must not hold up whoever logs. Lines
/// gather for a moment before they are written, so that a busy process pays one wake-up and one system call for many. What
/// waits is bounded: beyond it lines are dropped and counted, and the next line that fits says how many.
package final class LogOutput: Sendable {
    /// The most lines that wait for a slow reader.
    static let maximumWaiting = 8_192

    private let sink: @Sendable ([UInt8]) -> Void
    private let order = Mutex(())
    /// Raised when the thread has something to do; nil when lines are handed over at once.
    private let wake: DispatchSemaphore?
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
        /// Raised when all that waits now is written.
        var flushes: [DispatchSemaphore] = []
    }

    /// An output that hands each line, with its line end, to a closure, one at a time.
    package init(_ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
        wake = nil
    }

    /// An output that hands lines over on a thread of its own, many at a time, and lives as long as the process.
    ///
    /// No thread of a pool: that would have the priority of whoever happened to log when the pool grew.
    init(on name: String, _ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
        wake = DispatchSemaphore(value: 0)
        let this = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let result = pthread_create(&thread, nil, Self.main, this.toOpaque())
        precondition(result == 0, "there is no thread for \(name)")
        pthread_detach(thread)
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { output in
            guard let output else { return nil }
            Unmanaged<LogOutput>.fromOpaque(output).takeRetainedValue().live()
        }

    private func live() -> Never {
        while true {
            wake?.wait()
            hand()
        }
    }

    package static let standardError = LogOutput(descriptor: STDERR_FILENO)
    package static let standardOutput = LogOutput(descriptor: STDOUT_FILENO)

    private convenience init(descriptor: Int32) {
        self.init(on: "the log") { Self.write($0, to: descriptor) }
        flushAtExit()
    }

    /// An output into a file, for as long as the process lives.
    package convenience init(_ file: LogFile) {
        self.init(on: "the log") { file.write($0) }
        flushAtExit()
    }

    /// What is to be written when the process ends.
    private static let lasting = Mutex<[LogOutput]>([])

    /// The program may end anywhere; what it said last is what people look for.
    private func flushAtExit() {
        let isFirst = Self.lasting.withLock { outputs in
            outputs.append(self)
            return outputs.count == 1
        }
        guard isFirst else { return }
        atexit { LogOutput.flushAll() }
    }

    /// Returns when everything that was logged before is written, wherever to, or when its reader is stuck.
    package static func flushAll() {
        for output in lasting.withLock({ $0 }) { output.flush() }
    }

    /// Writes a line, which ends with its line end.
    package func write(_ line: [UInt8]) {
        append { $0.append(contentsOf: line) }
    }

    /// Writes the line that the closure appends, with its line end, to those that wait.
    ///
    /// The closure runs under a lock that all who log here share.
    package func append(_ line: (inout [UInt8]) -> Void) {
        guard let wake else {
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
        if isFirst { wake.signal() }
    }

    /// Hands over what waits; on the thread.
    private func hand() {
        usleep(Self.gatheringMicroseconds)
        var (text, lines, flushes) = waiting.withLock { waiting in
            defer {
                waiting.text = waiting.spare
                (waiting.spare, waiting.flushes) = ([], [])
            }
            return (waiting.text, waiting.lines, waiting.flushes)
        }
        if !text.isEmpty { sink(text) }
        defer { for flush in flushes { flush.signal() } }
        text.removeAll(keepingCapacity: text.capacity <= Self.keptCapacity)
        let dropped = waiting.withLock { waiting in
            waiting.spare = text
            // Lines that came meanwhile have a turn of their own.
            waiting.lines -= lines
            defer { waiting.dropped = 0 }
            return waiting.dropped
        }
        guard dropped > 0 else { return }
        var line = ObjectWriter(reservingCapacity: 80)
        line.add("level", "warning")
        line.add("message", "log lines dropped")
        line.add("lines", dropped)
        sink(line.finished() + [UInt8(ascii: "\n")])
    }

    /// Returns when everything that was logged before is written, or when its reader is stuck.
    package func flush() {
        guard let wake else { return }
        let isWritten = DispatchSemaphore(value: 0)
        let hasLines = waiting.withLock { waiting in
            guard waiting.lines > 0 else { return false }
            waiting.flushes.append(isWritten)
            return true
        }
        guard hasLines else { return }
        wake.signal()
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
