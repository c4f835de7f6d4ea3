internal import FoundationEssentials
internal import JSON

/// An error on its way through a state's retriers and catchers.
struct StateFailure {
    var output: ErrorOutput
    /// A second name that the error can be matched by.
    var alias: String?

    init(_ output: ErrorOutput, alias: String? = nil) {
        self.output = output
        self.alias = alias
    }

    /// AWS begins the text of such an error with the state's name and event.
    init(_ failure: EvaluationFailure, in branch: Branch) {
        let place =
            "An error occurred while executing the state '\(branch.state)' "
            + "(entered at the event id #\(abs(branch.enteredEventId))). "
        switch failure {
        case .runtime(let text): self.init(ErrorOutput(ErrorName.runtime, cause: place + text))
        case .named(let name, let text): self.init(ErrorOutput(name, cause: place + text))
        }
    }
}

extension Turn {
    /// What a state leaves behind when it has ended well.
    struct Departure {
        var output: Payload
        var assignments: JSONObject?
        var next: State.Next
    }

    /// Leaves a state with the result of its work.
    mutating func leave(_ branch: Branch, _ state: State, result: JSONValue) {
        let departure: Departure
        do {
            departure = try self.departure(from: state, of: branch, result: result)
        } catch {
            let failure = StateFailure(error, in: branch)
            return fail(branch, in: state, failure)
        }
        leave(branch, state, departure)
    }

    private func departure(
        from state: State,
        of branch: borrowing Branch,
        result: JSONValue
    ) throws(EvaluationFailure) -> Departure {
        let scope = scope(of: branch)
        let output = try state.flow.output(of: result, in: scope)
        let assignments = try state.flow.assignments(in: scope.with(input: result))
        return Departure(output: Payload(output), assignments: assignments, next: state.next)
    }

    /// Leaves a state for the next one, or ends the branch.
    mutating func leave(_ branch: consuming Branch, _ state: State, _ departure: Departure) {
        guard departure.output.size <= limits.maximumPayload else {
            return fail(branch, in: state, Self.tooLarge(state.name))
        }
        depart(branch, state, departure)
    }

    private mutating func depart(
        _ branch: consuming Branch,
        _ state: State,
        _ departure: Departure
    ) {
        let output = departure.output
        let assigned = assign(departure.assignments, in: &branch)
        record(
            state.kind.exitedEvent,
            .stateExited(name: state.name, output: output.text, assigned: assigned),
            in: &branch
        )
        switch departure.next {
        case .end: succeedBranch(branch, output)
        case .state(let name): move(branch, to: name, input: output)
        }
    }

    static func tooLarge(_ name: String) -> StateFailure {
        let cause =
            "The state/task '\(name)' returned a result with a size exceeding the maximum number "
            + "of bytes service limit."
        return StateFailure(ErrorOutput(ErrorName.dataLimitExceeded, cause: cause))
    }

    private mutating func move(_ branch: consuming Branch, to name: String, input: Payload) {
        branch.state = name
        branch.input = input
        branch.retries = Branch.Retries()
        branch.activity = .entering
        let id = branch.id
        execution.branches[id] = branch
        execution.ready.append(id)
    }

    private func assign(
        _ assignments: JSONObject?,
        in branch: inout Branch
    ) -> [HistoryEvent.Assignment] {
        guard let assignments else { return [] }
        var assigned: [HistoryEvent.Assignment] = []
        for (name, value) in assignments {
            branch.variables[name] = value
            assigned.append(HistoryEvent.Assignment(variable: name, value: value.text))
        }
        return assigned
    }

    /// A state has failed: it is tried again, or its error is caught, or the branch fails.
    mutating func fail(_ branch: consuming Branch, in state: State, _ failure: StateFailure) {
        var branch = branch
        if let delay = retryDelay(&branch, state, failure) {
            return delayRetry(branch, seconds: delay)
        }
        recordFailedChildren(state, &branch)
        let caught = state.catchers.first { $0.errors.matches(failure) }
        guard let caught else { return failBranch(branch, failure.output) }
        do {
            let scope = scope(of: branch)
            let error = failure.output.json
            let departure = Departure(
                output: Payload(try caught.flow.output(of: error, in: scope)),
                assignments: try caught.flow.assignments(in: scope.with(input: error)),
                next: .state(caught.next)
            )
            // What the catcher makes is not caught again, or a large input would never let go.
            guard departure.output.size <= limits.maximumPayload else {
                return failBranch(branch, Self.tooLarge(state.name).output)
            }
            depart(branch, state, departure)
        } catch {
            failBranch(branch, StateFailure(error, in: branch).output)
        }
    }

    /// Recorded: a Parallel or Map says that it failed only when it is not tried again.
    private mutating func recordFailedChildren(_ state: State, _ branch: inout Branch) {
        switch branch.activity {
        case .parallel: record(.parallelStateFailed, .none, in: &branch)
        case .map: record(.mapStateFailed, .none, in: &branch)
        case .entering, .retrying, .task, .waiting, .delaying: return
        }
    }

    private func retryDelay(
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
        branch.retries.byRetrier[index] += 1
        branch.retries.total += 1
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
        let branchId = branch.id
        execution.branches[branchId] = branch
    }

    /// A new id under which the branch waits for something outside.
    mutating func nextCommandId(for branch: borrowing Branch) -> Int {
        let id = execution.nextCommandId
        execution.nextCommandId += 1
        execution.waiting[id] = branch.id
        return id
    }
}

extension ErrorFilter {
    func matches(_ failure: StateFailure) -> Bool {
        matches(failure.output.error) || failure.alias.map { names.contains($0) } ?? false
    }
}
