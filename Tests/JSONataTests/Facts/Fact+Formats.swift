extension Fact {
    /// What `$formatNumber`, `$fromMillis` and their kin come to.
    static let formats = list(
        ###"""
        $formatNumber(12345.6, "#,###.00") ⇒ "12,345.60"
        $formatNumber(12345678.9, "9,999.99") ⇒ "12,345,678.90"
        $formatNumber(123412345678.9, "9,9,99.99") ⇒ "123412345,6,78.90"
        $formatNumber(1234.56789, "9,999.999,999") ⇒ "1,234.567,890"
        $formatNumber(123.9, "9999") ⇒ "0124"
        $formatNumber(-6, "000") ⇒ "-006"
        $formatNumber(0.14, "01%") ⇒ "14%"
        $formatNumber(0.14, "001‰", {"per-mille":"‰"}) ⇒ "140‰"
        $formatNumber(0.14, "###pm", {"per-mille": "pm"}) ⇒ "140pm"
        $formatNumber(1234.5678, "00.000e0") ⇒ "12.346e2"
        $formatNumber(34.555, "#0.00;(#0.00)") ⇒ "34.56"
        $formatNumber(-34.555, "#0.00;(#0.00)") ⇒ "(34.56)"
        $formatNumber(0.234, "0.0e0") ⇒ "2.3e-1"
        $formatNumber(0.234, "#0.00e0") ⇒ "2.34e-1"
        $formatNumber(0.123, "#.e9") ⇒ "0.1e0"
        $formatNumber(0.234, ".00e0") ⇒ ".23e0"
        $formatNumber(12, "#e0") ⇒ "0.e2"
        $formatNumber(1, "#e0") ⇒ "1.e0"
        $formatNumber(12, "0e0") ⇒ "1e1"
        $formatNumber(0, "0.00") ⇒ "0.00"
        $formatNumber(0, "#.##") ⇒ ".0"
        $formatNumber(0, "#") ⇒ "0"
        $formatNumber(12, "#;#;#") ⇒ D3080
        $formatNumber(12, "0.0.0") ⇒ D3081
        $formatNumber(12, "#%%") ⇒ D3082
        $formatNumber(12, "#‰‰") ⇒ D3083
        $formatNumber(12, "#%‰") ⇒ D3084
        $formatNumber(12, ".") ⇒ D3085
        $formatNumber(12, "#a#") ⇒ D3086
        $formatNumber(12, "#,.0") ⇒ D3087
        $formatNumber(12, "#,") ⇒ D3088
        $formatNumber(12, "#,,0") ⇒ D3089
        $formatNumber(12, "0#") ⇒ D3090
        $formatNumber(12, ".#0") ⇒ D3091
        $formatNumber(12, "0e0%") ⇒ D3092
        $formatNumber(12, "0e#") ⇒ D3093
        $formatNumber(12, "0e") ⇒ D3093
        $formatNumber(20, "#") ⇒ "20"
        $formatNumber(1e10, "#,##0") ⇒ "10,000,000,000"
        $formatNumber(1234567, "#,##,##0.00") ⇒ "12,34,567.00"
        $formatNumber(1234567.891, "#,##0.00") ⇒ "1,234,567.89"
        $formatNumber(-0.5, "0") ⇒ "-0"
        $formatNumber(0.5, "0") ⇒ "0"
        $formatNumber(1.5, "0") ⇒ "2"
        $formatNumber(2.5, "0") ⇒ "2"
        $formatNumber(1.005, "0.00") ⇒ "1.00"
        $formatNumber(210, "٠٠٠", {"zero-digit":"٠"}) ⇒ "٢١٠"
        $formatNumber(12345.67, "#.##0,00", {"decimal-separator":",","grouping-separator":"."}) ⇒ "12.345,67"
        $formatNumber(5, "Pre 0 Suf") ⇒ "Pre 5 Suf"
        $formatNumber(-5, "Pre 0 Suf") ⇒ "-Pre 5 Suf"
        $formatNumber(12, "$0.00") ⇒ "$12.00"
        $formatNumber(1000, "#,##0.##") ⇒ "1,000"
        $formatNumber(1000.1, "#,##0.##") ⇒ "1,000.1"
        $formatNumber(999.999, "#,##0.##") ⇒ "1,000"
        $formatNumber(100, "0e0") ⇒ "10e1"
        $formatNumber(1, "0e0") ⇒ "1e0"
        $formatNumber(10, "0e0") ⇒ "10e0"
        $formatNumber(1e-10, "0.0e0") ⇒ "1.0e-10"
        $formatInteger(1234567,"#,##0") ⇒ "1,234,567"
        $formatInteger(12,"1,2345") ⇒ "0,0012"
        $formatInteger(-1234,"0,000") ⇒ "-1,234"
        $formatInteger(1e21,"0") ⇒ "1e+21"
        $formatInteger(12345.7,"w;o") ⇒ "twelve thousand, three hundred and forty-fifth"
        $formatInteger(1000000000000000,"w") ⇒ "one thousand trillion"
        $formatInteger(1234567890,"w") ⇒ "one billion, two hundred and thirty-four million, five hundred and sixty-seven thousand, eight hundred and ninety"
        $formatInteger(1234567890,"W;o") ⇒ "ONE BILLION, TWO HUNDRED AND THIRTY-FOUR MILLION, FIVE HUNDRED AND SIXTY-SEVEN THOUSAND, EIGHT HUNDRED AND NINETIETH"
        $formatInteger(21,"Ww;o") ⇒ "Twenty-First"
        $formatInteger(20,"w;o") ⇒ "twentieth"
        $formatInteger(100,"w;o") ⇒ "one hundredth"
        $formatInteger(1000,"w;o") ⇒ "one thousandth"
        $formatInteger(101,"Ww") ⇒ "One Hundred and One"
        $formatInteger(1100,"Ww") ⇒ "One Thousand, One Hundred"
        $formatInteger(1e12,"w") ⇒ "one trillion"
        $formatInteger(1e15,"w") ⇒ "one thousand trillion"
        $formatInteger(1e18,"w") ⇒ "one million trillion"
        $formatInteger(-5,"w") ⇒ "-five"
        $formatInteger(0,"w") ⇒ "zero"
        $formatInteger(0,"i") ⇒ ""
        $formatInteger(0,"A") ⇒ ""
        $formatInteger(27,"a") ⇒ "aa"
        $formatInteger(702,"A") ⇒ "ZZ"
        $formatInteger(703,"A") ⇒ "AAA"
        $formatInteger(1999,"I") ⇒ "MCMXCIX"
        $formatInteger(4,"i") ⇒ "iv"
        $formatInteger(21,"1;o") ⇒ "21st"
        $formatInteger(11,"1;o") ⇒ "11th"
        $formatInteger(113,"1;o") ⇒ "113th"
        $formatInteger(3,"01;o") ⇒ "03rd"
        $formatInteger(1234,"0,000;o") ⇒ "1,234th"
        $formatInteger(1234,"α") ⇒ D3130
        $formatInteger(1234,"٠١") ⇒ "١٢٣٤"
        $formatInteger(1234,"0٠") ⇒ D3131
        $formatInteger(12345678,"#,##0:00") ⇒ "123,456:78"
        $formatInteger(12345678,"#:###,##0") ⇒ "12:345,678"
        $parseInteger("1,234","#,##0") ⇒ 1234
        $parseInteger("one thousand, two hundred and thirty-four","w") ⇒ 1234
        $parseInteger("twelve thousand, four hundred and seventy-sixth","w;o") ⇒ 12476
        $parseInteger("MCMXCIX","I") ⇒ 1999
        $parseInteger("mcmxcix","i") ⇒ 1999
        $parseInteger("abc","a") ⇒ 731
        $parseInteger("ABC","A") ⇒ 731
        $parseInteger("123rd","0;o") ⇒ 123
        $parseInteger("٤٢","٠") ⇒ 42
        $parseInteger("x","β") ⇒ D3130
        $fromMillis(0,"[H]:[m] [Z0]","+0530") ⇒ "5:30 +5:30"
        $fromMillis(0,"[H]:[m] [z]","+0530") ⇒ "5:30 GMT+05:30"
        $fromMillis(0,"[YI] [Y,2-2] [Y,4] [Y0,2] [D1o] [FNn,3-3] [M,2] [MN] [d] [W] [w] [X] [x] [x,2] [h#1] [P] [f001] [E] [C]") ⇒ "MCMLXX 70 1970 70 1st Thu 01 JANUARY 1 1 1 1970 1 01 12 am 000 ISO ISO"
        $fromMillis(1.5) ⇒ "1970-01-01T00:00:00.001Z"
        $fromMillis(-1) ⇒ "1969-12-31T23:59:59.999Z"
        $fromMillis(1521801216617, "[M01]/[D01]/[Y0001] [h#1]:[m01][P]") ⇒ "03/23/2018 10:33am"
        $fromMillis(1521801216617, "[M01]/[D01]/[Y0001] [h#1]:[m01][P] [Z]", "-0500") ⇒ "03/23/2018 5:33am -05:00"
        $fromMillis(1521801216617, "[FNn], [D1o] [MNn] [Y]") ⇒ "Friday, 23rd March 2018"
        $fromMillis(1521801216617, "[Fn], [Dwo] [MN,3-3] [YI]") ⇒ "friday, twenty-third MAR MMXVIII"
        $fromMillis(1521801216617, "[DWwo] [Dwo] [DW] [Da] [DA] [DI]") ⇒ "Twenty-Third twenty-third TWENTY-THREE w W XXIII"
        $fromMillis(1521801216617, "[[x]] [Y]") ⇒ "[x] 2018"
        $fromMillis(1521801216617, "[Y]]") ⇒ "2018]"
        $fromMillis(1521801216617, "[Y") ⇒ D3135
        $fromMillis(1521801216617, "[Q]") ⇒ D3132
        $fromMillis(1521801216617, "[YN]") ⇒ D3133
        $fromMillis(1521801216617, "[HN]") ⇒ D3133
        $fromMillis(1521801216617, "[Z000001]") ⇒ D3134
        $fromMillis(1521801216617, "[Z0]") ⇒ "+0"
        $fromMillis(1521801216617, "[Z01:01t]") ⇒ "Z"
        $fromMillis(1521801216617, "[Z0000]", "+0100") ⇒ "+0100"
        $fromMillis(1521801216617, "[Z01]", "+0100") ⇒ "+01"
        $fromMillis(1521801216617, "[z0]", "+0130") ⇒ "GMT+1:30"
        $fromMillis(1521801216617, "[Y9,999,*]") ⇒ "2,018"
        $fromMillis(1521801216617, "[Y9;999]") ⇒ "2018"
        $fromMillis(1521801216617, "[ Y 0001 ]") ⇒ "2018"
        $fromMillis(1521801216617, "[Y,*-2]") ⇒ "18"
        $fromMillis(1521801216617, "[Y,2]") ⇒ "18"
        $fromMillis(1521801216617, "[Y,4-4]") ⇒ "2018"
        $fromMillis(1521801216617, "[m] [m1] [s] [f] [f1] [f01]") ⇒ "33 33 36 617 617 617"
        $fromMillis(1419940800000, "[X]-W[W01]-[F1]") ⇒ "2015-W01-2"
        $fromMillis(1199145600000, "[X]-W[W01]-[F1] [w] [x] [xNn]") ⇒ "2008-W01-2 1 1 January"
        $fromMillis(1104537600000, "[X]-W[W01]-[F1] [w] [x] [xNn]") ⇒ "2004-W53-6 5 12 December"
        $fromMillis(1359460800000, "week [w] of [xNn] [X]") ⇒ "week 5 of January 2013"
        $fromMillis(1359590400000, "week [w] of [xNn] [X]") ⇒ "week 5 of January 2013"
        $fromMillis(1519862400000, "week [w] of [xNn]") ⇒ "week 1 of March"
        $fromMillis(1230757500000, "[d1o] day [dwo]") ⇒ "366th day three hundred and sixty-sixth"
        $toMillis("1970-01-01T00:00:00.001Z") ⇒ 1
        $toMillis("2017-10-30T16:25:32.935-01:30") ⇒ 1509386132935
        $toMillis("2017") ⇒ 1483228800000
        $toMillis("2017-02") ⇒ 1485907200000
        $toMillis("2017-10-30") ⇒ 1509321600000
        $toMillis("foo") ⇒ D3110
        $toMillis("") ⇒ D3110
        $toMillis("18","[Y]") ⇒ -1640995200000
        $toMillis("2018-5","[Y]-[d]") ⇒ 1515110400000
        $toMillis("xx","[Y]") ⇒ undefined
        $toMillis("2018-04-09","[Y]-[M]-[D]") ⇒ 1523232000000
        $toMillis("20180409","[Y0001][M01][D01]") ⇒ 1523232000000
        $toMillis("Wednesday, 21st March 2018","[FNn], [D1o] [MNn] [Y]") ⇒ 1521590400000
        $toMillis("Monday, 1 January 2018","[FNn], [D] [MNn] [Y]") ⇒ 1514764800000
        $toMillis("twenty-first of march two thousand and eighteen","[Dwo] of [Mn] [Yw]") ⇒ D3136
        $toMillis("21st of March MMXVIII","[D1o] of [MNn] [YI]") ⇒ 1521590400000
        $toMillis("3/12/2018 5:30 PM","[M]/[D]/[Y] [h]:[m] [P]") ⇒ 1520875800000
        $toMillis("3/12/2018 12:30 am","[M]/[D]/[Y] [h]:[m] [P]") ⇒ 1520814600000
        $toMillis("3/12/2018 17:30:15.123","[M]/[D]/[Y] [H]:[m]:[s].[f]") ⇒ 1520875815123
        $toMillis("2018-03-12T17:30:15+01:00","[Y]-[M]-[D]T[H]:[m]:[s][Z]") ⇒ 1520872215000
        $toMillis("2018-03-12T17:30:15GMT-5","[Y]-[M]-[D]T[H]:[m]:[s][z0]") ⇒ 1520893815000
        $toMillis("2018-03-12T17:30:15+0530","[Y]-[M]-[D]T[H]:[m]:[s][Z0000]") ⇒ 1520856015000
        $toMillis("5 2018","[m] [Y]") ⇒ D3136
        $toMillis("2018-3","[X]-[W]") ⇒ D3136
        $toMillis("2018-3-1","[X]-[x]-[w]") ⇒ D3136
        $toMillis("March","[MNn]") > 0 ⇒ true
        $toMillis("[12]","[[[H]]]") > 0 ⇒ true
        $formatBase(1e21,16) ⇒ "3635c9adc5dea00000"
        $formatBase(255.5,16) ⇒ "100"
        $formatBase(-255,16) ⇒ "-ff"
        $formatBase(10,1) ⇒ D3100
        $formatBase(10,37) ⇒ D3100
        $formatBase(10) ⇒ "10"
        $formatBase(10,2.4) ⇒ "1010"
        $string(1e21) ⇒ "1e+21"
        $string(1e20) ⇒ "100000000000000000000"
        $string(0.000001) ⇒ "0.000001"
        $string(0.0000001) ⇒ "1e-7"
        $string(1/3) ⇒ "0.333333333333333"
        $string(22/7) ⇒ "3.14285714285714"
        $string(1e-100) ⇒ "1e-100"
        $string(1e100) ⇒ "1e+100"
        $string(5.0000000000000004) ⇒ "5"
        $string(0.1+0.2) ⇒ "0.3"
        $string(-0) ⇒ "0"
        $string([1e21,1/3,0.1+0.2]) ⇒ "[1e+21,0.333333333333333,0.3]"
        1e21 ⇒ 1e+21
        0.1+0.2 ⇒ 0.30000000000000004
        1/3 ⇒ 0.3333333333333333
        1e300*10 ⇒ 1e+301
        $round(4.5) ⇒ 4
        $round(5.5) ⇒ 6
        $round(-4.5) ⇒ -4
        $round(-0.5) ⇒ 0
        $round(4.515,2) ⇒ 4.52
        $round(4.525,2) ⇒ 4.52
        $round(4.535,2) ⇒ 4.54
        $round(12345,-2) ⇒ 12300
        $round(12450,-2) ⇒ 12400
        $round(1.5e300) ⇒ 1.5e+300
        $round(0.5e-10,10) ⇒ 0
        $power(2,8) ⇒ 256
        $power(2,0.5) ⇒ 1.4142135623730951
        $power(2,-2) ⇒ 0.25
        $power(-2,1/3) ⇒ D3061
        $power(100,1000) ⇒ D3061
        $sqrt(10) ⇒ 3.1622776601683795
        $sqrt(-1) ⇒ D3060
        $number("1e3") ⇒ 1000
        $number("-1.5e-2") ⇒ -0.015
        $number("1.") ⇒ D3030
        $number(".5") ⇒ D3030
        $number("+1") ⇒ D3030
        $number(" 1") ⇒ D3030
        $number("") ⇒ D3030
        $number("0x") ⇒ D3030
        $number("1e400") ⇒ D3030
        $number(true) ⇒ 1
        $number(false) ⇒ 0
        $number(null) ⇒ T0410
        $number([]) ⇒ T0410
        $number("abc") ⇒ D3030
        $abs(-5) ⇒ 5
        $floor(-5.3) ⇒ -6
        $ceil(-5.3) ⇒ -5
        $ceil(-0.5) ⇒ 0
        """###
    )
}
