import Formats
import FoundationEssentials
import JSON

extension Timeline {
    /// Lines of moments: how long after the beginning, how long it took, what it was.
    struct Lines {
        let width: Int
        let paint: Paint
        /// What the offsets count from, in seconds since 1970.
        let zero: Double

        static let heading = "      START        TOOK  WHAT"
        /// What stands in front of what happened.
        private static let margin = 25
        /// States that stand in deeper ones are indented no further.
        private static let deepest = 6

        /// The moment, over more than one line if it has to be.
        func text(of moment: Moment, depth: Int) -> String {
            line(moment, depth, at: moment.start, took: moment.took ?? "…")
        }

        /// What has just happened in a timeline; nil when that says nothing, as the end of what took no time.
        func text(of change: Change, in timeline: Timeline) -> String? {
            switch change {
            case .none: return nil
            case .began(let place):
                let moment = timeline.moments[place]
                return line(moment, timeline.depth(of: place), at: moment.start, took: "")
            case .ended(let place):
                var moment = timeline.moments[place]
                if moment.tone == .plain {
                    if moment.took == "" { return nil }
                    moment.what += ", done"
                }
                let end = moment.end ?? moment.start
                return line(moment, timeline.depth(of: place), at: end, took: moment.took ?? "")
            }
        }

        private func line(
            _ moment: Moment,
            _ depth: Int,
            at time: Double,
            took: String
        ) -> String {
            let start = "+" + SpokenDuration(seconds: time - zero).text
            let indent = String(repeating: " ", count: 2 * min(depth, Self.deepest))
            let words = [moment.name, moment.what].filter { !$0.isEmpty }
            let lines = TerminalText.lines(
                of: words.joined(separator: "  "),
                width: max(width - Self.margin - indent.count, 8),
                hanging: 2
            )
            let margin = String(repeating: " ", count: Self.margin)
            let front =
                paint(TerminalText.padded(start, to: 11, isRight: true), .faint)
                + TerminalText.padded(took, to: 12, isRight: true) + "  "
            return lines.enumerated().map { place, line in
                (place == 0 ? front : margin) + indent + paint(line, moment.tone)
            }.joined(separator: "\n")
        }
    }
}

extension Timeline.Moment {
    /// How long it took; empty when it took no time, nil when it is under way.
    fileprivate var took: String? {
        end.map { $0 > start ? SpokenDuration(seconds: $0 - start).text : "" }
    }
}

/// An order with its history, as one who asks what became of it sees it.
struct OrderStory {
    private let order: JSONValue
    private var timeline = Timeline()

    init(_ order: JSONValue, events: [JSONValue]) {
        self.order = order
        for event in events { _ = timeline.add(event) }
        for moment in deliveries + steps { timeline.add(moment) }
    }

    func text(width: Int, paint: Paint) -> String {
        let accepted = order.seconds("createdAt")
        let zero = accepted ?? timeline.moments.first?.start ?? 0
        let lines = Timeline.Lines(width: width, paint: paint, zero: zero)
        return
            ([Self.title(of: order, width: width, paint), paint(Timeline.Lines.heading, .faint)]
            + timeline.reading.map { place in
                lines.text(of: timeline.moments[place], depth: timeline.depth(of: place))
            }).joined(separator: "\n")
    }

    /// Which order it is, and how it stands; over two lines where one has no room.
    static func title(of order: JSONValue, width: Int, _ paint: Paint) -> String {
        let status = TerminalText.harmless(order["status"]?.string ?? "?")
        let id = TerminalText.cutInside(
            TerminalText.harmless(order["orderId"]?.string ?? "?"),
            to: max(width - TerminalText.width(of: status) - 2, 1)
        )
        var times: [String] = []
        if let accepted = order["createdAt"]?.string { times.append("accepted \(accepted)") }
        if let begin = order.seconds("createdAt"), let end = order.seconds("finishedAt") {
            times.append("took \(SpokenDuration(seconds: end - begin).text)")
        }
        let rest = TerminalText.cut(
            TerminalText.harmless(times.joined(separator: "  ")),
            to: width
        )
        let line = paint(id, .strong) + "  " + paint(status, Paint.Tone(status: status))
        if rest.isEmpty { return line }
        let used = [id, status, rest].map(TerminalText.width).reduce(4, +)
        return line + (used <= width ? "  " : "\n") + rest
    }

    /// What was sent for it, between intent and outcome.
    private var deliveries: [Timeline.Moment] {
        (order["deliveries"]?.array ?? []).compactMap { delivery in
            guard let start = delivery.seconds("intendedAt") else { return nil }
            let status = delivery["status"]?.string ?? "?"
            let tries = delivery["attempts"]?.int ?? 1
            let reason = delivery["reason"]?.string.map { ": \($0)" } ?? ""
            return Timeline.Moment(
                start: start,
                end: delivery.seconds("concludedAt"),
                parent: attempt(of: delivery["state"]?.string ?? "", at: start),
                name: "\(delivery["kind"]?.string ?? "delivery") \(delivery["id"]?.line ?? "")",
                what: status + (tries > 1 ? " after \(tries) tries" : "") + reason,
                tone: Paint.Tone(status: status)
            )
        }
    }

    /// The attempt of the state that was under way then, or the state.
    private func attempt(of state: String, at time: Double) -> Int? {
        let moments = timeline.moments
        // The history has milliseconds of a turn's beginning, and the ledger those of the intent.
        let begun = moments.indices.filter { moments[$0].start <= time + 0.001 }
        guard let place = begun.last(where: { moments[$0].name == state }) else { return nil }
        return begun.last { moments[$0].parent == place } ?? place
    }

    /// What people did to it.
    private var steps: [Timeline.Moment] {
        (order["audit"]?.array ?? []).compactMap { entry in
            guard let at = entry.seconds("at") else { return nil }
            let reason = entry["reason"]?.string.map { ": \($0)" } ?? ""
            let name = "\(entry["action"]?.string ?? "?") by \(entry["by"]?.string ?? "?")"
            return Timeline.Moment(
                start: at,
                end: at,
                parent: nil,
                name: name + reason,
                what: "",
                tone: .uneasy
            )
        }
    }
}

extension JSONValue {
    /// Seconds since 1970 of a timestamp in ISO 8601.
    func seconds(_ name: String) -> Double? {
        self[name]?.string.flatMap(Timestamp.date)?.timeIntervalSince1970
    }
}
