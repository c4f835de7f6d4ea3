import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

/// The list of addresses that nothing is sent to, as operators and clients see it.
@Suite(.closing)
struct `Suppressions` {
    @Test func `refuse new orders of the customer, and let earlier ones be repeated`() async throws
    {
        try await APIFixture.run { api in
            let order = #"{"orderId":"1","customerEmail":"A@bücher.example"}"#
            let keyed = #"{"customerEmail":"a@xn--bcher-kva.example"}"#
            let key: HTTPFields = [HTTPField.Name("Idempotency-Key") ?? .accept: "k"]
            #expect(try await api.send(.post, "/orders", order).status == 202)
            #expect(try await api.send(.post, "/orders", keyed, fields: key).status == 202)
            let added = try await api.send(
                .post,
                "/suppressions",
                #"{"address":"a@Bücher.example","cause":"complaint","reason":"they asked"}"#
            )
            #expect(added.status == 201)
            #expect(try added.json()["address"] == "a@xn--bcher-kva.example")
            #expect(added.fields[.location] == "/suppressions/a%40xn--bcher-kva.example")
            let refused = try await api.send(.post, "/orders", order.replacing("1", with: "2"))
            #expect(refused.status == 422)
            #expect(try refused.json()["errors"]?[0]?["pointer"] == "/customerEmail")
            let detail = try refused.json()["errors"]?[0]?["detail"]?.string
            #expect(detail?.contains("on the suppression list") == true)
            #expect(try await api.send(.post, "/orders", order).status == 200)
            #expect(try await api.send(.post, "/orders", keyed, fields: key).status == 202)
            let gone = try await api.send(.delete, "/suppressions/a%40b%C3%BCcher.example")
            #expect(gone.status == 204)
            let again = try await api.send(.post, "/orders", order.replacing("1", with: "2"))
            #expect(again.status == 202)
        }
    }

    @Test(
        arguments: [
            (#"victim@example.com"#, #""VICTIM"@example.com"#, true),
            (#""vic\tim"@example.com"#, #"victim@example.com"#, true),
            (#""john doe"@example.com"#, #""john\ doe"@example.com"#, true),
            (#"a.b@example.com"#, #"ab@example.com"#, false),
        ]
    )
    func `mean a mailbox however its name is quoted`(
        _ listed: String,
        _ customer: String,
        _ isMeant: Bool
    ) async throws {
        try await APIFixture.run { api in
            let address = JSONValue.object(["address": .string(listed)]).text
            #expect(try await api.send(.post, "/suppressions", address).status == 201)
            let order = JSONValue.object(["customerEmail": .string(customer)]).text
            let answer = try await api.send(.post, "/orders", order)
            #expect(answer.status == (isMeant ? 422 : 202), "\(answer.text)")
        }
    }

    @Test func `are listed by address, page by page`() async throws {
        try await APIFixture.run { api in
            for name in ["c", "a+b", "d"] {
                let body = #"{"address":"\#(name)@example.com"}"#
                _ = try await api.send(.post, "/suppressions", body, identity: "ada")
            }
            let first = try await api.send(.get, "/suppressions?limit=2")
            #expect(try first.json()["total"] == 3)
            #expect(try first.json()["suppressions"]?[0]?["address"] == "a+b@example.com")
            #expect(try first.json()["suppressions"]?[0]?["by"] == "ada")
            #expect(try first.json()["suppressions"]?[1]?["cause"] == "manual")
            let next = try #require(try first.json()["next"]?.string)
            let rest = try await api.send(.get, next)
            #expect(try rest.json()["suppressions"]?.array?.count == 1)
            #expect(try rest.json()["suppressions"]?[0]?["address"] == "d@example.com")
            #expect(try rest.json()["next"] == nil)
        }
    }
}
