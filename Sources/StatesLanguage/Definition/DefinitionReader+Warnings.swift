internal import JSON
internal import JSONata

/// What is allowed and probably not meant.
extension DefinitionReader {
    mutating func warn(of state: State, _ fields: Fields) {
        warnOfRepeatedEffect(state, fields)
        warnOfLostOrder(state, fields)
        warnOfUnmatched(state.retriers.map(\.errors), "Retry", fields)
        warnOfUnmatched(state.catchers.map(\.errors), "Catch", fields)
        warnOfPlainPaths(fields)
    }

    /// A retry after an outcome that is not known can do again what was done.
    private mutating func warnOfRepeatedEffect(_ state: State, _ fields: Fields) {
        guard case .task(let task) = state.kind, task.resource.repeatsItsEffect else { return }
        for (index, retrier) in state.retriers.enumerated()
        where retrier.maximumAttempts > 0 && retrier.errors.coversUnknownOutcomes {
            report(
                "After a timeout nobody knows whether the call was carried out: this retry can do it twice",
                at: (fields / "Retry")[index],
                code: .repeatedEffect,
                severity: .warning
            )
        }
    }

    /// Without a ResultPath the result takes the place of the input, and with it of the order.
    private mutating func warnOfLostOrder(_ state: State, _ fields: Fields) {
        guard case .task = state.kind, case .jsonPath(let flow) = state.flow,
            case .state = state.next, case .replace = flow.resultPath, flow.assign == nil,
            flow.resultSelector == nil
        else { return }
        report(
            "The result takes the place of the order, which the states after this one no longer see: say "
                + "where it goes with ResultPath, or drop it with null",
            at: fields.place,
            code: .orderIsLost,
            severity: .warning
        )
    }

    /// Entries whose errors are all taken by those before them.
    private mutating func warnOfUnmatched(
        _ filters: [ErrorFilter],
        _ name: String,
        _ fields: Fields
    ) {
        var taken: Set<String> = []
        for (index, filter) in filters.enumerated() {
            defer { taken.formUnion(filter.names) }
            let isUnmatched = filter.names.allSatisfy { error in
                error == ErrorName.runtime || taken.takesAll(of: error)
            }
            guard isUnmatched, !filter.names.isEmpty else { continue }
            report(
                filter.names == [ErrorName.runtime]
                    ? "States.Runtime is never matched: it ends the execution"
                    : "This entry never matches: those before it take all of its errors",
                at: (fields / name)[index],
                code: .catcherNeverMatches,
                severity: .warning
            )
        }
    }

    /// AWS's documents forbid an inner scope the names of an outer one, without saying when it is refused.
    mutating func warnOfShadowing(_ variable: String, at place: Place) {
        guard assignedVariables.dropLast().contains(where: { $0.contains(variable) }) else {
            return
        }
        report(
            "The states around this one assign '\(variable)' too: it is another variable here, and AWS does not "
                + "allow an inner one of the same name",
            at: place,
            code: .shadowedVariable,
            severity: .warning
        )
    }

    /// AWS evaluates with JSONata 2.0.6 and does not take a definition with operators of later versions.
    mutating func warnOfLaterOperators(in expression: JSONataExpression, at place: Place) {
        for later in JSONataExpression.LaterOperator.allCases
        where expression.laterOperators.contains(later) {
            let plain =
                switch later {
                case .elvis: "a ? a : b"
                case .coalescing: "$exists(a) ? a : b"
                }
            report(
                "AWS does not know the operator '\(later.rawValue)', which is newer than its JSONata 2.0.6, and refuses "
                    + "it: write \(plain) for a \(later.rawValue) b",
                at: place,
                code: .laterJSONata,
                severity: .warning
            )
        }
    }

    /// The variables that the states themselves assign, and not those inside of them.
    static func variables(assignedIn states: JSONObject) -> Set<String> {
        var names: Set<String> = []
        for state in states.values {
            let rules = (state["Choices"]?.array ?? []) + (state["Catch"]?.array ?? [])
            for assign in ([state] + rules).compactMap({ $0["Assign"]?.object }) {
                for name in assign.keys {
                    names.insert(name.hasSuffix(".$") ? String(name.dropLast(2)) : name)
                }
            }
        }
        return names
    }

    /// Paths that stand where they are plain text.
    private mutating func warnOfPlainPaths(_ fields: Fields) {
        guard language == .jsonPath else { return }
        if let result = fields["Result"] {
            warn(of: result, at: fields / "Result", code: .staticResult) { name, value in
                name.hasSuffix(".$") ? "Result is taken as it is: no path is looked up in it" : nil
            }
        }
        for field in ["Parameters", "ItemSelector", "ResultSelector"] {
            guard let template = fields[field] else { continue }
            warn(of: template, at: fields / field, code: .unmarkedPath) { name, value in
                guard !name.hasSuffix(".$"), let text = value.string else { return nil }
                let isPath = text.hasPrefix("$.") || text.hasPrefix("$$.")
                return isPath
                    ? "This path is plain text: only a field named '\(name).$' is looked up" : nil
            }
        }
    }

    private mutating func warn(
        of value: JSONValue,
        at place: Place,
        code: Diagnostic.Code,
        fault: (String, JSONValue) -> String?
    ) {
        switch value {
        case .null, .bool, .number, .string: return
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                warn(of: element, at: place[index], code: code, fault: fault)
            }
        case .object(let members):
            for (name, value) in members {
                if let text = fault(name, value) {
                    report(text, at: place / name, code: code, severity: .warning)
                }
                warn(of: value, at: place / name, code: code, fault: fault)
            }
        }
    }
}

extension ErrorFilter {
    /// Whether it is also for attempts of which nobody knows how they ended.
    fileprivate var coversUnknownOutcomes: Bool {
        names.contains { name in
            [ErrorName.all, ErrorName.taskFailed, ErrorName.timeout, ErrorName.heartbeatTimeout]
                .contains(name)
        }
    }
}

extension Set<String> {
    /// Whether whatever that name is for is matched by one of these.
    fileprivate func takesAll(of error: String) -> Bool {
        contains(error) || contains(ErrorName.all)
            || contains(ErrorName.taskFailed)
                && ![ErrorName.all, ErrorName.timeout].contains(error)
    }
}

extension TaskResource {
    /// Whether doing it twice is not the same as doing it once.
    fileprivate var repeatsItsEffect: Bool {
        guard case .service(let service) = target else { return false }
        let beginnings = [
            "publish", "send", "putEvents", "start", "run", "submit", "create", "invoke",
        ]
        guard service.api == .sdk || service.service != "lambda" else { return false }
        return beginnings.contains { service.action.hasPrefix($0) }
    }
}
