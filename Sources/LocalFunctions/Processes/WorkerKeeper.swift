internal import CLinux
internal import Glibc

/// A process that ends the workers' groups when this one is killed and can end nobody any more.
///
/// The kernel ends a worker with the thread that started it, but not what the worker has started.
struct WorkerKeeper: Sendable {
    private let id: Int32
    /// Our end of the connection to it; its closing is the sign.
    private let descriptor: Int32

    /// Starts it.
    init() throws(WorkerProcess.Fault) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Self.fault }
        let id = clinux_start_keeper(ends[1])
        close(ends[1])
        guard id > 0 else {
            close(ends[0])
            throw Self.fault
        }
        (self.id, descriptor) = (id, ends[0])
    }

    /// From now on the group dies with us.
    func watch(_ group: Int32) { tell(group) }

    /// To be told while the group's number is its own.
    func forget(_ group: Int32) { tell(-group) }

    /// Ends it, and what it was told and not told off; that is a matter of moments.
    func end() {
        close(descriptor)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }

    private func tell(_ number: Int32) {
        var number = number
        // When somebody has killed it, workers go on without.
        _ = send(descriptor, &number, MemoryLayout<Int32>.size, Int32(MSG_NOSIGNAL))
    }

    private static var fault: WorkerProcess.Fault {
        WorkerProcess.Fault(
            description:
                "the keeper of workers cannot be started: \(String(cString: strerror(errno)))"
        )
    }
}
