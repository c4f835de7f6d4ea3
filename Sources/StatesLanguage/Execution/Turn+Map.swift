internal import JSON

extension Turn {
    mutating func performMap(
        _ map: MapState,
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) -> Outcome {
        let raw = scope(of: branch)
        let effective = try state.flow.effective(raw)
        let items = map.reader == nil ? try items(of: map, state, in: effective) : nil
        let concurrency = try map.concurrency(in: effective)
        var progress = MapProgress(
            items: [],
            outputs: [],
            maximumConcurrency: concurrency > 0 ? concurrency : limits.maximumMapConcurrency,
            toleratedFailures: 0,
            previousEventId: 0
        )
        if let items { try take(items, into: &progress, state, map, branch, in: effective) }
        record(.mapStateStarted, .mapStateStarted(length: progress.items.count), in: &branch)
        progress.toleratedFailures = try map.toleratedFailures(
            of: progress.items.count,
            in: effective
        )
        let place = try map.reader?.place(in: effective)
        if map.isDistributed { progress.run = startRun(of: map, state, &branch) }
        progress.previousEventId = branch.previousEventId
        if let reader = map.reader, let place {
            try read(reader, place, progress, &branch)
            return .waits
        }
        continueMap(branch, state, map, progress)
        return .goesOn
    }

    /// Starts as many iterations as may run, or ends the state when all have ended.
    mutating func continueMap(
        _ branch: consuming Branch,
        _ state: State,
        _ map: MapState,
        _ progress: consuming MapProgress
    ) {
        while progress.running.count < progress.maximumConcurrency,
            progress.nextIndex < progress.count
        {
            let index = progress.nextIndex
            let input: Payload
            do {
                input = try self.input(ofIteration: index, of: state, map, branch, progress)
            } catch {
                let failure = StateFailure(error, in: branch)
                return fail(branch, in: state, map, progress, failure)
            }
            progress.nextIndex += 1
            if progress.run != nil {
                progress.run?.began[index] = MapRun.Beginning(input: input, at: now)
            }
            progress.running[index] = startIteration(
                index,
                of: state,
                map,
                branch,
                input: input,
                after: progress.previousEventId
            )
        }
        guard progress.ended == progress.count else {
            branch.activity = .map(progress)
            execution.branches.put(branch)
            return
        }
        if let export = map.writer?.export { return write(export, progress, branch, state, map) }
        leaveMap(branch, state, map, result: map.results(of: progress))
    }

    /// Ends a Map state well.
    mutating func leaveMap(
        _ branch: consuming Branch,
        _ state: State,
        _ map: MapState,
        result: JSONValue
    ) {
        if map.isDistributed { record(.mapRunSucceeded, .none, in: &branch) }
        if !branch.isSilent { record(.mapStateSucceeded, .none, after: branch.previousEventId) }
        leave(branch, state, result: result)
    }

    private mutating func startIteration(
        _ index: Int,
        of state: State,
        _ map: MapState,
        _ branch: borrowing Branch,
        input: Payload,
        after event: Int
    ) -> Int {
        let isSilent = branch.isSilent || map.isDistributed
        var previous = event
        if !isSilent {
            let details = HistoryEvent.Details.mapIteration(name: state.name, index: index)
            previous = record(.mapIterationStarted, details, after: event)
        }
        return startBranch(
            at: map.startAt,
            input: input,
            parent: Branch.Parent(branch: branch.id, index: index),
            after: previous,
            isSilent: isSilent
        )
    }

    mutating func finishIteration(
        _ branch: consuming Branch,
        _ state: State,
        _ progress: consuming MapProgress,
        index: Int
    ) {
        guard case .map(let map) = state.kind else { return }
        progress.previousEventId = branch.previousEventId
        if progress.run != nil, let output = progress.outputs[index] {
            let transformation = map.writer?.transformation ?? .compact
            conclude(index, .success(output), as: transformation, in: &progress)
        }
        if !branch.isSilent && !map.isDistributed {
            let details = HistoryEvent.Details.mapIteration(name: state.name, index: index)
            record(.mapIterationSucceeded, details, in: &branch)
        }
        advance(branch, state, map, progress)
    }

    /// Goes on after an iteration, unless the results are too large.
    private mutating func advance(
        _ branch: consuming Branch,
        _ state: State,
        _ map: MapState,
        _ progress: consuming MapProgress
    ) {
        let isExported = map.writer?.export != nil
        guard progress.outputSize <= (isExported ? Self.maximumExport : limits.maximumPayload)
        else {
            // The result would be refused at the end; to gather it first could take all memory.
            return fail(branch, in: state, map, progress, StateFailure(tooLarge: state.name))
        }
        continueMap(branch, state, map, progress)
    }

    mutating func failIteration(
        _ branch: consuming Branch,
        _ state: State,
        _ progress: consuming MapProgress,
        _ child: Branch,
        _ error: ErrorOutput
    ) {
        guard case .map(let map) = state.kind, let index = child.parent?.index else { return }
        progress.previousEventId = branch.previousEventId
        if !branch.isSilent && !map.isDistributed {
            let details = HistoryEvent.Details.mapIteration(name: state.name, index: index)
            record(.mapIterationFailed, details, after: branch.previousEventId)
        }
        let failures = progress.failures + progress.items(of: index).count
        guard failures > progress.toleratedFailures else {
            progress.running[index] = nil
            progress.ended += 1
            progress.failures = failures
            // The branch is forgotten, and with it those that it had inside.
            dropChildren(of: child)
            conclude(index, .failure(error), as: .none, in: &progress)
            return advance(branch, state, map, progress)
        }
        halt(child)
        let failure = map.hasThreshold ? Self.exceededThreshold : StateFailure(error)
        fail(branch, in: state, map, progress, failure)
    }

    /// Ends a Map whose other iterations may still run.
    mutating func fail(
        _ branch: consuming Branch,
        in state: State,
        _ map: MapState,
        _ progress: MapProgress,
        _ failure: StateFailure
    ) {
        abortIterations(of: progress, in: state.name, after: branch.previousEventId)
        branch.activity = .map(progress)
        if map.isDistributed { record(.mapRunFailed, .failure(failure.output), in: &branch) }
        fail(branch, in: state, failure)
    }

    private static let exceededThreshold = StateFailure(
        ErrorOutput(
            ErrorName.exceedToleratedFailureThreshold,
            cause: "The specified tolerated failure threshold was exceeded"
        )
    )

    /// Ends the iterations that run; recorded: what is told of that follows the event that ended the Map.
    mutating func abortIterations(
        of progress: MapProgress,
        in state: String,
        after event: Int
    ) {
        for (index, id) in progress.running.sorted(by: { $0.key < $1.key }) {
            guard let child = execution.branches[id], child.activity != .halted else { continue }
            abort(id, after: event)
            guard !child.isSilent else { continue }
            let details = HistoryEvent.Details.mapIteration(name: state, index: index)
            record(.mapIterationAborted, details, after: event)
        }
    }
}
