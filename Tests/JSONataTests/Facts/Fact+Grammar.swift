extension Fact {
    /// Paths, operators, constructors, functions, and texts that are no expressions.
    static let grammar = list(
        ###"""
        a.b ⇒ 3
        a.b.c ⇒ undefined
        a[0].b ⇒ undefined
        a.(b) ⇒ 3
        a.{"x":b} ⇒ [{},{},{"x":3}]
        a.[b] ⇒ [[],[],[3]]
        c.e ⇒ [1,[2,3]]
        c.e[0] ⇒ 1
        c.e[1] ⇒ [2,3]
        c.e[1][0] ⇒ 2
        c.e[1].$ ⇒ [2,3]
        c.e.$ ⇒ [1,2,3]
        c.e[-1] ⇒ [2,3]
        c.* ⇒ ["x",1,2,3]
        *.* ⇒ [3,"x",1,2,3,{"q":[{"r":1},{"r":2,"s":[5]}]}]
        *.*.* ⇒ [{"r":1},{"r":2,"s":[5]}]
        ** ⇒ [{"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}},1,2,{"b":3},3,{"d":"x","e":[1,[2,3]]},"x",1,2,3,null,"hello",true,{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}},{"q":[{"r":1},{"r":2,"s":[5]}]},{"r":1},1,{"r":2,"s":[5]},2,5]
        **.r ⇒ [1,2]
        **.q ⇒ [{"r":1},{"r":2,"s":[5]}]
        **[0] ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        **[r=1] ⇒ {"r":1}
        o.p.q.r ⇒ [1,2]
        o.p.q[r=2].s ⇒ [5]
        o.p.q.s ⇒ [5]
        o.p.q.s[] ⇒ [5]
        o.p@$i[] ⇒ [{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        o.p@$i ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}
        o.p[]@$i ⇒ [{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        o@$v.o.p@$w[].$w.q.s ⇒ [5]
        o.p@$i[].$i.q.s ⇒ [5]
        o.p.q@$v[$v.r=1][].p.q.s ⇒ undefined
        o.p.q@$v[][$v.r=1].$v.r ⇒ [1]
        $.s@$i[].s ⇒ ["hello"]
        o.p#$i[] ⇒ {"q":[{"r":1},{"r":2,"s":[5]}]}
        o#$i[] ⇒ [{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        o#$i[].p.q.s ⇒ [5]
        o.p[]#$i.q.s ⇒ [5]
        o.p.q[]#$i[$i=0] ⇒ [{"r":1}]
        o.p.q.s[0] ⇒ 5
        o.p.q[s] ⇒ undefined
        o.p.q[0][] ⇒ [{"r":1}]
        o.p.q.r[] ⇒ [1,2]
        o.p.q.r[0] ⇒ [1,2]
        o.p.q.(r)[0] ⇒ [1,2]
        (o.p.q.r)[0] ⇒ 1
        (o.p.q.r)[1] ⇒ 2
        (o.p.q.r)[[0..1]] ⇒ [1,2]
        o.p.q.r[[0,-1]] ⇒ [1,1,2,2]
        o.p.q.{"v":r,"w":s} ⇒ [{"v":1},{"v":2,"w":[5]}]
        o.p.q{"k":r} ⇒ {"k":[1,2]}
        o.p.q{$string(r):s} ⇒ {"2":[5]}
        o.p.q{$string(r):$} ⇒ {"1":{"r":1},"2":{"r":2,"s":[5]}}
        o.p.q^(r) ⇒ [{"r":1},{"r":2,"s":[5]}]
        o.p.q^(>r) ⇒ [{"r":2,"s":[5]},{"r":1}]
        o.p.q^(>r).r ⇒ [2,1]
        o.p.q^(s) ⇒ [{"r":2,"s":[5]},{"r":1}]
        o.p.q^(s,>r) ⇒ [{"r":2,"s":[5]},{"r":1}]
        o.p.q^($.r)[0] ⇒ {"r":1}
        a^($) ⇒ T2008
        a^($string($)) ⇒ [1,2,{"b":3}]
        [3,1,2]^($) ⇒ [1,2,3]
        [3,1,2]^(>$) ⇒ [3,2,1]
        ["b","a"]^($) ⇒ ["a","b"]
        ["b",1]^($) ⇒ T2007
        [true,false]^($) ⇒ T2008
        [{"x":1},{"y":1}]^(x) ⇒ [{"x":1},{"y":1}]
        $.a ⇒ [1,2,{"b":3}]
        $$.a ⇒ [1,2,{"b":3}]
        $$.a[0] ⇒ 1
        $.a.$ ⇒ [1,2,{"b":3}]
        $$ ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        n ⇒ null
        n.x ⇒ undefined
        n[0] ⇒ null
        [n] ⇒ [null]
        {"a":n} ⇒ {"a":null}
        nothing ⇒ undefined
        [nothing] ⇒ []
        {"a":nothing} ⇒ {}
        {"a":[nothing]} ⇒ {"a":[]}
        [nothing, 1] ⇒ [1]
        t ⇒ true
        t[0] ⇒ true
        t.x ⇒ undefined
        s.$length() ⇒ 5
        s[0] ⇒ "hello"
        s[1] ⇒ undefined
        "a" ⇒ "a"
        "a\nb" ⇒ "a\nb"
        "\u0041" ⇒ "A"
        `a` ⇒ [1,2,{"b":3}]
        `a`.b ⇒ 3
        `no such` ⇒ undefined
        "a".b ⇒ 3
        1 ⇒ 1
        1.5 ⇒ 1.5
        -1 ⇒ -1
        --1 ⇒ 1
        -(1) ⇒ -1
        - 1 ⇒ -1
        1e3 ⇒ 1000
        1E-3 ⇒ 0.001
        0.5 ⇒ 0.5
        true ⇒ true
        false ⇒ false
        null ⇒ null
        1+2 ⇒ 3
        1-2 ⇒ -1
        1*2 ⇒ 2
        1/2 ⇒ 0.5
        7%3 ⇒ 1
        -7%3 ⇒ -1
        7%-3 ⇒ 1
        5.5%2 ⇒ 1.5
        1+nothing ⇒ undefined
        nothing+1 ⇒ undefined
        1+"a" ⇒ T2002
        "a"+1 ⇒ T2001
        1+null ⇒ T2002
        1+true ⇒ T2002
        1+[1] ⇒ T2002
        [1]+1 ⇒ T2001
        {}+1 ⇒ T2001
        1+$sum ⇒ T2002
        "a"&"b" ⇒ "ab"
        "a"&1 ⇒ "a1"
        1&2 ⇒ "12"
        null&null ⇒ "nullnull"
        nothing&nothing ⇒ ""
        nothing&"a" ⇒ "a"
        [1,2]&{"a":1} ⇒ "[1,2]{\"a\":1}"
        true&false ⇒ "truefalse"
        "a"&1.10 ⇒ "a1.1"
        1=1 ⇒ true
        1=1.0 ⇒ true
        "a"="a" ⇒ true
        "a"="b" ⇒ false
        1="1" ⇒ false
        null=null ⇒ true
        null=nothing ⇒ false
        nothing=nothing ⇒ false
        [1,2]=[1,2] ⇒ true
        [1,2]=[2,1] ⇒ false
        {"a":1,"b":2}={"b":2,"a":1} ⇒ true
        {"a":1}={"a":2} ⇒ false
        {"a":1}={"b":1} ⇒ false
        [1]=1 ⇒ false
        1!=2 ⇒ true
        1!="1" ⇒ true
        nothing!=1 ⇒ false
        nothing!=nothing ⇒ false
        1<2 ⇒ true
        1<=1 ⇒ true
        2>1 ⇒ true
        1>=2 ⇒ false
        "a"<"b" ⇒ true
        "a"<"B" ⇒ false
        "10"<"9" ⇒ true
        1<"2" ⇒ T2009
        "1"<2 ⇒ T2009
        null<1 ⇒ T2010
        1<null ⇒ T2010
        true<false ⇒ T2010
        nothing<1 ⇒ undefined
        1<nothing ⇒ undefined
        nothing<nothing ⇒ undefined
        nothing<null ⇒ T2010
        [1]<2 ⇒ T2010
        1<[2] ⇒ T2010
        true and false ⇒ false
        true or false ⇒ true
        1 and 1 ⇒ true
        0 or 0 ⇒ false
        "" or "a" ⇒ true
        nothing and true ⇒ false
        nothing or true ⇒ true
        true and nothing ⇒ false
        false and (1+"a") ⇒ false
        true or (1+"a") ⇒ true
        true and (1+"a") ⇒ T2002
        and ⇒ undefined
        or ⇒ undefined
        in ⇒ undefined
        and and or ⇒ false
        1 in [1,2] ⇒ true
        3 in [1,2] ⇒ false
        "a" in "a" ⇒ true
        "a" in ["b","a"] ⇒ true
        nothing in [1] ⇒ false
        1 in nothing ⇒ false
        null in [null] ⇒ true
        1 in 1 ⇒ true
        [1] in [[1]] ⇒ false
        [1..3] ⇒ [1,2,3]
        [1..1] ⇒ [1]
        [3..1] ⇒ []
        [1..3,5] ⇒ [1,2,3,5]
        [1..3,5..7] ⇒ [1,2,3,5,6,7]
        [-2..2] ⇒ [-2,-1,0,1,2]
        [1.5..2] ⇒ T2003
        [1..2.5] ⇒ T2004
        ["a"..2] ⇒ T2003
        [1.."b"] ⇒ T2004
        [nothing..2] ⇒ []
        [1..nothing] ⇒ []
        [0..9][$ > 5] ⇒ [6,7,8,9]
        [0..9][$ % 2 = 0] ⇒ [0,2,4,6,8]
        [1,2,3][0] ⇒ 1
        [1,2,3][1.9] ⇒ 2
        [1,2,3][-1] ⇒ 3
        [1,2,3][3] ⇒ undefined
        [1,2,3][-4] ⇒ undefined
        [1,2,3]["a"] ⇒ [1,2,3]
        [1,2,3][true] ⇒ [1,2,3]
        [1,2,3][false] ⇒ undefined
        [1,2,3][null] ⇒ undefined
        [1,2,3][[]] ⇒ undefined
        [1,2,3][[0,2]] ⇒ [1,3]
        [1,2,3][[2,0]] ⇒ [1,3]
        [1,2,3][{}] ⇒ undefined
        [1,2,3][{"a":1}] ⇒ [1,2,3]
        [[1,2],[3,4]][0] ⇒ [1,2]
        [[1,2],[3,4]][0][0] ⇒ 1
        [[1,2],[3,4]].$[0] ⇒ [1,3]
        [[1,2],[3,4]].[$[0]] ⇒ [[1],[3]]
        [1,[2,[3,[4]]]] ⇒ [1,[2,[3,[4]]]]
        [[[[1]]]] ⇒ [[[[1]]]]
        [[]] ⇒ [[]]
        [[],[]] ⇒ [[],[]]
        [[],1] ⇒ [[],1]
        [[1]].$ ⇒ [1]
        [[1,2]].$ ⇒ [1,2]
        [1,2].[$] ⇒ [[1],[2]]
        [1,2].[$,$] ⇒ [[1,1],[2,2]]
        [1,2].{"a":$} ⇒ [{"a":1},{"a":2}]
        [1,2].($) ⇒ [1,2]
        [1,2].($+1) ⇒ [2,3]
        [1,2].($;3) ⇒ [3,3]
        {} ⇒ {}
        {"a":1} ⇒ {"a":1}
        {"a":1,"a":2} ⇒ D1009
        {"a":1}.a ⇒ 1
        {"a":{"b":1}}.a.b ⇒ 1
        {"a":[1,2]}.a[0] ⇒ 1
        {"a":[{"b":1},{"b":2}]}.a.b ⇒ [1,2]
        {"a":[{"b":[1]},{"b":[2]}]}.a.b ⇒ [1,2]
        {"a":[{"b":[1]}]}.a.b ⇒ [1]
        {"a":[{"b":[1,2]}]}.a.b ⇒ [1,2]
        {1:2} ⇒ T1003
        {null:2} ⇒ T1003
        {nothing:2} ⇒ {}
        {"a"&"b":1} ⇒ {"ab":1}
        {"a":1}{"b":2} ⇒ {"b":2}
        {"a":1}{"b":a} ⇒ {"b":1}
        [{"a":"x","b":1},{"a":"x","b":2},{"a":"y","b":3}]{a:b} ⇒ {"x":[1,2],"y":3}
        [{"a":"x","b":1},{"a":"x","b":2},{"a":"y","b":3}]{a:[b]} ⇒ {"x":[1,2],"y":[3]}
        [{"a":"x","b":1},{"a":"x","b":2},{"a":"y","b":3}]{a:$sum(b)} ⇒ {"x":3,"y":3}
        [{"a":"x","b":1},{"a":"x","b":2}]{a:{"c":b}} ⇒ {"x":{"c":[1,2]}}
        [{"a":"x"},{"a":"y"}]{a:1,"x":2} ⇒ D1009
        [{"a":1}]{a:1} ⇒ T1003
        [{"a":"x","b":[1,2]},{"a":"x","b":[3]}]{a:b} ⇒ {"x":[1,2,3]}
        []{"a":1} ⇒ {"a":1}
        nothing{"a":1} ⇒ {"a":1}
        a{"x":$} ⇒ {"x":[1,2,{"b":3}]}
        a{$type($):$} ⇒ {"number":[1,2],"object":{"b":3}}
        (1;2;3) ⇒ 3
        () ⇒ undefined
        (1;) ⇒ 1
        ($x:=1;$x+1) ⇒ 2
        ($x:=1;($x:=2);$x) ⇒ 1
        ($x:=1;($y:=$x+1;$y)) ⇒ 2
        $x:=1 ⇒ 1
        ($x:=$y:=3;$x+$y) ⇒ 6
        $x ⇒ undefined
        ($a:=[1,2,3];$a[1]) ⇒ 2
        ($a:=[1,2,3];$a.$) ⇒ [1,2,3]
        ($a:={"b":[1,2]};$a.b) ⇒ [1,2]
        ($a:={"b":[1,2]};$a.b[0]) ⇒ 1
        true?1:2 ⇒ 1
        false?1:2 ⇒ 2
        false?1 ⇒ undefined
        nothing?1:2 ⇒ 2
        1=1?"y":"n" ⇒ "y"
        true?false?1:2:3 ⇒ 2
        (true)?(1):(2) ⇒ 1
        a?"y":"n" ⇒ "y"
        []?1:2 ⇒ 2
        [0]?1:2 ⇒ 2
        {}?1:2 ⇒ 2
        ""?1:2 ⇒ 2
        "0"?1:2 ⇒ 1
        0?1:2 ⇒ 2
        function($x){$x+1}(2) ⇒ 3
        function($x,$y){$x+$y}(1,2) ⇒ 3
        function($x,$y){$y}(1) ⇒ undefined
        function(){5}() ⇒ 5
        λ($x){$x*2}(4) ⇒ 8
        ($f:=function($x){$x>0?$x+$f($x-1):0};$f(10)) ⇒ 55
        ($f:=function($x){function($y){$x+$y}};$f(1)(2)) ⇒ 3
        ($add:=function($x,$y){$x+$y};$inc:=$add(1,?);$inc(5)) ⇒ 6
        ($f:=function($x,$y,$z){[$x,$y,$z]};$g:=$f(?,2,?);$g(1,3)) ⇒ [1,2,3]
        ($f:=function($x)<n:n>{$x*2};$f(3)) ⇒ 6
        ($f:=function($x)<n:n>{$x*2};$f("a")) ⇒ T0410
        ($f:=function($x,$y)<nn:n>{$x*$y};$f(3)) ⇒ T0410
        ($f:=function($x)<s-:s>{$x & "!"};"abc".$f()) ⇒ undefined
        ($f:=function($x)<s-:s>{$x & "!"};5.$f()) ⇒ S0213
        ($f:=function($x)<n?:n>{$x};$f()) ⇒ undefined
        ($f:=function($x)<a<n>:n>{$count($x)};$f(5)) ⇒ 1
        ($f:=function($x)<a<n>:n>{$count($x)};$f(["a"])) ⇒ T0412
        ($f:=function($x)<a<s>:n>{$x};$f("a")) ⇒ ["a"]
        ($f:=function($x)<(ns):n>{$x};$f(true)) ⇒ T0410
        ($f:=function($x)<(ns):n>{$x};$f("q")) ⇒ "q"
        ($f:=function($x)<o:n>{$x};$f({"a":1})) ⇒ {"a":1}
        ($f:=function($x)<o:n>{$x};$f(1)) ⇒ T0410
        ($f:=function($x)<f:n>{$x(1)};$f(function($y){$y+1})) ⇒ 2
        ($f:=function($x)<x:n>{$x};$f(null)) ⇒ null
        ($f:=function($x)<j:n>{$x};$f($sum)) ⇒ T0410
        ($f:=function($x)<b:n>{$x};$f(1)) ⇒ T0410
        ($f:=function($x,$y,$z)<o?n+:x>{[$x,$z]};$f(1,2)) ⇒ [1]
        ($f:=function($x,$y,$z)<n?n?n:x>{[$x,$y,$z]};$f(1,2)) ⇒ [1,2]
        ($f:=function($x)<l:n>{$x};$f(null)) ⇒ null
        "a" ~> $uppercase ⇒ "A"
        "a" ~> $uppercase() ⇒ "A"
        "a" ~> $substringBefore("b") ⇒ "a"
        "abc" ~> $substring(1) ⇒ "bc"
        "abc" ~> $substring(1,1) ⇒ "b"
        "abc" ~> $substring(1,1) ~> $uppercase() ⇒ "B"
        [1,2,3] ~> $sum ⇒ 6
        [1,2,3] ~> $map(function($x){$x*2}) ⇒ [2,4,6]
        [1,2,3] ~> $map(function($x){$x*2}) ~> $sum() ⇒ 12
        ($f:=$uppercase ~> $length;$f("abc")) ⇒ 3
        ($f:=$trim ~> $uppercase;$f("  abc ")) ⇒ "ABC"
        nothing ~> $uppercase ⇒ undefined
        nothing ~> $string() ⇒ undefined
        5 ~> $string ⇒ "5"
        1 ~> 2 ⇒ T2006
        1 ~> nothing ⇒ T2006
        "a" ~> function($x){$x & "b"} ⇒ "ab"
        "a" ~> $uppercase & "b" ⇒ T2006
        a#$i ⇒ [1,2,{"b":3}]
        a#$i.$i ⇒ [0,1,2]
        a#$i.{"i":$i,"v":$} ⇒ [{"i":0,"v":1},{"i":1,"v":2},{"i":2,"v":{"b":3}}]
        a[$>0]#$i ⇒ T2010
        a#$i[0] ⇒ 1
        a#$i[$i>0] ⇒ [2,{"b":3}]
        a#$i[$i>0].$i ⇒ [1,2]
        c@$x.$x ⇒ {"d":"x","e":[1,[2,3]]}
        c@$x.$x.d ⇒ "x"
        c@$x.d ⇒ undefined
        c@$x.s ⇒ "hello"
        o.p.q@$x.$x.r ⇒ [1,2]
        o.p.q@$x.{"r":$x.r} ⇒ [{"r":1},{"r":2}]
        o.p.q@$x[$x.r=1] ⇒ {"q":[{"r":1},{"r":2,"s":[5]}]}
        o.p.q@$x[$x.r=1].s ⇒ undefined
        o.p.q@$x.$$.a@$y.{"x":$x.r,"y":$y} ⇒ [{"x":1,"y":1},{"x":1,"y":2},{"x":1,"y":{"b":3}},{"x":2,"y":1},{"x":2,"y":2},{"x":2,"y":{"b":3}}]
        o.p.q@$x.$$.a[$=$x.r] ⇒ [1,2]
        o.p.q@$x.a ⇒ undefined
        o.p.q@$x#$i.{"r":$x.r,"i":$i} ⇒ [{"r":1,"i":0},{"r":2,"i":1}]
        o.p.q#$i@$x.{"r":$x.r,"i":$i} ⇒ [{"r":1,"i":0},{"r":2,"i":1}]
        o.p.q[0]@$x ⇒ S0215
        o.p.q^(r)@$x ⇒ S0216
        o.p.q@$x[0] ⇒ {"q":[{"r":1},{"r":2,"s":[5]}]}
        o.p@$x.q@$y ⇒ undefined
        o.p.q.s.% ⇒ {"r":2,"s":[5]}
        o.p.q.s.%.r ⇒ 2
        o.p.q.s.%.%.q ⇒ [{"r":1},{"r":2,"s":[5]}]
        o.p.q.s.%.%.% ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}
        o.p.q.s.%.%.%.% ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        o.p.q.s.%.%.%.%.% ⇒ S0217
        o.p.q.r.%[r=1] ⇒ {"r":1}
        o.p.q[%.q] ⇒ [{"r":1},{"r":2,"s":[5]}]
        o.p.q[%.%.p] ⇒ [{"r":1},{"r":2,"s":[5]}]
        o.p.q.{"r":r,"up":%.q.r} ⇒ [{"r":1,"up":[1,2]},{"r":2,"up":[1,2]}]
        o.p.q.(r & $string(%.q.r)) ⇒ ["1[1,2]","2[1,2]"]
        o.*.q.% ⇒ [{"q":[{"r":1},{"r":2,"s":[5]}]},{"q":[{"r":1},{"r":2,"s":[5]}]}]
        o.p.q^(%.q).r ⇒ T2008
        o.p.q{$string(r):%.q.r} ⇒ {}
        %.a ⇒ S0217
        (o.p).% ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}
        (o.p.q).% ⇒ [{"q":[{"r":1},{"r":2,"s":[5]}]},{"q":[{"r":1},{"r":2,"s":[5]}]}]
        (o.p.q).r.% ⇒ [{"r":1},{"r":2,"s":[5]}]
        o.p.(q.r).% ⇒ [{"r":1},{"r":2,"s":[5]}]
        o.p.(q.r.%).r ⇒ [1,2]
        o.(p.q).r.%.% ⇒ [{"q":[{"r":1},{"r":2,"s":[5]}]},{"q":[{"r":1},{"r":2,"s":[5]}]}]
        {"a":1} ~> |$|{"b":2}| ⇒ {"a":1,"b":2}
        {"a":1} ~> |$|{"a":2}| ⇒ {"a":2}
        {"a":1,"b":2} ~> |$|{},"a"| ⇒ {"b":2}
        {"a":1,"b":2} ~> |$|{"c":3},["a","b"]| ⇒ {"c":3}
        {"a":{"b":1}} ~> |a|{"c":b+1}| ⇒ {"a":{"b":1,"c":2}}
        {"a":[{"b":1},{"b":2}]} ~> |a|{"c":b*2}| ⇒ {"a":[{"b":1,"c":2},{"b":2,"c":4}]}
        {"a":[{"b":1},{"b":2}]} ~> |a[b=1]|{"c":b*2}| ⇒ {"a":[{"b":1,"c":2},{"b":2}]}
        {"a":[{"b":1},{"b":2}]} ~> |a|{"c":b*2},"b"| ⇒ {"a":[{"c":2},{"c":4}]}
        {"a":{"b":1}} ~> |**[b]|{"z":1}| ⇒ {"a":{"b":1,"z":1}}
        {"a":{"b":1}} ~> |nothing|{"z":1}| ⇒ {"a":{"b":1}}
        {"a":1} ~> |$|nothing| ⇒ {"a":1}
        {"a":1} ~> |$|{},nothing| ⇒ {"a":1}
        {"a":1} ~> |$|[]| ⇒ T2011
        {"a":1} ~> |$|null| ⇒ T2011
        {"a":1} ~> |$|{},1| ⇒ T2012
        {"a":1} ~> |$|{},[1]| ⇒ T2012
        1 ~> |$|{}| ⇒ T0410
        o ~> |p|{"z":1}| ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}],"z":1}}
        $ ~> |o.p.q|{"z":1}| ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1,"z":1},{"r":2,"s":[5],"z":1}]}}}
        $ ~> |o.p.q|{},"r"| ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{},{"s":[5]}]}}}
        ($clone:=1;{"a":1} ~> |$|{}|) ⇒ T2013
        ($t:=|$|{"b":2}|;$t({"a":1})) ⇒ {"a":1,"b":2}
        [{"a":1}] ~> $map(|$|{"b":2}|) ⇒ {"a":1,"b":2}
        /* comment */ 1 ⇒ 1
        1 /* c */ + /* d */ 2 ⇒ 3
        /* a ⇒ S0106
        b */ 3 ⇒ S0302
        /*unterminated ⇒ S0106
        "unterminated ⇒ S0101
        `unterminated ⇒ S0105
        /unterminated ⇒ S0302
        // ⇒ S0301
        1 +  ⇒ S0207
        (1 ⇒ S0203
        [1 ⇒ S0203
        {"a" ⇒ S0203
        {"a": ⇒ S0203
        {"a":1 ⇒ S0203
        {"a":1,} ⇒ S0211
        [1,] ⇒ S0211
        a. ⇒ S0207
        a..b ⇒ S0201
        a[ ⇒ S0203
        a[0 ⇒ S0203
        a] ⇒ S0201
        a) ⇒ S0201
        a} ⇒ S0201
        a b ⇒ S0201
        1 2 ⇒ S0201
        "a" "b" ⇒ S0201
        a:b ⇒ S0201
        a;b ⇒ S0201
        ,a ⇒ S0211
        ;a ⇒ S0211
        :a ⇒ S0211
        ?a ⇒ S0211
        =a ⇒ S0211
        a= ⇒ S0207
        a==b ⇒ S0211
        a===b ⇒ S0211
        a!b ⇒ S0204
        !a ⇒ S0204
        ~a ⇒ S0204
        a~b ⇒ S0204
        a~> ⇒ S0207
        &a ⇒ S0211
        |a ⇒ S0203
        |a| ⇒ S0203
        |a|b ⇒ S0203
        |a|b,| ⇒ S0203
        ^a ⇒ S0211
        a^ ⇒ S0203
        a^( ⇒ S0203
        a^(b ⇒ S0203
        a^b ⇒ S0202
        @a ⇒ S0211
        a@ ⇒ S0214
        a@b ⇒ S0214
        a@$b.c ⇒ [{"d":"x","e":[1,[2,3]]},{"d":"x","e":[1,[2,3]]},{"d":"x","e":[1,[2,3]]}]
        a# ⇒ S0214
        a#b ⇒ S0214
        a#1 ⇒ S0214
        function ⇒ undefined
        function( ⇒ S0203
        function() ⇒ S0203
        function(){ ⇒ S0203
        function(a){1} ⇒ S0208
        function($a,){1} ⇒ S0211
        function($a){} ⇒ S0211
        function($a){1 ⇒ S0203
        function($a)<{1} ⇒ S0202
        function($a)<n> ⇒ S0203
        λ ⇒ undefined
        $a:= ⇒ S0207
        a:=1 ⇒ S0212
        1:=2 ⇒ S0212
        "a":=1 ⇒ S0212
        $a.b:=1 ⇒ S0212
        f( ⇒ S0203
        f() ⇒ T1006
        f(1 ⇒ S0203
        f(1, ⇒ S0203
        f(,) ⇒ S0211
        f(?) ⇒ T1008
        $f(?) ⇒ T1008
        $sum(?)([1,2]) ⇒ 3
        5() ⇒ T1006
        "a"() ⇒ T1006
        true() ⇒ T1006
        {}() ⇒ T1006
        [1]() ⇒ T1006
        a() ⇒ T1006
        sum([1]) ⇒ T1005
        $nothing() ⇒ T1006
        $a.b() ⇒ undefined
        a.sum() ⇒ T1005
        a.$nothing() ⇒ T1006
        $sum([1]).x ⇒ undefined
        $sum(1,2) ⇒ T0410
        $sum("a") ⇒ T0412
        $sum([1,"a"]) ⇒ T0412
        $sum() ⇒ T0410
        $sum(nothing) ⇒ undefined
        $sum([]) ⇒ 0
        $sum(null) ⇒ T0412
        $count(1,2) ⇒ T0410
        $uppercase(1) ⇒ T0410
        $uppercase() ⇒ T0411
        s.$uppercase() ⇒ "HELLO"
        a.$uppercase() ⇒ T0411
        $substring(1,2) ⇒ T0411
        $substring("a","b") ⇒ T0410
        $contains("a",1) ⇒ T0410
        $map(1,2) ⇒ T0410
        $map([1],"a") ⇒ T0410
        $join([1,2]) ⇒ T0412
        $join(["a"],1) ⇒ T0410
        $zip() ⇒ T0410
        $merge(1) ⇒ T0412
        $merge([1]) ⇒ T0412
        $each(1,2) ⇒ T0410
        $sift(1,2) ⇒ T0410
        $keys(1) ⇒ undefined
        $lookup(1,2) ⇒ T0410
        $append(1) ⇒ T0410
        $append() ⇒ T0410
        $exists() ⇒ T0410
        $exists(1,2) ⇒ T0410
        $spread() ⇒ [{"a":[1,2,{"b":3}]},{"c":{"d":"x","e":[1,[2,3]]}},{"n":null},{"s":"hello"},{"t":true},{"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}]
        $reverse("a") ⇒ ["a"]
        $sort(1) ⇒ [1]
        $sort([1],2) ⇒ T0410
        $single([1,2],1) ⇒ T0410
        $error(1) ⇒ T0410
        $assert(1) ⇒ T0410
        $assert("a") ⇒ T0410
        $fromMillis("a") ⇒ T0411
        $toMillis(1) ⇒ T0410
        $formatNumber("a") ⇒ T0411
        $formatBase("a") ⇒ T0410
        $number([1],2) ⇒ T0410
        $round("a") ⇒ T0410
        $power("a") ⇒ T0410
        $type() ⇒ T0410
        """###
    )
}
