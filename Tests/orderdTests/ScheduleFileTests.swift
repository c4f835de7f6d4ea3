import Foundation
import JSON
import Orders
import Testing

@testable import orderd

struct `A file of schedules` {
    private static func read(_ text: String) -> ScheduleFile {
        ScheduleFile(path: "s.yaml", text: text)
    }

    @Test func `has schedules by their names, with YAML's values`() throws {
        let file = Self.read(
            """
            schedules:
              a:
                expression: cron(0 3 * * ? *)
                target:
                  workflow: W
                  input: {n: 1, f: -2.5, t: true, q: "1", z: ~, l: [a, 0x1F, 2026-12-01], "on": off}
              b: {expression: rate(1 minute), enabled: false, target: {function: F}}
            """
        )
        #expect(file.faults.isEmpty)
        #expect(file.schedules.map(\.name.text) == ["a", "b"])
        let input: JSONValue = [
            "n": 1, "f": -2.5, "t": true, "q": "1", "z": nil, "l": ["a", "0x1F", "2026-12-01"],
            "on": "off",
        ]
        #expect(file.schedules.first?.input == input)
        #expect(file.schedules.last?.isEnabled == false)
    }

    @Test(arguments: ["", "# nothing\n", "schedules:\n", "schedules: {}\n", "---\n"])
    func `may have none`(text: String) {
        let file = Self.read(text)
        #expect(file.faults.isEmpty && file.schedules.isEmpty)
    }

    @Test(arguments: [
        ("- a", ["s.yaml:1: must be a mapping: \"schedules:\" and under it each by its name"]),
        ("schedule: {}", ["s.yaml:1: schedule means nothing here; possible is schedules"]),
        ("schedules: [a]", ["s.yaml:1: schedules must be a mapping: each by its name"]),
        (
            "schedules:\n  a b: {}",
            ["s.yaml:2: a schedule's name has \(ScheduleName.rule)"]
        ),
        (
            "schedules:\n  a:\n    expression: daily\n    target:\n      workflow: W\n      retry: {}\n",
            [
                "s.yaml:3: schedule a: expression the schedule \"daily\" is not valid: it is none of rate(…), cron(…) and at(…), "
                    + "for example rate(5 minutes) or cron(0 9 ? * MON-FRI *)",
                "s.yaml:6: schedule a: target.retry is a function's: a workflow says in its own states what is tried again",
            ]
        ),
        (
            "schedules:\n  a:\n    expression: rate(1 day)\n",
            [#"s.yaml:2: schedule a: target is missing: {"workflow": NAME} or {"function": NAME}"#]
        ),
        (
            "schedules:\n  a:\n    expression: rate(1 day)\n    target: {workflow: W}\n    colour: red\n",
            ["s.yaml:5: schedule a: colour means nothing here"]
        ),
    ])
    func `is refused with every fault at its line`(text: String, faults: [String]) {
        let found = Set(Self.read(text).faults.map(\.description))
        #expect(found == Set(faults))
    }

    @Test(arguments: ["a: [", "schedules: {a: 1, a: 2}"])
    func `that is no YAML says where`(text: String) {
        let file = Self.read(text)
        #expect(file.schedules.isEmpty)
        #expect(file.faults.count == 1)
        #expect(file.faults.first?.description.hasPrefix("s.yaml: is not valid YAML: ") == true)
    }
}
