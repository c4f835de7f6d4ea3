internal import Formats
internal import FoundationEssentials
internal import JSON

extension Turn {
    /// Schedules an attempt of a Task state.
    mutating func performTask(
        _ task: TaskState,
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) -> Outcome {
        let id = execution.nextCommandId
        var progress = TaskProgress(
            id: id,
            resource: task.resource,
            startedAt: now,
            token: token(for: task.resource, id: id)
        )
        let isCallback = task.resource.pattern != .requestResponse
        let isPlain = state.flow.takesInputUnchanged
        if !isPlain || task.isComputed {
            let raw = scope(of: branch)
            raw.surroundings.retryCount = branch.retries.total
            raw.surroundings.taskToken = isCallback ? progress.token : nil
            let effective = isPlain ? raw : try state.flow.effective(raw)
            if !isPlain { progress.arguments = try arguments(of: state, in: effective) }
            progress.timeoutSeconds = try task.timeout?.seconds("TimeoutSeconds", in: effective)
            progress.heartbeatSeconds = try task.heartbeat?
                .seconds("HeartbeatSeconds", in: effective)
            progress.credentials = try task.credentials?
                .value(in: effective, field: "Credentials")
        }
        progress.id = nextCommandId(for: branch)
        recordScheduled(task.resource, progress, &branch)
        branch.activity = .task(progress)
        transition.commands.append(.runTask(progress.request(in: branch)))
        return .waits
    }

    /// What a state's tasks or branches get to work with.
    func arguments(of state: State, in scope: Scope) throws(EvaluationFailure) -> Payload {
        try payload(try state.flow.arguments(in: scope), of: state)
    }

    /// What `$$.Task.Token` is: the outside answers a `.waitForTaskToken` call with it, and a job's task has one too; so
    /// has an activity, whose worker is given it.
    ///
    /// Who has one can make no other, even of the same execution: the random numbers may be of a generator that is none for
    /// secrets, and are hashed with the key.
    private func token(for resource: TaskResource, id: Int) -> String? {
        guard resource.pattern != .requestResponse || resource.isActivity else { return nil }
        var random = random
        let drawn = [random.next(), random.next()].map { String($0, radix: 36) }.joined(
            separator: "."
        )
        let text = "\(execution.context.id)#\(id)#"
        let digest = rules.digests.digest(.sha256, rules.tokenKey + Array("\(text)\(drawn)".utf8))
        let secret = Hexadecimal.text(digest.span.extracting(..<min(16, digest.count)))
        return Base64.encode(Array("\(text)\(secret)".utf8))
    }

    private mutating func recordScheduled(
        _ resource: TaskResource,
        _ progress: TaskProgress,
        _ branch: inout Branch
    ) {
        let input = (progress.arguments ?? branch.input).text
        let terms = progress.terms
        let work = HistoryEvent.Details.workScheduled(resource: resource.text, input: input, terms)
        switch resource.record {
        case .service(let integration):
            let details = HistoryEvent.Details.taskScheduled(
                integration,
                parameters: input,
                region: execution.context.region,
                terms
            )
            record(.taskScheduled, details, in: &branch)
            record(.taskStarted, .taskStarted(integration), in: &branch)
        case .activity:
            record(.activityScheduled, work, in: &branch)
        case .function:
            record(.lambdaFunctionScheduled, work, in: &branch)
            record(.lambdaFunctionStarted, .none, in: &branch)
        }
    }

    /// A worker took the activity up; a second one changes nothing.
    mutating func startActivity(
        _ branch: inout Branch,
        _ progress: inout TaskProgress,
        by worker: String?,
        at instant: Date
    ) {
        guard case .activity = progress.resource.record, progress.awaitedSince == nil else {
            return
        }
        (progress.awaitedSince, progress.beatAt) = (instant, instant)
        record(.activityStarted, .activityStarted(worker: worker), in: &branch)
    }

    /// An activity that has an answer was taken up, though nobody told of it.
    private mutating func startUnseen(_ branch: inout Branch) {
        guard case .task(var progress) = branch.activity else { return }
        startActivity(&branch, &progress, by: nil, at: now)
    }

    mutating func completeTask(
        _ branch: consuming Branch,
        _ state: State,
        _ task: TaskState,
        output: JSONValue
    ) {
        startUnseen(&branch)
        let payload: Payload
        do {
            payload = try resultPayload(output, of: task)
        } catch {
            let failure = StateFailure(error, in: branch)
            return failTask(branch, state, task, failure)
        }
        switch task.resource.record {
        case .service(let integration):
            let details = HistoryEvent.Details.taskOutput(integration, output: payload.text)
            record(.taskSucceeded, details, in: &branch)
        case .activity:
            record(.activitySucceeded, .workSucceeded(output: payload.text), in: &branch)
        case .function:
            record(.lambdaFunctionSucceeded, .workSucceeded(output: payload.text), in: &branch)
        }
        branch.activity = .entering
        guard state.flow.isTransparent else { return leave(branch, state, result: output) }
        leave(branch, state, unchanged: payload)
    }

    private func resultPayload(
        _ output: JSONValue,
        of task: TaskState
    ) throws(EvaluationFailure) -> Payload {
        try Payload(output, upTo: limits.maximumPayload, of: task.resource.taskName)
    }

    mutating func failTask(
        _ branch: consuming Branch,
        _ state: State,
        _ task: TaskState,
        _ failure: StateFailure
    ) {
        let isTimeout = failure.output.error == ErrorName.timeout
        if !isTimeout { startUnseen(&branch) }
        switch task.resource.record {
        case .service(let integration):
            let type = isTimeout ? EventType.taskTimedOut : .taskFailed
            record(type, .taskFailure(integration, failure.output), in: &branch)
        case .activity:
            let type = isTimeout ? EventType.activityTimedOut : .activityFailed
            record(type, .failure(failure.output), in: &branch)
        case .function:
            let type = isTimeout ? EventType.lambdaFunctionTimedOut : .lambdaFunctionFailed
            record(type, .failure(failure.output), in: &branch)
        }
        branch.activity = .entering
        fail(branch, in: state, failure)
    }
}

extension TaskResource {
    /// How messages call the task: a function by its ARN, a service by its name.
    fileprivate var taskName: String { integration?.resourceType ?? text }

    fileprivate var isActivity: Bool {
        if case .activity = target { true } else { false }
    }
}

extension ExecutionContext {
    /// The region in the execution's ARN, if it is one.
    fileprivate var region: String {
        let parts = id.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 3 ? String(parts[3]) : ""
    }
}

extension TaskProgress {
    fileprivate var terms: HistoryEvent.Terms {
        let role = credentials?["RoleArn"]?.string
        guard timeoutSeconds != nil || heartbeatSeconds != nil || role != nil else { return .usual }
        return .own(
            timeoutSeconds: timeoutSeconds,
            heartbeatSeconds: heartbeatSeconds,
            roleArn: role
        )
    }
}

extension Template {
    /// A number of seconds: a literal, or what a path or an expression leads to.
    fileprivate func seconds(
        _ field: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> Int {
        guard case .path(let path) = self else {
            let value = try value(in: scope, expecting: "number")
            if let seconds = value.int, seconds > 0 { return seconds }
            throw .query(
                "The \(field) field cannot be parsed as a positive long value: \(value.text)",
                location: field
            )
        }
        let value = try path.fieldValue(in: scope)
        guard let seconds = value.int, seconds > 0 else {
            throw .runtime(
                "The \(field)Path parameter cannot be parsed as a positive long value: "
                    + "\(path.text) == \(value.text)"
            )
        }
        return seconds
    }
}
