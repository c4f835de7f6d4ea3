import FoundationEssentials
import JSON
import Logging
import OrderStoreSQLite
import Testing

@testable import Orders

/// Many orders run again by the service itself.
@Suite(.timeLimit(.minutes(5)))
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
            #expect(match.orders.map(\.number.text) == ["1", "2"])
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
            wake: WakeSignal(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }
}
