import FoundationEssentials
import JSON
import Logging
import OrderStoreSQLite
import TestClosing
import Testing

@testable import Orders

/// Many orders run again by the service itself.
@Suite(.closing)
struct `A bulk redrive` {
    @Test func `redrives what matches, a slice at a time, and goes on after a restart`()
        async throws
    {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction { call, index in
                index < 5
                    ? .failed(error: index < 4 ? "E" : "Other", cause: "c") : .succeeded(.null)
            }
        )
        try await fixture.run {
            for index in 1...5 {
                let order = #"{"orderId":"\#(index)","customerEmail":"a@example.com"}"#
                _ = try await fixture.intake.submit(Array(order.utf8))
                _ = try await fixture.order("\(index)", is: [.failed])
            }
            let filter = BulkRedrive.Filter(status: .failed, error: "E")
            let match = try await fixture.store.match(filter, after: 0, limit: 2)
            #expect(match.count == 4)
            #expect(match.orders.map(\.order.text) == ["1", "2"])
            let ada = Operator("ada", reason: "the shop is back")
            let now = fixture.clock.now
            let begun = try await fixture.store.begin(
                BulkRedrive(filter, rate: 3, by: ada, at: now)
            )
            #expect(begun.total == 4)
            // Two redrivers after each other, as of two processes.
            #expect(await redriver(fixture).step())
            let half = try await fixture.store.bulkRedrives(limit: 1).first
            #expect(half?.redriven == 3)
            while await redriver(fixture).step() {}
            let done = try await fixture.store.bulkRedrives(limit: 1).first
            #expect(done?.state == .finished)
            #expect(done?.redriven == 4)
            for index in 1...4 {
                let order = try await fixture.order("\(index)", is: [.succeeded])
                #expect(order.redrives == 1)
                #expect(order.audit.map(\.by) == [ada])
            }
            #expect(try await fixture.order("5", is: [.failed]).redrives == 0)
        }
    }

    @Test func `changes inputs by its patch, and refuses an order that it does not fit`()
        async throws
    {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction { call, index in
                index < 2 ? .failed(error: "E", cause: "c") : .succeeded(.null)
            }
        )
        try await fixture.run {
            for (number, address) in [("1", "old@example.com"), ("2", "other@example.com")] {
                let order = #"{"orderId":"\#(number)","customerEmail":"\#(address)"}"#
                _ = try await fixture.intake.submit(Array(order.utf8))
                _ = try await fixture.order(number, is: [.failed])
            }
            let path: JSONValue = "/customerEmail"
            let patch = try JSONPatch([
                ["op": "test", "path": path, "value": "old@example.com"],
                ["op": "replace", "path": path, "value": "new@example.com"],
            ])
            let filter = BulkRedrive.Filter(status: .failed)
            let match = try await fixture.store.match(filter, after: 0, limit: 9)
            let preview = try await fixture.control.preview(patch, of: match.orders)
            #expect(preview.map(\.order.text) == ["1", "2"])
            #expect(
                throws: OrderFaults([
                    OrderFault("/input/0", "the value at /customerEmail is not \"old@example.com\"")
                ])
            ) { try preview[1].input.get() }
            let begun = try await fixture.control.begin(
                filter,
                .redrive(Redrive(from: .beginning(input: nil)), patch: patch),
                rate: 9,
                by: Operator("ada")
            )
            while await redriver(fixture).step() {}
            let done = try await fixture.store.bulkRedrive(begun.id)
            #expect(done?.redriven == 1)
            #expect(done?.refused == 1)
            #expect(done?.patch == patch.withoutValues)
            let changed = try await fixture.order("1", is: [.succeeded])
            let input = try JSONValue(parsing: changed.input)
            #expect(input["customerEmail"] == "new@example.com")
            let kept = try await fixture.order("2", is: [.failed])
            #expect(kept.redrives == 0)
        }
    }

    @Test func `ends orders that run, and none that came after it`() async throws {
        let fixture = try await EngineFixture(
            #"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9000,"End":true}}}"#,
            function: ScriptedFunction([])
        )
        try await fixture.run {
            for number in ["001", "002", "003"] {
                _ = try await fixture.intake.submit(`The engine`.order(number))
                _ = try await fixture.order(number, is: [.running])
            }
            let last = try await fixture.order("003", is: [.running]).createdAt
            var bulk = BulkRedrive(
                BulkRedrive.Filter(status: .running, finishedBefore: last),
                rate: 1,
                by: Operator("ada"),
                at: fixture.clock.now
            )
            bulk.stops = true
            bulk = try await fixture.store.begin(bulk)
            while await redriver(fixture).step() {}
            let ended = try await fixture.store.bulkRedrive(bulk.id)
            #expect(ended?.state == .finished)
            #expect(try await fixture.order("001", is: [.aborted, .running]).status == .aborted)
            #expect(try await fixture.order("003", is: [.aborted, .running]).status == .running)
        }
    }

    @Test func `counts an order with its redrive, so that a crash in between has none done twice`()
        async throws
    {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.failed(error: "E", cause: "c")])
        )
        try await fixture.run {
            for number in ["1", "2", "3"] {
                _ = try await fixture.intake.submit(`The engine`.order(number))
                _ = try await fixture.order(number, is: [.failed])
            }
            let ada = Operator("ada")
            let begun = try await fixture.store.begin(
                BulkRedrive(
                    BulkRedrive.Filter(status: .failed),
                    rate: 10,
                    by: ada,
                    // As if the clock had been set back since.
                    at: fixture.clock.now.addingTimeInterval(3_600)
                )
            )
            // A process that ends in the midst of a slice.
            var redrive = Redrive()
            redrive.bulk = begun.id
            _ = try await fixture.control.redrive(EngineFixture.id("1"), redrive, by: ada)
            _ = try await fixture.order("1") { $0.status == .failed && $0.redrives == 1 }
            #expect(try await fixture.store.bulkRedrives(limit: 1).first?.redriven == 1)
            while await redriver(fixture).step() {}
            let done = try await fixture.store.bulkRedrives(limit: 1).first
            #expect(done?.redriven == 3)
            #expect(done?.refused == 0)
            for number in ["1", "2", "3"] {
                let order = try await fixture.order(number) {
                    $0.status == .failed && $0.redrives > 0
                }
                #expect(order.redrives == 1)
            }
        }
    }

    @Test func `is carried on however many were begun after it`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.failed(error: "E", cause: "c")])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001", is: [.failed])
            let (ada, now) = (Operator("ada"), fixture.clock.now)
            let failed = BulkRedrive.Filter(status: .failed)
            let first = try await fixture.store.begin(
                BulkRedrive(failed, rate: 1, by: ada, at: now)
            )
            for _ in 0..<BulkRedriver.maximumAtATime {
                let later = try await fixture.store.begin(
                    BulkRedrive(failed, rate: 1, by: ada, at: now)
                )
                _ = try await fixture.store.cancelBulk(later.id, by: ada, at: now)
            }
            #expect(await redriver(fixture).step())
            #expect(try await fixture.store.bulkRedrive(first.id)?.redriven == 1)
        }
    }

    @Test func `that is cancelled touches nothing more`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.failed(error: "E", cause: "c")])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001", is: [.failed])
            let ada = Operator("ada")
            let filter = BulkRedrive.Filter(status: .failed)
            let now = fixture.clock.now
            let begun = try await fixture.store.begin(
                BulkRedrive(filter, rate: 1, by: ada, at: now)
            )
            let ended = try await fixture.store.cancelBulk(begun.id, by: ada, at: now)
            #expect(ended?.state == .cancelled)
            #expect(await !redriver(fixture).step())
            #expect(try await fixture.order("001", is: [.failed]).redrives == 0)
            #expect(try await fixture.store.cancelBulk(99, by: ada, at: now) == nil)
        }
    }

    private func redriver(_ fixture: EngineFixture) -> BulkRedriver {
        BulkRedriver(
            store: fixture.store,
            control: fixture.control,
            clock: fixture.clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }
}
