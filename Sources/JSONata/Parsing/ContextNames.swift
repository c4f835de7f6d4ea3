extension JSONataExpression {
    /// What the expression looks for in its input: names of members, `$` for all of it.
    ///
    /// `$$` is told wherever it stands, the others only where no step or predicate gives another context
    /// and outside of functions; each once, in the order of the text.
    package var contextNames: [String] {
        var finder = ContextNames()
        finder.visit(root, isOutermost: true)
        return finder.names
    }
}

/// Finds what an expression takes from its input.
private struct ContextNames {
    private(set) var names: [String] = []

    mutating func visit(_ node: Node, isOutermost: Bool) {
        visit(node.kind, isOutermost: isOutermost)
        for predicate in node.predicates { visit(predicate, isOutermost: false) }
        for case .filter(let predicate) in node.stages { visit(predicate, isOutermost: false) }
        if let group = node.group { visit(group, isOutermost: false) }
    }

    private mutating func visit(_ kind: Node.Kind, isOutermost: Bool) {
        switch kind {
        case .string, .number, .bool, .null, .wildcard, .descendants, .parent, .regex,
            .placeholder:
            return
        case .name(let name): if isOutermost { note(name) }
        case .variable(let name):
            if name == "$" { note("$$") }
            if name.isEmpty, isOutermost { note("$") }
        case .path(let steps):
            for (index, step) in steps.enumerated() {
                visit(step, isOutermost: isOutermost && index == 0)
            }
        case .negation(let operand), .bind(_, let operand):
            visit(operand, isOutermost: isOutermost)
        case .binary(_, let left, let right), .fallback(_, let left, let right),
            .apply(let left, let right):
            visit(left, isOutermost: isOutermost)
            visit(right, isOutermost: isOutermost)
        case .array(let items), .block(let items):
            for item in items { visit(item, isOutermost: isOutermost) }
        case .object(let group): visit(group, isOutermost: isOutermost)
        case .condition(let condition, let then, let otherwise):
            for part in [condition, then, otherwise].compactMap(\.self) {
                visit(part, isOutermost: isOutermost)
            }
        case .call(let call), .partialCall(let call):
            for part in [call.callee] + call.arguments { visit(part, isOutermost: isOutermost) }
        case .lambda(let syntax): visit(syntax.body, isOutermost: false)
        case .transform(let syntax):
            for part in [syntax.pattern, syntax.update, syntax.delete].compactMap(\.self) {
                visit(part, isOutermost: false)
            }
        case .sort(let terms): for term in terms { visit(term.expression, isOutermost: false) }
        }
    }

    private mutating func visit(_ group: Node.Group, isOutermost: Bool) {
        for (key, value) in group.pairs {
            visit(key, isOutermost: isOutermost)
            visit(value, isOutermost: isOutermost)
        }
    }

    private mutating func note(_ name: String) {
        if !names.contains(name) { names.append(name) }
    }
}
