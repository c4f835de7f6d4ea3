import JSON

/// Turns the grammar's tree into what is evaluated, by the rules of jsonata-js's `processAST`.
///
/// It makes paths with steps and stages, puts off calls in tail position, and finds the ancestors that
/// parent operators refer to.
struct NodeBuilder {
    private var ancestry: [Slot] = []

    static func build(_ syntax: Syntax) throws(Fault) -> Node {
        var builder = NodeBuilder()
        let node = try builder.node(syntax)
        if node.isParent || node.seekingParent != nil {
            // Like jsonata-js, which knows no position of what has no token of its own.
            let position = node.isParent || node.steps != nil ? nil : node.position
            throw Fault("S0217", at: position, token: .string(node.typeName))
        }
        return node
    }

    private mutating func node(_ syntax: Syntax) throws(Fault) -> Node {
        let node = try bareNode(syntax)
        if syntax.keepsArray { node.keepsArray = true }
        return node
    }

    private mutating func bareNode(_ syntax: Syntax) throws(Fault) -> Node {
        let position = syntax.position
        switch syntax.kind {
        case .terminal(let token): return try terminal(token, syntax)
        case .wildcard: return Node(.wildcard, at: position)
        case .descendants: return Node(.descendants, at: position)
        case .parent: return parent(at: position)
        case .negation(let operand): return try negation(operand, at: position)
        case .binary(.at, let left, let right):
            return try focus(left, right, syntax)
        case .binary(let symbol, let left, let right):
            return try binary(symbol, left, right, at: position)
        case .groupBy(let operand, let pairs):
            return try groupBy(operand, pairs, at: position)
        case .orderBy(let operand, let terms): return try orderBy(operand, terms, at: position)
        case .array(let items): return try array(items, at: position)
        case .object(let pairs): return try object(pairs, at: position)
        case .block(let items): return try block(items, at: position)
        case .call(let callee, let arguments):
            return try call(callee, arguments, at: position, Node.Kind.call)
        case .partialCall(let callee, let arguments):
            return try call(callee, arguments, at: position, Node.Kind.partialCall)
        case .lambda(let parameters, let signature, let body):
            return try lambda(parameters, signature, body, at: position)
        case .condition(let condition, let then, let otherwise):
            return try self.condition(condition, then, otherwise, at: position)
        case .transform(let pattern, let update, let delete):
            return try transform(pattern, update, delete, at: position)
        }
    }

    private func terminal(_ token: Token.Kind, _ syntax: Syntax) throws(Fault) -> Node {
        let position = syntax.position
        switch token {
        case .name(let name): return path(of: name, syntax)
        case .symbol(.and), .symbol(.or), .symbol(.in):
            return path(of: token.json.string ?? "", syntax)
        case .symbol(.question): return Node(.placeholder, at: position)
        case .variable(let name): return Node(.variable(name), at: position)
        case .string(let text): return Node(.string(text), at: position)
        case .number(let number): return Node(.number(number), at: position)
        case .bool(let value): return Node(.bool(value), at: position)
        case .null: return Node(.null, at: position)
        case .regex(let regex): return Node(.regex(regex), at: position)
        case .symbol: throw Fault("S0201", at: position, token: token.json)
        case .end: throw Fault("S0207", at: position, token: token.json)
        }
    }

    private func path(of name: String, _ syntax: Syntax) -> Node {
        let step = Node(.name(name), at: syntax.position)
        let path = Node(.path([step]), at: syntax.position)
        step.keepsArray = syntax.keepsArray
        path.keepsSingleton = syntax.keepsArray
        return path
    }

    private mutating func parent(at position: Int) -> Node {
        let slot = Slot(label: "!\(ancestry.count)")
        ancestry.append(slot)
        return Node(.parent(slot), at: position)
    }

    private mutating func negation(_ operand: Syntax, at position: Int) throws(Fault) -> Node {
        let operand = try node(operand)
        if case .number(let number) = operand.kind {
            operand.kind = .number(-number)
            return operand
        }
        let result = Node(.negation(operand), at: position)
        result.takeAncestry(of: operand)
        return result
    }

