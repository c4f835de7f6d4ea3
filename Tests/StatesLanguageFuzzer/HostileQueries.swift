/// Expressions that ask for very much; the probes of `HostileInputs`.
enum HostileQueries {
    static let all: [String] = [
        "($f := function(){$f()}; $f())",
        "($f := function($n){1 + $f($n + 1)}; $f(1))",
        "($f := function($s){$f($s & $s)}; $f('ab'))",
        "($f := function($a){$f($append($a,$a))}; $f([1]))",
        "($f := function($a){$f({'a':$a})}; $f(1))",
        "$match($states.input, /^(a+)+$/)",
        "$contains($states.input, /^(a|aa)+$/)",
        "$contains($pad('',100000,'a'), /a*a*a*a*b/)",
        "$split($pad('',100000,'a'), /(a*)*b/)",
        "$replace($pad('', 200000, 'a'), 'aaaaaaaaaaaaaaab', 'x')",
        "$contains($pad('',1000000,'a'), $pad('b',-500000,'a'))",
        "$sum([1..9999999])",
        "$count([1..1000000])",
        "$range(1, 1000000000, 1)",
        "[1..1000].($count($range(1,1000000,1)))",
        "$pad('', 1e9)",
        "$partition([1..1000000], 1)",
        "[1..1000].($count($partition([1..10000], 1)))",
        "($x := [1..1000]; $x.($x.($x)))",
        "($x := [1..1000]; $x.$x.$x)",
        "($x := [1..100000]; $sort($x, function($a,$b){$a<$b}))",
        "$sort([1..300000])",
        "([1..200000])^(>$)",
        "$distinct([1..300000])",
        "($x := [1..5000]; $x[$ in $x])",
        "($a:=[1..300000]; $b:=[1..300000]; [1..1000].($a = $b))",
        "$reduce([1..1000000], $append)",
        "$map([1..1000], function($i){$map([1..1000], function($j){$j})})",
        "[1..3000].[1..3000].[1..3000] ~> $count()",
        "$string([1..500000])",
        "[1..1000].$string([1..100000])",
        "$join($map([1..100000], $string), "
            + "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
        "$merge([1..100000].{$string($): $})",
        "[1..100000]{$string($): $count($)}",
        "$formatBase(1e300, 2)",
        "$formatInteger(1e300,'i')",
        "$zip([1..300000],[1..300000],[1..300000])",
        "$spread($merge([1..50000].{$string($): $}))",
        "$reverse([1..900000])",
        "[1..1000].$reverse([1..100000])",
        "[1..1000].$sum([1..100000])",
        "[1..1000].$uppercase($pad('',100000,'a'))",
        "[1..10000].$length($pad('',100000,'a'))",
        "[1..10000].$split($pad('',10000,'a'),'')",
        "[1..1000].$encodeUrlComponent($pad('',100000,'%'))",
        "[1..1000].$base64encode($pad('',100000,'a'))",
        "[1..1000].$hash($pad('',10000,'a'),'SHA-512')",
        "[1..1000].$parse($string([1..10000]))",
        "$toMillis($pad('', 60, 'a'), '[MNn][MNn][MNn][MNn][MNn][MNn][MNn][MNn]1')",
        "$shuffle([1..900000])",
        "[1..1000].$shuffle([1..10000])",
        "$eval('1')",
        "[1..1000].$keys($merge([1..1000].{$string($): $}))",
        "[1..3000].($substring($pad('',100000,'a'), 5, 99000))",
        "($f := function($n){($x := [1..800000]; $n = 0 ? 0 : 1 + $f($n - 1))}; $f(30))",
        "$map([1..900], function($i){[1..800000]})",
        "[1..900].([1..800000])",
        "[1..200000]^(>$, <$)",
    ]

