internal import Formats
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
            guard seconds <= Self.longestDelay else { throw Self.tooLong(template, "Seconds") }
            return start.addingTimeInterval(Double(seconds))
        case .timestamp(let template):
            let end = try Self.timestamp(template, in: scope)
            guard end.timeIntervalSince(start) <= Double(Self.longestDelay) else {
                throw Self.tooLong(template, "Timestamp")
            }
            return max(start, end)
        }
    }

    private static func tooLong(_ template: Template, _ field: String) -> EvaluationFailure {
        Optional(template).refusal("Wait state delay is too long.", of: field)
    }

    private static func seconds(
        _ template: Template,
        in scope: Scope
    ) throws(EvaluationFailure) -> Int {
        let (source, value) = try value(template, "Seconds", expecting: "number", in: scope)
        guard let seconds = value.int else {
            throw source.failure("cannot be parsed as a long value", value)
        }
        guard seconds >= 0 else { throw source.failure("references a negative value", value) }
        return seconds
    }

    private static func timestamp(
        _ template: Template,
        in scope: Scope
    ) throws(EvaluationFailure) -> Date {
        let (source, value) = try value(template, "Timestamp", expecting: "string", in: scope)
        guard let date = value.string.flatMap(Timestamp.date) else {
            let format = "ISO-8601 extended offset date-time format string"
            throw source.failure(
                source.path == nil
                    ? "cannot be parsed as an \(format)" : "does not reference a valid \(format)",
                value
            )
        }
        return date
    }

    /// Where a value came from, as the messages name it.
    private struct Source {
        var field: String
        var path: String?

        /// AWS names the path and the value, or the value alone when an expression made it.
        func failure(_ what: String, _ value: JSONValue) -> EvaluationFailure {
            let shown = value.string ?? value.text
            guard let path else {
                return .query("The \(field) field \(what): \(shown)", location: field)
            }
            return .runtime("The \(field)Path parameter \(what): \(path) == \(shown)")
        }
    }

    private static func value(
        _ template: Template,
        _ field: String,
        expecting kind: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> (Source, JSONValue) {
        guard case .path(let path) = template else {
            return (Source(field: field), try template.value(in: scope, expecting: kind))
        }
        guard let value = try path.optionalValue(in: scope) else {
            throw .runtime(
                "The \(field)Path parameter does not reference an input value: \(path.text)"
            )
        }
        return (Source(field: field, path: path.text), value)
    }
}
