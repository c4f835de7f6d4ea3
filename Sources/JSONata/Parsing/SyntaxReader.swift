import JSON

/// A top-down operator-precedence parser (Pratt), with jsonata-js's binding powers and errors.
struct SyntaxReader {
    private var tokenizer: Tokenizer
    private(set) var token = Token(kind: .end, position: 0)
    private let limits: JSONataLimits
    private var depth = 0
    private var laterOperators: Set<JSONataExpression.LaterOperator> = []

    /// Reads a whole expression and prepares it for evaluation.
    static func parse(_ text: String, limits: JSONataLimits) throws(Fault) -> Node {
        try read(text, limits: limits).root
    }

    /// The same, and which of its operators are younger than JSONata 2.0.
    static func read(
        _ text: String,
        limits: JSONataLimits
    ) throws(Fault) -> (root: Node, laterOperators: Set<JSONataExpression.LaterOperator>) {
        var reader = try SyntaxReader(text, limits: limits)
        let syntax = try reader.expression(0)
        guard reader.token.kind == .end else {
            throw Fault("S0201", at: reader.token.position, token: reader.token.json)
        }
        return (try NodeBuilder.build(syntax), reader.laterOperators)
    }

    private init(_ text: String, limits: JSONataLimits) throws(Fault) {
        guard text.utf16.count <= limits.maximumTextLength else {
            throw .limit("The expression is longer than \(limits.maximumTextLength) code units")
        }
        tokenizer = Tokenizer(text)
        self.limits = limits
        try advance()
    }

    /// Reads what binds more strongly than the given power.
    mutating func expression(_ power: Int) throws(Fault) -> Syntax {
        try enter()
        defer { depth -= 1 }
        let first = token
        try advance(afterValue: true)
        var left = try prefix(first)
        while power < token.bindingPower {
            let symbol = token
            try advance()
            left = try infix(symbol, left)
            guard left.height <= limits.maximumSyntaxDepth else { throw tooDeep() }
        }
        return left
    }

    private mutating func enter() throws(Fault) {
        depth += 1
        guard depth <= limits.maximumSyntaxDepth else { throw tooDeep() }
    }

    private func tooDeep() -> Fault {
        .limit(
            "The expression is nested deeper than \(limits.maximumSyntaxDepth) levels",
            at: token.position
        )
    }

    mutating func advance(afterValue: Bool = false) throws(Fault) {
        token = try tokenizer.next(afterValue: afterValue)
    }

    /// Steps over the symbol that must stand here.
    mutating func expect(_ symbol: Symbol, afterValue: Bool = false) throws(Fault) {
        guard token.is(symbol) else {
            throw Fault(
                token.kind == .end ? "S0203" : "S0202",
                at: token.position,
                token: token.json,
                value: .string(symbol.rawValue)
            )
        }
        try advance(afterValue: afterValue)
    }

    /// Steps over the symbol if it stands here, and says whether it did.
    mutating func take(_ symbol: Symbol) throws(Fault) -> Bool {
        guard token.is(symbol) else { return false }
        try advance()
        return true
    }
}

extension SyntaxReader {
    private mutating func prefix(_ first: Token) throws(Fault) -> Syntax {
        guard case .symbol(let symbol) = first.kind else {
            return Syntax(.terminal(first.kind), at: first.position)
        }
        switch symbol {
        case .and, .or, .in: return Syntax(.terminal(first.kind), at: first.position)
        case .star: return Syntax(.wildcard, at: first.position)
        case .doubleStar: return Syntax(.descendants, at: first.position)
        case .percent: return Syntax(.parent, at: first.position)
        case .minus: return Syntax(.negation(try expression(70)), at: first.position)
        case .openParenthesis: return Syntax(.block(try blockItems()), at: first.position)
        case .openBracket: return Syntax(.array(try arrayItems()), at: first.position)
        case .openBrace: return Syntax(.object(try pairs()), at: first.position)
        case .bar: return try transform(at: first.position)
        default:
            throw Fault("S0211", at: first.position, token: .string(symbol.rawValue))
        }
    }

    private mutating func blockItems() throws(Fault) -> [Syntax] {
        var items: [Syntax] = []
        while !token.is(.closeParenthesis) {
            items.append(try expression(0))
            guard try take(.semicolon) else { break }
        }
        try expect(.closeParenthesis, afterValue: true)
        return items
    }

    private mutating func arrayItems() throws(Fault) -> [Syntax] {
        var items: [Syntax] = []
        if !token.is(.closeBracket) {
            repeat { items.append(try arrayItem()) } while try take(.comma)
        }
        try expect(.closeBracket, afterValue: true)
        return items
    }

    private mutating func arrayItem() throws(Fault) -> Syntax {
        let item = try expression(0)
        guard token.is(.range) else { return item }
        let position = token.position
        try advance()
        return Syntax(.binary(.range, item, try expression(0)), at: position)
    }

    private mutating func pairs() throws(Fault) -> [Syntax.Pair] {
        var pairs: [Syntax.Pair] = []
        if !token.is(.closeBrace) {
            repeat {
                let key = try expression(0)
                try expect(.colon)
                pairs.append(Syntax.Pair(key: key, value: try expression(0)))
            } while try take(.comma)
        }
        try expect(.closeBrace, afterValue: true)
        return pairs
    }