    private mutating func array(_ items: [Syntax], at position: Int) throws(Fault) -> Node {
        let items = try nodes(items)
        let result = Node(.array(items), at: position)
        for item in items { result.takeAncestry(of: item) }
        return result
    }

    private mutating func object(_ pairs: [Syntax.Pair], at position: Int) throws(Fault) -> Node {
        let group = try group(pairs, at: position)
        let result = Node(.object(group), at: position)
        for (key, value) in group.pairs {
            result.takeAncestry(of: key)
            result.takeAncestry(of: value)
        }
        return result
    }

    private mutating func group(
        _ pairs: [Syntax.Pair],
        at position: Int
    ) throws(Fault) -> Node.Group {
        var nodes: [(key: Node, value: Node)] = []
        for pair in pairs { nodes.append((try node(pair.key), try node(pair.value))) }
        return Node.Group(pairs: nodes, position: position)
    }

    private mutating func block(_ items: [Syntax], at position: Int) throws(Fault) -> Node {
        let items = try nodes(items)
        let result = Node(.block(items), at: position)
        for item in items {
            result.takeAncestry(of: item)
            if item.isConstructor || item.steps?.first?.isConstructor == true {
                result.isConstructor = true
            }
        }
        return result
    }

    private mutating func call(
        _ callee: Syntax,
        _ arguments: [Syntax],
        at position: Int,
        _ kind: (Node.Call) -> Node.Kind
    ) throws(Fault) -> Node {
        let arguments = try nodes(arguments)
        let result = Node(
            kind(Node.Call(callee: try node(callee), arguments: arguments)),
            at: position
        )
        for argument in arguments { result.takeAncestry(of: argument) }
        return result
    }

    private mutating func lambda(
        _ parameters: [String],
        _ signature: Signature?,
        _ body: Syntax,
        at position: Int
    ) throws(Fault) -> Node {
        let syntax = LambdaSyntax(
            parameters: parameters,
            signature: signature,
            body: try node(body).withDeferredTailCall(),
            isThunk: false
        )
        return Node(.lambda(syntax), at: position)
    }

    private mutating func condition(
        _ condition: Syntax,
        _ then: Syntax,
        _ otherwise: Syntax?,
        at position: Int
    ) throws(Fault) -> Node {
        let condition = try node(condition)
        let then = try node(then)
        var other: Node?
        if let otherwise { other = try node(otherwise) }
        let result = Node(.condition(condition, then: then, otherwise: other), at: position)
        result.takeAncestry(of: condition)
        result.takeAncestry(of: then)
        if let other { result.takeAncestry(of: other) }
        return result
    }

    private mutating func transform(
        _ pattern: Syntax,
        _ update: Syntax,
        _ delete: Syntax?,
        at position: Int
    ) throws(Fault) -> Node {
        let pattern = try node(pattern)
        let update = try node(update)
        var deletions: Node?
        if let delete { deletions = try node(delete) }
        let syntax = TransformSyntax(pattern: pattern, update: update, delete: deletions)
        return Node(.transform(syntax), at: position)
    }

    private mutating func nodes(_ items: [Syntax]) throws(Fault) -> [Node] {
        var nodes: [Node] = []
        for item in items { nodes.append(try node(item)) }
        return nodes
    }
}

extension NodeBuilder {
    private mutating func binary(
        _ symbol: Symbol,
        _ left: Syntax,
        _ right: Syntax,
        at position: Int
    ) throws(Fault) -> Node {
        switch symbol {
        case .dot: return try step(left, right)
        case .openBracket: return try predicate(left, right, at: position)
        case .assign: return try assignment(left, right, at: position)
        case .hash: return try index(left, right)
        case .chain: return try chain(left, right, at: position)
        case .elvis, .coalesce:
            return try operation(left, right, at: position) { .fallback(symbol, $0, $1) }
        default: return try operation(left, right, at: position) { .binary(symbol, $0, $1) }
        }
    }

    private mutating func operation(
        _ left: Syntax,
        _ right: Syntax,
        at position: Int,
        _ kind: (Node, Node) -> Node.Kind
    ) throws(Fault) -> Node {
        let left = try node(left)
        let right = try node(right)
        let result = Node(kind(left, right), at: position)
        result.takeAncestry(of: left)
        result.takeAncestry(of: right)
        return result
    }

