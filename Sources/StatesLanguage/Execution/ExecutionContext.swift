public import FoundationEssentials

/// Who an execution is: what the context object `$$` says of it.
public struct ExecutionContext: Sendable, Equatable {
    /// `$$.Execution.Id`.
    public var id: String
    /// `$$.Execution.Name`.
    public var name: String
    /// `$$.Execution.RoleArn`.
    public var roleArn: String
    /// `$$.Execution.StartTime`, and the instant from which the machine's `TimeoutSeconds` count.
    public var startTime: Date
    /// `$$.StateMachine.Id`.
    public var stateMachineId: String
    /// `$$.StateMachine.Name`.
    public var stateMachineName: String
    /// `$$.Execution.RedriveCount`.
    public var redriveCount: Int

    /// A first run of an execution; `startTime` is set by the interpreter's `start`.
    public init(
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
