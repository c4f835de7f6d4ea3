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
    var surroundings: Surroundings
    /// The draw of `States.UUID` and `States.MathRandom`.
    var random: RandomSource
    /// What `$now()` answers.
    var now: Date

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

/// What a state knows of where it runs.
///
/// The context object is only built when something reads it.
struct Surroundings {
    var execution: ExecutionContext
    var executionInput: JSONValue
    var state: String
    var enteredAt: Date
    /// Nil in a state that cannot be retried.
    var retryCount: Int?
    /// The innermost iteration of a Map, if any.
    var mapItem: MapItem?
    var taskToken: String?
    /// The variables of the branch, then those of the branches around it.
    var variables: [Variables]

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
                "Id": .string(execution.id),
                "Input": executionInput,
                "Name": .string(execution.name),
                "RoleArn": .string(execution.roleArn),
                "StartTime": .string(Timestamp.text(execution.startTime)),
                "RedriveCount": .number(execution.redriveCount),
            ],
            "StateMachine": [
                "Id": .string(execution.stateMachineId),
                "Name": .string(execution.stateMachineName),
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
