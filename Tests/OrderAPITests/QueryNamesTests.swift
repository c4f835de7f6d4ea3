import HTTP
import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

/// A name that means nothing may be a misspelt wish.
@Suite(.closing)
struct `The names of a query` {
    @Test func `that mean nothing are refused alike on every route`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            // Its stream of events ends at once, should it be asked for.
            _ = try await fixture.send(.post, "/orders/1/stop")
            for (method, path, _) in try await Self.routes(fixture) {
                let target = path.replacing("{id}", with: "1") + "?satus=x"
                let answer = try await fixture.send(method, target)
                #expect(answer.status == 400, "\(method) \(target): \(answer.text)")
                let problem = try answer.json()
                #expect(problem["type"] == "/problems/bad-request")
                #expect(problem["detail"]?.string?.hasPrefix("satus means nothing here") == true)
                let empty = try await fixture.send(
                    .options,
                    path.replacing("{id}", with: "1") + "?"
                )
                #expect(empty.status == 204)
            }
        }
    }

    @Test func `are those that the description has`() async throws {
        try await APIFixture.run { fixture async throws in
            for (method, path, described) in try await Self.routes(fixture) {
                let router = fixture.api.router
                guard
                    case .found(let endpoint, _) = router.match(
                        method,
                        path.replacing("{id}", with: "1")
                    )
                else {
                    Issue.record("\(method) \(path) leads nowhere")
                    continue
                }
                #expect(endpoint.queryNames.sorted() == described.sorted(), "\(method) \(path)")
            }
        }
    }

    @Test(arguments: [
        ("/orders?satus=x", "possible are createdAfter, createdBefore, cursor, email, error"),
        ("/orders/1/history?limt=1", "limt means nothing here; possible are after, limit"),
        ("/orders/1/events?since=1", "possible are after"),
        ("/deliveries?type=email", "possible are cursor, kind, limit, name, status"),
        ("/queue?x", "x means nothing here: this path takes no query"),
        ("/livez?x=1", "this path takes no query"),
        ("/orders/1/history?after=1&after=2", "after is given more than once"),
        ("/health?%FF=1", "an escape that is no UTF-8"),
    ])
    func `are told`(target: String, detail: String) async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            // Its stream of events ends at once, should it be asked for.
            _ = try await fixture.send(.post, "/orders/1/stop")
            let answer = try await fixture.get(target)
            #expect(answer.status == 400)
            #expect(try answer.json()["detail"]?.string?.contains(detail) == true, "\(answer.text)")
        }
    }

    @Test func `may be missing`() async throws {
        try await APIFixture.run { fixture async throws in
            for target in ["/health?", "/orders?", "/orders?&&", "/queue?&"] {
                #expect(try await fixture.get(target).status == 200, "\(target)")
            }
        }
    }

    /// Method, path and the names of the query, as the description has them.
    private static func routes(
        _ fixture: APIFixture
    ) async throws -> [(HTTPRequest.Method, String, [String])] {
        let paths = try await fixture.get("/openapi.json").json()["paths"]?.object ?? [:]
        return paths.flatMap { path, item in
            (item.object ?? [:]).compactMap { name, operation in
                guard name != "parameters", let method = HTTPRequest.Method(name.uppercased())
                else { return nil }
                let parameters = operation["parameters"]?.array ?? []
                let names = parameters.filter { $0["in"] == "query" }.compactMap {
                    $0["name"]?.string
                }
                return (method, path, names)
            }
        }
    }
}
