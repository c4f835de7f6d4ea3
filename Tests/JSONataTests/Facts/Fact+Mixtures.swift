extension Fact {
    /// Expressions of all kinds of parts, put together at random.
    static let mixtures = list(
        ###"""
        $substring($length(o.p.q),$each(s,function(){o.p.q})) ⇒ T0410
        $spread(a.b).{"k":true[b]}@$f * %.$.{"k":c.e}[o.p.q].q{$string($):$} and $sum(c.e) ⇒ S0217
        nothing@$f^(<{"k": c.e}) ⇒ undefined
        [[1],[2,3]] / ($f := o.p.q) ⇒ T2001
        function(){t}(?)(d.$max(e)) ⇒ true
        ($x := λ($x,$y)<x-:x>{a.b}(?)(3 >= c.e); function($x)<a<n>:n>{a.b}([[1],[2,3]])) ⇒ T2010
        {"k": s > $merge(c)} ⇒ T2010
        $uppercase(($f := a.b; $)) ⇒ T0410
        {"k":%[1]}.$string(c.e).$i.$ ⇒ undefined
        $each((c.e),function($x,$y,$i)<n:n>{c.e}) ⇒ T0410
        a[-1]#$y.$keys(o.p.q)^(>o.p.q).n.["hello" ~> $count][[0,1]] ⇒ undefined
        c.e ~> $boolean ⇒ true
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] ⇒ [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}]
        {"k":r[0].*.q[].b[[0,1]]}.nothing.b.$f ⇒ undefined
        t[].** & o.p.q ? c.e : $y ⇒ [1,[2,3]]
        $[]#$i.d = ($y := nothing; $f := a.b; o) ⇒ false
        e > e <= p[]@$f.**[$i=0].c[].t^(p) ⇒ undefined
        q.e / $i[%][].$.{"k":($y ? c.e : true)} ⇒ undefined
        -false ~> |c.$sort(r,λ($x,$y)<s-:s>{$f})|[$x].**.*[r=1]| ⇒ D1002
        $type("hello") ⇒ "string"
        -1 % {c.e: -1, "k": $f} >= c.e < c.e ⇒ T1003
        λ($x,$y){[$x..o.p.q]}(?)([(a.b)].$) ⇒ T2004
        [{"k":r}[[0,1]]..*[r=1].nothing[].q, n[[0,1]]^(<c.e){s:o.p.q}.($).b@$f.*[[0,1]]] ⇒ T2003
        $map($x,λ($x,$y,$i){$}) ⇒ undefined
        $i ~> $exists("1") ⇒ T0410
        λ($x){[]}(?)(function($x,$y,$i)<s-:s>{$y.*[-1][].$^(>$).*}(?)(e)) ⇒ []
        {"k":{[c.e].{"k":c.e}.*.p[b]: (o.p.q), "j": *}}.$ ⇒ {"k":{"j":[1,2,{"b":3},{"d":"x","e":[1,[2,3]]},null,"hello",true,{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]}}
        r.(b[b].a[true].[(c.e).$]) ⇒ undefined
        $round((($y := c.e)){s:c.e}.q.**.a) ⇒ undefined
        $length($).%[1] ⇒ S0217
        *[[[1],[2,3]]]#$x ⇒ [1,2,{"b":3},{"d":"x","e":[1,[2,3]]},null,"hello",true,{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        λ(){{"j": $f, o.p.q: $x}}(?)($.*) ⇒ T1003
        p{s:c.e}.o ? {"k":o.p.q} ~> |r[s].*|{"a":$.b},"a"| : $^(>c.e) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        {p#$f.s@$f.* ? [o.p.q]#$x.*[o.p.q] : *: false ~> $number($i)} ⇒ T1003
        (*#$x^(<true).*) ⇒ T2008
        e#$x.o[true]^(>$y ? a.b : c.e).nothing#$y ⇒ undefined
        ($sum(t.d.s[$i=0])).% ⇒ S0217
        %[a.b].λ($x,$y,$i)<x-:x>{o.p.q}($y).*[%]#$x ⇒ S0217
        (($y := $; [[1],[2,3]])).nothing[true].($) ⇒ undefined
        (t[]; t[r=1].*; $.n@$x^(>o.p.q).$y) ⇒ undefined
        q[a.b].{"k":{"a":1}}[b]@$i#$y.e ⇒ S0215
        t.c.(o.p.q <= a.b) ⇒ undefined
        {"j": $y} & n.$i.(a.b).a ⇒ "{}"
        {"k": a.b, "k": a}[-1] ⇒ D1009
        n.n{"k":($)}.e{$string(r):$ ? d : c.e}.({}) ⇒ S0210
        r.n.nothing * λ($x){o.p.q}(?)({"k": $}) ⇒ T2002
        t.{"k":*@$y.c} ⇒ {}
        [(b.c).*[true]] ⇒ []
        a.*.t[[0,1]] < "1" ⇒ undefined
        1[[0,1]] & {} ? $^(>0).n.b : [] ⇒ undefined
        $^(>$ ~> $single(t,λ()<j?:x>{a.b})).$ / e.s^(<$count(b)) ⇒ T2001
        [] >= "b" ~> $trim ⇒ T2010
        $each(-$x,function($x){1}) ⇒ undefined
        {*[(a.b).a.$split(c.e,o.p.q)].o: {"j": c.e + a.b ? $max() : o.p.q * $f, "j": ["b","a"]}} ⇒ {}
        (c.e).$f.s[%] > nothing ~> $length(--1) ⇒ T0410
        a.$i{"k":n}.p[] ⇒ {}
        $boolean([]) > false ~> function($x,$y,$i){a.b}(a.b) / [["b","a"]].t[true].a[0]#$i ⇒ T2010
        $single(a,λ($x,$y,$i)<s-:s>{$}) ⇒ T0410
        $merge(([[1],[2,3]]) = [$f, o.p.q..[]]) ⇒ T2003
        $average({"k": o.p.q, "k": ["b","a"]}) ⇒ D1009
        a[b].$substring($,c.e) ⇒ undefined
        o.p.q >= $y ? b ? s : nothing : $spread(null).(o.p.q) ⇒ T2010
        o[0]^(o.p.q).n[true].**[%].a ⇒ undefined
        b[$>1].([3,1,2]) & c{$string(r):a.b} ⇒ "{}"
        ($y := o.p.q) ~> |d.c.%.p{$string($):[[1],[2,3]]}|{"a":$.b}| ⇒ [{"r":1},{"r":2,"s":[5]}]
        -{"a":{"b":2}} ⇒ D1002
        ($f := d; e; c.e) ⇒ [1,[2,3]]
        a[true].$reduce(o.p.q,λ($x,$y){o.p.q})[%].a.* ⇒ undefined
        b.$.d@$f ~> $sum(r.r) ⇒ T0410
        r.e.*[1] in % / 1 ? -1 : $ ⇒ S0217
        d / ($i := [c.e..c.e, c.e]) ⇒ T2003
        o ? ["b","a"] : e[[0,1]].$x[%] ⇒ ["b","a"]
        $i{s:a.b}.$x.c[r=1] ⇒ undefined
        ($y.b.*.nothing[0]) ⇒ undefined
        λ($x,$y,$i){$}(?)(c.e) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        [$single(a.b,λ()<a<n>:n>{$})] ⇒ [3]
        $lookup([o.p.q in $f][$>1][]#$i.*.**[%],$.$sift(a.b,λ($x)<j?:x>{false})) ⇒ T0410
        -p.[$x].p.nothing - ["a"..b.%, -s] ⇒ T2003
        n.${$string($):$[%]} = p ⇒ false
        ({} ~> $string())[-1].e[b].r ⇒ undefined
        [{"a":1}..$, a.b] ⇒ T2003
        ($x; $x := $) ? %[true].n^(<$x).p.$ : $filter(c.e,function($x)<x-:x>{nothing}) ⇒ S0217
        λ($x,$y,$i)<s-:s>{"hello"}(?)(**) ⇒ "hello"
        $merge(o.p.q < $f) ⇒ T2010
        $spread(b[b] ~> $ceil) ⇒ undefined
        ($y := c.e; $y := $; $i := true) % s@$i ⇒ T2001
        a^(<o.p.q = $y).c^(c ~> function()<j?:x>{c.e}) ⇒ T2008
        {"k":b.({"k":o.p.q}.[c.e].$y[[0,1]].%{$string($):o.p.q}).t.**} ⇒ S0217
        $f % [3,1,2] - c.e[c] ⇒ T2002
        (λ($x,$y,$i)<n:n>{t}(?)(o.p.q)).*[$x=$]@$i ⇒ S0215
        e[-1]#$i.t.p.* in t[].{"k":c[].q}.*.c ⇒ false
        $min(-o.p.q[b]).% ⇒ S0217
        (p.c.r.{"k":{"j": $x, "k": a.b} ? [1..3] : *}) ⇒ undefined
        q.{"k":$f ~> $zip}.n.% ⇒ undefined
        [o.p.q..o.p.q, c.e] ⇒ T2003
        q.({"a":{"b":2}})[%]#$y ⇒ undefined
        -$each(($y := $i; $y := $y),λ($x){s}).([$y ~> λ($x){o.p.q}, ([3,1,2]; $y := $y)])[1] ⇒ undefined
        [$zip(a.b,a.b)..[1..3]] ⇒ T2003
        *[[0,1]].$[true].a[[0,1]]@$f ⇒ S0215
        function($x,$y,$i)<j?:x>{c.e}(?)({"a":{"b":2}}) ⇒ [1,[2,3]]
        o[%].**.*[1].%[] ⇒ undefined
        $number(a) ? ** ? p.o : "a" > {"a":{"b":2}} : ($i := $y; $f := c.e) ~> $trim($f) ⇒ T0410
        $.t[0][].(r).$[0][] ⇒ undefined
        λ($x,$y){{"k": ["b","a"]}}(?)("a" - a.b ~> $sum($)) ⇒ T2001
        $ceil(**.n@$f.([])) ⇒ undefined
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] or c.e ? a.b : $ ⇒ 3
        $average(*.$y[[0,1]]) ⇒ T0412
        {"k": ({"a":{"b":2}})} ⇒ {"k":{"a":{"b":2}}}
        {c.e: o.p.q, c.e: o.p.q} ⇒ T1003
        [($){"k":a.b}.*.$x^(>o.p.q)][$x=$].c.t + b.nothing.$map($,function($x,$y,$i)<j?:x>{a.b}) ⇒ undefined
        nothing[$i=0][].o[-1] ~> $exists(c.e) ⇒ T0410
        o[b]{s:λ(){a.b}(?)(a.b)}.[[$] >= $ in $].e ⇒ {}
        nothing.$[1].c.% ⇒ undefined
        $average(b).r@$y.* ⇒ undefined
        *[-1]{$string($):c.e}[[0,1]] ⇒ S0209
        n.* != (n).o[$i=0] ⇒ false
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] ? "hello" : 1 ⇒ "hello"
        $string($f).n % n.* ⇒ undefined
        λ()<n:n>{c.e}($x) ⇒ [1,[2,3]]
        "" ? d.([[1],[2,3]]).d[b].o ? % : $i.t[[0,1]] >= $min(*.*[$x=$]) ⇒ S0217
        $min("hello" - c.$y) ⇒ T2001
        t.b.$x^(>e[1].q[b]) ⇒ undefined
        $min(o.p.q){"k":$x}.[e.r.p.s][].q.r ⇒ T0412
        $keys(2) - -($x := o.p.q; "a") ⇒ D1002
        b.{"k":d@$x.$x.**.$[1]}[] ⇒ undefined
        $abs([[1],[2,3]]) ⇒ T0410
        $sift($,λ($x){e}) ? *.e or d.n < $f & c.e ⇒ undefined
        ($spread($); [$, $y..o.p.q]; $y := [3,1,2]) ~> $uppercase ⇒ T2004
        (c.e)[1].e[$x=$] ⇒ undefined
        3 ~> |s|{"a":$.b}| ⇒ T0410
        [1..3] ? [] : nothing ⇒ []
        $sift(c.e,function($x){o.p.q}) ⇒ T0410
        {"j": $[%].$substringBefore($,a.b).$.*[], "k": n in o}[-1] ⇒ {"k":false}
        ($i := false; $i := {q: 2}; $boolean([])) ⇒ false
        $pad($,a.b)[[0,1]].(o.p.q ~> $type).$y[] ⇒ T0410
        e#$f.$f.o.c >= $[1] ⇒ undefined
        p.t[%]#$x^([]).b ⇒ undefined
        $type($single(function($x,$y,$i){c.e}(?)($not($f)),function($x){c.e & a.b})) ⇒ D3138
        true ~> λ($x,$y,$i){c.e} ? [$f] : $merge($,c.e) ⇒ []
        t.p.b^(c * a.b) ⇒ undefined
        q.c@$x.d[true]^(<%.$y[].nothing.*[$x=$][]) ⇒ undefined
        $formatBase($x,e) ⇒ undefined
        {"k":($x := 3; a.b)} ⇒ {"k":3}
        p.%^(>s ? $).** ⇒ undefined
        $min($).o[r=1]@$x.a[0] ⇒ S0215
        t{s:{"j": c.e}}.*.$y[true].$y ⇒ {}
        [[1],[2,3]] or s ⇒ true
        (1)[[0,1]][].a[1] ⇒ undefined
        p.**.nothing ? true : r.r ⇒ undefined
        t.n.$x.[($y; o.p.q)] ⇒ undefined
        function($x)<j?:x>{d}($merge(o.p.q)^(<c)) ⇒ undefined
        [r..1.5] != (λ($x){o.p.q}(?)($)).s.(n).c[true]@$y ~> function($x,$y,$i){a.b < o.p.q} ⇒ S0215
        $y[b].$y.$i.$y[[0,1]] ⇒ undefined
        $single([t[].$..$boolean(t), $round(c.e)],function($x,$y){a[[0,1]].q})[%] ⇒ T2003
        c[b]^(a.b).a[].$join(o.p.q,{"a":1})[] ⇒ undefined
        [$round(c.e)]#$y.e[]@$y.s ⇒ T0410
        *.p[true].$.%[]{$string($):(["b","a"]).$} ⇒ S0217
        [b[true]{"k":"hello"} ? $length().** : a..n > λ(){$f}(?)(r)] ⇒ T0411
        $spread(false) ⇒ false
        [nothing^(<[{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}]).q#$i][].c.n ⇒ [[]]
        $ ~> function($x,$y,$i){1} ⇒ 1
        "1" ? a.b ~> $count : $abs(e).t ⇒ 1
        t.{"k":$min(nothing#$x)} ⇒ {}
        ** ? (-$; function($x,$y,$i){"1"}(?)(a.b); $y := -$) : *.r.o[0].n - a.b = o.p.q ⇒ D1002
        $round(($i := 3; $f[[0,1]]@$y; $y := {"k": c.e, "k": o.p.q}) ~> $string) ⇒ S0215
        "1" ~> |e.**|"b"| ⇒ T0410
        $boolean([1,2]) ⇒ true
        ["b","a"] < c[0].d ⇒ T2010
        *^(>$sift($,λ($x){$x})){s:$ceil(o.p.q)}.*.$.p[$ <= a.b][] % -e[1].$i.$y[o.p.q]@$i.e ⇒ S0215
        b[r=1]^(<o.p.q).{"k":$}[r=1] * $append(o.p.q,$) ⇒ T2002
        t[$i=0].(o.p.q or o.p.q).**.(b^(<$).q[[0,1]][].nothing[-1].[$x])^($) ⇒ undefined
        nothing[$i=0].(s.e[$i=0]{"k":q}).$[%][]#$y.** ⇒ undefined
        r[-1].o.$[$x=$]@$f.$string(){$string(r):o.p.q} ⇒ S0215
        [{"a":1},{"a":2}] = [][%] * -c.e ? "a" ~> function($x){*} ⇒ D1002
        t[true] < $round(o.p.q)[$>1] ⇒ T0410
        {"j": 1 ~> λ($x,$y,$i)<s-:s>{$i}} ⇒ T0410
        ([a.b]).q.{"k":$}[].n ? *[].c[[0,1]][].nothing : "b" ⇒ "b"
        (d{s:c.e[[0,1]]}.nothing@$f).d^(nothing[a.b]).%[$i=0].p@$y.$zip({"a":{"b":2}})@$f ⇒ S0217
        ($f := {$i: a.b, "1": r}; $sift(-1,λ(){nothing}))[$x=$] ⇒ T0410
        function($x,$y){$x}(?)($) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        -$count("a")[1] ⇒ undefined
        [s.b.[[a.b]]^(<e).nothing[%]] ⇒ []
        1.5 and "hello" ⇒ true
        {"k":$}^(>o.p.q).o[$i=0] ~> $string ⇒ undefined
        s.a{"k":$uppercase(r)@$y.s[].o[r=1]} ⇒ {}
        ($x).a[%].c ? r : [{"a":1},{"a":2}] = -$sift($,function(){o.p.q}) ⇒ D1002
        [$x@$f.[o.p.q][].%] ⇒ S0217
        {{"a":{"b":2}}: null} ⇒ T1003
        (($y := c.n[$i=0].*; $x := false; [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}])).o ⇒ undefined
        o[$>1].nothing ⇒ T2010
        $single([[1],[2,3]],function(){o.p.q}) ⇒ D3138
        $distinct().$reverse($f[].b)[].$.r ⇒ T0410
        p.$i#$x.*[true].q ⇒ undefined
        $x.r[-1]{s:""}.o ⇒ {}
        {"k": $reduce($y,function($x,$y){$}).%[%], "j": ($i; "a")} ⇒ S0217
        (($)[true].n.{"k":$}[true]; [1..3]) ⇒ [1,2,3]
        b[$x=$] ~> $spread($filter(a.b,function(){""}))[0] ⇒ T0410
        λ(){a.b}(?)($) ? [] ⇒ []
        $substringBefore(-1,1.5) ⇒ T0410
        λ($x,$y,$i){(r).*}(?)($.($.e.t@$x#$f^(<o.p.q)).e[b][]) ⇒ undefined
        [$f..c.e, $..a.b] ⇒ T2004
        d.a * $ in a.b ⇒ T2002
        {"a":{"b":2}} ? r.n : true[r=1] ⇒ undefined
        b.a ? {{"k":o.p.q in a.b}[-1].c: $round($)#$i.p} : $ceil(a.b & a = {"a":{"b":2}}) ⇒ T0410
        (%.d.[$f]^(>$i).r <= t.o; $x := (a.b).{"k":a.b}.*[%] >= [{"a":1},{"a":2}]) ⇒ S0217
        function(){o.p.q = o.p.q}(?)(p.p) ~> |%[$x=$]|-$f.t| ⇒ T0410
        ([o ~> $append($,n)].$min($)[$>1].a.nothing[b]).e@$f.b ⇒ T0410
        e[(3; $; $y := $i)] ⇒ undefined
        -"1" ? d^(<c.e) : λ()<x-:x>{o.p.q}(?)(c.e and $) ⇒ D1002
        $single(($i := null),function($x,$y)<x-:x>{**.(*.$append(o.p.q,$)[]#$y)}) ⇒ T0410
        $reduce([{"a":1},{"a":2}],function($x,$y,$i)<n:n>{t}) ⇒ T0410
        * ? null : s % $f ⇒ null
        $filter($count(),function()<x-:x>{o.p.q}) ⇒ T0410
        {o.p.q: c, "k": $x} ⇒ T1003
        %.o{s:s}.*.(c.e) ⇒ S0217
        a.b ~> |n{s:a.b}.{"k":-1}^(a.b).p.c|{"z":1}| <= e[b] ⇒ T0410
        -a[t]^(>$i).** ⇒ undefined
        $reduce([$x@$f.t#$i.q.nothing..{"j": c.e, "k": a.b}],λ($x,$y,$i){n[0]^(>o.p.q).b@$x}) ⇒ T2004
        ($y := t) ~> $count or c.* ⇒ true
        function($x){$f}(?)($not(o.p.q)) ⇒ undefined
        λ($x,$y,$i){$}(?)(a.b ? o.p.q) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        $i[a.b].q ~> |{"k":o.p.q}[b]|{"j": c.e, "j": $f}| ⇒ undefined
        -$f ? nothing.$contains(o.p.q,o.p.q) : $i[[0,1]].$i[-1] ⇒ undefined
        %@$i.r^(<** <= [o.p.q..[3,1,2]]).q[] ⇒ S0217
        o.**.n ? (c.e)[b][]{$string(r):$y} : $[].%.b[] ⇒ S0217
        λ($x)<x-:x>{false}(?)($y = $x) ⇒ false
        (c.e).%.$split(o.p.q,a.b).e.[$f] ⇒ undefined
        [s{"k":$x} % e or c.e..null, r..[p[b]..(a.b)]] ⇒ T2001
        (a.b in a.b).$ ⇒ true
        $length((s.$[r=1] = $lookup($x,null)).%.({"j": e})[]) ⇒ S0217
        [[{"a":{"b":2}}]..**] ⇒ T2003
        -[1..3] ? c.e : "a" ? a.b != p : {"j": a.b, "k": $} ⇒ D1002
        %.c.nothing.{"k":$} ⇒ S0217
        [] < {"k":b >= c.e}@$i.function($x,$y,$i)<x-:x>{$i}($) ⇒ T2010
        t.e.*@$i.b[$>1]^(>$) ⇒ undefined
        $.e@$x.$y.p ? {{"a":1}: $i, "": a.b} ⇒ undefined
        *[$x=$].d.t#$i ⇒ undefined
        d.$x[$>1] ~> $round($f,b) ~> $lowercase(1.5) ⇒ T0410
        $join(a.b,o.p.q) ~> $keys ⇒ T0410
        $.r[$>1].p@$y.$ ⇒ undefined
        {"k": s > c.e in $x + ($y := t[-1].r.e.{"k":p}[a.b]; {"j": p, "k": a.b})} ⇒ T2010
        p.** = c.$.r#$x ⇒ false
        (t.$[-1] - t.$) ⇒ T2001
        {"k": {"a":{"b":2}}, "k": r} ⇒ D1009
        %.[{"k":%}.s^(<t@$i).*[b][].$y@$i].s.nothing ⇒ S0217
        $ ~> |a[$>1]|{"a":$.b},"a"|[0] ⇒ T2010
        (c.n.c[$>1] % c.e ~> $lowercase(true) - **[1]) ⇒ T2002
        n.$[].s[-1]^(>$) / d.$y / "b" ⇒ S0201
        "1" * λ($x,$y){{"a":1}}({}).$i / [a.b][$i=0].b@$x.*[] in **.b ⇒ T2001
        ($y).a[[0,1]] >= $y = s ⇒ false
        [[1],[2,3]] in * ⇒ false
        ($i := $lookup([1..3],o); $f := λ($x,$y,$i)<s-:s>{$y}(s)) ⇒ T0410
        $sort($,λ($x){c.e})[[3,1,2]] ⇒ undefined
        (o.p.q; $i := $i) or [c.e] ⇒ true
        s^(<[$[$i=0]][%]) ⇒ "hello"
        $reverse(true ? $not()^(<c.e) < $power(o.p.q,o.p.q).e@$i.d[[0,1]] : []) ⇒ T0410
        $reduce(c,function(){a.b % o.p.q}) ⇒ D3050
        $reverse(["b","a"]) ⇒ ["a","b"]
        o[-1].d.s[1]@$f ⇒ S0215
        ((e).{"k":c.e}.d).p.**.e[-1][].* ⇒ undefined
        λ($x)<x-:x>{$}(?)(($f := c.e; $i := a.b; $x := $i)) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        λ()<s-:s>{d[0]@$i}(?)(b) ⇒ S0215
        {"k": [], "j": *.q.($string($f != o.p.q))} ⇒ {"k":[]}
        [$ ? $ : $, d.o[$x=$].d..$ ? $ : c.e] ⇒ T2004
        ($x := $f) ~> $exists ~> λ($x,$y)<n:n>{q^(c.e)} ⇒ T0410
        "" ~> λ(){o.p.q} ⇒ [{"r":1},{"r":2,"s":[5]}]
        (function($x,$y){d.o^(<$x)}(?)(q[$x=$]^(c.e))).b.(${$string(r):o.p.q}.${s:$i})@$y.r[-1] ⇒ undefined
        (function($x,$y){$}(?)(nothing)).b[b].$pad(o.p.q,q)@$x.r ⇒ undefined
        {nothing[true]@$y.nothing.o.* != (a.b; c.e; $f := $): s[$x=$][]} ⇒ S0215
        [3] & {"k":$y} ⇒ "[3]{}"
        a.b or false = {"k": o.p.q} ⇒ true
        (o; t) ~> $number($) <= {"j": $x.o, "k": e.nothing[]@$f^(c.e)} ⇒ T0410
        function($x,$y,$i)<x-:x>{($f := true; $x := a; c.e < c.e)}({"a":1} > "a") ⇒ T2010
        function($x)<j?:x>{e}(?)(a) ⇒ undefined
        {"j": function($x){{"a":1}}(?)(c.e & t), "k": (($f)).s@$x.e} ⇒ {"j":{"a":1}}
        nothing^(<true) * $ / "b" ⇒ T2002
        p.{"k":{"k":[1..3]}[$x=$]}[].{"k":{q: c.e}}.e ⇒ undefined
        [$y..o.p.q] > s.p ⇒ T2004
        r.{"k":([{"a":1},{"a":2}]; $y)} ~> λ($x){$string(c)} ⇒ "{\"d\":\"x\",\"e\":[1,[2,3]]}"
        s.n.[$ + a.b ~> |n[%].q#$i|{"a":$.b},"a"|].nothing ⇒ undefined
        (c.e & a.b).{"k":b} ⇒ {}
        {([{"a":1},{"a":2}]).r.{"k":o.p.q}.n.p % $y: $zip(null) in [0..t]} ⇒ {}
        [{"a":1},{"a":2}] ⇒ [{"a":1},{"a":2}]
        $distinct([{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}][r=1]) ⇒ [{"r":1,"s":"x"},{"r":1,"s":"y"}]
        r[r=1].[($y := r; $y := a.b)] ⇒ undefined
        p[r=1]{$string($):1}[0] ⇒ {}
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] = a ~> $max[[0,1]] ⇒ T0412
        $.$x[$f] ? $x.d[b] : $y * c.e ~> $split(($i; 1),{}) ⇒ T2002
        e.*.nothing[$x=$] ⇒ undefined
        o@$y.c ? [1,2] : λ($x,$y,$i)<x-:x>{o.p.q}(?)($) / $ceil(o.p.q) ~> function($x,$y,$i){[]} ⇒ [1,2]
        ($x[$]).nothing[$>1].nothing.* ⇒ undefined
        $round([1..3],o.p.q ~> function(){[[1],[2,3]]}) ⇒ T0410
        $average((o.p.q >= $y).([$].*^($).$trim(o.p.q)[$i=0]).o.n{$string($):$i}) ⇒ T2010
        n{$string(r):[1,2]}.p ⇒ {}
        (b^(<{} ? o.p.q).d[true].b.t)[1].$.r ⇒ undefined
        {$: [{"a":1},{"a":2}]} ⇒ T1003
        (n ~> |b#$x.[o.p.q][1]|{"z":1},["r","b"]|; $i := n.a.b.$^(<e)) ⇒ T0410
        t.(nothing ~> function($x,$y){a.b}) ⇒ undefined
        ($i := b.[e][[0,1]]@$f; t.$single(["b","a"],λ()<s-:s>{r}); (c.e; $y := a.b; $i)) ⇒ S0215
        ($uppercase(a.b)) ~> λ($x,$y)<a<n>:n>{a.b ? $ : q} ⇒ T0410
        $uppercase(($)) ⇒ T0410
        $sum(${s:$}).s.t ⇒ T0412
        $merge(o.$i.a) ⇒ undefined
        a[0].[d[].e#$y.b[1]][1].d[$x=$].$append(["b","a"],a) ⇒ undefined
        * ? r.$f.s.n[%] : [[1],[2,3]] >= 1 ⇒ undefined
        r[true] ? p : $reduce(*{$string($):c.e}.p.s,λ(){c.e}) ⇒ undefined
        c.e ~> $boolean(a.b) ⇒ T0410
        ($map($lowercase("hello")@$f#$f.p.b[1].{"k":a.b},function($x,$y,$i){$}); ($y := q[%])) ⇒ undefined
        o.p.q * o.p.q ? $ceil(c.e) : a.b and o.p.q ⇒ T2001
        nothing[true].q ⇒ undefined
        ** in {"k":a.b}[$x=$] ~> λ($x){[1,2]} ⇒ [1,2]
        {"k":c.e}#$y.o[] < $string([1,2])#$x ⇒ undefined
        $zip($i and $,n[a.b].a[r=1]) * λ($x,$y,$i)<a<n>:n>{a.b}(?)($round($)) ⇒ T0410
        $join(o.p.q,c.e) or d.$i ⇒ T0410
        0[0] < a.b ~> λ($x)<j?:x>{$i} ⇒ undefined
        $lowercase(a.b) ⇒ T0410
        $power(λ($x){b}([a.b]),$^(1).(t.(b))) ⇒ undefined
        [$x / o.p.q].*[true].r[$x=$]#$f ⇒ T2002
        {"a":{"b":2}} or [] ⇒ true
        {λ(){c.e}(?)(a.b): ($i := o; $i; a.b)} ⇒ T1003
        c[1].$i[-1] - t.$y[]^(a.b).t.% = $append($y,o.p.q) ⇒ false
        {"k":c.[a.b].d.c ~> $min()}[[0,1]]#$f.$[r=1] ⇒ undefined
        ($.b[].[$i]).t ⇒ undefined
        {"k": 10 in c.e} ⇒ {"k":false}
        $single($x,function($x,$y){$}) ⇒ undefined
        (c[].([{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}]) + ($i).e; $f := d.e[-1].$i) ⇒ T2001
        p.nothing[true] ⇒ undefined
        o.p.q ? c.e ? r.c : function()<a<n>:n>{o.p.q}([3,1,2]) ⇒ undefined
        (s + c.e; $x := {"j": c.e}) ⇒ T2001
        *@$f.$max({"a":{"b":2}}) ⇒ T0412
        $sum(n.e[$x=$]) ⇒ undefined
        {{"k":$f}.$ >= 10 ~> $reverse(o.p.q): []} ⇒ T2010
        o.$i ~> $average ⇒ undefined
        ($y; $x := $; o.p.q) ⇒ [{"r":1},{"r":2,"s":[5]}]
        $append(($y := o.p.q; o.p.q; $f := "a"),a.b > [[1],[2,3]])[] ⇒ T2010
        b.q[0].q.%[true] ⇒ undefined
        $lowercase(e.%[-1]) ⇒ undefined
        p^(o.p.q).a#$i.(d ~> function(){$y}).*[1] ⇒ undefined
        {"j": o.p.q} >= a.b % c.e ⇒ T2002
        "1" ~> $spread ⇒ "1"
        function($x){a.b}(d) ⇒ 3
        $max($zip(-o.p.q)) ⇒ D1002
        $y ? [3,1,2] : r ⇒ undefined
        *{$string($):-1} - $keys(s or 10) ⇒ T2001
        ($y := {} = o.p.q) ⇒ false
        1.5 / [] & $min(2)[%] ⇒ T2002
        o.[o.p.q ~> |*.n^(c.e)|o.p.q,"a"|] or $single(($i := a.b; a.b),λ($x,$y,$i)<s-:s>{a.b}) ⇒ T0410
        $number(["b","a"]) % b ⇒ T0410
        $split(a.b,[]) ⇒ T0410
        (t[$x=$]@$y.b.λ($x){$}(c.e).d)[$] ⇒ S0215
        $sift("b",λ()<a<n>:n>{c.e}) ⇒ T0410
        c.{"k":nothing[$i=0]@$y != {"k":$}[$x][].t.n[].c{"k":o.p.q}}[-1][] ⇒ S0215
        (1)[r=1]@$i.** / $sort(c.e) ⇒ S0215
        function($x,$y,$i)<s-:s>{$}(?)(a.b) != a.*.*.a[-1] ⇒ false
        q.t.o[-1][]{$string($):$y} ⇒ {}
        e.t.e[].s ? null : $zip((p).p,e[$]) ⇒ []
        [o.p.q * o.p.q, $f.r[0]..$trim()] != s^(>a.b).p[$].(($y).c[r=1][].a.nothing[$>1]).b ⇒ T2001
        $.% ? t.n[1] in (p).q[true]@$y.t.*.% : $x ⇒ S0217
        **.[o.p.q].{"k":$} ⇒ [{"k":[{"r":1},{"r":2,"s":[5]}]},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]
        (s{$string($):o.p.q} != ($ * a.b).**^(<$y).c.s) ⇒ T2001
        [$sift(true,λ($x,$y,$i){a.b}), o.{"k":a.b}.%[$>1].a] ⇒ S0217
        [[3,1,2], 3 ~> $join(o.p.q,o.p.q)] or n.c[%]#$i.n or q.$x.p.c ⇒ T0410
        ($f := $; $i := o) ~> $distinct ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}
        "b" > q^(nothing).$[[0,1]] and q + p ⇒ false
        a.b ? a.b : o + ([3,1,2]).p.s ⇒ 3
        {"k": $ <= o.p.q, "k": []} ⇒ D1009
        $each(o.p.q,function($x,$y,$i){$}) ~> $sort(a.b,λ($x,$y,$i){$}) ⇒ T0410
        λ($x,$y){c.e}(a.b) ⇒ [1,[2,3]]
        -"a" ? $length(o.p.q) : $ceil($f) ⇒ D1002
        ($f := d.r; o) ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}
        "hello" ~> $reduce($,λ($x,$y,$i){o.p.q}) ⇒ T0410
        $lowercase(c.e) ⇒ T0410
        a ~> |(o).a.$y|{"a":$.b},["r","b"]| ⇒ [1,2,{"b":3}]
        %[true].b[$i=0] ⇒ S0217
        o.$power(p,a.b).p@$x ⇒ T0410
        c.e ? c.e : $i * $count(o.p.q).${s:a.b}.b ⇒ [1,[2,3]]
        ($x := (o.p.q).q[%]@$f; ($).d.([[1],[2,3]])[$x=$]) ⇒ S0215
        {λ($x,$y,$i)<j?:x>{nothing}(?)(o.p.q ~> |$[[0,1]].e[-1]|{"a":$.b},["r","b"]|): [3,1,2]} ⇒ {}
        d[0].e.(-a.b).%@$y <= $x[$i=0] ⇒ S0217
        (c.n.nothing; $x := $x.%[$>1][].$x[[0,1]].$not(p) >= c.e ? $x : o.p.q)[0] ⇒ S0217
        %[b].{"k":o.p.q}.{"k":$}.$sift(0,λ($x,$y)<s-:s>{c.e})[]{"k":$y} * a.a.s#$x ⇒ S0217
        $power(o.p.q,$y) ⇒ T0410
        [t.$x]^(o.p.q).[$abs([{"a":1},{"a":2}])][] ⇒ [[]]
        nothing[%].$i ? [3,1,2] : 2 ? q[o.p.q][]@$y : $round(a.b,$) ⇒ S0215
        $join(a.b,o.p.q) >= *^("1").b#$f.e ⇒ T0410
        function($x,$y){$}(?)($f ? "1" : c.e) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        $.a / $map(3,λ($x,$y)<j?:x>{a.b}) ⇒ T0410
        -(a.b ~> |c|{"a":$.b},"a"|; $y := a.b ? o.p.q : [1..3]) * q ⇒ T0410
        {"k":$f}.o[1].q & *.nothing[$i=0] ⇒ ""
        "b" or ($f#$i).$@$x.p.{"k":o[-1].c[%]}.(($x := $; q; $x := $))[0][] ⇒ true
        $each(c.e,λ(){$}) ⇒ T0410
        r[n ~> function(){c.e}].s[true]{$string($):(a.b)[true]} ⇒ {}
        {"k":-1}.$lowercase()#$i ⇒ T0411
        {"k":($y := c.e)}.$length($).$[$x=$].$zip($f) ⇒ T0410
        a.b ~> |($)|{"a":$.b}| ⇒ T0410
        (function($x,$y,$i)<s-:s>{1}($i[$i=0])) ⇒ 1
        [1..3] = nothing - $ % $ ? {"k":$type("hello")}[1]#$x : d.d^(>a.b).a[$>1].e@$y ⇒ T2001
        {"a":1} ~> $exists ⇒ true
        a^(c.e).r[true] ⇒ [null,null,null]
        p.**[] and ($x := [c.e, {"a":{"b":2}}..p]; {"j": c.e, "k": n}) ⇒ false
        [e.b..-$ < o.p.q + $, $substring(o[b].s,-0)] ⇒ D1002
        ($[-1]#$i.{"k":$f}{"k":a.b}.$ ~> function()<a<n>:n>{a.b}) ⇒ T0412
        (*^(s).p[] + [3,1,2]).$[] ⇒ T2001
        $type($distinct($).q.r[$>1]) = b#$y ⇒ false
        c.a.r@$y.$exists() ? p[$]^(<c.e).s : $#$x ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        $reduce({},function($x,$y,$i){$}) ⇒ {}
        b.o{s:r} ~> $number ⇒ T0410
        function($x,$y){[o.p.q]}(?)(s) ⇒ [{"r":1},{"r":2,"s":[5]}]
        ($y := c.o; $y * c.e) ⇒ T2002
        n{"k":$x.a[]}.$floor((c.e * $y)).t ⇒ {}
        1 ? $.s.{"k":"1"} ⇒ {"k":"1"}
        o % $[[0,1]]#$i.r ? ${"k":$f}.% : c.e % null ⇒ S0217
        function()<x-:x>{3}(?)(d) ⇒ 3
        [o..n, $..c.e] - c.e in $ ⇒ T2003
        $uppercase(0 * {"j": $}) * $zip("hello") ~> $distinct("b") ⇒ T2002
        $floor(3) ~> $sort(o.p.q,function($x,$y,$i){s}) >= [r] and -1 ⇒ T0410
        n.$y[$x=$]{s:$} ⇒ {}
        $#$i.$.a and $not($) >= 0 ⇒ T2010
        ($i := ($i := $; t; $x := $i)) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        ($f := %[].e; "hello") ⇒ S0217
        ($).q.n.$i.$^(<10) - c[$>1] ⇒ T2010
        function($x){o.p.q}(?)(c.e[r=1]) ⇒ [{"r":1},{"r":2,"s":[5]}]
        d.$y#$y - n[-1].[a.b / $y] ⇒ T2002
        $abs(c.e).b{$string($):$} > [c.e..$x] ⇒ T0410
        {"k": false, $exists(c.e): {"a":{"b":2}}} ⇒ T1003
        $floor($y in a.b) ⇒ T0410
        o.p.q = nothing ~> $filter(o.p.q,λ($x,$y){$}) ⇒ T0410
        $#$i + %[].n.p[c] ⇒ S0217
        ($i := $y; $x := a.b; $x := a.b) ? a[$>1] : $x[1] * n ⇒ T2010
        $@$f.($f < {}).d@$y{"k":d}.d ⇒ T2010
        $join({"k":d[$x=$]}[r=1]{s:$f},%.p.**[] in "b") ⇒ S0217
        [3, (o)..c#$f.$i[true]] ~> λ(){2} * [1..3] ⇒ T2003
        2 = [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] ⇒ false
        $map({{$: a.b, "k": a.b}: s ~> $ceil},function($x,$y)<j?:x>{($)[$>1].(e)@$f}) ⇒ T1003
        {o.p.q ? 1.5 : e: o.p.q ? c.e : c.e} ⇒ T1003
        a.b ~> $filter(p,function($x,$y,$i){p}) ⇒ T0410
        -[{"a":1},{"a":2}] != ($f := $y; $; [1..3]) >= ($x := $x; e) * $.p ⇒ D1002
        [a = $..[$x].[$].r#$f] ⇒ T2003
        0 >= function(){c.e}(?)(q in o) ⇒ T2010
        $reverse(e <= $ or o.p.q) ⇒ T2010
        c@$i.o = {"a":1} ⇒ false
        {"k": false, "k": $trim(a.b)@$f.*.s.a[true]} in {"a":{"b":2}} ⇒ D1009
        o.($keys(1.5)).e or p.$y.p[-1].$x ⇒ false
        $abs(c.e in o.p.q) ⇒ T0410
        ("hello"; $y := ($x ? c.e : a.b).$y{$string($):a}.λ($x,$y,$i){a.b}(c.e)[b]) ⇒ {}
        {[{"a":1},{"a":2}]: [3,1,2], "j": $x}[$>1] ⇒ T1003
        [e & $..$ & o.p.q, b[]{s:"1"}] ⇒ T2003
        $reduce($sort(),λ($x)<a<n>:n>{$ % o.p.q}) ⇒ T0410
        "a" >= $distinct(s) ⇒ false
        [c, e] ? "hello" & o.p.q : {"k": o.p.q} ⇒ "hello[{\"r\":1},{\"r\":2,\"s\":[5]}]"
        $lowercase((a.b).{"k":c.e}) ⇒ T0410
        [3,1,2] ? *@$i : ["b","a"] * d or -1 ⇒ [1,2,{"b":3},{"d":"x","e":[1,[2,3]]},null,"hello",true,{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        q{$string($):{o / d: $substringBefore($,$x)}}.p ⇒ {}
        p[s]@$y.b.[$[-1].$.*].s ⇒ S0215
        [[1],[2,3]] - p@$i.b[1] ⇒ T2001
        {t & $: ($i := $), "j": o} != λ($x,$y){$f}(?)(c ? o.p.q : o) ⇒ false
        $lowercase(o.p.q).$i[$i=0]@$i.d^(o.p.q).$sort(c.e,function()<a<n>:n>{o.p.q}) ⇒ S0215
        s.o <= ($x := c) ⇒ T2010
        ($y := o.p.q; $i := o.p.q; $f := c.e) ~> function($x,$y,$i){a.b} ⇒ 3
        $keys(c.e)[$].r.e or [$..a.b] ⇒ T2003
        $y ~> $lowercase($x) ⇒ T0410
        $x in $y ~> $contains("a",a.b) ⇒ T0410
        ($x := a.b; $i := o.p.q) != %@$x.q ⇒ S0217
        -[c[$x=$].r^(<$y).p.$] ⇒ D1002
        ($f := $keys(-$)) ⇒ D1002
        {"k":{"a":{"b":2}}}.[e.p[b]] ⇒ []
        c{s:r}.([$..[{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}]]) ⇒ T2003
        function($x){$[$x=$].(c.e)}(?)($) ⇒ [1,[2,3]]
        $length(($y := $i <= $; $x := t.*[-1]@$f; $ or {"a":1})) ⇒ S0215
        *[b].n[$x=$].$x[0].% ⇒ S0217
        $i[$x=$].*{"k":d.n[$>1].$y@$x.$} ⇒ {}
        [[$y..a.b, -1]].n[[0,1]].{"k":$keys(o.p.q)}[] ⇒ [{}]
        -[{"a":1},{"a":2}] ⇒ D1002
        10 < {"j": q[-1].[o.p.q] ? function($x){{"a":{"b":2}}}(?)(p) : {}, "k": 1} ⇒ T2010
        function($x,$y,$i)<x-:x>{$y}([$..o.p.q, e..$f]) ~> λ($x)<x-:x>{[1,2] = c.e} ⇒ T2003
        ($i := e.*.$x.o in $) ⇒ false
        {"j": t[r=1]#$x, "j": ""} ⇒ D1009
        [*.[$ and "a"]].%@$i.nothing{s:[3,1,2] ~> |n[%]|r,["r","b"]|}.(*.t) ⇒ S0217
        {"j": o.p.q, "j": o.p.q} ⇒ D1009
        {"k": [], "j": "1"} ⇒ {"k":[],"j":"1"}
        function()<a<n>:n>{o.p.q}({"k":c}.o) ⇒ [{"r":1},{"r":2,"s":[5]}]
        -($y := a.b; $i := p; $f := "") ⇒ D1002
        ($y := $; $i := $) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        (d@$f) or $ & [{"a":1},{"a":2}] ? $distinct(c.e) : o.p.q and 1.5 ⇒ [1,[2,3]]
        "hello" ~> |$x@$x.$f^(>$).e.[[]]{s:{"a":{"b":2}}}|{"a":$.b},["r","b"]| ⇒ T0410
        function($x){$lowercase()}($ & c.e ? (o.p.q).**[].*) ⇒ T0411
        ($f := -[1,2]; $i := s; $i := ($sum(o.p.q))) ⇒ D1002
        {$f.n.(1.5)[$i=0].%: %.$.a.r} ⇒ S0217
        $append(q.nothing#$x,r[]).$type().%^(<o.**[%]) ⇒ S0217
        ({"a":1} ? $average(o.p.q > 2) : a.b * $ in $length(-1)).nothing ⇒ T2010
        [(2)[c.e].r[$>1]] ⇒ []
        $string(t)[true] ⇒ "true"
        ($i := a.b ? $i : $; c.e > $x) * *.** ⇒ T2010
        (c.{"k":o.p.q}[r=1]; $f := r[$x=$]@$i.*[$i=0].*.r; -1) ⇒ S0215
        $.$substring(a.b,$f) ⇒ T0411
        %.s.d[true].r[%] ⇒ S0217
        [3,1,2] ~> $distinct ⇒ [3,1,2]
        $.t[$>1]@$f.$f.b[$i=0] ⇒ S0215
        $zip(o.p.q)@$i{$string(r):$f}.d.([[1,2]][true].*.($y)#$y.%).nothing#$y ⇒ S0217
        "hello" + null ⇒ T2001
        [[1],[2,3]] and t ⇒ true
        [""..o.p.q] <= o ⇒ T2003
        %.**[].*[$i=0] ⇒ S0217
        ($ / r[].{"k":$f}.$number(c.e)).p[$] ⇒ T2001
        $floor(p.$y{"k":c.e}) ⇒ T0410
        {"j": function()<x-:x>{o.p.q}(?)($), "j": 10} ⇒ D1009
        p.p@$f{$string($):[1..3]} ⇒ {}
        {"k": 3 ~> $merge, 1: s or o.p.q - c.e} ⇒ T1003
        c.* ? $spread(o.p.q) : s{s:$} ~> $round((a.b).q[-1]) ? {"k": ["a"]} : (p) ⇒ [{"r":1},{"r":2},{"s":[5]}]
        $y[1]{$string(r):[]} ⇒ {}
        λ($x,$y,$i){$f}(?)("b") > s % o.p.q ⇒ T2001
        n[r=1]#$x.[a[$].$boolean(s)[c.e].s.$i].* in $spread([a.b..a.b]) * [$]{"k":o} ~> $sum($) ⇒ T2001
        q.s & {"k":false}[%][].o ⇒ ""
        (a.b & [{"a":1},{"a":2}]).** ⇒ "3[{\"a\":1},{\"a\":2}]"
        $ / 1.5 in $min(o.p.q) ⇒ T2001
        $each($ <= o.p.q < $ ~> $round,function($x,$y)<j?:x>{$average([])}) ⇒ T2010
        {"j": function($x,$y,$i){a.b}(?)($ & c.e), "k": (c.e).n[$][$x=$]} + 10 ⇒ T2001
        (-c.e ? s@$y.(a.b)[] : -$x) ⇒ D1002
        $append(n[o.p.q].{"k":2}.d[[0,1]],[]) ? $reverse("1")[$x=$] : [{"a":1},{"a":2}] ⇒ [{"a":1},{"a":2}]
        λ(){{"j": o.p.q}}(?)($y) ⇒ {"j":[{"r":1},{"r":2,"s":[5]}]}
        {"k": [10..c.e, $y..$]} ⇒ T2004
        (([$]; {"j": $}; $f := **.($x).s); "a"; $i := {} != $ % false) ⇒ T2001
        $ceil(function($x,$y,$i){$y}(?)(0) & $string(q)) ⇒ T0410
        p.% ~> function($x,$y,$i)<x-:x>{a.b} ⇒ 3
        (d ~> |[o.p.q]|a.b| + {"k":$i}[true].(nothing).($))^(p.r).r.d{s:o or o.p.q} + d ⇒ T2001
        λ($x,$y){a.b}(o.(a.b).$x[%]@$y) ⇒ S0215
        $lookup(($trim(p)).e,$sum([{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}])) ⇒ T0412
        o[[0,1]]{s:((a.b; $x := o)).b{$string($):"1"}}.e.b[] ⇒ {}
        $exists(n[$x].s@$y.o)[] ⇒ false
        t@$i.$ceil(a.b) ⇒ 3
        $distinct($trim(s[0]#$i)) ⇒ "hello"
        n.c[] != nothing.o[{"k":-1}.d@$x] ⇒ false
        "a" + $i[1].([])[$>1] ⇒ T2001
        λ()<n:n>{t}(?)((d)) ⇒ true
        *^(>** % [c.e..$i, $i..a]) ⇒ T2002
        a.q[$i=0][]^(<d){$string(r):a.b} ⇒ {}
        [1.5, q#$f..$not(s^(<$f).e)] ⇒ [1.5]
        o.p.q ? $x + $zip(o.p.q) ⇒ T2002
        [$i, $..o.p.q] - $merge(a.b) ⇒ T2003
        ({"k": o.p.q ~> $uppercase}).$i.t ⇒ T0410
        $count(a.$) < 10 ⇒ true
        (t % $).(n) and ($x := a.b >= a.b) ⇒ T2001
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] <= {"a":{"b":2}} ⇒ T2010
        ([*{s:c.e}.(c.e)[b].c[r=1]].$i.n.q) ⇒ []
        nothing.n.[nothing{s:$f ~> |q|{"z":1}|}]{"k":a.a}.s ⇒ {}
        p ~> $reverse(a.b) ⇒ T0410
        {o.p.q or 0: d.n@$y} ⇒ T1003
        λ($x,$y)<j?:x>{a.b}(?)(a.b) ⇒ 3
        [($y := o.p.q) ~> function(){"1"}..λ($x){false}(q[0].o)] ⇒ T2003
        $length(q.**.a[0][].q - $reverse(c.e)) ⇒ T2002
        [e[$i=0].r[$x=$]..{"a":1}, c.."hello"] ⇒ T2004
        n[-1]^(>-$f).s[0].[([1..3]).q[] ~> λ()<s-:s>{a.b}][a.b < o.p.q][] in "b" ⇒ false
        {"j": *.$i[%]^(>nothing <= {"a":1}){"k":3}} ⇒ {"j":{"k":3}}
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] * $ ⇒ T2001
        r.e{s:c.e} = nothing ⇒ false
        {(c.e; $f := o.p.q): $y > a.b, "k": c.e ~> λ()<j?:x>{$y}} ⇒ T1003
        %.$ ~> $floor(n[true][].b) ⇒ T0410
        [λ($x,$y)<x-:x>{a.b}(a.b)][] and λ($x,$y)<n:n>{$i}($zip({},$)) ⇒ T0410
        {"j": [1,2] - {"k": c.e}} ⇒ T2001
        *.*[$substring($,$)].n[[0,1]] ⇒ T0411
        $average(c.e >= $).o ⇒ T2010
        $i <= $ ? $single($,function($x,$y,$i)<s-:s>{""}) : {o.p.q: n, c: c.e} ⇒ T2010
        {d.n.%[true]: (q; t[$>1])} ⇒ {}
        **[]^(<$i) + $merge(c.e) ⇒ T0412
        [$substringBefore($i,c.e).e[].p[$x=$]][%].b ⇒ T0410
        q.$count(3).e[[0,1]] = c.c.*.b ⇒ false
        [[{"a":1},{"a":2}]..c.e, $x..$f] / c.e / false ⇒ T2003
        $f.s[r=1].$x[0] ? o[[0,1]].c[$x=$]#$y.($spread()) : (a.b in o.p.q) ⇒ false
        $x^(<$).%.{"k":d}#$x ⇒ S0217
        ($f := $f; a.b) ⇒ 3
        nothing[false / $x != a.b] ⇒ T2001
        $not($^(<r).b - **) ⇒ T2002
        ($i := {"a":{"b":2}}; {"j": $i <= o.p.q}) ⇒ T2010
        $abs().$[].(n.q) ⇒ T0411
        q or $f - c ? c.e ⇒ T2002
        **.*[] ~> $filter(n,λ($x,$y){"a"}) ⇒ T0410
        $string($power(n,$zip($)[$x=$])) ⇒ T0410
        1.5 < {"k": q, o.p.q: $f} ~> |($i).d[0].r|b ? $x : "b"| ⇒ T1003
        $formatBase([o.p.q..$, $f],($x)[]) ⇒ T2003
        $formatBase($["hello"],p.q[b]) ⇒ T0410
        d.**.e.r[r=1] % nothing.$.c#$f{s:o.p.q} ⇒ T2002
        [{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}] > r.[($y := c.e)][0] ⇒ T2010
        ($i := $floor(c.e)) ⇒ T0410
        $round(t,{"a":{"b":2}}) ⇒ T0410
        {"j": q[]#$f, "j": a.b & $}[$>1] ⇒ D1009
        λ(){$}(?)(1.5) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        (n.d#$y.d; λ(){$i}(?)($y) + $ != $) ⇒ T2002
        p[$i]{s:t}.t{"k":a.b}[true] ⇒ S0210
        $each({$: c},function(){$y}) ⇒ T1003
        *.$contains(($),{-1: a.b})@$f ⇒ T1003
        ($f; $f := a.b) ⇒ 3
        %^(<$i^(>a.b).t.$).${$string($):[c.e]{s:a.b} and $lowercase($).(c.e)} ⇒ {}
        (b; $ ? 0 : $) ⇒ 0
        {} and $ ? (o.p.q).p@$i.a{"k":$f} : o.p.q ? 1 = a.b = o ~> λ($x,$y)<a<n>:n>{[1,2]} ⇒ T0412
        c[] ~> function()<x-:x>{{"k": r, o.p.q: c.e}} ⇒ T1003
        $merge(o.p.q,o.p.q) ~> |**[$x=$]#$y.b|{"a":$.b}| ⇒ T0410
        ($).p.b.q[].*[$i=0]@$f ⇒ S0215
        null = d != $y ⇒ false
        "hello"[$x=$] >= {a.b: o.p.q} ⇒ T1003
        [o.p.q and $..[[1],[2,3]]] ⇒ T2003
        (3).*[[0,1]] ~> function(){$i * "hello"}((*#$y^(>["b","a"])).o{s:$}.($)) ⇒ T2008
        {a.b: c, c.e: nothing} ⇒ T1003
        o = c.e & -o.p.q ⇒ D1002
        b.b[r=1]@$x^(<$x.e[[0,1]]) ⇒ S0215
        (($)#$i.%[[0,1]]; "a"; $.c.r.t[0]) ? r : ({"k": $x}).[$f][b].d.n.c ⇒ S0217
        ($i := a.b; $f := $; $f := a.b) % *.* ⇒ T2002
        *.b.a[b] ~> λ(){a} ⇒ [1,2,{"b":3}]
        ($f := o.p.q and [3,1,2]; ($i; d; o.p.q)) ⇒ [{"r":1},{"r":2,"s":[5]}]
        $abs($y) ~> λ($x)<n:n>{c.e} ⇒ [1,[2,3]]
        $.o^($each(o.p.q,function($x,$y,$i){o.p.q})) ⇒ {"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}
        $substring($floor(),$abs(1)) ⇒ T0411
        function($x,$y)<a<n>:n>{a.b}(?)(e) ⇒ 3
        $floor([3,1,2] ? a.b : [] & {"k": $, "k": s}) ⇒ 3
        t[$i=0] > %.$ceil(c.e).d.$ ⇒ S0217
        ($i := 1 < [$][-1].d.d.*; $i := r#$y.**; ($substringBefore(a.b,o.p.q); $i := [1,2]; 2)) ⇒ T0410
        c.e - $f * a.r[$x=$].s ⇒ T2001
        {"j": a.$y.n.*#$x, "k": $y#$x.$i} ⇒ {}
        λ($x,$y){c.e}(?)($) ⇒ [1,[2,3]]
        %{"k":["b","a"]} ⇒ S0217
        ($x := null; $x := n) ⇒ null
        -1 - $ != p < a.b ⇒ T2002
        ($x := t; $x := o.p.q) < 1.5 ⇒ T2010
        "" % λ()<x-:x>{$}([{"r":1,"s":"x"},{"r":2,"s":"x"},{"r":1,"s":"y"}]) ⇒ T2001
        a.b & c.e and $length($) ⇒ T0410
        $x.b ? %[q]@$y : d ⇒ S0215
        [*{s:1}.(o.o[$x=$].r), ""..["b"].*^(<$x) * c[a.b]] ⇒ T2003
        {"j": c.e} * q.a.o[[0,1]] ⇒ T2001
        {n: $} and a.b ? c : $x ⇒ T1003
        $^(<$i).s[$>1].n & {"k":o.p.q}.b[%].n[$i=0] & (c & $y).o.%.$uppercase($y)[] ⇒ T2009
        $type(-{"k":o.p.q}^(<$x)) ⇒ D1002
        [nothing..o.p.q] ⇒ T2004
        -$ ~> function($x,$y,$i)<x-:x>{b} ⇒ D1002
        $y[$x=$].%.$i^(<$x = c.e).$[]^(<q) ⇒ S0217
        λ(){$.%#$i}(?)(s <= [(c.e; r; $x := s)..{}]) ⇒ S0217
        e.t < ($round($i[].d); -c / 3) ⇒ D1002
        [$zip(a.b)[$i=0]..e.r.$x.b[$>1], $x.b[].e.(c.e / a.b)[]@$i.."hello"] ⇒ T2004
        $ <= q ~> |**{$string(r):d}.*.n|{"z":1},["r","b"]| < (s).b.(c.e) ~> $formatBase($,o) ⇒ T2010
        *.$i.e.p[1] and $lowercase([o.p.q, o.p.q..$x]) and "hello" ⇒ false
        d#$f.a#$f^(>{"a":{"b":2}}).r.c@$x ? $string(($.n.$.$i[$>1]).e) : [] ⇒ []
        {"j": ($).$.n, 10 ? s : $: "b" = p} ⇒ {"j":null,"hello":false}
        % and nothing[b]@$x^(>a.b) ? q.r{$string($):n} : [a.b >= o.p.q].* ⇒ S0215
        $substring(($),$ <= $x) ⇒ T2010
        ["a"].c.p.* & 0 ⇒ "0"
        [] != 0 / c[b].q ~> $uppercase ⇒ T0410
        s.nothing#$x.[c.e].λ($x,$y){a.b}(r) ~> $length and -1 % o.p.q < o.p.q ⇒ false
        (c.e).s@$f^($).o ? $f ~> $lowercase($) : $floor(a.b) ⇒ 3
        a.b % [{"a":1},{"a":2}] ⇒ T2002
        o.p.q ~> |o|{"z":1},["r","b"]| ⇒ [{"r":1},{"r":2,"s":[5]}]
        $ceil($ or c.e) ⇒ T0410
        ($uppercase($)^({}) - d) ⇒ T0410
        $boolean($min([$..c.e])) ⇒ T2003
        ($f := false; $i := s.c.r.%[r=1]; [1,2]) ⇒ [1,2]
        $max($zip(o.p.q,c)[true].($max(e))) ⇒ T0412
        o["b" % n.q.p.{"k":$}[$i=0]@$i] ⇒ S0215
        s{$string(r):o.p.q}.a ⇒ {}
        [a.b].b.[$x].% ⇒ S0217
        c[[0,1]][]#$f.* ⇒ ["x",1,2,3]
        "a" ~> |a|{"a":$.b},"a"| ⇒ T0410
        λ(){c.e}(?)(a.b) ⇒ [1,[2,3]]
        * ~> |t[].s|{"z":1},["r","b"]| ⇒ [1,2,{"b":3},{"d":"x","e":[1,[2,3]]},null,"hello",true,{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        function($x,$y,$i)<a<n>:n>{t{$string($):a.b}}(*) ⇒ T0412
        {b.p: -1, "j": -d > {}} ⇒ T2010
        $power(q = d[%].s,"a") ⇒ T0410
        [true..$filter(1[$x=$],λ($x,$y)<x-:x>{$})] ⇒ T2003
        $keys(r ~> $length($x)) ⇒ T0410
        $zip($each({"a":{"b":2}},λ(){a.b})) ⇒ [[3]]
        {"k": 0, b ~> $distinct(): $ * n} ~> |$[%].[p].{"k":$}.$ceil("a")[b]|($; c.e),["r","b"]| ⇒ {"k":0}
        [d.({"j": $i} or -q)..$ceil($power([1..3],c))] ⇒ T0410
        $.*#$y^(>nothing) ⇒ [1,2,{"b":3},{"d":"x","e":[1,[2,3]]},null,"hello",true,{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}]
        [($y := o.p.q; $f := $; $), function($x,$y,$i){$}(?)($i)..s.d] ⇒ T2003
        [r, $[1].o] in λ($x,$y){$f}(a.b) ⇒ false
        s.[[nothing, "1"..b]].e@$f#$x in [] or ($f := "a") ⇒ T2003
        -[$x, o.p.q] / e.d[[0,1]].%[0] ⇒ D1002
        o{$string(r):{"k": c.e, c.e: [{"a":1},{"a":2}]}}.t[] ⇒ {}
        [-o.p.q ~> λ($x,$y,$i)<n:n>{$x}][].b^(a[-1][]@$f.t{$string(r):o.p.q}).t.o[] ⇒ S0215
        $y.**{$string(r):p.[$y ? a : a.b].t[$>1]}.c@$y.n ⇒ {}
        {c.e[$]: c.e > $f} >= $merge() * ($; $; $f := $) ⇒ T0410
        "" < {"k": 1 % b@$i.(o)} ⇒ T2010
        s@$i.[$max(o)]{s:0}.n[0] ⇒ T0412
        s[3].c ~> $pad($x,a.b) ⇒ T0410
        function()<j?:x>{$x}($x) % {"k": "a", "j": o.p.q} ~> |o.d[].d|{"a":$.b}| ⇒ T2002
        [a.b, c.e..a.b] ⇒ T2003
        d[$i=0].$ceil(o.p.q){$string(r):a.b}.$i.n[true] ⇒ {}
        1 & q.$trim("a")[r=1].$boolean($y)[r=1].p[]{s:d} ⇒ "1{}"
        (c.e).(o.p.q)[t]#$i = $count(c.e) ⇒ false
        [] % ["b","a"] ⇒ T2001
        $distinct(r[$i=0].${$string(r):c.e} ~> function($x,$y,$i)<x-:x>{$}) ⇒ {"a":[1,2,{"b":3}],"c":{"d":"x","e":[1,[2,3]]},"n":null,"s":"hello","t":true,"o":{"p":{"q":[{"r":1},{"r":2,"s":[5]}]}}}
        [c^(<o.p.q)..c.q.%] ⇒ T2003
        {"k":(nothing).d[b][].$i}{$string(r):r} ⇒ {}
        -$floor([[1],[2,3]]) ⇒ T0410
        false ~> $merge ⇒ T0412
        $max(e in p) <= n ⇒ T0412
        **.t.nothing[$>1]@$x ⇒ S0215
        $ >= $f + λ($x,$y)<j?:x>{c.e}(?)($) / n.("1" ~> $uppercase($))[$i=0] ⇒ T0410
        a[$>1].$y#$f.$sift(a.b,λ($x){null})[o.p.q][%] ⇒ T2010
        [o.p.q > [{"a":1},{"a":2}]][].(b[1])#$i ~> $spread(($x := true)) ⇒ T2010
        ($i := {"j": d or c.e}) ⇒ {"j":true}
        (1).$join(3,r).q ⇒ T0412
        {"k": [($y := a.b; $f := o.p.q)..(o).a[c.e], o.p.q[0]..c.nothing]} ⇒ T2003
        [c.e ~> $abs..c.e > $] = (nothing.q.s.c[]#$x^(>a.b)).($y)[r=1].d.nothing@$x ⇒ T0410
        """###
    )
}
