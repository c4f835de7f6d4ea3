extension Report {
    /// One line: what orderd did, and how it stands to the baseline and the peers.
    var verdict: String {
        guard let own = figure(of: Self.orderd) else { return "\(title): orderd was not measured" }
        let comparisons = medians.filter { $0.name != Self.orderd }.compactMap { name, figure in
            comparison(of: own, with: figure, name: name)
        }
        return ([facts(own)] + comparisons).joined(separator: "; ")
    }

    private func facts(_ own: Figure) -> String {
        var facts: [String] = []
        if let rate = own.rate { facts.append("\(rate.grouped) \(unit)/s") }
        if let cost = own.cost {
            let one = unit == "orders" ? "an order" : "an answer"
            facts.append("\(cost.total.readable) \(cost.unit.rawValue) \(one)")
        }
        if let latency = own.latency { facts.append("p99 \(latency.p99.readable) ms") }
        if let backlog = own.backlog { facts.append("backlog \(backlog.grouped) at the end") }
        if let isHealthy = own.isHealthy {
            facts.append(isHealthy ? "health pass" : "health was not always pass")
        }
        return "\(title): " + facts.joined(separator: ", ")
    }

    private func comparison(of own: Figure, with other: Figure, name: String) -> String? {
        let name = name == Self.baseline ? "the baseline" : name
        let rate = ratio(own.rate, to: other.rate)
        let cost = ratio(own.cost?.total, to: other.cost?.total)
        switch (rate.isEmpty, cost.isEmpty) {
        case (true, true): return nil
        case (true, false): return "\(cost) of the \(own.cost?.unit.rawValue ?? "") of \(name)"
        case (false, true): return "\(rate) times \(name)"
        case (false, false): return "\(rate) times \(name) with \(cost) of its processor time"
        }
    }
}
