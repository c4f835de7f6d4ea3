/// The smallest piece of an expression's text.
struct Token {
    var kind: Kind
    /// How many UTF-16 code units of the text end with the token.
    var position: Int

    enum Kind: Equatable {
        case name(String)
        case variable(String)
        case string(String)
        case number(Double)
        case bool(Bool)
        case null
        case regex(Regex)
        case symbol(Symbol)
        case end
    }

    func `is`(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// An operator or a bracket, with how strongly it binds to what stands left of it.
enum Symbol: String {
    case dot = "."
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case comma = ","
    case at = "@"
    case hash = "#"
    case semicolon = ";"
    case colon = ":"
    case question = "?"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case bar = "|"
    case equal = "="
    case less = "<"
    case greater = ">"
    case caret = "^"
    case doubleStar = "**"
    case range = ".."
    case assign = ":="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case chain = "~>"
    case elvis = "?:"
    case coalesce = "??"
    case and
    case or
    case `in`
    case ampersand = "&"
    case exclamation = "!"
    case tilde = "~"

    /// jsonata-js's binding powers; 0 for what never continues an expression.
    var bindingPower: Int {
        switch self {
        case .openBracket, .openParenthesis, .at, .hash: 80
        case .dot: 75
        case .openBrace: 70
        case .star, .slash, .percent: 60
        case .plus, .minus, .ampersand: 50
        case .equal, .less, .greater, .notEqual, .lessOrEqual, .greaterOrEqual, .caret, .chain,
            .in, .elvis, .coalesce:
            40
        case .and: 30
        case .or: 25
        case .question: 20
        case .assign: 10
        case .closeBracket, .closeBrace, .closeParenthesis, .comma, .semicolon, .colon, .bar,
            .doubleStar, .range, .exclamation, .tilde:
            0
        }
    }
}
