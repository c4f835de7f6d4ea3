import Foundation
import HTTP
import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

/// The description and the service say the same.
@Suite(.closing)
struct `The OpenAPI document` {
    private static let methods = ["get", "post", "put", "patch", "delete"]

    private static let nightly =
        #"{"name":"nightly","expression":"cron(0 3 * * ? *)","target":{"workflow":"W"}}"#

    private static let pass = #"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#

    /// One request to each route and how it is answered, well and ill.
    private static let requests: [(method: String, target: String, body: String, status: Int)] = [
        ("get", "/", "", 200),
        ("post", "/orders", #"{"orderId":"1","customerEmail":"a@example.com"}"#, 200),
        ("post", "/orders", #"{"orderId":"1","customerEmail":"b@example.com"}"#, 409),
        ("post", "/orders", #"{"orderId":"9","customerEmail":"a@example.com"}"#, 202),
        ("post", "/orders", #"{"orderId":"9"}"#, 422),
        ("post", "/orders", "{", 400),
        ("get", "/orders", "", 200),
        ("get", "/orders?limit=0", "", 400),
        ("get", "/orders?status=GONE", "", 400),
        ("get", "/orders?cursor=x", "", 400),
        ("get", "/orders/1", "", 200),
        ("get", "/orders/unknown", "", 404),
        ("get", "/orders/a%20b", "", 404),
        ("get", "/orders/1/history", "", 200),
        ("get", "/orders/1/history?after=-1", "", 400),
        ("get", "/orders/1/history?after=9223372036854775807", "", 400),
        ("get", "/orders/1/history?after=9007199254740991", "", 200),
        ("get", "/orders/unknown/history", "", 404),
        ("get", "/orders/1/deliveries/1/content", "", 200),
        ("get", "/orders/1/deliveries/1/content.html", "", 200),
        ("get", "/orders/1/deliveries/99/content", "", 404),
        ("get", "/orders/unknown/deliveries/1/content.html", "", 404),
        ("get", "/deliveries", "", 200),
        ("get", "/deliveries?status=lost", "", 400),
        ("post", "/deliveries/decisions", #"{"decision":"resend","preview":true}"#, 200),
        ("post", "/deliveries/decisions", #"{"decision":"guess"}"#, 400),
        ("post", "/deliveries/1/decision", #"{"decision":"guess"}"#, 400),
        ("post", "/deliveries/99/decision", #"{"decision":"resend"}"#, 404),
        ("post", "/deliveries/1/decision", #"{"decision":"resend"}"#, 200),
        ("post", "/deliveries/1/decision", #"{"decision":"resend"}"#, 409),
        ("post", "/suppressions", #"{"address":"s@example.com"}"#, 201),
        ("post", "/suppressions", #"{"address":"S@example.com","cause":"bounce"}"#, 200),
        ("post", "/suppressions", #"{"address":"s"}"#, 400),
        ("post", "/suppressions", #"{"address":"s@example.com","cause":"x"}"#, 400),
        ("post", "/schedules", nightly, 201), ("post", "/schedules", nightly, 200),
        ("post", "/schedules", nightly.replacing("0 3", with: "0 4"), 409),
        ("post", "/schedules", #"{"name":"x"}"#, 422), ("post", "/schedules", "[]", 400),
        ("get", "/schedules", "", 200), ("get", "/schedules?limit=0", "", 400),
        ("get", "/schedules/nightly", "", 200), ("get", "/schedules/daily", "", 404),
        ("patch", "/schedules/nightly", #"{"overlap":"skip"}"#, 200),
        ("patch", "/schedules/nightly", #"{"overlap":"x"}"#, 422),
        ("patch", "/schedules/daily", #"{"overlap":"skip"}"#, 404),
        ("delete", "/schedules/nightly", "", 204), ("delete", "/schedules/nightly", "", 404),
        ("get", "/suppressions", "", 200),
        ("get", "/suppressions?limit=0", "", 400),
        ("get", "/suppressions/s%40example.com", "", 200),
        ("get", "/suppressions/t%40example.com", "", 404),
        ("get", "/suppressions/t", "", 400),
        ("post", "/orders", #"{"orderId":"s","customerEmail":"s@example.com"}"#, 422),
        ("delete", "/suppressions/s%40example.com", "", 204),
        ("delete", "/suppressions/s%40example.com", "", 404),
        ("post", "/orders/1/redrive", "", 409),
        ("post", "/orders/1/stop", #"{"error":"Wrong","cause":"it was"}"#, 202),
        ("post", "/orders/1/stop", "", 409),
        ("post", "/orders/1/stop", #"{"eror":"x"}"#, 400),
        ("post", "/orders/unknown/stop", "", 404),
        ("post", "/orders/1/redrive", #"{"from":"start","input":{"customerEmail":"x"}}"#, 422),
        ("post", "/orders/1/redrive", #"{"input":{"customerEmail":"a@example.com"}}"#, 400),
        ("post", "/orders/1/redrive", #"{"from":"start","input":{"orderId":"2"}}"#, 409),
        ("post", "/orders/1/redrive", #"{"from":"start","reason":"again"}"#, 202),
        ("post", "/orders/unknown/redrive", "", 404),
        ("delete", "/orders/1", "", 409),
        ("post", "/orders/1/stop", "", 202),
        ("get", "/orders/1/events", "", 200),
        ("get", "/orders/1/events?after=9007199254740992", "", 400),
        ("get", "/orders/unknown/events", "", 404),
        ("delete", "/orders/1", #"{"reason":"asked to"}"#, 200),
        ("get", "/orders/1", "", 404),
        ("get", "/orders/1/history", "", 404),
        ("get", "/orders/1/deliveries/1/content", "", 410),
        ("get", "/orders/1/deliveries/1/content.html", "", 410),
        ("get", "/orders/1/events", "", 404),
        ("delete", "/orders/unknown", "", 404),
        ("post", "/orders/1/redrive", "", 409),
        ("get", "/failures", "", 200),
        ("get", "/failures?status=QUEUED", "", 400),
        ("post", "/redrives", #"{"preview":true}"#, 200),
        ("post", "/redrives", #"{"from":"start","input":[{"op":"spin","path":""}]}"#, 422),
        ("post", "/redrives", #"{"preview":true,"reason":5}"#, 400),
        ("post", "/redrives", #"{"status":"ABORTED","ratePerSecond":5}"#, 202),
        ("post", "/redrives", #"{"status":"SUCCEEDED"}"#, 400),
        ("get", "/redrives", "", 200),
        ("get", "/redrives/1", "", 200),
        ("get", "/redrives/99", "", 404),
        ("post", "/redrives/1/cancel", "", 200),
        ("post", "/redrives/99/cancel", "", 404),
        ("post", "/orders?workflow=Gifts", #"{"customerEmail":"a@example.com"}"#, 422),
        ("get", "/workflows", "", 200),
        ("get", "/workflows?x=1", "", 400),
        ("get", "/workflows/W", "", 200),
        ("get", "/workflows/w", "", 200),
        ("get", "/workflows/unknown", "", 404),
        ("get", "/workflows/W/versions", "", 200),
        ("get", "/workflows/unknown/versions", "", 404),
        ("post", "/workflows/validate", #"{"text":"{"}"#, 200),
        ("post", "/workflows/validate", #"{"definition":\#(pass)}"#, 200),
        ("post", "/workflows/validate", "{}", 400),
        ("post", "/workflows/test", #"{"workflow":"W"}"#, 200),
        ("post", "/workflows/test", #"{"definition":\#(pass),"tasks":{}}"#, 200),
        ("post", "/workflows/test", #"{"workflow":"W","cases":{"cases":[]}}"#, 200),
        ("post", "/workflows/test", #"{"text":"{}"}"#, 422),
        ("post", "/workflows/test", #"{"workflow":"unknown"}"#, 404),
        ("post", "/workflows/test", #"{"tasks":{}}"#, 400),
        ("post", "/workflows/reload", #"{"reason":"x"}"#, 200),
        ("post", "/workflows/reload", #"{"why":"x"}"#, 400),
        ("get", "/tasks", "", 200),
        ("get", "/tasks?cursor=x", "", 400),
        ("post", "/tasks/success", #"{"taskToken":"open","output":1}"#, 200),
        ("post", "/tasks/success", #"{"taskToken":"open","output":1}"#, 409),
        ("post", "/tasks/success", #"{"taskToken":"open"}"#, 400),
        ("post", "/tasks/failure", #"{"taskToken":"closed"}"#, 410),
        ("post", "/tasks/failure", #"{"taskToken":"other","error":"E"}"#, 200),
        ("post", "/tasks/heartbeat", #"{"taskToken":"unknown"}"#, 404),
        ("post", "/tasks/heartbeat", #"{"taskToken":"kept"}"#, 200),
        ("post", "/activities/pack/task", "{}", 200),
        ("post", "/activities/pack/task", #"{"worker":"x"}"#, 400),
        ("get", "/queue", "", 200),
        ("post", "/queue/pause", #"{"reason":"a look"}"#, 200),
        ("post", "/queue/drain", "", 200),
        ("post", "/orders", #"{"orderId":"10","customerEmail":"a@example.com"}"#, 503),
        ("post", "/orders", #"{"orderId":"9","customerEmail":"a@example.com"}"#, 200),
        ("post", "/queue/resume", "", 200),
        ("get", "/log/levels", "", 200),
        ("post", "/log/levels", #"{"levels":{"engine":"debug","all":"info"}}"#, 200),
        ("post", "/log/levels", #"{"levels":{"motor":"debug"}}"#, 400),
        ("get", "/rates", "", 200), ("get", "/rates?minutes=61", "", 400),
        ("get", "/nodes", "", 200),
        ("get", "/settings", "", 200), ("get", "/settings?key=x", "", 400),
        ("get", "/session", "", 200), ("post", "/session", #"{"key":"orderd_"}"#, 404),
        ("delete", "/session", "", 404), ("delete", "/session?everywhere=true", "", 404),
        ("get", "/health", "", 200),
        ("get", "/livez", "", 200),
        ("get", "/readyz", "", 200),
        ("get", "/metrics", "", 200),
        ("get", "/openapi.json", "", 200),
        ("get", "/problems/not-found", "", 200),
        ("get", "/problems/unknown", "", 404),
        ("get", "/sandbox/messages", "", 200), ("get", "/sandbox/messages?limit=2", "", 200),
        ("get", "/sandbox/messages?limit=201", "", 400),
        ("get", "/sandbox/messages?cursor=2", "", 400),
    ]

    @Test func `lists the status and the type of every answer`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            _ = try await fixture.makeUncertainDelivery()
            try await fixture.makeOpenTasks()
            _ = try await fixture.makeOpenActivity()
            var asked: Set<String> = []
            let document = try await Self.document(fixture)
            for request in Self.requests {
                let method = try #require(HTTPRequest.Method(request.method.uppercased()))
                let answer = try await fixture.send(method, request.target, request.body)
                let name = "\(request.method) \(request.target) \(request.body)"
                #expect(answer.status == request.status, "\(name): \(answer.text)")
                let path = Self.pattern(request.target)
                let operation = document["paths"]?[path]?[request.method]
                var response = operation?["responses"]?["\(answer.status)"]
                if let reference = response?["$ref"]?.string {
                    response = Self.resolve(reference, in: document)
                }
                let types = response?["content"]?.object?.keys.map { $0 } ?? []
                let type = answer.fields[.contentType].map { String($0.prefix { $0 != ";" }) }
                let isDescribed = type.map(types.contains) ?? (response != nil && types.isEmpty)
                #expect(isDescribed, "\(name): \(type ?? "-") is not in \(types)")
                asked.insert("\(request.method) \(path)")
            }
            let described = try await Self.operations(fixture)
            #expect(Set(described) == asked)
        }
    }

    @Test func `lists the methods of every path`() async throws {
        try await APIFixture.run { fixture in
            for (path, item) in try await Self.document(fixture)["paths"]?.object ?? [:] {
                let listed = Self.methods.filter { item[$0] != nil }.map { $0.uppercased() }
                let implied = listed.contains("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"]
                let isProblem = path.hasPrefix("/problems")
                let target = path.replacing("{id}", with: isProblem ? "internal" : "1")
                let answer = try await fixture.send(.options, target)
                #expect(answer.status == 204)
                let allowed = answer.fields[.allow]?.split(separator: ", ").map(String.init) ?? []
                #expect(allowed == (listed + implied).sorted(), "\(path)")
            }
        }
    }

    @Test func `has every answer as its schema says`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            _ = try await fixture.makeUncertainDelivery()
            try await fixture.makeOpenTasks()
            _ = try await fixture.makeOpenActivity()
            let document = try await Self.document(fixture)
            for request in Self.requests {
                let method = try #require(HTTPRequest.Method(request.method.uppercased()))
                let answer = try await fixture.send(method, request.target, request.body)
                guard answer.fields[.contentType]?.contains("json") == true else { continue }
                let path = Self.pattern(request.target)
                let operation = document["paths"]?[path]?[request.method]
                var response = operation?["responses"]?["\(answer.status)"]
                if let reference = response?["$ref"]?.string {
                    response = Self.resolve(reference, in: document)
                }
                let type = answer.fields[.contentType]?.prefix { $0 != ";" } ?? ""
                guard let schema = response?["content"]?[String(type)]?["schema"] else { continue }
                let whole = JSONValue.object([
                    "components": document["components"] ?? .null, "root": schema,
                ])
                let faults = JSONSchema.faults(in: try answer.json(), of: "root", within: whole)
                #expect(faults.isEmpty, "\(request.method) \(request.target)")
            }
        }
    }

    @Test(arguments: [false, true])
    func `says who needs a key, and with which scope`(guardsMetrics: Bool) async throws {
        var rules = AccessControl.Rules()
        rules.guardsMetrics = guardsMetrics
        let access = AccessControl(APIKeys(), rules: rules)
        try await APIFixture.run(access: access) { fixture async throws in
            for (path, item) in try await Self.document(fixture)["paths"]?.object ?? [:] {
                for (method, operation) in item.object ?? [:] where method != "parameters" {
                    let name = "\(method) \(path)"
                    guard let endpoint = Self.endpoint(fixture.api, method, path) else {
                        Issue.record("\(name) leads nowhere")
                        continue
                    }
                    let choices = operation["security"]?.array ?? []
                    guard endpoint.wantsCaller(rules) else {
                        #expect(choices.isEmpty || choices.contains(.object([:])), "\(name)")
                        continue
                    }
                    let scope = endpoint.scope(rules).map { JSONValue.string($0.rawValue) }
                    let scopes = JSONValue.array(scope.map { [$0] } ?? [])
                    #expect(choices == [["key": scopes], ["session": scopes]], "\(name)")
                }
            }
        }
    }

    private static func endpoint(
        _ api: OrderAPI,
        _ method: String,
        _ path: String
    ) -> OrderAPI.Endpoint? {
        guard let method = HTTPRequest.Method(method.uppercased()) else { return nil }
        switch api.router.match(method, path.replacing("{id}", with: "1")) {
        case .found(let endpoint, _): return endpoint
        case .options, .otherMethods, .unknownMethod, .unknownPath, .malformedPath: return nil
        }
    }

    @Test func `tells what a caller without a key, a wrong method or too much gets`() async throws {
        let access = AccessControl(APIKeys())
        try await APIFixture.run(access: access) { fixture async throws in
            let document = try await Self.document(fixture)
            for (path, item) in document["paths"]?.object ?? [:] {
                let target = path.replacing("{id}", with: "1")
                for (method, operation) in item.object ?? [:] where method != "parameters" {
                    let name = "\(method) \(path)"
                    let statuses = operation["responses"]?.object?.keys ?? []
                    #expect(statuses.contains("default"), "\(name)")
                    let answer = try await fixture.send(
                        try #require(HTTPRequest.Method(method.uppercased())),
                        target
                    )
                    let isGuarded = statuses.contains("401")
                    // Who signs in has no key yet.
                    let isOpenByDefault = path == "/metrics" || name == "post /session"
                    #expect((answer.status == 401) == (isGuarded && !isOpenByDefault), "\(name)")
                    let isForProbes = ["/health", "/livez", "/readyz"].contains(path)
                    #expect(statuses.contains("403") != isForProbes, "\(name)")
                    #expect(statuses.contains("429") == isGuarded, "\(name)")
                }
                for (method, status) in [("PUT", 405), ("BREW", 501)] {
                    let answer = try await fixture.send(
                        try #require(HTTPRequest.Method(method)),
                        target
                    )
                    #expect(answer.status == status, "\(method) \(path)")
                    #expect(answer.fields[.contentType] == "application/problem+json")
                }
            }
        }
    }

    @Test func `explains every type of problem at its own path`() async throws {
        #expect(ProblemType.allCases.count > 20)
        try await APIFixture.run { fixture async throws in
            for type in ProblemType.allCases {
                let answer = try await fixture.get("/problems/\(type.rawValue)")
                #expect(answer.status == 200, "\(type)")
                let page = try answer.json()
                #expect(page["type"]?.string == "/problems/\(type.rawValue)")
                #expect(page["status"]?.int == type.status.code)
                for text in [page["meaning"], page["remedy"]] {
                    #expect(text?.string?.hasSuffix(".") == true, "\(type)")
                }
            }
        }
    }

    @Test func `names every type of problem`() async throws {
        try await APIFixture.run { fixture async throws in
            let path = try await Self.document(fixture)["paths"]?["/problems/{id}"]
            let names = path?["parameters"]?[0]?["schema"]?["enum"]?.array?.map(\.string)
            #expect(names == ProblemType.allCases.map(\.rawValue).sorted())
        }
    }

    /// Only the source can tell the routes that nobody described.
    @Test func `lists every route of the program`() async throws {
        let source = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/OrderAPI/OrderAPI.swift")
        let text = try String(contentsOf: source, encoding: .utf8)
        let routes = text.matches(of: #/router\.add\(\.(\w+), "([^"]+)"/#)
            .map { "\($0.output.1) \($0.output.2)" }
        #expect(routes.count > 10)
        try await APIFixture.run { fixture in
            let described = try await Self.operations(fixture)
            #expect(described.sorted() == routes.sorted())
        }
    }

    @Test func `refers to nothing that it lacks`() async throws {
        try await APIFixture.run { fixture in
            let document = try await Self.document(fixture)
            #expect(document["openapi"]?.string?.hasPrefix("3.1.") == true)
            for match in document.text.matches(of: #/"\$ref":"([^"]+)"/#) {
                let reference = String(match.output.1)
                #expect(Self.resolve(reference, in: document) != nil, "\(reference)")
            }
        }
    }

    private static func document(_ fixture: APIFixture) async throws -> JSONValue {
        try await fixture.get("/openapi.json").json()
    }

    private static func operations(_ fixture: APIFixture) async throws -> [String] {
        let paths = try await document(fixture)["paths"]?.object ?? [:]
        return paths.flatMap { path, item in
            methods.filter { item[$0] != nil }.map { "\($0) \(path)" }
        }
    }

    private static func pattern(_ target: String) -> String {
        let path = String(target.prefix { $0 != "?" })
        var segments = path.split(separator: "/", omittingEmptySubsequences: false)
        if segments.count > 2, segments[1] == "suppressions" { segments[2] = "{address}" }
        if segments.count > 2, ["activities", "schedules"].contains(segments[1]) {
            segments[2] = "{name}"
        }
        if segments.count > 2,
            ["orders", "deliveries", "redrives", "problems", "workflows"].contains(segments[1]),
            !["decisions", "reload", "validate", "test"].contains(segments[2])
        {
            segments[2] = "{id}"
        }
        if segments.count > 4, segments[3] == "deliveries" { segments[4] = "{delivery}" }
        return segments.joined(separator: "/")
    }

    private static func resolve(_ reference: String, in document: JSONValue) -> JSONValue? {
        reference.split(separator: "/").dropFirst()
            .reduce(document) { value, key in value?[String(key)] }
    }
}
