/// The variables of a block or a call, and of what is around it.
final class Frame {
    private let parent: Frame?
    private var bindings: [Binding] = []
    /// Where each name stands; only frames with many variables have it.
    private var places: [String: Int]?
    /// How deep closures and values hang on one another here.
    private(set) var weight: Weight

    private struct Binding {
        let name: String
        var content: Content
    }

    private enum Content {
        case value(Value)
        /// A function that sees this very frame: bound as it is written, lest the two keep each other.
        case own(LambdaSyntax, input: Value)
    }

    init(inside parent: Frame?) {
        self.parent = parent
        weight = parent?.weight.raised ?? Weight()
    }

    /// A frame with the variables of a path's tuple.
    convenience init(_ tuple: Tuple, inside parent: Frame) {
        self.init(inside: parent)
        bindings.reserveCapacity(tuple.bindings.count)
        // A tuple has each name once.
        for (name, value) in tuple.bindings { append(name, content(value)) }
    }

    /// Frames with more variables than this are searched by hash.
    private static let longestSearch = 12

    /// The variable's value here or around; nil when nobody has bound it.
    func lookUp(_ name: String) -> Value? {
        var frame: Frame? = self
        while let current = frame {
            if let place = current.place(of: name) {
                return current.value(current.bindings[place].content)
            }
            frame = current.parent
        }
        return nil
    }

    private func value(_ content: Content) -> Value {
        switch content {
        case .value(let value): value
        case .own(let syntax, let input):
            .function(.lambda(Lambda(syntax: syntax, input: input, frame: self)))
        }
    }

    func bind(_ name: String, _ value: Value) {
        let content = content(value)
        if let place = place(of: name) {
            bindings[place].content = content
        } else {
            append(name, content)
        }
    }

    private func place(of name: String) -> Int? {
        if let places { return places[name] }
        return bindings.firstIndex { $0.name == name }
    }

    private func append(_ name: String, _ content: Content) {
        places?[name] = bindings.count
        bindings.append(Binding(name: name, content: content))
        guard places == nil, bindings.count > Self.longestSearch else { return }
        let numbered = bindings.enumerated().map { ($0.element.name, $0.offset) }
        places = Dictionary(numbered) { first, _ in first }
    }

    private func content(_ value: Value) -> Content {
        if case .function(.lambda(let lambda)) = value, isOwn(value) {
            return .own(lambda.syntax, input: lambda.input)
        }
        weight.add(value.weight.raised)
        return .value(value)
    }

    /// Whether the value is a function that sees this frame, and nothing else that could.
    func isOwn(_ value: Value) -> Bool {
        guard case .function(.lambda(let lambda)) = value else { return false }
        return lambda.frame === self && !lambda.input.weight.hasFunctions
    }

    /// Lets go of everything, which ends cycles between closures and frames.
    func clear() {
        bindings = []
        places = nil
    }
}
