import AWS
import Foundation
import HTTP
import OpenSSL
import Sockets

/// What a signed SES SendEmail costs of the processor.
///
/// `AWSClientBenchmark URL ROOTS BODY-FILE CALLS IN-FLIGHT` sends to what answers there, on one loop as the service
/// does, and leaves the body of its requests in the file for others; Tests/ClientBenchmark/run.py runs it beside them.
@main
struct Benchmark {
    let ses: SESClient
    let email: Email
    let loop: EventLoop

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let endpoint = Endpoint(url: arguments[1]),
            let calls = Int(arguments[4]), let inFlight = Int(arguments[5])
        else { fatalError("usage: AWSClientBenchmark URL ROOTS BODY-FILE CALLS IN-FLIGHT") }
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        var configuration = ClientConfiguration()
        configuration.maximumConnectionsPerHost = inFlight
        let roots = TLSConfiguration.Roots.only(.file(arguments[2]))
        let http = HTTPClient(
            loops: group.loops,
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client(roots: roots))
        )
        defer { http.shutDown() }
        let body = BodyFile(path: arguments[3], transport: http)
        _ = try await makeSES(endpoint, body).send(email, deadline: .now + .seconds(60))
        let benchmark = Benchmark(
            ses: makeSES(endpoint, http),
            email: email,
            loop: group.loops[0]
        )
        try await benchmark.send(200, inFlight)
        let start = Usage.now
        try await benchmark.send(calls, inFlight)
        print(Usage.now.text(since: start, calls: calls))
    }

    private static let email = Email(
        from: "Orders <orders@example.com>",
        to: ["buyer@example.com"],
        subject: "Order Confirmation: 001",
        text: "Thank you for your order! Your order ID is 001."
    )

    private static func makeSES(_ endpoint: Endpoint, _ transport: any AWSTransport) -> SESClient {
        let client = { (service: AWSService) in
            AWSClient(
                service,
                at: endpoint,
                region: "us-east-1",
                credentials: StaticCredentials(
                    Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret")
                ),
                transport: transport
            )
        }
        return SESClient(v2: client(.sesV2), v1: client(.ses), api: .v2)
    }

    private func send(_ calls: Int, _ inFlight: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<inFlight {
                group.addTask(executorPreference: loop) {
                    for _ in 0..<calls / inFlight {
                        _ = try await ses.send(email, deadline: .now + .seconds(60))
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// Writes down the body of what it passes on.
private struct BodyFile: AWSTransport {
    let path: String
    let transport: HTTPClient

    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        _ = FileManager.default.createFile(atPath: path, contents: Data(request.body))
        return try await transport.send(request, deadline: deadline)
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
        let each = (processor - start.processor) * 1e6 / Double(calls)
        return "\(each) \(Double(calls) / (clock - start.clock))"
    }
}
