import Foundation

/// All figures of one number of connections, and the table that people read.
struct Report {
    static let nginx = "nginx, static 202"
    static let redis = "redis XADD, fsynced"
    static let accepted = "orderd POST /orders, fsynced"

    private var names: [String] = []
    private var figures: [String: [Figure]] = [:]

    mutating func add(_ measured: [(name: String, Figure)]) {
        for (name, figure) in measured {
            if figures[name] == nil { names.append(name) }
            figures[name, default: []].append(figure)
        }
    }

    func table(title: String) -> String {
        let head = row(title, "a second", "p50 ms", "p99 ms", "of nginx", "of redis")
        let rows = names.map { name in
            let rate = median(name, \.rate)
            return row(
                name,
                String(format: "%.0f", rate),
                String(format: "%.2f", median(name, \.middle)),
                String(format: "%.2f", median(name, \.late)),
                ratio(rate, to: Self.nginx),
                name == Self.accepted ? ratio(rate, to: Self.redis) : ""
            )
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    private func ratio(_ rate: Double, to peer: String) -> String {
        figures[peer] == nil ? "" : String(format: "%.2f", rate / median(peer, \.rate))
    }

    private func median(_ name: String, _ value: (Figure) -> Double) -> Double {
        let sorted = (figures[name] ?? []).map(value).sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private func row(_ name: String, _ cells: String...) -> String {
        let padded = name + String(repeating: " ", count: max(1, 34 - name.count))
        return padded
            + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    }
}
