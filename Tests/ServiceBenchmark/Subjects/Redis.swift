import Foundation

/// Redis with an fsync before each answer: `XADD` of 200 bytes.
enum Redis {
    static func measure(
        _ connections: Int,
        _ seconds: Int,
        port: UInt16,
        in workshop: Workshop
    ) async throws -> Figure {
        let redis = try Program("redis-server", package: "redis-server")
        let benchmark = try Program("redis-benchmark", package: "redis-tools")
        let folder = try workshop.makeFolder("redis")
        let options = [
            "--port", "\(port)", "--bind", "127.0.0.1", "--appendonly", "yes",
            "--appendfsync", "always", "--save", "", "--dir", folder.path,
        ]
        let server = try await Server(Command(redis, options), port: port, in: workshop)
        defer { server.end() }
        // It takes a number of requests rather than a time: some 15,000 a second are expected.
        return try Figure(
            redisBenchmark: try await workshop.output(
                Command(
                    benchmark,
                    [
                        "-p", "\(port)", "-c", "\(connections)", "-n", "\(15_000 * seconds)",
                        "XADD", "s", "*", "body", String(repeating: "x", count: 200),
                    ]
                )
            )
        )
    }
}
