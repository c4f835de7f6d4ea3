import Foundation

/// Builds and peers that are measured turn about.
struct Experiment {
    let title: String
    /// What is counted: `orders` or `answers`.
    let unit: String
    let subjects: [Subject]

    struct Subject {
        let name: String
        /// Starts what is measured, measures and ends it.
        let measure: () async throws -> Figure
    }

    /// Measures all in each round, the next round in the opposite order, and prints table and verdict.
    @discardableResult
    func run(rounds: Int) async throws -> Report {
        var report = Report(title: title, unit: unit)
        for round in 1...rounds {
            for subject in round.isMultiple(of: 2) ? subjects.reversed() : subjects {
                Self.say("\(title), round \(round) of \(rounds): \(subject.name) … ")
                let figure = try await subject.measure()
                report.add(figure, of: subject.name)
                Self.say("\(figure.summary)\n")
            }
        }
        print("\n\(report.table)\n\n\(report.verdict)\n")
        return report
    }

    static func say(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension Figure {
    /// For those who watch.
    fileprivate var summary: String {
        [
            rate.map { "\($0.grouped)/s" }, cost.map { "\($0.total.readable) \($0.unit.rawValue)" },
            latency.map { "p99 \($0.p99.readable) ms" },
        ].compactMap(\.self).joined(separator: ", ")
    }
}
