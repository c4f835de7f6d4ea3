/// What one measurement found; nil is what it does not measure.
struct Figure: Hashable {
    /// Orders or answers a second.
    var rate: Double?
    /// The median of the times to the answer and their 99th percentile, in milliseconds.
    var latency: Latency?
    /// What one order or answer took of the processor.
    var cost: Cost?
    /// How many orders were behind at the end.
    var backlog: Double?
    /// Whether health said `pass` whenever it was asked.
    var isHealthy: Bool?
}

/// Times to an answer in milliseconds.
struct Latency: Hashable {
    var p50: Double
    var p99: Double
}

extension Latency {
    /// From the times of all answers, in milliseconds; nil when there was none.
    init?(_ times: [Double]) {
        let sorted = times.sorted()
        guard let last = sorted.last else { return nil }
        func percentile(_ part: Double) -> Double {
            let index = Int((Double(sorted.count) * part).rounded(.up)) - 1
            return index < sorted.count ? sorted[max(0, index)] : last
        }
        self.init(p50: percentile(0.5), p99: percentile(0.99))
    }
}

/// What an order takes of the processor, in all and by group of threads.
struct Cost: Hashable {
    enum Unit: String {
        case microseconds = "µs"
        case instructions
    }

    var unit: Unit
    var total: Double
    /// By the names of threads without their numbers.
    var threads: [String: Double]
}

extension Cost {
    /// Divides the sum of many orders.
    func divided(by count: Double) -> Cost {
        Cost(unit: unit, total: total / count, threads: threads.mapValues { $0 / count })
    }
}

/// The group of a thread: `http-2` is one of `http`, and all of libdispatch's are one group.
func threadGroup(_ name: String) -> String {
    if name.contains("qos") { return "dispatch" }
    let parts = name.split(separator: "-")
    guard parts.count > 1, let last = parts.last, Int(last) != nil else { return name }
    return parts.dropLast().joined(separator: "-")
}
