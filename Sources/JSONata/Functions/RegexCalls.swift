import JSON

extension RegexFunction {
    /// The first match from the place on.
    func find(
        in subject: Subject,
        from offset: Int,
        _ evaluator: Evaluator
    ) throws(Fault) -> FoundMatch? {
        var steps = evaluator.limits.maximumRegexSteps
        let match: RegexMatch?
        do throws(RegexError) {
            match = try regex.firstMatch(in: subject.units, from: offset, steps: &steps)
        } catch {
            var fault = Fault.limit(
                "The regular expression took more than \(evaluator.limits.maximumRegexSteps) steps",
                at: position
            )
            fault.value = .string(regex.source)
            throw fault
        }
        try evaluator.spend((evaluator.limits.maximumRegexSteps - steps) / 4)
        guard let match else { return nil }
        try evaluator.spend(8 + match.groups.count / 4 + match.range.count / 4)
        let text = subject[match.range]
        let groups = match.groups.map { $0.map { Value.string(subject[$0]) } ?? .undefined }
        return FoundMatch(
            text: text,
            range: match.range,
            groups: groups,
            source: object(text, match.range, groups, subject)
        )
    }

    /// What a regular expression answers when it is called like a function.
    func match(_ arguments: [Value], _ evaluator: Evaluator) throws(Fault) -> Value {
        guard let text = arguments.first?.string else { return .undefined }
        let offset = arguments.count > 1 ? arguments[1].place ?? 0 : 0
        let subject = Subject(text)
        guard offset >= 0, offset <= subject.count,
            let match = try find(in: subject, from: offset, evaluator)
        else { return .undefined }
        return match.source
    }

    private func object(
        _ text: String,
        _ range: Range<Int>,
        _ groups: [Value],
        _ subject: Subject
    ) -> Value {
        let cursor = MatchCursor(function: self, subject: subject, offset: range.upperBound)
        var members = Members()
        members["match"] = .string(text)
        members["start"] = .number(range.lowerBound)
        members["end"] = .number(range.upperBound)
        members["groups"] = .array(of: groups)
        members["next"] = .function(.nextMatch(cursor))
        return .object(ObjectValue(members))
    }
}

extension MatchCursor {
    /// What the function `next` of a match answers.
    func next(_ evaluator: Evaluator) throws(Fault) -> Value {
        guard offset < subject.count,
            let match = try function.find(in: subject, from: offset, evaluator)
        else { return .undefined }
        guard !match.range.isEmpty else {
            throw Fault("D1004", at: function.position, value: .string(function.regex.source))
        }
        return match.source
    }
}

/// A text as regular expressions see it: UTF-16 code units.
final class Subject {
    let text: String
    let units: [UInt16]

    init(_ text: String) {
        self.text = text
        units = Array(text.utf16)
    }

    var count: Int { units.count }

    subscript(range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }
}
