import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

@testable import Orders

/// What an order waits for while its tasks are put off.
struct `An order whose tasks are put off` {
    private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

    /// A case: what runs beside the tasks, the seconds and the gate for which each task is put off, and the rest.
    struct Wait: Sendable, CustomTestStringConvertible {
        var timeout: Int?
        var wait: Int?
        var tasks: [(seconds: Int, gate: String?)]
        var rest: String

        var testDescription: String { rest }
    }

    @Test(arguments: [
        Wait(tasks: [(5, nil)], rest: "until 5"),
        Wait(tasks: [(5, "email")], rest: "until 5 gate email"),
        Wait(tasks: [(9, "email"), (5, "email")], rest: "until 5 gate email"),
        Wait(tasks: [(9, "email"), (5, "notice")], rest: "until 5"),
        Wait(tasks: [(9, "email"), (5, nil)], rest: "until 5"),
        Wait(timeout: 60, tasks: [(5, "email")], rest: "until 5 gate email timer 60"),
        Wait(timeout: 3, tasks: [(5, "email")], rest: "until 5 gate email timer 3"),
        Wait(wait: 7, tasks: [(5, "email")], rest: "until 5 gate email timer 7"),
        Wait(timeout: 60, wait: 7, tasks: [(5, "email")], rest: "until 5 gate email timer 7"),
        Wait(timeout: 60, tasks: [(5, nil)], rest: "until 5"),
        Wait(timeout: 3, tasks: [(5, nil)], rest: "until 3"),
        Wait(timeout: 60, wait: 4, tasks: [(9, "email"), (5, "notice")], rest: "until 4"),
        Wait(wait: 7, tasks: [], rest: "until 7"),
        // The gate alone decides; only an order that needs two gates is tried again by itself.
        Wait(tasks: [(0, "email")], rest: "until 0 gate email"),
        Wait(timeout: 60, tasks: [(0, "email")], rest: "until 0 gate email timer 60"),
        Wait(tasks: [(5, "email"), (0, "email")], rest: "until 0 gate email"),
        Wait(tasks: [(0, "email"), (0, "notice")], rest: "until 1"),
    ])
    func `waits for the one gate they all need, and for its own time beside it`(
        wait: Wait
    ) throws {
        var (journey, _) = try Self.journey(of: wait)
        let tasks = journey.plan(at: Self.noon).begin
        for (task, delay) in zip(tasks, wait.tasks) {
            journey.didBegin(task)
            let outcome = TaskReport.Outcome.postponed(
                for: .seconds(delay.seconds),
                reason: "slow",
                gate: delay.gate
            )
            journey.didEnd(task.id)
            #expect(
                journey.absorb(TaskReport(task: task.id, outcome: outcome), at: Self.noon) == nil
            )
        }
        let next = journey.next(after: journey.plan(at: Self.noon))
        #expect(Self.text(next) == wait.rest)
    }

    @Test func `begins no task once its time is over`() throws {
        let (journey, _) = try Self.journey(of: Wait(timeout: 60, tasks: [(5, "email")], rest: ""))
        let plan = journey.plan(at: Self.noon.addingTimeInterval(60))
        #expect(plan.due == .executionTimedOut)
        #expect(plan.begin.isEmpty)
    }

    private static func text(_ next: Move.Next) -> String {
        guard case .sleep(let until, let gate, let timer) = next else { return "\(next)" }
        let seconds = { (date: Date) in "\(Int(date.timeIntervalSince(noon)))" }
        return "until \(seconds(until))" + (gate.map { " gate \($0)" } ?? "")
            + (timer.map { " timer \(seconds($0))" } ?? "")
    }

    /// A workflow whose tasks stand beside each other, at the moment when they are to begin.
    private static func journey(of wait: Wait) throws -> (Journey, Interpreter) {
        let arn = "arn:aws:lambda:us-east-1:000000000000:function:F"
        var states = wait.tasks.map { _ in #"{"Type":"Task","Resource":"\#(arn)","End":true}"# }
        if let wait = wait.wait { states.append(#"{"Type":"Wait","Seconds":\#(wait),"End":true}"#) }
        let branches = states.enumerated().map { index, state in
            #"{"StartAt":"S\#(index)","States":{"S\#(index)":\#(state)}}"#
        }
        let timeout = wait.timeout.map { #""TimeoutSeconds":\#($0),"# } ?? ""
        let definition = """
            {\(timeout)"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,
            "Branches":[\(branches.joined(separator: ","))]}}}
            """
        let interpreter = Interpreter(
            machine: try StateMachine(parsing: Array(definition.utf8)),
            limits: InterpreterLimits(),
            digests: .openSSL
        )
        var random = JitterGenerator(seed: 1)
        let context = EngineConfiguration(digests: .openSSL).context(
            for: try #require(OrderID("001")),
            at: noon
        )
        let (execution, started) = interpreter.start(
            input: .object([:]),
            context: context,
            now: noon,
            random: &random
        )
        var journey = Journey(execution, history: started.history)
        while let event = journey.plan(at: noon).due {
            journey.apply(event, interpreter, at: noon, random: &random)
        }
        return (journey, interpreter)
    }
}
