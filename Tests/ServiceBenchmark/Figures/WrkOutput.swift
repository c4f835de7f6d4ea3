/// What `wrk --latency` prints.
struct WrkOutput: Hashable {
    let requests: Int
    let seconds: Double
    let latency: Latency

    var rate: Double { Double(requests) / seconds }

    /// Reads it; answers other than 2xx and broken connections make it worthless.
    init(parsing output: String) throws {
        let lines = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        if lines.contains(where: {
            $0.first == "Non-2xx" || $0.starts(with: ["Socket", "errors:"])
        }) {
            throw BenchmarkError("answers were not 2xx, or connections broke:\n\(output)")
        }
        func word(after name: String) -> String? {
            lines.first { $0.first == name }?.dropFirst().first
        }
        // `3691 requests in 3.02s, 470.89KB read`
        guard let total = lines.first(where: { $0.dropFirst().starts(with: ["requests", "in"]) }),
            total.count > 3, let requests = Int(total[0]), requests > 0,
            let milliseconds = Self.milliseconds(String(total[3].dropLast())),
            let p50 = word(after: "50%").flatMap(Self.milliseconds),
            let p99 = word(after: "99%").flatMap(Self.milliseconds)
        else { throw BenchmarkError("wrk said:\n\(output)") }
        self.requests = requests
        seconds = milliseconds / 1_000
        latency = Latency(p50: p50, p99: p99)
    }

    /// `682.00us`, `4.59ms`, `1.02s` or `1.50m`.
    private static func milliseconds(_ text: String) -> Double? {
        for (unit, factor) in [("us", 0.001), ("ms", 1), ("s", 1_000), ("m", 60_000)]
        where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * factor }
        }
        return nil
    }
}
