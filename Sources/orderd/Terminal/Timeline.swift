import JSON

/// An order's history as a person follows it: what began when, how long it took, and how it ended.
///
/// Step Functions' events come in pairs, far apart where branches run beside each other; here a pair is one moment. Events
/// are added one by one, in the order of their ids, as they are read or as they happen.
struct Timeline {
    /// A state, an attempt of its task, an item of a Map, or something that took no time.
    struct Moment: Equatable {
        /// Seconds since 1970.
        let start: Double
        var end: Double?
        /// The place of the state or item that it stands in.
        let parent: Int?
        let name: String
        var what: String
        var tone = Paint.Tone.plain
        /// Whether it has an end that is still to come.
        var isOpen: Bool { end == nil }
    }

    /// What an iteration of a Map is, where a state has its type.
    private static let item = "item"

    /// What an event did to the moments, by their places.
    enum Change: Equatable {
        case none
        case began(Int)
        case ended(Int)
    }

    private(set) var moments: [Moment] = []
    /// The moments that an event stands in after it was added, by its id.
    private var paths: [Int: [Int]] = [:]

    /// In how many states and items a moment stands.
    func depth(of place: Int) -> Int {
        var (depth, parent) = (0, moments[place].parent)
        while let next = parent { (depth, parent) = (depth + 1, moments[next].parent) }
        return depth
    }

    /// Adds what the history does not tell, such as what was sent.
    mutating func add(_ moment: Moment) { moments.append(moment) }

    /// The places of the moments, each behind what it stands in, and beside each other as they began.
    var reading: [Int] {
        var children: [Int?: [Int]] = [:]
        for (place, moment) in moments.enumerated() {
            children[moment.parent, default: []].append(place)
        }
        // Stable, since moments of one millisecond stand in their order.
        children = children.mapValues { places in
            places.sorted { (moments[$0].start, $0) < (moments[$1].start, $1) }
        }
        var (result, waiting) = ([Int](), Array((children[nil] ?? []).reversed()))
        while let place = waiting.popLast() {
            result.append(place)
            waiting += (children[place] ?? []).reversed()
        }
        return result
    }

    /// Adds the next event of the history.
    mutating func add(_ event: JSONValue) -> Change {
        guard let id = event["id"]?.number?.int, let type = event["type"]?.string,
            let time = event["timestamp"]?.number?.double
        else { return .none }
        var path = event["previousEventId"]?.number?.int.flatMap { paths[$0] } ?? []
        let details = event.object?.first { $0.key.hasSuffix("Details") }?.value
        defer { paths[id] = path }
        return add(Kind(type), details ?? .null, at: time, &path)
    }

    private mutating func add(
        _ kind: Kind,
        _ details: JSONValue,
        at time: Double,
        _ path: inout [Int]
    ) -> Change {
        let name = details["name"]?.string ?? ""
        switch kind {
        case .entered(let type): return begin(name, type, at: time, &path)
        case .iteration:
            return begin("[\(details["index"]?.line ?? "")]", Self.item, at: time, &path)
        case .scheduled:
            return begin(Self.call(details), "", at: time, &path)
        case .noise: return .none
        case .left:
            guard let place = path.lastIndex(where: { moments[$0].name == name }) else {
                return .none
            }
            return end(place, of: &path, at: time, nil)
        case .joined:
            // Of branches and items the last one's path leads here; what they stand in goes on.
            return .none
        case .ended(let outcome, let type):
            let place = path.lastIndex { type.isEmpty || moments[$0].what.hasPrefix(type) }
            guard let place else { return .none }
            let before = path
            let change = end(place, of: &path, at: time, outcome.with(details))
            // A state that fails is left all the same where its error is caught.
            if !type.isEmpty, type != Self.item { path = Array(before[...place]) }
            return change
        case .whole(let outcome):
            for place in moments.indices where moments[place].isOpen {
                moments[place].end = time
                if outcome.tone == .bad { moments[place].tone = .bad }
            }
            path = []
            return note("order", outcome.with(details), at: time, in: nil)
        case .other(let type):
            let outcome = Outcome(type, type.hasSuffix("Failed") ? .bad : .plain)
            return note(name, outcome.with(details), at: time, in: path.last)
        }
    }

