internal import FoundationEssentials
internal import JSON

/// What only a DISTRIBUTED Map does: it runs under an ARN, and can read its items and write its results outside.
extension Turn {
    /// The most bytes of results that are written outside: they are gathered in memory first.
    static let maximumExport = 64 * 1024 * 1024

    mutating func startRun(of map: MapState, _ state: State, _ branch: inout Branch) -> MapRun {
        let id = IntrinsicFunction.uuid(random).string ?? ""
        let run = MapRun(of: map, called: state.name, in: execution.context.id, id: id)
        record(.mapRunStarted, .mapRunStarted(arn: run.arn), in: &branch)
        return run
    }

    /// Notes how an iteration of a Map Run has ended; one that is no execution of its own leaves nothing.
    func conclude(
        _ index: Int,
        _ end: Result<JSONValue, ErrorOutput>,
        as transformation: ResultWriter.Transformation,
        in progress: inout MapProgress
    ) {
        // Taken out and not looked up: a second owner of the run would have it copied for every iteration.
        guard progress.run != nil, let began = progress.run?.began.removeValue(forKey: index),
            let result = progress.run?.result(end, of: began, as: transformation, at: now, random)
        else { return }
        if transformation == .none { progress.outputSize += result.text.utf8.count + 1 }
        progress.outputs[index] = result
    }

    /// Asks for the items, which stand in that place.
    mutating func read(
        _ reader: ItemReader,
        _ place: JSONValue,
        _ progress: consuming MapProgress,
        _ branch: inout Branch
    ) throws(EvaluationFailure) {
        progress.source = reader.source(place)
        let input = try Payload(place, upTo: limits.maximumPayload, of: branch.state)
        let task = errand(reader.resource, input, branch)
        progress.errand = .reading(task)
        branch.activity = .map(progress)
        transition.commands.append(.runTask(task.request(in: branch)))
    }

    /// Takes the results of a Map to where they are written.
    mutating func write(
        _ export: ResultWriter.Export,
        _ progress: consuming MapProgress,
        _ branch: consuming Branch,
        _ state: State,
        _ map: MapState
    ) {
        let input: Payload
        do {
            let raw = scope(of: branch)
            let effective = try state.flow.effective(raw)
            var place = try export.place(in: effective)
            place["Body"] = .string(export.body(of: map.results(of: progress)))
            input = try Payload(.object(place), upTo: Self.maximumExport, of: state.name)
        } catch {
            return fail(branch, in: state, map, progress, StateFailure(error, in: branch))
        }
        let task = errand(export.resource, input, branch)
        progress.errand = .writing(task)
        branch.activity = .map(progress)
        transition.commands.append(.runTask(task.request(in: branch)))
        execution.branches.put(branch)
    }

    private mutating func errand(
        _ resource: TaskResource,
        _ input: Payload,
        _ branch: borrowing Branch
    ) -> TaskProgress {
        TaskProgress(
            id: nextCommandId(for: branch),
            resource: resource,
            arguments: input,
            startedAt: now
        )
    }

    /// A Map's items have come, or its results are written.
    mutating func completeErrand(_ branch: consuming Branch, _ state: State, output: JSONValue) {
        guard case .map(let map) = state.kind, var progress = branch.takeMap() else { return }
        switch progress.errand.take() {
        case .reading:
            do {
                try takeItems(output, into: &progress, state, map, branch)
            } catch {
                return fail(branch, in: state, map, progress, StateFailure(error, in: branch))
            }
            continueMap(branch, state, map, progress)
        case .writing(let task):
            let result = progress.run.map { $0.written(to: task.arguments?.value ?? .null) }
            leaveMap(branch, state, map, result: result ?? output)
        case nil: return
        }
    }

    /// A Map's items could not be read, or its results not be written.
    mutating func failErrand(_ branch: consuming Branch, _ state: State, _ failure: StateFailure) {
        guard case .map(let map) = state.kind, var progress = branch.takeMap() else { return }
        progress.errand = nil
        fail(branch, in: state, map, progress, failure)
    }

    private func takeItems(
        _ output: JSONValue,
        into progress: inout MapProgress,
        _ state: State,
        _ map: MapState,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) {
        guard var items = MapItems(output, isDistributed: true) else {
            // Recorded.
            throw .plain(ErrorName.itemReaderFailed, "Attempting to map over non-iterable node.")
        }
        let raw = scope(of: branch)
        let effective = try state.flow.effective(raw)
        if let maximum = try map.reader?.maximumItems?.integer("MaxItems", in: effective) {
            guard maximum > 0 else {
                throw .plain(ErrorName.itemReaderFailed, "field MaxItems must be positive")
            }
            items.values.removeLast(max(0, items.values.count - maximum))
        }
        try take(items, into: &progress, state, map, branch, in: effective)
        progress.toleratedFailures = try map.toleratedFailures(
            of: progress.items.count,
            in: effective
        )
    }
}

extension ItemReader {
    /// The bucket and the key.
    func place(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        .object(try arguments.place(of: ErrorName.itemReaderFailed, in: scope))
    }

    /// Where the items come from, as `$$.Map.Item.Source` says it (AWS's guide, "Context object").
    fileprivate func source(_ place: JSONValue) -> String {
        let bucket = "S3://" + (place["Bucket"]?.string ?? "")
        return place["Key"]?.string.map { "\(bucket)/\($0)" } ?? bucket
    }
}

extension Template? {
    /// What a reader or writer is told of its place.
    fileprivate func place(
        of error: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> JSONObject {
        guard let template = self else { return [:] }
        let value = try template.value(in: scope, field: "Parameters")
        guard let place = value.object else {
            throw .plain(error, "The arguments must be an object but were: \(value.text)")
        }
        return place
    }
}

extension ResultWriter.Export {
    /// The bucket and the prefix.
    fileprivate func place(in scope: Scope) throws(EvaluationFailure) -> JSONObject {
        try arguments.place(of: ErrorName.resultWriterFailed, in: scope)
    }

    /// The file's text.
    fileprivate func body(of results: JSONValue) -> String {
        guard isLines else { return results.text }
        return (results.array ?? []).map { $0.text + "\n" }.joined()
    }
}

extension MapRun {
    /// The result of a Map whose results were written there (AWS's guide, "Exporting to Amazon S3").
    fileprivate func written(to place: JSONValue) -> JSONValue {
        let prefix = place["Prefix"]?.string.map { $0 + "/" } ?? ""
        return [
            "MapRunArn": .string(arn),
            "ResultWriterDetails": [
                "Bucket": place["Bucket"] ?? .null,
                "Key": .string("\(prefix)\(id)/manifest.json"),
            ],
        ]
    }
}
