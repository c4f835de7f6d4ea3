internal import JSON

extension DefinitionReader {
    mutating func retriers(_ fields: Fields) -> [Retrier] {
        let entries = objects("Retry", in: fields)
        var retriers: [Retrier] = []
        for (index, entry) in entries.enumerated() {
            refuseUnknown(
                in: entry,
                known: [
                    "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate",
                    "MaxDelaySeconds", "JitterStrategy", "Comment",
                ]
            )
            let isLast = index == entries.count - 1
            if let retrier = retrier(entry, isLast: isLast) { retriers.append(retrier) }
        }
        return retriers
    }

    private mutating func retrier(_ fields: Fields, isLast: Bool) -> Retrier? {
        guard let errors = errors(fields, isLast: isLast) else { return nil }
        var retrier = Retrier(errors: errors)
        retrier.intervalSeconds = positiveInteger("IntervalSeconds", in: fields) ?? 1
        retrier.maximumAttempts =
            integer("MaxAttempts", in: fields, range: 0...99_999_999) ?? 3
        retrier.maximumDelaySeconds =
            integer("MaxDelaySeconds", in: fields, range: 1...31_622_400)
        let rates = 1...Double.greatestFiniteMagnitude
        retrier.backoffRate = number("BackoffRate", in: fields, range: rates)?.double ?? 2
        if let strategy = string("JitterStrategy", in: fields) {
            if strategy != "FULL" && strategy != "NONE" {
                report(
                    "The field 'JitterStrategy' should have one of these values: [NONE, FULL]",
                    at: fields / "JitterStrategy"
                )
            }
            retrier.hasFullJitter = strategy == "FULL"
        }
        return retrier
    }

    mutating func catchers(_ fields: Fields, _ targets: inout [Target]) -> [Catcher] {
        let entries = objects("Catch", in: fields)
        var catchers: [Catcher] = []
        for (index, entry) in entries.enumerated() {
            refuseUnknown(in: entry) { language in
                let own: Set<String> = ["ErrorEquals", "Next", "Assign", "Comment"]
                return own.union(language == .jsonata ? ["Output"] : ["ResultPath"])
            }
            guard let errors = errors(entry, isLast: index == entries.count - 1),
                require(["Next"], in: entry), let next = string("Next", in: entry)
            else { continue }
            targets.append(Target(name: next, place: entry / "Next"))
            catchers.append(
                Catcher(errors: errors, next: destination(next), flow: catchFlow(entry))
            )
        }
        return catchers
    }

    private mutating func catchFlow(_ fields: Fields) -> CatchFlow {
        switch language {
        case .jsonPath: .jsonPath(resultPlace(in: fields), assign: assign(in: fields))
        case .jsonata:
            .jsonata(
                output: speaking(of: .errorOutput) { $0.template("Output", in: fields) },
                assign: speaking(of: .errorOutput) { $0.assign(in: fields) }
            )
        }
    }

    private mutating func errors(_ fields: Fields, isLast: Bool) -> ErrorFilter? {
        guard require(["ErrorEquals"], in: fields) else { return nil }
        let place = fields / "ErrorEquals"
        guard let values = fields["ErrorEquals"]?.array else {
            report("Expected value of type Array", at: place)
            return nil
        }
        if values.isEmpty { report("Value cannot be empty", at: place) }
        for (index, value) in values.enumerated() {
            if value.string == nil { report("Expected value of type String", at: place[index]) }
            if value.string == ErrorName.all, values.count > 1 || !isLast {
                report("States.ALL must appear alone and at end of list", at: place[index])
            }
        }
        return ErrorFilter(names: values.compactMap(\.string))
    }
}
