internal import FoundationEssentials
internal import JSON

/// What an expression sees: its input `$`, the context object `$$` and the variables.
struct Scope {
    /// `$` in JSONPath, `$states.input` in JSONata.
    var input: JSONValue
    /// `$states.result`, where there is one.
    var result: JSONValue?
    /// `$states.errorOutput`, where there is one.
    var errorOutput: JSONValue?
    /// What the context object is made of.
    let surroundings: Surroundings

    /// The draw of `States.UUID` and `States.MathRandom`.
    var random: RandomSource { surroundings.start.random }
    /// What `$now()` answers.
    var now: Date { surroundings.start.now }

    /// The value of a variable, or nil when none has the name.
    func variable(_ name: String) -> JSONValue? { surroundings.variable(name) }

    /// The same with another `$`.
    func with(input: JSONValue) -> Scope {
        var scope = self
        scope.input = input
        return scope
    }

    /// The same with the result of the state's work.
    func with(result: JSONValue) -> Scope {
        var scope = self
        scope.result = result
        return scope
    }

    /// The same with the error that a catcher catches.
    func with(errorOutput: JSONValue) -> Scope {
        var scope = self
        scope.errorOutput = errorOutput
        return scope
    }
}

/// An unsafe-free handle on the caller's generator for the length of one turn.
struct RandomSource: RandomNumberGenerator {
    let draw: () -> UInt64

    mutating func next() -> UInt64 { draw() }
}

/// What all states that are looked at in one turn know; shared, not copied, by their scopes.
final class ExecutionStart {
    let context: ExecutionContext
    let input: JSONValue
    let now: Date
    let random: RandomSource
    let limits: InterpreterLimits

    init(
        _ execution: borrowing Execution,
        now: Date,
        random: RandomSource,
        limits: InterpreterLimits
    ) {
        context = execution.context
        input = execution.input.value
        self.now = now
        self.random = random
        self.limits = limits
    }
}

/// What a state knows of where it runs.
///
/// The context object is only built when something reads it. It is a class because scopes are copied
/// often; whoever makes one sets what it knows before anyone else has it.
final class Surroundings {
    let start: ExecutionStart
    let state: String
    let enteredAt: Date
    /// The variables of the branch, then those of the branches around it.
    let variables: [Variables]
    /// Nil in a state that cannot be retried.
    var retryCount: Int?
    /// The innermost iteration of a Map, if any.
    var mapItem: MapItem?
    var taskToken: String?

    init(of branch: borrowing Branch, in start: ExecutionStart, variables: [Variables]) {
        self.start = start
        state = branch.state
        enteredAt = branch.enteredAt
        self.variables = variables
    }

    struct MapItem {
        var index: Int
        var value: JSONValue
    }

    func variable(_ name: String) -> JSONValue? {
        for scope in variables {
            if let payload = scope[name] { return payload.value }
        }
        return nil
    }

    /// The context object `$$`.
    var contextObject: JSONValue {
        var context: JSONObject = [
            "Execution": [
                "Id": .string(start.context.id),
                "Input": start.input,
                "Name": .string(start.context.name),
                "RoleArn": .string(start.context.roleArn),
                "StartTime": .string(Timestamp.text(start.context.startTime)),
                "RedriveCount": .number(start.context.redriveCount),
            ],
            "StateMachine": [
                "Id": .string(start.context.stateMachineId),
                "Name": .string(start.context.stateMachineName),
            ],
            "State": stateObject,
        ]
        if let taskToken { context["Task"] = ["Token": .string(taskToken)] }
        if let mapItem {
            context["Map"] = ["Item": ["Index": .number(mapItem.index), "Value": mapItem.value]]
        }
        return .object(context)
    }

    private var stateObject: JSONValue {
        var object: JSONObject = [
            "Name": .string(state),
            "EnteredTime": .string(Timestamp.text(enteredAt)),
        ]
        if let retryCount { object["RetryCount"] = .number(retryCount) }
        return .object(object)
    }
}
