import FoundationEssentials
import JSON
import Orders
import Testing

/// Many orders that are run again by the service itself.
extension StoreFact {
    static let redrivingMany = [
        StoreFact("a filter means ended orders by status, error and time, oldest first") {
            fixture async throws in
            let store = fixture.store
            try await end(["1", "2", "3"], .failed, error: "E", in: store)
            try await end(["4"], .failed, error: "F", in: store)
            try await end(["5"], .timedOut, error: "E", in: store)
            try await submit("6", to: store)
            let failed = BulkRedrive.Filter(status: .failed)
            let match = try await store.match(failed, after: 0, limit: 2)
            #expect(match.count == 4)
            #expect(match.orders.map(\.order.text) == ["1", "2"])
            let rest = try await store.match(failed, after: match.orders[1].place, limit: 9)
            #expect(rest.orders.map(\.order.text) == ["3", "4"])
            for (filter, meant) in [
                (BulkRedrive.Filter(status: .failed, error: "F"), ["4"]),
                (BulkRedrive.Filter(status: .timedOut), ["5"]),
                (BulkRedrive.Filter(status: .aborted), []),
                // All end two seconds after noon.
                (BulkRedrive.Filter(status: .timedOut, finishedAfter: noon(plus: 2)), ["5"]),
                (BulkRedrive.Filter(status: .timedOut, finishedAfter: noon(plus: 3)), []),
                (BulkRedrive.Filter(status: .timedOut, finishedBefore: noon(plus: 2)), []),
                (BulkRedrive.Filter(status: .timedOut, finishedBefore: noon(plus: 3)), ["5"]),
                (BulkRedrive.Filter(status: .failed, state: "A"), ["1", "2", "3", "4"]),
                (BulkRedrive.Filter(status: .failed, state: "B"), []),
                (filter { $0.workflow = "w1" }, ["1", "2", "3", "4"]),
                (filter { $0.workflow = "w2" }, []),
                (filter { $0.place = .own }, ["1", "2", "3", "4"]),
                (filter { $0.place = .named("Refunds") }, []),
            ] {
                let found = try await store.match(filter, after: 0, limit: 9).orders
                #expect(found.map(\.order.text) == meant, "\(filter)")
            }
        },
        StoreFact("a filter means no order whose data are erased") { fixture async throws in
            try await end(["1", "2"], .failed, error: "E", in: fixture.store)
            _ = try await erase(in: fixture.store, makeID("1"), by: ada, at: noon)
            let match = try await fixture.store.match(
                BulkRedrive.Filter(status: .failed),
                after: 0,
                limit: 9
            )
            #expect(match.orders.map(\.order.text) == ["2"])
        },
        StoreFact("a bulk redrive is kept with its number and its total, over a restart too") {
            fixture async throws in
            try await end(["1", "2"], .failed, error: "E", in: fixture.store)
            var bulk = BulkRedrive(
                BulkRedrive.Filter(
                    status: .failed,
                    error: "E",
                    finishedAfter: noon,
                    finishedBefore: noon(plus: 9)
                ),
                isFromStart: true,
                isOnCurrent: true,
                rate: 7,
                by: ada,
                at: noon(plus: 9)
            )
            bulk.stops = true
            (bulk.filter.state, bulk.filter.workflow) = ("A", "w1")
            bulk.filter.place = .own
            bulk.patch = try JSONPatch([["op": "add", "path": "/a", "value": 1]])
            let first = try await fixture.store.begin(bulk)
            let second = try await fixture.store.begin(bulk)
            #expect(first.total == 2)
            #expect(second.id > first.id)
            (bulk.id, bulk.total) = (first.id, 2)
            #expect(first == bulk)
            let store = try await fixture.restarted()
            #expect(try await store.bulkRedrive(first.id) == first)
            #expect(try await store.bulkRedrive(99) == nil)
            #expect(try await store.bulkRedrives(limit: 9) == [second, first])
            #expect(try await store.bulkRedrives(limit: 1) == [second])
            #expect(try await store.runningBulkRedrives(limit: 9) == [first, second])
            #expect(try await store.runningBulkRedrives(limit: 1) == [first])
        },
        StoreFact("what was redriven or refused is not in the next slice") { fixture async throws in
            let store = fixture.store
            try await end(["1", "2", "3", "4"], .failed, error: "E", in: store)
            let bulk = try await begin(in: store)
            let slice = try await store.nextSlice(of: bulk.id, limit: 2)
            #expect(slice.map(\.order.text) == ["1", "2"])
            // The same until something is done about them.
            #expect(try await store.nextSlice(of: bulk.id, limit: 2) == slice)
            try await redrive(slice[0], of: bulk.id, in: store)
            try await store.advance(bulk.id, .refused(slice[1].place))
            let next = try await store.nextSlice(of: bulk.id, limit: 9)
            #expect(next.map(\.order.text) == ["3", "4"])
            let kept = try await store.bulkRedrive(bulk.id)
            #expect(kept?.redriven == 1)
            #expect(kept?.refused == 1)
            #expect(kept?.state == .running)
        },
        StoreFact("what fails again after the bulk redrive was asked for is not meant") {
            fixture async throws in
            let store = fixture.store
            try await end(["1"], .failed, error: "E", in: store)
            let bulk = try await begin(at: 2, in: store)
            try await submit("2", to: store)
            let lease = try await claimOne(from: store).lease
            var late = move(failed("E"))
            late.at = noon(plus: 3)
            try await store.record(late, under: lease)
            let slice = try await store.nextSlice(of: bulk.id, limit: 9)
            #expect(slice.map(\.order.text) == ["1"])
        },
        StoreFact("an order that is redriven for one that was cancelled meanwhile is counted") {
            fixture async throws in
            let store = fixture.store
            try await end(["1"], .failed, error: "E", in: store)
            let bulk = try await begin(in: store)
            let slice = try await store.nextSlice(of: bulk.id, limit: 9)
            _ = try await store.cancelBulk(bulk.id, by: ada, at: noon(plus: 10))
            try await redrive(slice[0], of: bulk.id, in: store)
            let kept = try await store.bulkRedrive(bulk.id)
            #expect(kept?.redriven == 1)
            #expect(kept?.state == .cancelled)
        },
        StoreFact("one that has ended goes on no more") { fixture async throws in
            let store = fixture.store
            try await end(["1"], .failed, error: "E", in: store)
            let (finished, cancelled) = (try await begin(in: store), try await begin(in: store))
            try await store.advance(finished.id, .finished(at: noon(plus: 20)))
            #expect(try await store.cancelBulk(finished.id, by: ada, at: noon)?.state == .finished)
            let before = try await store.cancelBulk(cancelled.id, by: ada, at: noon(plus: 30))
            #expect(before?.state == .cancelled)
            #expect(before?.finishedAt == noon(plus: 30))
            #expect(try await store.cancelBulk(99, by: ada, at: noon) == nil)
            for id in [finished.id, cancelled.id] {
                try await store.advance(id, .refused(1))
                try await store.advance(id, .finished(at: noon(plus: 40)))
                #expect(try await store.nextSlice(of: id, limit: 9).isEmpty)
            }
            #expect(try await store.bulkRedrive(finished.id)?.finishedAt == noon(plus: 20))
            #expect(try await store.bulkRedrive(cancelled.id) == before)
            #expect(try await store.runningBulkRedrives(limit: 9).isEmpty)
        },
    ]

