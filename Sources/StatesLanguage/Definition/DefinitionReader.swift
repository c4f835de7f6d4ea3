internal import JSON

/// Reads a definition's text and collects everything that is wrong with it.
struct DefinitionReader {
    var diagnostics: [Diagnostic] = []
    var type = MachineType.standard
    /// Every state read so far, by its name.
    var states: [String: State] = [:]
    /// The names of all states of the text: a name belongs to one state in the whole machine.
    var names: Set<String> = []

    /// The longest definition that is read: AWS's quota.
    private static let maximumSize = 1_048_576

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
        guard queryLanguage(fields) != nil else { return nil }
        checkTopLevel(fields)
        let timeout = positiveInteger("TimeoutSeconds", in: fields)
        let startAt = region(fields)
        guard let startAt else { return nil }
        return StateMachine(
            comment: members["Comment"]?.string,
            timeoutSeconds: timeout,
            startAt: startAt,
            states: states
        )
    }

    mutating func report(
        _ message: String,
        at place: Place? = nil,
        code: Diagnostic.Code = .schemaValidationFailed,
        severity: Diagnostic.Severity = .error
    ) {
        var diagnostic = Diagnostic(
            message,
            code: code,
            severity: severity,
            location: place?.location,
            pointer: place?.pointer
        )
        diagnostic.place = place
        diagnostics.append(diagnostic)
    }

    private mutating func json(_ text: [UInt8]) -> JSONValue? {
        guard text.count <= Self.maximumSize else {
            report("Definition is longer than \(Self.maximumSize) bytes")
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

    /// The language that a machine or a state says it speaks; nil after a report.
    ///
    /// JSONata is known, so that the message can say what is the matter.
    mutating func queryLanguage(_ fields: Fields) -> QueryLanguage? {
        guard let text = fields["QueryLanguage"] else { return .jsonPath }
        switch text.string.flatMap(QueryLanguage.init) {
        case .jsonPath?: return .jsonPath
        case .jsonata?:
            report("JSONata is not supported yet by this version", at: fields / "QueryLanguage")
        case nil:
            report(
                "The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata]",
                at: fields / "QueryLanguage"
            )
        }
        return nil
    }

    /// Reads the states of a machine, a branch or an item processor; the first one's name.
    mutating func region(_ fields: Fields) -> String? {
        guard let startAt = string("StartAt", in: fields),
            let members = object("States", in: fields)
        else { return nil }
        var targets: Set<String> = [startAt]
        if members.isEmpty { report("Value cannot be empty", at: fields / "States") }
        for (name, value) in members {
            let place = fields / "States" / name
            checkName(name, at: place)
            guard let object = value.object else {
                report("Expected value of type Object", at: place)
                continue
            }
            let reading = state(name, Fields(object, at: place))
            states[name] = reading.state
            for target in reading.targets {
                targets.insert(target.name)
                check(target, isIn: members)
            }
        }
        check(Target(name: startAt, field: "StartAt", place: fields / "StartAt"), isIn: members)
        for name in members.keys where !targets.contains(name) {
            report(
                "State \"\(name)\" is not reachable.",
                at: fields / "States" / name,
                code: .unreachableState,
                severity: .warning
            )
        }
        return startAt
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
        var field: String
        var place: Place
    }

    private mutating func check(_ target: Target, isIn states: JSONObject) {
        guard states[target.name] == nil else { return }
        report(
            "Missing '\(target.field)' target: \(target.name)",
            at: target.place,
            code: .missingTransitionTarget
        )
    }

    private mutating func checkName(_ name: String, at place: Place) {
        if !names.insert(name).inserted {
            report("The state name '\(name)' is used more than once", at: place)
        }
        if name.isEmpty || name.unicodeScalars.count > 80 {
            report("A state name has from 1 to 80 characters", at: place)
        }
    }
}
