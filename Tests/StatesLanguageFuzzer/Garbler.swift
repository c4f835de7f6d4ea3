import JSON
import StatesLanguage

/// Makes definitions, values and outcomes that are nearly right.
struct Garbler {
    private let seeds: [JSONValue] = Garbler.definitions.compactMap { try? JSONValue(parsing: $0) }

    /// A definition's text, changed here and there.
    func definition(_ random: inout SplitMix) -> [UInt8] {
        var value = random.pick(seeds)
        for _ in 0..<random.below(6) { value = changed(value, &random) }
        var bytes = value.bytes
        guard random.below(10) == 0 else { return bytes }
        for _ in 0...random.below(4) where !bytes.isEmpty {
            bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
        }
        return bytes
    }

    /// A value with one part changed.
    private func changed(_ value: JSONValue, _ random: inout SplitMix) -> JSONValue {
        switch value {
        case .object(let members) where !members.isEmpty && random.below(8) > 0:
            var members = members
            let name = random.pick(members.keys)
            switch random.below(12) {
            case 0: members[name] = nil
            case 1: members[random.pick(Self.fields)] = self.value(&random, depth: 2)
            case 2: members[random.pick(Self.fields)] = members[name]
            default: members[name] = members[name].map { changed($0, &random) }
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty && random.below(8) > 0:
            let index = random.below(elements.count)
            switch random.below(6) {
            case 0: elements.remove(at: index)
            case 1: elements.append(elements[index])
            default: elements[index] = changed(elements[index], &random)
            }
            return .array(elements)
        case .null, .bool, .number, .string, .array, .object: return self.value(&random, depth: 2)
        }
    }

    func value(_ random: inout SplitMix, depth: Int) -> JSONValue {
        switch random.below(depth > 0 ? 9 : 6) {
        case 0: return .null
        case 1: return .bool(random.below(2) == 0)
        case 2: return (try? JSONValue(parsing: random.pick(Self.numbers))) ?? 0
        case 3, 4: return .string(text(&random))
        case 5: return .string(random.pick(["A", "B", "C", "D", "E"]))
        case 6:
            return .array((0..<random.below(4)).map { _ in value(&random, depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<random.below(4) {
                object[random.pick(Self.names)] = value(&random, depth: depth - 1)
            }
            return .object(object)
        }
    }

    /// A path, a call, an expression or none, made of pieces.
    private func text(_ random: inout SplitMix) -> String {
        let (pieces, isQuery) =
            random.below(2) == 0 ? (Self.pathPieces, false) : (Self.queryPieces, true)
        let inner = (0...random.below(8)).map { _ in random.pick(pieces) }.joined()
        return isQuery && random.below(6) > 0 ? "{%\(inner)%}" : inner
    }

    func outcome(_ random: inout SplitMix) -> OfflineRun.TaskOutcome? {
        switch random.below(8) {
        case 0: nil
        case 1: .silent
        case 2, 3: .failed(ErrorOutput(random.pick(["Busy", "States.Timeout", nil]), cause: "why"))
        default: .succeeded(value(&random, depth: 3))
        }
    }

    private static let numbers = [
        "0", "-0", "1", "2", "3", "-1", "1.5", "1e3", "1e400", "99999999", "2147483648",
        "9223372036854775807", "-9223372036854775808", "1e-9",
    ]

    private static let names = ["a", "b.$", "c", "Items", "a.$", "", "n", "$", "x y", "é"]

    private static let fields = [
        "Type", "Next", "End", "InputPath", "OutputPath", "Parameters", "ResultPath",
        "ResultSelector",
        "Result", "Assign", "Retry", "Catch", "Choices", "Default", "Seconds", "SecondsPath",
        "Timestamp",
        "TimestampPath", "Branches", "ItemProcessor", "ItemsPath", "ItemSelector", "ItemBatcher",
        "MaxConcurrency", "MaxConcurrencyPath", "ToleratedFailureCount",
        "ToleratedFailurePercentage",
        "Error", "Cause", "ErrorPath", "CausePath", "QueryLanguage", "Output", "Arguments", "Items",
        "Condition", "TimeoutSeconds", "HeartbeatSeconds", "TimeoutSecondsPath", "States",
        "StartAt", "Not",
        "And", "Or", "Variable", "NumericEquals", "StringMatches", "IsPresent", "ItemReader",
        "ReaderConfig", "MaxItems", "MaxItemsPath", "ResultWriter", "WriterConfig",
        "Transformation",
        "Label", "ProcessorConfig", "Credentials",
    ]

    private static let pathPieces = [
        "$", "$$", "$v", ".", ".a", ".n", "..", "[*]", "[0]", "[-1]", "[1:3]", "[?(@.a > 1)]",
        "[?(@.a == x)]", " ", ".Map.Item.Key",
        "['a']",
        "[?(@.a in [1,2] && !@.b || $.c =~ /x/)]", "States.Format('{}', ", "States.Array(",
        "States.MathAdd(",
        "States.ArrayRange(0, 9, 2)", "States.JsonMerge($, $, false)", "States.StringToJson(", ")",
        ", ", "'x'",
        "1", ".Execution.Id", ".Map.Item.Value", "\\", "'", "é",
    ]

    private static let queryPieces = [
        "$states", ".input", ".result", ".context", ".errorOutput", ".a", "[0]", "[a > 1]", "$v",
        " + ", " & ",
        "'x'", "1", "1e300", "(", ")", "{", "}", "[", "]", "'a': ", ", ", "$sum(", "$map(",
        "$string(", "..",
        "function($x){ $x }", " ~> ", "$partition(", "$range(1, 5, 2)", "$parse('[1]')", "$uuid()",
        "? 1 : 2",
        "**", "*", "%", "^(a)", ":=", "; ", "/a+/", "$match('aa', /a*/)", "|$|{'b': 1}|", "@$y",
        "#$i", "null",
        "$f := function($n){ $f($n) }; $f(1)",
    ]

    private static let definitions = [
        #"""
        {"StartAt": "A", "TimeoutSeconds": 100, "States": {
          "A": {"Type": "Pass", "Result": [1, {"a": 2}], "ResultPath": "$.n", "Assign": {"v.$": "$"}, "Next": "B"},
          "B": {"Type": "Choice", "Default": "C", "Choices": [
            {"Variable": "$.a", "NumericGreaterThan": 1, "Next": "C"},
            {"And": [{"Variable": "$.a", "IsPresent": true}, {"Not": {"Variable": "$.a", "IsNull": true}}], "Next": "D"}]},
          "C": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:F", "TimeoutSeconds": 9,
                "Parameters": {"x.$": "States.Format('{} {}', $.a, $v)"}, "ResultSelector": {"r.$": "$"}, "ResultPath": "$.r",
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1, "MaxAttempts": 2, "BackoffRate": 1.5, "JitterStrategy": "FULL"}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "D"}], "Next": "D"},
          "D": {"Type": "Wait", "Seconds": 3, "Next": "E"},
          "E": {"Type": "Succeed", "OutputPath": "$"}}}
        """#,
        #"""
        {"StartAt": "A", "States": {
          "A": {"Type": "Map", "ItemsPath": "$.n", "MaxConcurrency": 2, "ToleratedFailureCount": 1,
                "ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value"}, "ItemBatcher": {"MaxItemsPerBatch": 2},
                "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Next": "D"}, "D": {"Type": "Fail", "ErrorPath": "$.e", "Cause": "c"}}},
                "Retry": [{"ErrorEquals": ["Busy"]}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "Next": "B"},
          "B": {"Type": "Parallel", "Branches": [
                {"StartAt": "E", "States": {"E": {"Type": "Wait", "Seconds": 1, "End": true}}},
                {"StartAt": "F", "States": {"F": {"Type": "Pass", "Parameters": {"a.$": "$..a"}, "End": true}}}], "End": true}}}
        """#,
        #"""
        {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
          "A": {"Type": "Pass", "Output": {"n": "{% [1, 2, 3] %}", "a": "{% $states.input.a %}"}, "Assign": {"v": "{% $uuid() %}"}, "Next": "B"},
          "B": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.a > 1 %}", "Output": "{% $v %}", "Next": "E"}], "Default": "C"},
          "C": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:F", "Arguments": "{% $states.input %}", "TimeoutSeconds": "{% 4 %}",
                "Output": "{% $merge([$states.input, {'r': $states.result}]) %}", "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "E"}], "Next": "D"},
          "D": {"Type": "Map", "Items": "{% $states.input.n %}", "ItemSelector": {"x": "{% $states.context.Map.Item.Value %}"}, "MaxConcurrency": "{% 1 %}",
                "ItemProcessor": {"StartAt": "F", "States": {"F": {"Type": "Wait", "Seconds": "{% $states.input.x %}", "End": true}}}, "Next": "E"},
          "E": {"Type": "Fail", "Error": "{% 'E' %}", "Cause": "{% $string($states.input) %}"}}}
        """#,
        #"""
        {"StartAt": "A", "States": {
          "A": {"Type": "Parallel", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "E"}], "Next": "E", "Branches": [
            {"StartAt": "B", "States": {"B": {"Type": "Map", "Label": "L", "MaxConcurrencyPath": "$.n", "ToleratedFailurePercentage": 50,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket.$": "$.a", "Key": "k"},
                "ReaderConfig": {"InputType": "JSON", "MaxItems": 3}},
              "ItemSelector": {"k.$": "$$.Map.Item.Value", "s.$": "$$.Map.Item.Source"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {
                "C": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:1:activity:F", "HeartbeatSeconds": 2, "End": true}}},
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}},
              "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "End": true}}},
            {"StartAt": "D", "States": {"D": {"Type": "Map", "ItemBatcher": {"MaxItemsPerBatch": 2},
              "ResultWriter": {"WriterConfig": {"Transformation": "FLATTEN"}}, "ToleratedFailureCount": 1,
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "F", "States": {
                "F": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Credentials": {"RoleArn": "r"}, "End": true}}},
              "End": true}}}]},
          "E": {"Type": "Succeed"}}}
        """#,
    ]
}
