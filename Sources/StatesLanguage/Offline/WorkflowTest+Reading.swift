package import JSON

extension WorkflowTest {
    /// Reads a file of cases, or says everything that is wrong with it.
    package init(parsing text: [UInt8]) throws(ScriptError) {
        try self.init(ScriptReader.json(text), needing: ["definition"])
    }

    /// Reads cases for a definition that is at hand, so that the document need not say where one lies.
    package init(_ document: JSONValue) throws(ScriptError) {
        try self.init(document, needing: [])
    }

    private init(_ root: JSONValue, needing needed: [String]) throws(ScriptError) {
        var reader = ScriptReader()
        let members = reader.members(of: root, at: "")
        reader.refuseUnknown(members, known: ["definition", "mocks", "cases"], at: "")
        definition = reader.text("definition", members, at: "") ?? ""
        for name in needed where members[name] == nil {
            reader.faults.append("\(name): is missing")
        }
        mocks = reader.text("mocks", members, at: "")
        var cases: [Case] = []
        for (index, value) in reader.elements("cases", of: members, at: "").enumerated() {
            cases.append(reader.testCase(value, index: index))
        }
        self.cases = cases
        try reader.finish()
    }
}

extension ScriptReader {
    fileprivate mutating func testCase(_ value: JSONValue, index: Int) -> WorkflowTest.Case {
        let place = "cases[\(index)]"
        let members = members(of: value, at: place)
        refuseUnknown(
            members,
            known: ["name", "input", "tasks", "mock", "context", "expect"],
            at: place
        )
        if members["tasks"] != nil, members["mock"] != nil {
            faults.append("\(place): expected tasks or mock, not both")
        }
        return WorkflowTest.Case(
            name: text("name", members, at: place) ?? "case \(index + 1)",
            input: members["input"],
            tasks: members["tasks"],
            mock: text("mock", members, at: place),
            context: members["context"],
            expected: expectation(members["expect"], at: "\(place)/expect")
        )
    }

    private mutating func expectation(
        _ value: JSONValue?,
        at place: String
    ) -> WorkflowTest.Expectation {
        guard let value else {
            faults.append("\(place): is missing")
            return WorkflowTest.Expectation()
        }
        let members = members(of: value, at: place)
        let known = ["status", "output", "error", "cause", "path", "seconds"]
        refuseUnknown(members, known: known, at: place)
        return WorkflowTest.Expectation(
            status: status(members, at: place),
            output: members["output"],
            error: textOrNull("error", members, at: place),
            cause: textOrNull("cause", members, at: place),
            path: members["path"].map { _ in
                elements("path", of: members, at: place).compactMap(\.string)
            },
            seconds: members["seconds"]?.number?.double
        )
    }

    private mutating func textOrNull(
        _ name: String,
        _ members: JSONObject,
        at place: String
    ) -> JSONValue? {
        if members[name] == .null { return .null }
        return text(name, members, at: place).map(JSONValue.string)
    }

    private mutating func status(_ members: JSONObject, at place: String) -> String? {
        let known = ["SUCCEEDED", "FAILED", "TIMED_OUT", "RUNNING"]
        guard let status = text("status", members, at: place) else { return nil }
        if !known.contains(status) {
            faults.append("\(place)/status: expected one of \(known.joined(separator: ", "))")
        }
        return status
    }
}
