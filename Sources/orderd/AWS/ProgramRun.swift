import AWS
import CLinux
import Foundation
import Glibc
import Synchronization

/// A program that is run once for what it prints, in a group of its own, with nothing to read.
final class ProgramRun: Sendable {
    private let command: [String]
    private let environment: [String: String]
    private let limit: Duration
    private let isCancelled = Atomic(false)

    /// The most bytes that it may print.
    private static let maximumSize = 1 << 16
    /// The most bytes that it may write to its standard error, where programs are wordy.
    private static let maximumErrorSize = 1 << 20
    /// How much of its standard error an error tells.
    private static let maximumWords = 500

    init(_ command: [String], environment: [String: String], limit: Duration) {
        self.command = command
        self.environment = environment
        self.limit = limit
    }

    /// Kills it soon, and what it has started.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Runs it to its end, blocking.
    func output() throws(LocalFault) -> String {
        var output = try Pipe()
        var errors = try Pipe()
        let id = try spawn(output, errors)
        output.closeWriting()
        errors.closeWriting()
        let deadline = ContinuousClock.now + limit
        let fault = read(&output, &errors, deadline) ?? waitForEnd(of: id, deadline)
        // Also when it ended well: what it has started and left running. Until it is waited for its number is its own.
        kill(-id, SIGKILL)
        var status: Int32 = 0
        var ended: pid_t
        repeat { ended = waitpid(id, &status, 0) } while ended < 0 && errno == EINTR
        if let fault { throw LocalFault("\(command[0]) \(fault)") }
        // The first process of a container takes off the list who has ended long before its pipes were closed.
        guard ended == id else {
            throw LocalFault("\(command[0]) ended before its output did, and how is not known")
        }
        guard status == 0 else { throw LocalFault(failure(status, errors.text)) }
        return output.text
    }

    private func failure(_ status: Int32, _ words: String) -> String {
        let signal = status & 0x7F
        let end = signal == 0 ? "with status \(status >> 8 & 0xFF)" : "by signal \(signal)"
        let told = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        let said = told.isEmpty ? "" : ": \(told.prefix(Self.maximumWords))"
        return "\(command[0]) ended \(end)\(said)"
    }

    /// Reads both until the program has closed them; answers why it must be killed instead.
    private func read(
        _ output: inout Pipe,
        _ errors: inout Pipe,
        _ deadline: ContinuousClock.Instant
    ) -> String? {
        while output.isOpen || errors.isOpen {
            if let reason = reasonToKill(deadline) { return reason }
            var polls = [output.poll, errors.poll]
            // Often enough to see the cancellation and the deadline.
            _ = Glibc.poll(&polls, nfds_t(polls.count), 100)
            if polls[0].revents != 0 { output.read() }
            if polls[1].revents != 0 { errors.read() }
            guard output.bytes.count <= Self.maximumSize else {
                return "printed more than \(Self.maximumSize >> 10) KiB"
            }
            guard errors.bytes.count <= Self.maximumErrorSize else {
                let size = "\(Self.maximumErrorSize >> 10) KiB"
                return "wrote more than \(size) to its standard error"
            }
        }
        return nil
    }

    /// Waits until it has ended, which may be a while after it has closed what it prints to; answers why it must be killed.
    private func waitForEnd(of id: pid_t, _ deadline: ContinuousClock.Instant) -> String? {
        while true {
            var information = siginfo_t()
            let flags = WEXITED | WNOWAIT | WNOHANG
            guard waitid(P_PID, id_t(id), &information, flags) == 0,
                information._sifields._sigchld.si_pid == 0
            else { return nil }
            if let reason = reasonToKill(deadline) { return reason }
            usleep(10_000)
        }
    }

    private func reasonToKill(_ deadline: ContinuousClock.Instant) -> String? {
        if isCancelled.load(ordering: .relaxed) { return "was cancelled" }
        guard ContinuousClock.now >= deadline else { return nil }
        return "has not ended within \(limit.components.seconds) s and was killed"
    }

    private func spawn(
        _ output: borrowing Pipe,
        _ errors: borrowing Pipe
    ) throws(LocalFault) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The service ignores broken pipes and blocks what it waits for; a program must not inherit that.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )
        var id: pid_t = 0
        let status = Self.withTexts(command) { arguments in
            Self.withTexts(environment.map { "\($0)=\($1)" }) { variables in
                posix_spawnp(&id, command[0], &actions, &attributes, arguments, variables)
            }
        }
        guard status == 0 else { throw LocalFault(command[0], status) }
        return id
    }

    private static func withTexts<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}

extension ProgramRun {
    /// A pipe whose far end the program writes to.
    private struct Pipe: ~Copyable {
        private let reading: Int32
        private(set) var writing: Int32
        private(set) var isOpen = true
        private(set) var bytes: [UInt8] = []

        init() throws(LocalFault) {
            var ends: [Int32] = [-1, -1]
            // At once: another thread may start a program in between.
            guard pipe2(&ends, O_CLOEXEC) == 0 else { throw LocalFault("a pipe", errno) }
            (reading, writing) = (ends[0], ends[1])
        }

        deinit {
            close(reading)
            if writing >= 0 { close(writing) }
        }

        var text: String { String(decoding: bytes, as: UTF8.self) }

        var poll: pollfd { pollfd(fd: isOpen ? reading : -1, events: Int16(POLLIN), revents: 0) }

        mutating func closeWriting() {
            close(writing)
            writing = -1
        }

        /// Takes what is there.
        mutating func read() {
            var buffer = [UInt8](repeating: 0, count: 1 << 12)
            let count = Glibc.read(reading, &buffer, buffer.count)
            if count > 0 { bytes += buffer[..<count] }
            // The end leaves errno as it was.
            if count == 0 || count < 0 && errno != EINTR { isOpen = false }
        }
    }
}
