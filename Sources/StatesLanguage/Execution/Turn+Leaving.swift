internal import FoundationEssentials
internal import JSON

/// An error on its way through a state's retriers and catchers.
struct StateFailure {
    var output: ErrorOutput
    /// A second name that the error can be matched by.
    var alias: String?
    /// What is recorded before anything else, when an expression failed.
    var evaluation: HistoryEvent.Details?

    init(_ output: ErrorOutput, alias: String? = nil) {
        self.output = output
        self.alias = alias
    }

    /// AWS begins the text of such an error with the state's name and event.
    init(_ failure: EvaluationFailure, in branch: borrowing Branch) {
        let place =
            "An error occurred while executing the state '\(branch.state)' "
            + "(entered at the event id #\(abs(branch.enteredEventId))). "
        switch failure {
        case .tooLarge(let name): self.init(tooLarge: name)
        case .plain(let name, let text): self.init(ErrorOutput(name, cause: text))
        case .runtime(let text): self.init(ErrorOutput(ErrorName.runtime, cause: place + text))
        case .named(let name, let text): self.init(ErrorOutput(name, cause: place + text))
        case .query(let text, let location):
            self.init(ErrorOutput(ErrorName.queryEvaluationError, cause: place + text))
            evaluation = .evaluationFailed(output, location: location, state: branch.state)
        }
    }

    /// The result of this state or task has more bytes than it may.
    init(tooLarge name: String) {
        let cause =
            "The state/task '\(name)' returned a result with a size exceeding the maximum number "
            + "of bytes service limit."
        self.init(ErrorOutput(ErrorName.dataLimitExceeded, cause: cause))
    }
}

extension Turn {
    /// What a state leaves behind when it has ended well.
    struct Departure {
        var output: Payload
        var assignments: [(name: String, payload: Payload)] = []
        var next: State.Next
    }

    /// Leaves a state with the result of its work.
    mutating func leave(_ branch: consuming Branch, _ state: State, result: JSONValue) {
        let departure: Departure
        do {
            departure = try self.departure(from: state, result: result, in: scope(of: branch))
        } catch {
            let failure = StateFailure(error, in: branch)
            return fail(branch, in: state, failure)
        }
        depart(branch, state, departure)
    }

    /// Leaves a state that hands on its input or its result as it is.
    mutating func leave(_ branch: consuming Branch, _ state: State, unchanged output: Payload) {
        let departure: Departure
        do {
            departure = try self.departure(from: state, unchanged: output)
        } catch {
            return fail(branch, in: state, StateFailure(tooLarge: state.name))
        }
        depart(branch, state, departure)
    }

    /// What a state leaves behind with the result of its work.
    mutating func departure(
        from state: State,
        result: JSONValue,
        in scope: Scope
    ) throws(EvaluationFailure) -> Departure {
        let departure = try departure(
            from: state,
            output: try payload(try state.flow.output(of: result, in: scope), of: state),
            assignments: try state.flow.assignments(of: result, in: scope),
            next: state.next
        )
        traceNext(of: state)
        return departure
    }

    /// What a state leaves behind that hands on what it has.
    mutating func departure(
        from state: State,
        unchanged output: Payload
    ) throws(EvaluationFailure) -> Departure {
        guard output.size <= limits.maximumPayload else { throw .tooLarge(state.name) }
        traceNext(of: state)
        return Departure(output: output, next: state.next)
    }

    /// A value that a state works with or hands on, unless it is too large.
    func payload(_ value: JSONValue, of state: State) throws(EvaluationFailure) -> Payload {
        try Payload(value, upTo: limits.maximumPayload, of: state.name)
    }

    private mutating func traceNext(of state: State) {
        if case .state(let to) = state.next { trace(.next(from: state.name, to: to.name)) }
    }

    /// A departure within the limits.
    func departure(
        from state: State,
        output: Payload,
        assignments: JSONObject?,
        next: State.Next
    ) throws(EvaluationFailure) -> Departure {
        guard output.size <= limits.maximumPayload else { throw .tooLarge(state.name) }
        var departure = Departure(output: output, next: next)
        guard let assignments else { return departure }
        var size = 0
        for (name, value) in assignments {
            let payload = try payload(value, of: state)
            size += payload.size
            guard size <= limits.maximumAssignment else { throw .tooLarge(state.name) }
            departure.assignments.append((name, payload))
        }
        return departure
    }

    /// Leaves a state for the next one, or ends the branch.
    mutating func depart(_ branch: consuming Branch, _ state: State, _ departure: Departure) {
        for (name, payload) in departure.assignments { branch.variables[name] = payload }
        guard branch.variables.size <= limits.maximumVariables else {
            return failBranch(branch, StateFailure(tooLarge: state.name).output)
        }
        if departure.output.size > limits.warnedPayload, branch.input.size <= limits.warnedPayload {
            let size = departure.output.size
            transition.warnings.append(.payload(state: state.name, size: size))
        }
        let details = HistoryEvent.Details.stateExited(
            name: state.name,
            output: departure.output.text,
            assigned: departure.assignments.map { name, payload in
                HistoryEvent.Assignment(variable: name, value: payload.text)
            }
        )
        record(state.kind.exitedEvent, details, in: &branch)
        switch departure.next {
        case .end: succeedBranch(branch, departure.output)
        case .state(let to): move(branch, to: to, input: departure.output)
        }
    }

