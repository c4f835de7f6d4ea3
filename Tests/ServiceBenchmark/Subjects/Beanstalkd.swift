import Foundation
import Sockets

/// Beanstalkd with its log synced before each answer: `put` of 200 bytes.
enum Beanstalkd {
    static func measure(
        _ connections: Int,
        _ seconds: Int,
        port: UInt16,
        in workshop: Workshop
    ) async throws -> Figure {
        let beanstalkd = try Program("beanstalkd", package: "beanstalkd")
        let folder = try workshop.makeFolder("beanstalkd")
        let options = ["-l", "127.0.0.1", "-p", "\(port)", "-b", folder.path, "-f", "0"]
        let server = try await Server(Command(beanstalkd, options), port: port, in: workshop)
        defer { server.end() }
        let loops = try EventLoopGroup(count: 1, name: "beanstalkd-client")
        defer { loops.shutdown() }
        let start = ContinuousClock.now
        let times = try await put(
            connections,
            until: start + .seconds(seconds),
            port,
            loops.loops[0]
        )
        let elapsed = start.duration(to: .now) / .seconds(1)
        return Figure(rate: Double(times.count) / elapsed, latency: Latency(times))
    }

    /// The milliseconds that each `put` took.
    private static func put(
        _ connections: Int,
        until end: ContinuousClock.Instant,
        _ port: UInt16,
        _ loop: EventLoop
    ) async throws -> [Double] {
        try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<connections {
                group.addTask(executorPreference: loop) {
                    try await put(until: end, port, loop)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static func put(
        until end: ContinuousClock.Instant,
        _ port: UInt16,
        _ loop: EventLoop
    ) async throws -> [Double] {
        let stream = try await TCPStream.connect(to: "127.0.0.1", port: port, on: loop)
        defer { stream.close() }
        // Priority, delay, seconds to run, bytes.
        let body = String(repeating: "x", count: 200)
        let request = Array("put 0 0 60 \(body.utf8.count)\r\n\(body)\r\n".utf8)
        var times: [Double] = []
        while case let begin = ContinuousClock.now, begin < end {
            try await stream.write(request)
            var answer: [UInt8] = []
            while answer.last != UInt8(ascii: "\n") {
                guard try await stream.read(into: &answer, limit: 256) > 0 else {
                    throw BenchmarkError("beanstalkd hung up")
                }
            }
            guard answer.starts(with: "INSERTED ".utf8) else {
                throw BenchmarkError("beanstalkd said \(String(decoding: answer, as: UTF8.self))")
            }
            times.append(begin.duration(to: .now) / .milliseconds(1))
        }
        return times
    }
}
