import Formats
import FoundationEssentials
import JSON
import StatesLanguage

/// An order that a task has started, as Step Functions' DescribeExecution tells of it.
struct ChildExecution {
    private let order: Order
    private let context: ExecutionContext

    /// The order, and what its execution is called.
    init(_ order: Order, _ context: ExecutionContext) {
        self.order = order
        self.context = context
    }

    /// What its end is for the task that has waited for it, by `.sync` or `.sync:2`.
    ///
    /// Recorded: a child that did not succeed is `States.TaskFailed`, and the cause is its description as text. The second
    /// version gives its output as JSON, the first as text.
    func end(of pattern: TaskResource.Service.Pattern) -> TaskAnswer.Content {
        var description = description
        guard order.status == .succeeded else {
            let cause = JSONValue.object(description).text
            return .failure(error: "States.TaskFailed", cause: cause)
        }
        if case .sync(version: 2) = pattern {
            for name in ["Input", "Output"] {
                description[name] = description[name]?.string
                    .flatMap { try? JSONValue(parsing: Array($0.utf8)) }
            }
        }
        return .success(output: JSONValue.object(description).bytes)
    }

    /// What the call that has started it answers.
    var started: JSONValue {
        ["ExecutionArn": .string(context.id), "StartDate": .number(order.createdAt.milliseconds)]
    }

    private var description: JSONObject {
        var members = JSONObject()
        if let cause = order.cause { members["Cause"] = .string(cause) }
        if let error = order.error { members["Error"] = .string(error) }
        members["ExecutionArn"] = .string(context.id)
        members.add("Input", order.input)
        members["Name"] = .string(context.name)
        if let output = order.output { members.add("Output", output) }
        members["RedriveCount"] = .number(order.redrives)
        members["StartDate"] = .number(order.createdAt.milliseconds)
        members["StateMachineArn"] = .string(context.stateMachineId)
        members["Status"] = .string(order.status.rawValue)
        members["StopDate"] = order.finishedAt.map { .number($0.milliseconds) }
        return members
    }
}

extension JSONObject {
    /// A payload as text, and that it is whole.
    fileprivate mutating func add(_ name: String, _ text: [UInt8]) {
        self[name] = .string(String(decoding: text, as: UTF8.self))
        self["\(name)Details"] = ["Included": true]
    }
}

extension Date {
    /// Since 1970.
    fileprivate var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }
}