    private mutating func chain(
        _ left: Syntax,
        _ right: Syntax,
        at position: Int
    ) throws(Fault) -> Node {
        let left = try node(left)
        let right = try node(right)
        let result = Node(.apply(left, right), at: position)
        result.keepsArray = left.keepsArray || right.keepsArray
        return result
    }

    private mutating func assignment(
        _ left: Syntax,
        _ right: Syntax,
        at position: Int
    ) throws(Fault) -> Node {
        let value = try node(right)
        let result = Node(.bind(left.variable, value), at: position)
        result.takeAncestry(of: value)
        return result
    }

    private mutating func step(_ left: Syntax, _ right: Syntax) throws(Fault) -> Node {
        let first = try node(left)
        let path = first.steps == nil ? Node(.path([first]), at: first.position) : first
        if case .parent(let slot) = first.kind { path.seekingParent = [slot] }
        let rest = try node(right)
        var steps = path.steps ?? []
        if let others = rest.steps {
            steps += others
        } else {
            rest.stages = rest.predicates.map(Node.Stage.filter)
            rest.predicates = []
            steps.append(rest)
        }
        try Self.nameStrings(steps)
        path.kind = .path(steps)
        if steps.contains(where: \.keepsArray) { path.keepsSingleton = true }
        steps.first?.markConstructor()
        steps.last?.markConstructor()
        try resolveAncestry(path)
        return path
    }

    /// Strings in a path are names; numbers and other literals may not stand there.
    private static func nameStrings(_ steps: [Node]) throws(Fault) {
        for step in steps {
            switch step.kind {
            case .number(let number):
                throw Fault("S0213", at: step.position, value: Value.number(number).shown)
            case .bool(let value): throw Fault("S0213", at: step.position, value: .bool(value))
            case .null: throw Fault("S0213", at: step.position, value: .null)
            case .string(let name): step.kind = .name(name)
            default: continue
            }
        }
    }

    private mutating func predicate(
        _ left: Syntax,
        _ right: Syntax,
        at position: Int
    ) throws(Fault) -> Node {
        let result = try node(left)
        let step = result.steps?.last ?? result
        guard step.group == nil else { throw Fault("S0209", at: position) }
        let predicate = try node(right)
        if let slots = predicate.seekingParent {
            for slot in slots {
                if slot.level == 1 {
                    try seekParent(of: slot, in: step)
                } else {
                    slot.level -= 1
                }
            }
            step.takeAncestry(of: predicate)
        }
        if result.steps == nil {
            step.predicates.append(predicate)
        } else {
            step.stages.append(.filter(predicate))
        }
        return result
    }

    private mutating func groupBy(
        _ operand: Syntax,
        _ pairs: [Syntax.Pair],
        at position: Int
    ) throws(Fault) -> Node {
        let result = try node(operand)
        guard result.group == nil else { throw Fault("S0210", at: position) }
        result.group = try group(pairs, at: position)
        return result
    }

    private mutating func orderBy(
        _ operand: Syntax,
        _ terms: [Syntax.Term],
        at position: Int
    ) throws(Fault) -> Node {
        var path = try node(operand)
        if path.steps == nil { path = Node(.path([path]), at: path.position) }
        let sort = Node(.sort([]), at: position)
        var sortTerms: [Node.SortTerm] = []
        for term in terms {
            let expression = try node(term.expression)
            sort.takeAncestry(of: expression)
            sortTerms.append(
                Node.SortTerm(expression: expression, isDescending: term.isDescending)
            )
        }
        sort.kind = .sort(sortTerms)
        path.kind = .path((path.steps ?? []) + [sort])
        try resolveAncestry(path)
        return path
    }

    private mutating func focus(
        _ left: Syntax,
        _ right: Syntax,
        _ syntax: Syntax
    ) throws(Fault) -> Node {
        let result = try node(left)
        let step = result.steps?.last ?? result
        guard step.stages.isEmpty, step.predicates.isEmpty else {
            throw Fault("S0215", at: syntax.position)
        }
        if case .sort = step.kind { throw Fault("S0216", at: syntax.position) }
        // A `[]` behind `@` is the step's, unlike one behind `#`, and so outlives the path that the step joins.
        if syntax.keepsArray { step.keepsArray = true }
        step.focus = right.variable
        step.isTuple = true
        return result
    }