    private static let ada = Operator("ada", reason: "the shop is back")

    private static func failed(_ error: String, _ status: OrderStatus = .failed) -> Move.Next {
        .end(Ending(status: status, output: nil, error: error, cause: "c"))
    }

    private static func end(
        _ orders: [String],
        _ status: OrderStatus,
        error: String,
        in store: any TestedStore
    ) async throws {
        for order in orders {
            try await submit(order, to: store)
            let lease = try await claimOne(from: store).lease
            try await store.record(move(failed(error, status)), under: lease)
        }
    }

    private static func filter(
        _ change: (inout BulkRedrive.Filter) -> Void
    ) -> BulkRedrive.Filter {
        var filter = BulkRedrive.Filter(status: .failed)
        change(&filter)
        return filter
    }

    private static func begin(
        at seconds: Double = 9,
        in store: any TestedStore
    ) async throws -> BulkRedrive {
        try await store.begin(
            BulkRedrive(
                BulkRedrive.Filter(status: .failed),
                rate: 1,
                by: ada,
                at: noon(plus: seconds)
            )
        )
    }

    private static func redrive(
        _ place: BulkMatch.Place,
        of bulk: Int64,
        in store: any TestedStore
    ) async throws {
        var revision = change(to: .running)
        revision.bulk = bulk
        let counted = revision
        _ = try await store.revise(place.order) { _ in .revise(counted) }
    }
}
