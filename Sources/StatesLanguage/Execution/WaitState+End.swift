internal import FoundationEssentials
internal import JSON

extension WaitState {
    /// AWS's bound: a delay of more seconds fails.
    private static let longestDelay = Int(Int32.max)

    /// When the state that was entered at an instant is over.
    func end(from start: Date, in scope: Scope) throws(EvaluationFailure) -> Date {
        switch form {
        case .seconds(let template):
            let seconds = try Self.seconds(template, in: scope)
            guard seconds <= Self.longestDelay else { throw Self.tooLong }
            return start.addingTimeInterval(Double(seconds))
        case .timestamp(let template):
            let end = try Self.timestamp(template, in: scope)
            guard end.timeIntervalSince(start) <= Double(Self.longestDelay) else {
                throw Self.tooLong
            }
            return max(start, end)
        }
    }

    private static let tooLong = EvaluationFailure.runtime("Wait state delay is too long.")

    private static func seconds(
        _ template: Template,
        in scope: Scope
    ) throws(EvaluationFailure) -> Int {
        let (path, found) = try value(template, "Seconds", in: scope)
        guard let value = found else {
            throw .runtime("The SecondsPath parameter does not reference an input value: \(path)")
        }
        guard let seconds = value.int else {
            throw .runtime(
                "The SecondsPath parameter cannot be parsed as a long value: \(path) == "
                    + (value.string ?? value.text)
            )
        }
        guard seconds >= 0 else {
            throw .runtime(
                "The SecondsPath parameter references a negative value: \(path) == \(seconds)"
            )
        }
        return seconds
    }

    private static func timestamp(
        _ template: Template,
        in scope: Scope
    ) throws(EvaluationFailure) -> Date {
        let (path, found) = try value(template, "Timestamp", in: scope)
        guard let value = found else {
            throw .runtime("The TimestampPath parameter does not reference an input value: \(path)")
        }
        guard let date = value.string.flatMap(Timestamp.date) else {
            throw .runtime(
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset "
                    + "date-time format string: \(path) == " + (value.string ?? value.text)
            )
        }
        return date
    }

    /// The value and the path that led to it, as the messages name it.
    private static func value(
        _ template: Template,
        _ field: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> (path: String, value: JSONValue?) {
        guard case .path(let path) = template else {
            return (field, try template.value(in: scope, field: field))
        }
        return (path.text, path.optionalValue(in: scope))
    }
}
