import FoundationEssentials
import JSON
import StatesLanguage
import Testing

struct `The default workflow` {
    @Test func `runs one function and succeeds with its result`() throws {
        let text = """
            {"Comment":"SimpleOrderWorkflow","StartAt":"ProcessOrder","States":{"ProcessOrder":{
            "Type":"Task","Resource":"arn:aws:lambda:us-east-1:1:function:ProcessOrderFunction",
            "End":true}}}
            """
        let interpreter = Interpreter(machine: try StateMachine(parsing: Array(text.utf8)))
        var random = SystemRandomNumberGenerator()
        let now = Date(timeIntervalSince1970: 1)
        let context = ExecutionContext(
            id: "e",
            name: "n",
            roleArn: "r",
            startTime: now,
            stateMachineId: "m",
            stateMachineName: "mn"
        )
        var (execution, first) = interpreter.start(
            input: ["orderId": "1"],
            context: context,
            now: now,
            random: &random
        )
        #expect(first.commands.count == 1)
        #expect(try Execution(snapshot: execution.snapshot) == execution)
        guard case .runTask(let task) = first.commands[0] else { return }
        let second = interpreter.apply(
            .taskSucceeded(id: task.id, output: ["ok": true]),
            to: &execution,
            now: now,
            random: &random
        )
        #expect(execution.status == .succeeded(output: ["ok": true]))
        let events = (first.history + second.history).map(\.type.rawValue)
        #expect(
            events == [
                "ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled",
                "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited",
                "ExecutionSucceeded",
            ]
        )
        print((first.history + second.history).map { $0.json.text }.joined(separator: "\n"))
        print(String(decoding: execution.snapshot, as: UTF8.self))
    }
}
