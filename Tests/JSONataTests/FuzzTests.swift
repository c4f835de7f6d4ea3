import FoundationEssentials
import JSON
import JSONata
import Testing

/// Random expressions, from a seed: parser and evaluator answer or refuse, and never crash.
///
/// The suite runs 1,500. The long form, for some minutes:
/// `JSONATA_FUZZ_ROUNDS=2000000 swift test --filter "JSONataTests.*FuzzTests"`, with
/// `JSONATA_FUZZ_SEED=N` for another seed. The round that is under way is in the failure's message; after
/// a crash, run with `JSONATA_FUZZ_TRACE=1` to see the last expression.
struct `Random expressions` {
    private static let variables = ProcessInfo.processInfo.environment
    private static let rounds = Int(variables["JSONATA_FUZZ_ROUNDS"] ?? "") ?? 1500
    private static let seed = UInt64(variables["JSONATA_FUZZ_SEED"] ?? "") ?? 1
    private static let isTraced = variables["JSONATA_FUZZ_TRACE"] != nil

    private static var environment: JSONataEnvironment {
        var environment = JSONataEnvironment.fixed
        environment.limits.maximumSteps = 5000
        environment.limits.maximumRegexSteps = 5000
        environment.limits.maximumStringLength = 100_000
        environment.limits.maximumSequenceLength = 10_000
        return environment
    }

    @Test func `come to an answer or a clear error, the same each time`() {
        var writer = ExpressionWriter(seed: Self.seed)
        for round in 0..<Self.rounds {
            let text = writer.expression()
            if Self.isTraced { print(round, text) }
            let (first, second) = (outcome(text), outcome(text))
            #expect(first == second, "round \(round): \(text)")
            #expect(!first.isEmpty, "round \(round): \(text)")
        }
    }

    private func outcome(_ text: String) -> String {
        do throws(JSONataError) {
            let expression = try JSONataExpression(parsing: text)
            switch try expression.result(.sample, in: Self.environment) {
            case .value(let value): return value.text
            case .nothing: return "undefined"
            case .function: return "function"
            }
        } catch {
            return error.code.isEmpty || error.message.isEmpty ? "" : error.description
        }
    }
}

/// Writes expressions: most by the grammar, some with pieces put in, taken out or doubled.
private struct ExpressionWriter {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func expression() -> String {
        let text = expression(depth: 2 + below(3))
        return below(4) == 0 ? mutated(text) : text
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    private mutating func one(_ texts: [String]) -> String { texts[below(texts.count)] }

