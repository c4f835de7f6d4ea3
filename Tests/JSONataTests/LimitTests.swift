import JSON
import JSONata
import Testing

/// Whatever the text or the expression: an answer or a clear error, soon, and never a crash.
// One after the other: together they would keep all other tests from the threads that all tasks share.
@Suite(.serialized)
struct `A hostile expression` {
    /// Few enough steps that a debug build comes to its end soon too.
    private static var environment: JSONataEnvironment {
        var environment = JSONataEnvironment.fixed
        environment.limits.maximumSteps = 60_000
        environment.limits.maximumRegexSteps = 60_000
        return environment
    }

    private func check(_ expression: String, _ outcome: String) throws {
        try Fact(expression: expression, outcome: outcome).check(.sample, in: Self.environment)
    }

    @Test(arguments: [
        ("[", "", ""), ("[", "1", "]"), ("(", "1", ")"), ("-", "1", ""), (#"{"a":"#, "1", "}"),
        ("1+", "1", ""), ("a.", "a", ""), ("", "a", "[0]"), ("a?b:", "c", ""), ("1&", "1", ""),
        ("function(){", "1", "}"), ("$f(", "1", ")"), ("|", "1", "|1|"), ("", "a", "^(a)"),
        ("", "a", "{a:a}"), ("$x:=", "1", ""), ("1~>", "1", ""), ("a??", "1", ""),
    ])
    func `may be nested without end`(head: String, middle: String, tail: String) throws {
        let text =
            String(repeating: head, count: 10_000) + middle + String(repeating: tail, count: 10_000)
        try check(text, "U1001")
    }

    @Test(arguments: [
        "($f := function(){$f()}; $f())",
        "($f := function($n){1 + $f($n + 1)}; $f(1))",
        "($f := function($n){[$f($n + 1)]}; $f(1))",
        "($f := function($n){$map([1], function($x){$f($x)})}; $f(1))",
        "($f := function($n){{'a': [$n.($f($))]}}; $f(1))",
        "($f := function($n){[1,2]^($f($n))}; $f(1))",
        "($f := function($n){[1][$f($n)]}; $f(1))",
        "($f := function($n){$replace('a', /a/, function($m){$f(1)})}; $f(1))",
        "($f := function($n){{'a':1} ~> |$|$f(1)|}; $f(1))",
        "($f := function($n){$eval('$f(1)') + 1}; $f(1))",
        "($f := function($n){$f(?)($n)}; $f(1))",
        "($f := function($a){$f({'a': $a})}; $f(1))",
        "($f := function($a){$f([[$a]])}; $f(1))",
        "($f := function($g){$f(function(){$g()})}; $f(1))",
        "($f := function($g){$f($string ~> $g)}; $f($string))",
        "($f := function($g){$f($append(?, $g))}; $f(1))",
        "($f := function($a){$f($append($a, $a))}; $f([1]))",
        "($f := function($s){$f($s & $s)}; $f('a'))",
        "$reduce([1..10000], function($a, $i){{'a': $a}}, [])",
    ])
    func `may recur without end`(expression: String) throws {
        try check(expression, "U1001")
    }

    /// A value of a few hundred parts, each of which is in it twice: looked at part by part it has no end.
    @Test(arguments: [
        "$x = $y", "$x != $y", "$boolean($e)", "$e ? 1", "$e and 1", "$not($e)", "$string($x)",
        "$distinct([$x, $y])", "$x.a", "$lookup($x, 'a')", "$keys($x)", "$spread($x)", "$x.**",
        "{'b': $x}.*", "$x ~> |$|{'z': 1}|", "$x", "[1][$e]", "$x{$string($): 1}",
    ])
    func `may look at what shares its parts`(expression: String) throws {
        try check(
            "($d := function($n, $v){$n = 0 ? $v : $d($n - 1, [[$v], [$v]])};"
                + " $x := $d(40, {'a': 1}); $y := $d(40, {'a': 1}); $e := $d(40, []); \(expression))",
            "U1001"
        )
    }

    /// What is large is made once and looked at again and again: each look has its price.
    @Test(arguments: [
        ("a", "$a = $b"), ("a", "0 in $a"), ("a", "$sum($a)"), ("a", "$string($a)"),
        ("a", "$append($a, 1)"), ("a", "$sort($a)"), ("a", "$distinct($a)"), ("a", "$a.x"),
        ("a", "$lookup($a, 'x')"), ("a", "[1..9][$a]"), ("z", "$not($z)"), ("z", "$z ? 1"),
        ("s", "$length($s)"), ("s", "$substring($s, 5)"), ("s", "$substringBefore($s, 'b')"),
        ("s", "$contains($s, 'b')"), ("s", "$contains($s, /a/)"), ("s", "$replace($s, 'b', 'c')"),
        ("s", "$join([$s])"), ("s", "$base64encode($s)"), ("s", "$s & 'x'"), ("s", "$s = $t"),
        ("s", "$s < $t"), ("s", "{$s: 1}"), ("o", "$merge($o)"), ("o", "$keys($o)"), ("o", "$o.*"),
        ("o", "$o ~> |$|{}, ['1']|"),
        ("s", "$toMillis($s, '[MNn][MNn][MNn][MNn]1')"),
    ])
    func `may look at a large value again and again`(kind: String, expression: String) throws {
        let definitions = [
            "a": "$a := [1..20000]; $b := [1..20000]", "z": "$z := [1..1000].(0)",
            "s": "$s := $pad('', 30000, 'a'); $t := $pad('a', 30000, 'a')",
            "o": "$o := $merge([1..300].{$string($): $})",
        ]
        try check(
            "(\(definitions[kind] ?? ""); $count([1..2000].(\(expression))))",
            "U1001"
        )
    }

    /// Lists as long as a text allows, which are searched in a time that does not grow with their square.
    @Test(arguments: [
        (
            "(" + (0..<5_000).map { "$v\($0):=\($0);" }.joined() + "$v4999)", "4999"
        ),
        ("$count({" + (0..<5_000).map { "'k\($0)':1" }.joined(separator: ",") + "}.*)", "5000"),
    ])
    func `may have many names`(expression: String, outcome: String) throws {
        try check(expression, outcome)
    }

    @Test(arguments: [
        #"$contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)"#,
        #"$contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a|aa)+$/)"#,
        #"$contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a*)*$/)"#,
        #"$contains($pad("", 100000, "a"), /(.*)*x/)"#,
        #"$contains($pad("", 100000, "a"), /a*a*a*a*b/)"#,
        #"/(?:(?:a{0,1000}){0,1000}){0,1000}b/("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")"#,
        #"$toMillis($pad("", 60, "a"), "[MNn][MNn][MNn][MNn][MNn][MNn][MNn][MNn]1")"#,
    ])
    func `may have a catastrophic pattern`(expression: String) throws {
        try check(expression, "U1001")
    }

    @Test(arguments: [
        (#"$pad("", 1e12)"#, "U1001"), ("[1..10000001]", "D2014"), ("[1..1e300]", "D2014"),
        ("($x := [1..1000]; $x.($x.($x)))", "U1001"),
        ("[1..1000].($n := $; [1..900000].$n)", "U1001"), ("[[1..400000], [1..400000]].$", "U1001"),
        ("[1..1000000].(**)", "U1001"),
        ("$map([1..1000], function($x){$map([1..1000], function($y){$y})})", "U1001"),
        (#"$formatInteger(1e300, "i")"#, "U1001"), ("$fromMillis(1e300)", "D1001"),
        (#"$replace($pad("", 100000, "a"), "a", $pad("", 1000, "b"))"#, "U1001"),
        (#"$count($distinct($map([1..5000], function($x){{"a": $x}})))"#, "5000"),
        ("$power(10, 1e9)", "D3061"),
        (
            "($f := function($n, $x){$n = 0 ? $x : $f($n - 1, {'l': $x, 'r': $x})}; $f(40, 1))",
            "U1001"
        ),
        ("/a/('bab', 1e300)", "undefined"), ("/a/('bab', -5).start", "1"),
        ("$match('a', function($s){{'start': 1e300, 'end': -1e300, 'match': 'x'}}).index", "1"),
        ("$round(1.5, 1e300)", "1.5"),
        (#"$substring("abc", -1e300, 1e300)"#, #""abc""#),
        (#"$split("abc", "b", 1e300)"#, "[]"), (#"$split("abc", "b", 1/0)"#, "[]"),
        ("$formatNumber(0, '0e0')", #""0e0""#),
        ("$formatNumber(-5, '0.0e0')", #""-5.0e0""#),
    ])
    func `may ask for very much`(expression: String, outcome: String) throws {
        try check(expression, outcome)
    }

    @Test func `may look through a deep value`() throws {
        var deep: JSONValue = 1
        for _ in 0..<600 { deep = ["a": deep] }
        let result = try JSONataExpression(parsing: "$count(**)")
            .evaluate(deep, in: Self.environment)
        #expect(result == 601)
        for _ in 0..<600 { deep = ["a": deep] }
        for text in ["**", "$string($)", "$ ~> |nothing|{}|", "$ = $clone($)"] {
            let expression = try JSONataExpression(parsing: text)
            let error = #expect(throws: JSONataError.self) {
                try expression.evaluate(deep, in: Self.environment)
            }
            #expect(error?.code == "U1001", "\(text)")
        }
    }

    @Test(arguments: [" ", "a", "(", "\"", "/", "1", "𝔘", "\u{0}", "a.", "[]", "?:", "~>", "λ"])
    func `may be a megabyte of garbage`(unit: String) throws {
        let text = String(repeating: unit, count: 1_000_000 / unit.utf16.count)
        #expect(throws: JSONataError.self) {
            _ = try JSONataExpression(parsing: text + "§").evaluate(nil, in: Self.environment)
            _ = try JSONataExpression(parsing: text + text)
        }
    }
}

struct `A limit` {
    private func code(_ text: String, _ change: (inout JSONataLimits) -> Void) -> String? {
        var environment = JSONataEnvironment.fixed
        change(&environment.limits)
        do throws(JSONataError) {
            _ = try JSONataExpression(parsing: text, limits: environment.limits)
                .evaluate(nil, in: environment)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `on the text holds to the code unit`() {
        #expect(code("1234") { $0.maximumTextLength = 4 } == nil)
        #expect(code("12345") { $0.maximumTextLength = 4 } == "U1001")
    }

    @Test func `on the syntax holds to the level`() {
        #expect(code("[[1]]") { $0.maximumSyntaxDepth = 3 } == nil)
        #expect(code("[[[1]]]") { $0.maximumSyntaxDepth = 3 } == "U1001")
    }

    /// jsonata-js counts 302 levels for this; so deep, and no deeper, must it go.
    @Test func `on the depth means what it means in jsonata-js`() {
        let factorial = "($f := function($n){$n = 0 ? 1 : $n * $f($n - 1)}; $f("
        #expect(code(factorial + "99))") { $0.maximumDepth = 302 } == nil)
        #expect(code(factorial + "100))") { $0.maximumDepth = 302 } == "U1001")
    }

    @Test func `on the steps ends a loop`() {
        #expect(code("[1..100].($ + 1)") { $0.maximumSteps = 1000 } == nil)
        #expect(code("[1..100].($ + 1)") { $0.maximumSteps = 100 } == "U1001")
    }

    @Test func `on arrays and strings holds to the element and the byte`() {
        #expect(code("[1..10]") { $0.maximumSequenceLength = 10 } == nil)
        #expect(code("[1..11]") { $0.maximumSequenceLength = 10 } == "U1001")
        #expect(code("$append([1..10], 1)") { $0.maximumSequenceLength = 10 } == "U1001")
        #expect(code("'12' & '34'") { $0.maximumStringLength = 4 } == nil)
        #expect(code("'12' & '345'") { $0.maximumStringLength = 4 } == "U1001")
        #expect(code("$pad('', 5)") { $0.maximumStringLength = 4 } == "U1001")
    }

    @Test func `on the nesting of values holds to the level`() {
        #expect(code("{'a': {'a': 1}}") { $0.maximumNesting = 2 } == nil)
        #expect(code("{'a': {'a': {'a': 1}}}") { $0.maximumNesting = 2 } == "U1001")
    }

    @Test func `on regular expressions ends a search`() {
        #expect(code("$contains('aaaaaaaaab', /(a+)+c/)") { $0.maximumRegexSteps = 100 } == "U1001")
        #expect(code("$contains('aaaaaaaaab', /a+b/)") { $0.maximumRegexSteps = 100 } == nil)
    }

    @Test func `on the time is asked of the host`() throws {
        var environment = JSONataEnvironment.fixed
        environment.isOverdue = { true }
        let loop = try JSONataExpression(parsing: "[1..10000].($ + 1)")
        let error = #expect(throws: JSONataError.self) {
            try loop.evaluate(nil, in: environment)
        }
        #expect(error?.code == "U1001")
        #expect(error?.message == "Expression evaluation timeout: Check for infinite loop")
    }
}
