import Formats
import FoundationEssentials
package import JSON

extension Schedule {
    /// Its definition as it is written in `schedules.yaml` and in the API, without its name; what is as by default is left out.
    package var document: JSONObject {
        var object: JSONObject = ["expression": .string(timing.expression.text)]
        if timing.timeZone != "UTC" { object["timeZone"] = .string(timing.timeZone) }
        object["start"] = timing.start.map { .string(Timestamp.text($0)) }
        object["end"] = timing.end.map { .string(Timestamp.text($0)) }
        if timing.flexibleWindow != 0 {
            object["flexibleWindowMinutes"] = .number(timing.flexibleWindow)
        }
        if timing.skipped != .skip { object["skippedTime"] = .string(timing.skipped.rawValue) }
        if timing.repeated != .once { object["repeatedTime"] = .string(timing.repeated.rawValue) }
        if !isEnabled { object["enabled"] = false }
        if isDeletedAfterCompletion { object["deleteAfterCompletion"] = true }
        if overlap != .allow { object["overlap"] = .string(overlap.rawValue) }
        if catchUp != 86_400 { object["catchUpSeconds"] = .number(catchUp) }
        object["target"] = .object(targetDocument)
        return object
    }

    private var targetDocument: JSONObject {
        var object = JSONObject()
        switch target {
        case .workflow(let name): object["workflow"] = .string(name)
        case .function(let name):
            object["function"] = .string(name)
            if retry != Retry() {
                object["retry"] = .object([
                    "maximumAttempts": .number(retry.maximumAttempts),
                    "maximumAgeSeconds": .number(retry.maximumAge),
                ])
            }
        }
        if input != .object(JSONObject()) { object["input"] = input }
        object["deadLetterQueue"] = deadLetterQueue.map { .string($0) }
        return object
    }

    /// Reads a definition; tells everything that is wrong with it at once, each fault by its JSON pointer (RFC 6901).
    package init(_ name: ScheduleName, _ document: JSONValue) throws(ScheduleFaults) {
        var reader = ScheduleReader()
        guard let schedule = reader.schedule(name, document), reader.faults.isEmpty else {
            throw ScheduleFaults(reader.faults)
        }
        self = schedule
    }
}

/// Takes a definition apart, and remembers what is wrong with it.
private struct ScheduleReader {
    var faults: [OrderFault] = []

    /// The most bytes of an input: an order has no more.
    private static let maximumInput = 256 * 1_024

    mutating func schedule(_ name: ScheduleName, _ document: JSONValue) -> Schedule? {
        guard var members = members(of: document, "", "a schedule") else { return nil }
        let expression = expression(&members)
        let target = target(&members)
        guard let expression, let target else {
            _ = timing(.everyMinute, &members)
            _ = rest(Schedule(name, .init(.everyMinute), .workflow("")), &members)
            refuse(members, in: "")
            return nil
        }
        var schedule = Schedule(name, timing(expression, &members), target.target)
        schedule.input = target.input
        schedule.retry = target.retry
        schedule.deadLetterQueue = target.deadLetterQueue
        schedule = rest(schedule, &members)
        refuse(members, in: "")
        return schedule
    }

    private mutating func expression(_ members: inout JSONObject) -> ScheduleExpression? {
        guard let text = text("expression", &members, isNeeded: true) else { return nil }
        do { return try ScheduleExpression(text) } catch {
            note("/expression", "\(error)")
            return nil
        }
    }

    private mutating func timing(
        _ expression: ScheduleExpression,
        _ members: inout JSONObject
    ) -> Schedule.Timing {
        var timing = Schedule.Timing(expression)
        timing.timeZone = text("timeZone", &members) ?? timing.timeZone
        timing.start = date("start", &members)
        timing.end = date("end", &members)
        timing.skipped = word("skippedTime", &members) ?? timing.skipped
        timing.repeated = word("repeatedTime", &members) ?? timing.repeated
        timing.flexibleWindow = number("flexibleWindowMinutes", 0...1_440, &members) ?? 0
        if let start = timing.start, let end = timing.end, end <= start {
            note("/end", "must be later than the start")
        }
        return timing
    }

    private mutating func rest(_ read: Schedule, _ members: inout JSONObject) -> Schedule {
        var schedule = read
        schedule.isEnabled = truth("enabled", &members) ?? true
        schedule.isDeletedAfterCompletion = truth("deleteAfterCompletion", &members) ?? false
        schedule.overlap = word("overlap", &members) ?? schedule.overlap
        schedule.catchUp =
            number("catchUpSeconds", 60...31_536_000, &members) ?? schedule.catchUp
        return schedule
    }

    private struct Target {
        var target: Schedule.Target
        var input = JSONValue.object(JSONObject())
        var retry = Schedule.Retry()
        var deadLetterQueue: String?
    }

