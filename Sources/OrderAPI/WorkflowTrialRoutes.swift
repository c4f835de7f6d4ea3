import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders
import StatesLanguage

/// Where definitions are checked and tried, which changes nothing.
extension OrderAPI {
    /// The largest body that a trial has: a definition as text inside of JSON, and what it is tried with.
    static let maximumTrialSize = 4_194_304

    /// Answers `POST /workflows/validate`: everything that is wrong or doubtful about a definition.
    func validateWorkflow(_ request: ServerRequest) async throws -> ServerResponse {
        let trials = try trials()
        // A definition of a megabyte is read for longer than a loop may be kept.
        let response = try await trials.check {
            let body = try ControlBody(trial: request, members: ["definition", "text", "type"])
            guard let definition = try TriedDefinition(body) else {
                throw Problem.badRequest("definition is required, or the same as text")
            }
            let found = trials.diagnostics(of: definition.text, as: try body.machineType())
            var object = ObjectWriter(reservingCapacity: 1_024)
            object.add("valid", json: found.isSound ? "true" : "false")
            object.add(definition.placed(found.told), of: found.count)
            return ServerResponse.json(.ok, object.finished())
        }
        guard let response else { throw Problem.tooManyAtOnce(trials.checks.count) }
        return response
    }

    /// Answers `POST /workflows/test`: a run offline in virtual time, or one for each case, with tasks that a script ends.
    ///
    /// It ends when the client has gone.
    func testWorkflow(_ request: ServerRequest) async throws -> ServerResponse {
        let trials = try trials()
        let response = try await request.whileClientWaits { [self] in
            try await trials.run { trial in
                let body = try ControlBody(trial: request, members: WorkflowTrial.members)
                let definition = try await self.namedDefinition(body) ?? TriedDefinition(body)
                guard let definition else {
                    throw Problem.badRequest("workflow or definition is required")
                }
                return try await WorkflowTrial(trial, definition, body).response()
            }
        }
        guard let response else { throw Problem.tooManyAtOnce(trials.runs.count) }
        return response
    }

    /// The definition that a body names as `workflow`; nil when it names none.
    private func namedDefinition(_ body: ControlBody) async throws -> TriedDefinition? {
        guard let name = try body.text("workflow") else { return nil }
        for other in ["definition", "text"] where body[other] != nil {
            throw Problem.badRequest("either workflow or \(other) is given, not both")
        }
        guard let found = try await parts.orders.workflows?.find(name) else {
            throw Problem.notFound("there is no workflow or definition \(name)")
        }
        return TriedDefinition(found)
    }

    private func trials() throws -> WorkflowTrials {
        guard let trials = parts.orders.trials else {
            throw Problem.notFound("this service tries no workflows")
        }
        return trials
    }
}

/// A definition that is checked or tried.
private struct TriedDefinition: Sendable {
    let text: [UInt8]
    /// What its execution's machine is called.
    let name: String
    /// Whether the text is the caller's own, in whose lines he finds a place.
    private let hasLines: Bool

    init(_ found: WorkflowDesk.Found) {
        (text, name, hasLines) = (found.definition, found.name, true)
    }

    /// The definition that a body brings, as JSON or as text; nil when it brings none.
    init?(_ body: ControlBody) throws {
        name = "workflow"
        if let text = try body.text("text") {
            guard body["definition"] == nil else {
                throw Problem.badRequest("either definition or text is given, not both")
            }
            (self.text, hasLines) = (Array(text.utf8), true)
        } else if let definition = body["definition"] {
            // As CreateStateMachine takes it, too.
            let text = definition.string.map { Array($0.utf8) }
            (self.text, hasLines) = (text ?? definition.bytes, text != nil)
        } else {
            return nil
        }
        guard text.count <= StateMachine.maximumSize else {
            throw Problem(
                .contentTooLarge,
                "the definition has \(text.count) bytes, and AWS takes \(StateMachine.maximumSize) at most"
            )
        }
    }

    /// The same, without lines and columns where the caller has no text that they could be of.
    func placed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !hasLines else { return diagnostics }
        return diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.position = nil
            return diagnostic
        }
    }
}

/// A run of a definition, or one for each case, as a request wants it.
private struct WorkflowTrial {
    private let subject: WorkflowTrials.Trial.Subject
    private let definition: TriedDefinition
    private let body: ControlBody

    static let members: Set<String> = [
        "workflow", "definition", "text", "type", "input", "tasks", "context", "cases", "mocks",
    ]

    init(
        _ trial: WorkflowTrials.Trial,
        _ definition: TriedDefinition,
        _ body: ControlBody
    ) throws {
        (self.definition, self.body) = (definition, body)
        let type = try body.machineType()
        do {
            subject = try trial.subject(definition.text, as: type, called: definition.name)
        } catch {
            let found = error.diagnostics
            throw Problem.invalidDefinition(found, told: definition.placed(found.told))
        }
    }

    func response() async throws -> ServerResponse {
        guard let cases = body["cases"] else {
            if body["mocks"] != nil { throw Problem.badRequest("mocks go with cases") }
            return .json(.ok, try await run())
        }
        for name in ["input", "tasks", "context"] where body[name] != nil {
            throw Problem.badRequest("\(name) stands in each of the cases, not beside them")
        }
        return .json(.ok, try await report(cases))
    }

    private func run() async throws -> [UInt8] {
        let script = try part("tasks") { (value) throws(ScriptError) in
            try TaskScript(value, for: subject.machine)
        }
        let object = try part("context") { (value) throws(ScriptError) in
            try ContextObject(value, over: subject.context)
        }
        let run = ScriptedRun(input: body["input"], script: script ?? TaskScript(), object: object)
        do throws(ScriptError) {
            return document(try await subject.result(of: run).outcome)
        } catch {
            throw Problem.invalidTrial("context", error)
        }
    }

