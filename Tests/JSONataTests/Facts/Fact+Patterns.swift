extension Fact {
    /// Regular expressions and escapes.
    static let patterns = list(
        ###"""
        "\x" ⇒ S0103
        "\u00e" ⇒ S0104
        "\u00zz" ⇒ S0104
        "\u" ⇒ S0104
        "\ ⇒ S0103
        "a\"b" ⇒ "a\"b"
        "a\\b" ⇒ "a\\b"
        "\/\b\f\n\r\t" ⇒ "/\b\f\n\r\t"
        $match("a.b",/a\.b/) ⇒ {"match":"a.b","index":0,"groups":[]}
        $match("axb",/a\.b/) ⇒ undefined
        $split("a1b2c",/\d/) ⇒ ["a","b","c"]
        $split("a1b22c",/\d+/,2) ⇒ ["a","b"]
        $replace("foo bar",/(\w+)\s(\w+)/,"$2 $1") ⇒ "bar foo"
        $match("foo-bar_9 é",/\w+/) ⇒ [{"match":"foo","index":0,"groups":[]},{"match":"bar_9","index":4,"groups":[]}]
        $match("foo bar",/\bb/) ⇒ {"match":"b","index":4,"groups":[]}
        $match("foobar",/\Bb/) ⇒ {"match":"b","index":3,"groups":[]}
        $match("a b\tc\nd",/\s/) ⇒ [{"match":" ","index":1,"groups":[]},{"match":"\t","index":3,"groups":[]},{"match":"\n","index":5,"groups":[]}]
        $match("aXbX",/[^X]/) ⇒ [{"match":"a","index":0,"groups":[]},{"match":"b","index":2,"groups":[]}]
        $match("a-b]c",/[\]\-]/) ⇒ [{"match":"-","index":1,"groups":[]},{"match":"]","index":3,"groups":[]}]
        $match("abc",/[a-b]/) ⇒ [{"match":"a","index":0,"groups":[]},{"match":"b","index":1,"groups":[]}]
        $match("abc",/[^a-b]/) ⇒ {"match":"c","index":2,"groups":[]}
        $match("aab",/a{2}/) ⇒ {"match":"aa","index":0,"groups":[]}
        $match("aaab",/a{1,2}/) ⇒ [{"match":"aa","index":0,"groups":[]},{"match":"a","index":2,"groups":[]}]
        $match("aaab",/a{2,}/) ⇒ {"match":"aaa","index":0,"groups":[]}
        $match("aaab",/a{1,2}?/) ⇒ [{"match":"a","index":0,"groups":[]},{"match":"a","index":1,"groups":[]},{"match":"a","index":2,"groups":[]}]
        $match("aaab",/a+?/) ⇒ [{"match":"a","index":0,"groups":[]},{"match":"a","index":1,"groups":[]},{"match":"a","index":2,"groups":[]}]
        $match("aaab",/a*?b/) ⇒ {"match":"aaab","index":0,"groups":[]}
        $match("abab",/(?:ab)+/) ⇒ {"match":"abab","index":0,"groups":[]}
        $match("abab",/(ab)+/) ⇒ {"match":"abab","index":0,"groups":["ab"]}
        $match("abcabc",/(a)(b)(c)\1/) ⇒ {"match":"abca","index":0,"groups":["a","b","c"]}
        $match("aa",/(a)\1/) ⇒ {"match":"aa","index":0,"groups":["a"]}
        $match("aba",/(a)|(b)/) ⇒ [{"match":"a","index":0,"groups":["a",null]},{"match":"b","index":1,"groups":[null,"b"]},{"match":"a","index":2,"groups":["a",null]}]
        $match("foobar",/foo(?=bar)/) ⇒ {"match":"foo","index":0,"groups":[]}
        $match("foobaz",/foo(?!bar)/) ⇒ {"match":"foo","index":0,"groups":[]}
        $match("a{b",/a{b/) ⇒ S0302
        $match("a}b",/a}b/) ⇒ S0302
        $match("a/b",/a\/b/) ⇒ {"match":"a/b","index":0,"groups":[]}
        $match("a/b",/a[/]b/) ⇒ {"match":"a/b","index":0,"groups":[]}
        $match("\u00e9",/\u00e9/) ⇒ {"match":"é","index":0,"groups":[]}
        $match("A",/\x41/) ⇒ {"match":"A","index":0,"groups":[]}
        $match("\t",/\t/) ⇒ {"match":"\t","index":0,"groups":[]}
        $match("a\nb",/a.b/) ⇒ undefined
        $match("a\nb",/a[\s\S]b/) ⇒ {"match":"a\nb","index":0,"groups":[]}
        $match("é",/É/i) ⇒ {"match":"é","index":0,"groups":[]}
        $match("ß",/SS/i) ⇒ undefined
        $match("k",/[A-Z]/i) ⇒ {"match":"k","index":0,"groups":[]}
        $match("K",/[^k]/i) ⇒ undefined
        $match("abc",/(a(b(c)))/) ⇒ {"match":"abc","index":0,"groups":["abc","bc","c"]}
        $match("abc",/(?:)/) ⇒ D1004
        $match("abc",/b|/) ⇒ D1004
        $match("aaa",/(a|aa)+$/) ⇒ {"match":"aaa","index":0,"groups":["a"]}
        $match("aab",/^(a+)+$/) ⇒ undefined
        $match("xyz",/[]/) ⇒ undefined
        $match("xyz",/[^]/) ⇒ [{"match":"x","index":0,"groups":[]},{"match":"y","index":1,"groups":[]},{"match":"z","index":2,"groups":[]}]
        $match("a-z",/[a\-z]/) ⇒ [{"match":"a","index":0,"groups":[]},{"match":"-","index":1,"groups":[]},{"match":"z","index":2,"groups":[]}]
        $match("a-z",/[\w-z]/) ⇒ [{"match":"a","index":0,"groups":[]},{"match":"-","index":1,"groups":[]},{"match":"z","index":2,"groups":[]}]
        $match("\b",/[\b]/) ⇒ {"match":"\b","index":0,"groups":[]}
        $match("ab12",/(?:a|b)(\d)?/) ⇒ [{"match":"a","index":0,"groups":[null]},{"match":"b1","index":1,"groups":["1"]}]
        $match("zaacbbbcac",/(z)((a+)?(b+)?(c))*/) ⇒ {"match":"zaacbbbcac","index":0,"groups":["z","ac","a",null,"c"]}
        $match("aBc",/b/i).match ⇒ "B"
        $match("11a",/^\d+(?!\.)/) ⇒ {"match":"11","index":0,"groups":[]}
        $match("123456789",/\d{3}(?=(\d{3})*$)/) ⇒ [{"match":"123","index":0,"groups":["789"]},{"match":"456","index":3,"groups":["789"]},{"match":"789","index":6,"groups":[null]}]
        /(/ ⇒ S0302
        /a(/ ⇒ S0302
        /[/ ⇒ S0302
        /)/ ⇒ S0302
        /*/ ⇒ S0106
        /a/gi ⇒ S0201
        /(?<a/ ⇒ S0302
        /\1(a)/("aa") ⇒ {"match":"a","start":0,"end":1,"groups":["a"]}
        /a\/b/("xa/b").start ⇒ 1
        /[/]/("a/b").start ⇒ 1
        /(a)/("bab").groups ⇒ ["a"]
        /{/("{").start ⇒ S0302
        /a{2/("a{2").match ⇒ S0302
        /\cA/("\u0001").match ⇒ "\u0001"
        /\0/("\u0000").start ⇒ 0
        /[\d-x]+/("1-x").match ⇒ "1-x"
        /[\d-\w]+/("a-1").match ⇒ "a-1"
        /x{0}/("x").match ⇒ ""
        /(?:x){0,2}/("xxx").match ⇒ "xx"
        /(x){0}y/("y").groups ⇒ [null]
        /(x)?(y)/("y").groups ⇒ [null,"y"]
        /^$/("").start ⇒ 0
        /$/("ab").start ⇒ 2
        /^/("ab").start ⇒ 0
        /a|b|c/("xc").match ⇒ "c"
        /(a|ab)(c|bcd)(d*)/("abcd").groups ⇒ ["a","bcd",""]
        /[a-f]+/i("FACE").match ⇒ "FACE"
        /a.c/("a\u2028c") ⇒ undefined
        /[^a]/("\n").start ⇒ 0
        /(?=(a+))a*b\1/("baaabac") ⇒ {"match":"aba","start":3,"end":6,"groups":["a"]}
        /(.*?)a(?!(a+)b\2c)\2(.*)/("baaabaac").groups ⇒ ["ba",null,"abaac"]
        /((a)|(b))*/("ab").groups ⇒ ["b",null,"b"]
        /(?:(a)|b)*/("ab").groups ⇒ [null]
        /\w+@\w+\.\w{2,3}/("mail x@example.com now").match ⇒ "x@example.com"
        """###
    )
}
