/// Finds the variables and functions that an expression uses and does not define.
struct FreeVariables {
    private(set) var references: [JSONataExpression.Reference] = []
    /// The names defined around the place that is looked at.
    private var scopes: [Set<String>] = [[]]

    static func of(_ root: Node) -> [JSONataExpression.Reference] {
        var finder = FreeVariables()
        finder.visit(root)
        return finder.references.sorted { $0.position < $1.position }
    }

    private mutating func visit(_ node: Node) {
        visit(node.kind, of: node)
        for predicate in node.predicates { visit(predicate) }
        for stage in node.stages {
            switch stage {
            case .filter(let predicate): visit(predicate)
            case .index(let name): define(name)
            }
        }
        if let group = node.group { visit(group) }
    }

    private mutating func visit(_ kind: Node.Kind, of node: Node) {
        switch kind {
        case .name, .string, .number, .bool, .null, .wildcard, .descendants, .parent, .regex,
            .placeholder:
            return
        case .variable(let name): refer(to: name, at: node.position, isCalled: false)
        case .path(let steps): visitPath(steps)
        case .negation(let operand): visit(operand)
        case .binary(_, let left, let right), .fallback(_, let left, let right),
            .apply(let left, let right):
            visit(left)
            visit(right)
        case .array(let items): for item in items { visit(item) }
        case .object(let group): visit(group)
        case .block(let items):
            inScope([]) { finder in
                for item in items { finder.visit(item) }
            }
        case .bind(let name, let value):
            // A function may call itself by the name it is given.
            if case .lambda = value.kind { define(name) }
            visit(value)
            define(name)
        case .condition(let condition, let then, let otherwise):
            visit(condition)
            visit(then)
            if let otherwise { visit(otherwise) }
        case .call(let call), .partialCall(let call): visit(call)
        case .lambda(let syntax):
            inScope(Set(syntax.parameters)) { $0.visit(syntax.body) }
        case .transform(let syntax):
            visit(syntax.pattern)
            visit(syntax.update)
            if let delete = syntax.delete { visit(delete) }
        case .sort(let terms): for term in terms { visit(term.expression) }
        }
    }

    /// The variables that a path binds are seen in the steps after and in the group at its end.
    private mutating func visitPath(_ steps: [Node]) {
        var rest = steps[...]
        if case .variable(let name)? = steps.first?.kind, let member = Self.member(steps) {
            refer(to: name, at: steps[0].position, isCalled: false, member: member)
            rest = steps.dropFirst()
        }
        for step in rest {
            if let focus = step.focus { define(focus) }
            if let index = step.index { define(index) }
            visit(step)
        }
    }

    /// The second step's name, when the first two do nothing but look it up.
    private static func member(_ steps: [Node]) -> String? {
        guard steps.count > 1, steps[0].isBare, steps[1].ancestor == nil,
            case .name(let name) = steps[1].kind
        else { return nil }
        return name
    }

    private mutating func visit(_ group: Node.Group) {
        for (key, value) in group.pairs {
            visit(key)
            visit(value)
        }
    }

    private mutating func visit(_ call: Node.Call) {
        if case .variable(let name) = call.callee.kind {
            refer(to: name, at: call.callee.position, isCalled: true)
        } else {
            visit(call.callee)
        }
        for argument in call.arguments { visit(argument) }
    }

    private mutating func inScope(_ names: Set<String>, _ visit: (inout FreeVariables) -> Void) {
        scopes.append(names)
        visit(&self)
        scopes.removeLast()
    }

    private mutating func define(_ name: String) { scopes[scopes.count - 1].insert(name) }

    private mutating func refer(
        to name: String,
        at position: Int,
        isCalled: Bool,
        member: String? = nil
    ) {
        guard !scopes.contains(where: { $0.contains(name) }) else { return }
        let reference = JSONataExpression.Reference(
            name: name,
            position: position,
            isCalled: isCalled,
            member: member
        )
        references.append(reference)
    }
}

extension Node {
    /// Whether nothing hangs on the step: no predicate, no variable, no memory of it for a parent operator.
    fileprivate var isBare: Bool {
        predicates.isEmpty && stages.isEmpty && group == nil && ancestor == nil && focus == nil
            && index == nil
    }
}
