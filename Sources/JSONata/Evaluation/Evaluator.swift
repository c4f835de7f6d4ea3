import JSON

/// One evaluation: its limits, its global variables, and the rules by which nodes become values.
///
/// The rules are jsonata-js's; it evaluates recursively as that does, and counts its levels the same way,
/// so that a depth limit means the same here and there.
final class Evaluator {
    let environment: JSONataEnvironment
    let limits: JSONataLimits
    /// The whole input, `$$`.
    private(set) var input = Value.undefined
    /// The variables seen where the call under way stands; `$eval` sees them too.
    var callFrame = Frame(inside: nil)
    private var depth = 0
    private var callDepth = 0
    private(set) var stepsLeft: Int
    private var globals: [String: Value] = [:]
    /// Frames that may hang on themselves through functions bound in them.
    private var cyclicFrames: [Frame] = []

    /// How often the host is asked whether time is up.
    private static let stepsBetweenLooks = 512

    init(environment: JSONataEnvironment, steps: Int) {
        self.environment = environment
        limits = environment.limits
        stepsLeft = steps
    }

    /// Evaluates a whole expression for the input.
    func evaluate(_ root: Node, input json: JSONValue?) throws(Fault) -> Value {
        input = Value(json)
        guard case .array = input else { return try evaluate(root, input, callFrame) }
        // An array as the context counts as one value until it is looked into; `$$` is the array itself.
        let context = ArrayValue([input], traits: [.sequence, .outerWrapper])
        return try evaluate(root, .array(context), callFrame)
    }

    /// Frees what closures keep alive in circles.
    func end() {
        for frame in cyclicFrames { frame.clear() }
        cyclicFrames = []
    }

    func evaluate(_ node: Node, _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        try enter()
        defer { leave() }
        var result = try bareValue(of: node, input, frame)
        if !node.predicates.isEmpty || node.group != nil {
            result = try narrowed(result, node, frame)
        }
        switch result {
        case .undefined, .null, .bool, .number, .long, .string: return result
        case .array(let array): return try unwrapped(array, keepsArray: node.keepsArray)
        case .object, .function, .tuples:
            try check(result.weight)
            return result
        }
    }

    /// What predicates and a group-by make of the value; those of paths are part of the path.
    private func narrowed(_ value: Value, _ node: Node, _ frame: Frame) throws(Fault) -> Value {
        var result = value
        for predicate in node.predicates { result = try filter(predicate, result, frame) }
        guard let group = node.group, node.steps == nil else { return result }
        return try self.group(group, result, frame)
    }

    /// The value before predicates and groups.
    ///
    /// Nothing is taken out of the node here that is not returned at once: this function is on the stack
    /// once per level, and each value that it binds would make every level larger.
    private func bareValue(
        of node: Node,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        switch node.kind {
        case .path: try path(node, input, frame)
        case .call: try call(node, input, frame)
        case .binary: try binary(node, input, frame)
        case .block, .condition, .fallback, .bind, .array, .object, .negation:
            try compound(node, input, frame)
        case .apply: try chain(node, input, frame)
        case .descendants: try descendants(of: input)
        case .partialCall: try partialCall(node, input, frame)
        case .name, .string, .number, .bool, .null, .wildcard, .parent, .variable, .regex, .lambda,
            .transform, .sort, .placeholder:
            try leaf(node, input, frame)
        }
    }

    private func compound(
        _ node: Node,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        switch node.kind {
        case .block(let items): return try block(items, input, frame)
        case .array(let items): return try array(items, node, input, frame)
        case .object(let group): return try self.group(group, input, frame)
        case .negation(let operand): return try negation(operand, node, input, frame)
        case .bind(let name, let value): return try bind(name, value, input, frame)
        case .condition(let condition, let then, let otherwise):
            let isTrue = try isTrue(evaluate(condition, input, frame))
            guard let branch = isTrue ? then : otherwise else { return .undefined }
            return try evaluate(branch, input, frame)
        case .fallback(let symbol, let left, let right):
            let value = try evaluate(left, input, frame)
            let isUsed = symbol == .elvis ? try isTrue(value) : !value.isUndefined
            return isUsed ? value : try evaluate(right, input, frame)
        default: return .undefined
        }
    }

    private func leaf(
        _ node: Node,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        switch node.kind {
        case .name(let name): try lookUp(name, in: input)
        case .string(let text): .string(text)
        case .number(let number): .number(number)
        case .bool(let value): .bool(value)
        case .null: .null
        case .wildcard: try wildcard(input)
        case .parent(let slot): frame.lookUp(slot.label) ?? .undefined
        case .variable(let name): try variable(name, input, frame)
        case .regex(let regex):
            .function(.regex(RegexFunction(regex: regex, position: node.position)))
        case .lambda(let syntax):
            .function(.lambda(Lambda(syntax: syntax, input: input, frame: frame)))
        case .transform(let syntax):
            .function(.transform(Transform(syntax: syntax, frame: frame)))
        default: .undefined
        }
    }

