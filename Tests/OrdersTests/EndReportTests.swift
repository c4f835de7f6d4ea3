import JSON
import StatesLanguage
import Testing

@testable import Orders

/// What a log line may say of an order's end.
struct `The report of an order's end` {
    private static let definition = #"""
        {"StartAt":"C","States":{
        "C":{"Type":"Choice","Choices":[{"Variable":"$.a","IsPresent":true,"Next":"F"}],"Default":"P"},
        "P":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"G","States":{"G":
        {"Type":"Fail","Error":"Sold Out","Cause":"The shelf is empty."}}}]},
        "F":{"Type":"Fail","QueryLanguage":"JSONata","Error":"{% $states.input.a %}",
        "Cause":"{% 'no ' & $states.input.customerEmail %}"}}}
        """#
    private static let silence = "not told here: it may quote the order"

    @Test(arguments: [
        // What stands in the definition is nobody's secret.
        ("Sold Out", "Sold Out"), ("States.Timeout", "States.Timeout"),
        // What an expression made may be anything, also something that looks like a name.
        ("Anna.Mueller-1970", "other"), ("States.Anna", "other"), ("MessageRejected", "other"),
        ("buyer@example.com", "other"), ("Mrs Miller", "other"), ("49 89 12345", "other"),
        ("1234567890", "other"), ("", "other"), ("{% $states.input.a %}", "other"),
    ])
    func `names an error that stands in the definition`(error: String, told: String) throws {
        #expect(try Self.report(error: error, cause: nil).error == told)
    }

    @Test(arguments: [
        ("MessageRejected", "MessageRejected"), ("a-b_c.D9", "a-b_c.D9"), ("Mrs Miller", "other"),
        (String(repeating: "E", count: 80), String(repeating: "E", count: 80)),
        (String(repeating: "E", count: 81), "other"),
    ])
    func `names what a task fails with where no state makes names up`(
        error: String,
        told: String
    ) throws {
        let text = #"{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E","CausePath":"$.c"}}}"#
        #expect(try Self.report(error: error, cause: nil, text).error == told)
        let path = text.replacing(#""Error":"E""#, with: #""ErrorPath":"$.e""#)
        #expect(try Self.report(error: error, cause: nil, path).error == "other")
    }

    @Test(arguments: [
        ("The shelf is empty.", "The shelf is empty."),
        ("the shelf is empty.", silence), ("no buyer@example.com", silence), ("", silence),
        (Ending.stuck.cause ?? "", Ending.stuck.cause ?? ""),
        ("Email address is not verified: buyer@example.com", silence),
    ])
    func `quotes a cause that stands in the definition, and no other`(
        cause: String,
        told: String
    ) throws {
        #expect(try Self.report(error: nil, cause: cause).cause == told)
    }

    @Test func `has texts of bounded length`() throws {
        let long = String(repeating: "x", count: 300)
        let text =
            #"{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"\#(long)","Cause":"\#(long)"}}}"#
        let report = try Self.report(error: long, cause: long, text)
        let shortened = String(repeating: "x", count: EndReport.maximumLength) + "…"
        #expect(report.error == shortened)
        #expect(report.cause == shortened)
    }

    @Test func `has neither of an order that ended well`() throws {
        let report = try Self.report(error: nil, cause: nil)
        #expect(report.error == nil)
        #expect(report.cause == nil)
        #expect(report.state == "G")
    }

    private static func report(
        error: String?,
        cause: String?,
        _ text: String = definition
    ) throws -> EndReport {
        let bytes = Array(text.utf8)
        let workflow = Workflow(
            id: "w",
            name: "W",
            definition: bytes,
            machine: try StateMachine(parsing: bytes)
        )
        let ending = Ending(status: .failed, output: nil, error: error, cause: cause)
        return EndReport(ending, in: "G", of: workflow)
    }
}
