internal import JSON
internal import JSONata

/// A definition as a Mermaid state diagram.
package struct MermaidGraph {
    private let machine: StateMachine
    /// What each state is called in the diagram.
    private var ids: [String: String] = [:]
    private var lines: [String] = ["stateDiagram-v2"]

    package static func text(of machine: StateMachine) -> String {
        var graph = MermaidGraph(machine: machine)
        graph.region(machine.startAt.name, level: 1)
        return graph.lines.joined(separator: "\n")
    }

    private init(machine: StateMachine) { self.machine = machine }

    /// The states that can be reached from one, breadth first, and the ways between them.
    private mutating func region(_ start: String, level: Int) {
        var (names, index) = ([start], 0)
        while index < names.count {
            guard let state = machine.states[names[index]] else { return }
            for way in state.ways where !names.contains(way.to) { names.append(way.to) }
            index += 1
        }
        for name in names { ids[name] = "s\(ids.count)" }
        let states = names.compactMap { machine.states[$0] }
        for state in states { declare(state, level: level) }
        add("[*] --> \(id(start))", level)
        for state in states { addWays(of: state, level) }
    }

    private mutating func declare(_ state: State, level: Int) {
        let declaration = "state \"\(Self.escaped(state.name))\" as \(id(state.name))"
        switch state.kind {
        case .task, .pass, .choice, .wait, .succeed, .fail: add(declaration, level)
        case .parallel(let parallel):
            add(declaration + " {", level)
            for (index, branch) in parallel.branches.enumerated() {
                if index > 0 { add("--", level + 1) }
                region(branch.name, level: level + 1)
            }
            add("}", level)
        case .map(let map):
            add(declaration + " {", level)
            region(map.startAt.name, level: level + 1)
            add("}", level)
        }
    }

    private mutating func addWays(of state: State, _ level: Int) {
        for way in state.ways {
            let label = way.label.map { ": \(Self.escaped($0))" } ?? ""
            add("\(id(state.name)) --> \(id(way.to))\(label)", level)
        }
        for retrier in state.retriers {
            let text = "retry \(retrier.errors.names.joined(separator: ", "))"
            add("\(id(state.name)) --> \(id(state.name)): \(Self.escaped(text))", level)
        }
        if state.isEnd { add("\(id(state.name)) --> [*]", level) }
    }

    private func id(_ name: String) -> String { ids[name] ?? "unknown" }

    private mutating func add(_ line: String, _ level: Int) {
        lines.append(String(repeating: "    ", count: level) + line)
    }

    /// Mermaid's own way to write what would end a label.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "#", ";", ":", "{", "}", "<", ">": escaped += "#\(scalar.value);"
            case "\n", "\r": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension State {
    /// Where control can go, and when.
    fileprivate var ways: [(to: String, label: String?)] {
        var ways: [(to: String, label: String?)] = []
        if case .state(let to) = next { ways.append((to.name, nil)) }
        if case .choice(let choice) = kind {
            ways += choice.rules.map { ($0.next.name, $0.condition.label) }
            if let to = choice.defaultState { ways.append((to.name, "default")) }
        }
        ways += catchers.map { ($0.next.name, "catch \($0.errors.names.joined(separator: ", "))") }
        return ways
    }

    fileprivate var isEnd: Bool {
        switch kind {
        case .succeed, .fail: true
        case .choice: false
        case .task, .pass, .wait, .parallel, .map: next == .end
        }
    }
}

extension ChoiceRule.Condition {
    /// The condition in a few words.
    fileprivate var label: String {
        switch self {
        case .and(let parts): parts.map(\.label).joined(separator: " and ")
        case .or(let parts): parts.map(\.label).joined(separator: " or ")
        case .not(let part): "not (\(part.label))"
        case .comparison(let comparison): comparison.label
        case .query(.query(let query)): query.expression.text
        case .query: "condition"
        case .literal(let value): "\(value)"
        }
    }
}

extension ChoiceRule.Comparison {
    fileprivate var label: String {
        let name = ChoiceOperator.byName.first { $0.value.test == test }?.key ?? ""
        switch operand {
        case .literal(let value): return "\(variable.text) \(name) \(value.text)"
        case .path(let path): return "\(variable.text) \(name) \(path.text)"
        }
    }
}
