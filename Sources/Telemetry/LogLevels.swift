package import Logging
internal import Synchronization

/// From which level on each component of the program is logged; it can be changed while the program runs.
package final class LogLevels: Sendable {
    /// The level of one component; loggers ask it for every line.
    package final class Cell: Sendable {
        private let rank: Atomic<Int>

        fileprivate init(_ level: Logger.Level) { rank = Atomic(level.rank) }

        package var level: Logger.Level {
            let all = Logger.Level.allCases
            return all[min(rank.load(ordering: .relaxed), all.count - 1)]
        }

        package func isLogged(_ level: Logger.Level) -> Bool {
            level.rank >= rank.load(ordering: .relaxed)
        }

        fileprivate func set(_ level: Logger.Level) {
            rank.store(level.rank, ordering: .relaxed)
        }
    }

    /// The components, in their order.
    package let names: [String]
    private let cells: [String: Cell]

    /// A closed set of components, all at that level but those that are named.
    package init(
        of names: [String],
        _ level: Logger.Level,
        but others: [String: Logger.Level] = [:]
    ) {
        self.names = names
        cells = Dictionary(
            uniqueKeysWithValues: names.map { ($0, Cell(others[$0] ?? level)) }
        )
    }

    /// The level of a component that there is.
    package func cell(_ name: String) -> Cell {
        guard let cell = cells[name] else {
            preconditionFailure("\(name) is no component of the log.")
        }
        return cell
    }

    package var all: [(name: String, level: Logger.Level)] {
        names.map { ($0, cell($0).level) }
    }

    /// Sets levels from now on; a name that is none is passed over.
    package func set(_ levels: [String: Logger.Level]) {
        for (name, level) in levels { cells[name]?.set(level) }
    }
}

extension Logger.Level {
    /// Its place among the levels, the lowest first.
    fileprivate var rank: Int {
        switch self {
        case .trace: 0
        case .debug: 1
        case .info: 2
        case .notice: 3
        case .warning: 4
        case .error: 5
        case .critical: 6
        }
    }
}
