import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Posts one body, unsigned, over and over: `Peer URL ROOTS BODY-FILE CALLS IN-FLIGHT`.
@main
enum Peer {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let calls = Int(arguments[4]), let inFlight = Int(arguments[5])
        else { fatalError("usage: Peer URL ROOTS BODY-FILE CALLS IN-FLIGHT") }
        let body = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: arguments[3])))
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let client = HTTPClient(
            eventLoopGroupProvider: .shared(group),
            configuration: try configuration(roots: arguments[2], inFlight)
        )
        let url = arguments[1]
        try await post(body, to: url, client, calls: 200, inFlight: inFlight)
        let start = Usage.now
        try await post(body, to: url, client, calls: calls, inFlight: inFlight)
        print(Usage.now.text(since: start, calls: calls))
        try await client.shutdown()
        try await group.shutdownGracefully()
    }

    private static func configuration(
        roots: String,
        _ inFlight: Int
    ) throws -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(roots)
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = inFlight
        return configuration
    }

    private static func post(
        _ body: ByteBuffer,
        to url: String,
        _ client: HTTPClient,
        calls: Int,
        inFlight: Int
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<inFlight {
                group.addTask {
                    for _ in 0..<calls / inFlight {
                        var request = HTTPClientRequest(url: url)
                        request.method = .POST
                        request.headers.add(name: "Content-Type", value: "application/json")
                        request.body = .bytes(body)
                        let response = try await client.execute(request, timeout: .seconds(60))
                        _ = try await response.body.collect(upTo: 1 << 20)
                        guard response.status == .ok else { fatalError("\(response.status)") }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// Processor time and time of this process.
struct Usage {
    let processor: Double
    let clock: Double

    static var now: Usage {
        Usage(processor: seconds(CLOCK_PROCESS_CPUTIME_ID), clock: seconds(CLOCK_MONOTONIC))
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Microseconds of processor time a call, and calls a second.
    func text(since start: Usage, calls: Int) -> String {
        "\((processor - start.processor) * 1e6 / Double(calls)) \(Double(calls) / (clock - start.clock))"
    }
}
