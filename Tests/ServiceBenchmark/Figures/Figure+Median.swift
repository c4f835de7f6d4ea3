extension Figure {
    /// Of every value the median of the rounds; the health of all.
    init(medianOf rounds: [Figure]) {
        rate = median(rounds.compactMap(\.rate))
        latency = Latency(medianOf: rounds.compactMap(\.latency))
        cost = Cost(medianOf: rounds.compactMap(\.cost))
        backlog = median(rounds.compactMap(\.backlog))
        let health = rounds.compactMap(\.isHealthy)
        isHealthy = health.isEmpty ? nil : health.allSatisfy { $0 }
    }
}

extension Latency {
    fileprivate init?(medianOf rounds: [Latency]) {
        guard let p50 = median(rounds.map(\.p50)), let p99 = median(rounds.map(\.p99)) else {
            return nil
        }
        self.init(p50: p50, p99: p99)
    }
}

extension Cost {
    fileprivate init?(medianOf rounds: [Cost]) {
        guard let first = rounds.first, let total = median(rounds.map(\.total)) else { return nil }
        var threads: [String: Double] = [:]
        for name in Set(rounds.flatMap(\.threads.keys)) {
            threads[name] = median(rounds.map { $0.threads[name] ?? 0 })
        }
        self.init(unit: first.unit, total: total, threads: threads)
    }
}

/// The middle value, of an even number the mean of the two; nil of none.
func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
