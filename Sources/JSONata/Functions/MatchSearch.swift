import JSON

/// What a regular expression, or a function in its place, has found in a text.
struct FoundMatch {
    let text: String
    /// Where it begins and ends, in UTF-16 code units.
    let range: Range<Int>
    /// What the groups have caught; undefined for those that took no part.
    let groups: [Value]

    /// What a replacing function is given: the match as the regular expression itself answers it.
    let source: Value

    /// The match as `$match` answers it.
    var object: Value {
        var members = Members()
        members["match"] = .string(text)
        members["index"] = .number(range.lowerBound)
        members["groups"] = .array(of: groups)
        return .object(ObjectValue(members))
    }
}

/// The search for one match after the other.
struct MatchSearch {
    private let subject: Subject
    private let evaluator: Evaluator
    private var state: State

    private enum State {
        case start(Value)
        /// The next search of a regular expression begins here.
        case regex(RegexFunction, offset: Int)
        /// The function that finds the next match, in the object that the last one came in.
        case function(Value)
        case ended
    }

    init(_ text: String, _ matcher: Value, _ evaluator: Evaluator) {
        subject = Subject(text)
        self.evaluator = evaluator
        state = .start(matcher)
    }

    mutating func next() throws(Fault) -> FoundMatch? {
        switch state {
        case .ended: return nil
        case .start(.function(.regex(let regex))): return try search(regex, from: 0, isFirst: true)
        case .regex(let regex, let offset):
            guard offset < subject.count else { return nil }
            return try search(regex, from: offset, isFirst: false)
        case .start(let matcher):
            return try found(evaluator.apply(matcher, [.string(subject.text)], input: .undefined))
        case .function(let next): return try found(evaluator.apply(next, [], input: .undefined))
        }
    }

    private mutating func search(
        _ function: RegexFunction,
        from offset: Int,
        isFirst: Bool
    ) throws(Fault) -> FoundMatch? {
        guard let match = try function.find(in: subject, from: offset, evaluator) else {
            state = .ended
            return nil
        }
        // A match of nothing would be found for ever; jsonata-js refuses it where it is met again.
        guard isFirst || !match.range.isEmpty else {
            throw Fault("D1004", at: function.position, value: .string(function.regex.source))
        }
        state = .regex(function, offset: match.range.upperBound)
        return match
    }

    /// The match in what a function answers that stands in for a regular expression.
    private mutating func found(_ answer: Value) throws(Fault) -> FoundMatch? {
        state = .ended
        if answer.isUndefined { return nil }
        guard case .object(let object) = answer, object.looksLikeMatch else {
            throw Fault("T1010", value: answer.shown)
        }
        state = .function(object["next"])
        if !object["next"].isFunction { state = .ended }
        let start = object["start"].place ?? 0
        let text = object["match"].string ?? ""
        let end = object["end"].place ?? start + text.utf16.count
        let range = max(start, 0)..<max(start, end, 0)
        let groups = ArrayValue(object["groups"], traits: []).elements
        return FoundMatch(
            text: text,
            range: range.clamped(to: 0..<subject.count),
            groups: groups,
            source: answer
        )
    }
}

extension MatchSearch {
    /// The parts of the text between the matches.
    mutating func split(limit: Int) throws(Fault) -> [Value] {
        guard limit > 0 else { return [] }
        var (parts, start): ([Value], Int) = ([], 0)
        var next = try next()
        while parts.count < limit, let match = next {
            parts.append(.string(subject[start..<max(start, match.range.lowerBound)]))
            start = match.range.upperBound
            next = try self.next()
        }
        if parts.count < limit { parts.append(.string(subject[start..<subject.count])) }
        return parts
    }

    /// The text with matches replaced by a text with `$1` in it, or by what a function answers.
    mutating func replace(with replacement: Value, limit: Int) throws(Fault) -> Value {
        var (result, start, count) = ("", 0, 0)
        var next = limit > 0 ? try next() : nil
        while count < limit, let match = next {
            result += subject[start..<max(start, match.range.lowerBound)]
            result += try substitute(match, replacement)
            guard result.utf8.count <= evaluator.limits.maximumStringLength else {
                throw Evaluator.outOfMemory
            }
            start = min(subject.count, match.range.lowerBound + match.text.utf16.count)
            count += 1
            next = try self.next()
        }
        return try evaluator.limited(result + subject[start..<subject.count])
    }

    private func substitute(
        _ match: FoundMatch,
        _ replacement: Value
    ) throws(Fault) -> String {
        if let template = replacement.string { return match.fill(template) }
        let value = try evaluator.apply(replacement, [match.source], input: .undefined)
        guard let text = value.string else { throw Fault("D3012", value: value.shown) }
        return text
    }
}

extension FoundMatch {
    /// The template with `$0`, `$1` … replaced by what was caught and `$$` by `$`.
    fileprivate func fill(_ template: String) -> String {
        var result = ""
        var rest = Substring(template)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                result += "$"
                rest.removeFirst()
            } else if rest.first == "0" {
                result += text
                rest.removeFirst()
            } else if let number = groupNumber(rest) {
                if number >= 1, number <= groups.count { result += groups[number - 1].string ?? "" }
                rest = rest.dropFirst(String(number).count)
            } else {
                result += "$"
            }
        }
        return result + rest
    }

    /// The number that follows a `$`: as many digits as the number of groups has, or one less when
    /// there is no such group.
    private func groupNumber(_ text: Substring) -> Int? {
        let most = groups.isEmpty ? 1 : String(groups.count).count
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits.prefix(most)) else { return nil }
        guard most > 1, number > groups.count else { return number }
        return Int(digits.prefix(most - 1))
    }
}

extension Value {
    /// A number as a place in a text: none is before its beginning or beyond a text's greatest length.
    var place: Int? {
        guard let number, !number.isNaN else { return nil }
        return Int(min(max(number, 0), 1e9))
    }
}

extension ObjectValue {
    /// Whether a function's answer has at least one of the members that a match has.
    fileprivate var looksLikeMatch: Bool {
        if self["start"].number != nil || self["end"].number != nil || self["next"].isFunction {
            return true
        }
        if case .array = self["groups"] { return true }
        return false
    }
}
