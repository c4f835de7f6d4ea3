internal import Formats
package import FoundationEssentials
package import JSON

/// What a text in the shape of AWS's context object (`$$`) says of an offline run.
///
/// It may be one that an execution on AWS was recorded with. `State`, `Task` and `Map` are of one moment of it: a run has
/// its own, so they are checked and passed over.
package struct ContextObject: Sendable {
    package private(set) var context: ExecutionContext
    /// `Execution.Input`, when it is there.
    package private(set) var input: JSONValue?

    /// Reads the text; what it leaves out is as in `context`.
    package init(
        parsing text: [UInt8],
        over context: ExecutionContext
    ) throws(ScriptError) {
        try self.init(ScriptReader.json(text), over: context)
    }

    /// The same of a text that is parsed.
    package init(_ value: JSONValue, over context: ExecutionContext) throws(ScriptError) {
        self.context = context
        var reader = ScriptReader()
        for (group, value) in reader.members(of: value, at: "") {
            // AWS writes null where an execution has no such part.
            if value == .null, group == "Task" || group == "Map" { continue }
            for (name, value) in reader.members(of: value, at: group)
            where !take(group, name, value) {
                reader.faults.append("\(group)/\(name): cannot be set to \(value.text)")
            }
        }
        try reader.finish()
    }

    /// The input of a run that is given one elsewhere too, which must be the only one.
    package func input(beside other: JSONValue?) throws(ScriptError) -> JSONValue? {
        guard let input else { return other }
        guard other == nil else {
            throw ScriptError(faults: ["Execution/Input: the input is given elsewhere already"])
        }
        return input
    }

    private mutating func take(_ group: String, _ name: String, _ value: JSONValue) -> Bool {
        switch ("\(group).\(name)", value) {
        case ("Execution.Id", .string(let text)): context.id = text
        case ("Execution.Input", _): input = value
        case ("Execution.Name", .string(let text)): context.name = text
        case ("Execution.RoleArn", .string(let text)): context.roleArn = text
        case ("StateMachine.Id", .string(let text)): context.stateMachineId = text
        case ("StateMachine.Name", .string(let text)): context.stateMachineName = text
        case ("Execution.StartTime", .string(let text)):
            guard let date = Timestamp.date(text) else { return false }
            context.startTime = date
        case ("Execution.RedriveTime", .string(let text)):
            guard let date = Timestamp.date(text) else { return false }
            context.redriveTime = date
        case ("Execution.RedriveCount", .number(let number)):
            guard let count = number.int, count >= 0 else { return false }
            context.redriveCount = count
        default: return Self.isOfOneMoment(group, name, value)
        }
        return true
    }

    private static func isOfOneMoment(_ group: String, _ name: String, _ value: JSONValue) -> Bool {
        switch ("\(group).\(name)", value) {
        case ("State.Name", .string), ("State.RetryCount", .number), ("Task.Token", .string): true
        case ("State.EnteredTime", .string(let text)): Timestamp.date(text) != nil
        case ("Map.Item", .object(let item)):
            item.keys.allSatisfy { ["Index", "Key", "Source", "Value"].contains($0) }
        default: false
        }
    }
}

extension ExecutionContext {
    /// An execution outside of any account.
    package static func offline(
        machine: String,
        startTime: Date,
        type: MachineType = .standard
    ) -> ExecutionContext {
        let arn = "arn:aws:states:us-east-1:123456789012"
        let id =
            switch type {
            case .standard: "\(arn):execution:\(machine):run"
            case .express:
                "\(arn):express:\(machine):run:00000000-0000-4000-8000-000000000000"
            }
        return ExecutionContext(
            id: id,
            name: "run",
            roleArn: "arn:aws:iam::123456789012:role/\(machine)",
            startTime: startTime,
            stateMachineId: "\(arn):stateMachine:\(machine)",
            stateMachineName: machine
        )
    }
}
