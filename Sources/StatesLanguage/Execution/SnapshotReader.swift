internal import FoundationEssentials
internal import JSON

/// Reads what `SnapshotWriter` writes.
struct SnapshotReader {
    private let root: JSONValue

    init(_ root: JSONValue) { self.root = root }

    func execution() throws(SnapshotError) -> Execution {
        let version = try integer(root, "v")
        guard version == Execution.snapshotVersion else {
            throw SnapshotError("version \(version) is not \(Execution.snapshotVersion)")
        }
        let input = Payload(executionInput: try value(root, "input"))
        let execution = Execution(context: try context(value(root, "context")), input: input)
        let position = execution.position
        position.nextEventId = try integer(root, "event")
        position.nextBranchId = try integer(root, "branch")
        position.nextCommandId = try integer(root, "command")
        position.lastSilentId = root["silent"]?.int ?? 0
        position.deadline = try root["deadline"].map(date)
        position.status = try status(value(root, "status"))
        position.output = root["output"].map { Payload(stored: $0) }
        position.ready = try root["ready"].map(integers) ?? []
        for value in try array(root, "branches") {
            let branch = try branch(value, input: input)
            if let id = branch.outstandingId { position.waiting.add(id, for: branch.id) }
            position.branches.put(branch)
        }
        try check(position.branches)
        return execution
    }

    /// Whether every branch is where the one around it says that it is.
    private func check(_ branches: Branches) throws(SnapshotError) {
        for branch in branches.all {
            if let parent = branch.parent, branches[parent.branch]?.runs(branch) != true {
                throw SnapshotError("branch \(branch.id) is not its parent's")
            }
        }
    }

    private func context(_ value: JSONValue) throws(SnapshotError) -> ExecutionContext {
        var context = ExecutionContext(
            id: try string(value, "id"),
            name: try string(value, "name"),
            roleArn: try string(value, "role"),
            startTime: try date(self.value(value, "start")),
            stateMachineId: try string(value, "machine"),
            stateMachineName: try string(value, "machineName")
        )
        context.redriveCount = try integer(value, "redrives")
        if let time = value["redriven"] { context.redriveTime = try date(time) }
        return context
    }

    private func status(_ value: JSONValue) throws(SnapshotError) -> Execution.Status {
        if let error = value["failed"] { return .failed(error.errorOutput) }
        if let error = value["aborted"] { return .aborted(error.errorOutput) }
        switch value["is"]?.string {
        case "running": return .running
        case "timedOut": return .timedOut
        case "succeeded": return .succeeded(output: try self.value(root, "output"))
        default: throw SnapshotError("unknown status")
        }
    }

    private func branch(_ value: JSONValue, input: Payload) throws(SnapshotError) -> Branch {
        let events = try integers(self.value(value, "events"))
        let visit = try integers(self.value(value, "visit"))
        let retries = try value["retries"].map(integers) ?? [0]
        guard events.count == 2, visit.count == 2, !retries.isEmpty else {
            throw SnapshotError("bad branch")
        }
        return Branch(
            id: try integer(value, "id"),
            parent: try value["in"].map(parent),
            isSilent: value["silent"] != nil,
            state: try string(value, "state"),
            input: value["input"].map { Payload(stored: $0) } ?? input,
            enteredAt: try date(self.value(value, "entered")),
            enteredEventId: events[0],
            visit: visit[0],
            entries: visit[1],
            previousEventId: events[1],
            variables: variables(value["vars"]?.object),
            retries: Branch.Retries(byRetrier: Array(retries.dropFirst())),
            activity: try activity(value)
        )
    }

    private func variables(_ object: JSONObject?) -> Variables {
        var variables = Variables()
        for (name, value) in object ?? JSONObject() { variables[name] = Payload(stored: value) }
        return variables
    }

    private func parent(_ value: JSONValue) throws(SnapshotError) -> Branch.Parent {
        let place = try integers(value)
        guard place.count == 2 else { throw SnapshotError("bad parent") }
        return Branch.Parent(branch: place[0], index: place[1])
    }

    private func activity(_ branch: JSONValue) throws(SnapshotError) -> Branch.Activity {
        if let task = branch["task"] { return .task(try self.task(task)) }
        if let timer = branch["waiting"] {
            return .waiting(id: try integer(timer, "id"), until: try date(value(timer, "until")))
        }
        if let timer = branch["delaying"] {
            return .delaying(id: try integer(timer, "id"), until: try date(value(timer, "until")))
        }
        if let parallel = branch["parallel"] {
            let running = try integers(value(parallel, "running")).map { $0 < 0 ? nil : $0 }
            let outputs = try array(parallel, "outputs").map { $0[0] }
            guard outputs.count == running.count else { throw SnapshotError("bad Parallel") }
            let ended = outputs.count { $0 != nil }
            return .parallel(
                ParallelProgress(running: running, outputs: outputs, ended: ended)
            )
        }
        if let map = branch["map"] { return .map(try self.map(map)) }
        if branch["halted"] != nil { return .halted }
        return branch["retrying"] == nil ? .entering : .retrying
    }

