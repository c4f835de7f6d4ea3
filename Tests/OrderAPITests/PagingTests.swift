import Formats
import HTTPTypes
import JSON
import Orders
import StatesLanguage
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `The links of a page` {
    @Test(arguments: [1, 2, 3, 7, 8])
    func `lead through all orders, newest first`(limit: Int) async throws {
        try await APIFixture.run { fixture in
            for number in 1...7 { try await fixture.submit("\(number)") }
            let pages = try await Self.pages(from: "/orders?limit=\(limit)", fixture)
            let numbers = pages.flatMap { $0["orders"]?.array ?? [] }
                .compactMap { $0["orderId"]?.string }
            #expect(numbers == ["7", "6", "5", "4", "3", "2", "1"])
            #expect(pages.allSatisfy { ($0["orders"]?.array?.count ?? 0) <= limit })
        }
    }

    @Test func `keep to the status that was asked for`() async throws {
        try await APIFixture.run { fixture in
            for number in 1...5 { try await fixture.submit("\(number)") }
            try await fixture.record(fixture.claim(), events: 1, next: .hold(reason: "?"))
            let pages = try await Self.pages(from: "/orders?limit=2&status=queued", fixture)
            let numbers = pages.flatMap { $0["orders"]?.array ?? [] }
                .compactMap { $0["orderId"]?.string }
            #expect(numbers == ["5", "4", "3", "2"])
            let held = try await fixture.get("/orders?status=HELD").json()
            #expect(held["orders"]?[0]?["orderId"] == "1")
        }
    }

    @Test func `keep to the filters, whatever arrives in between`() async throws {
        try await APIFixture.run { fixture in
            for number in 1...5 { try await fixture.submit("\(number)") }
            let created = Timestamp.text(fixture.clock.now)
            fixture.clock.advance(by: 60)
            let filter = "workflow=W&createdAfter=\(created)&createdBefore=2100-01-01T00:00:00Z"
            let first = try await fixture.get("/orders?limit=2&\(filter)").json()
            #expect(Self.numbers(first) == ["5", "4"])
            for number in 6...9 { try await fixture.submit("\(number)") }
            let next = try #require(first["next"]?.string)
            #expect(next.contains("workflow=W&createdAfter="))
            let rest = try await Self.pages(from: next, fixture).flatMap(Self.numbers)
            #expect(rest == ["3", "2", "1"])
        }
    }

    /// Both are instants of RFC 3339 in whose year UTC is not.
    @Test(arguments: [
        "createdAfter=0000-01-01T00:00:00%2B01:00", "createdBefore=9999-12-31T23:59:59-01:00",
    ])
    func `repeat an instant that lies beyond the years of four digits`(query: String) async throws {
        try await APIFixture.run { fixture in
            for number in 1...3 { try await fixture.submit("\(number)") }
            let pages = try await Self.pages(from: "/orders?limit=1&\(query)", fixture)
            #expect(pages.flatMap(Self.numbers) == ["3", "2", "1"])
        }
    }

    @Test(arguments: [
        "stauts=FAILED", "status=QUEUED&status=HELD", "createdAfter=yesterday", "finishedBefore=1",
    ])
    func `are not given for a filter that means nothing`(query: String) async throws {
        try await APIFixture.run { fixture async throws in
            #expect(try await fixture.get("/orders?\(query)").status == 400)
        }
    }

    @Test(arguments: [
        ("W", 1), ("Refunds", 0), (String(repeating: "0", count: 64), 0),
    ])
    func `means a workflow by its name, or a definition by its digest`(
        workflow: String,
        count: Int
    ) async throws {
        try await APIFixture.run { fixture in
            _ = try await fixture.submit("1")
            let page = try await fixture.get("/orders?workflow=\(workflow)").json()
            #expect(page["orders"]?.array?.count == count)
        }
    }

    @Test(arguments: ["error=E%26F", "state=Ship+it", "status=succeeded", "workflow=other"])
    func `are missing for a filter that means no order`(query: String) async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            #expect(try await fixture.get("/orders?\(query)").text == #"{"orders":[]}"#)
        }
    }

    @Test(arguments: [1, 2, 5, 6])
    func `lead through a whole history`(limit: Int) async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            try await fixture.record(fixture.claim(), events: 5, next: .proceed)
            let first = "/orders/1/history?limit=\(limit)"
            let pages = try await Self.pages(from: first, fixture)
            let ids = pages.flatMap { $0["events"]?.array ?? [] }.compactMap { $0["id"]?.int }
            #expect(ids == [1, 2, 3, 4, 5])
        }
    }

    @Test func `are missing where nothing follows`() async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.get("/orders")
            #expect(answer.text == #"{"orders":[]}"#)
            #expect(answer.fields[.link] == nil)
        }
    }

    private static func numbers(_ page: JSONValue) -> [String] {
        (page["orders"]?.array ?? []).compactMap { $0["orderId"]?.string }
    }

    /// All pages by following `next`, which the Link field repeats.
    private static func pages(
        from target: String,
        _ fixture: APIFixture
    ) async throws -> [JSONValue] {
        var pages: [JSONValue] = []
        var next: String? = target
        while let target = next, pages.count < 20 {
            let answer = try await fixture.get(target)
            #expect(answer.status == 200)
            let page = try answer.json()
            next = page["next"]?.string
            #expect(answer.fields[.link] == next.map { "<\($0)>; rel=\"next\"" })
            pages.append(page)
        }
        return pages
    }
}
