import StatesLanguage
import Testing

struct `A JSONPath` {
    static let input = #"""
        {"store": {"book": [
          {"category": "reference", "price": 8.95, "isbn": "a"},
          {"category": "fiction", "price": 12.99},
          {"category": "fiction", "price": 8.99, "isbn": "b"}],
          "bicycle": {"color": "red", "price": 19.95}},
         "a b": {"c.d": 1, "it's": 2, "q\\'s": 3, "r\\\"s": 4}, "numbers": [0, 1, 2, 3, 4, 5],
         "rows": [[1], [], [2, 3], 4]}
        """#

    @Test(arguments: [
        ("$.store.bicycle.color", #""red""#), ("$['store']['bicycle']['color']", #""red""#),
        (#"$["store"].bicycle["color"]"#, #""red""#), ("$['a b']['c.d']", "1"),
        (#"$['a b']["it's"]"#, "2"), (#"$['a b']['q\'s']"#, "3"), (#"$['a b']['r\"s']"#, "4"),
        (#"$['a b']['it\'s', 'c.d']"#, "[1]"), ("$.numbers[2]", "2"), ("$.numbers[6]", "null"),
        ("$.numbers[-1]", "5"),
        ("$.numbers[1:3]", "[1,2]"), ("$.numbers[:2]", "[0,1]"), ("$.numbers[-2:]", "[4,5]"),
        ("$.numbers[0:6:2]", "[0,2,4]"), ("$.numbers[0,3]", "[0,3]"),
        ("$.numbers[9:]", "[]"), ("$.store.book[*].price", "[8.95,12.99,8.99]"),
        ("$..price", "[8.95,12.99,8.99,19.95]"), ("$.store..isbn", #"["a","b"]"#),
        ("$.store.bicycle['color','price']", #"["red",19.95]"#),
        ("$.store.bicycle.*", #"["red",19.95]"#), ("$..nothing", "[]"),
        ("$.none[*].x", "[]"), ("$.none[1:2].x", "[]"),
        ("$.store.book[?(@.isbn)].price", "[8.95,8.99]"),
        ("$.store.book[?(!@.isbn)].price", "[12.99]"),
        ("$.store.book[?(@.price < 10)].isbn", #"["a","b"]"#),
        ("$.store.book[?(@.category == 'fiction' && @.price > 9)].price", "[12.99]"),
        ("$.store.book[?(@.price >= 12.99 || @.isbn == 'a')].price", "[8.95,12.99]"),
        ("$.store.book[?((@.price<9)&&(@.category!='reference'))].isbn", #"["b"]"#),
        ("$.store.book[?(@.price < $.store.bicycle.price)].price", "[8.95,12.99,8.99]"),
        ("$.store.book[?(@.isbn in ['b', 'c'])].price", "[8.99]"),
        (#"$.store.book[?(@.category =~ /FIC.*/i)].price"#, "[12.99,8.99]"),
        (#"$.store.book[?(@.category =~ /fic/)].price"#, "[]"),
        ("$.store[?(@.color contains 'e')].price", "[]"),
        ("$..[?(@.isbn empty false)].isbn", #"["a","b"]"#),
        ("$[?(@.numbers size 6)].numbers[0]", "[0]"),
        ("$[?(@.numbers anyof [5, 9])].numbers[1]", "[1]"),
        ("$[?(@.numbers noneof [5, 9])].numbers[1]", "[]"),
        ("$[?(@.numbers subsetof [0,1,2,3,4,5,6])].numbers[1]", "[1]"),
        ("$.store.book[?(@.isbn nin ['b'])].price", "[8.95,12.99]"),
        ("$.numbers.length()", "6"), ("$.store.bicycle.length()", "2"),
        ("$.numbers.min()", "0"), ("$.numbers.max()", "5"), ("$.numbers.avg()", "2.5"),
        ("$[?(@.numbers.length() > 5)].numbers[2]", "[2]"),
        ("$.numbers[?(@ > 3)]", "[4,5]"), ("$.numbers[?(@ == 1.0)]", "[1]"),
        ("$.['a b'].['c.d']", "1"), ("$.numbers.[2]", "2"), ("$.['numbers'].[1:3]", "[1,2]"),
        ("$.store.book.[*].price", "[8.95,12.99,8.99]"), ("$.numbers.[?(@ > 4)]", "[5]"),
        ("$.store.book.[?(@.['isbn'] == 'b')].price", "[8.99]"), (" $.numbers[2]  ", "2"),
        ("$.store.book[?(@.category==fiction)].price", "[12.99,8.99]"),
        ("$.store.book[?(@.category == fiction && @.isbn != b)].price", "[12.99]"),
        ("$.store.book[?(fiction == @.category)].isbn", #"["b"]"#),
        ("$.store.book[?(@.isbn in [a, 'b'])].price", "[8.95,8.99]"),
        ("$.rows[*][0]", "[1,null,2]"), ("$.rows[*][-2]", "[null,null,2]"),
        ("$.rows[*][0,1]", "[1,null,null,null,2,3]"), ("$.rows[0:2][0]", "[1,null]"),
        ("$.rows[*][1][0]", "[]"), ("$.store.book[?(@.isbn)][0]", "[]"),
        ("$.rows..[1]", "[[],null,null,3]"), ("$.rows[*].length()", "[1,0,2]"),
    ])
    func `names values`(path: String, result: String) throws {
        let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        try check(
            WorkflowCase(
                path,
                #""A": {"Type": "Pass", "Parameters": {"r.$": "\#(escaped)"}, "OutputPath": "$.r", "End": true}"#,
                input: Self.input,
                .output(result)
            )
        )
    }

    @Test(arguments: [
        "$.", "$..", "$[", "$[]", "$.a[", "$['a]", "$.a[1", "$.a b", "$[?()]", "$[?(@.a ==)]",
        "$.a]", "$.a.length().b", "$.a.length(1)", "a.b", "", "$.a..", "$[1,]", "$[a]", "$[?(@.a",
        "$.a[?(@.b == 'x)]", "$.[", "$.[].a", "$...a", "$.['a'", "$.a[?(word)]",
        "$.a[?(@.b == w x)]",
    ])
    func `that is none is refused`(path: String) throws {
        let text =
            #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "\#(path)", "End": true}}}"#
        expectDiagnostics(
            of: text,
            ["SCHEMA_VALIDATION_FAILED: Value is not a valid JSONPath at /States/A/InputPath"]
        )
    }

    /// Measured: AWS takes the definition and finds nothing when it runs.
    @Test func `with a function that there is none of finds nothing`() throws {
        let workflow = WorkflowCase(
            "sum",
            #""A": {"Type": "Pass", "Parameters": {"r.$": "$.numbers.sum()"}, "End": true}"#,
            input: #"{"numbers":[1]}"#,
            .output("")
        )
        let outcome = try workflow.run(try workflow.interpreter()) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it went on")
        }
        #expect(
            error.cause?.hasSuffix(
                "The JSONPath '$.numbers.sum()' specified for the field 'r.$' could not be found in the "
                    + #"input '{"numbers":[1]}'"#
            ) == true
        )
    }
}
