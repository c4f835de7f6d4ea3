internal import CLinux
internal import Glibc
internal import Synchronization

/// A descriptor kept back for the moment when none is left: given up, it lets one waiting connection be
/// accepted and closed, so that its peer learns of it instead of hanging in the backlog.
final class ReserveDescriptor: Sendable {
    private let descriptor = Mutex(ReserveDescriptor.open())
    private let uses = Atomic(0)

    /// How many connections were refused with it.
    var useCount: Int { uses.load(ordering: .relaxed) }

    deinit {
        descriptor.withLock { if $0 >= 0 { SystemCall.close($0) } }
    }

    /// Accepts the connection that waits first and closes it.
    func refuseOne(from listener: Int32) {
        descriptor.withLock { descriptor in
            if descriptor >= 0 { SystemCall.close(descriptor) }
            let accepted = accept4(listener, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
            if accepted >= 0 {
                SystemCall.close(accepted)
                uses.wrappingAdd(1, ordering: .relaxed)
            }
            descriptor = Self.open()
        }
    }

    private static func open() -> Int32 { Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC) }
}
