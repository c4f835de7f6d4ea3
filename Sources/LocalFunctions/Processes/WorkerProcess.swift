internal import CLinux
internal import Glibc
internal import Sockets

/// The process of a worker: a session of its own that ends with the thread that started it.
///
/// It is used on its loop's thread.
final class WorkerProcess: Sendable {
    /// The number of the process, of its group and of its session, its own until `reap`.
    let id: Int32
    /// What it writes to its standard output and error.
    let output: ReadableDescriptor
    /// Readable once it has ended.
    let exit: ReadableDescriptor

    /// What is to be run, and how.
    struct Command: Sendable {
        var path: String
        /// With the program's own name first.
        var arguments: [String]
        var environment: [String: String]
        var folder: String
        var owner: LocalFunction.Owner?
        var memoryMB: Int
    }

    /// How it ended.
    struct End: Hashable, Sendable {
        /// Nil when a signal ended it.
        var status: Int32?
        var signal: Int32?
    }

    /// Why a process does not start, for people.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// As many as on Lambda.
    private static let files: UInt64 = 1_024
    /// Of all workers of one user; Lambda has as many for each.
    private static let processes: UInt64 = 1_024

    /// Starts it; the loop's thread must not end before it.
    init(_ command: Command, on loop: EventLoop) throws(Fault) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Self.fault("a pipe", of: command) }
        defer { close(ends[1]) }
        // Our end alone: programs expect theirs to block.
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        output = ReadableDescriptor(adopting: ends[0], on: loop)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard nothing >= 0 else { throw Self.fault("/dev/null", of: command) }
        defer { close(nothing) }
        id = try Self.start(command, input: nothing, output: ends[1])
        let descriptor = clinux_pidfd_open(id)
        guard descriptor >= 0 else {
            let fault = Self.fault("a watch on it", of: command)
            kill(-id, SIGKILL)
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            throw fault
        }
        exit = ReadableDescriptor(adopting: descriptor, on: loop)
    }

    /// Sends its whole group a signal.
    func signal(_ number: Int32) { kill(-id, number) }

    /// Ends what is left of it and takes it off the kernel's list; after a kill that is a matter of moments.
    func reap() -> End {
        kill(-id, SIGKILL)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        exit.close()
        output.close()
        let signal = status & 0x7F
        return End(
            status: signal == 0 ? status >> 8 & 0xFF : nil,
            signal: signal == 0 ? nil : signal
        )
    }

    private static func start(
        _ command: Command,
        input: Int32,
        output: Int32
    ) throws(Fault) -> Int32 {
        var step: UnsafePointer<CChar>?
        let id = withTexts([command.path, command.folder]) { places in
            withTexts(command.arguments) { arguments in
                withTexts(command.environment.map { "\($0)=\($1)" }) { variables in
                    arguments.withUnsafeBufferPointer { arguments in
                        variables.withUnsafeBufferPointer { variables in
                            var program = clinux_program()
                            program.path = UnsafePointer(places[0])
                            program.folder = UnsafePointer(places[1])
                            program.arguments = arguments.baseAddress
                            program.environment = variables.baseAddress
                            program.input = input
                            program.output = output
                            program.has_owner = command.owner == nil ? 0 : 1
                            program.user = command.owner?.user ?? 0
                            program.group = command.owner?.group ?? 0
                            program.data = UInt64(command.memoryMB) << 20
                            program.files = files
                            program.processes = processes
                            return clinux_start(&program, &step)
                        }
                    }
                }
            }
        }
        guard id > 0 else {
            throw fault(step.map { String(cString: $0) } ?? "a process", of: command)
        }
        return id
    }

    private static func fault(_ step: String, of command: Command) -> Fault {
        let reason = String(cString: strerror(errno))
        let owner = command.owner.map { " as user \($0.user)" } ?? ""
        return Fault(
            description: "\(command.path) cannot be started\(owner) (\(step)): \(reason)"
        )
    }

    private static func withTexts<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        // The reason of a failure is read after this.
        defer {
            let reason = errno
            for copy in copies { free(copy) }
            errno = reason
        }
        return body(copies)
    }
}
