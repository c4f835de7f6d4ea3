import FoundationEssentials
import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

/// The queue as a whole, and the intake's limits.
@Suite(.closing)
struct `The queue` {
    @Test func `is paused, drained and resumed by request, and says what it does`() async throws {
        try await APIFixture.run { fixture async throws in
            #expect(try await fixture.get("/queue").json()["mode"] == "running")
            let paused = try await fixture.send(.post, "/queue/pause").json()
            #expect(paused["mode"] == "paused")
            #expect(try await fixture.submit("1").status == 202)
            let drained = try await fixture.send(.post, "/queue/drain").json()
            #expect(drained["mode"] == "draining")
            let refused = try await fixture.submit("2")
            #expect(refused.status == 503)
            #expect(refused.fields[.retryAfter] != nil)
            #expect(try refused.json()["type"] == "/problems/draining")
            #expect(try await fixture.store.queueMode() == .draining)
            #expect(try await fixture.submit("1").status == 200, "what was accepted is answered")
            _ = try await fixture.send(.post, "/queue/resume")
            #expect(try await fixture.submit("2").status == 202)
        }
    }

    @Test func `takes no order up before its time`() async throws {
        try await APIFixture.run { fixture async throws in
            let later = fixture.clock.now.addingTimeInterval(3_600)
            let order =
                #"{"orderId":"1","customerEmail":"a@b.de","notBefore":"2027-01-15T09:00:00Z"}"#
            #expect(try await fixture.send(.post, "/orders", order).status == 202)
            #expect(try await fixture.store.nextDue() == later)
            let queue = try await fixture.get("/queue").json()
            #expect(queue["dueLater"] == 1)
            #expect(queue["oldestAgeSeconds"] == 0)
        }
    }

    @Test(arguments: [
        (#""soon""#, "RFC 3339"), ("5", "RFC 3339"), (#""2029-02-29T09:00:00Z""#, "RFC 3339"),
        (#""9999-12-31T23:59:59-00:01""#, "year 9999"),
    ])
    func `refuses a time that is none`(value: String, part: String) async throws {
        try await APIFixture.run { fixture async throws in
            let order = #"{"customerEmail":"a@b.de","notBefore":\#(value)}"#
            let answer = try await fixture.send(.post, "/orders", order)
            #expect(answer.status == 422)
            #expect(try answer.json()["errors"]?[0]?["pointer"] == "/notBefore")
            #expect(answer.text.contains(part))
        }
    }

    @Test func `refuses orders while the disk is nearly full, and takes them again with some room`()
        async throws
    {
        try await APIFixture.run { fixture async throws in
            let look = fixture.housekeeper.look
            let least = Housekeeper.Limits().freeSpace
            for (free, status) in [
                (least, 202), (least - 1, 503), (least, 503), (least + 63_000_000, 503),
                (2 * least, 202), (least, 202),
            ] {
                fixture.freeSpace.value = free
                await look()
                #expect(try await fixture.submit("\(UUID())").status == status, "\(free)")
                #expect(try await fixture.get("/queue").status == 200)
            }
        }
    }
}
