internal import JSON
internal import JSONata

/// The regular expression of a filter.
///
/// JSONata's engine runs it, because that one counts its steps: a pattern can take a time that doubles
/// with every letter.
struct PathPattern {
    private let expression: JSONataExpression

    /// Nil when the pattern is none; `(?i)` before it is for letters of either case.
    init?(_ pattern: String) {
        let ignoresCase = pattern.hasPrefix("(?i)")
        let inner = ignoresCase ? String(pattern.dropFirst(4)) : pattern
        var escaped = ""
        var isEscaped = false
        for character in inner {
            if character == "/", !isEscaped { escaped.append("\\") }
            isEscaped = character == "\\" && !isEscaped
            escaped.append(character)
        }
        let text = "$contains($text, /^(?:\(escaped))$/\(ignoresCase ? "i" : ""))"
        guard let expression = try? JSONataExpression(parsing: text) else { return nil }
        self.expression = expression
    }

    /// How many steps one text may take: ten such texts use up a path's budget.
    private static let maximumSteps = 100_000

    func matches(_ text: String, _ budget: PathBudget) -> Bool {
        let variables: [String: JSONValue] = ["text": .string(text)]
        var environment = JSONataEnvironment(variables: variables, now: 0, random: { 0 })
        environment.limits.maximumRegexSteps = Self.maximumSteps
        do {
            return try expression.evaluate(nil, in: environment) == .bool(true)
        } catch {
            _ = budget.spend(Self.maximumSteps)
            return false
        }
    }
}
