internal import Formats
package import FoundationEssentials
internal import JSON

extension ExecutionContext {
    /// The same with what a text in the shape of the context object says otherwise.
    package func replaced(byContextObject text: [UInt8]) throws(ScriptError) -> ExecutionContext {
        try replaced(by: try ScriptReader.json(text))
    }

    func replaced(by value: JSONValue) throws(ScriptError) -> ExecutionContext {
        var reader = ScriptReader()
        var context = self
        for (group, value) in reader.members(of: value, at: "") {
            for (name, value) in reader.members(of: value, at: group)
            where !context.set(group, name, to: value) {
                reader.faults.append("\(group)/\(name): cannot be set to \(value.text)")
            }
        }
        try reader.finish()
        return context
    }

    private mutating func set(_ group: String, _ name: String, to value: JSONValue) -> Bool {
        switch ("\(group).\(name)", value) {
        case ("Execution.Id", .string(let text)): id = text
        case ("Execution.Name", .string(let text)): self.name = text
        case ("Execution.RoleArn", .string(let text)): roleArn = text
        case ("StateMachine.Id", .string(let text)): stateMachineId = text
        case ("StateMachine.Name", .string(let text)): stateMachineName = text
        case ("Execution.StartTime", .string(let text)):
            guard let date = Timestamp.date(text) else { return false }
            startTime = date
        case ("Execution.RedriveCount", .number(let number)):
            guard let count = number.int, count >= 0 else { return false }
            redriveCount = count
        default: return false
        }
        return true
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
