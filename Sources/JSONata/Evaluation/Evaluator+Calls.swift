import JSON

/// Where a function is called, for its errors.
struct CallSite {
    let name: JSONValue?
    let position: Int
}

extension Evaluator {
    /// Calls a function, with a first argument from the left of a chain when there is one.
    func call(
        _ node: Node,
        _ input: Value,
        _ frame: Frame,
        first: Value? = nil
    ) throws(Fault) -> Value {
        guard case .call(let call) = node.kind else { return .undefined }
        let callee = try evaluate(call.callee, input, frame)
        if callee.isUndefined, let name = try misspelt(call.callee, frame) {
            throw Fault("T1005", at: node.position, token: .string(name))
        }
        var arguments: [Value] = []
        arguments.reserveCapacity(call.arguments.count + 1)
        if let first { arguments.append(first) }
        for argument in call.arguments {
            arguments.append(try evaluate(argument, input, frame))
        }
        let site = CallSite(name: call.callee.calledName, position: node.position)
        let outer = callFrame
        callFrame = frame
        defer { callFrame = outer }
        do throws(Fault) {
            return try apply(callee, arguments, input: input, site: site)
        } catch {
            var fault = error
            if fault.position == nil { fault.position = site.position }
            if fault.token == nil { fault.token = site.name }
            throw fault
        }
    }

    /// The name when it is that of a function whose `$` was forgotten.
    private func misspelt(_ callee: Node, _ frame: Frame) throws(Fault) -> String? {
        guard let step = callee.steps?.first, case .name(let name) = step.kind else { return nil }
        if frame.lookUp(name)?.isUndefined == false { return name }
        let value = try global(name)
        return value.isUndefined ? nil : name
    }

    /// Calls a function, and what its result puts off to be called in its place.
    func apply(
        _ callee: Value,
        _ arguments: [Value],
        input: Value,
        site: CallSite? = nil
    ) throws(Fault) -> Value {
        try enterCall()
        defer { leaveCall() }
        var result = try applyOnce(callee, arguments, input: input, site: site)
        while case .function(.lambda(let thunk)) = result, thunk.syntax.isThunk,
            case .call(let call) = thunk.syntax.body.kind
        {
            let next = try evaluate(call.callee, thunk.input, thunk.frame)
            var arguments: [Value] = []
            arguments.reserveCapacity(call.arguments.count)
            for argument in call.arguments {
                arguments.append(try evaluate(argument, thunk.input, thunk.frame))
            }
            let site = CallSite(name: call.callee.calledVariable, position: call.callee.position)
            result = try applyOnce(next, arguments, input: input, site: site)
        }
        return result
    }

    private func applyOnce(
        _ callee: Value,
        _ arguments: [Value],
        input: Value,
        site: CallSite?
    ) throws(Fault) -> Value {
        guard case .function(let function) = callee else { throw Fault("T1006") }
        do throws(Fault) {
            return try perform(function, arguments, input: input)
        } catch {
            var fault = error
            if let site {
                if fault.token == nil { fault.token = site.name }
                fault.position = site.position
            }
            throw fault
        }
    }

    private func perform(
        _ function: Function,
        _ arguments: [Value],
        input: Value
    ) throws(Fault) -> Value {
        try spend(1)
        switch function {
        case .lambda(let lambda): return try perform(lambda, arguments, input: input)
        case .builtIn(let function):
            if function.cost == .arguments {
                for argument in arguments { try spend(looksAt: argument) }
            }
            let arguments = try function.signature?.validate(arguments, context: input) ?? arguments
            return try function.body(Arguments(arguments, input: input), self)
        case .host(let function): return try perform(function.function, arguments, input: input)
        case .partial(let call): return try perform(call, arguments, input: input)
        case .composed(let composition):
            try enter()
            defer { leave() }
            let middle = try apply(.function(composition.first), arguments, input: .null)
            return try apply(.function(composition.second), [middle], input: .null)
        case .transform(let transform): return try perform(transform, arguments, input: input)
        case .regex(let regex): return try regex.match(arguments, self)
        case .nextMatch(let cursor): return try cursor.next(self)
        }
    }

    private func perform(
        _ lambda: Lambda,
        _ arguments: [Value],
        input: Value
    ) throws(Fault) -> Value {
        guard let signature = lambda.syntax.signature else { return try run(lambda, arguments) }
        try spend(signature.looks(at: arguments) / 4)
        return try run(lambda, try signature.validate(arguments, context: input))
    }

    private func run(_ lambda: Lambda, _ arguments: [Value]) throws(Fault) -> Value {
        let frame = Frame(inside: lambda.frame)
        for (place, name) in lambda.syntax.parameters.enumerated() {
            frame.bind(name, place < arguments.count ? arguments[place] : .undefined)
        }
        return try evaluate(lambda.syntax.body, lambda.input, frame)
    }

