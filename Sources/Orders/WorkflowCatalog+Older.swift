import StatesLanguage

/// Definitions that orders began with and no new order runs on: the latest used, a bounded number of them.
///
/// Each reload may leave one behind, and a definition is large; what is forgotten is read from the store again.
struct OlderWorkflows {
    static let maximumCount = 64
    /// Those that were used last, at the end.
    private var workflows: [Workflow] = []

    var count: Int { workflows.count }

    /// The definition of that id, which counts as used; nil when it is not held.
    mutating func use(_ id: Workflow.ID) -> Workflow? {
        guard let place = workflows.lastIndex(where: { $0.id == id }) else { return nil }
        // Mostly the same one is asked for again and again.
        if place != workflows.count - 1 { workflows.append(workflows.remove(at: place)) }
        return workflows.last
    }

    /// Holds a definition, and forgets the one that was used longest ago if they are too many.
    mutating func hold(_ workflow: Workflow) {
        workflows.removeAll { $0.id == workflow.id }
        workflows.append(workflow)
        if workflows.count > Self.maximumCount { workflows.removeFirst() }
    }
}
