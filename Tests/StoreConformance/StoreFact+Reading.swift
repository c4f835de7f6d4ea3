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
        StoreFact("a list tells errors and their causes, and not of orders that go on") {
            fixture async throws in
            let store = fixture.store
            for number in 1...3 { try await submit("\(number)", to: store) }
            let claims = try await claim(2, from: store)
            let failed = Ending(status: .failed, output: nil, error: "Late", cause: "why")
            try await store.record(move(.end(failed)), under: claims[0].lease)
            try await store.record(move(succeeded), under: claims[1].lease)
            let orders = try await store.list(OrderQuery(limit: 9)).orders
            #expect(orders.map(\.error) == [nil, nil, "Late"])
            #expect(orders.map(\.cause) == [nil, nil, "why"])
        },
        StoreFact("a number means the orders of every workflow, by page and with other filters") {
            fixture async throws in
            let store = fixture.store
            for name in ["Refunds", "Returns"] {
                try await store.register(makeWorkflow(name, named: name))
            }
            for id in ["001", "002", "Refunds:001", "Refunds:002", "Returns:001"] {
                try await submit(id, to: store)
            }
            var query = OrderQuery(makeFilter { $0.number = OrderNumber("001") }, limit: 2)
            let first = try await store.list(query)
            #expect(first.orders.map(\.id.text) == ["Returns:001", "Refunds:001"])
            query.before = first.next
            let second = try await store.list(query)
            #expect(second.orders.map(\.id.text) == ["001"])
            #expect(second.next == nil)
            for (meant, filter) in [
                (
                    ["Refunds:001"],
                    makeFilter { ($0.number, $0.place) = (.init("001"), .named("Refunds")) }
                ),
                (["001"], makeFilter { ($0.number, $0.place) = (.init("001"), .own) }),
                ([], makeFilter { ($0.number, $0.status) = (.init("001"), .failed) }),
                ([], makeFilter { $0.number = .init("003") }),
            ] {
                let page = try await store.list(OrderQuery(filter, limit: 9))
                #expect(page.orders.map(\.id.text) == meant, "\(filter)")
            }
        },
        StoreFact("an e-mail address means the orders in whose inputs it stands") {
            fixture async throws in
            let store = fixture.store
            for (number, input) in [
                ("1", #"{"customerEmail":"Buyer@Example.com"}"#),
                ("2", #"{"customerEmail":"other@example.com"}"#),
                ("3", #"{"parties":[{"mail":"buyer\u0040example.com"}]}"#),
                ("4", #"{"note":"ask buyer@example.com"}"#),
            ] {
                try await submit(number, input: input, to: store)
            }
            let filter = makeFilter { $0.address = AddressSearch("buyer@example.COM") }
            let page = try await store.list(OrderQuery(filter, limit: 9))
            #expect(page.orders.map(\.id.text) == ["3", "1"])
            let lease = try #require(try await claim(1, from: store).first).lease
            try await store.record(move(succeeded), under: lease)
            _ = try await erase(in: store, makeID("1"), by: Operator("ada"), at: noon)
            let rest = try await store.list(OrderQuery(filter, limit: 9))
            #expect(rest.orders.map(\.id.text) == ["3"])
        },
        StoreFact("failures are grouped by status and error, with places, times and examples") {
            fixture async throws in
            let store = fixture.store
            for number in 1...6 { try await submit("\(number)", to: store) }
            let claims = try await claim(5, from: store)
            for (place, error, state, cause) in [
                (0, "E", "A", "first"), (1, "E", "B", "second"), (2, "E", "B", "third"),
                (3, "F", "A", "other"),
            ] {
                let ending = Ending(status: .failed, output: nil, error: error, cause: cause)
                var move = move(.end(ending))
                (move.state, move.at) = (state, noon(plus: Double(place + 1)))
                try await store.record(move, under: claims[place].lease)
            }
            try await store.record(move(succeeded), under: claims[4].lease)
            for store in [store, try await fixture.restarted()] {
                let all = try await store.failures(FailureQuery([.failed, .timedOut])).all
                #expect(all.map(\.error) == ["F", "E"])
                let group = try #require(all.last)
                #expect(group.count == 3)
                #expect(group.cause == "third")
                #expect((group.first, group.last) == (noon(plus: 1), noon(plus: 3)))
                #expect(group.examples.map(\.text) == ["3", "2", "1"])
                #expect(group.parts.map(\.state) == ["B", "A"])
                #expect(group.parts.map(\.count) == [2, 1])
            }
            var query = FailureQuery(
                [.failed],
                finishedAfter: noon(plus: 2),
                finishedBefore: noon(plus: 4)
            )
            let some = try await store.failures(query).all
            #expect(some.map(\.count) == [2])
            query = FailureQuery([.failed])
            query.limit = 2
            let cut = try await store.failures(query)
            #expect(cut.all.map(\.count) == [1, 1])
            #expect(cut.unfinished == [.failed])
        },
        StoreFact("the definitions that were adopted are kept, each once in a row") {
            fixture async throws in
            let store = fixture.store
            let ada = Operator("ada", reason: "a new price")
            let (workflow, other) = (try makeWorkflow(), try makeWorkflow("w2"))
            for known in [workflow, other] { try await store.register(known) }
            try await store.adopt([workflow], by: nil, at: noon)
            try await store.adopt([workflow], by: ada, at: noon(plus: 1))
            try await store.adopt([other], by: ada, at: noon(plus: 2))
            try await store.adopt([workflow], by: nil, at: noon(plus: 3))
            try await submit("1", to: store)
            for store in [store, try await fixture.restarted()] {
                let versions = try await store.versions(of: workflow.name, at: .own, limit: 9)
                #expect(
                    versions == [
                        WorkflowVersion(workflow.id, since: noon(plus: 3), by: nil, unended: 1),
                        WorkflowVersion("w2", since: noon(plus: 2), by: ada),
                        WorkflowVersion(workflow.id, since: noon, by: nil, unended: 1),
                    ]
                )
                #expect(try await store.versions(of: workflow.name, at: .own, limit: 1).count == 1)
                #expect(try await store.versions(of: "none", at: .own, limit: 9).isEmpty)
            }
        },
        StoreFact("two workflows of one definition are told apart") { fixture async throws in
            let store = fixture.store
            let names = ["Refunds", "Returns"]
            let same = try names.map { try makeWorkflow("w9", named: $0) }
            for workflow in same { try await store.register(workflow) }
            try await store.adopt(same, by: nil, at: noon)
            for (name, numbers) in [("Refunds", 1...2), ("Returns", 1...1)] {
                for number in numbers {
                    let order = NewOrder(
                        id: try makeID("\(name):\(number)"),
                        input: Array("{}".utf8),
                        workflow: "w9",
                        createdAt: noon
                    )
                    _ = try await store.submit(order)
                }
            }
            let filter = makeFilter { $0.number = OrderNumber("1") }
            let page = try await store.list(OrderQuery(filter, limit: 9))
            #expect(page.orders.map(\.id.text) == ["Returns:1", "Refunds:1"])
            for (name, count) in [("Refunds", 2), ("Returns", 1)] {
                let versions = try await store.versions(of: name, at: .named(name), limit: 9)
                #expect(versions.map(\.unended) == [count])
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
            for isRestarted in [false, true] {
                // Where nodes share a store, the new process has changed what the old one reads.
                let store = isRestarted ? try await fixture.restarted() : fixture.store
                let summary = try await store.summary(at: noon(plus: 20))
                #expect(summary.orders[.queued] == 1)
                #expect(summary.orders[.running] == 1)
                #expect(summary.orders[.succeeded] == 1)
                #expect(summary.backlog == 2)
                #expect(store.backlog == 2)
                let open: Delivery.Status = isRestarted ? .uncertain : .intended
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