    private mutating func transform(at position: Int) throws(Fault) -> Syntax {
        let pattern = try expression(0)
        try expect(.bar)
        let update = try expression(0)
        let delete = try take(.comma) ? try expression(0) : nil
        try expect(.bar)
        return Syntax(.transform(pattern: pattern, update: update, delete: delete), at: position)
    }
}

extension SyntaxReader {
    private mutating func infix(_ token: Token, _ left: Syntax) throws(Fault) -> Syntax {
        guard case .symbol(let symbol) = token.kind else { return left }
        let position = token.position
        switch symbol {
        case .openParenthesis: return try call(left, at: position)
        case .openBracket: return try predicate(left, at: position)
        case .openBrace: return Syntax(.groupBy(left, try pairs()), at: position)
        case .caret: return Syntax(.orderBy(left, try terms()), at: position)
        case .question: return try condition(left, at: position)
        case .elvis, .coalesce:
            laterOperators.insert(symbol == .elvis ? .elvis : .coalescing)
            return Syntax(.binary(symbol, left, try expression(0)), at: position)
        case .assign: return try assignment(left, at: position)
        case .at, .hash: return try binding(symbol, left, at: position)
        default:
            return Syntax(
                .binary(symbol, left, try expression(symbol.bindingPower)),
                at: position
            )
        }
    }

    private mutating func call(_ callee: Syntax, at position: Int) throws(Fault) -> Syntax {
        var arguments: [Syntax] = []
        var isPartial = false
        if !token.is(.closeParenthesis) {
            repeat {
                if token.is(.question) {
                    isPartial = true
                    arguments.append(Syntax(.terminal(token.kind), at: token.position))
                    try advance()
                } else {
                    arguments.append(try expression(0))
                }
            } while try take(.comma)
        }
        try expect(.closeParenthesis, afterValue: true)
        if case .terminal(.name(let name)) = callee.kind, name == "function" || name == "λ" {
            return try lambda(arguments, at: position)
        }
        return Syntax(
            isPartial ? .partialCall(callee, arguments) : .call(callee, arguments),
            at: position
        )
    }

    private mutating func lambda(_ arguments: [Syntax], at position: Int) throws(Fault) -> Syntax {
        var parameters: [String] = []
        for (index, argument) in arguments.enumerated() {
            guard case .terminal(.variable(let name)) = argument.kind else {
                throw Fault(
                    "S0208",
                    at: argument.position,
                    token: argument.tokenJSON,
                    value: .number(index + 1)
                )
            }
            parameters.append(name)
        }
        let signature = token.is(.less) ? try signature() : nil
        try expect(.openBrace)
        let body = try expression(0)
        try expect(.closeBrace)
        return Syntax(
            .lambda(parameters: parameters, signature: signature, body: body),
            at: position
        )
    }

    private mutating func signature() throws(Fault) -> Signature {
        let start = token.position
        var (text, depth) = ("<", 1)
        while depth > 0, !token.is(.openBrace), token.kind != .end {
            try advance()
            if token.is(.greater) { depth -= 1 }
            if token.is(.less) { depth += 1 }
            text += token.json.string ?? token.json.text
        }
        try expect(.greater)
        return try Signature(parsing: text, at: start)
    }

    private mutating func predicate(_ left: Syntax, at position: Int) throws(Fault) -> Syntax {
        guard token.is(.closeBracket) else {
            let predicate = try expression(Symbol.closeBracket.bindingPower)
            try expect(.closeBracket, afterValue: true)
            return Syntax(.binary(.openBracket, left, predicate), at: position)
        }
        var step = left
        while case .binary(.openBracket, let inner, _) = step.kind { step = inner }
        step.keepsArray = true
        try advance()
        return left
    }

    private mutating func terms() throws(Fault) -> [Syntax.Term] {
        try expect(.openParenthesis)
        var terms: [Syntax.Term] = []
        repeat {
            let isDescending = token.is(.greater)
            if isDescending || token.is(.less) { try advance() }
            let expression = try expression(0)
            terms.append(Syntax.Term(expression: expression, isDescending: isDescending))
        } while try take(.comma)
        try expect(.closeParenthesis)
        return terms
    }

    private mutating func condition(_ left: Syntax, at position: Int) throws(Fault) -> Syntax {
        let then = try expression(0)
        let otherwise = try take(.colon) ? try expression(0) : nil
        return Syntax(.condition(left, then: then, otherwise: otherwise), at: position)
    }

    private mutating func assignment(_ left: Syntax, at position: Int) throws(Fault) -> Syntax {
        guard case .terminal(.variable) = left.kind else {
            throw Fault("S0212", at: left.position, token: left.tokenJSON)
        }
        let value = try expression(Symbol.assign.bindingPower - 1)
        return Syntax(.binary(.assign, left, value), at: position)
    }

    private mutating func binding(
        _ symbol: Symbol,
        _ left: Syntax,
        at position: Int
    ) throws(Fault) -> Syntax {
        let right = try expression(symbol.bindingPower)
        guard case .terminal(.variable) = right.kind else {
            throw Fault("S0214", at: right.position, token: .string(symbol.rawValue))
        }
        return Syntax(.binary(symbol, left, right), at: position)
    }
}

extension Token {
    fileprivate var bindingPower: Int {
        guard case .symbol(let symbol) = kind else { return 0 }
        return symbol.bindingPower
    }
}
