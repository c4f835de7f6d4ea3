internal import JSON

/// Reads a definition's text and collects everything that is wrong with it.
struct DefinitionReader {
    /// What is performed of what the definition calls.
    let support: TaskSupport
    var diagnostics: [Diagnostic] = []
    var type = MachineType.standard
    /// What the machine speaks, and its states unless they say otherwise.
    var machineLanguage = QueryLanguage.jsonPath
    /// What the state at hand speaks.
    var language = QueryLanguage.jsonPath
    /// Every state read so far, by its name.
    var states: [String: State] = [:]
    /// The places of the states that others lead to, by their names.
    var places: [String: Int] = [:]
    /// The names of all states of the text: a name belongs to one state in the whole machine.
    var names: Set<String> = []
    /// The labels of Maps, which are unique too.
    var labels: Set<String> = []

    /// What of the state's work the field at hand can speak of, besides its input.
    var outcome: OutcomeMember?

    /// The variables that the states around the one at hand assign, from the machine's own inwards.
    var assignedVariables: [Set<String>] = []

    init(support: TaskSupport) { self.support = support }

    /// The machine, or nil when something is so wrong that there is none.
    mutating func machine(_ text: [UInt8], _ type: MachineType) -> StateMachine? {
        self.type = type
        guard let root = json(text) else { return nil }
        let machine = machine(root)
        if !diagnostics.isEmpty {
            let map = SourceMap(text)
            for index in diagnostics.indices {
                diagnostics[index].position = diagnostics[index].place.flatMap(map.position)
            }
        }
        return machine
    }

    private mutating func machine(_ root: JSONValue) -> StateMachine? {
        guard let members = root.object else {
            report("Definition must be a valid JSON object")
            return nil
        }
        let fields = Fields(members, at: .root)
        guard require(["States", "StartAt"], in: fields) else { return nil }
        machineLanguage = queryLanguage(fields) ?? .jsonPath
        language = machineLanguage
        checkTopLevel(fields)
        let timeout = positiveInteger("TimeoutSeconds", in: fields)
        let startAt = region(fields)
        guard let startAt else { return nil }
        return StateMachine(
            comment: members["Comment"]?.string,
            timeoutSeconds: timeout,
            startAt: startAt,
            states: states,
            places: places
        )
    }

    /// Notes a fault; `exactly` is where it stands when AWS names only the object around it.
    mutating func report(
        _ message: String,
        at place: Place? = nil,
        exactly exactPlace: Place? = nil,
        code: Diagnostic.Code = .schemaValidationFailed,
        severity: Diagnostic.Severity = .error
    ) {
        var diagnostic = Diagnostic(
            message,
            code: code,
            severity: severity,
            location: place?.location,
            pointer: (exactPlace ?? place)?.pointer
        )
        diagnostic.place = exactPlace ?? place
        diagnostics.append(diagnostic)
    }

    private mutating func json(_ text: [UInt8]) -> JSONValue? {
        guard text.count <= StateMachine.maximumSize else {
            report("Definition is longer than \(StateMachine.maximumSize) bytes")
            return nil
        }
        guard text.contains(where: { $0 > 0x20 }) else {
            report("Definition must be a valid JSON object")
            return nil
        }
        let options = JSONValue.ParsingOptions(duplicateNames: .refused)
        do {
            return try JSONValue(parsing: text, options: options)
        } catch {
            diagnostics.append(JSONFault(error, in: text).diagnostic)
            return nil
        }
    }

    private mutating func checkTopLevel(_ fields: Fields) {
        refuseUnknown(
            in: fields,
            known: ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"]
        )
        if let version = string("Version", in: fields), version != "1.0" {
            report(
                "The field 'Version' should have one of these values: [1.0]",
                at: fields / "Version"
            )
        }
    }

    /// The language that a machine or a state says it speaks; nil when it does not say.
    ///
    /// Measured: whatever is not the word `JSONPath` counts as JSONata, besides being a fault.
    mutating func queryLanguage(_ fields: Fields) -> QueryLanguage? {
        guard let value = fields["QueryLanguage"] else { return nil }
        if value.string.map({ QueryLanguage(rawValue: $0) == nil }) ?? true {
            report(
                value.string == nil
                    ? "Expected value of type [STRING]"
                    : "Value should be one of the following: [JSONPath, JSONata]",
                at: fields / "QueryLanguage"
            )
        }
        return value.string == QueryLanguage.jsonPath.rawValue ? .jsonPath : .jsonata
    }

    /// Reads the states of a machine, a branch or an item processor; the first one's name.
    mutating func region(_ fields: Fields) -> Destination? {
        guard let startAt = string("StartAt", in: fields),
            let members = object("States", in: fields)
        else { return nil }
        if members.isEmpty { report("Value cannot be empty", at: fields / "States") }
        assignedVariables.append(Self.variables(assignedIn: members))
        defer { assignedVariables.removeLast() }
        var targets: [Target] = [Target(name: startAt, place: fields / "StartAt")]
        for (name, value) in members {
            let place = fields / "States" / name
            checkName(name, at: place)
            guard let object = value.object else {
                report("Expected value of type Object", at: place)
                continue
            }
            let reading = state(name, Fields(object, at: place))
            states[name] = reading.state
            targets += reading.targets
        }
        checkGraph(fields, members, targets)
        return destination(startAt)
    }

    /// The state of that name, which may not have been read yet.
    mutating func destination(_ name: String) -> Destination {
        let place = places[name] ?? places.count
        places[name] = place
        return Destination(name: name, place: place)
    }

    /// Whether every target exists, the end can be reached, and every state is led to.
    private mutating func checkGraph(
        _ fields: Fields,
        _ members: JSONObject,
        _ targets: [Target]
    ) {
        for target in targets where members[target.name] == nil {
            // Measured: AWS names `Next` also for StartAt, Default and the others.
            report(
                "Missing 'Next' target: \(target.name)",
                at: target.place,
                code: .missingTransitionTarget
            )
        }
        // A state that could not be read might be the one.
        let isReadable = !diagnostics.contains { $0.code == .schemaValidationFailed }
        if isReadable, !members.values.contains(where: \.isTerminal) {
            report("Workflow has no terminal state", code: .missingEndState)
            return
        }
        let names = Set(targets.map(\.name))
        for name in members.keys where !names.contains(name) {
            report(
                "State \"\(name)\" is not reachable.",
                at: fields / "States" / name,
                code: .missingTransitionTarget
            )
        }
    }

    /// What was made of a state's text, and where the state leads.
    struct Reading {
        /// Nil when it is so wrong that there is none.
        var state: State?
        var targets: [Target] = []
    }

    /// A name that leads on to another state, and where it stands.
    struct Target {
        var name: String
        var place: Place
    }

    private mutating func checkName(_ name: String, at place: Place) {
        if !names.insert(name).inserted {
            report("Duplicate State name: \(name)", at: place, code: .duplicateStateName)
        }
        if name.isEmpty || name.unicodeScalars.count > 80 {
            report(
                "A state name has from 1 to 80 characters",
                at: place,
                code: .invalidStateName
            )
        }
    }
}

extension JSONValue {
    /// Whether a state of this text ends what it is in.
    fileprivate var isTerminal: Bool {
        switch self["Type"]?.string {
        case "Succeed", "Fail": true
        default: self["End"]?.bool == true
        }
    }
}
