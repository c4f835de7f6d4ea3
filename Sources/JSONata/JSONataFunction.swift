package import JSON

/// A function that the host adds to the language, from JSON values to a JSON value.
package struct JSONataFunction: Sendable {
    /// Computes the result from the arguments; nil stands for nothing (undefined) in both.
    package typealias Body = @Sendable ([JSONValue?]) throws(JSONataError) -> JSONValue?

    /// What an array means that the function answers.
    package enum Answer: Sendable {
        /// One value, an array also when it has one element or none.
        case value
        /// So many values: one alone is that value itself, none is nothing (undefined).
        case sequence
    }

    let signature: Signature?
    let arity: Int
    let answer: Answer
    /// How many bytes of text the function works through in the time of an evaluation's step.
    package var bytesPerStep = 64
    let body: Body

    /// A function whose arguments are checked against a JSONata signature such as `<a-n:a>`.
    ///
    /// The arity says how many arguments higher-order functions pass to it.
    package init(
        signature: String,
        arity: Int,
        answer: Answer = .value,
        body: @escaping Body
    ) throws(JSONataError) {
        do throws(Fault) {
            self.signature = try Signature(parsing: signature)
        } catch {
            throw error.error
        }
        self.arity = arity
        self.answer = answer
        self.body = body
    }

    /// A function that looks at its arguments itself.
    package init(arity: Int, answer: Answer = .value, body: @escaping Body) {
        signature = nil
        self.arity = arity
        self.answer = answer
        self.body = body
    }
}
