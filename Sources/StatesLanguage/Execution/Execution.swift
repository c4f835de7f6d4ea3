package import FoundationEssentials
package import JSON

/// An order's position in its workflow: a value that can be stored and taken up again at any point.
///
/// Copies share their position until one of them is moved on.
package struct Execution: Sendable, Equatable {
    private(set) var position: Position

    init(context: ExecutionContext, input: Payload) {
        position = Position(Origin(context: context, input: input))
    }

    package var context: ExecutionContext { position.context }
    /// Whether it runs, and how it ended.
    package var status: Status { position.status }
    /// The id of the next history event.
    package var nextEventId: Int { position.nextEventId }
    /// When the machine's `TimeoutSeconds` are over.
    package var deadline: Date? { position.deadline }
    package var nextCommandId: Int { position.nextCommandId }

    /// Its position, which no copy shares any more: it can be changed.
    mutating func ownPosition() -> Position {
        if !isKnownUniquelyReferenced(&position) { position = Position(position) }
        return position
    }

    package static func == (left: Execution, right: Execution) -> Bool {
        left.position == right.position
    }

    /// Who an execution is and what it was started with: shared, for it is the same at every move.
    final class Origin: Sendable, Equatable {
        let context: ExecutionContext
        let input: Payload

        init(context: ExecutionContext, input: Payload) {
            self.context = context
            self.input = input
        }

        static func == (left: Origin, right: Origin) -> Bool {
            left.context == right.context && left.input == right.input
        }
    }

    /// Whether an execution runs, and how it ended.
    package enum Status: Sendable, Equatable {
        case running
        case succeeded(output: JSONValue)
        case failed(ErrorOutput)
        case timedOut
        case aborted(ErrorOutput)

        var isRunning: Bool {
            switch self {
            case .running: true
            case .succeeded, .failed, .timedOut, .aborted: false
            }
        }
    }

    /// What it came to, as compact JSON text, when it has succeeded.
    package var outputText: String? { position.output?.text }

    /// The name of the state that the machine's own line of control is in, or failed in; nil when the
    /// execution has succeeded.
    package var currentState: String? { position.branches[0]?.state }

    /// Whether it ended badly, so that it can be run again from where it failed.
    package var canBeRedriven: Bool {
        switch status {
        case .running, .succeeded: false
        case .failed, .timedOut, .aborted: true
        }
    }

    /// What is outstanding, oldest first: after a restart this is what must be done again.
    package var commands: [Command] {
        guard status == .running else { return [] }
        let waits = position.waiting.sorted.compactMap { position.branches[$0.branch]?.command }
        return position.ready.isEmpty ? waits : waits + [.proceed]
    }

    /// The tasks whose ends somebody outside tells, oldest first.
    package var awaitedTasks: [TaskRequest] {
        guard status == .running else { return [] }
        var tasks: [TaskRequest] = []
        // Nearly always there is none: nothing is made for that.
        for branch in position.waiting.branches {
            guard let branch = position.branches[branch], case .task(let task) = branch.activity,
                task.token != nil
            else { continue }
            tasks.append(task.request(in: branch))
        }
        return tasks.count < 2 ? tasks : tasks.sorted { $0.id < $1.id }
    }

    /// The earliest instant at which a timer must fire.
    package var nextTimer: Date? {
        guard status == .running else { return nil }
        return position.waiting.branches.lazy.compactMap { position.branches[$0]?.timer }.min()
    }
}
