internal import FoundationEssentials
internal import JSON

/// Writes executions as JSON text without building values first.
///
/// `waiting` is not written: it follows from what the branches do.
extension ObjectWriter {
    mutating func addMembers(of execution: Execution) {
        let position = execution.position
        add("v", Execution.snapshotVersion)
        add("context") { $0.addMembers(of: position.context) }
        add("input", position.input)
        add("event", position.nextEventId)
        add("branch", position.nextBranchId)
        add("command", position.nextCommandId)
        if position.lastSilentId < 0 { add("silent", position.lastSilentId) }
        if let deadline = position.deadline { add("deadline", instant: deadline) }
        add("status") { $0.addMembers(of: position.status) }
        if let output = position.output { add("output", output) }
        if !position.ready.isEmpty { add("ready", position.ready) }
        add("branches", objects: position.branches.sorted) { $0.addMembers(of: $1) }
    }

    private mutating func addMembers(of context: ExecutionContext) {
        add("id", context.id)
        add("name", context.name)
        add("role", context.roleArn)
        add("start", instant: context.startTime)
        add("machine", context.stateMachineId)
        add("machineName", context.stateMachineName)
        add("redrives", context.redriveCount)
        if let time = context.redriveTime { add("redriven", instant: time) }
    }

    private mutating func addMembers(of status: Execution.Status) {
        switch status {
        case .running: add("is", "running")
        case .succeeded: add("is", "succeeded")
        case .failed(let error): add("failed", error)
        case .timedOut: add("is", "timedOut")
        case .aborted(let error): add("aborted", error)
        }
    }

    private mutating func addMembers(of branch: Branch) {
        add("id", branch.id)
        if let parent = branch.parent { add("in", [parent.branch, parent.index]) }
        if branch.isSilent { add("silent", 1) }
        add("state", branch.state)
        if !branch.input.isExecutionInput { add("input", branch.input) }
        add("entered", instant: branch.enteredAt)
        add("events", [branch.enteredEventId, branch.previousEventId])
        add("visit", [branch.visit, branch.entries])
        if !branch.variables.isEmpty { add("vars") { $0.addMembers(of: branch.variables) } }
        if branch.retries.total > 0 {
            add("retries", [branch.retries.total] + branch.retries.byRetrier)
        }
        add(branch.activity)
    }

    private mutating func addMembers(of variables: Variables) {
        for (name, payload) in variables.sorted {
            addValue(name: name) { $0.append(contentsOf: payload.text.utf8) }
        }
    }

    private mutating func add(_ activity: Branch.Activity) {
        switch activity {
        case .entering: return
        case .retrying: add("retrying", 1)
        case .halted: add("halted", 1)
        case .task(let task): add("task") { $0.addMembers(of: task) }
        case .waiting(let id, let until): add("waiting") { $0.addMembers(id, until) }
        case .delaying(let id, let until): add("delaying") { $0.addMembers(id, until) }
        case .parallel(let parallel):
            add("parallel") { object in
                object.add("running", parallel.running.map { $0 ?? -1 })
                object.add("outputs", outputs: parallel.outputs)
            }
        case .map(let map): add("map") { $0.addMembers(of: map) }
        }
    }

    private mutating func addMembers(_ id: Int, _ until: Date) {
        add("id", id)
        add("until", instant: until)
    }

    private mutating func addMembers(of task: TaskProgress) {
        add("id", task.id)
        add("resource", task.resource.text)
        if let arguments = task.arguments { add("arguments", arguments) }
        add("start", instant: task.startedAt)
        if let seconds = task.timeoutSeconds { add("timeout", seconds) }
        if let seconds = task.heartbeatSeconds { add("heartbeat", seconds) }
        if let credentials = task.credentials { add("credentials", credentials) }
        if let token = task.token { add("token", token) }
        if let since = task.awaitedSince { add("awaited", instant: since) }
        if let beat = task.beatAt, beat != task.awaitedSince { add("beat", instant: beat) }
    }

    private mutating func addMembers(of map: MapProgress) {
        add("items", .array(map.items))
        if !map.batches.isEmpty { add("batches", map.batches) }
        add("outputs", outputs: map.outputs)
        add("running", map.running.sorted { $0.key < $1.key }.flatMap { [$0, $1] })
        add("next", map.nextIndex)
        add("ended", map.ended)
        add("failures", map.failures)
        add("outputSize", map.outputSize)
        add("concurrency", map.maximumConcurrency)
        add("tolerated", map.toleratedFailures)
        add("event", map.previousEventId)
        if map.areMembers { add("members", 1) }
        if let source = map.source { add("source", source) }
        if let run = map.run { add(run) }
        switch map.errand {
        case .reading(let task): add("reading") { $0.addMembers(of: task) }
        case .writing(let task): add("writing") { $0.addMembers(of: task) }
        case nil: break
        }
    }

    private mutating func add(_ run: MapRun) {
        add("run", run.arn)
        addValue("began") { bytes in
            bytes.append(UInt8(ascii: "["))
            for (position, (index, began)) in run.began.sorted(by: { $0.key < $1.key }).enumerated()
            {
                let instant = began.at.timeIntervalSinceReferenceDate.description
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(contentsOf: "[\(index),\(instant),\(began.input.text)]".utf8)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }
}

extension ObjectWriter {
    private mutating func add(_ name: StaticString, _ payload: Payload) {
        addValue(name) { $0.append(contentsOf: payload.text.utf8) }
    }

    /// Error and cause as an array of two; null where there is none.
    private mutating func add(_ name: StaticString, _ error: ErrorOutput) {
        let texts = [error.error, error.cause].map { text in
            text.map { .string($0) } ?? JSONValue.null
        }
        add(name, .array(texts))
    }

    /// Seconds since 2001, in the shortest text that gives the same double again.
    private mutating func add(_ name: StaticString, instant: Date) {
        addValue(name) {
            $0.append(contentsOf: instant.timeIntervalSinceReferenceDate.description.utf8)
        }
    }

    /// Outputs that are there stand in an array of their own: `[value]`, `[]`.
    private mutating func add(_ name: StaticString, outputs: [JSONValue?]) {
        addValue(name) { bytes in
            bytes.append(UInt8(ascii: "["))
            for (index, output) in outputs.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(UInt8(ascii: "["))
                output?.write(into: &bytes)
                bytes.append(UInt8(ascii: "]"))
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }
}
