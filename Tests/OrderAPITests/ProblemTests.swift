import HTTP
import HTTPTypes
import JSON
import OrderStoreSQLite
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `A problem` {
    /// Method, target, body and its type; status and the last part of the problem's type.
    private static let requests:
        [(
            method: HTTPRequest.Method, target: String, body: String, type: String?,
            status: Int, problem: String
        )] = [
            (.get, "/nothing", "", nil, 404, "not-found"),
            (.get, "/orders/1/history/x", "", nil, 404, "not-found"),
            (.get, "/orders/%FF", "", nil, 400, "bad-request"),
            (.get, "/orders?limit=%FF", "", nil, 400, "bad-request"),
            (.get, "/orders?limit=201", "", nil, 400, "bad-request"),
            (.get, "/orders/1/history?limit=1001", "", nil, 400, "bad-request"),
            (.delete, "/orders", "", nil, 405, "method-not-allowed"),
            (.post, "/health", "", nil, 405, "method-not-allowed"),
            (HTTPRequest.Method("BREW") ?? .get, "/orders", "", nil, 501, "unknown-method"),
            (.post, "/orders", "", nil, 411, "length-required"),
            (.post, "/orders", "x", "text/plain", 415, "unsupported-media-type"),
            (.post, "/orders", "x", "application/json", 400, "bad-request"),
            (.post, "/orders", "{}", nil, 422, "invalid-order"),
            (.post, "/orders", "[]", "application/vnd.order+json", 422, "invalid-order"),
            (.post, "/deliveries/x/decision", #"{"decision":"resend"}"#, nil, 404, "not-found"),
            (
                .post, "/deliveries/1/decision", "resend", "text/plain", 415,
                "unsupported-media-type"
            ),
        ]

    @Test func `says what happened in the form of RFC 9457`() async throws {
        try await APIFixture.run { fixture in
            for request in Self.requests {
                let answer = try await fixture.send(
                    request.method,
                    request.target,
                    request.body,
                    type: request.type
                )
                let problem = try answer.json()
                let name = "\(request.method) \(request.target) \(request.body): \(problem)"
                #expect(answer.status == request.status, "\(name)")
                #expect(answer.fields[.contentType] == "application/problem+json", "\(name)")
                #expect(problem["status"]?.int == request.status, "\(name)")
                #expect(problem["type"]?.string == "/problems/\(request.problem)", "\(name)")
                #expect(problem["title"]?.string?.isEmpty == false, "\(name)")
                #expect(problem["detail"]?.string?.isEmpty == false, "\(name)")
                #expect(problem["requestId"] == "request-1", "\(name)")
            }
        }
    }

    @Test func `of an order points at each fault`() async throws {
        try await APIFixture.run { fixture in
            let body = #"{"orderId":"a/b","customerEmail":"nobody"}"#
            let problem = try await fixture.send(.post, "/orders", body).json()
            let pointers = problem["errors"]?.array?.compactMap { $0["pointer"]?.string }
            #expect(pointers?.sorted() == ["/customerEmail", "/orderId"])
            let details = problem["errors"]?.array?.compactMap { $0["detail"]?.string } ?? []
            #expect(details.count == 2)
            #expect(details.allSatisfy { problem["detail"]?.string?.contains($0) == true })
        }
    }

    @Test func `of a method says which are possible`() async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.send(.put, "/orders/1")
            #expect(answer.fields[.allow] == "DELETE, GET, HEAD, OPTIONS")
        }
    }

    @Test func `of a full backlog says when to come back, and reading goes on`() async throws {
        try await APIFixture.run(backlog: 1) { fixture in
            #expect(try await fixture.submit("1").status == 202)
            let answer = try await fixture.submit("2")
            #expect(answer.status == 503)
            #expect(try answer.json()["type"] == "/problems/backlog-full")
            #expect(answer.fields[.retryAfter] == "5")
            #expect(try await fixture.get("/orders/1").status == 200)
        }
    }

    @Test func `of a store that cannot answer says that nothing was accepted`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.store.close()
            for target in ["/orders", "/orders/1", "/orders/1/history", "/deliveries", "/queue"] {
                let answer = try await fixture.get(target)
                #expect(answer.status == 503, "\(target): \(answer.text)")
                #expect(answer.fields[.retryAfter] != nil)
            }
            #expect(try await fixture.submit("1").status == 503)
            #expect(try await fixture.get("/livez").status == 200)
        }
    }

    @Test(arguments: RequestRefusal.Reason.allCases)
    func `of what never became a request is called as HTTP calls it`(
        reason: RequestRefusal.Reason
    ) async throws {
        try await APIFixture.run { fixture in
            let refusal = RequestRefusal(reason, "This is why.")
            let answer = try await APIAnswer(
                fixture.api.answer(to: refusal, of: nil, requestID: "request-1")
            )
            let phrase = refusal.status.reasonPhrase
            let problem = try answer.json()
            #expect(answer.status == refusal.status.code)
            #expect(problem["status"]?.int == refusal.status.code)
            #expect(problem["title"]?.string == phrase)
            let name = phrase.lowercased().replacing(" ", with: "-")
            #expect(problem["type"]?.string == "/problems/\(name)")
        }
    }

    @Test(arguments: [
        ("application/json", "The setting http.maximumBodySize says how many."),
        ("application/x-ndjson", "Send fewer orders at a time: 8 MiB, or http.maximumBodySize"),
    ])
    func `of a body that is too large says which setting says so`(
        type: String,
        hint: String
    ) async throws {
        try await APIFixture.run { fixture in
            let refusal = RequestRefusal(.contentTooLarge, "The body is larger than 5 bytes.")
            let request = SubmitPreferences.ofTest([.contentType: type], "")
            let answer = try await APIAnswer(
                fixture.api.answer(to: refusal, of: request, requestID: "request-1")
            )
            #expect(answer.status == 413)
            let detail = try answer.json()["detail"]?.string ?? ""
            #expect(detail.hasPrefix("The body is larger than 5 bytes. \(hint)"), "\(detail)")
        }
    }

    @Test func `of what never became a request has the same form`() async throws {
        try await APIFixture.run { fixture in
            let refusal = RequestRefusal(.contentTooLarge, "The body is larger than 5 bytes.")
            let answer = try await APIAnswer(
                fixture.api.answer(to: refusal, of: nil, requestID: "request-1")
            )
            #expect(answer.status == 413)
            let problem = try answer.json()
            #expect(problem["detail"] == "The body is larger than 5 bytes.")
            #expect(problem["requestId"] == "request-1")
            // Who comes when there are too many is told when to come back.
            let tooMany = RequestRefusal(.serviceUnavailable, "There are too many connections.")
            let later = fixture.api.answer(to: tooMany, of: nil, requestID: "request-2")
            #expect(later.fields[.retryAfter] == "1")
        }
    }
}
