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
    /// The path of the definition, relative to the file.
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
        /// What no case reached, by the names of the states.
        package let unreached: [MachinePart]

        /// Whether every case came out as expected.
        package var isSound: Bool { results.allSatisfy { $0.faults.isEmpty } }
    }
}

extension WorkflowTest {
    /// Runs every case against the definition; the context is that of cases which have none.
    package func report(
        on interpreter: Interpreter,
        mocks: [UInt8]?,
        context: ExecutionContext
    ) -> Report {
        let interpreter = interpreter.tracing
        var reached: Set<MachinePart> = []
        let results = cases.map { test in
            do throws(ScriptError) {
                let outcome = try test.run(interpreter, mocks: mocks, context: context)
                reached.formUnion(outcome.outcome.trace)
                let faults = test.expected.faults(of: outcome.outcome) + outcome.unused
                return Result(name: test.name, faults: faults)
            } catch {
                return Result(name: test.name, faults: error.faults)
            }
        }
        let unreached = interpreter.machine.parts.filter { !reached.contains($0) }
        return Report(results: results, unreached: unreached)
    }
}

extension WorkflowTest.Case {
    fileprivate func run(
        _ interpreter: Interpreter,
        mocks: [UInt8]?,
        context: ExecutionContext
    ) throws(ScriptError) -> (outcome: OfflineRun.Outcome, unused: [String]) {
        var script = try script(for: interpreter.machine, mocks: mocks)
        let own = try self.context.map { value throws(ScriptError) in
            try ContextObject(value, over: context)
        }
        let input = try own?.input(beside: self.input) ?? self.input ?? [:]
        // In a box: what is empty has no address, and ThreadSanitizer looks at the one that is passed.
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        let outcome = OfflineRun(interpreter) { script.next(for: $0) }
            .run(input: input, context: own?.context ?? context, random: &random)
        return (outcome, script.unused)
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
        return faults
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
