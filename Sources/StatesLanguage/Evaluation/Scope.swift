internal import Formats
internal import FoundationEssentials
internal import JSON
internal import JSONata

/// What an expression sees: its input `$`, the context object `$$` and the variables.
struct Scope {
    /// `$` in JSONPath, `$states.input` in JSONata.
    var input: JSONValue
    /// What of the state's work the expression sees besides, where there is anything.
    private(set) var outcome: Outcome?
    /// What the context object is made of.
    let surroundings: Surroundings

    /// What the state's work came to, which only JSONata sees.
    ///
    /// Indirect, for scopes are copied often and most have none.
    indirect enum Outcome {
        /// `$states.result`
        case result(JSONValue)
        /// `$states.errorOutput`
        case errorOutput(JSONValue)
    }

    init(input: JSONValue, surroundings: Surroundings) {
        self.input = input
        self.surroundings = surroundings
    }

    /// The draw of `States.UUID` and `States.MathRandom`.
    var random: RandomSource { RandomSource(start: surroundings.start) }
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
        scope.outcome = .result(result)
        return scope
    }

    /// The same with the error that a catcher catches.
    func with(errorOutput: JSONValue) -> Scope {
        var scope = self
        scope.outcome = .errorOutput(errorOutput)
        return scope
    }
}

/// A handle on the caller's generator for the length of one turn.
struct RandomSource: RandomNumberGenerator {
    let start: ExecutionStart

    func draw() -> UInt64 { start.draw() }

    mutating func next() -> UInt64 { draw() }
}

/// What all states that are looked at in one turn know; shared, not copied, by their scopes.
final class ExecutionStart {
    /// Another one once the execution is redriven.
    var origin: Execution.Origin
    let now: Date
    /// The caller's generator, which is given back where a number was drawn.
    private var generator: any RandomNumberGenerator
    private(set) var hasDrawn = false
    private let rules: Interpreter.Rules
    var limits: InterpreterLimits { rules.limits }
    var digest: Digests.Function { rules.digests.digest }
    /// AWS's functions for JSONata that draw no random numbers.
    var queryFunctions: [String: JSONataFunction] { rules.digests.queryFunctions }

    init(
        _ origin: Execution.Origin,
        now: Date,
        random: some RandomNumberGenerator,
        rules: Interpreter.Rules
    ) {
        self.origin = origin
        self.now = now
        generator = random
        self.rules = rules
    }

    func draw() -> UInt64 {
        hasDrawn = true
        return generator.next()
    }

    /// Gives the generator back to whom it was taken from, which only matters when it has drawn.
    func putBack<Generator: RandomNumberGenerator>(_ random: inout Generator) {
        guard let generator = generator as? Generator else {
            preconditionFailure("The generator is another than it was.")
        }
        random = generator
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
    /// How many steps the state's JSONata expressions may still take together.
    var queryStepsLeft: Int
    /// How much its paths and intrinsic functions may still look at together.
    private(set) lazy var pathBudget = PathBudget()

    init(of branch: borrowing Branch, in start: ExecutionStart, variables: [Variables]) {
        self.start = start
        state = branch.state
        enteredAt = branch.enteredAt
        self.variables = variables
        queryStepsLeft = start.limits.maximumQuerySteps
    }

    /// What `$$.Map.Item` says.
    struct MapItem {
        var index: Int
        /// The name of an object's member.
        var key: JSONValue?
        var value: JSONValue
        /// Where it was read from.
        var source: String

        init(index: Int, of progress: MapProgress) {
            let item = progress.items[index]
            self.index = index
            key = progress.areMembers ? item["Key"] : nil
            value = progress.areMembers ? item["Value"] ?? .null : item
            source = progress.source ?? "STATE_DATA"
        }

        fileprivate var json: JSONValue {
            var members: JSONObject = ["Index": .number(index)]
            members["Key"] = key
            members["Value"] = value
            members["Source"] = .string(source)
            return .object(members)
        }
    }

    func variable(_ name: String) -> JSONValue? {
        for scope in variables {
            if let payload = scope[name] { return payload.value }
        }
        return nil
    }

    /// The context object `$$`.
    var contextObject: JSONValue {
        let origin = start.origin.context
        var execution: JSONObject = [
            "Id": .string(origin.id),
            "Input": start.origin.input.value,
            "Name": .string(origin.name),
            "RoleArn": .string(origin.roleArn),
            "StartTime": .string(Timestamp.text(origin.startTime)),
            "RedriveCount": .number(origin.redriveCount),
        ]
        if let time = origin.redriveTime {
            execution["RedriveTime"] = .string(Timestamp.text(time))
        }
        var context: JSONObject = [
            "Execution": .object(execution),
            "StateMachine": [
                "Id": .string(origin.stateMachineId),
                "Name": .string(origin.stateMachineName),
            ],
            "State": stateObject,
        ]
        if let taskToken { context["Task"] = ["Token": .string(taskToken)] }
        if let mapItem { context["Map"] = ["Item": mapItem.json] }
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
