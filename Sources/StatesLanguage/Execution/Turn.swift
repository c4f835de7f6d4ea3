internal import FoundationEssentials
internal import JSON

/// One turn of an execution: from an event to the point where everything waits again.
struct Turn {
    let rules: Interpreter.Rules
    var machine: StateMachine { rules.machine }
    var limits: InterpreterLimits { rules.limits }
    let now: Date
    /// What scopes share.
    let executionStart: ExecutionStart
    var random: RandomSource { RandomSource(start: executionStart) }
    /// The execution's own position.
    let execution: Execution.Position
    /// Moved in and out, so that its arrays are changed in place.
    var transition = Transition()
    /// The state that was entered in this step: its branch, its entered event, and what that follows.
    var entered: Entered?
    /// How many of the ready branches have been moved on.
    private var moved = 0
    /// The branch that goes on with its next state, where no other is before it: it need not be put away.
    private var successor: Branch?
    /// The state that it enters.
    private var successorState: State?

    init(
        _ execution: Execution.Position,
        rules: Interpreter.Rules,
        executionStart: ExecutionStart
    ) {
        self.execution = execution
        self.rules = rules
        now = executionStart.now
        self.executionStart = executionStart
    }

    struct Entered {
        var branch: Int
        var event: Int
        var after: Int
    }

    /// Begins the machine's own branch.
    mutating func start(inputText: String?) {
        record(
            .executionStarted,
            .executionStarted(
                input: inputText ?? execution.input.text,
                roleArn: execution.context.roleArn
            ),
            after: 0
        )
        // Recorded: the first state's event follows no other, not even that one.
        startBranch(at: machine.startAt, input: execution.input, parent: nil, after: 0)
    }

    /// Moves ready branches on, one state each in turn, until all wait or the steps are used up.
    mutating func run() {
        var steps = 0
        while execution.status.isRunning, hasSuccessor || moved < execution.ready.count {
            guard execution.nextEventId < rules.limits.maximumHistory else {
                putSuccessorAway()
                return failOverlong()
            }
            guard steps < rules.limits.maximumStepsPerTurn else { break }
            steps += 1
            let known = successorState.take()
            guard let branch = next() else { continue }
            guard let state = known ?? rules.machine.states[branch.state] else {
                failLost(branch)
                continue
            }
            step(branch, state)
        }
        execution.ready.removeFirst(min(moved, execution.ready.count))
        putSuccessorAway()
        if execution.status.isRunning, !execution.ready.isEmpty {
            transition.commands.append(.proceed)
        }
    }

    /// Has the branch enter its next state when its turn comes.
    mutating func goOn(_ branch: consuming Branch, at destination: Destination) {
        guard moved < execution.ready.count else {
            successor = branch
            successorState = rules.machine.state(at: destination)
            return
        }
        execution.ready.append(branch.id)
        execution.branches.put(branch)
    }

    // Comparing with nil would copy the branch.
    private var hasSuccessor: Bool { if case .some = successor { true } else { false } }

    private mutating func putSuccessorAway() {
        successorState = nil
        guard let branch = successor.take() else { return }
        execution.ready.append(branch.id)
        execution.branches.put(branch)
    }

    /// The branch whose turn it is; nil when it was aborted since it became ready.
    private mutating func next() -> Branch? {
        if let branch = successor.take() { return branch }
        moved += 1
        return execution.branches.remove(execution.ready[moved - 1])
    }

    /// Adds a branch that enters its first state when its turn comes.
    @discardableResult
    mutating func startBranch(
        at destination: Destination,
        input: Payload,
        parent: Branch.Parent?,
        after event: Int,
        isSilent: Bool = false
    ) -> Int {
        let id = execution.nextBranchId
        execution.nextBranchId += 1
        let branch = Branch(
            id: id,
            parent: parent,
            isSilent: isSilent,
            state: destination.name,
            input: input,
            enteredAt: now,
            previousEventId: event
        )
        guard parent != nil else {
            // Nothing else is there yet: the machine's own branch goes first.
            goOn(branch, at: destination)
            return id
        }
        execution.branches.put(branch)
        execution.ready.append(id)
        return id
    }

    private mutating func failLost(_ branch: Branch) {
        let cause = "The state '\(branch.state)' does not exist in the state machine."
        failBranch(branch, ErrorOutput(ErrorName.runtime, cause: cause))
    }

