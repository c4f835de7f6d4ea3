import JSON
import Synchronization
import Testing

@testable import StatesLanguage

/// A text that is too long to be shown.
struct LongText: Sendable, CustomTestStringConvertible {
    let text: String
    var testDescription: String { "\(text.prefix(30))… (\(text.utf8.count))" }

    init(_ text: String) { self.text = text }

    /// A piece again and again, and what ends it.
    init(_ count: Int, _ piece: String, then end: String = "", after start: String = "") {
        text = start + String(repeating: piece, count: count) + end
    }
}

/// Definitions and inputs made to break something: each ends in a clear error, and soon.
// One after the other: together they would keep all other tests from the threads that all tasks share.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct `Something hostile` {
    @Test(arguments: [
        (LongText(10_000, "["), "nested deeper than 512 levels"),
        (LongText(10_000, #"{"a":"#), "nested deeper than 512 levels"),
        (LongText(1_048_576, "\u{1}"), ""),
        (LongText(1_048_576, "x"), "Unrecognized token"),
        (LongText(100_000, #""a": 1,"#, then: "}", after: "{"), ""),
        (LongText(1_000_000, "A", then: #"", "States": {}}"#, after: #"{"StartAt": ""#), ""),
    ])
    func `as a definition is refused`(text: LongText, message: String) throws {
        let diagnostics = StateMachine.validate(Array(text.text.utf8))
        let first = try #require(diagnostics.first)
        #expect(first.severity == .error)
        #expect("\(first.message) \(first.hint ?? "")".contains(message))
    }

    @Test(arguments: [
        LongText(100_000, ".a", after: "$"), LongText(100_000, "[", after: "$"),
        LongText(50_000, "!", after: "$[?("), LongText(50_000, "(", after: "$[?("),
        LongText(50_000, "..", after: "$"), LongText(20_000, "States.Array("),
        LongText(100_000, "\\", after: "'"),
    ])
    func `as a path or a call is refused or leads nowhere`(expression: LongText) throws {
        let template = JSONValue.object(["x.$": .string(expression.text)])
        let workflow = WorkflowCase(
            "",
            #""A": {"Type": "Pass", "Parameters": \#(template.text), "End": true}"#,
            .output("")
        )
        guard let interpreter = try? workflow.interpreter() else { return }
        let outcome = try workflow.run(interpreter) { _ in }
        guard case .failed = outcome.execution.status else {
            return #expect(Bool(false), "it went on: \(outcome.execution.status)")
        }
    }

    @Test(arguments: [
        LongText(10_000, "("), LongText(10_000, "["), LongText(10_000, "-", then: "1"),
        LongText(50_000, "+1", after: "1"), LongText(5_000, "function($x){"),
        LongText(900_000, "x", after: "'"),
    ])
    func `as a JSONata expression is refused`(expression: LongText) throws {
        let output = JSONValue.string("{%\(expression.text)%}")
        let text =
            #"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": \#(output.text), "End": true}}}"#
        let first = try #require(StateMachine.validate(Array(text.utf8)).first)
        #expect(first.code == .invalidJSONata)
        #expect(first.message.utf8.count < 2_000)
    }

    /// The expression of a JSONata state, and what its cause says.
    @Test(arguments: [
        "($f := function($n) { 1 + $f($n) }; $f(1))", "$sum([1..9999999])",
        "$match($states.input, /^(a+)+$/)", "($f := function($s) { $f($s & $s) }; $f('ab'))",
        "$states.input.**.**.**.** ~> $count() ~> function($n) { $error('counted') }",
        "[1..3000].[1..3000].[1..3000] ~> $count() > 0 ? $error('counted')",
    ])
    func `as an evaluation ends with an error`(expression: String) throws {
        var limits = InterpreterLimits()
        limits.maximumQuerySteps = 100_000
        let output = JSONValue.string("{% \(expression) %}")
        let workflow = WorkflowCase(
            "",
            #""A": {"Type": "Pass", "Output": \#(output.text), "End": true}"#,
            more: #""QueryLanguage": "JSONata""#,
            input: #""\#(String(repeating: "a", count: 40))!""#,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter(limits: limits)) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it went on: \(outcome.execution.status)")
        }
        #expect(error.error == "States.QueryEvaluationError")
    }

    @Test func `as a scan of scans ends with an error`() throws {
        var input: JSONValue = 1
        for _ in 0..<400 { input = ["a": input] }
        let workflow = WorkflowCase(
            "",
            #""A": {"Type": "Pass", "Parameters": {"x.$": "$..*..*..*..a"}, "End": true}"#,
            input: input.text,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter()) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it went on")
        }
        #expect(
            error.cause?.hasSuffix("The path '$..*..*..*..a' looks at more than 1000000 values.")
                == true
        )
    }

    /// Each member is allowed alone; together they are more than a state may take.
    @Test(arguments: [
        (
            #""QueryLanguage": "JSONata", "Output""#, #""NAME": "{% $sum([1..90000]) %}""#, 500,
            "Expression evaluation timeout: Check for infinite loop"
        ),
        (#""Parameters""#, #""NAME.$": "$[*]""#, 500, "looks at more than 1000000 values."),
        (
            #""Parameters""#, #""NAME.$": "States.ArrayUnique($)""#, 500,
            "the functions of the state look at more than 1000000 values"
        ),
    ])
    func `as very many members of one state ends with an error`(
        field: String,
        member: String,
        count: Int,
        cause: String
    ) throws {
        let named = (0..<count).map { member.replacing("NAME", with: "a\($0)") }
        let state = #""Type": "Pass", \#(field): {\#(named.joined(separator: ", "))}, "End": true"#
        let workflow = WorkflowCase(
            "",
            #""A": {\#(state)}"#,
            input: JSONValue.array((0..<5_000).map { .number($0) }).text,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter()) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it went on")
        }
        #expect(error.cause?.hasSuffix(cause) == true, "\(error.cause ?? "")")
    }

    /// What shares its parts is small in memory and endless as text.
    @Test(arguments: [
        ("Parameters", #"{"a.$": "$", "b": {"c.$": "$"}}"#),
        ("Parameters", #"{"a.$": "States.Array(\#(String(repeating: "$,", count: 90_000))$)"}"#),
    ])
    func `as a template that multiplies its input ends with an error`(
        field: String,
        template: String
    ) throws {
        let workflow = WorkflowCase(
            "",
            #""A": {"Type": "Pass", "\#(field)": \#(template), "End": true}"#,
            input: #""\#(String(repeating: "a", count: 150_000))""#,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter(limits: .aws)) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it went on")
        }
        #expect(error.error == "States.DataLimitExceeded")
    }

    @Test func `as a text for a format ends with an error`() throws {
        let places = String(repeating: "{}", count: 10_000)
        let arguments = String(repeating: ",$", count: 10_000)
        let workflow = WorkflowCase(
            "",
            #""A": {"Type": "Pass", "Parameters": {"x.$": "States.Format('\#(places)'\#(arguments))"}, "End": true}"#,
            input: #""\#(String(repeating: "a", count: 150_000))""#,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter()) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it went on")
        }
        #expect(error.error == "States.IntrinsicFailure")
    }

    /// A pattern that nearly fits everywhere, and how it looks at the text: each letter a few times, whatever comes next.
    @Test(arguments: [
        "*aaaaaaaaaab*", "*\(String(repeating: "a", count: 500))b*", "*ab*ab*", "a*a*a*a*a*a*a*b",
        "*\(String(repeating: "a*", count: 500))b", "aaaa*b*",
    ])
    func `as a wildcard looks at the text once`(pattern: String) throws {
        let text = CountedText(String(repeating: "a", count: 1_000))
        #expect(try #require(WildcardPattern(pattern)).matches(utf8: text) == false)
        #expect(text.reads.value <= 2 * text.count)
    }

    @Test func `as a pattern of a filter matches nothing`() throws {
        let text = String(repeating: "a", count: 60) + "!"
        let workflow = WorkflowCase(
            "",
            #""A": {"Type": "Pass", "Parameters": {"x.$": "$[?(@ =~ /(a+)+/ || @ =~ /B/i)]"}, "End": true}"#,
            input: #"["\#(text)", "b", "ab"]"#,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter()) { _ in }
        #expect(outcome.end == .output(#"{"x":["b"]}"#))
    }
}

/// A text that counts how often its bytes are read.
private struct CountedText: RandomAccessCollection {
    final class Reads: Sendable {
        private let count = Atomic<Int>(0)
        var value: Int { count.load(ordering: .relaxed) }
        func add() { count.wrappingAdd(1, ordering: .relaxed) }
    }

    let reads = Reads()
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    var startIndex: Int { bytes.startIndex }
    var endIndex: Int { bytes.endIndex }

    subscript(place: Int) -> UInt8 {
        reads.add()
        return bytes[place]
    }
}
