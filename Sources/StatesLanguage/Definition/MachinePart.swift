/// A part of a definition that a run reaches or does not: a state, a way on, a retrier or a catcher.
package enum MachinePart: Sendable, Hashable {
    case state(String)
    /// A state's `Next`.
    case next(from: String, to: String)
    /// One of a Choice state's `Choices`, counted from 0.
    case rule(state: String, index: Int, to: String)
    /// A Choice state's `Default`.
    case fallback(state: String, to: String)
    /// One of a state's `Retry`, counted from 0, and what it is for.
    case retrier(state: String, index: Int, errors: [String])
    /// One of a state's `Catch`, counted from 0, and what it is for.
    case catcher(state: String, index: Int, errors: [String], to: String)
}

extension MachinePart: CustomStringConvertible {
    /// `transition A → B`, `retrier 1 of A (States.Timeout)`: entries are counted from 1.
    package var description: String {
        switch self {
        case .state(let name): "state \(name)"
        case .next(let from, let to): "transition \(from) → \(to)"
        case .rule(let state, let index, let to): "rule \(index + 1) of \(state) → \(to)"
        case .fallback(let state, let to): "default of \(state) → \(to)"
        case .retrier(let state, let index, let errors):
            "retrier \(index + 1) of \(state) (\(errors.joined(separator: ", ")))"
        case .catcher(let state, let index, let errors, let to):
            "catcher \(index + 1) of \(state) (\(errors.joined(separator: ", "))) → \(to)"
        }
    }
}

extension StateMachine {
    /// Everything in the definition that a run can reach, by the names of the states.
    package var parts: [MachinePart] {
        states.values.sorted { $0.name < $1.name }.flatMap(\.parts)
    }
}

extension State {
    fileprivate var parts: [MachinePart] {
        var parts: [MachinePart] = [.state(name)]
        if case .state(let to) = next { parts.append(.next(from: name, to: to.name)) }
        if case .choice(let choice) = kind {
            for (index, rule) in choice.rules.enumerated() {
                parts.append(.rule(state: name, index: index, to: rule.next.name))
            }
            if let to = choice.defaultState { parts.append(.fallback(state: name, to: to.name)) }
        }
        for index in retriers.indices { parts.append(retrier(index)) }
        for index in catchers.indices { parts.append(catcher(index)) }
        return parts
    }

    func retrier(_ index: Int) -> MachinePart {
        .retrier(state: name, index: index, errors: retriers[index].errors.names)
    }

    func catcher(_ index: Int) -> MachinePart {
        let catcher = catchers[index]
        return .catcher(
            state: name,
            index: index,
            errors: catcher.errors.names,
            to: catcher.next.name
        )
    }
}
