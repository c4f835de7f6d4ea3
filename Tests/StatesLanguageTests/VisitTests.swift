import FoundationEssentials
import JSON
import StatesLanguage
import Testing

private let task = #""Type": "Task", "Resource": "arn:aws:states:::sns:publish""#

struct `A visit to a Task state` {
    /// Runs a machine whose tasks end as told by what their state's name begins with: `F` fails, all others succeed.
    ///
    /// Answers the visits of the tasks in the order in which they were asked for.
    private func visits(
        _ states: String,
        input: JSONValue = [:]
    ) throws -> [(state: String, visit: Int)] {
        let workflow = WorkflowCase("visits", states, .stuck)
        let interpreter = try workflow.interpreter()
        var random = SeededGenerator(state: 1)
        var now = WorkflowCase.start
        var (execution, _) = interpreter.start(
            input: input,
            context: WorkflowCase.context,
            now: now,
            random: &random
        )
        var visits: [(String, Int)] = []
        while execution.status == .running, let command = execution.commands.first {
            // Over a restart the visits stay what they are.
            execution = try Execution(snapshot: execution.snapshot)
            let event: Event
            switch command {
            case .runTask(let task):
                visits.append((task.state, task.visit))
                event =
                    task.state.hasPrefix("F")
                    ? .taskFailed(id: task.id, ErrorOutput("Busy"))
                    : .taskSucceeded(id: task.id, output: .null)
            case .wait(let id, let until):
                now = until
                event = .timerFired(id: id)
            case .proceed, .cancel: event = .proceed
            }
            _ = interpreter.apply(event, to: &execution, now: now, random: &random)
        }
        return visits
    }

    private func visits(of state: String, in all: [(state: String, visit: Int)]) -> [Int] {
        all.filter { $0.state == state }.map(\.visit)
    }

    @Test func `is the same when the state is retried`() throws {
        let all = try visits(
            #""F": {\#(task), "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}], "End": true}"#
        )
        let ids = visits(of: "F", in: all)
        #expect(ids.count == 3)
        #expect(Set(ids).count == 1)
    }

    @Test func `is the same when the Parallel around it is retried`() throws {
        let all = try visits(
            #"""
            "P": {"Type": "Parallel", "End": true, "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}], "Branches": [
              {"StartAt": "A", "States": {"A": {\#(task), "Next": "B"}, "B": {\#(task), "End": true}}},
              {"StartAt": "C", "States": {"C": {\#(task), "Next": "F"}, "F": {\#(task), "End": true}}}]}
            """#
        )
        for state in ["A", "C", "F"] {
            let ids = visits(of: state, in: all)
            #expect(ids.count > 1, "\(state) was not run again")
            #expect(Set(ids).count == 1, "\(state) was another after the retry")
        }
        #expect(Set(all.map(\.visit)).count == Set(all.map(\.state)).count)
    }

    @Test func `is the same when the Map around it is retried, and another in every iteration`()
        throws
    {
        let all = try visits(
            #"""
            "M": {"Type": "Map", "End": true, "ItemsPath": "$.items", "MaxConcurrency": 1,
              "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
              "ItemProcessor": {"StartAt": "A", "States": {"A": {\#(task), "Next": "C"},
              "C": {"Type": "Choice", "Choices": [{"Variable": "$$.Map.Item.Index", "NumericEquals": 2, "Next": "F"}], "Default": "S"},
              "S": {"Type": "Succeed"}, "F": {\#(task), "End": true}}}}
            """#,
            input: ["items": [1, 2, 3]]
        )
        let ids = visits(of: "A", in: all)
        #expect(ids.count == 6)
        #expect(Array(ids.prefix(3)) == Array(ids.suffix(3)))
        #expect(Set(ids).count == 3)
    }

    @Test func `is another when a loop comes to the state again`() throws {
        let loop = #"""
            "A": {\#(task), "ResultPath": null, "Next": "C"},
            "C": {"Type": "Choice", "Choices": [{"Variable": "$.n", "IsPresent": true, "Next": "Z"}], "Default": "N"},
            "N": {"Type": "Pass", "Result": 1, "ResultPath": "$.n", "Next": "A"}, "Z": {"Type": "Succeed"}
            """#
        let outside = visits(of: "A", in: try visits(loop))
        #expect(outside.count == 2)
        #expect(Set(outside).count == 2)
        let inside = visits(
            of: "A",
            in: try visits(
                #""P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {\#(loop)}}]}"#
            )
        )
        #expect(inside.count == 2)
        #expect(Set(inside).count == 2)
    }
}
