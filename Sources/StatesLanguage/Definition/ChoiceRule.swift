internal import JSON

/// One entry of a Choice state's `Choices`.
struct ChoiceRule: Sendable {
    var condition: Condition
    var next: Destination
    var assign: Template?
    /// JSONata's.
    var output: Template?

    /// What must hold for the rule to be taken.
    indirect enum Condition: Sendable {
        case and([Condition])
        case or([Condition])
        case not(Condition)
        case comparison(Comparison)
        /// JSONata's `Condition`.
        case query(Template)
        case literal(Bool)
    }

    /// `Variable` and one operator.
    ///
    /// A class because it is looked at wherever a Choice state is run.
    final class Comparison: Sendable {
        let variable: JSONPath
        let test: ChoiceOperator
        let operand: Operand

        init(variable: JSONPath, test: ChoiceOperator, operand: Operand) {
            self.variable = variable
            self.test = test
            self.operand = operand
        }
    }

    /// What the variable is compared with.
    enum Operand: Sendable {
        case literal(JSONValue)
        case path(JSONPath)
    }
}

extension ChoiceRule.Condition {
    /// Whether the condition holds; `scope.input` is the effective input.
    func holds(in scope: Scope) throws(EvaluationFailure) -> Bool {
        switch self {
        case .and(let conditions):
            for condition in conditions where try !condition.holds(in: scope) { return false }
            return true
        case .or(let conditions):
            for condition in conditions where try condition.holds(in: scope) { return true }
            return false
        case .not(let condition): return try !condition.holds(in: scope)
        case .comparison(let comparison): return try comparison.holds(in: scope)
        case .query(let template):
            return try template.value(in: scope, expecting: "boolean").bool ?? false
        case .literal(let value): return value
        }
    }
}

extension ChoiceRule.Comparison {
    fileprivate func holds(in scope: Scope) throws(EvaluationFailure) -> Bool {
        let value = try variable.optionalValue(in: scope)
        if case .isPresent = test {
            return (value != nil) == (try operand.value(in: scope).bool ?? true)
        }
        guard let value else { throw variable.invalidValue }
        let operand = try operand.value(in: scope)
        if case .string(let text) = value { try pay(for: text, in: scope) }
        if case .string(let text) = operand { try pay(for: text, in: scope) }
        return test.holds(value, operand)
    }

    /// A state can have very many rules, each of which reads a long text.
    private func pay(for text: String, in scope: Scope) throws(EvaluationFailure) {
        let length = text.utf8.count
        guard length >= Self.shortText else { return }
        guard scope.surroundings.pathBudget.spend(length / PathBudget.bytesPerLook) else {
            throw .runtime("The rules of the state look at too much text.")
        }
    }

    private static let shortText = 1_024
}

extension ChoiceRule.Operand {
    fileprivate func value(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .literal(let value): return value
        case .path(let path):
            guard let value = try path.optionalValue(in: scope) else { throw path.invalidValue }
            return value
        }
    }
}

extension JSONPath {
    fileprivate var invalidValue: EvaluationFailure {
        .runtime(
            "Invalid path '\(text)': The choice state's condition path references an invalid value."
        )
    }
}
