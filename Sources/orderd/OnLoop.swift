import Glibc
import ServiceLifecycle
import Sockets

/// A service whose tasks run on a loop rather than on the shared pool: what calls sockets need not hop then.
struct OnLoop: Service {
    private let service: any Service
    private let loop: EventLoop

    init(_ service: any Service, _ loop: EventLoop) {
        self.service = service
        self.loop = loop
    }

    func run() async throws {
        try await withTaskExecutorPreference(loop) { try await service.run() }
    }
}

/// How much of a busy processor a thread gets.
enum ThreadPriority {
    /// Lets the calling thread have less than its share.
    static func lower() {
        // On Linux the number 0 means the calling thread, not the process. Failing leaves it as it was.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    }
}