    private func report(_ cases: JSONValue) async throws -> [UInt8] {
        let test: WorkflowTest
        do throws(ScriptError) {
            test = try WorkflowTest(cases)
        } catch {
            throw Problem.invalidTrial("cases", error)
        }
        return await subject.report(of: test, mocks: body["mocks"]?.bytes).document()
    }

    private func part<Part>(
        _ name: String,
        _ read: (JSONValue) throws(ScriptError) -> Part
    ) throws -> Part? {
        guard let value = body[name] else { return nil }
        do throws(ScriptError) {
            return try read(value)
        } catch {
            throw Problem.invalidTrial(name, error)
        }
    }

    private func document(_ outcome: OfflineRun.Outcome) -> [UInt8] {
        var members = outcome.json
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("status", members.removeValue(forKey: "status")?.string)
        // As an order's: the value, not its text.
        object.add(
            "output",
            json: members.removeValue(forKey: "output")?.string.map { Array($0.utf8) }
        )
        for (name, value) in members {
            object.addValue(name: name) { $0 += value.bytes }
        }
        object.add("seconds", milliseconds: outcome.duration)
        object.add("events", array: outcome.history.map(\.bytes))
        let warnings = subject.machine.warnings
        object.add(definition.placed(warnings.told), of: warnings.count)
        object.add("unscripted", strings: outcome.unscripted)
        object.add("stopped", outcome.stop.map { "\($0)" })
        return object.finished()
    }
}

extension OfflineRun.Outcome {
    /// The virtual time that the run took, in whole milliseconds.
    fileprivate var duration: Int {
        Int((endedAt.timeIntervalSince(execution.context.startTime) * 1_000).rounded())
    }
}

extension ObjectWriter {
    /// Seconds, with a fraction where there is one.
    fileprivate mutating func add(_ name: StaticString, milliseconds: Int) {
        add(name, JSONNumber(Double(milliseconds) / 1_000).map(JSONValue.number) ?? .null)
    }
}

extension WorkflowTest.Report {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add(
            "cases",
            array: results.map { result in
                var object = ObjectWriter(reservingCapacity: 128)
                object.add("name", result.name)
                object.add("passed", json: result.faults.isEmpty ? "true" : "false")
                object.add("detail", result.faults.joined(separator: "\n"))
                return object.finished()
            }
        )
        object.add("coverage") { object in
            object.add("states") { states.write(into: &$0) }
            object.add("transitions") { transitions.write(into: &$0) }
        }
        return object.finished()
    }
}

extension WorkflowTest.Report.Coverage {
    fileprivate func write(into object: inout ObjectWriter) {
        object.add("covered", covered)
        object.add("of", of)
        object.add("missing", strings: missing)
    }
}

extension ControlBody {
    /// A body that brings a definition, in which no name may stand twice: only one of the two would be checked.
    fileprivate init(trial request: ServerRequest, members: Set<String>) throws {
        try self.init(
            request,
            members: members,
            options: JSONValue.ParsingOptions(duplicateNames: .refused)
        )
    }

    /// What the definition is for, by default an order's.
    fileprivate func machineType() throws -> MachineType {
        let words = [MachineType.standard, .express].map(\.rawValue)
        return try word("type", words).flatMap(MachineType.init) ?? .standard
    }
}

extension [Diagnostic] {
    /// Whether the definition can be run.
    fileprivate var isSound: Bool { allSatisfy { $0.severity == .warning } }

    /// The most that are told: nobody reads more, and each repeats what stands at its place.
    private static let maximumTold = 200

    /// Those that are told: all, or, where there are too many, what keeps the definition from being run first.
    fileprivate var told: [Diagnostic] {
        guard count > Self.maximumTold else { return self }
        let ordered = filter { $0.severity == .error } + filter { $0.severity == .warning }
        return Array(ordered.prefix(Self.maximumTold))
    }
}

extension ObjectWriter {
    /// What is told of so many diagnostics, and how many more there are.
    fileprivate mutating func add(_ told: [Diagnostic], of count: Int) {
        add("diagnostics", array: told.map { $0.document() })
        add("moreDiagnostics", count - told.count)
    }
}

extension Diagnostic {
    /// The fault as a problem's `errors` have it.
    func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("pointer", pointer ?? "")
        object.add("detail", hint ?? message)
        if let position {
            object.add("line", position.line)
            object.add("column", position.column)
        }
        object.add("isWarning", json: severity == .warning ? "true" : "false")
        object.add("code", code.rawValue)
        return object.finished()
    }
}

extension Problem {
    /// So many are done already as may be.
    static func tooManyAtOnce(_ count: Int) -> Problem {
        Problem(
            .tooManyAtOnce,
            "\(count) such requests are being answered; try again later",
            fields: [.retryAfter: "2"]
        )
    }

    fileprivate static func invalidDefinition(
        _ found: [Diagnostic],
        told: [Diagnostic]
    ) -> Problem {
        let errors = found.count { $0.severity == .error }
        var problem = Problem(
            .invalidWorkflow,
            "nothing was run; faults of the definition: \(errors)"
        )
        problem.diagnostics = told
        return problem
    }

    fileprivate static func invalidTrial(_ name: String, _ error: ScriptError) -> Problem {
        Problem(
            .invalidTrial,
            "nothing was run; faults of \(name): \(error.faults.count)",
            faults: error.faults.map { OrderFault("/\(name)", $0) }
        )
    }
}
