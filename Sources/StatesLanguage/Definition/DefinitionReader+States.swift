internal import Formats
internal import JSON

extension DefinitionReader {
    /// One state and the states it can lead to.
    mutating func state(_ name: String, _ fields: Fields) -> Reading {
        guard let type = stateType(fields) else { return Reading(targets: targets(fields)) }
        let outer = language
        language = stateLanguage(fields)
        defer { language = outer }
        refuseUnknown(in: fields, known: type.fields)
        var targets: [Target] = []
        let next = type.hasNext ? next(fields, &targets) : .end
        let kind = kind(type, fields, &targets)
        let retriers = retriers(fields)
        let catchers = catchers(fields, &targets)
        let state = kind.map { kind in
            State(
                name: name,
                kind: kind,
                flow: flow(type, fields),
                next: next,
                retriers: retriers,
                catchers: catchers
            )
        }
        if let state { warn(of: state, fields) }
        return Reading(state: state, targets: targets)
    }

    private mutating func stateLanguage(_ fields: Fields) -> QueryLanguage {
        let own = queryLanguage(fields)
        if own == .jsonPath, machineLanguage == .jsonata {
            report(
                "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
                at: fields.place,
                exactly: fields / "QueryLanguage"
            )
        }
        return own ?? machineLanguage
    }

    /// Where a state leads that cannot be read: what follows it is not unreachable for that.
    private func targets(_ fields: Fields) -> [Target] {
        var targets: [Target] = []
        for name in ["Next", "Default"] {
            guard let target = fields[name]?.string else { continue }
            targets.append(Target(name: target, place: fields / name))
        }
        for name in ["Choices", "Catch"] {
            for (index, entry) in (fields[name]?.array ?? []).enumerated() {
                guard let target = entry["Next"]?.string else { continue }
                let place = (fields / name)[index] / "Next"
                targets.append(Target(name: target, place: place))
            }
        }
        return targets
    }

    private mutating func stateType(_ fields: Fields) -> StateType? {
        guard require(["Type"], in: fields), let text = string("Type", in: fields) else {
            return nil
        }
        if let type = StateType(rawValue: text) { return type }
        let names = StateType.allCases.map(\.rawValue).joined(separator: ", ")
        report("The field 'Type' should have one of these values: [\(names)]", at: fields / "Type")
        return nil
    }

    private mutating func next(_ fields: Fields, _ targets: inout [Target]) -> State.Next {
        let end = bool("End", in: fields)
        let next = string("Next", in: fields)
        if let next { targets.append(Target(name: next, place: fields / "Next")) }
        switch (next, end) {
        case (let next?, nil), (let next?, false?): return .state(destination(next))
        case (nil, true?): return .end
        case (.some, true?):
            refuseTogether(["Next", "End"], in: fields)
        case (nil, nil), (nil, false?):
            report("These fields are required: [Next or End]", at: fields.place)
        }
        return .end
    }

    private mutating func flow(_ type: StateType, _ fields: Fields) -> DataFlow {
        guard language == .jsonPath else {
            return .jsonata(
                JSONataFlow(
                    arguments: template("Arguments", in: fields),
                    output: speaking(of: type.outcome) { $0.template("Output", in: fields) },
                    assign: speaking(of: type.outcome) { $0.assign(in: fields) },
                    hasResult: type.hasResult
                )
            )
        }
        // In a Map `Parameters` is the old name of `ItemSelector`: it makes items, not arguments.
        return .jsonPath(
            jsonPathFlow(
                fields,
                parameters: type == .map ? "" : "Parameters",
                result: type == .pass ? fields["Result"] : nil
            )
        )
    }

    private mutating func kind(
        _ type: StateType,
        _ fields: Fields,
        _ targets: inout [Target]
    ) -> State.Kind? {
        switch type {
        case .task: return task(fields).map { .task($0) }
        case .wait: return wait(fields).map { .wait($0) }
        case .pass: return .pass
        case .succeed: return .succeed
        case .fail: return .fail(fail(fields))
        case .choice: return choice(fields, &targets).map { .choice($0) }
        case .parallel: return parallel(fields).map { .parallel($0) }
        case .map: return map(fields).map { .map($0) }
        }
    }

