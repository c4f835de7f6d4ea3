import Orders
import Testing

/// A store that ran in one mode of delivery and is opened in another.
struct `A change of the mode of delivery` {
    private static func summary(queued: Int = 0, withheld: Int = 0) -> StoreSummary {
        var summary = StoreSummary()
        summary.orders = [.queued: queued, .succeeded: 7]
        summary.deliveries = [.withheld: withheld, .sent: 3]
        return summary
    }

    @Test(
        arguments: [
            (nil, .live, 0, false), (nil, .shadow, 0, true), (nil, .live, 1, true),
            (nil, .shadow, 1, false), (.live, .live, 0, false), (.live, .live, 1, false),
            (.shadow, .live, 0, true), (.live, .shadow, 0, true), (.shadow, .shadow, 0, false),
        ] as [(Deliveries.Mode?, Deliveries.Mode, Int, Bool)]
    )
    func `is one from what was noted, or from what the ledger shows`(
        noted: Deliveries.Mode?,
        mode: Deliveries.Mode,
        withheld: Int,
        isChange: Bool
    ) {
        let change = ModeChange(from: noted, to: mode, Self.summary(withheld: withheld))
        #expect((change != nil) == isChange)
    }

    @Test(
        arguments: [
            (0, .refuse, false), (0, .accept, false), (1, .refuse, true), (1, .accept, false),
        ]
            as [(Int, ModeChange.Permission, Bool)]
    )
    func `is refused while orders are unfinished, unless it is meant`(
        unfinished: Int,
        permission: ModeChange.Permission,
        isRefused: Bool
    ) throws {
        for mode in Deliveries.Mode.allCases {
            let noted: Deliveries.Mode = mode == .live ? .shadow : .live
            let change = try #require(
                ModeChange(from: noted, to: mode, Self.summary(queued: unfinished))
            )
            #expect(change.isRefused(under: permission) == isRefused)
        }
    }

    @Test func `says what becomes of the orders`() throws {
        let summary = Self.summary(queued: 2, withheld: 5)
        let live = try #require(ModeChange(from: .shadow, to: .live, summary))
        #expect(live.consequence.contains("unfinished orders (2) would send from now on"))
        #expect(live.consequence.contains("what was withheld (5) is never sent"))
        let shadow = try #require(ModeChange(from: .live, to: .shadow, summary))
        #expect(shadow.consequence.contains("its unfinished orders (2) would end without"))
    }
}
