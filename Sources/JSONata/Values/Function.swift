/// Everything that can be called.
enum Function {
    case builtIn(BuiltIn)
    case host(HostFunction)
    case lambda(Lambda)
    /// A function of the library with some of its arguments given.
    case partial(PartialCall)
    /// The first function, then the second.
    case composed(Composition)
    case transform(Transform)
    case regex(RegexFunction)
    /// The function `next` in what a regular expression answers.
    case nextMatch(MatchCursor)
}

/// A function of an expression, with the variables that it sees.
final class Lambda {
    let syntax: LambdaSyntax
    let input: Value
    let frame: Frame

    init(syntax: LambdaSyntax, input: Value, frame: Frame) {
        self.syntax = syntax
        self.input = input
        self.frame = frame
    }
}

final class HostFunction {
    let name: String
    let function: JSONataFunction

    init(name: String, function: JSONataFunction) {
        self.name = name
        self.function = function
    }
}

/// A function of the library whose missing arguments are asked for.
final class PartialCall {
    let function: Function
    /// One per parameter; nil where the argument is still to come.
    let arguments: [Value?]
    let weight: Weight

    init(function: Function, arguments: [Value?]) {
        self.function = function
        self.arguments = arguments
        var weight = function.weight
        for argument in arguments { weight.add(argument?.weight ?? Weight()) }
        self.weight = weight.raised
    }
}

/// Two functions that are called one after the other.
final class Composition {
    let first: Function
    let second: Function
    let weight: Weight

    init(first: Function, second: Function) {
        self.first = first
        self.second = second
        var weight = first.weight
        weight.add(second.weight)
        self.weight = weight.raised
    }
}

/// A transform operator with the variables that it sees.
final class Transform {
    let syntax: TransformSyntax
    let frame: Frame

    init(syntax: TransformSyntax, frame: Frame) {
        self.syntax = syntax
        self.frame = frame
    }
}

/// A regular expression and where it stands.
final class RegexFunction {
    let regex: Regex
    let position: Int

    init(regex: Regex, position: Int) {
        self.regex = regex
        self.position = position
    }
}

/// Where the search for the next match goes on.
final class MatchCursor {
    let function: RegexFunction
    let subject: Subject
    let offset: Int

    init(function: RegexFunction, subject: Subject, offset: Int) {
        self.function = function
        self.subject = subject
        self.offset = offset
    }
}

extension Function {
    /// How many arguments a higher-order function passes to it.
    var arity: Int {
        switch self {
        case .builtIn(let function): function.arity
        case .host(let function): function.function.arity
        case .lambda(let lambda): lambda.syntax.parameters.count
        case .partial(let call): call.arguments.count { $0 == nil }
        case .composed, .transform: 1
        case .regex: 2
        case .nextMatch: 0
        }
    }

    var weight: Weight {
        var weight = Weight.function
        switch self {
        case .builtIn, .host, .regex, .nextMatch: return weight
        case .lambda(let lambda): weight.add(lambda.frame.weight)
        case .transform(let transform): weight.add(transform.frame.weight)
        case .partial(let call): weight.add(call.weight)
        case .composed(let composition): weight.add(composition.weight)
        }
        return weight
    }

    func isIdentical(to other: Function) -> Bool {
        switch (self, other) {
        case (.builtIn(let left), .builtIn(let right)): left === right
        case (.host(let left), .host(let right)): left.name == right.name
        case (.lambda(let left), .lambda(let right)):
            left.syntax === right.syntax && left.frame === right.frame
        case (.partial(let left), .partial(let right)): left === right
        case (.composed(let left), .composed(let right)): left === right
        case (.transform(let left), .transform(let right)): left === right
        case (.regex(let left), .regex(let right)): left === right
        case (.nextMatch(let left), .nextMatch(let right)): left === right
        case (.builtIn, _), (.host, _), (.lambda, _), (.partial, _), (.composed, _),
            (.transform, _), (.regex, _), (.nextMatch, _):
            false
        }
    }
}
