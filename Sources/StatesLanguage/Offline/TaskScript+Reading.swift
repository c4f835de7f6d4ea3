package import JSON

extension TaskScript {
    /// Reads a script for the tasks of a machine, or says everything that is wrong with it.
    package init(parsing text: [UInt8], for machine: StateMachine) throws(ScriptError) {
        try self.init(ScriptReader.json(text), for: machine)
    }

    /// The same of a script that is parsed.
    package init(_ value: JSONValue, for machine: StateMachine) throws(ScriptError) {
        var reader = ScriptReader()
        for (state, value) in reader.members(of: value, at: "") {
            let task = reader.task(state, of: machine)
            let outcomes = reader.outcomes(of: task, value, at: state)
            self.outcomes[state] = Outcomes(outcomes: outcomes, repeatsLast: true)
        }
        try reader.finish()
    }

    /// Reads one test case of AWS's mock configuration: `CASE` or `MACHINE#CASE`; the only one when
    /// none is named.
    package init(
        mockConfiguration text: [UInt8],
        testCase: String?,
        for machine: StateMachine
    ) throws(ScriptError) {
        var reader = ScriptReader()
        let root = try ScriptReader.json(text)
        let responses = root["MockedResponses"]?.object ?? JSONObject()
        for (state, name) in try reader.testCase(testCase, in: root) {
            _ = reader.task(state, of: machine)
            guard let name = name.string, let response = responses[name] else {
                reader.faults.append("\(state): no mocked response is called \(name.text)")
                continue
            }
            let outcomes = reader.attempts(response, at: "MockedResponses/\(name)")
            self.outcomes[state] = Outcomes(outcomes: outcomes, repeatsLast: false)
        }
        try reader.finish()
    }

    /// Whether a text is AWS's mock configuration and not a script of our own.
    package static func isMockConfiguration(_ text: [UInt8]) -> Bool {
        guard let root = (try? JSONValue(parsing: text))?.object else { return false }
        return root["StateMachines"] != nil && root["MockedResponses"] != nil
    }
}

/// Collects what is wrong while a script is read.
struct ScriptReader {
    var faults: [String] = []

    static func json(_ text: [UInt8]) throws(ScriptError) -> JSONValue {
        do {
            return try JSONValue(parsing: text, options: .init(duplicateNames: .refused))
        } catch {
            let (line, column) = error.position(in: text)
            throw ScriptError(faults: ["line \(line), column \(column): \(error.reason)"])
        }
    }

    func finish() throws(ScriptError) {
        if !faults.isEmpty { throw ScriptError(faults: faults) }
    }

    mutating func members(of value: JSONValue, at place: String) -> JSONObject {
        if let members = value.object { return members }
        faults.append(
            "\(place.isEmpty ? "the file" : place): expected an object, not \(value.kind)"
        )
        return JSONObject()
    }

    /// The Task state of this name; nil for a Map's reader or writer, and after a report.
    mutating func task(_ name: String, of machine: StateMachine) -> TaskState? {
        switch machine.states[name]?.kind {
        case .task(let task): return task
        case .map(let map) where map.reader != nil: return nil
        case .pass, .choice, .wait, .succeed, .fail, .parallel, .map:
            faults.append("\(name): only a Task state has outcomes, and a Map with an ItemReader")
        case nil where machine.hasWriter(called: name): return nil
        case nil: faults.append("\(name): the definition has no state of this name")
        }
        return nil
    }

    mutating func text(_ name: String, _ members: JSONObject, at place: String) -> String? {
        guard let value = members[name] else { return nil }
        if value.string == nil { faults.append("\(member(name, at: place)): expected a text") }
        return value.string
    }

    mutating func elements(
        _ name: String,
        of members: JSONObject,
        at place: String
    ) -> [JSONValue] {
        if let elements = members[name]?.array { return elements }
        faults.append("\(member(name, at: place)): expected an array")
        return []
    }

    mutating func refuseUnknown(_ members: JSONObject, known: [String], at place: String) {
        for name in members.keys where !known.contains(name) {
            let names = known.joined(separator: ", ")
            faults.append("\(member(name, at: place)): expected one of \(names)")
        }
    }

    func member(_ name: String, at place: String) -> String {
        place.isEmpty ? name : "\(place)/\(name)"
    }
}

extension StateMachine {
    /// Whether a script's member is about a Map's ResultWriter.
    fileprivate func hasWriter(called name: String) -> Bool {
        states.values.contains { state in
            guard case .map(let map) = state.kind, map.writer?.export != nil else { return false }
            return TaskScript.writer(of: state.name) == name
        }
    }
}
