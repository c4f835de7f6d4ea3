internal import FoundationEssentials
internal import JSON

/// A file of cases for one workflow: what comes in, how the tasks end, and what must come out.
///
///     {"definition": "workflow.asl.json",
///      "cases": [{"name": "a busy till is tried again", "input": {"id": 1},
///                 "tasks": {"Charge": [{"error": "Busy"}, {"result": {"paid": 1}}]},
///                 "expect": {"status": "SUCCEEDED", "output": {"paid": 1}, "path": ["Charge"]}}]}
///
/// A case can name a case of AWS's mock configuration instead of `tasks`: `"mock": "Orders#Happy"`, when
/// the file names that configuration under `mocks`.
package struct WorkflowTest: Sendable {
    /// The path of the definition, relative to the file; empty when the definition was at hand.
    package let definition: String
    /// The path of AWS's mock configuration, relative to the file.
    package let mocks: String?
    let cases: [Case]

    /// One run and what must come of it.
    struct Case: Sendable {
        var name: String
        var input: JSONValue?
        var tasks: JSONValue?
        var mock: String?
        var context: JSONValue?
        var expected: Expectation
    }

    /// What must come of a run; what is nil may be anything.
    struct Expectation: Sendable {
        var status: String?
        var output: JSONValue?
        /// A text, or `null` where there must be none.
        var error: JSONValue?
        var cause: JSONValue?
        /// The names of the states that are entered, in order.
        var path: [String]?
        var seconds: Double?
    }

    /// How a case came out.
    package struct Result: Sendable {
        package let name: String
        /// What was not as expected; empty: all was.
        package let faults: [String]
    }

    /// How all cases came out.
    package struct Report: Sendable {
        /// In the order of the file.
        package let results: [Result]
        /// What a run can reach, by the names of the states.
        let parts: [MachinePart]
        /// What no case reached, by the names of the states.
        package let unreached: [MachinePart]

        /// Whether every case came out as expected.
        package var isSound: Bool { results.allSatisfy { $0.faults.isEmpty } }
    }
}

extension WorkflowTest {
    /// How much is told of what came out otherwise.
    package struct Detail: Sendable {
        /// How many Unicode scalars of a value that was expected, or found, are told.
        package var quotation: Int
        /// After how many bytes of faults no more cases are run.
        package var size: Int

        package init(quotation: Int = .max, size: Int = .max) {
            (self.quotation, self.size) = (quotation, size)
        }
    }

    /// Runs every case against the definition, each within the bounds; the context is that of cases which have none.
    ///
    /// Between two moves of a run others have their turn.
    package func report(
        on interpreter: Interpreter,
        mocks: [UInt8]?,
        context: ExecutionContext,
        within bounds: OfflineRun.Bounds = OfflineRun.Bounds(),
        telling detail: Detail = Detail()
    ) async -> Report {
        let interpreter = interpreter.tracing
        var reached: Set<MachinePart> = []
        var results: [Result] = []
        var size = 0
        for test in cases {
            let faults: [String]
            if !bounds.mayGoOn() {
                faults = ["was not run: there was no time left"]
            } else if size > detail.size {
                faults = ["was not run: the faults before it have more than \(detail.size) bytes"]
            } else {
                do throws(ScriptError) {
                    let result = try await test.run(interpreter, mocks, context, bounds)
                    reached.formUnion(result.outcome.trace)
                    faults = test.expected.faults(of: result.outcome, detail) + result.unused
                } catch {
                    faults = error.faults
                }
                size += faults.reduce(0) { $0 + $1.utf8.count }
                await Task.yield()
            }
            results.append(Result(name: test.name, faults: faults))
        }
        let parts = interpreter.machine.parts
        let unreached = parts.filter { !reached.contains($0) }
        return Report(results: results, parts: parts, unreached: unreached)
    }
}

