package import FoundationEssentials

extension Verdict {
    /// Only an order that has ended is erased, and only once.
    package static func erase(
        _ standing: Standing,
        by operator: Operator,
        at now: Date
    ) -> Verdict {
        let order = standing.order
        guard order.status.isFinal else { return .refuse(.notEnded) }
        guard order.erasedAt == nil else { return .leave }
        var revision = Revision(
            to: order.status,
            due: nil,
            history: [],
            snapshot: nil,
            audit: AuditEntry(.erase, by: `operator`, at: now)
        )
        revision.isErasure = true
        return .revise(revision)
    }
}