    private mutating func mutated(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0...below(4) where !scalars.isEmpty {
            let place = below(scalars.count)
            switch below(4) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(contentsOf: one(Self.pieces).unicodeScalars, at: place)
            case 2: scalars.insert(contentsOf: scalars[place...].prefix(below(12)), at: place)
            default: scalars.swapAt(place, below(scalars.count))
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func expression(depth: Int) -> String {
        guard depth > 0 else { return below(6) == 0 ? oddAtom() : one(Self.atoms) }
        let inner = depth - 1
        switch below(20) {
        case 0..<5: return path(depth: inner)
        case 5..<8:
            return expression(depth: inner) + one(Self.operators) + expression(depth: inner)
        case 8..<12: return call(depth: inner)
        case 12: return "(" + binding() + expression(depth: inner) + ";" + path(depth: inner) + ")"
        case 13: return expression(depth: inner) + "?" + path(depth: inner) + ":" + one(Self.atoms)
        case 14: return "[" + expression(depth: inner) + "," + expression(depth: inner) + "]"
        case 15: return "{\"k\":" + expression(depth: inner) + "," + one(Self.keys) + ":1}"
        case 16: return expression(depth: inner) + "[" + expression(depth: inner) + "]"
        case 17:
            return path(depth: inner) + " ~> |" + path(depth: inner) + "|{\"z\":"
                + expression(depth: inner) + "},\"a\"|"
        case 18: return function(depth: inner) + "(" + expression(depth: inner) + ")"
        default: return "$eval(\"" + one(Self.names) + "\")" + one(Self.operators) + one(Self.atoms)
        }
    }

    private mutating func binding() -> String { one(["", "$x := ", "$f := ", "$i := "]) }

    private mutating func path(depth: Int) -> String {
        var steps: [String] = []
        for _ in 0...below(3) {
            var step = below(5) == 0 ? "(" + expression(depth: depth - 1) + ")" : one(Self.names)
            if below(4) == 0 { step += "[" + expression(depth: depth - 1) + "]" }
            if below(6) == 0 { step += one(Self.endings) }
            steps.append(step)
        }
        return steps.joined(separator: ".")
    }

    private mutating func call(depth: Int) -> String {
        let name = one(Self.functions)
        let arguments = (0..<below(4)).map { _ in
            below(4) == 0 ? function(depth: depth - 1) : expression(depth: depth - 1)
        }
        return "$" + name + "(" + arguments.joined(separator: ",") + ")"
    }

    private mutating func function(depth: Int) -> String {
        "function($x,$i)" + one(["", "", "<x-x?:x>", signature()]) + "{"
            + expression(depth: depth - 1) + "}"
    }

    private mutating func signature() -> String {
        let parameters = joined(Self.kinds, upTo: 3) { writer in
            writer.one(["", "", "?", "+", "-"])
        }
        return "<\(parameters)>"
    }

    /// A picture, a regular expression or a number that is far out.
    private mutating func oddAtom() -> String {
        switch below(3) {
        case 0: "\"\(joined(Self.pictures, upTo: 8) { _ in "" })\""
        case 1: "/\(joined(Self.patterns, upTo: 8) { _ in "" })/\(one(["", "i", "m"]))"
        default: one(Self.numbers)
        }
    }

    /// Some of the pieces, each with what follows it.
    private mutating func joined(
        _ pieces: [String],
        upTo count: Int,
        _ ending: (inout Self) -> String
    ) -> String {
        (0...below(count)).map { _ in one(pieces) + ending(&self) }.joined()
    }

    private static let kinds = [
        "s", "n", "b", "l", "a", "o", "f", "x", "j", "(ns)", "(sao)", "a<n>", "a<s>", "f<n:n>",
    ]
    private static let pictures = [
        "0", "0", "#", ",", ".", ";", "%", "e", "-", "[Y]", "[Y0001]", "[M01]", "[MNn,3-3]",
        "[D1o]", "[dwo]", "[H01]", "[h]", "[P]", "[m01]", "[s]", "[f001]", "[Z01:01t]", "[z]",
        "[X]", "[W]", "[F0]", "[C]", "[E]", "[x", "]]", "w", "Ww", "I", "a", "1", "9", "٠", ":o",
    ]
    private static let patterns = [
        "a", "b", ".", "*", "+", "?", "{2}", "{0,3}", "{3,}", "(", ")", "(?:", "(?=", "(?!", "(?<=",
        "(?<n>", "|", "^", "$", "[a-c]", "[^b]", "[", "]", "\\d", "\\W", "\\b", "\\1",
        "\\k<n>", "-", "é",
    ]
    private static let numbers = [
        "1e308", "-1e308", "5e-324", "9007199254740993", "4294967296", "-9223372036854775808",
        "18446744073709551616", "1e21", "0.1", "-0.5", "-1e15", "2147483648", "1e-300", "36", "-36",
    ]

    private static let names = [
        "a", "b", "c", "d", "e", "n", "s", "t", "o", "p", "q", "r", "*", "**", "%", "$", "$$",
        "$x", "$i", "`a b`", "nothing",
    ]
    private static let atoms =
        names + [
            "1", "0", "-1", "1.5", "1e300", "\"a\"", "\"hello\"", "\"\"", "true", "null", "[]",
            "{}", "[1..3]", "[[1],[2,3]]", "{\"a\":{\"b\":1}}", "/a(b)?/", "/(x*)*y/i", "/\\w+/",
            "\"[Y]-[M01]\"", "\"#,##0.00\"", "\"2020-02-29\"", "$f", "\"\\u00e9😀\"",
            "function(){1}",
            "$sum", "1e-7", "123456789012345678",
        ]
    private static let operators = [
        "+", "-", "*", "/", "%", "=", "!=", "<", ">=", "&", " and ", " or ", " in ", "..", " ~> ",
        "?:", "??", ".", ":=",
    ]
    private static let keys = ["\"j\"", "$string($)", "s", "\"10\"", "nothing"]
    private static let endings = [
        "[]", "@$x", "#$i", "^(>r)", "^($)", "{$string($):$}", "[0]", "[-1]", "[%]", "[$i=0]",
        "@$x#$i", "[[0,1]]",
    ]
    private static let pieces =
        operators + endings + [
            "(", ")", "[", "]", "{", "}", "|", "\"", "'", "`", "\\", "/", "/*", "*/", "$", "λ", "?",
            "\u{0}", "\u{200D}", "😀", "<", ">", ";", ",", ":", "@", "#", "^", "!", "~", "1e", "0x",
            " function(", "$eval(", "\\u", "\n",
        ]
    private static let functions = [
        "sum", "count", "max", "average", "string", "length", "substring", "substringBefore",
        "uppercase", "trim", "pad", "contains", "split", "join", "match", "replace", "eval",
        "base64encode", "base64decode", "encodeUrl", "decodeUrlComponent", "number", "abs", "round",
        "power", "sqrt", "formatNumber", "formatBase", "formatInteger", "parseInteger", "boolean",
        "not", "exists", "append", "sort", "reverse", "shuffle", "distinct", "zip", "keys",
        "lookup",
        "spread", "merge", "sift", "each", "map", "filter", "single", "reduce", "type", "clone",
        "now", "fromMillis", "toMillis", "assert", "error", "nothing",
    ]
}
