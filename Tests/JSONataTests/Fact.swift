import JSON
import JSONata
import Testing

/// One small truth about the language: an expression and what it comes to.
struct Fact: Sendable, CustomTestStringConvertible {
    let expression: String
    /// The result as JSON, `undefined`, or the code of an error.
    let outcome: String
    var testDescription: String { expression }

    /// Reads lines of the form `expression  ⇒  outcome`; a blank line and one that begins with `#` say
    /// nothing.
    static func list(_ text: String) -> [Fact] {
        text.split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#") else { return nil }
            let parts = line.split(separator: " ⇒ ", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return Fact(expression: String(parts[0]), outcome: String(parts[1]))
        }
    }

    /// Evaluates the expression for the input and compares.
    func check(_ input: JSONValue? = nil, in environment: JSONataEnvironment = .fixed) throws {
        let found = outcome(of: input, in: environment)
        if found == outcome { return }
        let isSame = try? JSONValue(parsing: found) == JSONValue(parsing: outcome)
        #expect(isSame == true, "\(expression) came to \(found), not \(outcome)")
    }

    private func outcome(of input: JSONValue?, in environment: JSONataEnvironment) -> String {
        do {
            let expression = try JSONataExpression(parsing: expression, limits: environment.limits)
            switch try expression.result(input, in: environment) {
            case .value(let value): return value.text
            case .nothing: return "undefined"
            case .function: return "function"
            }
        } catch {
            return error.code
        }
    }
}

extension JSONataEnvironment {
    /// No variables, a day in November 2023, and one random number for ever.
    static var fixed: JSONataEnvironment { JSONataEnvironment(now: 1_700_000_000_000) { 0.5 } }
}
