import FoundationEssentials
import Testing

@testable import Orders

private let noon = Date(timeIntervalSince1970: 1_790_000_000)

/// Orders by their places, due at noon plus so many seconds as their place says, unless told otherwise.
private func due(_ places: Int64..., since seconds: Double? = nil) -> [DueOrder] {
    places.map {
        DueOrder(place: $0, due: noon.addingTimeInterval(seconds ?? Double($0)))
    }
}

/// Who is taken up when there are fewer places than orders.
struct `The shares of fresh and resumed orders` {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let limit: Int
        let fresh: [DueOrder]
        let resumed: [[DueOrder]]
        let chosen: [Int64]

        init(
            _ name: String,
            _ limit: Int,
            fresh: [DueOrder] = [],
            resumed: [[DueOrder]] = [],
            _ chosen: [Int64]
        ) {
            self.name = name
            self.limit = limit
            self.fresh = fresh
            self.resumed = resumed
            self.chosen = chosen
        }

        var testDescription: String { name }
    }

    @Test(arguments: [
        Case("none without a place", 0, fresh: due(1), resumed: [due(2)], []),
        Case("fewer than none", -3, fresh: due(1), []),
        Case("none when none is due", 9, []),
        Case("half each", 4, fresh: due(1, 2, 3), resumed: [due(4, 5, 6)], [1, 2, 4, 5]),
        Case(
            "what one leaves the other takes",
            4,
            fresh: due(1),
            resumed: [due(4, 5, 6)],
            [1, 4, 5, 6]
        ),
        Case("and the other way round", 4, fresh: due(1, 2, 3), resumed: [due(9)], [1, 2, 3, 9]),
        Case(
            "an odd place goes to the fresh one that is due longer",
            1,
            fresh: due(1),
            resumed: [due(2)],
            [1]
        ),
        Case("or to the resumed one", 1, fresh: due(2), resumed: [due(1)], [1]),
        Case("of three places too", 3, fresh: due(2, 4), resumed: [due(1, 3)], [2, 1, 3]),
        Case(
            "who is due since the same time: the fresh one",
            1,
            fresh: due(2, since: 0),
            resumed: [due(1, since: 0)],
            [2]
        ),
        Case(
            "several lines are one by their times",
            3,
            resumed: [due(3, 5), due(1, 4)],
            [1, 3, 4]
        ),
        Case(
            "who stands in two lines is taken once",
            4,
            resumed: [due(1, 2), due(2, 3)],
            [1, 2, 3]
        ),
        Case("in one line the order is the line's", 2, resumed: [[], due(7, 8), []], [7, 8]),
    ])
    func `are fair`(_ example: Case) {
        let chosen = FairShares.choose(
            example.limit,
            fresh: example.fresh,
            resumed: example.resumed
        )
        #expect(chosen.map(\.place) == example.chosen)
    }
}

/// Who of those is taken up that were running at ends of the process in a row.
struct `The suspects of a crash` {
    private static let one = DueOrder(place: 1, due: noon)
    private static let worst = DueOrder(place: 2, due: noon)

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let suspects: Suspects
        let order: DueOrder?
        let leavesRoom: Bool

        init(
            _ name: String,
            worst: Int,
            leased: (one: Bool, worst: Bool, any: Bool) = (false, false, false),
            due: DueOrder? = one,
            worstDue: DueOrder? = nil,
            _ order: DueOrder?,
            leavesRoom: Bool
        ) {
            self.name = name
            suspects = Suspects(
                worst: worst,
                isOneLeased: leased.one,
                isWorstLeased: leased.worst,
                isAnyLeased: leased.any,
                due: due,
                worstDue: worstDue
            )
            self.order = order
            self.leavesRoom = leavesRoom
        }

        var testDescription: String { name }
    }

    @Test(arguments: [
        Case("one at a time, others beside it", worst: 2, one, leavesRoom: true),
        Case("none beside another", worst: 2, leased: (true, false, true), nil, leavesRoom: true),
        Case("none that is not due", worst: 2, due: nil, nil, leavesRoom: true),
        Case("the worst quite alone", worst: 3, worstDue: worst, worst, leavesRoom: false),
        Case(
            "the worst waits until all have ended",
            worst: 3,
            leased: (false, false, true),
            worstDue: worst,
            nil,
            leavesRoom: false
        ),
        Case(
            "nobody beside the worst",
            worst: 4,
            leased: (true, true, true),
            nil,
            leavesRoom: false
        ),
        Case("the next while the worst waits for its time", worst: 3, one, leavesRoom: true),
        Case(
            "but not beside another suspect",
            worst: 3,
            leased: (true, false, true),
            nil,
            leavesRoom: true
        ),
    ])
    func `have their turns`(_ example: Case) {
        let expected = Suspects.Turn(order: example.order, leavesRoom: example.leavesRoom)
        #expect(example.suspects.turn == expected)
        let others = example.leavesRoom ? (example.order == nil ? 9 : 8) : 0
        #expect(example.suspects.turn.places(of: 9) == others)
    }
}
