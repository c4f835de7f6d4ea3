/// A regular expression of JavaScript (ECMA-262 §22.2, without the `u` flag), as a program for a
/// backtracking machine with a bound on its steps.
final class Regex: Sendable {
    let source: String
    let program: RegexProgram

    init(
        pattern: [UInt16],
        ignoresCase: Bool,
        isMultiline: Bool
    ) throws(RegexError) {
        source = String(decoding: pattern, as: UTF16.self)
        var parser = RegexParser(pattern)
        let tree = try parser.parse()
        var compiler = RegexCompiler(ignoresCase: ignoresCase, isMultiline: isMultiline)
        program = try compiler.compile(tree, groupCount: parser.groupCount)
    }

    /// The first match from the place on; the error says that the steps have been used up.
    func firstMatch(
        in units: [UInt16],
        from start: Int,
        steps: inout Int
    ) throws(RegexError) -> RegexMatch? {
        var machine = RegexMachine(program: program, input: units, steps: steps)
        defer { steps = machine.steps }
        return try machine.firstMatch(from: start)
    }
}

extension Regex: Equatable {
    static func == (left: Regex, right: Regex) -> Bool { left === right }
}

/// Where a regular expression and its groups have matched, in code units.
struct RegexMatch {
    let range: Range<Int>
    /// Nil for groups that took no part.
    let groups: [Range<Int>?]
}

/// Why a pattern is no regular expression, or why a search ended without an answer.
struct RegexError: Error {
    let reason: String
}
