internal import FoundationEssentials
internal import JSON

extension Execution {
    /// Where an execution is: a class because it has many parts, which are not to be moved at every turn.
    ///
    /// Sendable, since it is changed only by who has just made it, or has it from `ownPosition` and nobody else.
    final class Position: @unchecked Sendable, Equatable {
        private(set) var origin: Origin
        var status = Status.running
        /// The id of the next history event.
        var nextEventId = 1
        /// What it came to, when it has succeeded.
        var output: Payload?
        /// When the machine's `TimeoutSeconds` are over.
        var deadline: Date?
        /// Every line of control that has not ended.
        var branches = Branches()
        /// The branch that waits for each outstanding task or timer.
        var waiting = Waiting()
        /// Branches that can be moved on, in order; not empty only between `proceed` and its answer.
        var ready: [Int] = []
        var nextBranchId = 0
        /// What the last entered state of a silent branch is known by; counts down from 0.
        var lastSilentId = 0
        var nextCommandId = 1

        init(_ origin: Origin) { self.origin = origin }

        /// A copy.
        init(_ other: Position) {
            origin = other.origin
            status = other.status
            nextEventId = other.nextEventId
            output = other.output
            deadline = other.deadline
            branches = other.branches
            waiting = other.waiting
            ready = other.ready
            nextBranchId = other.nextBranchId
            lastSilentId = other.lastSilentId
            nextCommandId = other.nextCommandId
        }

        var input: Payload { origin.input }

        var context: ExecutionContext {
            get { origin.context }
            set { origin = Origin(context: newValue, input: origin.input) }
        }

        static func == (left: Position, right: Position) -> Bool {
            left === right
                || left.origin == right.origin && left.status == right.status
                    && left.nextEventId == right.nextEventId && left.output == right.output
                    && left.deadline == right.deadline && left.branches == right.branches
                    && left.waiting == right.waiting && left.ready == right.ready
                    && left.nextBranchId == right.nextBranchId
                    && left.lastSilentId == right.lastSilentId
                    && left.nextCommandId == right.nextCommandId
        }
    }
}
