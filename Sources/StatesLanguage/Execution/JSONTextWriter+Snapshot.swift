internal import FoundationEssentials
internal import JSON

/// Writes executions as JSON text without building values first.
///
/// `waiting` is not written: it follows from what the branches do.
extension JSONTextWriter {
    mutating func write(_ execution: Execution) {
        output.reserveCapacity(512 + 2 * execution.input.size)
        object { writer in
            writer.member("v", Execution.snapshotVersion)
            writer.member("context") { $0.write(execution.context) }
            writer.member("input", execution.input)
            writer.member("event", execution.nextEventId)
            writer.member("branch", execution.nextBranchId)
            writer.member("command", execution.nextCommandId)
            if execution.lastSilentId < 0 { writer.member("silent", execution.lastSilentId) }
            writer.member("deadline", execution.deadline)
            writer.member("status") { $0.write(execution.status) }
            if let output = execution.output { writer.member("output", output) }
            if !execution.ready.isEmpty { writer.member("ready", execution.ready) }
            let branches = execution.branches.values.sorted { $0.id < $1.id }
            writer.member("branches") { writer in
                writer.array(branches) { $0.write($1) }
            }
        }
    }

    private mutating func write(_ context: ExecutionContext) {
        object { writer in
            writer.member("id", context.id)
            writer.member("name", context.name)
            writer.member("role", context.roleArn)
            writer.member("start", context.startTime)
            writer.member("machine", context.stateMachineId)
            writer.member("machineName", context.stateMachineName)
            writer.member("redrives", context.redriveCount)
        }
    }

    private mutating func write(_ status: Execution.Status) {
        object { writer in
            switch status {
            case .running: writer.member("is", "running")
            case .succeeded: writer.member("is", "succeeded")
            case .failed(let error): writer.member("failed", error)
            case .timedOut: writer.member("is", "timedOut")
            case .aborted(let error): writer.member("aborted", error)
            }
        }
    }

    private mutating func write(_ branch: Branch) {
        object { writer in
            writer.member("id", branch.id)
            if let parent = branch.parent { writer.member("in", [parent.branch, parent.index]) }
            if branch.isSilent { writer.member("silent", 1) }
            writer.member("state", branch.state)
            if !branch.input.isExecutionInput { writer.member("input", branch.input) }
            writer.member("entered", branch.enteredAt)
            writer.member("events", [branch.enteredEventId, branch.previousEventId])
            writer.member("visit", [branch.visit, branch.entries])
            if !branch.variables.isEmpty { writer.member("vars") { $0.write(branch.variables) } }
            if branch.retries.total > 0 {
                writer.member("retries", [branch.retries.total] + branch.retries.byRetrier)
            }
            writer.write(branch.activity)
        }
    }

    private mutating func write(_ variables: Variables) {
        object { writer in
            for (name, payload) in variables.sorted {
                writer.member(escaping: name) { $0.raw(payload.text) }
            }
        }
    }

    private mutating func write(_ activity: Branch.Activity) {
        switch activity {
        case .entering: return
        case .retrying: member("retrying", 1)
        case .halted: member("halted", 1)
        case .task(let task): member("task") { $0.write(task) }
        case .waiting(let id, let until): member("waiting") { $0.write(id, until) }
        case .delaying(let id, let until): member("delaying") { $0.write(id, until) }
        case .parallel(let parallel):
            member("parallel") { writer in
                writer.object { writer in
                    writer.member("running", parallel.running.map { $0 ?? -1 })
                    writer.member("outputs") { $0.write(parallel.outputs) }
                }
            }
        case .map(let map): member("map") { $0.write(map) }
        }
    }

    private mutating func write(_ id: Int, _ until: Date) {
        object { writer in
            writer.member("id", id)
            writer.member("until", until)
        }
    }

    private mutating func write(_ task: TaskProgress) {
        object { writer in
            writer.member("id", task.id)
            writer.member("resource", task.resource.text)
            if let arguments = task.arguments { writer.member("arguments", arguments) }
            writer.member("start", task.startedAt)
            if let seconds = task.timeoutSeconds { writer.member("timeout", seconds) }
            if let seconds = task.heartbeatSeconds { writer.member("heartbeat", seconds) }
            if let credentials = task.credentials { writer.member("credentials", credentials) }
            if let token = task.token { writer.member("token", token) }
        }
    }

    private mutating func write(_ map: MapProgress) {
        object { writer in
            writer.member("items", .array(map.items))
            if !map.batches.isEmpty { writer.member("batches", map.batches) }
            writer.member("outputs") { $0.write(map.outputs) }
            writer.member("running", map.running.sorted { $0.key < $1.key }.flatMap { [$0, $1] })
            writer.member("next", map.nextIndex)
            writer.member("ended", map.ended)
            writer.member("failures", map.failures)
            writer.member("outputSize", map.outputSize)
            writer.member("concurrency", map.maximumConcurrency)
            writer.member("tolerated", map.toleratedFailures)
            writer.member("event", map.previousEventId)
        }
    }

    /// Outputs that are there stand in an array of their own: `[value]`, `[]`.
    private mutating func write(_ outputs: [JSONValue?]) {
        array(outputs) { writer, output in
            writer.output.append(UInt8(ascii: "["))
            output?.write(into: &writer.output)
            writer.output.append(UInt8(ascii: "]"))
        }
    }
}
