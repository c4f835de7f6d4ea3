import FoundationEssentials
import HTTPTypes
import JSON
import Orders
import StatesLanguage
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

/// What operators look at when orders have come to nothing: lists with errors, groups, and many run again in parts.
@Suite(.closing)
struct `Orders that failed` {
    /// Three orders that ended, a second each after the other: two with `Declined`, one with `NoStock`.
    private static func makeFailed(_ fixture: APIFixture) async throws {
        for (number, error) in [("1", "Declined"), ("2", "NoStock"), ("3", "Declined")] {
            try await fixture.submit(number)
            let ending = Ending(
                status: .failed,
                output: nil,
                error: error,
                cause: String(repeating: "x", count: 299) + "é of \(number)"
            )
            try await fixture.record(try await fixture.claim(), events: 1, next: .end(ending))
            fixture.clock.advance(by: 1)
        }
    }

    @Test func `tell their errors in a list, and the beginning of the cause`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            try await fixture.submit("4")
            let orders = try await fixture.get("/orders").json()["orders"]?.array ?? []
            #expect(orders.map { $0["error"] } == [nil, "Declined", "NoStock", "Declined"])
            #expect(orders[1]["cause"]?.string == String(repeating: "x", count: 299) + "é")
        }
    }

    @Test func `are grouped by status and error`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let groups = try await fixture.get("/failures").json()["groups"]?.array ?? []
            #expect(groups.map { $0["error"] } == ["Declined", "NoStock"])
            let group = try #require(groups.first)
            #expect(group["status"] == "FAILED")
            #expect(group["count"] == 2)
            #expect(group["isMore"] == false)
            #expect(group["first"] == "2027-01-15T08:00:00.000Z")
            #expect(group["last"] == "2027-01-15T08:00:02.000Z")
            #expect(group["examples"] == ["3", "1"])
            #expect(group["parts"] == [["state": "P", "workflow": "W", "count": 2]])
        }
    }

    @Test(arguments: [
        ("status=HELD,ABORTED", 0), ("status=failed", 2), ("status=FAILED,failed", 2),
        ("finishedAfter=2027-01-15T08:00:02Z", 1),
        ("finishedBefore=2027-01-15T08:00:01Z", 1), ("finishedAfter=2027-01-15T08:00:03Z", 0),
    ])
    func `are those that the query means`(query: String, count: Int) async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let answer = try await fixture.get("/failures?\(query)").json()
            #expect(answer["groups"]?.array?.count == count)
        }
    }

    @Test(arguments: [
        (
            "status=QUEUED",
            "status must be of FAILED, TIMED_OUT, ABORTED, HELD, with commas between"
        ), ("status=", "status must be of FAILED, TIMED_OUT, ABORTED, HELD, with commas between"),
        ("finishedAfter=noon", "finishedAfter must be a time such as 2026-11-23T12:00:00Z"),
    ])
    func `are not asked for in other words`(query: String, detail: String) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.get("/failures?\(query)")
            #expect(answer.status == 400)
            #expect(try answer.json()["detail"]?.string == detail)
        }
    }

    @Test(arguments: [
        (#""state":"P""#, 3), (#""state":"Q""#, 0), (#""workflow":"W""#, 3),
        (#""workflow":"Refunds""#, 0), (#""workflow":"\#(String(repeating: "0", count: 64))""#, 0),
        (#""state":"P","error":"NoStock","workflow":"W""#, 1),
    ])
    func `are run again by state and workflow`(members: String, count: Int) async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let body = #"{\#(members),"preview":true}"#
            let preview = try await fixture.send(.post, "/redrives", body).json()
            #expect(preview["matching"]?.int == count)
            let begun = try await fixture.send(.post, "/redrives", "{\(members)}")
            #expect(begun.status == 202)
            #expect(try begun.json()["total"]?.int == count)
            let kept = try await fixture.get("/redrives/1").json()
            #expect(["running", "finished"].contains(kept["state"]?.string))
            for (name, value) in try JSONValue(parsing: Array("{\(members)}".utf8)).object ?? [:] {
                // A bulk redrive has a state of its own.
                #expect(kept[name == "state" ? "inState" : name] == value)
            }
        }
    }

    @Test(arguments: ["", "{}", #"{"ratePerSecond":5,"from":"start","reason":"again"}"#])
    func `are not all run again by a request that does not say which`(body: String) async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let answer = try await fixture.send(.post, "/redrives", body)
            #expect(answer.status == 400)
            let detail = try answer.json()["detail"]?.string
            #expect(detail?.hasPrefix("say which orders: a status, error, state, workflow") == true)
            let all = try await fixture.get("/redrives").json()
            #expect(all["redrives"] == [])
        }
    }

    @Test func `show beforehand what a patch makes of their inputs`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let patch =
                #"[{"op":"test","path":"/orderId","value":"1"},{"op":"add","path":"/note","value":"again"}]"#
            let body = #"{"status":"FAILED","from":"start","input":\#(patch)"#
            let preview = try await fixture.send(.post, "/redrives", body + #","preview":true}"#)
            let patched = try preview.json()["patched"]?.array ?? []
            #expect(patched.map { $0["orderId"] } == ["1", "2", "3"])
            #expect(patched[0]["input"]?["note"] == "again")
            #expect(patched[1]["fault"] == #"/input/0 the value at /orderId is not "1""#)
            let begun = try await fixture.send(.post, "/redrives", body + "}")
            #expect(begun.status == 202)
            #expect(try begun.json()["input"]?[1]?["value"] == "again")
            #expect(try await fixture.get("/redrives/1").json()["input"]?.array?.count == 2)
        }
    }

    @Test func `that are asked for twice are counted once`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let once = try await fixture.get("/failures?status=FAILED")
            #expect(try await fixture.get("/failures?status=FAILED,failed").text == once.text)
        }
    }

    @Test func `no longer show what a patch brought once its redrive has ended`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeFailed(fixture)
            let patch = #"[{"op":"add","path":"/note","value":"for Ada"}]"#
            _ = try await fixture.send(
                .post,
                "/redrives",
                #"{"status":"FAILED","from":"start","input":\#(patch)}"#
            )
            #expect(try await fixture.get("/redrives/1").text.contains("for Ada"))
            #expect(try await fixture.get("/redrives").text.contains("for Ada") == false)
            let cancelled = try await fixture.send(.post, "/redrives/1/cancel").json()
            #expect(cancelled["input"] == [["op": "add", "path": "/note", "value": nil]])
            let kept = try await fixture.get("/redrives/1").json()
            #expect(kept["input"] == cancelled["input"])
        }
    }

    @Test(arguments: [
        (
            #"{"status":"HELD","action":"stop","from":"start","input":[]}"#, 400,
            "orders that are stopped take no patch of their inputs"
        ),
        (
            #"{"status":"HELD","from":"start","input":[]}"#, 400,
            "orders that are HELD go on where they are; stop them, then redrive them with a patch"
        ),
        (
            #"{"input":[]}"#, 400,
            "a patch of the inputs needs \"from\":\"start\": a failed state has its own"
        ),
        (#"{"from":"start","input":{"a":1}}"#, 422, "a JSON Patch is an array, not object"),
        (
            #"{"from":"start","input":[{"op":"remove"}]}"#, 422,
            "it needs path, a string such as /customerEmail"
        ),
    ])
    func `are not changed by what is no patch`(
        body: String,
        status: Int,
        detail: String
    ) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/redrives", body)
            #expect(answer.status == status)
            let told = try answer.json()
            #expect((told["errors"]?[0]?["detail"] ?? told["detail"])?.string == detail)
        }
    }
}