    /// Each function and operator, again and again, with an operand that is large and made once.
    static let ofLargeOperands: [String] =
        [
            "$a = $b", "$a != $b", "0 in $a", "$a[0]", "$a[-1] + 1", "$a[[1..3]]", "$x[$a]",
            "$not($z)",
            "$z and true", "$z ? 1 : 2", "$sum($a)", "$max($a)", "$average($a)", "$count($a)",
            "$string($a)", "$a & ''", "$boolean($z)", "$exists($a)", "$type($a)", "$append($a, 1)",
            "$append(1, $a)", "$reverse($a)", "$sort($a)", "$sort($a, function($l,$r){false})",
            "$a^($)", "$shuffle($a)", "$distinct($a)", "$zip($a, $b)", "$a ~> $count()", "[$a, 1]",
            "{'a': $a}.a[0]", "$a.($ > 1)", "$a[$ > 1]", "$map($a, function($v){1})", "$a.x",
            "$filter($a, function($v){true})", "$single($a, function($v){$v = 5})",
            "$reduce($a, function($i, $j){$i})", "$a{'x': 1}", "$partition($a, 2)", "$a.*", "$a.**",
            "$spread($a)", "$keys($a)", "$lookup($a, 'x')", "$merge($o)", "$keys($o)",
            "$spread($o)",
            "$lookup($o, '77')", "$o.`77`", "$each($o, function($v){1})", "$o.*", "$o.**",
            "$sift($o, function($v){true})", "$o ~> |$|{'x':1}|", "$o ~> |$|{},['1','2','3']|",
            "$o = $o2", "$string($o)", "$type($o)", "$length($s)", "$substring($s, 5, 99000)",
            "$substring($s, -5)", "$substringBefore($s, 'ab')", "$substringAfter($s, 'ab')",
            "$uppercase($s)", "$lowercase($s)", "$trim($s)", "$trim($w)", "$pad($s, 1000001)",
            "$contains($s, 'ab')", "$contains($s, /ab/)", "$contains($s, /b$/)", "$split($s, 'ab')",
            "$split($s, '')", "$split($s, /a/)", "$match($s, /a/)", "$match($s, /(a)(a)(a)/, 2)",
            "$replace($s, 'a', 'b')", "$replace($s, /a/, 'b')", "$replace($s, /a*/, 'b')",
            "$join($l)", "$join($l, $s)", "$base64encode($s)", "$base64decode($s)",
            "$encodeUrl($s)",
            "$encodeUrlComponent($s)", "$decodeUrl($s)", "$decodeUrlComponent($s)", "$number($n)",
            "$s & 'x'", "$s = $s2", "$s < $s2", "$s in [$s2]", "$hash($s, 'MD5')",
            "$hash($s, 'SHA-512')", "$parse($j)", "$formatNumber(1, $p)", "$formatInteger(1, $p)",
            "$formatNumber(1e300, $q)", "$formatNumber(1, $y)", "$formatInteger(1, $q)",
            "$parseInteger($n, $q)", "$formatNumber(1e300, $g)", "$formatInteger(1e15, $g)",
            "$parseInteger($n, '0')",
            "$parseInteger($s, 'w')", "$toMillis($s)", "$toMillis($s, '[Y]')", "$fromMillis(0, $s)",
            "$s{$: 1}", "{$s: 1}", "$lookup({$s: 1}, $s2)", "$l = $l2", "$s in $l", "$sort($l)",
            "$l^($)", "$distinct($l)", "/b/($s)", "$sum", "$s ~> $length", "$assert(true, $s)",
        ].map { query in
            let used = operands.filter { query.contains("$\($0.name)") }
            let definitions = used.map { "$\($0.name) := \($0.value); " }.joined()
            return "(\(definitions)[1..100000].(\(query)))"
        }

    private static let operands: [(name: String, value: String)] = [
        ("a", "[1..300000]"), ("b", "[1..300000]"),
        ("z", "[1..50000].(0)"), ("x", "[1..2000]"),
        ("o", "$merge([1..5000].{$string($): $})"), ("o2", "$merge([1..5000].{$string($): $})"),
        ("s", "$pad('', 1000000, 'a')"), ("s2", "$pad('a', 1000000, 'a')"),
        ("w", "$pad('', 1000000, 'a ')"), ("l", "[1..2000].($pad('', 1000, 'a'))"),
        ("l2", "[1..2000].($pad('', 1000, 'a'))"), ("n", "$pad('1', 100000, '1')"),
        ("j", "'[' & $join([1..20000].$string(), ',') & ']'"), ("p", "$pad('', 100000, '0')"),
        ("g", "$pad('', 100000, '0,') & '0'"), ("y", "'0.' & $pad('', 100000, '0')"),
        ("q", "$pad('', 100000, '00,0,') & '0'"),
    ]

    /// Values that share their parts: small in memory, and without end for who looks at every part.
    static let ofSharedParts: [String] =
        [
            "$x = $y", "$x != $y", "$boolean($e)", "$e ? 1 : 2", "$e and 1", "$not($e)",
            "$string($x)",
            "$distinct([$x, $y])", "$x.a", "$lookup($x, 'a')", "$keys($x)", "$spread($x)", "$x.**",
            "$x.*", "{'b': $x}.*", "$x ~> |$|{'z':1}|", "$x in $y", "$partition($x, 1)", "$x",
            "[1..1000][$e]", "$hash($x, 'MD5')", "$sum($x)", "$filter([1..100], function(){$e})",
            "$x{$string($): 1}", "$merge($x)", "$sort($x)", "$x ~> |a|{'z':1}|",
        ].map {
            "($d := function($n, $v){$n = 0 ? $v : $d($n - 1, [[$v], [$v]])};"
                + " $x := $d(40, {'a': 1}); $y := $d(40, {'a': 1}); $e := $d(40, []); \($0))"
        }

