extension Figure {
    /// Reads what redis-benchmark prints: its summary has average, least, p50, p95, p99 and most.
    init(redisBenchmark output: String) throws {
        let lines = output.split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
        // `throughput summary: 30826.14 requests per second`
        guard
            let rate = lines.last(where: { $0.first == "throughput" })?.dropFirst(2).first
                .flatMap({ Double($0) }),
            let names = lines.lastIndex(where: { $0.contains("p50") && $0.contains("p99") }),
            names + 1 < lines.count, lines[names + 1].count == lines[names].count
        else { throw BenchmarkError("redis-benchmark said:\n\(output)") }
        let values = Dictionary(zip(lines[names], lines[names + 1])) { first, _ in first }
        guard let p50 = values["p50"].flatMap({ Double($0) }),
            let p99 = values["p99"].flatMap({ Double($0) })
        else { throw BenchmarkError("redis-benchmark said:\n\(output)") }
        self.init(rate: rate, latency: Latency(p50: p50, p99: p99))
    }

    /// Reads what pgbench prints, and the logs that it writes of its transactions.
    init(pgbench output: String, logs: String) throws {
        let lines = output.split(separator: "\n").map { $0.split(separator: " ") }
        // `tps = 3342.710562 (without initial connection time)`
        guard
            let rate = lines.first(where: { $0.first == "tps" })?.dropFirst(2).first
                .flatMap({ Double($0) })
        else { throw BenchmarkError("pgbench said:\n\(output)") }
        // Client, number, microseconds, script, time.
        let times = logs.split(separator: "\n").compactMap { line in
            line.split(separator: " ").dropFirst(2).first.flatMap { Double($0) }.map { $0 / 1_000 }
        }
        self.init(rate: rate, latency: Latency(times))
    }
}
