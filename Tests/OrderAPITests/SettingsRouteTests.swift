import HTTP
import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `The settings that a service tells of` {
    @Test func `have a value, a source and a place, and secrets none`() async throws {
        try await APIFixture.run { fixture async throws in
            var parts = fixture.api.parts
            func report(
                _ key: String,
                _ value: SettingReport.Value?,
                _ source: SettingReport.Source,
                isSecret: Bool = false
            ) -> SettingReport {
                SettingReport(
                    key: key,
                    value: value,
                    source: source,
                    isSecret: isSecret,
                    about: "about it"
                )
            }
            parts.settings = [
                report("a", .text("1"), .byDefault), report("b", .text("2"), .file("o.yaml:4")),
                report("c", .text("3"), .environment("ORDERD_C")), report("d", nil, .byDefault),
                report("e", .text("5"), .argument),
                report("f", .secret, .environment("ORDERD_F"), isSecret: true),
                report("g", nil, .byDefault, isSecret: true),
                // Whatever comes with the mark is not shown.
                report("h", .text("hush"), .argument, isSecret: true),
            ]
            var request = ServerRequest(
                head: RequestHead(method: .get, path: "/settings"),
                remoteAddress: "127.0.0.1",
                id: "r"
            )
            let answer = try await APIAnswer(await OrderAPI(parts).answer(&request))
            let document = try answer.json()
            #expect(document["sandbox"] == true)
            let shown = document["settings"]?.array ?? []
            #expect(shown.map { $0["key"] } == ["a", "b", "c", "d", "e", "f", "g", "h"])
            #expect(shown.map { $0["value"] } == ["1", "2", "3", .null, "5", .null, .null, .null])
            let sources = [
                "default", "file", "environment", "default", "argument", "environment", "default",
                "argument",
            ]
            #expect(shown.map { $0["source"]?.string } == sources)
            let places = [nil, "o.yaml:4", "ORDERD_C", nil, nil, "ORDERD_F", nil, nil]
            #expect(shown.map { $0["where"]?.string } == places)
            #expect(shown.map { $0["isSet"] } == [nil, nil, nil, nil, nil, true, false, true])
            #expect(!answer.text.contains("hush"))
        }
    }
}
