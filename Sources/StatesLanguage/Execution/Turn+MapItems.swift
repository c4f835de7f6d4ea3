internal import JSON

/// What a Map goes through, and what its iterations get of it.
extension Turn {
    /// What the iterations are going to work on.
    func take(
        _ items: MapItems,
        into progress: inout MapProgress,
        _ state: State,
        _ map: MapState,
        _ branch: borrowing Branch,
        in scope: Scope
    ) throws(EvaluationFailure) {
        progress.items = items.values
        progress.areMembers = items.areMembers
        progress.batches = try batches(of: progress, state, map, branch, in: scope)
        let count = map.batcher == nil ? progress.items.count : progress.batches.count
        progress.outputs = [JSONValue?](repeating: nil, count: count)
    }

    func items(
        of map: MapState,
        _ state: State,
        in scope: Scope
    ) throws(EvaluationFailure) -> MapItems {
        switch (map.items, state.flow) {
        case (.path(let path)?, _):
            return try items(in: try path.fieldValue(in: scope), at: path.text, of: map)
        case (nil, .jsonPath): return try items(in: scope.input, at: "$", of: map)
        case (nil, .jsonata):
            if let items = MapItems(scope.input, isDistributed: map.isDistributed) { return items }
            throw .query(
                "Map state input must be an array but was: \(scope.input.text)",
                location: nil
            )
        case (let template?, _):
            // Only a query is of one kind alone, and its failure names the array that was expected.
            if map.isDistributed,
                let items = MapItems(try template.value(in: scope, field: ""), isDistributed: true)
            {
                return items
            }
            let value = try template.value(in: scope, expecting: "array")
            return try items(in: value, at: "Items", of: map)
        }
    }

    private func items(
        in value: JSONValue,
        at path: String,
        of map: MapState
    ) throws(EvaluationFailure) -> MapItems {
        guard let items = MapItems(value, isDistributed: map.isDistributed) else {
            throw .runtime("Reference path \"\(path)\" must point to array.")
        }
        return items
    }

    /// What an iteration gets: its item, or its batch of items.
    ///
    /// It is made when the iteration starts: all of them together could be many times the input.
    func input(
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
                items.append(try selected(place, progress, state, map, branch))
            }
            let raw = scope(of: branch)
            let effective = try state.flow.effective(raw)
            payload = try self.payload(try batcher.input(of: items, in: effective), of: state)
        } else {
            guard map.itemSelector != nil else { return Payload(stored: progress.items[index]) }
            let item = try selected(index, progress, state, map, branch)
            payload = try self.payload(item, of: state)
        }
        return payload
    }

    /// The item, or what `ItemSelector` makes of it.
    private func selected(
        _ index: Int,
        _ progress: borrowing MapProgress,
        _ state: State,
        _ map: MapState,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> JSONValue {
        guard let selector = map.itemSelector else { return progress.items[index] }
        let raw = scope(of: branch)
        raw.surroundings.mapItem = Surroundings.MapItem(index: index, of: copy progress)
        let effective = try state.flow.effective(raw)
        return try selector.value(in: effective, field: "ItemSelector")
    }

    /// Where each batch ends; none without an `ItemBatcher`.
    private func batches(
        of progress: borrowing MapProgress,
        _ state: State,
        _ map: MapState,
        _ branch: borrowing Branch,
        in scope: Scope
    ) throws(EvaluationFailure) -> [Int] {
        guard let batcher = map.batcher, !progress.items.isEmpty else { return [] }
        var batching = try batcher.batching(in: scope)
        guard batching.countsBytes else { return batching.ends(of: progress.items.count) }
        for index in progress.items.indices {
            let size = try selected(index, progress, state, map, branch).text.utf8.count
            try batching.add(item: index, size: size)
        }
        return batching.ends
    }
}