    private mutating func task(_ fields: Fields) -> TaskState? {
        guard require(["Resource"], in: fields), let text = string("Resource", in: fields)
        else { return nil }
        let resource = TaskResource(text)
        check(resource, at: fields / "Resource")
        let timeout = number("TimeoutSeconds", in: fields, range: 1...99_999_999)
        let heartbeat = number("HeartbeatSeconds", in: fields, range: 1...99_999_999)
        if let limit = timeout?.literal?.int, let beat = heartbeat?.literal?.int, beat >= limit {
            report("HeartbeatSeconds must be smaller than TimeoutSeconds", at: fields.place)
        }
        return TaskState(
            resource: resource,
            timeout: timeout,
            heartbeat: heartbeat,
            credentials: credentials(fields)
        )
    }

    private mutating func check(_ resource: TaskResource, at place: Place) {
        if !resource.isRecognized {
            report(
                "The resource provided \(resource) is not recognized. The value is not a valid "
                    + "resource ARN, or the resource is not available in this region.",
                at: place
            )
        }
        checkSupport(of: resource, at: place)
        guard type == .express else { return }
        if case .activity = resource.target {
            report("Express state machine does not support Activity ARN", at: place)
        }
        switch resource.pattern {
        case .requestResponse: return
        case .sync:
            report("Express state machine does not support '.sync' service integration", at: place)
        case .waitForTaskToken:
            // AWS's text has this space.
            report(
                "Express state machine does not support '.waitForTaskToken' service integration ",
                at: place
            )
        }
    }

    /// Tells of a resource that AWS takes and nothing here performs.
    private mutating func checkSupport(of resource: TaskResource, at place: Place) {
        guard resource.isRecognized, let objection = support.objection(resource) else { return }
        report(notPerformed: resource, objection, at: place)
    }

    mutating func report(notPerformed resource: TaskResource, _ objection: String, at place: Place)
    {
        report(
            "Nothing here performs \(resource), \(objection)",
            at: place,
            code: .notPerformed,
            severity: support.severity
        )
    }

    private mutating func credentials(_ fields: Fields) -> Template? {
        guard let members = object("Credentials", in: fields) else { return nil }
        if members["RoleArn"] == nil && members["RoleArn.$"] == nil {
            report("The field 'RoleArn' is required but was missing", at: fields / "Credentials")
        }
        return template("Credentials", in: fields)
    }

    private mutating func wait(_ fields: Fields) -> WaitState? {
        let forms =
            switch language {
            case .jsonPath: ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]
            case .jsonata: ["Seconds", "Timestamp"]
            }
        guard forms.contains(where: { fields[$0] != nil }) else {
            report(
                "One of these fields is required: [\(forms.joined(separator: ", "))]",
                at: fields.place
            )
            return nil
        }
        refuseTogether(forms, in: fields)
        if let seconds = number("Seconds", in: fields, range: 0...99_999_999) {
            return WaitState(form: .seconds(seconds))
        }
        return timestamp(fields).map { WaitState(form: .timestamp($0)) }
    }

    private mutating func timestamp(_ fields: Fields) -> Template? {
        if let path = pathTwin(of: "Timestamp", in: fields) { return .path(path) }
        if let query = query("Timestamp", in: fields) { return query }
        guard let text = string("Timestamp", in: fields) else { return nil }
        if Timestamp.date(text) == nil {
            report("String does not match RFC3339 timestamp", at: fields / "Timestamp")
        }
        return .literal(.string(text))
    }

    private mutating func fail(_ fields: Fields) -> FailState {
        FailState(error: failText("Error", fields), cause: failText("Cause", fields))
    }

    /// A literal text, or a path or an intrinsic function in the `…Path` twin.
    private mutating func failText(_ name: String, _ fields: Fields) -> Template? {
        refuseTogether([name, name + "Path"], in: fields)
        if language == .jsonPath, let value = fields[name + "Path"] {
            let place = fields / (name + "Path")
            let template = expression(value, field: name + "Path", at: place)
            if case .path(let path) = template, !path.isReference {
                report(noReferencePathAt: place)
            }
            return template
        }
        if let query = query(name, in: fields) { return query }
        return string(name, in: fields).map { .literal(.string($0)) }
    }

    private mutating func parallel(_ fields: Fields) -> ParallelState? {
        guard require(["Branches"], in: fields) else { return nil }
        let branches = objects("Branches", in: fields)
        if branches.isEmpty { report("Value cannot be empty", at: fields / "Branches") }
        var starts: [Destination] = []
        for branch in branches where require(["States", "StartAt"], in: branch) {
            refuseUnknown(in: branch, known: ["Comment", "StartAt", "States"])
            if let start = region(branch) { starts.append(start) }
        }
        return starts.count == branches.count ? ParallelState(branches: starts) : nil
    }
}
