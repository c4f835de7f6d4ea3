import FoundationEssentials
import Glibc
import JSON
import StatesLanguage

/// Definitions and expressions that are written to take all time or memory: each must end soon, in a
/// result or a clear error.
///
/// `swift run -c release StatesLanguageFuzzer hostile [SECONDS]` runs them all, tells of each how long it
/// took and what came of it, and fails when one took more processor time than that: a second unless it is
/// said.
struct HostileInputs {
    private let limit: Duration
    private var count = 0
    private var slowest = (time: Duration.zero, name: "")
    private var late = 0

    init(limit: Duration) { self.limit = limit }

    /// Whether all were in time.
    mutating func run() -> Bool {
        runTexts()
        runPaths()
        for query in HostileQueries.all { self.query(query, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") }
        for query in HostileQueries.ofInput {
            self.query(query, Self.deep)
            self.query(query, Self.wide)
        }
        runLongTexts()
        print("\(count) cases, \(late) late, slowest \(slowest.time) \(slowest.name)")
        return late == 0
    }

    /// Garbage and nesting without end, as a definition and as an expression.
    private mutating func runTexts() {
        for unit in ["[", #"{"a":"#, "x", "\u{1}", "\"", "[[],", #"{"a":1,"#] {
            check("definition of \(unit)", Self.repeated(unit, bytes: 1_048_000), nil)
        }
        let units = [
            "[", "(", "-", "$f(", "1+", "a.", "x", "\"", "/", "𝔘", "[]", "?:", "~>", "λ",
            "function($x){", #"{"a":"#,
        ]
        for unit in units {
            query(String(repeating: unit, count: 10_000), nil)
            query(Self.repeated(unit, bytes: 500_000), nil)
        }
    }

    private mutating func runPaths() {
        for unit in [".a", "[", "..", "[*]", "[?(", "['a']"] {
            path("$" + Self.repeated(unit, bytes: 500_000), ["a": 1])
        }
        path(String(repeating: "States.Array(", count: 40_000), 1)
        for text in ["$..*..*..*..a", "$..*", "$..[?(@.n > 1)]", "$..*..*..*", "$[?(@.n in $..n)]"]
        {
            path(text, Self.deep)
            path(text, Self.wide)
        }
        let texts = [JSONValue](
            repeating: .string(String(repeating: "a", count: 50) + "!"),
            count: 5_000
        )
        path("$[?(@ =~ /^(a+)+$/)]", .array(texts))
    }

    /// A long text that is taken many times, or compared with a long pattern.
    private mutating func runLongTexts() {
        let text = JSONValue.string(String(repeating: "a", count: 200_000))
        let pattern = "*" + String(repeating: "a", count: 50_000) + "b*"
        check(
            "StringMatches",
            #"""
            {"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$",
              "StringMatches": "\#(pattern)", "Next": "B"}]}, "B": {"Type": "Succeed"}}}
            """#,
            text
        )
        let members = (0..<20_000).map { "\"a\($0).$\":\"$\"" }.joined(separator: ",")
        check("fan out", Self.pass(#""Parameters":{\#(members)}"#), text)
        path("States.Array($" + String(repeating: ",$", count: 90_000) + ")", text)
        let places = String(repeating: "{}", count: 9_000)
        path("States.Format('\(places)'" + String(repeating: ",$", count: 9_000) + ")", text)
    }

    private mutating func query(_ text: String, _ input: JSONValue?) {
        let output = JSONValue.string("{% \(text) %}").text
        let fields = #""QueryLanguage":"JSONata","Output":\#(output)"#
        check(String(text.prefix(70)), Self.pass(fields), input)
    }

    private mutating func path(_ text: String, _ input: JSONValue) {
        let value = JSONValue.string(text).text
        check(String(text.prefix(70)), Self.pass(#""Parameters":{"x.$":\#(value)}"#), input)
    }

    private mutating func check(_ name: String, _ definition: String, _ input: JSONValue?) {
        let start = clock()
        let outcome = Self.outcome(of: definition, input ?? .object(JSONObject()))
        let time = Duration.microseconds(clock() - start)
        count += 1
        if time > limit { late += 1 }
        if time > slowest.time { slowest = (time, name) }
        print("\(time > limit ? "LATE " : "")\(time)  \(name)  \(outcome)")
    }

    private static func outcome(of definition: String, _ input: JSONValue) -> String {
        let machine: StateMachine
        do {
            machine = try StateMachine(parsing: Array(definition.utf8))
        } catch {
            return "refused: \((error.diagnostics.first?.message ?? "").prefix(60))"
        }
        var random = SplitMix(state: 1)
        let context = ExecutionContext.offline(
            machine: "hostile",
            startTime: Date(timeIntervalSince1970: 1_700_000_000)
        )
        let run = OfflineRun(Interpreter(machine: machine)) { _ in .succeeded(1) }
            .run(input: input, context: context, random: &random)
        guard case .failed(let error) = run.execution.status else { return "ended" }
        return "\(error.error ?? ""): …\((error.cause ?? "").suffix(60))"
    }

    private static func pass(_ fields: String) -> String {
        #"{"StartAt":"A","States":{"A":{"Type":"Pass",\#(fields),"End":true}}}"#
    }

    private static func repeated(_ unit: String, bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    /// Objects in one another, as deep as a parser goes.
    private static let deep = (0..<400).reduce(JSONValue.number(1)) { inner, _ in ["a": inner] }

    private static let wide = JSONValue.array(
        (0..<50_000).map { ["n": .number($0), "l": [1, 2, 3]] }
    )
}
