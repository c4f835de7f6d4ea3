import Foundation

/// One way of putting load on a service.
struct Load {
    enum Kind {
        /// 200-byte orders with random numbers, each accepted.
        case orders
        /// The same request again and again.
        case get(String)
        /// 200-byte entries of a redis stream.
        case stream
    }

    let name: String
    let kind: Kind

    func measure(_ port: UInt16, connections: Int, seconds: Int) throws -> Figure {
        switch kind {
        case .orders:
            let script = FileManager.default.temporaryDirectory
                .appendingPathComponent("orderd-bench-\(UUID().uuidString).lua")
            try Data(Self.script.utf8).write(to: script)
            defer { try? FileManager.default.removeItem(at: script) }
            return try wrk(port, "/", connections, seconds, ["-s", script.path])
        case .get(let path):
            try submit(port)
            return try wrk(port, path, connections, seconds, [])
        case .stream:
            // It takes a number of requests rather than a time: some 15,000 a second are expected.
            let output = try Program.output(
                "redis-benchmark",
                [
                    "-p", "\(port)", "-c", "\(connections)", "-n", "\(15_000 * seconds)", "XADD",
                    "s", "*", "body", String(repeating: "x", count: 200),
                ]
            )
            return try Figure(redis: output)
        }
    }

    private func wrk(
        _ port: UInt16,
        _ path: String,
        _ connections: Int,
        _ seconds: Int,
        _ more: [String]
    ) throws -> Figure {
        let load = ["-t1", "-c\(connections)", "-d\(seconds)s", "--latency"]
        return try Figure(
            wrk: try Program.output("wrk", load + more + ["http://127.0.0.1:\(port)\(path)"])
        )
    }

    /// Puts the order there that is asked for afterwards.
    private func submit(_ port: UInt16) throws {
        let order = #"{"orderId":"benchmark","customerEmail":"buyer@example.com"}"#
        _ = try Program.output(
            "curl",
            ["-sf", "-H", "Content-Type: application/json", "-d", order]
                + ["http://127.0.0.1:\(port)/orders"]
        )
    }

    /// The text of a request is made by one call, since the generator shares the processors with what it measures.
    private static let script = #"""
        math.randomseed(os.time() * 1000 + tonumber(tostring({}):sub(8), 16) % 1000000)
        local run, n = math.random(1, 999999), 0
        local body = '{"orderId":"%09d-%06d-%08d","customerEmail":"buyer%08d@example.com","note":"'
            .. string.rep("x", 100) .. '"}'
        local length = #string.format(body, 1, run, 1, 1)
        local template = "POST /orders HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            .. length .. "\r\n\r\n" .. body
        local format, random = string.format, math.random
        request = function()
            n = n + 1
            return format(template, random(1, 999999999), run, n, n)
        end
        """#
}

/// What one measurement found.
struct Figure {
    /// Answers a second.
    let rate: Double
    /// The middle of the times to the answer and their 99th percentile, in milliseconds.
    let middle: Double
    let late: Double
}

extension Figure {
    /// Reads what wrk printed with `--latency`; answers other than 2xx make it worthless.
    init(wrk output: String) throws {
        let lines = output.split(separator: "\n").map { $0.split(separator: " ") }
        if lines.contains(where: { $0.first == "Non-2xx" }) {
            throw BenchmarkError("answers were not 2xx:\n\(output)")
        }
        func word(after name: String) throws -> String {
            guard let line = lines.first(where: { $0.first ?? "" == name }), line.count > 1 else {
                throw BenchmarkError("wrk said:\n\(output)")
            }
            return String(line[1])
        }
        guard let rate = Double(try word(after: "Requests/sec:")),
            let middle = Self.milliseconds(try word(after: "50%")),
            let late = Self.milliseconds(try word(after: "99%"))
        else { throw BenchmarkError("wrk said:\n\(output)") }
        self.init(rate: rate, middle: middle, late: late)
    }

    /// Reads what redis-benchmark printed: its summary has average, least, p50, p95, p99 and most.
    init(redis output: String) throws {
        let lines = output.split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
        guard
            let rate = lines.last(where: { $0.first == "throughput" })?.dropFirst(2).first
                .flatMap({ Double($0) }),
            let names = lines.lastIndex(where: { $0.contains("p50") && $0.contains("p99") }),
            names + 1 < lines.count,
            let middle = lines[names].firstIndex(of: "p50").flatMap({ Double(lines[names + 1][$0]) }
            ),
            let late = lines[names].firstIndex(of: "p99").flatMap({ Double(lines[names + 1][$0]) })
        else { throw BenchmarkError("redis-benchmark said:\n\(output)") }
        self.init(rate: rate, middle: middle, late: late)
    }

    /// `682.00us`, `4.59ms` or `1.02s`.
    private static func milliseconds(_ text: String) -> Double? {
        for (unit, factor) in [("us", 0.001), ("ms", 1), ("s", 1_000)] where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * factor }
        }
        return nil
    }
}
