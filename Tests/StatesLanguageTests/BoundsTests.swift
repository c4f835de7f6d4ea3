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
