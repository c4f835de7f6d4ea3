package import FoundationEssentials

/// Who an execution is: what the context object `$$` says of it.
package struct ExecutionContext: Sendable, Equatable {
    /// `$$.Execution.Id`.
    package var id: String
    /// `$$.Execution.Name`.
    package var name: String
    /// `$$.Execution.RoleArn`.
    package var roleArn: String
    /// `$$.Execution.StartTime`, and the instant from which the machine's `TimeoutSeconds` count.
    package var startTime: Date
    /// `$$.StateMachine.Id`.
    package var stateMachineId: String
    /// `$$.StateMachine.Name`.
    package var stateMachineName: String
    /// `$$.Execution.RedriveCount`.
    package var redriveCount: Int
    /// `$$.Execution.RedriveTime`, which is there only after a redrive.
    package var redriveTime: Date?

    /// A first run of an execution; `startTime` is set by the interpreter's `start`.
    package init(
        id: String,
        name: String,
        roleArn: String,
        startTime: Date,
        stateMachineId: String,
        stateMachineName: String
    ) {
        self.id = id
        self.name = name
        self.roleArn = roleArn
        self.startTime = startTime
        self.stateMachineId = stateMachineId
        self.stateMachineName = stateMachineName
        redriveCount = 0
    }
}
