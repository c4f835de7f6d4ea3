/// That a store is opened in another mode of delivery than it was before, and what that means for its orders.
package struct ModeChange: Sendable, Equatable {
    package let mode: Deliveries.Mode
    /// Orders that the old mode has accepted and the new one would carry on.
    package let unfinished: Int
    /// Deliveries that were withheld and are never sent.
    package let withheld: Int
    /// Whether the store has noted its mode; else it is guessed.
    private let isNoted: Bool

    /// What is to become of it while orders are unfinished.
    package enum Permission: String, Sendable, CaseIterable {
        case refuse
        case accept
    }

    /// The change from the mode that the store has noted; nil when there is none.
    ///
    /// A store that has noted nothing was in the shadow if something was withheld in it.
    package init?(
        from noted: Deliveries.Mode?,
        to mode: Deliveries.Mode,
        _ summary: StoreSummary
    ) {
        withheld = summary.deliveries[.withheld] ?? 0
        unfinished = summary.backlog
        self.mode = mode
        isNoted = noted != nil
        guard mode != noted ?? (withheld > 0 ? .shadow : .live) else { return nil }
    }

    /// Whether the start is to be refused: nobody has said that unfinished orders may go on otherwise than they began.
    ///
    /// Not for a guess: a store with something withheld in it may have been live since.
    package func isRefused(under permission: Permission) -> Bool {
        unfinished > 0 && permission == .refuse && (isNoted || mode == .shadow)
    }

    /// What it means, in a sentence.
    package var consequence: String {
        switch mode {
        case .live:
            "this store ran in the shadow: its unfinished orders (\(unfinished)) would send from now on, "
                + "and what was withheld (\(withheld)) is never sent"
        case .shadow:
            "this store was live: its unfinished orders (\(unfinished)) would end without what they have not "
                + "sent yet, for good"
        }
    }
}
