import JSON
import JSONata
import Testing

/// Each of these was also tried on jsonata-js, packed as a black box, and came to the same there.
struct `The language` {
    private let input = JSONValue.sample

    @Test(arguments: Fact.grammar)
    func `has JSONata's grammar and operators`(fact: Fact) throws { try fact.check(input) }

    @Test(arguments: Fact.functions)
    func `has JSONata's functions`(fact: Fact) throws { try fact.check(input) }

    @Test(arguments: Fact.formats)
    func `formats and reads numbers and dates`(fact: Fact) throws { try fact.check(input) }

    @Test(arguments: Fact.patterns)
    func `has JavaScript's regular expressions`(fact: Fact) throws { try fact.check(input) }

    @Test(arguments: Fact.mixtures)
    func `puts everything together as jsonata-js does`(fact: Fact) throws {
        try fact.check(input)
    }
}

/// What is newer than the packed jsonata-js, or known to be wrong there.
struct `Beyond version 1.8 the language` {
    @Test(arguments: Fact.list(Self.facts))
    func `goes on as JSONata 2 does`(fact: Fact) throws { try fact.check(.sample) }

    static let facts = ###"""
        $number("0x12") ⇒ 18
        $number("0B101") ⇒ 5
        $number("0o17") ⇒ 15
        $number("0x") ⇒ D3030
        $number("0b12") ⇒ D3030
        1 ?: 2 ⇒ 1
        0 ?: 2 ⇒ 2
        nothing ?: "x" ⇒ "x"
        "" ?: nothing ?: 3 ⇒ 3
        0 ?? 2 ⇒ 0
        null ?? 2 ⇒ null
        nothing ?? 2 ⇒ 2
        nothing ?? nothing ?? 3 ⇒ 3
        o.x ?? o.p.q[0].r ⇒ 1
        $length("😀a") ⇒ 2
        $substring("😀abc", 1, 2) ⇒ "ab"
        $split("😀a", "") ⇒ ["😀","a"]
        $substring("hello", ?, 2)(1) ⇒ "el"
        $sum(?)([1, 2]) ⇒ 3
        $map($, $match(?, /a/)) ⇒ []
        $map(o, $match(?, /Obj/)) ⇒ [{"match":"Obj","index":8,"groups":[]}]
        $map([{"x": 1}, "abc", 12, null, true, [1, null, "a"]], $match(?, /[a1]/)).match ⇒ ["a","1","1","a"]
        $map(o, $contains(?, /j/)) ⇒ true
        $match(?, /a/)(nothing) ⇒ undefined
        $match({"x": 1}, /a/) ⇒ T0410
        $map(["1", " -2.5 ", true, null], $abs(?)) ⇒ [1,2.5,1,0]
        $map(["1", "-2.5"], $floor(?)) ⇒ [1,-3]
        $map(["1", "-2.5"], $power(?, 2)) ⇒ [1,6.25]
        $map(["a"], $uppercase(?)) ⇒ "A"
        $map([1], $uppercase(?)) ⇒ T0410
        $map(["1"], $sqrt) ⇒ T0410
        $map([1, 2], $power(?, 2)) ⇒ [1,4]
        $base64encode("hello:world") ⇒ "aGVsbG86d29ybGQ="
        $base64encode("ab") ⇒ "YWI="
        $base64encode("") ⇒ ""
        $base64decode("aGVsbG86d29ybGQ=") ⇒ "hello:world"
        $base64decode("YWI=") ⇒ "ab"
        $encodeUrl("https://mozilla.org/?x=шеллы") ⇒ "https://mozilla.org/?x=%D1%88%D0%B5%D0%BB%D0%BB%D1%8B"
        $decodeUrl("https://mozilla.org/?x=%D1%88%D0%B5%D0%BB%D0%BB%D1%8B") ⇒ "https://mozilla.org/?x=шеллы"
        $decodeUrlComponent("%E0%A4%A") ⇒ D3140
        $encodeUrl("\uD800") ⇒ D3140
        $encodeUrlComponent("\uD800") ⇒ D3140
        $encodeUrlComponent("😀") ⇒ "%F0%9F%98%80"
        $fromMillis(0, "[H01]:[m01] [Z]", "-0530") ⇒ "18:30 -05:30"
        $fromMillis(43200000, "[h][PN]") ⇒ "12PM"
        $toMillis("2017-10-30T16:25:32.935+0100") ⇒ 1509377132935
        $toMillis("2017-10-30T16:25:32.935-0130") ⇒ 1509386132935
        $toMillis("2017-13-01") ⇒ D3110
        $now() ⇒ "2023-11-14T22:13:20.000Z"
        $millis() ⇒ 1700000000000
        $now("[Y]-[M01]") ⇒ "2023-11"
        $toMillis("13:45", "[H]:[m]") ⇒ 1699969500000
        $random() ⇒ 0.5
        $shuffle([1, 2, 3, 4]) ⇒ [1,3,4,2]
        $parseInteger("abc", "0") ⇒ D1001
        $string($parseInteger("", "w")) ⇒ D3001
        $parseInteger("", "I") ⇒ 0
        $formatInteger(1234, "0:00x") ⇒ "12:34x"
        $parseInteger("12abc", "0") ⇒ 12
        $formatNumber(1, "x") ⇒ D3086
        $formatNumber(1, "x#") ⇒ "x1"
        $formatInteger(100, "1:o") ⇒ "100:o"
        $fromMillis(0, "x[Y/") ⇒ D3135
        $fromMillis(-62135596800000, "[X]-[W]") ⇒ "1-1"
        $replace("ab", /b/, function($m){$string($m)}) ⇒ "a{\"match\":\"b\",\"start\":1,\"end\":2,\"groups\":[],\"next\":\"\"}"
        $replace("aXbXc", /X/, function($m){$m.next().match & $m.start}, 1) ⇒ "aX1bXc"
        $match("ab", /x*/, 1) ⇒ D1004
        $replace("ab", /x*/, "-", 1) ⇒ D1004
        $split("ab", /x*/, 1) ⇒ D1004
        $match("ab", /b/, 0) ⇒ undefined
        $contains("aaaaaaaaab", "aaab") ⇒ true
        $contains("ababac", "abac") ⇒ true
        $contains("ababad", "abac") ⇒ false
        $split("aabaabaab", "aab") ⇒ ["","","",""]
        $replace("aaaa", "aa", "b") ⇒ "bb"
        1/0 ⇒ D1001
        $string(1/0) ⇒ D3001
        function($x){$x} ⇒ function
        $sum ⇒ function
        /a/ ⇒ function
        |a|{}| ⇒ function
        ["a", $sum] ⇒ ["a",null]
        {"a": $sum, "b": 1} ⇒ {"b":1}
        ($f := function($x){$x = 0 ? "done" : $f($x - 1)}; $f(20000)) ⇒ "done"
        ($even := function($n){$n = 0 ? true : $odd($n - 1)}; $odd := function($n){$n = 0 ? false : $even($n - 1)}; $even(10001)) ⇒ false
        """###
}

/// jsonata-js has doubles alone; AWS keeps whole numbers of 64 bits that are only passed on, as measured.
struct `A long whole number` {
    @Test(
        arguments: Fact.list(
            """
            $ ⇒ 9223372036854775807
            n ⇒ undefined
            [$, {"a": $}] ⇒ [9223372036854775807,{"a":9223372036854775807}]
            $string($) ⇒ "9223372036854775807"
            $string([$]) ⇒ "[9223372036854775807]"
            $number($) ⇒ 9223372036854775807
            $ = 9223372036854775807 ⇒ true
            $ > 1 and $ >= $ and $boolean($) ⇒ true
            $type($) ⇒ "number"
            $count($distinct([$, $, 1])) ⇒ 2
            $sort([$, 1])[0] ⇒ 1
            [$, 1]^($)[0] ⇒ 1
            $string($ + 0) ⇒ "9223372036854776000"
            $ & "" ⇒ "9223372036854775807"
            {$string($): 1} ⇒ {"9223372036854775807":1}
            $sum([$]) = $ ⇒ true
            $max([$, 1]) = $ ⇒ true
            """
        )
    )
    func `stays what it is until it is calculated with`(fact: Fact) throws {
        try fact.check(9_223_372_036_854_775_807)
    }
}

/// jsonata-js rounds whole numbers too; AWS writes them as JavaScript does, as measured.
struct `A number's text` {
    @Test(
        arguments: Fact.list(
            """
            $string(9223372036854775808) ⇒ "9223372036854776000"
            $string(1234567890123456) ⇒ "1234567890123456"
            1234567890123457 & "" ⇒ "1234567890123457"
            "n" & 9007199254740991 ⇒ "n9007199254740991"
            $string($number("1234567890123456")) ⇒ "1234567890123456"
            {$string(1234567890123456): 1, $string(1234567890123457): 2} ⇒ {"1234567890123456":1,"1234567890123457":2}
            $join([1234567890123456, 1234567890123457].$string(), ",") ⇒ "1234567890123456,1234567890123457"
            $string([1234567890123456, {"n": 1234567890123457}]) ⇒ "[1234567890123456,{\\"n\\":1234567890123457}]"
            $string(-1234567890123456) ⇒ "-1234567890123456"
            $string(1152921504606846976) ⇒ "1152921504606847000"
            [1152921504606846976].$string() ⇒ "1152921504606847000"
            $string(100000000000000000000) ⇒ "100000000000000000000"
            $string(123456789012345678901) ⇒ "123456789012345680000"
            $string(123456789012345678) ⇒ "123456789012345680"
            $string(12345678901234567890) ⇒ "12345678901234567000"
            $string(1e21) ⇒ "1e+21"
            $string(1.2345678901234567e25) ⇒ "1.2345678901234566e+25"
            $string(1.7976931348623157e308) ⇒ "1.7976931348623157e+308"
            $string(1e-7) ⇒ "1e-7"
            $string(0.000001) ⇒ "0.000001"
            $string(0.1 + 0.2) ⇒ "0.3"
            0.1 + 0.2 & "" ⇒ "0.3"
            $string(1/3) ⇒ "0.333333333333333"
            $string(123456789012345.67) ⇒ "123456789012346"
            $string(1.2345678901234567e-10) ⇒ "1.23456789012346e-10"
            $string(-0) ⇒ "0"
            """
        )
    )
    func `is JavaScript's, and that of a fraction has 15 digits`(fact: Fact) throws {
        try fact.check()
    }

    /// Not their values but the texts in which they go out.
    @Test(arguments: [
        ("1152921504606846976", "1152921504606847000"), ("[2 * 1e21]", "[2e+21]"),
        ("1234567890123456", "1234567890123456"), ("1e-7", "1e-7"),
        ("0.1 + 0.2", "0.30000000000000004"),
    ])
    func `is the same in a result`(expression: String, text: String) throws {
        let result = try JSONataExpression(parsing: expression).evaluate(nil, in: .fixed)
        #expect(result?.text == text)
    }
}

/// An array as the input counts as one value for a path, and `$$` is the array itself.
struct `An array as the input` {
    @Test(
        arguments: Fact.list(
            """
            $$ ⇒ [{"a":1,"b":[1]},{"a":2},{"a":[3,4]}]
            $$[0] ⇒ {"a":1,"b":[1]}
            $[0] ⇒ {"a":1,"b":[1]}
            $$[-1] ⇒ {"a":[3,4]}
            $$[5] ⇒ undefined
            $$[a=1] ⇒ {"a":1,"b":[1]}
            $[a=1] ⇒ {"a":1,"b":[1]}
            $$[b] ⇒ undefined
            $$.a ⇒ [1,2,3,4]
            $.a ⇒ [1,2,3,4]
            a ⇒ [1,2,3,4]
            $$[0].a ⇒ 1
            $$[0][1] ⇒ undefined
            $$[[0,1]] ⇒ [{"a":1,"b":[1]},{"a":2}]
            $$[] ⇒ [{"a":1,"b":[1]},{"a":2},{"a":[3,4]}]
            [$$[0]] ⇒ [{"a":1,"b":[1]}]
            $count($$) ⇒ 3
            $string($$[1]) ⇒ "{\\"a\\":2}"
            function(){$$[0]}() ⇒ {"a":1,"b":[1]}
            $.($$[0].a) ⇒ [1,1,1]
            a.$$[1].a ⇒ [2,2,2,2]
            $$^(>$string(a))[0].a ⇒ [3,4]
            $$#$i[$i=1].a ⇒ 2
            $eval("$$[0]", [7, 8]) ⇒ {"a":1,"b":[1]}
            $each($$[0], function($v){$v}) ⇒ [1,[1]]
            """
        )
    )
    func `is looked into`(fact: Fact) throws {
        try fact.check([["a": 1, "b": [1]], ["a": 2], ["a": [3, 4]]])
    }
}

extension JSONValue {
    /// The input of the facts.
    static let sample: JSONValue = [
        "a": [1, 2, ["b": 3]], "c": ["d": "x", "e": [1, [2, 3]]], "n": nil, "s": "hello", "t": true,
        "o": ["p": ["q": [["r": 1], ["r": 2, "s": [5]]]]],
    ]
}
