import JSON
import JSONata
import Testing

struct `An expression` {
    @Test(arguments: Fact.list(Self.facts))
    func `comes to what JSONata says`(fact: Fact) throws {
        let input = try JSONValue(parsing: #"{"a":[1,2,{"b":3}],"c":{"d":"x"},"e":[]}"#)
        try fact.check(input)
    }

    static let facts = #"""
        c.d ⇒ "x"
        a.b ⇒ 3
        a[0] ⇒ 1
        a[-1].b ⇒ 3
        a[b=3] ⇒ {"b":3}
        a[0][] ⇒ [1]
        a.b[] ⇒ [3]
        nothing ⇒ undefined
        e ⇒ []
        c.* ⇒ "x"
        **.b ⇒ 3
        a.b.% ⇒ {"b":3}
        a#$i[$i=1] ⇒ 2
        c@$x.$x.d ⇒ "x"
        "a" & 1 & null ⇒ "a1null"
        [1..3] ⇒ [1,2,3]
        {"b":1,"10":2,"2":3} ⇒ {"2":3,"10":2,"b":1}
        1 ?: 2 ⇒ 1
        nothing ?? 2 ⇒ 2
        ($f := function($n){$n = 0 ? 1 : $n * $f($n - 1)}; $f(10)) ⇒ 3628800
        ($f := function($n, $a){$n = 0 ? $a : $f($n - 1, $a + 1)}; $f(10000, 0)) ⇒ 10000
        $replace("abracadabra", /a.*?a/, "*") ⇒ "*c*bra"
        {"a":1} ~> |$|{"b":2},"a"| ⇒ {"b":2}
        [3,1,2]^(>$) ⇒ [3,2,1]
        $map([1,2,3], function($x, $i){$x * $i}) ⇒ [0,2,6]
        "a" + 1 ⇒ T2001
        sum(1) ⇒ T1005
        $nothing(1) ⇒ T1006
        ( ⇒ S0203
        a[ ⇒ S0203
        """#

    @Test func `names what it uses and does not define`() throws {
        let text = "($x := 1; $f := function($y){$x + $y + $z}; $f($sum(a)) & $states.input)"
        let references = try JSONataExpression(parsing: text).references
        #expect(references.map(\.name) == ["z", "sum", "states"])
        #expect(references.map(\.isCalled) == [false, true, false])
    }

    @Test func `sees variables and functions of the host`() throws {
        var environment = JSONataEnvironment.fixed
        environment.variables = ["order": ["id": 7]]
        environment.functions["twice"] = try JSONataFunction(signature: "<n-:n>", arity: 1) {
            arguments throws(JSONataError) in
            arguments.first??.int.map { .number(2 * $0) }
        }
        environment.hiddenFunctions = ["eval"]
        try Fact(expression: "$twice($order.id)", outcome: "14").check(in: environment)
        try Fact(expression: "$order.id.$twice()", outcome: "14").check(in: environment)
        try Fact(expression: "$twice('x')", outcome: "T0410").check(in: environment)
        try Fact(expression: "$eval('1')", outcome: "T1006").check(in: environment)
        try Fact(expression: "$eval('1')", outcome: "1").check()
    }

    @Test func `says where and with what it failed`() throws {
        let error = #expect(throws: JSONataError.self) {
            try JSONataExpression(parsing: #""a" + 1"#).evaluate(nil, in: .fixed)
        }
        #expect(error?.code == "T2001")
        #expect(error?.position == 5)
        #expect(error?.token == "+")
        #expect(error?.value == "a")
        #expect(error?.message == #"The left side of the "+" operator must evaluate to a number"#)
    }
}
