/// The orders that were running at two ends of the process in a row or more, and whose turn it is.
///
/// What was running at two ends of the process in a row may have caused them: of those one runs at a time, so that no
/// other gets into the same suspicion beside it. Who was running at three and did not bear the blame alone runs quite
/// alone: then it is cleared, or it is the one.
package struct Suspects: Sendable, Equatable {
    /// From so many ends in a row on an order is one of them.
    package static let streak = 2

    /// The longest streak among them.
    package var worst: Int
    package var isOneLeased: Bool
    /// Whether one of them is leased that was running at `Crash.limit` ends.
    package var isWorstLeased: Bool
    /// Whether any order at all is leased.
    package var isAnyLeased: Bool
    /// The longest due of them.
    package var due: DueOrder?
    /// The longest due of those that were running at `Crash.limit` ends.
    package var worstDue: DueOrder?

    package init(
        worst: Int,
        isOneLeased: Bool,
        isWorstLeased: Bool,
        isAnyLeased: Bool,
        due: DueOrder?,
        worstDue: DueOrder?
    ) {
        self.worst = worst
        self.isOneLeased = isOneLeased
        self.isWorstLeased = isWorstLeased
        self.isAnyLeased = isAnyLeased
        self.due = due
        self.worstDue = worstDue
    }

    /// Who is taken up now, and whether others may be beside it.
    package struct Turn: Sendable, Equatable {
        package var order: DueOrder?
        package var leavesRoom: Bool

        /// Where nobody is suspected.
        package static let free = Turn(order: nil, leavesRoom: true)

        /// How many of so many places are left for others.
        package func places(of limit: Int) -> Int {
            leavesRoom ? limit - (order == nil ? 0 : 1) : 0
        }
    }

    package var turn: Turn {
        guard worst >= Crash.limit else { return next }
        if isWorstLeased { return Turn(leavesRoom: false) }
        // While the worst waits for its time, the next may have its turn.
        guard let worstDue else { return next }
        return Turn(order: isAnyLeased ? nil : worstDue, leavesRoom: false)
    }

    private var next: Turn { Turn(order: isOneLeased ? nil : due, leavesRoom: true) }
}