    /// A sequence of one as that one and an empty one as nothing, unless it is to stay an array.
    private func unwrapped(_ array: ArrayValue, keepsArray: Bool) throws(Fault) -> Value {
        try check(array.weight)
        try checkLength(array.count)
        guard array.isSequence else { return .array(array) }
        var array = array
        if keepsArray { array.traits.insert(.keepsSingleton) }
        switch array.count {
        case 0: return .undefined
        case 1 where !array.traits.contains(.keepsSingleton): return array.elements[0]
        default: return .array(array)
        }
    }

    func checkLength(_ count: Int) throws(Fault) {
        guard count <= limits.maximumSequenceLength else { throw Self.outOfMemory }
    }

    private func check(_ weight: Weight) throws(Fault) {
        guard weight.depth <= limits.maximumNesting else {
            throw .limit("A value is nested deeper than \(limits.maximumNesting) levels")
        }
    }
}

extension Evaluator {
    /// Counts one level and one step.
    func enter() throws(Fault) {
        depth += 1
        guard depth <= limits.maximumDepth else {
            depth -= 1
            throw Self.tooDeep
        }
        do throws(Fault) {
            try spend(1)
        } catch {
            depth -= 1
            throw error
        }
    }

    func leave() { depth -= 1 }

    /// Counts a call that is made from within another.
    ///
    /// Functions that call functions need not evaluate anything between, so levels alone would not tell.
    func enterCall() throws(Fault) {
        guard callDepth < limits.maximumDepth else { throw Self.tooDeep }
        callDepth += 1
    }

    func leaveCall() { callDepth -= 1 }

    private static var tooDeep: Fault {
        .limit(
            "Stack overflow error: Check for non-terminating recursive function."
                + " Consider rewriting as tail-recursive"
        )
    }

    /// Counts steps for bulk work.
    func spend(_ steps: Int) throws(Fault) {
        let before = stepsLeft
        stepsLeft -= steps
        guard stepsLeft >= 0 else { throw Self.outOfTime }
        guard before / Self.stepsBetweenLooks != stepsLeft / Self.stepsBetweenLooks,
            environment.isOverdue?() == true
        else { return }
        throw Self.outOfTime
    }

    private static var outOfTime: Fault {
        .limit("Expression evaluation timeout: Check for infinite loop")
    }

    /// What AWS says of an expression that makes too much.
    static var outOfMemory: Fault { .limit(JSONataError.outOfMemory.message) }

    /// The steps that it takes to make so many elements.
    ///
    /// Steps bound memory too: whatever an expression holds, it has made.
    func spend(elements count: Int) throws(Fault) { try spend(count / Self.elementsPerStep) }

    private static let elementsPerStep = 4

    /// The text, unless it is longer than an expression may make one.
    func limited(_ text: String) throws(Fault) -> Value {
        let length = text.utf8.count
        guard length <= limits.maximumStringLength else { throw Self.outOfMemory }
        try spend(length / Self.bytesPerStep)
        return .string(text)
    }

    /// Lets go of the frame at the end.
    func rememberCycle(in frame: Frame) {
        if cyclicFrames.last !== frame { cyclicFrames.append(frame) }
    }
}

extension Evaluator {
    private func variable(
        _ name: String,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        guard name.isEmpty else {
            if let value = frame.lookUp(name) { return value }
            return try global(name)
        }
        if case .array(let array) = input, array.traits.contains(.outerWrapper) {
            return array.elements[0]
        }
        return input
    }

    /// The variable or function that the host or the library defines.
    func global(_ name: String) throws(Fault) -> Value {
        if name == "$" { return input }
        if let value = globals[name] { return value }
        let value = environment.global(name)
        if case .array(let array) = value { try spend(elements: array.count) }
        globals[name] = value
        return value
    }

    private func bind(
        _ name: String,
        _ value: Node,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        let value = try evaluate(value, input, frame)
        frame.bind(name, value)
        if value.weight.hasFunctions, !frame.isOwn(value) { rememberCycle(in: frame) }
        return value
    }

    private func block(_ items: [Node], _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        let inner = Frame(inside: frame)
        var result = Value.undefined
        for item in items { result = try evaluate(item, input, inner) }
        return result
    }
}

extension JSONataEnvironment {
    fileprivate func global(_ name: String) -> Value {
        if let value = variables[name] { return Value(value) }
        if let function = functions[name] {
            return .function(.host(HostFunction(name: name, function: function)))
        }
        guard !hiddenFunctions.contains(name), let function = BuiltIn.all[name] else {
            return .undefined
        }
        return .function(.builtIn(function))
    }
}
