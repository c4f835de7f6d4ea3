import FoundationEssentials

/// Which of the orders whose time has come are taken up, when there are more than places.
package enum FairShares {
    /// At most so many: fresh orders and resumed ones in equal shares while both are there.
    ///
    /// Each is sorted, the longest due first; the resumed ones come in several lines, by time and by gates, and one that
    /// stands in two of them is taken once. An odd place goes to whoever is due longer, so that neither starves when
    /// places come one at a time.
    package static func choose(
        _ limit: Int,
        fresh: [DueOrder],
        resumed lines: [[DueOrder]]
    ) -> [DueOrder] {
        guard limit > 0 else { return [] }
        let resumed = merged(lines, limit)
        let half = limit / 2
        let isFreshOlder =
            (fresh.first?.due ?? .distantFuture) <= (resumed.first?.due ?? .distantFuture)
        let share = limit.isMultiple(of: 2) || !isFreshOlder ? half : half + 1
        let freshCount = min(fresh.count, max(share, limit - resumed.count))
        return Array(fresh.prefix(freshCount)) + resumed.prefix(limit - freshCount)
    }

    private static func merged(_ lines: [[DueOrder]], _ limit: Int) -> [DueOrder] {
        let filled = lines.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled.first ?? [] }
        var known: Set<Int64> = []
        let all = filled.joined().filter { known.insert($0.place).inserted }
        return Array(all.sorted(by: DueOrder.isEarlier).prefix(limit))
    }
}
