import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

/// A workflow, what comes in, what its tasks answer, and how it must end.
struct WorkflowCase: Sendable, CustomTestStringConvertible {
    var name: String
    /// The definition's `States`; the first is where it starts.
    var states: String
    /// More members of the definition: `"TimeoutSeconds": 5`.
    var more: String = ""
    var input = "{}"
    /// What each Task state answers, attempt by attempt; the last answer is repeated.
    var answers: [String: [OfflineRun.TaskOutcome]] = [:]
    var end: End
    /// The types of the history's events between the first and the last, if they matter.
    var events: String?
    /// How many seconds the run takes, if it matters.
    var seconds: Double?

    enum End: Sendable, Equatable {
        /// With this JSON text as output.
        case output(String)
        case error(String?, String?)
        case timedOut
        /// Nothing moves any more.
        case stuck
    }

    var testDescription: String { name }

    init(
        _ name: String,
        _ states: String,
        more: String = "",
        input: String = "{}",
        answers: [String: [OfflineRun.TaskOutcome]] = [:],
        _ end: End,
        events: String? = nil,
        seconds: Double? = nil
    ) {
        self.name = name
        self.states = states
        self.more = more
        self.input = input
        self.answers = answers
        self.end = end
        self.events = events
        self.seconds = seconds
    }
}

/// Runs the case, and once more with the execution stored and taken up again before every move: both
/// must come to the same end by the same events.
func check(_ workflow: WorkflowCase, limits: InterpreterLimits = InterpreterLimits()) throws {
    let machine = try StateMachine(parsing: Array(workflow.definition.utf8))
    let interpreter = Interpreter(machine: machine, limits: limits, digests: .openSSL)
    let straight = try workflow.run(interpreter) { _ in }
    var faults: [String] = []
    let resumed = try workflow.run(interpreter) { execution in
        do {
            let copy = try Execution(snapshot: execution.snapshot)
            if copy != execution || copy.commands != execution.commands {
                faults.append(String(decoding: execution.snapshot, as: UTF8.self))
            }
            execution = copy
        } catch {
            faults.append("\(error)")
        }
    }
    #expect(faults.isEmpty)
    #expect(straight == resumed)
    #expect(straight.end == workflow.end)
    if let events = workflow.events {
        #expect(straight.middle == events)
    }
    if let seconds = workflow.seconds {
        let took = straight.endedAt.timeIntervalSince(WorkflowCase.start)
        #expect(abs(took - seconds) < 0.001)
    }
    expectSoundIds(straight.history)
}

/// Ids count from 1 and every event follows an earlier one.
private func expectSoundIds(_ history: [HistoryEvent]) {
    #expect(history.map(\.id) == Array(1...max(history.count, 1)))
    #expect(history.allSatisfy { $0.previousEventId < $0.id })
}

extension WorkflowCase {
    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    static let context = ExecutionContext(
        id: "arn:aws:states:us-east-1:123456789012:execution:orders:run",
        name: "run",
        roleArn: "arn:aws:iam::123456789012:role/orders",
        startTime: start,
        stateMachineId: "arn:aws:states:us-east-1:123456789012:stateMachine:orders",
        stateMachineName: "orders"
    )

    var definition: String {
        let first = states.split(separator: "\"").first ?? ""
        let rest = more.isEmpty ? "" : ", \(more)"
        return #"{"StartAt": "\#(first)", "States": {\#(states)}\#(rest)}"#
    }

    func run(
        _ interpreter: Interpreter,
        between: (inout Execution) -> Void
    ) throws -> OfflineRun.Outcome {
        let answers = answers
        let offline = OfflineRun(interpreter, within: OfflineRun.Bounds(moves: 100_000)) { task in
            guard let script = answers[task.state], !script.isEmpty else {
                return .succeeded(task.input)
            }
            return script[min(task.retryCount, script.count - 1)]
        }
        var random = SeededGenerator(state: 42)
        return offline.run(
            input: try JSONValue(parsing: input),
            context: Self.context,
            random: &random,
            between: between
        )
    }
}

extension OfflineRun.Outcome {
    var end: WorkflowCase.End {
        switch execution.status {
        case .running: .stuck
        case .succeeded(let output): .output(output.text)
        case .failed(let error): .error(error.error, error.cause)
        case .timedOut: .timedOut
        case .aborted(let error): .error("aborted", error.error)
        }
    }

    /// The events' types without the execution's own, `State` being left out of `PassStateEntered`.
    var middle: String {
        history.dropFirst().dropLast().map(\.type.rawValue).joined(separator: " ")
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension WorkflowCase {
    func interpreter(limits: InterpreterLimits = InterpreterLimits()) throws -> Interpreter {
        Interpreter(
            machine: try StateMachine(parsing: Array(definition.utf8)),
            limits: limits,
            digests: .openSSL
        )
    }
}
