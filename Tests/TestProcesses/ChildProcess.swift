package import Foundation
import Synchronization

/// A child process in a group of its own, started with posix_spawn.
///
/// Foundation's `Process.run` reads past a buffer when it looks for open files (AddressSanitizer shows it in
/// `findMaximumOpenFromProcSelfFD`), and once in some hundreds of starts dies of it.
package final class ChildProcess: Sendable {
    /// Its number, and that of its group.
    package let id: pid_t
    /// Where what it writes to standard output and error can be read, to the end of its writing.
    package let output: FileHandle
    /// How it ended; nil until that is known, and until then its number is its own.
    private let status = Mutex<Int32?>(nil)

    /// Starts a program; its standard input is empty.
    package init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        in folder: URL
    ) throws {
        (id, output) = try Self.turn.withLock { _ in
            // `env` becomes the program, so the child's number is the program's.
            try Self.spawn(
                ["/usr/bin/env", "--chdir=\(folder.path)", path] + arguments,
                environment
            )
        }
    }

    /// One at a time: between `pipe` and `fcntl` another child would inherit the pipe, and it would never end.
    private static let turn = Mutex(())

    private static func spawn(
        _ command: [String],
        _ environment: [String: String]
    ) throws -> (pid_t, FileHandle) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, and no blocked signals: the test runner blocks some, and children inherit that.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var id: pid_t = 0
        let status = withTexts(command) { arguments in
            withTexts(environment.map { "\($0)=\($1)" }) { variables in
                posix_spawn(&id, command[0], &actions, &attributes, arguments, variables)
            }
        }
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .ENOENT) }
        return (id, FileHandle(fileDescriptor: ends[0], closeOnDealloc: true))
    }

    /// Waits for its end, blocking: its exit status, or the number of the signal that ended it.
    package func wait() -> Int32 {
        if let known = status.withLock({ $0 }) { return known }
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return status.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            let signal = status & 0x7F
            let result = signal == 0 ? (status >> 8) & 0xFF : signal
            known = result
            return result
        }
    }

    /// Sends it a signal, unless it has ended.
    package func send(_ signal: Int32) {
        status.withLock { if $0 == nil { kill(id, signal) } }
    }

    /// Sends it and all that it started a signal, unless it has ended.
    package func sendToGroup(_ signal: Int32) {
        status.withLock { if $0 == nil { kill(-id, signal) } }
    }

    /// Ends it and all that it started, at once.
    package func killGroup() {
        sendToGroup(SIGKILL)
        _ = wait()
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
