import FoundationEssentials
import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `A service` {
    @Test func `tells how fast orders came and went`() async throws {
        try await APIFixture.run { fixture async throws in
            await fixture.housekeeper.look()
            #expect(try await fixture.get("/rates").json() == ["step": 10, "samples": []])
            try await fixture.submit("1")
            try await fixture.submit("2")
            fixture.clock.advance(by: 10)
            await fixture.housekeeper.look()
            _ = try await fixture.send(.post, "/orders/1/stop")
            fixture.clock.advance(by: 10)
            await fixture.housekeeper.look()
            let samples = try await fixture.get("/rates").json()["samples"]?.array ?? []
            #expect(samples.map { $0["accepted"]?.text } == ["0.2", "0.0"])
            // A person's stop is neither success nor failure.
            #expect(samples.map { $0["succeeded"]?.text } == ["0.0", "0.0"])
            #expect(samples.map { $0["failed"]?.text } == ["0.0", "0.0"])
            #expect(samples.map { $0["backlog"] } == [2, 1])
            fixture.clock.advance(by: 55)
            let last = try await fixture.get("/rates?minutes=1").json()["samples"]?.array ?? []
            #expect(last == [samples[1]])
        }
    }

    @Test(arguments: ["0", "61", "x", ""])
    func `takes no other number of minutes`(minutes: String) async throws {
        try await APIFixture.run { fixture async throws in
            #expect(try await fixture.get("/rates?minutes=\(minutes)").status == 400)
        }
    }

    @Test func `tells which process it is`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let node: JSONValue = [
                "name": "orderd", "boot": 1, "startedAt": "2027-01-15T08:00:00.000Z",
                "version": "1", "host": "machine", "pid": 7, "inFlight": 0, "isSelf": true,
            ]
            #expect(try await fixture.get("/nodes").json() == ["nodes": [node]])
        }
    }
}
