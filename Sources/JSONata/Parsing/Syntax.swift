/// What the grammar alone says about an expression; `NodeBuilder` makes of it what is evaluated.
final class Syntax {
    let kind: Kind
    /// How many UTF-16 code units of the text end with the token that stands for the expression.
    let position: Int
    /// Whether an empty predicate follows: `a[]`.
    var keepsArray = false
    let height: Int

    init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
        height = (kind.children.map(\.height).max() ?? 0) + 1
    }

    enum Kind {
        /// A name, variable, literal or regular expression, or an operator used as a name.
        case terminal(Token.Kind)
        case wildcard
        case descendants
        case parent
        case negation(Syntax)
        case binary(Symbol, Syntax, Syntax)
        case groupBy(Syntax, [Pair])
        case orderBy(Syntax, [Term])
        case array([Syntax])
        case object([Pair])
        case block([Syntax])
        case call(Syntax, [Syntax])
        /// A call with question marks among its arguments.
        case partialCall(Syntax, [Syntax])
        case lambda(parameters: [String], signature: Signature?, body: Syntax)
        case condition(Syntax, then: Syntax, otherwise: Syntax?)
        case transform(pattern: Syntax, update: Syntax, delete: Syntax?)
    }

    struct Pair {
        let key: Syntax
        let value: Syntax
    }

    struct Term {
        let expression: Syntax
        let isDescending: Bool
    }
}

extension Syntax.Kind {
    var children: [Syntax] {
        switch self {
        case .terminal, .wildcard, .descendants, .parent: []
        case .negation(let operand): [operand]
        case .binary(_, let left, let right): [left, right]
        case .groupBy(let operand, let pairs): [operand] + pairs.flatMap { [$0.key, $0.value] }
        case .orderBy(let operand, let terms): [operand] + terms.map(\.expression)
        case .array(let items), .block(let items): items
        case .object(let pairs): pairs.flatMap { [$0.key, $0.value] }
        case .call(let callee, let arguments), .partialCall(let callee, let arguments):
            [callee] + arguments
        case .lambda(_, _, let body): [body]
        case .condition(let condition, let then, let otherwise):
            [condition, then] + (otherwise.map { [$0] } ?? [])
        case .transform(let pattern, let update, let delete):
            [pattern, update] + (delete.map { [$0] } ?? [])
        }
    }
}
