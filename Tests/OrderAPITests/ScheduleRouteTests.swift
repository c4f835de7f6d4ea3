import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

/// Schedules as operators and monitors see them.
@Suite(.closing)
struct `Schedules` {
    private static func body(_ name: String, _ more: String = "") -> String {
        #"{"name":"\#(name)","expression":"rate(1 hour)","target":{"workflow":"W","input":{"n":1}}\#(more)}"#
    }

    @Test func `are made, shown, changed and deleted`() async throws {
        try await APIFixture.run { api in
            let made = try await api.send(.post, "/schedules", Self.body("s", #","reason":"why""#))
            #expect(made.status == 201 && made.fields[.location] == "/schedules/s")
            let shown = try await api.send(.get, "/schedules/s").json()
            #expect(shown["source"] == "api" && shown["target"]?["input"]?["n"] == 1)
            #expect(shown["next"]?.array?.count == 5 && shown["runs"] == [])
            #expect(shown["counts"] == ["started": 0, "skipped": 0, "missed": 0])
            let patch = #"{"enabled":false,"target":{"input":null}}"#
            let fields: HTTPFields = [.contentType: "application/merge-patch+json"]
            let changed = try await api.send(.patch, "/schedules/s", patch, fields: fields)
            let document = try changed.json()
            #expect(changed.status == 200 && document["enabled"] == false)
            #expect(document["next"] == [] && document["target"] == ["workflow": "W"])
            let renamed = try await api.send(.patch, "/schedules/s", #"{"name":"t"}"#)
            #expect(renamed.status == 422)
            #expect(try await api.send(.delete, "/schedules/s").status == 204)
            #expect(try await api.send(.get, "/schedules/s").status == 404)
        }
    }

    @Test func `are listed by name, page by page, without their inputs`() async throws {
        try await APIFixture.run { api in
            for name in ["c", "a", "b"] {
                #expect(try await api.send(.post, "/schedules", Self.body(name)).status == 201)
            }
            let first = try await api.send(.get, "/schedules?limit=2").json()
            #expect(first["total"] == 3 && first["next"] == "/schedules?limit=2&cursor=b")
            #expect(first["schedules"]?.array?.map { $0["name"] } == ["a", "b"])
            #expect(first["schedules"]?[0]?["target"] == ["workflow": "W"])
            let rest = try await api.send(.get, "/schedules?limit=2&cursor=b").json()
            #expect(rest["schedules"]?.array?.map { $0["name"] } == ["c"] && rest["next"] == nil)
        }
    }

    @Test func `are refused with each fault at its place`() async throws {
        try await APIFixture.run { api in
            let answer = try await api.send(
                .post,
                "/schedules",
                #"{"name":"s","expression":"daily","target":{"workflow":"W"},"color":"red"}"#
            )
            #expect(answer.status == 422)
            let problem = try answer.json()
            #expect(problem["type"]?.string?.hasSuffix("/problems/invalid-schedule") == true)
            let places = problem["errors"]?.array?.map { $0["pointer"]?.string ?? "" }
            #expect(places == ["/expression", "/color"])
        }
    }
}
