import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    static let reading = [
        StoreFact("an unknown order is nil") { fixture async throws in
            #expect(try await fixture.store.order(makeID("nobody")) == nil)
        },
        StoreFact("lists are newest first, by page and by status") { fixture async throws in
            let store = fixture.store
            for number in 1...5 { try await submit("\(number)", at: Double(number), to: store) }
            let first = try await store.list(OrderQuery(limit: 2))
            #expect(first.orders.map(\.id.text) == ["5", "4"])
            let second = try await store.list(OrderQuery(before: first.next, limit: 10))
            #expect(second.orders.map(\.id.text) == ["3", "2", "1"])
            #expect(second.next == nil)
            _ = try await claim(2, at: 10, from: store)
            let running = try await store.list(OrderQuery(OrderFilter(status: .running), limit: 10))
            #expect(running.orders.map(\.id.text) == ["2", "1"])
        },
        StoreFact("a page stays what it is while new orders arrive") { fixture async throws in
            let store = fixture.store
            for number in 1...4 { try await submit("\(number)", to: store) }
            let first = try await store.list(OrderQuery(limit: 2))
            for number in 5...8 { try await submit("\(number)", to: store) }
            let second = try await store.list(OrderQuery(before: first.next, limit: 2))
            #expect(second.orders.map(\.id.text) == ["2", "1"])
        },
        StoreFact("lists keep to workflow, state, error and times") { fixture async throws in
            let store = fixture.store
            for number in 1...4 { try await submit("\(number)", at: Double(number), to: store) }
            let claims = try await claim(2, at: 10, from: store)
            let failed = Ending(status: .failed, output: nil, error: "Late", cause: "why")
            try await store.record(move(.end(failed)), under: claims[0].lease)
            try await store.record(move(succeeded), under: claims[1].lease)
            for (meant, filter) in [
                (["1"], makeFilter { $0.error = "Late" }),
                ([], makeFilter { $0.error = "late" }),
                (["1"], makeFilter { ($0.status, $0.error) = (.failed, "Late") }),
                ([], makeFilter { ($0.status, $0.error) = (.succeeded, "Late") }),
                (["2", "1"], makeFilter { $0.state = "A" }),
                (["2"], makeFilter { ($0.status, $0.state) = (.succeeded, "A") }),
                (["4", "3", "2", "1"], makeFilter { $0.workflow = "w1" }),
                ([], makeFilter { $0.workflow = "w2" }),
                (["4", "3", "2", "1"], makeFilter { $0.place = .own }),
                (["2"], makeFilter { ($0.status, $0.place) = (.succeeded, .own) }),
                ([], makeFilter { $0.place = .named("w1") }),
                (["4", "3"], makeFilter { $0.createdAfter = noon(plus: 3) }),
                (["2", "1"], makeFilter { $0.createdBefore = noon(plus: 3) }),
                (["3"], makeFilter { ($0.status, $0.createdBefore) = (.queued, noon(plus: 4)) }),
                (["2", "1"], makeFilter { $0.finishedAfter = noon(plus: 2) }),
                ([], makeFilter { $0.finishedAfter = noon(plus: 3) }),
                ([], makeFilter { $0.finishedBefore = noon(plus: 2) }),
                (["2", "1"], makeFilter { $0.finishedBefore = noon(plus: 3) }),
            ] {
                let page = try await store.list(OrderQuery(filter, limit: 10))
                #expect(page.orders.map(\.id.text) == meant, "\(filter)")
                #expect(page.next == nil)
            }
        },
        StoreFact("the summary counts orders and deliveries by status, over a restart too") {
            fixture async throws in
            for number in 1...3 {
                try await submit("\(number)", at: Double(number), to: fixture.store)
            }
            let claims = try await claim(2, at: 10, from: fixture.store)
            _ = try await fixture.store.intend(email, at: noon, under: claims[0].lease)
            try await fixture.store.record(move(succeeded), under: claims[1].lease)
            for store in [fixture.store, try await fixture.restarted()] {
                let summary = try await store.summary(at: noon(plus: 20))
                #expect(summary.orders[.queued] == 1)
                #expect(summary.orders[.running] == 1)
                #expect(summary.orders[.succeeded] == 1)
                #expect(summary.backlog == 2)
                #expect(store.backlog == 2)
                let open: Delivery.Status = store === fixture.store ? .intended : .uncertain
                #expect(summary.deliveries[open] == 1)
                #expect(summary.oldestQueued == noon(plus: 3))
                #expect(summary.size > 0)
            }
        },
    ]
}

private func makeFilter(_ change: (inout OrderFilter) -> Void) -> OrderFilter {
    var filter = OrderFilter()
    change(&filter)
    return filter
}
