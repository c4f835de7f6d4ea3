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
    /// Runs every case against the definition, each within the bounds; the context is that of cases which have none.
    package func report(
        on interpreter: Interpreter,
        mocks: [UInt8]?,
        context: ExecutionContext,
        within bounds: OfflineRun.Bounds = OfflineRun.Bounds()
    ) -> Report {
        let interpreter = interpreter.tracing
        var reached: Set<MachinePart> = []
        let results = cases.map { test in
            guard bounds.mayGoOn() else {
                return Result(name: test.name, faults: ["was not run: there was no time left"])
            }
            do throws(ScriptError) {
                let result = try test.run(interpreter, mocks, context, bounds)
                reached.formUnion(result.outcome.trace)
                let faults = test.expected.faults(of: result.outcome) + result.unused
                return Result(name: test.name, faults: faults)
            } catch {
                return Result(name: test.name, faults: error.faults)
            }
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
    ) throws(ScriptError) -> ScriptedRun.Result {
        let run = ScriptedRun(
            input: input,
            script: try script(for: interpreter.machine, mocks: mocks),
            object: try self.context.map { value throws(ScriptError) in
                try ContextObject(value, over: context)
            }
        )
        // In a box: what is empty has no address, and ThreadSanitizer looks at the one that is passed.
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        return try run.result(on: interpreter, context: context, within: bounds, random: &random)
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
    fileprivate func faults(of outcome: OfflineRun.Outcome) -> [String] {
        let json = outcome.json
        var faults: [String] = []
        func compare(_ name: String, _ expected: String?, _ found: String?) {
            guard let expected, expected != found else { return }
            faults.append("\(name): expected \(expected), but was \(found ?? "none")")
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
