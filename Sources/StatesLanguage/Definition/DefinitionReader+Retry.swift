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
        if let value = fields["BackoffRate"] {
            let rate = value.number?.double ?? 0
            if rate < 1 || !rate.isFinite {
                report("Value must be at least 1.0", at: fields / "BackoffRate")
            }
            retrier.backoffRate = rate
        }
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
            refuseUnknown(
                in: entry,
                known: ["ErrorEquals", "Next", "ResultPath", "Assign", "Comment"]
            )
            guard let errors = errors(entry, isLast: index == entries.count - 1),
                require(["Next"], in: entry), let next = string("Next", in: entry)
            else { continue }
            targets.append(Target(name: next, field: "Next", place: entry / "Next"))
            let flow = CatchFlow.jsonPath(resultPlace(in: entry), assign: assign(in: entry))
            catchers.append(Catcher(errors: errors, next: next, flow: flow))
        }
        return catchers
    }

    private mutating func errors(_ fields: Fields, isLast: Bool) -> ErrorFilter? {
        guard require(["ErrorEquals"], in: fields) else { return nil }
        let names = fields["ErrorEquals"]?.array?.compactMap(\.string) ?? []
        guard !names.isEmpty, names.count == fields["ErrorEquals"]?.array?.count else {
            report("Expected a non-empty array of strings", at: fields / "ErrorEquals")
            return nil
        }
        if names.contains(ErrorName.all) && (names.count > 1 || !isLast) {
            report(
                "States.ALL must be alone and in the last entry",
                at: fields / "ErrorEquals"
            )
        }
        return ErrorFilter(names: names)
    }
}