    private func task(_ value: JSONValue) throws(SnapshotError) -> TaskProgress {
        let since = try value["awaited"].map(date)
        return TaskProgress(
            id: try integer(value, "id"),
            resource: TaskResource(try string(value, "resource")),
            arguments: value["arguments"].map { Payload(stored: $0) },
            startedAt: try date(self.value(value, "start")),
            timeoutSeconds: value["timeout"]?.int,
            heartbeatSeconds: value["heartbeat"]?.int,
            credentials: value["credentials"],
            token: value["token"]?.string,
            awaitedSince: since,
            beatAt: try value["beat"].map(date) ?? since
        )
    }

    private func map(_ value: JSONValue) throws(SnapshotError) -> MapProgress {
        let items = try array(value, "items")
        let outputs = try array(value, "outputs").map { $0[0] }
        let running = try integers(self.value(value, "running"))
        let batches = try value["batches"].map(integers) ?? []
        let isWhole = batches.isEmpty || batches.last == items.count && batches == batches.sorted()
        guard outputs.count == (batches.isEmpty ? items.count : batches.count), isWhole,
            batches.allSatisfy({ $0 >= 0 }), running.count.isMultiple(of: 2)
        else { throw SnapshotError("bad Map") }
        var progress = MapProgress(
            items: items,
            batches: batches,
            outputs: outputs,
            maximumConcurrency: try integer(value, "concurrency"),
            toleratedFailures: try integer(value, "tolerated"),
            previousEventId: try integer(value, "event")
        )
        progress.areMembers = value["members"] != nil
        progress.source = value["source"]?.string
        progress.run = try run(value)
        if let task = value["reading"] { progress.errand = .reading(try self.task(task)) }
        if let task = value["writing"] { progress.errand = .writing(try self.task(task)) }
        progress.nextIndex = try integer(value, "next")
        progress.ended = try integer(value, "ended")
        progress.outputSize = try integer(value, "outputSize")
        progress.failures = try integer(value, "failures")
        for place in stride(from: 0, to: running.count, by: 2) {
            progress.running[running[place]] = running[place + 1]
        }
        return progress
    }
}

extension SnapshotReader {
    private func run(_ map: JSONValue) throws(SnapshotError) -> MapRun? {
        guard let arn = map["run"]?.string else { return nil }
        var run = MapRun(arn: arn)
        for beginning in try array(map, "began") {
            guard let index = beginning[0]?.int, let instant = beginning[1],
                let input = beginning[2]
            else { throw SnapshotError("bad Map Run") }
            run.began[index] = .init(input: Payload(stored: input), at: try date(instant))
        }
        return run
    }

    private func value(_ object: JSONValue, _ name: String) throws(SnapshotError) -> JSONValue {
        guard let value = object[name] else { throw SnapshotError("no \(name)") }
        return value
    }

    private func integer(_ object: JSONValue, _ name: String) throws(SnapshotError) -> Int {
        guard let integer = object[name]?.int else { throw SnapshotError("no number \(name)") }
        return integer
    }

    private func string(_ object: JSONValue, _ name: String) throws(SnapshotError) -> String {
        guard let string = object[name]?.string else { throw SnapshotError("no text \(name)") }
        return string
    }

    private func array(_ object: JSONValue, _ name: String) throws(SnapshotError) -> [JSONValue] {
        guard let array = object[name]?.array else { throw SnapshotError("no array \(name)") }
        return array
    }

    private func integers(_ value: JSONValue) throws(SnapshotError) -> [Int] {
        guard let integers = value.array?.compactMap(\.int), integers.count == value.array?.count
        else { throw SnapshotError("no array of numbers") }
        return integers
    }

    private func date(_ value: JSONValue) throws(SnapshotError) -> Date {
        // Ten thousand years either way: what is further cannot be written as a timestamp.
        guard let seconds = value.number?.double, abs(seconds) < 3e11 else {
            throw SnapshotError("no instant")
        }
        return Date(timeIntervalSinceReferenceDate: seconds)
    }
}

extension JSONValue {
    fileprivate var errorOutput: ErrorOutput {
        ErrorOutput(self[0]?.string, cause: self[1]?.string)
    }
}

extension Branch {
    /// Whether the branch is one of those that this one's Parallel or Map state runs.
    fileprivate func runs(_ child: Branch) -> Bool {
        guard let index = child.parent?.index else { return false }
        switch activity {
        case .entering, .retrying, .halted, .task, .waiting, .delaying: return false
        case .parallel(let progress):
            return progress.running.indices.contains(index) && progress.running[index] == child.id
        case .map(let progress):
            return (0..<progress.count).contains(index) && progress.running[index] == child.id
        }
    }

    /// The id of the task or the timer that the branch waits for.
    var outstandingId: Int? {
        switch activity {
        case .entering, .retrying, .halted, .parallel: nil
        case .task(let task): task.id
        case .map(let progress): progress.errand?.task.id
        case .waiting(let id, _), .delaying(let id, _): id
        }
    }
}
