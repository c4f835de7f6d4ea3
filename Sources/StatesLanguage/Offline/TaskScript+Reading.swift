internal import JSON

extension TaskScript {
    /// Reads a script for the tasks of a machine, or says everything that is wrong with it.
    package init(parsing text: [UInt8], for machine: StateMachine) throws(ScriptError) {
        try self.init(ScriptReader.json(text), for: machine)
    }

    init(_ value: JSONValue, for machine: StateMachine) throws(ScriptError) {
        var reader = ScriptReader()
        for (state, value) in reader.members(of: value, at: "") {
            reader.checkTask(state, of: machine)
            let outcomes = reader.outcomes(value, at: state)
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
            reader.checkTask(state, of: machine)
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

    mutating func checkTask(_ name: String, of machine: StateMachine) {
        switch machine.states[name]?.kind {
        case .task: return
        case .map(let map) where map.reader != nil: return
        case .pass, .choice, .wait, .succeed, .fail, .parallel, .map:
            faults.append("\(name): only a Task state has outcomes, and a Map with an ItemReader")
        case nil:
            let writes = machine.states.values.contains { state in
                guard case .map(let map) = state.kind, map.writer?.export != nil else {
                    return false
                }
                return TaskScript.writer(of: state.name) == name
            }
            if writes { return }
            faults.append("\(name): the definition has no state of this name")
        }
    }

    /// One outcome, or an array of them.
    mutating func outcomes(_ value: JSONValue, at place: String) -> [OfflineRun.TaskOutcome] {
        guard let elements = value.array else {
            return outcome(value, at: place).map { [$0] } ?? []
        }
        if elements.isEmpty { faults.append("\(place): expected at least one outcome") }
        var outcomes: [OfflineRun.TaskOutcome] = []
        for (index, element) in elements.enumerated() {
            if let outcome = outcome(element, at: "\(place)[\(index)]") { outcomes.append(outcome) }
        }
        return outcomes
    }

    private mutating func outcome(_ value: JSONValue, at place: String) -> OfflineRun.TaskOutcome? {
        let members = members(of: value, at: place)
        let known = ["result", "error", "cause", "timeout", "after", "submitted"]
        refuseUnknown(members, known: known, at: place)
        guard let end = end(members, at: place) else { return nil }
        guard let seconds = seconds(members["after"], at: place) else { return nil }
        return OfflineRun.TaskOutcome(end, after: seconds, submitted: members["submitted"])
    }

    private mutating func end(
        _ members: JSONObject,
        at place: String
    ) -> OfflineRun.TaskOutcome.End? {
        let hasError = members["error"] != nil || members["cause"] != nil
        switch (members["result"], hasError, members["timeout"]) {
        case (let result?, false, nil): return .succeeded(result)
        case (nil, true, nil):
            let error = text("error", members, at: place)
            return .failed(ErrorOutput(error, cause: text("cause", members, at: place)))
        case (nil, false, .bool(true)?): return .silent
        case (nil, false, nil), (nil, false, .some), (.some, _, _), (nil, true, .some):
            faults.append(
                "\(place): expected one of result, error (with cause) and \"timeout\": true"
            )
            return nil
        }
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

    private func member(_ name: String, at place: String) -> String {
        place.isEmpty ? name : "\(place)/\(name)"
    }

    private mutating func seconds(_ value: JSONValue?, at place: String) -> Double? {
        guard let value else { return 0 }
        guard let seconds = value.number?.double,
            (0...Double(Retrier.longestDelay)).contains(seconds)
        else {
            faults.append("\(place)/after: expected a number of seconds")
            return nil
        }
        return seconds
    }
}
