import Foundation

/// The load generator, with one thread.
struct Wrk {
    let connections: Int
    let seconds: Int
    let workshop: Workshop

    /// Asks for the same again and again.
    func get(_ path: String, port: UInt16) async throws -> WrkOutput {
        try await run([url(port, path)])
    }

    /// Sends orders with random numbers; each connection waits for the pause, on average, before each.
    func orders(port: UInt16, pauseMilliseconds: Int? = nil) async throws -> WrkOutput {
        let script = workshop.folder.appendingPathComponent("orders.lua")
        try Data(PackageResources.orders_lua).write(to: script)
        let pause = pauseMilliseconds.map { ["--", "\($0)"] } ?? []
        return try await run(["-s", script.path, url(port, "/orders")] + pause)
    }

    private func url(_ port: UInt16, _ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private func run(_ arguments: [String]) async throws -> WrkOutput {
        let wrk = try Program("wrk", package: "wrk")
        let load = ["-t1", "-c\(connections)", "-d\(seconds)s", "--latency", "--timeout", "60s"]
        return try WrkOutput(
            parsing: try await workshop.output(Command(wrk, load + arguments))
        )
    }
}