    private mutating func step(_ branch: consuming Branch, _ state: State) {
        entered = nil
        if case .entering = branch.activity { enter(state, &branch) }
        let outcome: Outcome
        do {
            outcome = try perform(state, &branch)
        } catch {
            let failure = StateFailure(error, in: branch)
            return fail(branch, in: state, failure)
        }
        switch outcome {
        case .leaves(let departure): depart(branch, state, departure)
        case .fails(let error): failBranch(branch, error)
        case .waits: execution.branches.put(branch)
        case .goesOn: return
        }
    }

    /// What running a state comes to.
    enum Outcome {
        case leaves(Departure)
        /// A Fail state ends its branch.
        case fails(ErrorOutput)
        /// The branch waits for something outside, or for its children.
        case waits
        /// The branch has been put where it belongs.
        case goesOn
    }

    /// Notes that a part of the definition was reached.
    mutating func trace(_ part: @autoclosure () -> MachinePart) {
        if rules.isTracing { transition.trace.append(part()) }
    }

    private mutating func failOverlong() {
        let count = rules.limits.maximumHistory
        let cause = "The execution reached the maximum number of history events (\(count))."
        let error = ErrorOutput(ErrorName.runtime, cause: cause)
        stop(.executionFailed, error, .failed(error), after: execution.nextEventId - 1)
    }

    private mutating func enter(_ state: State, _ branch: inout Branch) {
        branch.enteredAt = now
        trace(.state(state.name))
        let previous = branch.previousEventId
        record(
            state.kind.enteredEvent,
            .stateEntered(name: state.name, input: branch.input.text),
            in: &branch
        )
        branch.enteredEventId = branch.isSilent ? nextSilentId() : branch.previousEventId
        branch.entries += 1
        branch.visit = visit(of: branch)
        entered = Entered(branch: branch.id, event: branch.enteredEventId, after: previous)
    }

    /// What a branch's visit to its state is known by: the state's entered event in the machine's own branch.
    ///
    /// Inside of a Parallel or Map it is a negative number made of the way there: the visit to that state, the branch's
    /// place in it, how many states came before in the branch, and the state's name. When the Parallel or Map is retried
    /// its branches enter their states anew, by other events but the same way.
    private func visit(of branch: borrowing Branch) -> Int {
        guard let place = branch.parent, let outer = execution.branches[place.branch] else {
            return branch.enteredEventId
        }
        var hash = StableHash()
        for part in [outer.visit, place.index, branch.entries] { hash.add(part) }
        for byte in branch.state.utf8 { hash.add(byte) }
        return -1 - Int(hash.value >> 2)
    }

    private mutating func nextSilentId() -> Int {
        execution.lastSilentId -= 1
        return execution.lastSilentId
    }

    /// Does the state's work, or begins it.
    private mutating func perform(
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) -> Outcome {
        switch state.kind {
        case .pass: .leaves(try performPass(state, branch))
        case .succeed: .leaves(try performSucceed(state, branch))
        case .fail(let fail): .fails(try performFail(fail, branch))
        case .choice(let choice): .leaves(try performChoice(choice, state, branch))
        case .wait(let wait): try performWait(wait, state, &branch)
        case .task(let task): try performTask(task, state, &branch)
        case .parallel(let parallel): try performParallel(parallel, state, &branch)
        case .map(let map): try performMap(map, state, &branch)
        }
    }

    /// What expressions in a branch's state see.
    ///
    /// `$` is the raw input until it is replaced.
    func scope(of branch: borrowing Branch) -> Scope {
        var variables = branch.variables.isEmpty ? [] : [branch.variables]
        var mapItem: Surroundings.MapItem?
        var parent = branch.parent
        while let place = parent, let outer = execution.branches[place.branch] {
            if !outer.variables.isEmpty { variables.append(outer.variables) }
            if mapItem == nil, case .map(let map) = outer.activity, map.batches.isEmpty {
                mapItem = Surroundings.MapItem(index: place.index, of: map)
            }
            parent = outer.parent
        }
        let surroundings = Surroundings(of: branch, in: executionStart, variables: variables)
        surroundings.mapItem = mapItem
        return Scope(input: branch.input.value, surroundings: surroundings)
    }
}
