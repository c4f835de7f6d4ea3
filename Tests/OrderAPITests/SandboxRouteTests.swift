import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `The sandbox's messages` {
    @Test func `come in pages of both kinds together, the newest first`() async throws {
        try await APIFixture.run { fixture async throws in
            var target: String? = "/sandbox/messages?limit=2"
            var pages: [[[JSONValue]]] = []
            while let page = target {
                let answer = try await fixture.get(page)
                let document = try answer.json()
                target = document["next"]?.string
                #expect((answer.fields[.link] != nil) == (target != nil))
                pages.append(
                    ["emails", "notices"].map { kind in
                        document[kind]?.array?.compactMap { $0["number"] } ?? []
                    }
                )
            }
            #expect(pages == [[[5], [4]], [[3], [2]], [[1], []]])
        }
    }

    @Test func `come all at once as they always did, without a limit`() async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.get("/sandbox/messages")
            #expect(answer.text == #"{"messages":[]}"#)
        }
    }

    @Test(arguments: ["limit=0", "limit=201", "limit=x", "cursor=4", "limit=2&cursor=0"])
    func `have no other pages`(query: String) async throws {
        try await APIFixture.run { fixture async throws in
            #expect(try await fixture.get("/sandbox/messages?\(query)").status == 400)
        }
    }
}
