/// The figures of all rounds of one experiment, and what people read of them.
struct Report {
    /// What a row is compared with by name.
    static let orderd = "orderd"
    static let baseline = "baseline"

    /// What was measured: `carry`, `accept, 64 connections`.
    let title: String
    /// What is counted: `orders` or `answers`.
    let unit: String
    private var names: [String] = []
    private var rounds: [String: [Figure]] = [:]

    init(title: String, unit: String) {
        self.title = title
        self.unit = unit
    }

    mutating func add(_ figure: Figure, of name: String) {
        if rounds[name] == nil { names.append(name) }
        rounds[name, default: []].append(figure)
    }

    /// The subjects in the order of their first measurement, with the medians of their rounds.
    var medians: [(name: String, figure: Figure)] {
        names.map { ($0, Figure(medianOf: rounds[$0] ?? [])) }
    }

    var roundCount: Int { rounds.values.map(\.count).max() ?? 0 }

    func figure(of name: String) -> Figure? {
        rounds[name].map { Figure(medianOf: $0) }
    }
}

extension Report {
    /// A table in Markdown; columns that nobody has a value for are left out.
    var table: String {
        let rows = medians
        let columns = columns.filter { column in rows.contains { !column.cell($0.figure).isEmpty } }
        let lines = [
            [title] + columns.map(\.title), ["---"] + columns.map { _ in "---" },
        ]
        let body = rows.map { row in [row.name] + columns.map { $0.cell(row.figure) } }
        return (lines + body).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    private struct Column {
        let title: String
        let cell: (Figure) -> String
    }

    private var columns: [Column] {
        let own = figure(of: Self.orderd)
        let one = unit == "orders" ? "an order" : "an answer"
        let cost = own?.cost?.unit.rawValue ?? "µs"
        return [
            Column(title: "\(unit) a second") { $0.rate?.grouped ?? "" },
            Column(title: "orderd's rate to it") { ratio(own?.rate, to: $0.rate) },
            Column(title: "p50 ms") { $0.latency?.p50.readable ?? "" },
            Column(title: "p99 ms") { $0.latency?.p99.readable ?? "" },
            Column(title: "\(cost) \(one)") { $0.cost?.total.readable ?? "" },
            Column(title: "orderd's cost to it") { ratio(own?.cost?.total, to: $0.cost?.total) },
            Column(title: "by threads") { threads($0.cost) },
            Column(title: "backlog at the end") { $0.backlog?.grouped ?? "" },
            Column(title: "health") { $0.isHealthy.map { $0 ? "pass" : "not always pass" } ?? "" },
        ]
    }

    /// Groups of threads that take a hundredth or more, the largest first.
    private func threads(_ cost: Cost?) -> String {
        guard let cost else { return "" }
        return cost.threads.filter { $0.value >= cost.total / 100 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value.readable)" }
            .joined(separator: ", ")
    }
}

/// How many times the other a value is; empty without both.
func ratio(_ value: Double?, to other: Double?) -> String {
    guard let value, let other, other > 0 else { return "" }
    return (value / other).readable
}