    /// Long expressions: many variables, steps, members, predicates.
    static let long: [String] = [
        "(" + (0..<60_000).map { "$v\($0):=1;" }.joined() + "$v1)",
        "(" + (0..<20_000).map { "$v\($0):=1;" }.joined() + "[1..100000].($v9999))",
        "$states.input" + (0..<5_000).map { ".a@$v\($0)" }.joined(),
        "($d := " + String(repeating: "{'a':", count: 100) + "1"
            + String(repeating: "}", count: 100)
            + "; $d" + (0..<90).map { ".a@$v\($0)#$i\($0)" }.joined() + ")",
        "{" + (0..<40_000).map { "'k\($0)':1" }.joined(separator: ",") + "}",
        "[" + (0..<100_000).map { "\($0)" }.joined(separator: ",") + "]",
        "$states.input" + String(repeating: "[$]", count: 50_000),
        "$states.input" + String(repeating: ".%", count: 20_000),
        "[1..1000]^(" + String(repeating: "1,", count: 40_000) + "$)",
        "function($x)<" + String(repeating: "n", count: 200_000) + ">{1}(1)",
        "function($x)<" + String(repeating: "(ns)?", count: 50_000) + ">{1}(1)",
        "function($x)<" + String(repeating: "s+", count: 20) + ">{1}("
            + String(repeating: "'a',", count: 5_000) + "1)",
        "$contains('a', /" + String(repeating: "(a?)", count: 20_000) + "/)",
        "$contains('a', /" + String(repeating: "a|", count: 100_000) + "b/)",
        "$contains('a', /a{1000}{1000}{1000}/)", "$contains('a', /(((a{999}){999}){999}){999}/)",
        "$contains($pad('',5000,'a'), /(a?){5000}b/)",
        "$contains('a', /[\(String(repeating: "a-z", count: 50_000))]/)",
        "$replace('a', /a/, '\(String(repeating: "$1", count: 100_000))')",
        "$fromMillis(0, '\(String(repeating: "[Y]", count: 100_000))')",
        "$fromMillis(0, '[Y,1000000000-1000000000]')", "$fromMillis(0, '[Y,*-1000000000]')",
        "$formatInteger(1, '\(String(repeating: "0,", count: 100_000))0')",
        "$toMillis('\(String(repeating: "1", count: 2_000))', '\(String(repeating: "[Y]", count: 2_000))')",
        "$formatNumber(1e300, '#,##0.00', {'zero-digit': 'x'})",
        "$power(10, 300) & $power(10, 301)", "$round(1e308, 400)", "$round(1e-300, -400)",
        "$formatBase(1e308, 36)", "1e308 * 1e308", "-1e308 .. 1e308", "[1e307..1e308]",
        "$substring('abc', -1e308, 1e308)", "$pad('a', 1e308)", "$pad('a', -1e308)",
        "$split('abc', 'b', 1e308)", "$range(-1e300, 1e300, 1)", "$range(1, 2, 1e-300)",
        "$partition([1..10], 1e300)", "$random(1e300)", "$fromMillis(1e300)", "$toMillis('9e99')",
        "$states.input[1e300]", "$states.input[-1e300]", "$replace('aaa', 'a', 'b', 1e300)",
    ]

    /// For a deep and a wide input.
    static let ofInput: [String] = [
        "**",
        "**.**.**",
        "$count(**.**.**.**)",
        "$states.input.**.**.**.** ~> $count()",
        "$string($states.input)",
        "$states.input ~> |**|{'z':1}|",
        "[1..100000].($count($states.input.l))",
        "[1..100000].($states.input[0].n)",
        "[1..100000].($states.input.a.a.a.a)",
        "[1..1000].($states.input.n)",
        "[1..1000].($states.input.*)",
        "[1..1000].($keys($states.input))",
        "$states.input.{'x': %.n}",
        "$states.input@$a.$states.input@$b.($a.n + $b.n)",
        "$states.input#$i[$i < 5]",
        "$states.input^(n).l",
        "$states.input{$string(n): l}",
        "[1..100000].($states.context.Execution.Name)",
        "[1..100000].($states.context.Execution.Input[0])",
    ]
}
