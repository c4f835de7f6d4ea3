import FoundationEssentials
import Orders
import Testing

/// An order is known by its workflow and its number in it.
extension StoreFact {
    static let identifying = [
        StoreFact("one number of two workflows is two orders") { fixture async throws in
            let store = fixture.store
            for id in ["001", "Refunds:001", "Returns:001"] {
                #expect(try await submit(id, to: store) == .accepted)
            }
            guard case .existing(let refund) = try await submit("Refunds:001", at: 9, to: store)
            else { throw Expected("the existing order") }
            #expect(refund.id == OrderID("Refunds:001"))
            let later = try await fixture.restarted()
            for id in ["001", "Refunds:001", "Returns:001"] {
                let order = try #require(try await later.order(makeID(id)))
                #expect(order.id.text == id)
                #expect(order.input == Array(#"{"orderId":"\#(id)"}"#.utf8))
            }
            #expect(try await later.order(makeID("Other:001")) == nil)
            let list = try await later.list(OrderQuery(limit: 9)).orders.map(\.id.text)
            #expect(list == ["Returns:001", "Refunds:001", "001"])
            for (place, meant) in [
                (OrderFilter.Place.own, ["001"]), (.named("Refunds"), ["Refunds:001"]),
                (.named("Refund"), []),
            ] {
                for status in [nil, OrderStatus.queued] {
                    var filter = OrderFilter(status: status)
                    filter.place = place
                    let page = try await later.list(OrderQuery(filter, limit: 9))
                    #expect(page.orders.map(\.id.text) == meant, "\(filter)")
                }
            }
        },
        StoreFact("each of them goes its own way") { fixture async throws in
            let store = fixture.store
            for id in ["001", "Refunds:001"] { try await submit(id, to: store) }
            let claims = try await claim(from: store)
            #expect(claims.map(\.lease.id.text) == ["001", "Refunds:001"])
            _ = try await store.intend(email, at: noon, under: claims[1].lease)
            try await store.record(move(succeeded, events: 1...1), under: claims[0].lease)
            let refund = try #require(try await store.order(makeID("Refunds:001")))
            #expect(refund.status == .running)
            #expect(refund.deliveries.map(\.order.text) == ["Refunds:001"])
            #expect(try await store.order(makeID("001"))?.status == .succeeded)
            let history = try await store.history(of: makeID("Refunds:001"), after: 0, limit: 9)
            #expect(history?.events.isEmpty == true)
            #expect(try await store.standing(makeID("Refunds:001"))?.order.status == .running)
            _ = try await store.revise(makeID("Refunds:001")) { _ in
                .revise(change(to: .aborted))
            }
            #expect(try await store.order(makeID("001"))?.status == .succeeded)
            #expect(try await store.order(makeID("Refunds:001"))?.status == .aborted)
        },
        StoreFact("every lease names its order and its node") { fixture async throws in
            try await submit("Refunds:001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            #expect(lease.id == OrderID("Refunds:001"))
            #expect(lease.node == fixture.store.node)
            #expect(lease.fence > 0)
            // At another node it is worth nothing.
            var foreign = lease
            foreign.node = "elsewhere"
            let stolen = foreign
            await expectLeaseLost {
                try await fixture.store.record(move(.proceed), under: stolen)
            }
            #expect(try await fixture.store.prolong([stolen], until: noon(plus: 99)) == [stolen])
            try await fixture.store.record(move(.proceed), under: lease)
        },
    ]
}
