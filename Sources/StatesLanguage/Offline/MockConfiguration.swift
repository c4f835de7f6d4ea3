internal import JSON

/// AWS's format for the mocked integrations of Step Functions Local.
extension ScriptReader {
    /// The responses' names of one test case, by the names of the states.
    mutating func testCase(_ name: String?, in root: JSONValue) throws(ScriptError) -> JSONObject {
        let parts = (name ?? "").split(separator: "#", maxSplits: 1).map(String.init)
        let (machine, wanted) = parts.count == 2 ? (parts[0], parts[1]) : (nil, name)
        var found: [(name: String, states: JSONValue)] = []
        var known: [String] = []
        for (machineName, value) in root["StateMachines"]?.object ?? JSONObject() {
            for (caseName, states) in value["TestCases"]?.object ?? JSONObject() {
                known.append("\(machineName)#\(caseName)")
                guard machine == nil || machine == machineName else { continue }
                if wanted == nil || wanted == caseName { found.append((caseName, states)) }
            }
        }
        guard found.count == 1 else {
            let cases = known.joined(separator: ", ")
            let fault =
                name.map { "there is no one test case '\($0)'" } ?? "the test case must be named"
            throw ScriptError(faults: ["\(fault): there are \(cases)"])
        }
        return members(of: found[0].states, at: "TestCases/\(found[0].name)")
    }

    /// The outcomes of a mocked response, whose members are called `0` or `1-3`.
    mutating func attempts(_ response: JSONValue, at place: String) -> [OfflineRun.TaskOutcome] {
        var outcomes: [Int: OfflineRun.TaskOutcome] = [:]
        for (range, value) in members(of: response, at: place) {
            guard let attempts = Self.range(range) else {
                faults.append("\(place)/\(range): expected an attempt such as 0, or 1-3")
                continue
            }
            guard let outcome = mock(value, at: "\(place)/\(range)") else { continue }
            for attempt in attempts where outcomes.updateValue(outcome, forKey: attempt) != nil {
                faults.append("\(place)/\(range): attempt \(attempt) is there twice")
            }
        }
        let inOrder = (0..<outcomes.count).compactMap { outcomes[$0] }
        if inOrder.count != outcomes.count {
            faults.append("\(place): the attempts must go on from 0 without a gap")
        }
        return inOrder
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        // No retrier has more attempts than a history has events.
        guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, bounds.count <= 2,
            0 <= first, first <= last, last <= 25_000
        else { return nil }
        return first...last
    }

    private mutating func mock(_ value: JSONValue, at place: String) -> OfflineRun.TaskOutcome? {
        switch (value["Return"], value["Throw"]) {
        case (let result?, nil): return .succeeded(result)
        case (nil, let error?):
            return .failed(ErrorOutput(error["Error"]?.string, cause: error["Cause"]?.string))
        case (nil, nil), (.some, .some):
            faults.append("\(place): expected Return or Throw")
            return nil
        }
    }
}