    private mutating func move(
        _ branch: consuming Branch,
        to destination: Destination,
        input: Payload
    ) {
        branch.state = destination.name
        branch.input = input
        branch.retries = Branch.Retries()
        branch.activity = .entering
        goOn(branch, at: destination)
    }

    /// A state has failed: it is tried again, or its error is caught, or the branch fails.
    mutating func fail(_ branch: consuming Branch, in state: State, _ failure: StateFailure) {
        recordEvaluation(failure, state, &branch)
        if let delay = retryDelay(&branch, state, failure) {
            dropChildren(of: branch)
            return delayRetry(branch, seconds: delay)
        }
        // Measured: States.Runtime leaves no word of the states that it goes through.
        if failure.output.error != ErrorName.runtime { recordFailedWork(failure, state, &branch) }
        let index = state.catchers.firstIndex { $0.errors.matches(failure) }
        guard let index else { return failBranch(branch, failure.output) }
        let caught = state.catchers[index]
        let departure: Departure
        do {
            departure = try self.departure(of: failure.output.json, to: caught, state, branch)
        } catch {
            // What the catcher makes is not caught again, or a large input would never let go.
            let failure = StateFailure(error, in: branch)
            recordEvaluation(failure, state, &branch)
            return failBranch(branch, failure.output)
        }
        trace(state.catcher(index))
        // Recorded: what follows a failed Map Run follows its start.
        if case .map(let progress) = branch.activity, progress.run != nil {
            branch.previousEventId = progress.previousEventId
        }
        dropChildren(of: branch)
        depart(branch, state, departure)
    }

    private func departure(
        of error: JSONValue,
        to catcher: Catcher,
        _ state: State,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> Departure {
        let scope = scope(of: branch)
        return try departure(
            from: state,
            output: try payload(try catcher.flow.output(of: error, in: scope), of: state),
            assignments: try catcher.flow.assignments(of: error, in: scope),
            next: .state(catcher.next)
        )
    }

    /// Records that an expression failed.
    ///
    /// Recorded: where that happens as the state is entered, the event follows what the entered event
    /// follows; a Wait's follows the entered event itself.
    private mutating func recordEvaluation(
        _ failure: StateFailure,
        _ state: State,
        _ branch: inout Branch
    ) {
        guard let details = failure.evaluation, !branch.isSilent else { return }
        var previous = branch.previousEventId
        if let entered, entered.branch == branch.id, entered.event == previous,
            !state.kind.isWait
        {
            previous = entered.after
        }
        branch.previousEventId = record(.evaluationFailed, details, after: previous)
    }

    /// Recorded: a Parallel or Map says that it failed only when it is not tried again, and also when
    /// an expression failed before its work began.
    ///
    /// Its Map Run says it each time.
    private mutating func recordFailedWork(
        _ failure: StateFailure,
        _ state: State,
        _ branch: inout Branch
    ) {
        let hasBegun =
            switch branch.activity {
            case .parallel, .map: true
            case .entering, .retrying, .halted, .task, .waiting, .delaying: false
            }
        guard hasBegun || failure.evaluation != nil else { return }
        switch state.kind {
        case .parallel: record(.parallelStateFailed, .none, in: &branch)
        case .map: record(.mapStateFailed, .none, in: &branch)
        case .task, .pass, .choice, .wait, .succeed, .fail: return
        }
    }

    private mutating func retryDelay(
        _ branch: inout Branch,
        _ state: State,
        _ failure: StateFailure
    ) -> Double? {
        guard let index = state.retriers.firstIndex(where: { $0.errors.matches(failure) }) else {
            return nil
        }
        let retrier = state.retriers[index]
        if branch.retries.byRetrier.isEmpty {
            branch.retries.byRetrier = Array(repeating: 0, count: state.retriers.count)
        }
        let retries = branch.retries.byRetrier[index]
        guard retries < retrier.maximumAttempts else { return nil }
        trace(state.retrier(index))
        branch.retries.byRetrier[index] += 1
        let delay = retrier.delay(afterRetries: retries)
        guard retrier.hasFullJitter else { return delay }
        var random = random
        return Double.random(in: 0...delay, using: &random)
    }

    private mutating func delayRetry(_ branch: consuming Branch, seconds: Double) {
        let id = nextCommandId(for: branch)
        let until = now.addingTimeInterval(seconds)
        branch.activity = .delaying(id: id, until: until)
        transition.commands.append(.wait(id: id, until: until))
        execution.branches.put(branch)
    }

    /// A new id under which the branch waits for something outside.
    mutating func nextCommandId(for branch: borrowing Branch) -> Int {
        let id = execution.nextCommandId
        execution.nextCommandId += 1
        execution.waiting.add(id, for: branch.id)
        return id
    }
}

extension ErrorFilter {
    func matches(_ failure: StateFailure) -> Bool {
        matches(failure.output.error) || failure.alias.map { names.contains($0) } ?? false
    }
}
