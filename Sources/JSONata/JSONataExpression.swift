package import JSON

/// An expression of the JSONata language, parsed once and evaluated as often as one likes.
package struct JSONataExpression: Sendable {
    /// A variable or function that the expression uses and does not define.
    package struct Reference: Sendable, Hashable {
        /// The name without the `$`; empty for `$` itself and `$` for `$$`.
        package let name: String
        /// How many UTF-16 code units of the text end with the name.
        package let position: Int
        package let isCalled: Bool
        /// The member that is read of it here, where nothing else of it is: `input` in `$states.input.a`.
        package let member: String?
    }

    /// An operator that JSONata has since version 2.1.
    package enum LaterOperator: String, Sendable, Hashable, CaseIterable {
        /// The left side if it is true, else the right.
        case elvis = "?:"
        /// The left side if it is anything, else the right.
        case coalescing = "??"
    }

    package let text: String
    /// Those of its operators that an evaluator of version 2.0 does not know.
    package let laterOperators: Set<LaterOperator>
    /// What it uses and does not define, in the order of the text.
    package let references: [Reference]
    let root: Node

    /// Parses the text; the error is jsonata-js's (`S…`), or `U1001` when a limit is passed.
    package init(parsing text: String, limits: JSONataLimits = JSONataLimits()) throws(JSONataError)
    {
        do throws(Fault) {
            (root, laterOperators) = try SyntaxReader.read(text, limits: limits)
        } catch {
            throw error.error
        }
        self.text = text
        references = FreeVariables.of(root)
    }

    /// Evaluates the expression; nil, given or answered, is JSONata's nothing (undefined).
    ///
    /// A function as the result counts as nothing; `result(_:in:)` tells them apart.
    package func evaluate(
        _ input: JSONValue?,
        in environment: JSONataEnvironment
    ) throws(JSONataError) -> JSONValue? {
        switch try result(input, in: environment) {
        case .value(let value): value
        case .nothing, .function: nil
        }
    }

    package enum Result: Sendable, Hashable {
        case value(JSONValue)
        /// Nothing: JavaScript's undefined.
        case nothing
        /// A function or a regular expression, which JSON cannot hold.
        case function
    }

    /// Evaluates the expression and tells nothing from a function.
    package func result(
        _ input: JSONValue?,
        in environment: JSONataEnvironment
    ) throws(JSONataError) -> Result {
        var steps = environment.limits.maximumSteps
        return try result(input, in: environment, stepsLeft: &steps)
    }

    /// Evaluates the expression as one of several that share their steps, and takes off what it took.
    ///
    /// `stepsLeft` is in the place of the environment's limit.
    package func result(
        _ input: JSONValue?,
        in environment: JSONataEnvironment,
        stepsLeft: inout Int
    ) throws(JSONataError) -> Result {
        let evaluator = Evaluator(environment: environment, steps: stepsLeft)
        defer {
            stepsLeft = evaluator.stepsLeft
            evaluator.end()
        }
        do throws(Fault) {
            let value = try evaluator.evaluate(root, input: input)
            if case .function = value { return .function }
            let json = try evaluator.json(
                value,
                writesNonFinite: environment.writesNonFiniteNumbers
            )
            return json.map(Result.value) ?? .nothing
        } catch {
            throw error.error
        }
    }
}
