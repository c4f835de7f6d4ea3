package import FoundationEssentials

/// That the store is a copy of an earlier time: what was sent since then it does not know.
package struct Restoration: Sendable, Equatable {
    /// When the copy was first started.
    package var at: Date
    /// When it was made; nil when nobody knows.
    package var copiedAt: Date?
    package var kind: Kind
    /// How many orders were unfinished in it and held.
    package var held: Int
    /// How many of them still wait for a decision.
    package var undecided: Int

    /// How a copy is recognised.
    package enum Kind: Sendable, Equatable {
        /// `orderd store backup` has marked it.
        case backup
        /// The lock file knew of so many transactions more.
        case snapshot(missing: Int64)
    }

    /// A restoration of which nothing is decided yet.
    package init(at: Date, copiedAt: Date?, kind: Kind, held: Int) {
        self.at = at
        self.copiedAt = copiedAt
        self.kind = kind
        self.held = held
        undecided = held
    }

    /// What is told of it, in a sentence.
    package var description: String {
        let age =
            switch (copiedAt, kind) {
            case (let copiedAt?, _):
                "made at \(copiedAt.formatted(.iso8601)), \(Self.span(at.timeIntervalSince(copiedAt))) before it was put here"
            case (nil, .snapshot(0)): "of an earlier start of the store that was here"
            case (nil, .snapshot(let missing)):
                "of an earlier time: it lacks the last \(missing) transactions of the store that was here"
            case (nil, .backup): "of an earlier time"
            }
        return
            "the store is a copy \(age). \(undecided) of \(held) orders that were unfinished in it are held: what was sent for "
            + "them since then it does not know, nor what was accepted since"
    }

    /// Why an unfinished order is held for it, and what may have been sent that the copy does not know of.
    package func cause(
        ofOrderIn state: String?,
        deliveries: [Delivery],
        heldBefore: String?
    ) -> String {
        let made = copiedAt.map { "made at \($0.formatted(.iso8601))" } ?? "of an earlier time"
        let sent = deliveries.filter { $0.status == .sent }
        let open = deliveries.filter { $0.status != .sent }
        let known = sent.map { "\($0.kind.rawValue) \($0.key.name)" }.joined(separator: ", ")
        let unknown = open.map { "\($0.kind.rawValue) \($0.key.name), " }.joined()
        let before = heldBefore.map { " It was held before: \($0)" } ?? ""
        return
            "the store is a copy \(made), in which this order was \(state.map { "in state \($0)" } ?? "not begun"). Known as sent: "
            + "\(known.isEmpty ? "nothing" : known). May have been sent since: \(unknown)whatever comes after in its workflow. "
            + "A redrive lets it go on from there, a stop ends it.\(before)"
    }

    private static func span(_ seconds: TimeInterval) -> String {
        let seconds = Int(max(0, seconds))
        return switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) days"
        }
    }
}
