/// What an expression may use up before it is stopped with an error.
///
/// Nothing here reads a clock: `maximumSteps` bounds the time of an evaluation, and a host that wants a
/// wall-clock bound besides passes `JSONataEnvironment.isOverdue`.
package struct JSONataLimits: Sendable, Hashable {
    /// How many UTF-16 code units the text of an expression may have.
    package var maximumTextLength = 1_048_576
    /// How many levels an expression's syntax tree may have.
    package var maximumSyntaxDepth = 400
    /// How many evaluations may be going on inside one another.
    ///
    /// Measured, the default needs less than 2 MB of stack in a release build and less than 6 MB in a
    /// debug build, whatever the expression, and so fits into the 8 MiB that a thread has on Linux; a host
    /// whose threads have less sets less. Calls in tail position take no level.
    package var maximumDepth = 500
    /// How many evaluations, function calls and pieces of bulk work one evaluation may take.
    package var maximumSteps = 3_000_000
    /// How many elements an array may have; JSONata itself has ten million for ranges (D2014).
    package var maximumSequenceLength = 10_000_000
    /// How many UTF-8 bytes a string may have that an expression makes.
    package var maximumStringLength = 16_777_216
    /// How many arrays, objects and closures may stand inside one another.
    package var maximumNesting = 500
    /// How many steps of the regular-expression engine one match may take.
    package var maximumRegexSteps = 5_000_000

    package init() {}
}
