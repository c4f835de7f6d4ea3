import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

struct `A bound of an offline run` {
    private static let waits =
        #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Wait","Seconds":1,"End":true}}}"#

    private static func outcome(_ bounds: OfflineRun.Bounds) throws -> OfflineRun.Outcome {
        let machine = try StateMachine(parsing: Array(waits.utf8))
        let run = OfflineRun(Interpreter(machine: machine, digests: .openSSL), within: bounds) {
            _ in
            nil
        }
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        return run.run(input: ["x": 1], context: WorkflowCase.context, random: &random)
    }

    @Test func `of moves is not passed by one`() throws {
        let within = try Self.outcome(OfflineRun.Bounds(moves: 2))
        #expect(within.stop == nil && within.execution.status != .running)
        let beyond = try Self.outcome(OfflineRun.Bounds(moves: 1))
        #expect(beyond.stop == .moves(1) && beyond.execution.status == .running)
        #expect(beyond.history.last?.type.rawValue == "WaitStateEntered")
    }

    @Test func `of the history counts its texts and its events`() throws {
        // Of the first turn: ExecutionStarted with input and WaitStateEntered with name and input.
        let first = 2 * 256 + #"{"x":1}"#.utf8.count * 2 + 1
        let beyond = try Self.outcome(OfflineRun.Bounds(historySize: first - 1))
        #expect(beyond.stop == .historySize(first - 1))
        #expect(beyond.history.count == 2)
        let within = try Self.outcome(OfflineRun.Bounds(historySize: first))
        #expect(within.history.count == 4)
        #expect("\(try #require(within.stop))".contains("more than \(first) bytes"))
    }

    /// A branch of these states, one after the other.
    private static func branch(_ name: String, _ kinds: [String]) -> String {
        let states = kinds.enumerated().map { index, kind in
            let next = index + 1 < kinds.count ? #""Next":"\#(name)\#(index + 1)""# : #""End":true"#
            return #""\#(name)\#(index)":{"Type":\#(kind),\#(next)}"#
        }
        return #"{"StartAt":"\#(name)0","States":{\#(states.joined(separator: ","))}}"#
    }

    @Test(arguments: [1, 2, 7])
    func `of a turn makes no difference`(steps: Int) throws {
        let task = #""Task","Resource":"arn:aws:lambda:x:1:function:F""#
        let wait = #""Wait","Seconds":1"#
        let pass = #""Pass""#
        let branches = [
            Self.branch("A", [task, wait, pass]),
            Self.branch("B", [pass, pass, pass, task, wait]),
            Self.branch("C", [wait, pass, pass, task]),
        ]
        let definition =
            #"{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[\#(branches.joined(separator: ","))],"End":true}}}"#
        func history(_ steps: Int) throws -> [HistoryEvent] {
            var limits = InterpreterLimits()
            limits.maximumStepsPerTurn = steps
            let machine = try StateMachine(parsing: Array(definition.utf8))
            let interpreter = Interpreter(machine: machine, limits: limits, digests: .openSSL)
            var random = SeededGenerator(state: 1)
            return OfflineRun(interpreter) { _ in .succeeded(1) }
                .run(input: 1, context: WorkflowCase.context, random: &random).history
        }
        let whole = try history(1_000)
        #expect(whole.last?.type.rawValue == "ExecutionSucceeded")
        #expect(try history(steps) == whole)
    }

    @Test func `of time is asked before every move`() throws {
        var looks = 0
        let outcome = try Self.outcome(
            OfflineRun.Bounds {
                looks += 1
                return looks < 2
            }
        )
        #expect(outcome.stop == .time && looks == 2)
        #expect(outcome.history.count == 4)
    }
}