    private mutating func index(_ left: Syntax, _ right: Syntax) throws(Fault) -> Node {
        var result = try node(left)
        let step = result.steps?.last ?? result
        if result.steps == nil {
            result = Node(.path([step]), at: step.position)
            step.stages = step.predicates.map(Node.Stage.filter)
            step.predicates = []
        }
        if step.stages.isEmpty {
            step.index = right.variable
        } else {
            step.stages.append(.index(right.variable))
        }
        step.isTuple = true
        return result
    }
}

extension NodeBuilder {
    /// Finds the steps that the parent operators of the last step refer to.
    private func resolveAncestry(_ path: Node) throws(Fault) {
        guard let steps = path.steps, let last = steps.last else { return }
        var slots = last.seekingParent ?? []
        if case .parent(let slot) = last.kind { slots.append(slot) }
        for slot in slots {
            var index = steps.count - 2
            while slot.level > 0 {
                guard index >= 0 else {
                    path.seekingParent = (path.seekingParent ?? []) + [slot]
                    break
                }
                var step = steps[index]
                index -= 1
                // Of neighbouring steps that bind their focus the first is the one that moves on.
                while index >= 0, step.focus != nil, steps[index].focus != nil {
                    step = steps[index]
                    index -= 1
                }
                try seekParent(of: slot, in: step)
            }
        }
    }

    /// Lets the step remember its context for the slot, or the step before it when that is meant.
    private func seekParent(of slot: Slot, in node: Node) throws(Fault) {
        switch node.kind {
        case .name, .wildcard:
            slot.level -= 1
            guard slot.level == 0 else { return }
            if let ancestor = node.ancestor { slot.label = ancestor.label }
            node.ancestor = slot
            node.isTuple = true
        case .parent: slot.level += 1
        case .block(let items):
            guard let last = items.last else { return }
            node.isTuple = true
            try seekParent(of: slot, in: last)
        case .path(let steps):
            node.isTuple = true
            for (place, step) in steps.enumerated().reversed() {
                if place < steps.count - 1, slot.level <= 0 { return }
                try seekParent(of: slot, in: step)
            }
        default: throw Fault("S0217", at: node.position, token: .string(node.typeName))
        }
    }
}

extension Node {
    var steps: [Node]? {
        guard case .path(let steps) = kind else { return nil }
        return steps
    }

    fileprivate var isParent: Bool {
        if case .parent = kind { return true }
        return false
    }

    fileprivate func markConstructor() {
        if case .array = kind { isConstructor = true }
    }

    /// Parent operators inside the part whose ancestor is not inside it become this node's.
    fileprivate func takeAncestry(of part: Node) {
        var slots = part.seekingParent ?? []
        if case .parent(let slot) = part.kind { slots.append(slot) }
        guard part.seekingParent != nil || part.isParent else { return }
        seekingParent = (seekingParent ?? []) + slots
    }

    /// The node with a call in tail position replaced by a function that makes it later.
    fileprivate func withDeferredTailCall() -> Node {
        switch kind {
        case .call where predicates.isEmpty:
            let thunk = LambdaSyntax(parameters: [], signature: nil, body: self, isThunk: true)
            return Node(.lambda(thunk), at: position)
        case .condition(let condition, let then, let otherwise):
            kind = .condition(
                condition,
                then: then.withDeferredTailCall(),
                otherwise: otherwise?.withDeferredTailCall()
            )
        case .fallback(let symbol, let left, let right):
            kind = .fallback(symbol, left, right.withDeferredTailCall())
        case .block(let items):
            guard let last = items.last else { break }
            kind = .block(items.dropLast() + [last.withDeferredTailCall()])
        default: break
        }
        return self
    }
}

extension Syntax {
    fileprivate var variable: String {
        guard case .terminal(.variable(let name)) = kind else { return "" }
        return name
    }
}
