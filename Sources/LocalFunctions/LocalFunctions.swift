internal import HTTP
package import Logging
import ServiceLifecycle
package import Sockets

/// Functions of the operator's own in processes of this machine, behind Lambda's Invoke API on loopback.
///
/// It is a way to run one's own code, and no wall around others'. Each worker is a process in a session of its own, with
/// limits and a clean environment, that speaks AWS's runtime API on a port which answers to it alone.
package final class LocalFunctions: Service {
    /// Where the Invoke API listens.
    package let address: SocketAddress
    private let host: FunctionHost
    private let server: HTTPServer
    private let loop: EventLoop
    private let gracePeriod: Duration

    /// Listens, so that calls may come; they are answered while `run` runs.
    ///
    /// Everything lives on the loop, whose thread must not end before `run` has.
    package init(
        _ configuration: LocalFunctionsConfiguration,
        on loop: EventLoop,
        logger: Logger
    ) throws(SocketError) {
        precondition(configuration.address.ip.isLoopback, "Functions are served on loopback alone.")
        self.loop = loop
        gracePeriod = configuration.gracePeriod
        host = FunctionHost(configuration, on: loop, logger: logger)
        var limits = ServerConfiguration()
        limits.maximumBodySize = InvokeCall.Kind.requestResponse.largestPayload
        limits.gracePeriod = configuration.gracePeriod
        let listener = try TCPListener.bind(to: configuration.address, on: loop)
        address = listener.localAddress
        server = HTTPServer(
            configuration: limits,
            listener: listener,
            loops: [loop],
            logger: logger,
            handler: InvokeHandler(host: host, configuration: configuration)
        )
    }

    /// What `AWS_ENDPOINT_URL_LAMBDA` is to be.
    package var endpoint: String { "http://\(address)" }

    /// Runs functions until the graceful shutdown: then it takes no event any more, lets those that are with a worker
    /// end within the grace period, and ends every worker and what that has started.
    package func run() async throws {
        try await withTaskExecutorPreference(loop) {
            try await withGracefulShutdownHandler {
                try await serve()
            } onGracefulShutdown: { [host, loop] in
                loop.execute { host.assumeIsolated { $0.beginStopping() } }
            }
        }
    }

    private func serve() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [host] in try await host.run() }
            group.addTask { [server, host, gracePeriod] in
                try await server.run()
                await host.stop(within: gracePeriod)
            }
            // When one of them throws the other is cancelled, and workers are ended at once.
            while try await group.next() != nil {}
        }
    }
}