    /// `ProcessOrderFunction` of a function's ARN, `sns:publish` of what a service does.
    private static func call(_ details: JSONValue) -> String {
        let resource = details["resource"]?.string ?? "call"
        if let type = details["resourceType"]?.string { return "\(type):\(resource)" }
        return resource.split(separator: ":").last.map(String.init) ?? resource
    }

    private mutating func begin(
        _ name: String,
        _ what: String,
        at time: Double,
        _ path: inout [Int]
    ) -> Change {
        let parent = path.last
        path.append(moments.count)
        moments.append(Moment(start: time, parent: parent, name: name, what: what))
        return .began(moments.count - 1)
    }

    private mutating func end(
        _ place: Int,
        of path: inout [Int],
        at time: Double,
        _ outcome: Outcome?
    ) -> Change {
        let index = path[place]
        for index in path[(place + 1)...] where moments[index].isOpen { moments[index].end = time }
        moments[index].end = time
        if let outcome {
            let words = [moments[index].what, outcome.text].filter { !$0.isEmpty }
            (moments[index].what, moments[index].tone) = (
                words.joined(separator: ", "), outcome.tone
            )
        }
        path.removeSubrange(place...)
        return .ended(index)
    }

    private mutating func note(
        _ name: String,
        _ outcome: Outcome,
        at time: Double,
        in parent: Int?
    ) -> Change {
        moments.append(
            Moment(
                start: time,
                end: time,
                parent: parent,
                name: name,
                what: outcome.text,
                tone: outcome.tone
            )
        )
        return .began(moments.count - 1)
    }
}

extension Timeline {
    /// How something ended.
    private struct Outcome {
        let text: String
        let tone: Paint.Tone

        init(_ text: String, _ tone: Paint.Tone) { (self.text, self.tone) = (text, tone) }

        /// With the error and the cause, where there are any.
        func with(_ details: JSONValue) -> Outcome {
            let words = [text, details["error"]?.string ?? "", details["cause"]?.string ?? ""]
            return Outcome(words.filter { !$0.isEmpty }.joined(separator: ": "), tone)
        }
    }

    /// What the name of an event's type means for a timeline.
    private enum Kind {
        case entered(String)
        case left
        case scheduled
        case iteration
        /// The bad end of a state of a type, or the end of an attempt or an item, which has none.
        case ended(Outcome, of: String)
        /// A Parallel or Map has what its branches made, and is left next.
        case joined
        /// The beginning or the end of all of it.
        case whole(Outcome)
        /// What happens in every pair and tells nobody more.
        case noise
        case other(String)

        init(_ type: String) {
            if type.hasSuffix("StateEntered") {
                self = .entered(String(type.dropLast("StateEntered".count)))
            } else if type.hasSuffix("StateExited") {
                self = .left
            } else if type.hasPrefix("Execution") {
                self = .whole(Self.outcome(String(type.dropFirst("Execution".count))))
            } else if type == "MapIterationStarted" {
                self = .iteration
            } else if type.hasSuffix("Scheduled") {
                self = .scheduled
            } else if type.hasSuffix("StateSucceeded") || type.hasPrefix("MapRun") {
                self = .joined
            } else if type.hasSuffix("Started") || type.hasSuffix("Submitted") {
                self = .noise
            } else if let end = ["Succeeded", "Failed", "TimedOut", "Aborted"]
                .first(where: type.hasSuffix), type != "EvaluationFailed"
            {
                let rest = type.dropLast(end.count)
                let state = rest.hasSuffix("State") ? String(rest.dropLast("State".count)) : ""
                let type = rest == "MapIteration" ? Timeline.item : state
                self = .ended(Self.outcome(end), of: type)
            } else {
                self = .other(type)
            }
        }

        private static func outcome(_ end: String) -> Outcome {
            switch end {
            case "Succeeded": Outcome("succeeded", .good)
            case "TimedOut": Outcome("timed out", .bad)
            case "Failed", "Aborted": Outcome(end.lowercased(), .bad)
            case "Redriven": Outcome("redriven", .uneasy)
            default: Outcome(end.lowercased(), .plain)
            }
        }
    }
}
