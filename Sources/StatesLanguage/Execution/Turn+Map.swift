internal import JSON

extension Turn {
    mutating func performMap(
        _ map: MapState,
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) -> Outcome {
        let raw = scope(of: branch)
        let effective = raw.with(input: try state.flow.effectiveInput(in: raw))
        let items = try items(of: map, state, in: effective)
        let concurrency = try map.concurrency(in: effective)
        let batches = try batches(of: items, state, map, branch, in: effective)
        var progress = MapProgress(
            items: items,
            batches: batches,
            outputs: [JSONValue?](
                repeating: nil,
                count: map.batcher == nil ? items.count : batches.count
            ),
            maximumConcurrency: concurrency > 0 ? concurrency : limits.maximumMapConcurrency,
            toleratedFailures: 0,
            previousEventId: 0
        )
        record(.mapStateStarted, .mapStateStarted(length: items.count), in: &branch)
        progress.toleratedFailures = try map.toleratedFailures(of: items.count, in: effective)
        if map.isDistributed { recordRunStarted(state, &branch) }
        progress.previousEventId = branch.previousEventId
        continueMap(branch, state, map, progress)
        return .goesOn
    }

    private func items(
        of map: MapState,
        _ state: State,
        in scope: Scope
    ) throws(EvaluationFailure) -> [JSONValue] {
        switch (map.items, state.flow) {
        case (.path(let path)?, _):
            return try elements(try path.fieldValue(in: scope), at: path.text, of: map)
        case (nil, .jsonPath): return try elements(scope.input, at: "$", of: map)
        case (nil, .jsonata):
            if let items = map.items(of: scope.input) { return items }
            throw .query(
                "Map state input must be an array but was: \(scope.input.text)",
                location: nil
            )
        case (let template?, _):
            if map.isDistributed,
                case .object(let members) = try template.value(in: scope, field: "")
            {
                return members.items
            }
            return try template.value(in: scope, expecting: "array").array ?? []
        }
    }

    private func elements(
        _ value: JSONValue,
        at path: String,
        of map: MapState
    ) throws(EvaluationFailure) -> [JSONValue] {
        guard let items = map.items(of: value) else {
            throw .runtime("Reference path \"\(path)\" must point to array.")
        }
        return items
    }

    /// What an iteration gets: its item, or its batch of items.
    ///
    /// It is made when the iteration starts: all of them together could be many times the input.
    private func input(
        ofIteration index: Int,
        of state: State,
        _ map: MapState,
        _ branch: borrowing Branch,
        _ progress: borrowing MapProgress
    ) throws(EvaluationFailure) -> Payload {
        let payload: Payload
        if let batcher = map.batcher {
            var items: [JSONValue] = []
            for place in progress.items(of: index) {
                items.append(try selected(progress.items[place], place, state, map, branch))
            }
            let raw = scope(of: branch)
            let effective = raw.with(input: try state.flow.effectiveInput(in: raw))
            payload = try self.payload(try batcher.input(of: items, in: effective), of: state)
        } else {
            guard map.itemSelector != nil else { return Payload(stored: progress.items[index]) }
            let item = try selected(progress.items[index], index, state, map, branch)
            payload = try self.payload(item, of: state)
        }
        return payload
    }

    /// The item, or what `ItemSelector` makes of it.
    private func selected(
        _ item: JSONValue,
        _ index: Int,
        _ state: State,
        _ map: MapState,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> JSONValue {
        guard let selector = map.itemSelector else { return item }
        let raw = scope(of: branch)
        raw.surroundings.mapItem = Surroundings.MapItem(index: index, value: item)
        let effective = raw.with(input: try state.flow.effectiveInput(in: raw))
        return try selector.value(in: effective, field: "ItemSelector")
    }

    /// Where each batch ends; none without an `ItemBatcher`.
    private func batches(
        of items: [JSONValue],
        _ state: State,
        _ map: MapState,
        _ branch: borrowing Branch,
        in scope: Scope
    ) throws(EvaluationFailure) -> [Int] {
        guard let batcher = map.batcher, !items.isEmpty else { return [] }
        var batching = try batcher.batching(in: scope)
        guard batching.countsBytes else { return batching.ends(of: items.count) }
        for (index, item) in items.enumerated() {
            let size = try selected(item, index, state, map, branch).text.utf8.count
            try batching.add(item: index, size: size)
        }
        return batching.ends
    }

    /// Starts as many iterations as may run, or ends the state when all have ended.
    private mutating func continueMap(
        _ branch: consuming Branch,
        _ state: State,
        _ map: MapState,
        _ progress: consuming MapProgress
    ) {
        let parent = branch.id
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
            execution.branches[parent] = branch
            return
        }
        if map.isDistributed { record(.mapRunSucceeded, .none, in: &branch) }
        if !branch.isSilent { record(.mapStateSucceeded, .none, after: branch.previousEventId) }
        // The iterations whose failure was tolerated leave nothing in the result.
        leave(branch, state, result: .array(progress.outputs.compactMap(\.self)))
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
        if !branch.isSilent && !map.isDistributed {
            let details = HistoryEvent.Details.mapIteration(name: state.name, index: index)
            record(.mapIterationSucceeded, details, in: &branch)
        }
        guard progress.outputSize <= limits.maximumPayload else {
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
            return continueMap(branch, state, map, progress)
        }
        halt(child)
        let isTolerant = progress.toleratedFailures > 0
        let failure = isTolerant ? Self.exceededTolerance : StateFailure(error)
        fail(branch, in: state, map, progress, failure)
    }

    /// Ends a Map whose other iterations may still run.
    private mutating func fail(
        _ branch: consuming Branch,
        in state: State,
        _ map: MapState,
        _ progress: MapProgress,
        _ failure: StateFailure
    ) {
        branch.previousEventId = abortIterations(
            of: progress,
            in: state.name,
            after: branch.previousEventId
        )
        branch.activity = .map(progress)
        if map.isDistributed { record(.mapRunFailed, .failure(failure.output), in: &branch) }
        fail(branch, in: state, failure)
    }

    private static let exceededTolerance = StateFailure(
        ErrorOutput(
            ErrorName.exceedToleratedFailureThreshold,
            cause: "The specified tolerated failure threshold was exceeded"
        )
    )

    /// Ends the iterations that run, and answers the last event's id.
    mutating func abortIterations(
        of progress: MapProgress,
        in state: String,
        after event: Int
    ) -> Int {
        var previous = event
        for (index, id) in progress.running.sorted(by: { $0.key < $1.key }) {
            guard let child = execution.branches[id], child.activity != .halted else { continue }
            previous = abort(id, after: previous)
            guard !child.isSilent else { continue }
            let details = HistoryEvent.Details.mapIteration(name: state, index: index)
            previous = record(.mapIterationAborted, details, after: previous)
        }
        return previous
    }

    private mutating func recordRunStarted(_ state: State, _ branch: inout Branch) {
        let run = execution.context.id.replacingFirst(":execution:", with: ":mapRun:")
        let arn = "\(run)/\(state.name):\(branch.previousEventId)"
        record(.mapRunStarted, .mapRunStarted(arn: arn), in: &branch)
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
