import FoundationEssentials
import Glibc
import JSON
import StatesLanguage
import TestDigests

/// Definitions and expressions that are written to take all time or memory: each must end soon, in a
/// result or a clear error.
///
/// `swift run -c release StatesLanguageFuzzer hostile [SECONDS] [WORD]` runs them all, or those with the word
/// in their name, tells of each how long it took and what came of it, and fails when one took more processor
/// time than that: a second unless it is said.
struct HostileInputs {
    private let limit: Duration
    /// What the names of the cases have in them that are run.
    private let word: String?
    private var count = 0
    private var slowest = (time: Duration.zero, name: "")
    private var late = 0

    init(limit: Duration, word: String?) {
        self.limit = limit
        self.word = word
    }

    /// Whether all were in time.
    mutating func run() -> Bool {
        runTexts()
        runPaths()
        for query in HostileQueries.all { self.query(query, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") }
        for query in HostileQueries.ofInput {
            self.query(query, Self.deep)
            self.query(query, Self.wide)
        }
        for query in HostileQueries.ofLargeOperands { self.query(query, nil) }
        for query in HostileQueries.ofSharedParts { self.query(query, nil) }
        for query in HostileQueries.long { self.query(query, Self.deep) }
        runLongTexts()
        runManyFields()
        runIntrinsics()
        runDefinitions()
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

    /// Very many expressions, paths or rules in one state, each of which alone is allowed.
    private mutating func runManyFields() {
        let query = "{% $sum([1..500000]) %}"
        let members = (0..<20_000).map { "\"a\($0)\":\"\(query)\"" }.joined(separator: ",")
        check("queries", Self.pass(#""QueryLanguage":"JSONata","Output":{\#(members)}"#), nil)
        let large = (0..<20_000).map { "\"a\($0)\":\"{% $states.input[0] %}\"" }
            .joined(separator: ",")
        check(
            "inputs",
            Self.pass(#""QueryLanguage":"JSONata","Output":{\#(large)}"#),
            Self.wide
        )
        for path in ["$..*", "$[*].l[*]", "$[?(@.n > 1)]", "$[0:50000]", "$[0]"] {
            let paths = (0..<20_000).map { "\"a\($0).$\":\"\(path)\"" }.joined(separator: ",")
            check("paths \(path)", Self.pass(#""Parameters":{\#(paths)}"#), Self.wide)
        }
        let text = JSONValue.string(String(repeating: "a", count: 200_000))
        for rule in [
            #""StringMatches":"*a*b*""#, #""StringEqualsPath":"$""#, #""StringLessThan":"ab""#,
            #""TimestampEqualsPath":"$""#, #""IsTimestamp":true"#,
        ] {
            let rules = [String](
                repeating: #"{"Not":{"Variable":"$",\#(rule)},"Next":"B"}"#,
                count: 10_000
            ).joined(separator: ",").replacing("{\"Not\"", with: "{\"And\":[{\"Not\"")
                .replacing("},\"Next\"", with: "}},{\"Variable\":\"$\",\"IsNull\":true}],\"Next\"")
            check(
                "rules \(rule)",
                #"""
                {"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[\#(rules)],"Default":"B"},
                  "B":{"Type":"Succeed"}}}
                """#,
                text
            )
        }
    }

    /// Every function that has work to do, very often.
    private mutating func runIntrinsics() {
        let text = JSONValue.string(String(repeating: "a,", count: 100_000))
        let short = JSONValue.string(String(repeating: "a", count: 9_000))
        let calls: [(String, JSONValue)] = [
            ("States.StringSplit($, ',')", text), ("States.StringToJson($)", Self.json),
            ("States.JsonToString($)", Self.wide), ("States.Hash($, 'SHA-512')", short),
            ("States.Hash($, 'MD5')", short), ("States.Base64Encode($)", short),
            ("States.Format('{}{}{}', $, $, $)", text), ("States.ArrayUnique($)", Self.wide),
            ("States.ArrayContains($, 'x')", Self.wide), ("States.ArrayPartition($, 2)", Self.wide),
            ("States.JsonMerge($, $, true)", Self.deep), ("States.ArrayLength($)", Self.wide),
            ("States.ArrayGetItem($, 5)", Self.wide), ("States.ArrayRange(1, 1000, 1)", 1),
            ("States.MathRandom(1, 9)", 1), ("States.UUID()", 1),
        ]
        for (call, input) in calls {
            let members = (0..<10_000).map { "\"a\($0).$\":\"\(call)\"" }.joined(separator: ",")
            check("many \(call)", Self.pass(#""Parameters":{\#(members)}"#), input)
        }
        for call in [
            "States.ArrayRange(1, 9223372036854775807, 1)",
            "States.ArrayRange(-9223372036854775808, 9223372036854775807, 1)",
            "States.ArrayRange(9223372036854775807, -9223372036854775808, -9223372036854775808)",
            "States.ArrayRange(1, 10, 0)", "States.MathAdd(9223372036854775807, 1)",
            "States.MathRandom(-9223372036854775808, 9223372036854775807)",
            "States.MathAdd(1e308, 1e308)", "States.ArrayGetItem($, 1e300)",
            "States.ArrayPartition($, 9223372036854775807)", "States.StringSplit($, $)",
        ] {
            path(call, [1, 2, 3])
            path(call, text)
        }
    }

    /// Definitions of a megabyte that are well formed.
    private mutating func runDefinitions() {
        let chain = (0..<12_000).map {
            #""S\#($0)":{"Type":"Pass","Next":"S\#($0 + 1)"}"#
        }.joined(separator: ",")
        check(
            "chain",
            #"{"StartAt":"S0","States":{\#(chain),"S12000":{"Type":"Succeed"}}}"#,
            nil
        )
        let unreachable = (0..<15_000).map { #""S\#($0)":{"Type":"Pass","End":true}"# }
            .joined(separator: ",")
        check("unreachable", #"{"StartAt":"S0","States":{\#(unreachable)}}"#, nil)
        let catchers = [String](
            repeating: #"{"ErrorEquals":["E"],"Next":"B"}"#,
            count: 10_000
        ).joined(separator: ",")
        let retriers = [String](repeating: #"{"ErrorEquals":["E","F"]}"#, count: 15_000)
            .joined(separator: ",")
        let resource = "arn:aws:lambda:us-east-1:123456789012:function:F"
        check(
            "catchers",
            #"""
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(resource)","Next":"B",
              "Catch":[\#(catchers)],"Retry":[\#(retriers)]},"B":{"Type":"Succeed"}}}
            """#,
            nil
        )
        let branches = [String](
            repeating: #"{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}"#,
            count: 10_000
        ).enumerated().map { $0.element.replacing("\"X\"", with: "\"X\($0.offset)\"") }
            .joined(separator: ",")
        check(
            "branches",
            #"{"StartAt":"A","States":{"A":{"Type":"Parallel","Branches":[\#(branches)],"End":true}}}"#,
            nil
        )
        var nested = #"{"StartAt":"L","States":{"L":{"Type":"Pass","End":true}}}"#
        for level in 0..<150 {
            nested =
                #"{"StartAt":"P\#(level)","States":{"P\#(level)":{"Type":"Parallel","End":true,"#
                + #""Branches":[\#(nested)]}}}"#
        }
        check("nested", nested, nil)
    }

    private mutating func query(_ text: String, _ input: JSONValue?) {
        let output = JSONValue.string("{% \(text) %}").text
        let fields = #""QueryLanguage":"JSONata","Output":\#(output)"#
        let name = text.utf8.count > 140 ? text.prefix(40) + "…" + text.suffix(50) : text[...]
        check(String(name), Self.pass(fields), input)
    }

    private mutating func path(_ text: String, _ input: JSONValue) {
        let value = JSONValue.string(text).text
        check(String(text.prefix(70)), Self.pass(#""Parameters":{"x.$":\#(value)}"#), input)
    }

    private mutating func check(_ name: String, _ definition: String, _ input: JSONValue?) {
        if let word, !name.contains(word) { return }
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
        let run = OfflineRun(Interpreter(machine: machine, digests: .openSSL)) { _ in .succeeded(1)
        }
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

    /// An array of numbers as a text.
    private static let json = JSONValue.string(
        JSONValue.array((0..<50_000).map { .number($0) }).text
    )

    private static let wide = JSONValue.array(
        (0..<50_000).map { ["n": .number($0), "l": [1, 2, 3]] }
    )
}
