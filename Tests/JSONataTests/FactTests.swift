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
            $string($ + 0) ⇒ "9223372036854780000"
            $sum([$]) = $ ⇒ true
            $max([$, 1]) = $ ⇒ true
            """
        )
    )
    func `stays what it is until it is calculated with`(fact: Fact) throws {
        try fact.check(9_223_372_036_854_775_807)
    }
}

extension JSONValue {
    /// The input of the facts.
    static let sample: JSONValue = [
        "a": [1, 2, ["b": 3]], "c": ["d": "x", "e": [1, [2, 3]]], "n": nil, "s": "hello", "t": true,
        "o": ["p": ["q": [["r": 1], ["r": 2, "s": [5]]]]],
    ]
}
