/// A part of an expression as it is evaluated.
///
/// @unchecked: only `NodeBuilder` changes nodes, before anyone else has them; from then on they are
/// read alone.
final class Node: @unchecked Sendable {
    var kind: Kind
    let position: Int
    /// Predicates on an expression that is no step of a path.
    var predicates: [Node] = []
    /// Predicates and positions on a step of a path, in their order.
    var stages: [Stage] = []
    var group: Group?
    /// Whether a sequence of one stays an array: `a[]`.
    var keepsArray = false
    /// Whether the path keeps a sequence of one as an array because one of its steps does.
    var keepsSingleton = false
    /// Whether this is an array constructor at an end of a path.
    var isConstructor = false
    /// Whether variables are bound here or an ancestor is remembered.
    var isTuple = false
    /// The variable that `@` binds.
    var focus: String?
    /// The variable that `#` binds.
    var index: String?
    /// What remembers the context of this step for a parent operator.
    var ancestor: Slot?
    /// The parent operators inside whose ancestor has not been found yet.
    var seekingParent: [Slot]?

    init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
    }

    enum Kind {
        case path([Node])
        case name(String)
        case string(String)
        case number(Double)
        case bool(Bool)
        case null
        case wildcard
        case descendants
        case parent(Slot)
        case variable(String)
        case regex(Regex)
        case negation(Node)
        case binary(Symbol, Node, Node)
        case array([Node])
        case object(Group)
        case block([Node])
        case bind(String, Node)
        case condition(Node, then: Node, otherwise: Node?)
        /// The left side if it is true (elvis) or if it is anything (coalesce), else the right.
        case fallback(Symbol, Node, Node)
        case call(Call)
        case partialCall(Call)
        case lambda(LambdaSyntax)
        case apply(Node, Node)
        case transform(TransformSyntax)
        case sort([SortTerm])
        /// The question mark of a partial call.
        case placeholder
    }

    enum Stage {
        case filter(Node)
        case index(String)
    }

    struct Group {
        let pairs: [(key: Node, value: Node)]
        let position: Int
    }

    struct SortTerm {
        let expression: Node
        let isDescending: Bool
    }

    struct Call {
        let callee: Node
        let arguments: [Node]
    }
}

/// What a parent operator refers to: the context of the step whose node it is given to.
///
/// @unchecked: as with nodes, only `NodeBuilder` changes it.
final class Slot: @unchecked Sendable {
    var label: String
    var level = 1

    init(label: String) { self.label = label }
}

/// A function as it is written.
final class LambdaSyntax: Sendable {
    let parameters: [String]
    let signature: Signature?
    let body: Node
    /// Whether this is a call in tail position, put off until its caller has left the stack.
    let isThunk: Bool

    init(parameters: [String], signature: Signature?, body: Node, isThunk: Bool) {
        self.parameters = parameters
        self.signature = signature
        self.body = body
        self.isThunk = isThunk
    }
}

/// A transform operator as it is written.
final class TransformSyntax: Sendable {
    let pattern: Node
    let update: Node
    let delete: Node?

    init(pattern: Node, update: Node, delete: Node?) {
        self.pattern = pattern
        self.update = update
        self.delete = delete
    }
}