@Suite(.closing)
struct `A search for orders` {
    @Test(arguments: [
        ("email=BUYER@example.com", ["2"]), ("email=nobody@example.com", []), ("number=1", ["1"]),
        ("number=1&email=buyer%40example.com", []), ("number=2&status=QUEUED", ["2"]),
        ("number=2&status=FAILED", []), ("number=none", []),
    ])
    func `finds them by number and by e-mail`(query: String, found: [String]) async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let body = #"{"orderId":"2","customerEmail":"Buyer@example.com"}"#
            _ = try await fixture.send(.post, "/orders", body)
            let answer = try await fixture.get("/orders?\(query)").json()
            #expect(answer["orders"]?.array?.map { $0["orderId"]?.string } == found)
        }
    }

    @Test(arguments: [
        "number=a:b", "number=", "email=", "email=ada",
        "email=@\(String(repeating: "a", count: 320))",
    ])
    func `says what it cannot look for`(query: String) async throws {
        try await APIFixture.run { fixture async throws in
            #expect(try await fixture.get("/orders?\(query)").status == 400)
        }
    }

    @Test func `keeps what it looks for in the address of the next page`() async throws {
        try await APIFixture.run { fixture async throws in
            for number in 1...3 { try await fixture.submit("\(number)") }
            let page = try await fixture.get("/orders?email=a%40example.com&limit=2").json()
            let next = try #require(page["next"]?.string)
            #expect(next.contains("&email=a%40example.com"))
            let rest = try await fixture.get(next).json()
            #expect(rest["orders"]?.array?.map { $0["orderId"] } == ["1"])
        }
    }
}

@Suite(.closing)
struct `The ledger` {
    @Test func `is read by page, by kind and by name`() async throws {
        try await APIFixture.run { fixture async throws in
            for number in 1...3 {
                try await fixture.submit("\(number)")
                _ = try await fixture.makeUncertainDelivery()
            }
            let page = try await fixture.get("/deliveries?limit=2&kind=email").json()
            #expect(page["deliveries"]?.array?.map { $0["orderId"] } == ["3", "2"])
            let next = try #require(page["next"]?.string)
            #expect(next.hasPrefix("/deliveries?limit=2&status=uncertain&kind=email&cursor="))
            let rest = try await fixture.get(next).json()
            #expect(rest["deliveries"]?.array?.map { $0["orderId"] } == ["1"])
            #expect(rest["next"] == nil)
            for (query, count) in [("kind=notice", 0), ("name=confirmation", 3), ("name=x", 0)] {
                let found = try await fixture.get("/deliveries?\(query)").json()
                #expect(found["deliveries"]?.array?.count == count, "\(query)")
            }
            let unknown = try await fixture.get("/deliveries?kind=fax")
            #expect(unknown.status == 400)
        }
    }
}

@Suite(.closing)
struct `The versions of a workflow` {
    @Test func `say who brought which definition, and how many orders are on it`() async throws {
        try await APIFixture.run { fixture async throws in
            let fields: HTTPFields = [.operatorName: "ada"]
            let body = #"{"reason":"first"}"#
            _ = try await fixture.send(.post, "/workflows/reload", body, fields: fields)
            try await fixture.submit("1")
            let versions = try await fixture.get("/workflows/W/versions").json()["versions"]
            #expect(
                versions == [
                    [
                        "id": "w", "since": "2027-01-15T08:00:00.000Z", "by": "ada",
                        "reason": "first", "orders": 1, "current": true,
                    ]
                ]
            )
            #expect(try await fixture.get("/workflows/none/versions").status == 404)
        }
    }
}