    private mutating func target(_ members: inout JSONObject) -> Target? {
        let place = "/target"
        guard let value = members["target"] else {
            note(place, #"is missing: {"workflow": NAME} or {"function": NAME}"#)
            return nil
        }
        members["target"] = nil
        guard var members = self.members(of: value, place, "the target") else { return nil }
        let workflow = text("workflow", &members, in: place)
        let function = text("function", &members, in: place)
        var target: Target? =
            switch (workflow, function) {
            case (let name?, nil): Target(target: .workflow(name))
            case (nil, let name?): Target(target: .function(name))
            default: nil
            }
        if target == nil { note(place, "names either a workflow or a function") }
        if let input = members["input"] {
            if input.bytes.count > Self.maximumInput {
                note("\(place)/input", "has more than \(Self.maximumInput) bytes")
            }
            target?.input = input
            members["input"] = nil
        }
        if let retry = retry(&members, in: place) {
            if function == nil {
                note(
                    "\(place)/retry",
                    "is a function's: a workflow says in its own states what is tried again"
                )
            }
            target?.retry = retry
        }
        if let queue = text("deadLetterQueue", &members, in: place) {
            if !queue.hasPrefix("https://") && !queue.hasPrefix("http://") {
                let example = "https://sqs.us-east-1.amazonaws.com/123456789012/missed"
                note("\(place)/deadLetterQueue", "must be a queue's URL, such as \(example)")
            }
            target?.deadLetterQueue = queue
        }
        refuse(members, in: place)
        return target
    }

    private mutating func retry(_ members: inout JSONObject, in place: String) -> Schedule.Retry? {
        guard let value = members["retry"] else { return nil }
        members["retry"] = nil
        let place = "\(place)/retry"
        guard var members = self.members(of: value, place, "it") else { return nil }
        var retry = Schedule.Retry()
        // The ranges are EventBridge Scheduler's.
        retry.maximumAttempts =
            number("maximumAttempts", 0...185, &members, in: place) ?? retry.maximumAttempts
        retry.maximumAge =
            number("maximumAgeSeconds", 60...86_400, &members, in: place) ?? retry.maximumAge
        refuse(members, in: place)
        return retry
    }
}

extension ScheduleReader {
    private mutating func note(_ pointer: String, _ detail: String) {
        faults.append(OrderFault(pointer, detail))
    }

    private mutating func members(
        of value: JSONValue,
        _ place: String,
        _ what: String
    ) -> JSONObject? {
        if let members = value.object { return members }
        note(place, "\(what) is an object, not \(value.kind)")
        return nil
    }

    /// What is left over means nothing here, and may be a misspelt wish.
    private mutating func refuse(_ members: JSONObject, in place: String) {
        for name in members.keys {
            note("\(place)/\(JSONPointer.escape(name))", "means nothing here")
        }
    }

    private mutating func take<Value>(
        _ name: String,
        _ members: inout JSONObject,
        in place: String,
        _ kind: String,
        _ read: (JSONValue) -> Value?
    ) -> Value? {
        guard let value = members[name] else { return nil }
        members[name] = nil
        guard let read = read(value) else {
            note("\(place)/\(name)", "must be \(kind)")
            return nil
        }
        return read
    }

    private mutating func text(
        _ name: String,
        _ members: inout JSONObject,
        in place: String = "",
        isNeeded: Bool = false
    ) -> String? {
        if isNeeded, members[name] == nil { note("\(place)/\(name)", "is missing") }
        return take(name, &members, in: place, "a text that is not empty") { value in
            value.string.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    private mutating func truth(_ name: String, _ members: inout JSONObject) -> Bool? {
        take(name, &members, in: "", "true or false") { $0.bool }
    }

    private mutating func number(
        _ name: String,
        _ range: ClosedRange<Int>,
        _ members: inout JSONObject,
        in place: String = ""
    ) -> Int? {
        let kind = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return take(name, &members, in: place, kind) { value in
            value.int.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    private mutating func date(_ name: String, _ members: inout JSONObject) -> Date? {
        take(name, &members, in: "", "an instant such as 2026-12-01T00:00:00Z") { value in
            value.string.flatMap(Timestamp.date)
        }
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String,
        _ members: inout JSONObject
    ) -> Word? where Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return take(name, &members, in: "", "one of \(words)") { value in
            value.string.flatMap(Word.init)
        }
    }
}

extension ScheduleExpression {
    /// Stands in for one that could not be read, so that what else is wrong is told as well.
    fileprivate static let everyMinute = ScheduleExpression(everyMinutes: 1)
}

/// Everything that is wrong with a schedule, each fault by its place in the schedule's document.
package struct ScheduleFaults: Error, Sendable, Hashable, CustomStringConvertible {
    package var faults: [OrderFault]

    package init(_ faults: [OrderFault]) { self.faults = faults }

    package var description: String {
        faults.map { "\($0.pointer) \($0.detail)" }.joined(separator: "; ")
    }
}
