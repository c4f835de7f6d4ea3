internal import JSON

/// A workflow's definition, checked and ready to run.
package struct StateMachine: Sendable {
    package let comment: String?
    /// How long an execution may take; nil: for ever.
    package let timeoutSeconds: Int?

    /// The longest definition that is read, in bytes: AWS's quota.
    package static let maximumSize = 1_048_576

    /// What is allowed in the definition and probably not meant.
    package private(set) var warnings: [Diagnostic] = []

    /// The name of the first state.
    let startAt: Destination
    /// Every state, also those inside of Parallel and Map: names are unique in the whole machine.
    let states: [String: State]
    /// The same by their places.
    private let ordered: [State?]

    /// Reads a definition, or says everything that is wrong with it.
    package init(
        parsing text: [UInt8],
        type: MachineType = .standard,
        support: TaskSupport = .complete
    ) throws(DefinitionError) {
        var reader = DefinitionReader(support: support)
        let machine = reader.machine(text, type)
        guard let machine, !reader.diagnostics.contains(where: { $0.severity == .error }) else {
            throw DefinitionError(diagnostics: reader.diagnostics)
        }
        self = machine
        warnings = reader.diagnostics
    }

    init(
        comment: String?,
        timeoutSeconds: Int?,
        startAt: Destination,
        states: [String: State],
        places: [String: Int]
    ) {
        self.comment = comment
        self.timeoutSeconds = timeoutSeconds
        self.startAt = startAt
        self.states = states
        var ordered = [State?](repeating: nil, count: places.count)
        for (name, place) in places { ordered[place] = states[name] }
        self.ordered = ordered
    }

    /// The state there; nil in a definition that is not in order.
    func state(at destination: Destination) -> State? { ordered[destination.place] }

    /// Everything that is wrong or doubtful about a definition; empty when it is in order.
    package static func validate(
        _ text: [UInt8],
        type: MachineType = .standard,
        support: TaskSupport = .complete
    ) -> [Diagnostic] {
        var reader = DefinitionReader(support: support)
        _ = reader.machine(text, type)
        return reader.diagnostics
    }

    /// What the states call, by the names of the states, in alphabetical order: Task states, and a Map's reader and writer.
    package var taskResources: [(state: String, resource: TaskResource)] {
        states.values.sorted { $0.name < $1.name }.flatMap { state in
            state.kind.resources.map { (state.name, $0) }
        }
    }
}

extension State.Kind {
    fileprivate var resources: [TaskResource] {
        switch self {
        case .task(let task): [task.resource]
        case .map(let map):
            [map.reader?.resource, map.writer?.export?.resource].compactMap(\.self)
        case .pass, .choice, .wait, .succeed, .fail, .parallel: []
        }
    }
}
