package import JSON

/// A run of a workflow offline as somebody wants it: on this input, with its tasks ended by a script.
package struct ScriptedRun: Sendable {
    /// The execution's input; nil: what the context object has as `Execution.Input`, or else an empty object.
    package var input: JSONValue?
    package var script: TaskScript
    /// What the context object is to show beside what the run knows by itself.
    package var object: ContextObject?

    package init(
        input: JSONValue? = nil,
        script: TaskScript = TaskScript(),
        object: ContextObject? = nil
    ) {
        self.input = input
        self.script = script
        self.object = object
    }

    /// What came of a run.
    package struct Result: Sendable {
        package let outcome: OfflineRun.Outcome
        /// The outcomes of the script that no attempt came to, as `State: 2 of 3`.
        package let unused: [String]
    }

    /// Runs the execution to its end, or to a bound; the context is that of a run without a context object.
    ///
    /// Between two moves others have their turn. Throws when the input is given twice.
    package func result(
        on interpreter: Interpreter,
        context: ExecutionContext,
        within bounds: OfflineRun.Bounds = OfflineRun.Bounds(),
        random: inout some RandomNumberGenerator
    ) async throws(ScriptError) -> Result {
        let input = try object?.input(beside: input) ?? input ?? [:]
        var script = script
        let run = OfflineRun(interpreter, within: bounds) { script.next(for: $0) }
        let outcome = await run.run(
            yieldingOn: input,
            context: object?.context ?? context,
            random: &random
        )
        return Result(outcome: outcome, unused: script.unused)
    }
}

extension OfflineRun.Outcome {
    /// What the tasks call that have no outcome in the script, each once, in the order in which they were begun.
    package var unscripted: [String] {
        var seen: Set<String> = []
        return unanswered.map(\.resource.text).filter { seen.insert($0).inserted }
    }
}
