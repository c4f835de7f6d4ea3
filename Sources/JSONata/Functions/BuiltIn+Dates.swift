import JSON

extension BuiltIn {
    static let dates = [
        BuiltIn("now", "<s?s?:s>", arity: 2) { arguments, evaluator throws(Fault) in
            let now = Double(evaluator.environment.now)
            return try format(now, arguments.string(0), arguments.string(1), evaluator)
        },
        BuiltIn("millis", "<:n>", arity: 0) { _, evaluator throws(Fault) in
            .number(evaluator.environment.now)
        },
        BuiltIn("fromMillis", "<n-s?s?:s>", arity: 3) { arguments, evaluator throws(Fault) in
            guard let number = arguments.number(0) else { return .undefined }
            return try format(number, arguments.string(1), arguments.string(2), evaluator)
        },
        BuiltIn("toMillis", "<s-s?:n>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            if let picture = arguments.string(1) { return try parse(text, picture, evaluator) }
            guard let milliseconds = PartialTimestamp.milliseconds(text) else {
                throw Fault("D3110", value: .string(text))
            }
            return .number(milliseconds)
        },
    ]

    private static func format(
        _ milliseconds: Double,
        _ picture: String?,
        _ zone: String?,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        let length = evaluator.limits.maximumStringLength
        var given: DatePicture?
        if let picture {
            try evaluator.spend(picture.utf8.count / 4)
            given = try DatePicture(picture)
        }
        guard let picture = given ?? .iso8601 else { return .undefined }
        return try evaluator.limited(
            picture.format(milliseconds: milliseconds, zone: zone, maximumLength: length)
        )
    }

    private static func parse(
        _ text: String,
        _ picture: String,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        try evaluator.spend(picture.utf8.count / 4)
        let picture = try DatePicture(picture)
        guard let now = CalendarDate(milliseconds: Double(evaluator.environment.now)) else {
            throw Fault("D1001", value: .number(evaluator.environment.now))
        }
        let limit = evaluator.limits.maximumRegexSteps
        var steps = limit
        let milliseconds = try picture.parse(text, now: now, steps: &steps)
        try evaluator.spend((limit - steps) / 4)
        return milliseconds.map { .number($0) } ?? .undefined
    }
}
