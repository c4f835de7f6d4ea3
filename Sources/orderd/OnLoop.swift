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