    private func perform(
        _ call: PartialCall,
        _ arguments: [Value],
        input: Value
    ) throws(Fault) -> Value {
        let arguments = call.complete(with: arguments)
        // jsonata-js leaves the signature behind here.
        switch call.function {
        case .lambda(let lambda): return try run(lambda, arguments)
        case .builtIn(let function):
            let arguments = function.coerced(arguments) ?? arguments
            return try perform(call.function, arguments, input: input)
        case .host, .partial, .composed, .transform, .regex, .nextMatch:
            return try perform(call.function, arguments, input: input)
        }
    }

    private func perform(
        _ function: JSONataFunction,
        _ arguments: [Value],
        input: Value
    ) throws(Fault) -> Value {
        let arguments = try function.signature?.validate(arguments, context: input) ?? arguments
        var converted: [JSONValue?] = []
        for argument in arguments {
            if case .string(let text) = argument {
                try spend(text.utf8.count / max(function.bytesPerStep, 1))
            }
            converted.append(try json(argument))
        }
        let answer: JSONValue?
        do throws(JSONataError) {
            answer = try function.body(converted)
        } catch {
            throw Fault(error)
        }
        let result = Value(answer)
        try spend(made: result)
        guard function.answer == .sequence, case .array(let array) = result else { return result }
        return .sequence(of: array.elements)
    }
}

extension Evaluator {
    /// A call with question marks: a function of the arguments that are still missing.
    func partialCall(_ node: Node, _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        guard case .partialCall(let call) = node.kind else { return .undefined }
        var arguments: [Value?] = []
        for argument in call.arguments {
            if case .placeholder = argument.kind {
                arguments.append(nil)
            } else {
                arguments.append(try evaluate(argument, input, frame))
            }
        }
        let callee = try evaluate(call.callee, input, frame)
        if callee.isUndefined, let name = try misspelt(call.callee, frame) {
            throw Fault("T1007", at: node.position, token: .string(name))
        }
        guard case .function(let function) = callee else {
            throw Fault("T1008", at: node.position, token: call.callee.calledName)
        }
        return .function(.partial(PartialCall(function: function, arguments: arguments)))
    }

    /// `left ~> right`: calls the right side with the left one, or joins two functions to one.
    func chain(_ node: Node, _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        guard case .apply(let left, let right) = node.kind else { return .undefined }
        let first = try evaluate(left, input, frame)
        if case .call = right.kind { return try call(right, input, frame, first: first) }
        let second = try evaluate(right, input, frame)
        guard case .function(let function) = second else {
            throw Fault("T2006", at: node.position, value: second.shown)
        }
        if case .function(let firstFunction) = first {
            let composition = Composition(first: firstFunction, second: function)
            return .function(.composed(composition))
        }
        return try apply(second, [first], input: .null)
    }
}

extension Evaluator {
    /// Counts the steps that it takes to take a value from the host; objects are taken when they are read.
    private func spend(made value: Value) throws(Fault) {
        guard case .array(let array) = value else { return try spend(looksAt: value) }
        try spend(1)
        try spend(elements: array.count)
        for element in array.elements { if case .array = element { try spend(made: element) } }
    }

    /// Counts the steps that it takes to look at the value, but not into what it holds.
    private func spend(looksAt value: Value) throws(Fault) {
        switch value {
        case .array(let array): try spend(array.count / 16)
        case .object(let object): try spend(elements: object.count)
        case .string(let text): try spend(text.utf8.count / Self.bytesPerStep)
        case .undefined, .null, .bool, .number, .long, .function, .tuples: return
        }
    }
}

extension PartialCall {
    /// All arguments: those that were given before and the others in the places left open.
    fileprivate func complete(with others: [Value]) -> [Value] {
        var others = others.makeIterator()
        return arguments.map { $0 ?? others.next() ?? .undefined }
    }
}

extension Node {
    /// What an error calls the function.
    fileprivate var calledName: JSONValue? {
        switch kind {
        case .path(let steps):
            if let first = steps.first, case .name(let name) = first.kind {
                .string(name)
            } else {
                nil
            }
        case .string(let text): .string(text)
        case .number(let number): Value.number(number).shown
        case .bool(let value): .bool(value)
        case .array: "["
        case .object: "{"
        case .call, .partialCall: "("
        default: calledVariable
        }
    }

    fileprivate var calledVariable: JSONValue? {
        guard case .variable(let name) = kind else { return nil }
        return .string(name)
    }
}

extension Fault {
    /// The error of a function of the host.
    fileprivate init(_ error: JSONataError) {
        self.init(
            error.code,
            at: error.position,
            token: error.token.map { .string($0) },
            value: error.value
        )
        self.text = error.message
    }
}
