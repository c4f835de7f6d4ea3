import HTTP
import HTTPTypes
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `A page of another origin` {
    private static let shop = "https://shop.example.com"

    private static func ask(
        _ fixture: APIFixture,
        _ origins: String,
        _ method: HTTPRequest.Method,
        _ target: String,
        _ fields: HTTPFields
    ) async throws -> ServerResponse {
        let origins = try #require(CrossOrigin.Origins(origins))
        let handler = CrossOrigin(fixture.api, origins: origins)
        var request = ServerRequest(
            head: RequestHead(method: method, path: target, fields: FieldTable(fields)),
            remoteAddress: "192.0.2.1",
            id: "r"
        )
        return await handler.answer(&request)
    }

    @Test(arguments: ["/health", "/orders/unknown", "/nowhere"])
    func `may read answers when it is named, and no other may`(target: String) async throws {
        try await APIFixture.run { fixture async throws in
            for origins in [Self.shop, "https://a.example,\(Self.shop)", "*"] {
                let answer = try await Self.ask(
                    fixture,
                    origins,
                    .get,
                    target,
                    [.origin: Self.shop]
                )
                #expect(answer.fields[.allowOrigin] == Self.shop)
                #expect(answer.fields[.exposeFields]?.contains("Location") == true)
                #expect(answer.fields[.vary] == "Origin")
            }
            let origin: HTTPFields = [.origin: "https://evil.example"]
            let other = try await Self.ask(fixture, Self.shop, .get, target, origin)
            #expect(other.fields[.allowOrigin] == nil)
            let silent = try await Self.ask(fixture, "*", .get, target, [:])
            #expect(silent.fields[.allowOrigin] == nil)
        }
    }

    @Test func `is told in advance what it may send`() async throws {
        try await APIFixture.run { fixture async throws in
            var fields: HTTPFields = [.origin: Self.shop]
            fields[.requestMethod] = "POST"
            let answer = try await Self.ask(fixture, Self.shop, .options, "/orders", fields)
            #expect(answer.status == .noContent)
            #expect(answer.fields[.allowMethods] == "GET, HEAD, OPTIONS, POST")
            #expect(answer.fields[.allowFields]?.contains("Idempotency-Key") == true)
            // Nor may it use the cookie of whoever looks at it.
            let credentials = try #require(HTTPField.Name("Access-Control-Allow-Credentials"))
            #expect(answer.fields[credentials] == nil)
            #expect(answer.fields[.allowFields]?.contains("X-CSRF-Token") == false)
            fields[.origin] = "https://evil.example"
            let other = try await Self.ask(fixture, Self.shop, .options, "/orders", fields)
            #expect(other.fields[.allowMethods] == nil)
        }
    }

    /// A browser asks without the key that the page will send.
    @Test func `is told so without a key, and why it is refused with none`() async throws {
        let access = AccessControl(APIKeys())
        try await APIFixture.run(access: access) { fixture async throws in
            var fields: HTTPFields = [.origin: Self.shop]
            let refused = try await Self.ask(fixture, Self.shop, .get, "/orders", fields)
            #expect(refused.status == .unauthorized)
            #expect(refused.fields[.allowOrigin] == Self.shop)
            fields[.requestMethod] = "POST"
            let asked = try await Self.ask(fixture, Self.shop, .options, "/orders", fields)
            #expect(asked.status == .noContent)
            #expect(asked.fields[.allowOrigin] == Self.shop)
        }
    }

    @Test(arguments: [
        "https://shop.example.com/", "shop.example.com", "https://", "ftp://a.example",
        "https://a.example/b", "https://A b", "null",
    ])
    func `has an origin of one form`(text: String) {
        #expect(CrossOrigin.Origins(text) == nil)
    }

    @Test func `is nobody when none is named`() throws {
        #expect(try #require(CrossOrigin.Origins("")).isEmpty)
        #expect(CrossOrigin.Origins().isEmpty)
        #expect(!(try #require(CrossOrigin.Origins("http://localhost:3000"))).isEmpty)
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let allowOrigin = HTTPField.Name("Access-Control-Allow-Origin")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let allowMethods = HTTPField.Name("Access-Control-Allow-Methods")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let allowFields = HTTPField.Name("Access-Control-Allow-Headers")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let exposeFields = HTTPField.Name("Access-Control-Expose-Headers")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let requestMethod = HTTPField.Name("Access-Control-Request-Method")!
}
