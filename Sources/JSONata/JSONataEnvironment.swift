package import JSON

/// What an evaluation knows besides its input: variables, functions, the time, random numbers.
package struct JSONataEnvironment: Sendable {
    /// Values by the names of their variables, without the `$`.
    package var variables: [String: JSONValue] = [:]
    /// Functions by name, without the `$`; they come before the built-in ones of the same name.
    package var functions: [String: JSONataFunction] = [:]
    /// Names of built-in functions that are not to exist, such as `eval`.
    package var hiddenFunctions: Set<String> = []
    /// What `$now()` and `$millis()` answer, in milliseconds since 1970, all through one evaluation.
    package var now: Int = 0
    /// Where `$random()` and `$shuffle()` take their numbers from: 0 or more and less than 1.
    package var random: @Sendable () -> Double
    /// Whether the evaluation has to end by now; asked every few hundred steps.
    package var isOverdue: (@Sendable () -> Bool)?
    /// Whether a result's infinite numbers and those that are none become texts: `Infinity`, `NaN`; else they are D1001.
    package var writesNonFiniteNumbers = false
    package var limits = JSONataLimits()

    /// An environment without variables and functions, at the given time.
    package init(
        variables: [String: JSONValue] = [:],
        functions: [String: JSONataFunction] = [:],
        now: Int,
        random: @escaping @Sendable () -> Double
    ) {
        self.variables = variables
        self.functions = functions
        self.now = now
        self.random = random
    }
}
