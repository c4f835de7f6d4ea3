package import FoundationEssentials

/// A state that an execution is in, as its history knows it.
package struct OpenState: Sendable, Hashable {
    /// The id of its entered event.
    package var id: Int
    package var name: String
    package var enteredAt: Date
    /// What the present visit to it is known by: `TaskRequest.visit`.
    package var visit: Int
    /// The id of the last event on its line of control.
    package var lastEvent: Int
    /// The entered event of the Parallel or Map state around it; nil in the machine's own branch.
    package var enclosing: Int?
}

extension Execution {
    /// The states that it is in; those of a distributed Map's iterations, which leave no history, are not among them.
    package var openStates: [OpenState] {
        position.branches.all.compactMap { branch in
            guard !branch.isSilent, branch.enteredEventId > 0 else { return nil }
            return OpenState(
                id: branch.enteredEventId,
                name: branch.state,
                enteredAt: branch.enteredAt,
                visit: branch.visit,
                lastEvent: branch.previousEventId,
                enclosing: branch.parent.flatMap { position.branches[$0.branch]?.enteredEventId }
            )
        }
    }

    /// The entered event of the state that a visit is to, or of the nearest state around it that has one.
    package func enteredEvent(ofVisit visit: Int) -> Int? {
        if visit > 0 { return visit }
        var found = position.branches.all.first { $0.visit == visit }
        while let branch = found, branch.isSilent || branch.enteredEventId <= 0 {
            found = branch.parent.flatMap { position.branches[$0.branch] }
        }
        return found?.enteredEventId
    }
}
