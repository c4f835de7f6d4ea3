import StatesLanguage
import Testing

struct `An intrinsic function` {
    @Test(arguments: [
        ("States.Array()", "[]"), ("States.Array(1, 'a', null, $.o)", #"[1,"a",null,{"b":[1,2]}]"#),
        ("States.ArrayContains($.a, 2)", "true"), ("States.ArrayContains($.a, '2')", "false"),
        ("States.ArrayContains($.a, 2.0)", "true"), ("States.ArrayGetItem($.a, 1)", "2"),
        ("States.ArrayLength($.a)", "3"),
        ("States.ArrayPartition($.a, 2)", "[[1,2],[3]]"), ("States.ArrayPartition($.e, 4)", "[]"),
        ("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]"), ("States.ArrayRange(3, 1, -1)", "[3,2,1]"),
        ("States.ArrayRange(1, 0, 1)", "[]"),
        ("States.ArrayUnique(States.Array(1, 1.0, '1', 2, 1))", #"[1,"1",2]"#),
        ("States.Base64Encode('Zürich')", #""WsO8cmljaA==""#),
        ("States.Base64Decode('WsO8cmljaA==')", #""Zürich""#),
        ("States.Base64Encode('')", #""""#), ("States.Base64Encode('abc')", #""YWJj""#),
        ("States.Format('{} is {}', $.s, 1.5)", #""text is 1.5""#),
        (#"States.Format('\{\}\\ \'{}\' {x}', 1)"#, #""{}\\ '1' {x}""#),
        ("States.Format('{}', $.o)", #""{b=[1, 2]}""#),
        ("States.Format('none')", #""none""#),
        ("States.Hash('abc', 'MD5')", #""900150983cd24fb0d6963f7d28e17f72""#),
        ("States.Hash('abc', 'SHA-1')", #""a9993e364706816aba3e25717850c26c9cd0d89d""#),
        (
            "States.Hash('abc', 'SHA-256')",
            #""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#
        ),
        (
            "States.Hash('abc', 'SHA-384')",
            #""cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7""#
        ),
        (
            "States.Hash('abc', 'SHA-512')",
            #""ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f""#
        ),
        (
            "States.Hash('12345678901234567890123456789012345678901234567890123456', 'MD5')",
            #""49f193adce178490e34d1b3a4ec0064c""#
        ),
        ("States.Hash('', 'SHA-1')", #""da39a3ee5e6b4b0d3255bfef95601890afd80709""#),
        (
            "States.JsonMerge($.o, States.StringToJson('{\"b\":1,\"c\":2}'), false)",
            #"{"b":1,"c":2}"#
        ),
        (
            "States.JsonMerge(States.StringToJson('{\"a\":{\"x\":1}}'), States.StringToJson('{\"a\":{\"y\":2}}'), true)",
            #"{"a":{"x":1,"y":2}}"#
        ),
        ("States.JsonToString($.o)", #""{\"b\":[1,2]}""#),
        ("States.MathAdd(1, -2)", "-1"), ("States.MathAdd(1.5, 1.51)", "4"),
        ("States.MathAdd(-0.5, 0.5)", "1"), ("States.MathAdd(0, -1.5)", "-1"),
        ("States.StringSplit('a,b;;c,', ',;')", #"["a","b","c"]"#),
        ("States.StringSplit(',,,', ',')", "[]"),
        ("States.StringToJson('{\"a\": [1.0]}')", #"{"a":[1.0]}"#),
        (#"States.StringToJson('\{"a": "it\'s \\n"\}')"#, #"{"a":"it's \n"}"#),
        (#"States.StringSplit('a\{b\\c', 'x')"#, #"["a{b\\c"]"#),
        ("States.StringToJson('')", "null"), ("States.StringToJson(' ')", "null"),
        ("States.StringToJson('-0')", "0"),
        ("States.ArrayLength(States.StringSplit(States.Format('{}-{}', 1, 2), '-'))", "2"),
        ("States.ArrayGetItem($.o['b'], States.MathAdd(0, 1))", "2"),
    ])
    func `computes`(call: String, result: String) throws { try check(call, .output(result)) }

    @Test(arguments: [
        ("States.ArrayGetItem($.a, 3)", "the index 3 is out of an array of 3"),
        ("States.ArrayLength('x')", #"expected an array but got "x""#),
        ("States.ArrayPartition($.a, 0)", "the chunk size must be positive"),
        ("States.ArrayRange(1, 2, 0)", "the step must not be zero"),
        ("States.ArrayRange(1, 1001, 1)", "the range has more than 1000 elements"),
        ("States.Base64Decode('###')", "the text is not Base64 of UTF-8"),
        ("States.Format('{} {}', 1)", "the template has more places than there are arguments"),
        ("States.Format('{}', 1, 2)", "the template has fewer places than there are arguments"),
        ("States.Hash('a', 'CRC')", #"there is no hash algorithm "CRC""#),
        ("States.JsonMerge($.o, $.a, false)", "expected two objects"),
        ("States.MathAdd('1', 2)", #"expected a number but got "1""#),
        ("States.MathAdd(9223372036854775807, 1)", "the sum is out of range"),
        ("States.MathRandom(3, 3)", "the range 3 to 3 is empty"),
        ("States.StringToJson('[1')", "the text is not JSON: unexpected end of text at byte 2"),
    ])
    func `refuses what it cannot compute`(call: String, reason: String) throws {
        let text = "The function '\(call)' had the following error: \(reason)"
        try check(call, .state("States.IntrinsicFailure", text))
    }

    /// AWS's guide, "Intrinsic functions": a backslash stands before a quote, a brace or another backslash.
    @Test(arguments: [
        (#"States.Format('\"{}\"', 1)"#, false), (#"States.Format('\n{}', 1)"#, false),
        (#"States.Array('a\"b')"#, false), (#"States.StringToJson('{\"a\": 1}')"#, false),
        (#"States.Format('{}\', 1)"#, false), (#"States.Array('a\'b\\c\{\}')"#, true),
        (#"States.Array("a")"#, false), (#" States.Array( 'a' , $.b )  "#, true),
    ])
    func `takes escapes that there are`(call: String, isTaken: Bool) {
        let text = workflow(call, .stuck, input: "{}").definition
        #expect(StateMachine.validate(Array(text.utf8)).isEmpty == isTaken)
    }

    @Test func `says which argument it cannot find`() throws {
        let call = "States.Array(1, States.ArrayLength($.none))"
        let text =
            "The function 'States.ArrayLength($.none)' had the following error: The JsonPath "
            + "argument for the field '$.none' could not be found in the input "
            + #"'{"a":[1,2,3],"e":[],"o":{"b":[1,2]},"s":"text"}'"#
        try check(call, .runtime(text))
    }

    @Test func `says when it is to index what is no array`() throws {
        try check(
            "States.Array($.o['b'][0], $.s[0])",
            .runtime(
                "The function 'States.Array($.o['b'][0], $.s[0])' had the following error: Filter: [0] "
                    + "can only be applied to arrays. Current context is: text"
            )
        )
    }

    @Test func `takes ten thousand characters and no more`() throws {
        for name in ["States.Base64Encode($.t)", "States.Hash($.t, 'MD5')"] {
            let fine = try run(name, input: #"{"t": "\#(String(repeating: "é", count: 10_000))"}"#)
            guard case .output = fine else {
                Issue.record("refused")
                continue
            }
            let over = try run(name, input: #"{"t": "\#(String(repeating: "é", count: 10_001))"}"#)
            guard case .error("States.IntrinsicFailure", _) = over else {
                Issue.record("accepted")
                continue
            }
        }
    }

    @Test func `draws its random numbers from the caller`() throws {
        let first = try run("States.Array(States.UUID(), States.MathRandom(1, 1000))")
        #expect(try run("States.Array(States.UUID(), States.MathRandom(1, 1000))") == first)
        guard case .output(let text) = try run("States.UUID()") else { return }
        let pattern = #/"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/#
        #expect(text.wholeMatch(of: pattern) != nil)
        #expect(try run("States.MathRandom(0, 999, 3)") == run("States.MathRandom(0, 999, 3)"))
    }

    private static let input = #"{"a": [1, 2, 3], "e": [], "o": {"b": [1, 2]}, "s": "text"}"#

    private func workflow(_ call: String, _ end: WorkflowCase.End, input: String) -> WorkflowCase {
        let escaped = call.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return WorkflowCase(
            call,
            #""A": {"Type": "Pass", "Parameters": {"r.$": "\#(escaped)"}, "OutputPath": "$.r", "End": true}"#,
            input: input,
            end
        )
    }

    private func check(_ call: String, _ end: WorkflowCase.End) throws {
        try StatesLanguageTests.check(workflow(call, end, input: Self.input))
    }

    private func run(_ call: String, input: String = Self.input) throws -> WorkflowCase.End {
        let workflow = workflow(call, .stuck, input: input)
        return try workflow.run(workflow.interpreter()) { _ in }.end
    }
}