extension WorkflowTest.Case {
    fileprivate func run(
        _ interpreter: Interpreter,
        _ mocks: [UInt8]?,
        _ context: ExecutionContext,
        _ bounds: OfflineRun.Bounds
    ) async throws(ScriptError) -> ScriptedRun.Result {
        let run = ScriptedRun(
            input: input,
            script: try script(for: interpreter.machine, mocks: mocks),
            object: try self.context.map { value throws(ScriptError) in
                try ContextObject(value, over: context)
            }
        )
        // In a box: what is empty has no address, and ThreadSanitizer looks at the one that is passed.
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        return try await run.result(
            on: interpreter,
            context: context,
            within: bounds,
            random: &random
        )
    }

    private func script(
        for machine: StateMachine,
        mocks: [UInt8]?
    ) throws(ScriptError) -> TaskScript {
        if let tasks { return try TaskScript(tasks, for: machine) }
        guard let mock else { return TaskScript() }
        guard let mocks else { throw ScriptError(faults: ["the file names no mocks"]) }
        return try TaskScript(mockConfiguration: mocks, testCase: mock, for: machine)
    }
}

extension WorkflowTest.Expectation {
    /// What is not as expected.
    fileprivate func faults(
        of outcome: OfflineRun.Outcome,
        _ detail: WorkflowTest.Detail
    ) -> [String] {
        let json = outcome.json
        var faults: [String] = []
        func compare(_ name: String, _ expected: String?, _ found: String?) {
            guard let expected, expected != found else { return }
            let (wanted, found) = (detail.quote(expected), detail.quote(found ?? "none"))
            faults.append("\(name): expected \(wanted), but was \(found)")
        }
        compare("status", status, json["status"]?.string)
        for (name, expected) in [("error", error), ("cause", cause)] {
            guard let expected, expected != (json[name] ?? .null) else { continue }
            compare(name, expected.string ?? "none", json[name]?.string)
        }
        if case .succeeded(let found) = outcome.execution.status {
            if let output, output != found { compare("output", output.text, found.text) }
        } else {
            compare("output", output?.text, nil)
        }
        if let path, path != outcome.path {
            compare("path", path.joined(separator: " → "), outcome.path.joined(separator: " → "))
        }
        let took = outcome.endedAt.timeIntervalSince(outcome.execution.context.startTime)
        if let seconds, abs(seconds - took) >= 0.001 { compare("seconds", "\(seconds)", "\(took)") }
        for task in outcome.unanswered {
            faults.append(
                "\(task.state): attempt \(task.retryCount + 1) has no outcome, and the run stands still"
            )
        }
        if let stop = outcome.stop { faults.append("\(stop)") }
        return faults
    }
}

extension WorkflowTest.Detail {
    /// The text, or its beginning and how long it is.
    fileprivate func quote(_ text: String) -> String {
        guard text.utf8.count > quotation else { return text }
        let start = text.unicodeScalars.prefix(quotation)
        return start.endIndex == text.endIndex
            ? text : "\(Substring(start))… (\(text.utf8.count) bytes)"
    }
}

extension WorkflowTest.Report {
    /// How much of a definition the cases reached together.
    package struct Coverage: Sendable, Equatable {
        package let covered: Int
        package let of: Int
        /// What no case reached, for people.
        package let missing: [String]
    }

    /// The states, by their names.
    package var states: Coverage { coverage { $0.stateName } }

    /// The ways between them: `Next`, the rules and the default of a Choice state, retriers and catchers.
    package var transitions: Coverage { coverage { $0.stateName == nil ? $0.description : nil } }

    private func coverage(_ name: (MachinePart) -> String?) -> Coverage {
        let missing = unreached.compactMap(name)
        let count = parts.count { name($0) != nil }
        return Coverage(covered: count - missing.count, of: count, missing: missing)
    }
}

extension MachinePart {
    /// The state that it is; nil of a way on.
    fileprivate var stateName: String? {
        if case .state(let name) = self { name } else { nil }
    }
}

extension OfflineRun.Outcome {
    /// The names of the states in the order in which they were entered.
    package var path: [String] {
        history.compactMap { event in
            guard case .stateEntered(let name, _) = event.details else { return nil }
            return name
        }
    }
}
