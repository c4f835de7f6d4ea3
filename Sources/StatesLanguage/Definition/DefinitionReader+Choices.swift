internal import Formats
internal import JSON

extension DefinitionReader {
    mutating func choice(_ fields: Fields, _ targets: inout [Target]) -> ChoiceState? {
        guard require(["Choices"], in: fields) else { return nil }
        let choices = objects("Choices", in: fields)
        if choices.isEmpty { report("Value cannot be empty", at: fields / "Choices") }
        var rules: [ChoiceRule] = []
        for choice in choices {
            guard let rule = rule(choice, &targets) else { continue }
            rules.append(rule)
        }
        let fallback = string("Default", in: fields)
        if let fallback {
            targets.append(Target(name: fallback, place: fields / "Default"))
        }
        return ChoiceState(rules: rules, defaultState: fallback.map { destination($0) })
    }

    private mutating func rule(_ fields: Fields, _ targets: inout [Target]) -> ChoiceRule? {
        let condition =
            switch language {
            case .jsonPath: condition(fields, isTopLevel: true)
            case .jsonata: queryCondition(fields)
            }
        guard require(["Next"], in: fields), let next = string("Next", in: fields) else {
            return nil
        }
        targets.append(Target(name: next, place: fields / "Next"))
        let assign = assign(in: fields)
        let output = language == .jsonata ? template("Output", in: fields) : nil
        return condition.map {
            ChoiceRule(condition: $0, next: destination(next), assign: assign, output: output)
        }
    }

    /// JSONata's `Condition`: true, false, or an expression.
    private mutating func queryCondition(_ fields: Fields) -> ChoiceRule.Condition? {
        refuseUnknown(in: fields) { language in
            let own: Set<String> = ["Next", "Assign", "Comment"]
            return own.union(language == .jsonata ? ["Condition", "Output"] : Self.comparisons)
        }
        guard require(["Condition"], in: fields) else { return nil }
        if let template = query("Condition", in: fields) { return .query(template) }
        return bool("Condition", in: fields).map { .literal($0) }
    }

    /// What a rule of JSONPath has that one of JSONata has not.
    private static let comparisons: Set<String> = {
        let names = ChoiceOperator.byName.flatMap { name, entry in
            entry.hasPath ? [name, name + "Path"] : [name]
        }
        return Set(names).union(["Variable", "And", "Or", "Not"])
    }()

    private mutating func condition(_ fields: Fields, isTopLevel: Bool) -> ChoiceRule.Condition? {
        let extra: Set<String> = isTopLevel ? ["Next", "Assign", "Comment"] : ["Comment"]
        let foreign = isTopLevel ? refuseQueryFields(fields) : []
        let tests = fields.members.keys.filter {
            !extra.contains($0) && !foreign.contains($0) && $0 != "Variable"
        }
        guard tests.count == 1 else {
            report("A Choice rule needs exactly one operator, And, Or or Not", at: fields.place)
            return nil
        }
        switch tests[0] {
        case "And": return conditions("And", fields).map { .and($0) }
        case "Or": return conditions("Or", fields).map { .or($0) }
        case "Not":
            guard let inner = object("Not", in: fields) else { return nil }
            return condition(Fields(inner, at: fields / "Not"), isTopLevel: false).map { .not($0) }
        default: return comparison(tests[0], fields).map { .comparison($0) }
        }
    }

    /// Reports what only a rule of JSONata has, and answers the names.
    private mutating func refuseQueryFields(_ fields: Fields) -> Set<String> {
        let foreign: Set<String> = ["Condition", "Output"]
        let known = Set(fields.members.keys).subtracting(foreign)
        refuseUnknown(in: fields) { $0 == .jsonPath ? known : foreign }
        return foreign
    }

    private mutating func conditions(
        _ name: String,
        _ fields: Fields
    ) -> [ChoiceRule.Condition]? {
        let inner = objects(name, in: fields)
        if inner.isEmpty { report("Value cannot be empty", at: fields / name) }
        var conditions: [ChoiceRule.Condition] = []
        for fields in inner {
            if let condition = condition(fields, isTopLevel: false) { conditions.append(condition) }
        }
        return conditions.count == inner.count ? conditions : nil
    }

    private mutating func comparison(
        _ name: String,
        _ fields: Fields
    ) -> ChoiceRule.Comparison? {
        let isPath = name.hasSuffix("Path")
        let plain = isPath ? String(name.dropLast(4)) : name
        guard let (test, hasPath) = ChoiceOperator.byName[plain], hasPath || !isPath else {
            report("Field '\(name)' is not supported", at: fields.place, exactly: fields / name)
            return nil
        }
        guard require(["Variable"], in: fields), let variable = path("Variable", in: fields) else {
            return nil
        }
        guard let operand = operand(name, isPath: isPath, of: test, in: fields) else { return nil }
        return ChoiceRule.Comparison(variable: variable, test: test, operand: operand)
    }

    private mutating func operand(
        _ name: String,
        isPath: Bool,
        of test: ChoiceOperator,
        in fields: Fields
    ) -> ChoiceRule.Operand? {
        if isPath { return path(name, in: fields).map { .path($0) } }
        guard let value = fields[name] else { return nil }
        if let fault = test.fault(of: value) {
            report(fault, at: fields / name)
            return nil
        }
        return .literal(value)
    }
}

extension ChoiceOperator {
    /// Why a literal cannot be compared with, or nil when it can.
    fileprivate func fault(of operand: JSONValue) -> String? {
        switch self {
        case .relation(.string, _):
            operand.string == nil ? "Expected value of type String" : nil
        case .relation(.numeric, _):
            operand.number == nil ? "Expected value of type Numeric" : nil
        case .relation(.timestamp, _):
            operand.string.flatMap(Timestamp.date) == nil
                ? "String does not match RFC3339 timestamp" : nil
        case .stringMatches:
            operand.string.flatMap(WildcardPattern.init) == nil
                ? "Expected a pattern in which a backslash escapes * or itself" : nil
        case .booleanEquals, .isBoolean, .isNull, .isNumeric, .isPresent, .isString,
            .isTimestamp:
            operand.bool == nil ? "Expected value of type Boolean" : nil
        }
    }
}
